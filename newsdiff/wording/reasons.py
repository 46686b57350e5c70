"""What speaks for two sentences telling the same, said in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.model import Article, Pair, Paraphrase, Side

MOST: Final = 4
"""Paraphrases that are named, the likest; an export has them all."""


def tell_reason(
    articles: Pair[Article],
    paraphrases: Sequence[Paraphrase],
    shared: Sequence[str],
    *,
    matched: bool = True,
) -> str:
    """What both say in other words, and the words both have; empty without the former.

    Both say it in other words: “bode well” ↔ “reflect positively”; both have “Pier 33”.

    Args:
        articles: Both.
        paraphrases: What two of their sentences say in other words. What is a word in
            another form only is left out.
        shared: The telling words both have.
        matched: Whether they surely tell the same.
    """
    said = dict.fromkeys(
        " ↔ ".join(f"“{_words(articles[s], one, s)}”" for s in Side)
        for one in _likest(paraphrases)
    )
    if not said:
        return ""
    start = "Both say it in other words" if matched else "The same in other words"
    have = f"; both have {in_quotes(shared)}" if shared else ""
    return f"{start}: {', '.join(said)}{have}."


def in_quotes(words: Sequence[str]) -> str:
    """Some words, each in quotation marks."""
    return ", ".join(f"“{word}”" for word in words)


def _likest(paraphrases: Sequence[Paraphrase]) -> list[Paraphrase]:
    """Those that are named, in the order of A."""
    telling = [one for one in paraphrases if not one.inflected]
    telling.sort(key=lambda one: -one.likeness)
    return sorted(telling[:MOST], key=lambda one: one.spans.a)


def _words(article: Article, one: Paraphrase, side: Side) -> str:
    """The words of one side, whatever the blanks between them."""
    return " ".join(article.text[slice(*one.spans[side])].split())
