"""One article in a few words, the same on every screen and in every export.

Imports next to nothing: the list of articles is the first thing that is drawn.
"""

from __future__ import annotations

from newsdiff.model import Article


def describe(article: Article) -> str:
    """Date and size of an article: "2023-09-05 · 583 words · 25 sentences"."""
    parts = [dated(article).replace("T", " ")]
    parts += [
        count(article.word_count, "word"),
        count(article.sentence_count, "sentence"),
    ]
    return " · ".join(part for part in parts if part)


def dated(article: Article) -> str:
    """When it was published, in ISO 8601; empty where nothing says it.

    What can be read in two ways stands as it is written, with "?".
    """
    if article.published is None and article.unsure_date:
        return f"{article.unsure_date}?"
    return article.published or ""


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 word", "583 words"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def headline(article: Article) -> str:
    """The headline, or the first words of an article that has none, with "…"."""
    if article.title:
        return article.title
    if not article.compared:
        return ""
    words = article.words_of(article.compared[0]).split()
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")
