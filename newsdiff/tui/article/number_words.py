"""Which sentences have a number of others that tell them, and what it means."""

from __future__ import annotations

from typing import Final

from newsdiff.model import Article

NOT_COMPARED: Final = "This is not compared."
NO_OTHER: Final = "there is no other article of this event"
_WORDS: Final = dict(enumerate("one two three four five six seven".split(), start=1))


def legends(others: int) -> list[str]:
    """What the numbers mean, told by one that could stand there; then in few words."""
    if others < 2:
        two = "1/1: the other article tells it · ~: it tells some of it"
        return [two, "1/1: the other tells it, ~ in part"] if others else [NO_OTHER]
    few = others - 1
    some, every = _WORDS.get(few, few), _WORDS.get(others, others)
    told, tell = f"{few}/{others}: {some} of {every} others", "tell" + "s" * (few == 1)
    return [f"{told} {tell} it · ~: one tells part", f"{told}, ~ in part"]


def is_compared(article: Article, sentence: int) -> bool:
    """Whether a sentence has such a number."""
    inside = sentence < len(article.sentences)
    return inside and article.sentences[sentence].role.compared
