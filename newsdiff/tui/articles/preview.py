"""One article in the list, more closely: what a person wants to know to choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from newsdiff.model import Article, Role
from newsdiff.tui.shared.screen import plain
from newsdiff.wording.about import count, dated, headline

_MOST: Final = 3_000
"""Characters of the article that are shown: more than fits on a screen."""


def make_preview(article: Article, copies: Sequence[str] = ()) -> Content:
    """Headline, what is known of the article, and how it begins.

    Args:
        article: The article.
        copies: What it has word by word in common with others, a sentence each.
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
    for paragraph in _opening(article):
        lines += [Content(), plain(paragraph)]
    return Content("\n").join(lines)


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
