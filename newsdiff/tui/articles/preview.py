"""One article in the list, more closely: what a person wants to know to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from newsdiff.model import Article, Role
from newsdiff.text.visible import visible
from newsdiff.tui.session.searching import Hits, around
from newsdiff.tui.shared.screen import plain
from newsdiff.wording.about import count, dated, headline

_MOST: Final = 3_000
"""Characters of the article that are shown: more than fits on a screen."""
WIDEST: Final = 90
"""Columns of the preview, at most."""
_AROUND: Final = 16
"""Of these, what is left free at its edges, and the number of a sentence."""


def make_preview(
    article: Article,
    copies: Sequence[str] = (),
    hits: Hits | None = None,
    width: int = WIDEST,
) -> Content:
    """Headline, what is known of the article, and how it begins, or what was found.

    Args:
        article: The article.
        copies: What it has word by word in common with others, a sentence each.
        hits: Where its text has what is sought.
        width: Cells of the screen.
    """
    outlet = article.outlet if article.outlet != article.label else None
    known = [
        outlet,
        article.author and f"by {article.author}",
        dated(article),
        article.updated and f"updated {article.updated}",
        count(article.word_count, "word"),
        count(article.sentence_count, "sentence"),
        article.source,
    ]
    lines = [
        plain(" ".join(headline(article).split()), "bold"),
        plain(" · ".join(part for part in known if part), "$faint"),
        *(plain(copy, "$faint") for copy in copies),
        *(plain(note, "$warning") for note in article.notes),
    ]
    if hits is not None:
        lines += [Content(), *hit_lines(article, hits, width)]
        return Content("\n").join(lines)
    for paragraph in _opening(article):
        lines += [Content(), plain(paragraph)]
    return Content("\n").join(lines)


def hit_lines(article: Article, hits: Hits, width: int = WIDEST) -> list[Content]:
    """How often the words stand in a text, and the lines around the first places.

    Args:
        article: The article.
        hits: Where.
        width: Cells of the screen.
    """
    room = max(20, min(width, WIDEST) - _AROUND)
    words = visible(" ".join(hits.words.split()))
    number = count(hits.count, "place" if hits.together else "paragraph")
    head = f"“{words}” in {number} of the text"
    if not hits.together:
        head = f"all of “{words}”, apart from each other, in {number} of the text"
    lines = [Content.styled(head, "$faint")]
    for span in hits.spans:
        line, at = around(article.text, span, room)
        at_sentence = article.sentence_at(span.start)
        number = "" if at_sentence is None else f"{at_sentence + 1}"
        found = plain(line).stylize("reverse", at.start, at.end)
        lines.append(Content.assemble((f"{number:>4}  ", "$faint"), found))
    more = hits.count - len(hits.spans)
    return [*lines, Content.styled(f"      and {more:,} more", "$faint")][
        : None if more > 0 else -1
    ]


def _opening(article: Article) -> list[str]:
    """The first paragraphs of the story itself."""
    paragraphs: dict[int, list[str]] = {}
    taken = 0
    for i, sentence in enumerate(article.sentences):
        if sentence.role in (Role.BODY, Role.SUBHEADING) and taken < _MOST:
            words = " ".join(article.words_of(i)[:_MOST].split())
            paragraphs.setdefault(sentence.paragraph, []).append(words)
            taken += len(words)
    return [" ".join(sentences) for sentences in paragraphs.values()]
