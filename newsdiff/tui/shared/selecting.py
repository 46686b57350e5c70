"""Selecting with the mouse: the words of one column, no gutter, no other column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from newsdiff.layout import Line, Run, Tone
from newsdiff.model import Side
from newsdiff.text.cells import cells
from newsdiff.tui.shared.fitted import Fitted

OWN_WORDS: Final = frozenset(Tone) - {
    *(Tone.LABEL, Tone.GAP, Tone.MARK, Tone.NUMBER, Tone.NOTE, Tone.RULE, Tone.BLANK)
}
"""Tones of the articles' own words."""


class SelectableLines(ScrollView, Fitted, inherit_bindings=False):
    """Lines of two columns in which a person can select the words of one.

    Only while the mouse is over them do the lines carry what selecting needs.
    """

    _pointed = False

    def runs_of(self, line: int) -> Line:
        """The runs of a line of the page; none where there is no such line."""
        raise NotImplementedError

    def on_enter(self) -> None:
        """The mouse comes."""
        self._pointed = True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected words; lines of one sentence are joined again."""
        side = self._side(selection)
        text = ""
        first = selection.start.y if selection.start else 0
        last = selection.end.y if selection.end else round(self.virtual_size.height) - 1
        for y in range(first, last + 1):
            runs = self.runs_of(y)
            chosen = [*self._chosen(runs, selection.get_span(y), side)]
            if words := "".join(run.text[cut] for run, cut in chosen):
                text += _glue(text, words, begins=_begins(runs, chosen[0][0])) + words
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Draws the selection."""
        del selection
        self.refresh()

    @property
    def is_selectable(self) -> bool:
        """Whether drawn lines must carry what selecting needs."""
        return self._pointed or self.text_selection is not None

    def selectable(self, strip: Strip, line: int) -> Strip:
        """A drawn line of the page, with what is selected of it brought out.

        Args:
            strip: The line, its first cell in front of the page.
            line: Its number.
        """
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(line)) is not None:
            runs = self.runs_of(line)
            at, ranges = 1, []
            for run in runs:
                ranges.append((run, at))
                at += len(run.text)
            chosen = {
                id(run): cut
                for run, cut in self._chosen(runs, span, self._side(selection))
            }
            lit = [
                range(start + cut.start, start + cut.stop)
                for run, start in ranges
                if (cut := chosen.get(id(run))) is not None
            ]
            style = self.screen.get_component_rich_style("screen--selection")
            strip = Strip(_restyled(strip, lit, style), strip.cell_length)
        return strip.apply_offsets(0, line) if self._pointed else strip

    def _side(self, selection: Selection) -> Side | None:
        """The column that a selection began in; None where there is one for both."""
        if selection.start is None:
            return None
        at = 1
        for run in self.runs_of(selection.start.y):
            if run.tone is Tone.RULE:
                return Side.A if selection.start.x < at else Side.B
            at += len(run.text)
        return None

    def _chosen(
        self, runs: Line, span: tuple[int, int] | None, side: Side | None
    ) -> Iterator[tuple[Run, slice]]:
        """The runs of a line that are selected, and how much of each."""
        if span is None:
            return
        at = 1
        start, end = span[0], span[1] if span[1] >= 0 else 1 << 30
        for run in runs:
            size = len(run.text)
            if run.tone in OWN_WORDS and (side is None or run.side is side):
                cut = slice(max(0, start - at), max(0, min(size, end - at)))
                if cut.start < cut.stop:
                    yield run, cut
            at += size


def _begins(runs: Line, first: Run) -> bool:
    """Whether a sentence begins with a run: a mark stands in front of it."""
    place = next(n for n, run in enumerate(runs) if run is first)
    return place > 0 and runs[place - 1].tone is Tone.MARK


def _glue(before: str, words: str, *, begins: bool) -> str:
    """What stands between two selected lines."""
    if not before:
        return ""
    if begins:
        return "\n"
    return "" if max(cells(before[-1]), cells(words[0])) > 1 else " "


def _restyled(
    strip: Iterable[Segment], lit: Iterable[range], style: Style
) -> Iterator[Segment]:
    """The segments of a line, some of their characters in another style."""
    places = {place for span in lit for place in span}
    at = 0
    for segment in strip:
        text, own, _ = segment
        first = 0
        for k in range(1, len(text) + 1):
            inside = at + first in places
            if k == len(text) or (at + k in places) is not inside:
                part = text[first:k]
                both = own + style if own and inside else own
                yield Segment(part, both)
                first = k
        at += len(text)
