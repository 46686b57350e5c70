"""What stands in the lines of the list of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from newsdiff.model import Article, Side
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.session.listing import Sought
from newsdiff.wording.about import headline

_MARK, _DATE, _COUNT, _APART = 3, 10, 7, 2
"""Cells of the columns of fixed width, and between columns."""
_LABELS: Final = range(8, 25)
"""Cells that the column of labels may take."""
_DATED: Final = 76
"""Columns of the screen from which the date has room."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is."""

    label: int
    text: int
    dated: bool

    @classmethod
    def for_labels(cls, labels: Sequence[str], width: int) -> Columns:
        """What suits some labels on a number of cells."""
        longest = max(map(cells, labels), default=0)
        label = min(max(longest, _LABELS.start), _LABELS.stop)
        dated = width >= _DATED
        used = _MARK + label + _APART + 2 * _COUNT + (_DATE + _APART) * dated
        return cls(label, max(8, width - used), dated)

    @property
    def names(self) -> Content:
        """The line over the rows."""
        parts = [
            " " * _MARK + fit("article", self.label),
            fit("headline", self.text),
            *([fit("date", _DATE)] if self.dated else []),
        ]
        line = (" " * _APART).join(parts)
        return Content(f"{line}{'words':>{_COUNT}}{'sent.':>{_COUNT}}")

    def row(
        self,
        label: str,
        article: Article | None,
        side: Side | None,
        sought: Sought,
    ) -> Content:
        """The line of an article.

        Args:
            label: What it is called.
            article: None while it is being read.
            side: What it is marked for.
            sought: What is brought out in it.
        """
        tone = f"$side-{side} bold" if side else ""
        mark = side.name if side else ""
        name = Content.styled(fit(visible(label), self.label), tone or "bold")
        parts = [
            Content.styled(f"{mark:<{_MARK}}", tone),
            _brought_out(name, sought),
            Content(" " * _APART),
        ]
        if article is None:
            parts.append(Content.styled("reading …", "$faint italic"))
        else:
            parts += self._facts(article, sought)
        return Content("").join(parts)

    def _facts(self, article: Article, sought: Sought) -> list[Content]:
        words = fit(visible(headline(article)), self.text)
        title = Content.styled(words, "" if article.title else "$faint italic")
        parts = [_brought_out(title, sought)]
        if self.dated:
            date = fit(visible(article.published or "")[:_DATE], _DATE)
            shown = _brought_out(Content.styled(date, "$faint"), sought)
            parts += [Content(" " * _APART), shown]
        size = f"{article.word_count:>{_COUNT},}{article.sentence_count:>{_COUNT},}"
        return [*parts, Content.styled(size, "$faint")]


def _brought_out(content: Content, sought: Sought) -> Content:
    for span in sought.spans(content.plain) if sought else ():
        content = content.stylize("reverse", span.start, span.end)
    return content
