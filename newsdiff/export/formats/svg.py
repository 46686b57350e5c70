"""Comparison → a picture of both articles side by side, as the reader shows them.

One file that needs no other and runs nothing. Text stays text, so that it can be found
and copied; every run stands at the cell where `layout` put it, whatever the font.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from newsdiff.colours import Colours, colours_of
from newsdiff.comparing import Mark, Order
from newsdiff.export.report import labels_of, write_title
from newsdiff.layout import (
    LayoutOptions,
    Line,
    Page,
    Run,
    Tone,
    auto_view,
    lay_out,
)
from newsdiff.layout.lines import signs
from newsdiff.model import Comparison, Pair
from newsdiff.text.cells import cells, characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.wording.decisions import tell_thresholds
from newsdiff.wording.phrases import mark_words

WIDEST: Final = 180
"""Columns of text are no wider than the reader's: past this there is only margin."""
_SIZE, _CELL, _LINE, _BASE = 15, 9, 22, 16
"""Pixels: of the font, a cell, a line, and down to where letters stand."""
_PAD: Final = 2 * _CELL
_BOUND: Final = "\u00a0"
"""A blank at which no line ends."""
_FONTS: Final = (
    "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', "
    "'Noto Sans Mono', 'Noto Sans Mono CJK SC', monospace"
)
_LIGHT: Final = colours_of("light")
_KEY: Final = (
    "highlighted: a fact that the other article lacks or has otherwise",
    "bold: a passage that only one tells",
    "underlined: other words",
)
_FAINT_TONES: Final = (Tone.DIM, Tone.GAP, Tone.NUMBER, Tone.NOTE, Tone.MARK)
_SIDED: Final = (Tone.LABEL, Tone.PASSAGE, Tone.CHANGED, Tone.FACT, Tone.MARK)
_BOLD, _ITALIC = ' font-weight="bold"', ' font-style="italic"'
_LOOKS: Final = {
    Tone.LABEL: _BOLD,
    Tone.HEAD: _BOLD,
    Tone.PASSAGE: _BOLD,
    Tone.FACT: _BOLD,
    Tone.MARK: _BOLD,
    Tone.CAPTION: _ITALIC,
    Tone.NOTE: _ITALIC,
    Tone.CHANGED: ' text-decoration="underline"',
}


def to_svg(
    comparison: Comparison,
    width: int,
    *,
    only_ascii: bool = False,
    colours: Colours = _LIGHT,
    order: Order = Order.BOTH,
) -> str:
    """The whole comparison as a picture, ending with a line feed.

    Args:
        comparison: What to draw.
        width: Columns of the picture; from 100 on the articles stand side by side.
        only_ascii: Whether marks are drawn with ASCII signs.
        colours: What it is drawn with.
        order: In whose order the rows stand.
    """
    width = min(width, WIDEST)
    options = LayoutOptions(
        width=width,
        view=auto_view(width),
        order=order,
        boilerplate=False,
        ascii=only_ascii,
    )
    labels = labels_of(comparison)
    lines = [*_lines(lay_out(comparison, options), labels)]
    across, down = width * _CELL + 2 * _PAD, len(lines) * _LINE + 2 * _PAD
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}"',
        f' width="{across}" height="{down}" fill="{colours.text}" xml:space="preserve"',
        f' font-family="{_FONTS}" font-size="{_SIZE}">',
        f"<title>{_safe(write_title(labels))}</title>",
        f'<rect width="{across}" height="{down}" fill="{colours.page}"/>',
        *(part for n, line in enumerate(lines) for part in _drawn(line, n, colours)),
        "</svg>",
    ]
    return "".join(f"{part}\n" for part in parts)


def _lines(page: Page, labels: Pair[str]) -> Iterator[Line]:
    """All lines of the picture: the rows, and what the marks say."""
    yield from map(page.line, range(page.height))
    yield ()
    yield from _legend(page, labels)
    yield from _moved(page.comparison)


def _moved(comparison: Comparison) -> Iterator[Line]:
    """That thresholds were moved, where they were."""
    if words := tell_thresholds(comparison.thresholds):
        yield (Run(words, Tone.NOTE),)


def _legend(page: Page, labels: Pair[str]) -> Iterator[Line]:
    """What the marks on the page say, and the colours."""
    marks = signs(page.options).marks
    said = [
        visible(f"{marks[mark]} {mark_words(mark, labels)}")
        for mark in Mark
        if page.counts[mark] and mark is not Mark.NONE
    ]
    words = "   ".join(part.replace(" ", _BOUND) for part in (*said, *_KEY))
    for line in wrap(words, page.options.width, characters):
        yield (Run(words[line.start : line.end], Tone.DIM),)


def _drawn(line: Line, number: int, colours: Colours) -> Iterator[str]:
    x, y = _PAD, _PAD + number * _LINE
    for run in line:
        size = cells(run.text) * _CELL
        if run.tone is Tone.RULE:
            yield _box(x + _CELL // 2, y, 1, colours.hatch)
        elif words := run.text.strip(" "):
            if run.tone is Tone.FACT and run.side:
                yield _box(x, y, size, colours.sides[run.side].tint)
            start = x + (len(run.text) - len(run.text.lstrip(" "))) * _CELL
            place = f'x="{start}" y="{y + _BASE}" textLength="{cells(words) * _CELL}"'
            yield f"<text {place}{_look(run, colours)}>{_safe(words)}</text>"
        x += size


def _box(x: int, y: int, width: int, fill: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{_LINE}" fill="{fill}"/>'


def _look(run: Run, colours: Colours) -> str:
    look = _LOOKS.get(run.tone, "")
    if run.side and run.tone in _SIDED:
        return f'{look} fill="{colours.sides[run.side].strong}"'
    if run.side and run.tone is Tone.ONLY:
        return f'{look} fill="{colours.sides[run.side].text}"'
    return f'{look} fill="{colours.faint}"' if run.tone in _FAINT_TONES else look


def _safe(text: str) -> str:
    """Text that is shown as it is, and that XML can hold."""
    return escape(visible(text), quote=False)
