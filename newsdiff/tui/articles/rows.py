"""What stands in the lines of the list of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from textual.content import Content

from newsdiff.model import Side
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.session.listing import Listed, Sought

if TYPE_CHECKING:
    from newsdiff.reading.glancing import Glance

_MARK, _DATE, _COUNT, _APART = 3, 11, 7, 2
"""Cells of the columns of fixed width, and between columns."""
_LABELS: Final = range(8, 25)
"""Cells that the column of labels may take."""
_DATED: Final = 76
"""Columns of the screen from which the date has room."""


class Marked(NamedTuple):
    """What stands in front of an article."""

    side: Side | None
    """What it is marked for."""
    copy: str = ""
    """A sign of what it has word by word in common with another."""
    hits: int | None = None
    """How often its text has what is sought; None where nothing is."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is."""

    label: int
    text: int
    dated: bool

    @classmethod
    def for_labels(
        cls, labels: Sequence[str], width: int, *, dated: bool = True
    ) -> Columns:
        """What suits some labels on a number of cells.

        Args:
            labels: What the articles are called.
            width: Cells there are.
            dated: Whether any of them says of which day it is.
        """
        longest = max(map(cells, labels), default=0)
        label = min(max(longest, _LABELS.start), _LABELS.stop)
        dated = dated and width >= _DATED
        used = _MARK + label + _APART + 2 * _COUNT + (_DATE + _APART) * dated
        return cls(label, max(8, width - used), dated)

    def names(self, *, sought: bool = False) -> Content:
        """The line over the rows; hits are counted while something is sought."""
        last = "hits" if sought else "sent."
        parts = [
            " " * _MARK + fit("article", self.label),
            fit("headline", self.text),
            *([fit("date", _DATE)] if self.dated else []),
        ]
        line = (" " * _APART).join(parts)
        return Content(f"{line}{'words':>{_COUNT}}{last:>{_COUNT}}")

    def row(
        self,
        label: str,
        article: Listed | Glance | None,
        marked: Marked,
        sought: Sought,
    ) -> Content:
        """The line of an article.

        Args:
            label: What it is called.
            article: None while it is being read; a glance has its headline.
            marked: What stands in front of it.
            sought: What is brought out in it.
        """
        side = marked.side
        tone = f"$side-{side} bold" if side else ""
        mark = f"{side.name if side else ' '}{marked.copy}"
        name = Content.styled(fit(visible(label), self.label), tone or "bold")
        parts = [
            Content.styled(f"{mark:<{_MARK}}", tone),
            _brought_out(name, sought),
            Content(" " * _APART),
        ]
        if article is None or not (article.headline or isinstance(article, Listed)):
            parts.append(Content.styled("reading …", "$faint italic"))
        elif not isinstance(article, Listed):
            parts.append(self._headline(article, sought))
        else:
            parts += self._facts(article, marked.hits, sought)
        return Content("").join(parts)

    def _headline(self, article: Listed | Glance, sought: Sought) -> Content:
        words = fit(visible(article.headline), self.text)
        has_one = not isinstance(article, Listed) or article.has_headline
        title = Content.styled(words, "" if has_one else "$faint italic")
        return _brought_out(title, sought)

    def _facts(
        self, article: Listed, hits: int | None, sought: Sought
    ) -> list[Content]:
        parts = [self._headline(article, sought)]
        if self.dated:
            date = fit(visible(article.dated).partition("T")[0], _DATE)
            shown = _brought_out(Content.styled(date, "$faint"), sought)
            parts += [Content(" " * _APART), shown]
        size = Content.styled(f"{article.words:>{_COUNT},}", "$faint")
        number = article.sentences if hits is None else hits
        style = "$faint" if hits is None else "bold"
        digits = f"{number:,}" if number or hits is None else ""
        return [*parts, size, Content.styled(f"{digits:>{_COUNT}}", style)]


def _brought_out(content: Content, sought: Sought) -> Content:
    for span in sought.spans(content.plain) if sought else ():
        content = content.stylize("reverse", span.start, span.end)
    return content
