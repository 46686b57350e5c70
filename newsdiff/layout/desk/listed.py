"""Entries of one or more lines, of which a person chooses one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsdiff.layout.grid import Grid, Shaded
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.text.cells import cells, characters, fit
from newsdiff.text.wrapping import wrap

Part = tuple[str, Tone]
"""Words of one tone, safe to show."""


class Listed(NamedTuple):
    """A line of a list."""

    line: Line
    stop: int | None = None
    """The entry that it belongs to; None for what stands between entries."""


@dataclass(frozen=True, kw_only=True)
class ListTable(Grid):
    """Lines that belong to entries; the chosen one stands out."""

    lines: Sequence[Listed]
    title: str
    """What stands over them."""

    @property
    def height(self) -> int:
        """A row a line."""
        return len(self.lines)

    @property
    def label_width(self) -> int:
        """The lines are one column."""
        return 0

    @property
    def cell_width(self) -> int:
        """All of the width."""
        return max(1, self.size[0])

    @property
    def heading(self) -> Line:
        """What stands over the lines."""
        return (Run(fit(self.title, self.size[0]), Tone.NUMBER),)

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """The first line of every entry, in order."""
        found: dict[int, int] = {}
        for number, listed in enumerate(self.lines):
            if listed.stop is not None:
                found.setdefault(listed.stop, number)
        return tuple(found.values())

    def row(self, index: int) -> Shaded:
        """A line; its label is brought out where its entry is chosen."""
        line, stop = self.lines[index]
        if stop is not None and stop == self.lines[self.at[0]].stop:
            first, *rest = line
            sign = ">" if index == self.at[0] else " "
            chosen = Run(sign + first.text[1:], Tone.SPOT)
            line = (chosen, *rest)
        return line, (None,) * len(line)

    @property
    def scrolled(self) -> tuple[int, int]:
        """Where all of the chosen entry is in sight, and what it stands under."""
        if not self.lines:
            return 0, 0
        room, first = max(1, self.size[1] - 1), self.first[0]
        top = bottom = self.at[0]
        stop = self.lines[top].stop
        while bottom + 1 < len(self.lines) and self.lines[bottom + 1].stop == stop:
            bottom += 1
        while top and self.lines[top - 1].stop is None:
            top -= 1
        if bottom >= first + room:
            first = bottom - room + 1
        first = min(first, top, max(0, len(self.lines) - room))
        return max(first, self.at[0] - room + 1, 0), 0


def wrapped(parts: Iterable[Part], width: int) -> list[Line]:
    """Words of several tones in lines of a width."""
    known = [(text, tone) for text, tone in parts if text]
    whole = "".join(text for text, _ in known)
    return [tuple(_runs(known, *span)) for span in wrap(whole, width, characters)]


def _runs(parts: Sequence[Part], start: int, end: int) -> Iterator[Run]:
    at = 0
    for text, tone in parts:
        first, last = max(start - at, 0), min(end - at, len(text))
        if first < last:
            yield Run(text[first:last], tone)
        at += len(text)


def hung(label: str, lines: Sequence[Line], indent: int) -> Iterator[Line]:
    """Lines behind a label, the first beside it."""
    run, below = Run(fit(label, indent), Tone.NUMBER), Run(" " * indent, Tone.NUMBER)
    for line in lines or [()]:
        yield (run, *line)
        run = below


def label_width(labels: Sequence[str], width: int) -> int:
    """Cells for the names of articles in front of what they have."""
    longest = max(map(cells, labels), default=0)
    return min(longest, max(8, width // 5))
