"""Work on many articles of which one part may fail: it is named, the rest is done."""

from __future__ import annotations

from newsdiff import log
from newsdiff.cli.streams import say
from newsdiff.errors import ExitCode

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from newsdiff.aligning.claims import FoundClaim
    from newsdiff.engine import Engine
    from newsdiff.model import Article, Comparison
    from newsdiff.reading import Source
    from newsdiff.story.desk.ties import Ties

    _T = TypeVar("_T")


class Attempts:
    """What an engine does for a command, where nothing that fails ends the rest.

    Args:
        engine: What reads and compares.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.failed = 0
        """How much of it failed so far, each part said."""

    @property
    def code(self) -> ExitCode:
        """What the process tells its caller of that."""
        return ExitCode.USAGE if self.failed else ExitCode.DONE

    def read(self, source: Source) -> Article | None:
        """The article in a source; None where that failed."""
        return self._try(lambda: self._engine.read(source), source.given, "read")

    def compare(self, a: Article, b: Article) -> Comparison | None:
        """What there is to say of two articles; None where that failed."""
        names = f"{a.label} and {b.label}"
        return self._try(lambda: self._engine.compare(a, b), names, "compared")

    def tie(self, comparison: Comparison) -> Ties | None:
        """What two articles have in common of quotations; None where that failed."""
        names = " and ".join(article.label for article in comparison.articles)
        return self._try(lambda: self._engine.tie(comparison), names, "compared")

    def find_claim(self, article: Article, claim: str) -> FoundClaim | None:
        """Whether an article states a claim; None where that failed."""
        return self._try(
            lambda: self._engine.find_claim(article, claim),
            article.label,
            "looked through",
        )

    def _try(self, work: Callable[[], _T], what: str, done: str) -> _T | None:
        try:
            return work()
        except Exception as error:  # noqa: BLE001 - whatever it is, it is said
            self.failed += 1
            log.note_failure(f"{what}: it", error)
            say(f"{what} could not be {done}: {str(error) or type(error).__name__}")
            return None
