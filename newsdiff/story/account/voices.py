"""On whose authority an article says something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsdiff.analysis.sayings import Saying, find_sayings
from newsdiff.mentions import statements_of
from newsdiff.model import Article, Span
from newsdiff.story.account.told import overlap

_NOBODY: Final = frozenset(
    "he she they it we you i who which that this one his her their".split()
)
"""Words that name nobody to whoever hears them alone."""
_SAID: Final = frozenset(
    "said|says|say|saying|stated|states|added|adds|announced|reported|reports|wrote|"
    "writes|confirmed|according to".split("|")
)
"""What only one does who says something: to tell people to leave is a deed."""


@dataclass(frozen=True)
class Voices:
    """Who says what in one article."""

    article: Article

    @cached_property
    def _sayings(self) -> Mapping[int, Sequence[Saying]]:
        found: defaultdict[int, list[Saying]] = defaultdict(list)
        for statement in statements_of(self.article):
            if not statement.is_quote:
                found[statement.sentence] += find_sayings(self.article.text, statement)
        return found

    def behind(self, sentence: int, quoted: Span, spot: Span | None) -> Span | None:
        """The words that name who says what is quoted; None where they are quoted too.

        Args:
            sentence: The sentence.
            quoted: The words that are quoted of it.
            spot: The value in them that matters; None for all of them.
        """
        place = spot or quoted
        for saying in self._sayings.get(sentence, ()):
            source = saying.source.span
            named = self.article.text[slice(*source)].casefold() not in _NOBODY
            verb = " ".join(self.article.text[slice(*saying.verb)].casefold().split())
            there = saying.source.sentence == sentence and not saying.carries
            there = there and verb in _SAID
            if not (named and there and any(overlap(s, place) for s in saying.scope)):
                continue
            return None if overlap(source, quoted) else source
        return None
