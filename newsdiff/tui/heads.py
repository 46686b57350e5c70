"""Who stands over the columns of a pair."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from newsdiff.about import count, headline
from newsdiff.layout import Line, Page, Run, Tone, View
from newsdiff.model import Article, Pair, Side, State
from newsdiff.visible import visible

_STYLES: Final = {
    Tone.LABEL: "bold $side-{}",
    Tone.MARK: "bold $side-{}",
    Tone.NOTE: "$faint",
    Tone.CAPTION: "$faint italic",
    Tone.RULE: "$hatch",
}


def heads(page: Page, labels: Pair[str]) -> Content:
    """The lines over the texts: label, date, size, headline.

    They are two in either view, so that changing it moves nothing below them.

    Args:
        page: The page they stand over.
        labels: What the articles are called.
    """
    articles = page.comparison.articles
    names = Pair(*(_name(articles[side], labels[side], side) for side in Side))
    titles = Pair(*(_title(articles[side], side) for side in Side))
    facts = Pair(*(_facts(page, side) for side in Side))
    if page.options.view is View.UNIFIED:
        lines = page.heading(_joined(names, titles))
    else:
        bare = titles.map(lambda title: title[1:])
        lines = (
            *page.heading(_joined(names, facts)),
            *page.heading(bare, letters=False),
        )
    return Content("\n").join(map(_content, lines))


def _joined(first: Pair[Line], second: Pair[Line]) -> Pair[Line]:
    return Pair(*((*first[side], *second[side]) for side in Side))


def _name(article: Article, label: str, side: Side) -> Line:
    """Label and day."""
    name = Run(visible(label), Tone.LABEL, side)
    if not article.published:
        return (name,)
    return (name, Run(f" · {visible(article.published[:10])}", Tone.NOTE, side))


def _title(article: Article, side: Side) -> Line:
    """The headline; the first words of an article without one are set apart."""
    tone = Tone.TEXT if article.title else Tone.CAPTION
    title = " ".join(visible(headline(article)).split())
    return (Run(" · ", Tone.NOTE, side), Run(title, tone, side))


def _facts(page: Page, side: Side) -> Line:
    """Size, and how much of it the other article was found to tell too."""
    comparison = page.comparison
    matched = {
        link.index(side) for link in comparison.links if link.state is State.MATCHED
    }
    size = count(comparison.articles[side].sentence_count, "sentence")
    words = f" · {size}, {len(matched)} in {side.other.name}"
    return (Run(words, Tone.NOTE, side),)


def _content(line: Line) -> Content:
    """A line as a widget shows it, one cell in for the bar of the current row."""
    parts = [
        (run.text, _STYLES.get(run.tone, "").format(run.side.value if run.side else ""))
        for run in line
    ]
    return Content.assemble(" ", *(part if part[1] else part[0] for part in parts))
