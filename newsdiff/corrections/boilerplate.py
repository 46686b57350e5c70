"""Lines of boilerplate that a person puts back into the comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsdiff.corrections.saying import Saying, What
from newsdiff.model import Article, Role, Sentence, Side


def with_lines_compared(
    article: Article, sayings: Iterable[Saying], side: Side = Side.A
) -> Article:
    """An article with those lines of boilerplate as body text that a person wants so.

    Args:
        article: The article, as it was read or as it is.
        sayings: What is in force of what was said of it.
        side: The side of the sayings that it is.
    """
    wanted = {
        span
        for saying in sayings
        if saying.what is What.COMPARED and saying.holds
        for span in saying.place.spans[side]
    }
    if not wanted and not any(map(is_put_back, article.sentences)):
        return article

    def made(sentence: Sentence) -> Sentence:
        if sentence.rule is None:
            return sentence
        role = Role.BODY if sentence.span in wanted else Role.BOILERPLATE
        return sentence if sentence.role is role else replace(sentence, role=role)

    return replace(article, sentences=tuple(map(made, article.sentences)))


def is_put_back(sentence: Sentence) -> bool:
    """Whether a person has put a line of boilerplate back into the comparison."""
    return sentence.rule is not None and sentence.role.compared
