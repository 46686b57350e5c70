"""Comparison → a picture of both articles side by side, as the reader shows them.

One file that needs no other and runs nothing. Text stays text, so that it can be found
and copied; every run stands at the cell where `layout` put it, whatever the font.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from newsdiff.comparing import Mark
from newsdiff.export.report import labels_of, write_title
from newsdiff.layout import (
    LayoutOptions,
    Line,
    Page,
    Run,
    Tone,
    View,
    auto_view,
    lay_out,
)
from newsdiff.layout.lines import signs
from newsdiff.model import Article, Comparison, Pair, Role, Side
from newsdiff.text.cells import cells, characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.wording.about import describe, headline
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
_TEXT, _PAGE, _FAINT, _HATCH = "#23272d", "#faf8f3", "#54585f", "#cdc8bd"
_SIDES: Final = {
    Side.A: ("#14508f", "#1f4468", "#cfe2f8"),
    Side.B: ("#8f4708", "#6b3a0e", "#fbdfbf"),
}
"""As in the reader's light theme: of a side, of its sentences, behind its facts."""
_HATCHING: Final = (
    f'<defs><pattern id="gap" width="{_CELL}" height="{_LINE}"'
    ' patternUnits="userSpaceOnUse">'
    f'<path d="M0 {_LINE}L{_CELL} 0" stroke="{_HATCH}"/></pattern></defs>'
)
"""What is drawn where a side has nothing."""
_KEY: Final = (
    "highlighted: a fact that the other article lacks or has otherwise",
    "underlined: other words",
)
_FAINT_TONES: Final = (Tone.DIM, Tone.NUMBER, Tone.NOTE, Tone.MARK)
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


def to_svg(comparison: Comparison, width: int, *, only_ascii: bool = False) -> str:
    """The whole comparison as a picture, ending with a line feed.

    Args:
        comparison: What to draw.
        width: Columns of the picture; from 100 on the articles stand side by side.
        only_ascii: Whether marks are drawn with ASCII signs.
    """
    width = min(width, WIDEST)
    options = LayoutOptions(
        width=width, view=auto_view(width), boilerplate=False, ascii=only_ascii
    )
    page = lay_out(comparison, options)
    labels = labels_of(comparison)
    lines = [
        *_heading(page, labels),
        *(page.line(y) for y in range(page.height)),
        (),
        *_legend(page, labels),
    ]
    across, down = width * _CELL + 2 * _PAD, len(lines) * _LINE + 2 * _PAD
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}"',
        f' width="{across}" height="{down}" fill="{_TEXT}" xml:space="preserve"',
        f' font-family="{_FONTS}" font-size="{_SIZE}">',
        f"<title>{_safe(write_title(labels))}</title>",
        _HATCHING,
        f'<rect width="{across}" height="{down}" fill="{_PAGE}"/>',
        *(part for n, line in enumerate(lines) for part in _drawn(line, n)),
        "</svg>",
    ]
    return "".join(f"{part}\n" for part in parts)


def _heading(page: Page, labels: Pair[str]) -> Iterator[Line]:
    """Who stands over the columns, and an empty line below."""
    articles = page.comparison.articles
    parts = [
        Pair.each(lambda side: Run(visible(labels[side]), Tone.LABEL, side)),
        articles.map(lambda article: Run(visible(describe(article)), Tone.NOTE)),
    ]
    roles = {s.role for article in articles for s in article.sentences}
    if any(article.title for article in articles) and Role.HEADLINE not in roles:
        parts.append(articles.map(_headline))
    if page.options.view is View.UNIFIED:
        dot = Run(" · ", Tone.NOTE)
        joined = (
            [run for part in parts for run in (dot, part[side])][1:] for side in Side
        )
        yield from page.heading(Pair(*map(tuple, joined)))
    else:
        for n, part in enumerate(parts):
            yield from page.heading(part.map(lambda run: (run,)), letters=n == 0)
    yield page.heading(Pair((), ()), letters=False)[0]


def _headline(article: Article) -> Run:
    """The headline; the first words of an article without one are set apart."""
    tone = Tone.HEAD if article.title else Tone.CAPTION
    return Run(visible(headline(article)), tone)


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


def _drawn(line: Line, number: int) -> Iterator[str]:
    x, y = _PAD, _PAD + number * _LINE
    for run in line:
        size = cells(run.text) * _CELL
        if run.tone is Tone.GAP:
            yield _box(x, y, size, "url(#gap)")
        elif run.tone is Tone.RULE:
            yield _box(x + _CELL // 2, y, 1, _HATCH)
        elif words := run.text.strip(" "):
            if run.tone is Tone.FACT and run.side:
                yield _box(x, y, size, _SIDES[run.side][2])
            start = x + (len(run.text) - len(run.text.lstrip(" "))) * _CELL
            place = f'x="{start}" y="{y + _BASE}" textLength="{cells(words) * _CELL}"'
            yield f"<text {place}{_look(run)}>{_safe(words)}</text>"
        x += size


def _box(x: int, y: int, width: int, fill: str) -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{_LINE}" fill="{fill}"/>'


def _look(run: Run) -> str:
    look = _LOOKS.get(run.tone, "")
    if run.side and run.tone in _SIDED:
        return f'{look} fill="{_SIDES[run.side][0]}"'
    if run.side and run.tone is Tone.ONLY:
        return f'{look} fill="{_SIDES[run.side][1]}"'
    return f'{look} fill="{_FAINT}"' if run.tone in _FAINT_TONES else look


def _safe(text: str) -> str:
    """Text that is shown as it is, and that XML can hold."""
    return escape(visible(text), quote=False)
