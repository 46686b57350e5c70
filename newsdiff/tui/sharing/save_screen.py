"""Where to save a report of a comparison."""

from __future__ import annotations

from newsdiff.comparing import Order
from newsdiff.export import FORMATS, rendered
from newsdiff.model import Comparison
from newsdiff.tui.sharing.saving import SavingScreen, file_name


class SaveScreen(SavingScreen):
    """Saves a comparison.

    Args:
        comparison: What to save.
        order: In whose order the rows stand.
        why: A sentence to begin with; empty for none.
    """

    WHAT = "the comparison"
    FORMATS = FORMATS

    def __init__(self, comparison: Comparison, order: Order, why: str) -> None:
        super().__init__(why)
        self._comparison = comparison
        self._order = order

    def offered(self) -> str:
        """A file name made of what the articles are called."""
        return offered(self._comparison)

    def written(self, wanted: str) -> str:
        """The comparison in one of the formats."""
        return rendered(self._comparison, wanted, order=self._order)


def offered(comparison: Comparison) -> str:
    """A file name made of what the articles are called, for the current folder."""
    return file_name(article.label for article in comparison.articles)
