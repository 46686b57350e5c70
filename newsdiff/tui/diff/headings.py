"""Who stands over the columns of a pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from textual.content import Content

from newsdiff.layout import Line, Page, Run, Tone, View
from newsdiff.model import Article, Comparison, Pair, Side, State
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.shared.screen import both_ends
from newsdiff.wording.about import count, dated, headline

if TYPE_CHECKING:
    from newsdiff.layout.finding import Query

HEADS: Final = 2
"""Lines over the texts."""
_STYLES: Final = {
    Tone.LABEL: "bold $side-{}",
    Tone.MARK: "bold $side-{}",
    Tone.NOTE: "$faint",
    Tone.CAPTION: "$faint italic",
    Tone.RULE: "$hatch",
    Tone.FOUND: "reverse",
}


def who(
    labels: Pair[str], number: tuple[int, int], width: int, moved: str = ""
) -> Content:
    """The line over the headings: both articles, and which pair of all this is."""
    where = Content(f"pair {number[0]}/{number[1]}")
    if moved:
        where = Content.styled(f"{moved} · ", "bold $warning") + where
    room = max(4, (width - len(where) - 12) // 2)
    names = labels.map(visible)
    short = names.map(lambda name: fit(name, min(room, cells(name))))
    left = Content.assemble(
        (f"A {short.a}", "bold $side-a"), "  ⇄  ", (f"B {short.b}", "bold $side-b")
    )
    return both_ends(left, where, width)


def heading_lines(page: Page, labels: Pair[str], query: Query | None = None) -> Content:
    """The lines over the texts: label, date, size, headline.

    They are two in either view, so that changing it moves nothing below them.

    Args:
        page: The page they stand over.
        labels: What the articles are called.
        query: What is searched for, if anything.
    """
    articles = page.comparison.articles
    names = Pair.each(lambda side: _name(articles[side], labels[side], side))
    titles = Pair.each(lambda side: _title(articles[side], side, query))
    if page.options.view is View.UNIFIED:
        lines = page.heading(_joined(names, titles))
    else:
        bare = titles.map(lambda title: title[1:])
        lines = (
            *page.heading(_joined(names, _facts(page, names))),
            *page.heading(bare, letters=False),
        )
    return Content("\n").join(map(_content, lines))


def _joined(first: Pair[Line], second: Pair[Line]) -> Pair[Line]:
    return Pair.each(lambda side: (*first[side], *second[side]))


def _name(article: Article, label: str, side: Side) -> Line:
    """Label and day."""
    name = Run(visible(label), Tone.LABEL, side)
    day = dated(article)[:10]
    if not day:
        return (name,)
    return (name, Run(f" · {visible(day)}", Tone.NOTE, side))


def _title(article: Article, side: Side, query: Query | None) -> Line:
    """The headline; the first words of an article without one are set apart."""
    tone = Tone.TEXT if article.title else Tone.CAPTION
    title = " ".join(visible(headline(article)).split())
    runs, at = [Run(" · ", Tone.NOTE, side)], 0
    for span in query.spans(title) if query else ():
        runs.append(Run(title[at : span.start], tone, side))
        runs.append(Run(title[span.start : span.end], Tone.FOUND, side))
        at = span.end
    return (*runs, Run(title[at:], tone, side))


def _facts(page: Page, names: Pair[Line]) -> Pair[Line]:
    """Size, and how much of it the other article was found to tell too.

    Both in the same words: the most that have room behind either name.
    """
    sizes = Pair.each(lambda side: [*_sizes(page.comparison, side)])
    room = names.map(lambda name: page.room - sum(cells(run.text) for run in name))
    fitting = (
        Pair(a, b)
        for a, b in zip(*sizes, strict=True)
        if cells(a) <= room.a and cells(b) <= room.b
    )
    words = next(fitting, sizes.map(lambda own: own[-1]))
    return Pair.each(lambda side: (Run(words[side], Tone.NOTE, side),))


def _sizes(comparison: Comparison, side: Side) -> Iterator[str]:
    """How much there is of an article and how much of that is told, ever shorter."""
    matched, linked = (
        {k.index(side) for k in comparison.links if k.state in states}
        for states in ((State.MATCHED,), State)
    )
    number, other = comparison.articles[side].sentence_count, side.other.name
    told, related = len(matched), len(linked - matched)
    size = f" · {count(number, 'sentence')}"
    yield f"{size}, {told} told in {other}, {related} only related"
    yield f"{size}, {told} told in {other}"
    yield f"{size}, {told} in {other}"
    yield f" · {told} of {number} in {other}"


def _content(line: Line) -> Content:
    """A line as a widget shows it, one cell in for the bar of the current row."""
    parts = [
        (run.text, _STYLES.get(run.tone, "").format(run.side.value if run.side else ""))
        for run in line
    ]
    return Content.assemble(" ", *(part if part[1] else part[0] for part in parts))
