"""Articles in stories: a frozen value to which articles are added, or taken from it.

One more article gives what grouping all of them gives, whatever the order. What may
differ is what terms weigh: that is counted when all are grouped, and kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce
from itertools import chain
from typing import Final

import numpy as np

from newsdiff.grouping.clustering import Rule
from newsdiff.grouping.corrections import Corrections
from newsdiff.grouping.index import UNIT, Index
from newsdiff.grouping.partition import (
    FLOOR,
    Group,
    Partition,
    extended,
    reduced,
    regrouped,
)
from newsdiff.grouping.signatures import Signature
from newsdiff.grouping.weights import Counts

_STALE: Final = 2.0
"""How many times as many articles as were counted make counting worth while."""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that tell of one event."""

    keys: tuple[str, ...]
    """In order."""


@dataclass(frozen=True, eq=False)
class Stories:
    """The stories of a list of articles; made by `group`."""

    signatures: tuple[Signature, ...] = field(default=(), repr=False)
    """One a text, in the order in which they came."""
    corrections: Corrections = field(default_factory=Corrections)
    counts: Counts = field(default_factory=Counts, repr=False)
    """What terms weigh by."""
    index: Index = field(default_factory=Index, repr=False)
    partition: Partition = field(default_factory=Partition, repr=False)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """All stories, those of most articles first, then by their keys."""
        groups = chain.from_iterable(self.partition.groups.values())
        found = [self._story(group) for group in groups]
        found.sort(key=lambda story: (-len(story.keys), story.keys))
        return tuple(found)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each text, by its key, in `signatures`."""
        return {one.key: number for number, one in enumerate(self.signatures)}

    @property
    def stale(self) -> bool:
        """Whether grouping all anew would weigh terms by clearly more articles."""
        return len(self.signatures) > _STALE * (self.counts.articles + 1)

    def story_of(self, key: str) -> Story:
        """The story of an article.

        Args:
            key: The key of its text.

        Raises:
            KeyError: If no such article is listed.
        """
        return self._story(self.partition.group_of(self.numbers[key]))

    def signature_of(self, key: str) -> Signature:
        """The signature of an article; a KeyError if it is not listed."""
        return self.signatures[self.numbers[key]]

    def alike(self, a: str, b: str) -> float:
        """How alike two articles are, 0 to 1; `ALIKE / UNIT` is enough."""
        number = self.numbers[b]
        row = self.index.row(
            self.numbers[a], self.signature_of(a), self.counts, least=1
        )
        at = np.searchsorted(row.others, number)
        is_there = at < len(row.others) and row.others[at] == number
        return int(row.alike[at]) / UNIT if is_there else 0.0

    def with_article(self, added: Signature) -> Stories:
        """These and one article more."""
        return self.with_articles([added])

    def with_articles(self, added: Iterable[Signature]) -> Stories:
        """These and some articles more.

        A text that is listed already is not listed again; if its day is earlier here,
        it is listed with that day.

        Args:
            added: Their signatures.
        """
        fresh = [
            one
            for one in one_each(added)
            if (listed := self._listed(one.key)) is None or _order(one) < _order(listed)
        ]
        later = [one.key for one in fresh if one.key in self.numbers]
        rest = reduce(Stories.without_article, later, self)
        return _with_new(rest, fresh) if fresh else self

    def without_article(self, key: str) -> Stories:
        """These without an article; corrections of it are kept.

        Raises:
            KeyError: If no such article is listed.
        """
        number = self.numbers[key]
        rest = self.signatures[:number] + self.signatures[number + 1 :]
        keys = [one.key for one in rest]
        rule = _rule(self.corrections, keys)
        return replace(
            self,
            signatures=rest,
            index=self.index.without(number),
            partition=reduced(self.partition, number, keys, rule),
        )

    def moved(self, article: str, story: Story) -> Stories:
        """An article is of another story: a person says so.

        Args:
            article: Its key.
            story: The story it is of.
        """
        left = self.story_of(article)
        return self.corrected(
            self.corrections.moved(article, to=story.keys, away_from=left.keys)
        )

    def split(self, articles: Iterable[str]) -> Stories:
        """Some articles of one story are a story of their own: a person says so.

        Args:
            articles: Their keys, at least one.
        """
        own = frozenset(articles)
        rest = {key for article in own for key in self.story_of(article).keys} - own
        first = min(own)
        while True:  # nor do they join the story that they are next like
            found = self.corrected(self.corrections.split(own, rest))
            joined = own.symmetric_difference(found.story_of(first).keys)
            if joined <= rest | own:
                return found
            rest |= joined - own

    def merged(self, a: Story, b: Story) -> Stories:
        """Two stories are one: a person says so."""
        return self.corrected(self.corrections.merged(a.keys, b.keys))

    def corrected(self, corrections: Corrections) -> Stories:
        """These by other corrections.

        Args:
            corrections: All that hold.
        """
        keys = [one.key for one in self.signatures]
        return replace(
            self,
            corrections=corrections,
            partition=regrouped(self.partition, keys, _rule(corrections, keys)),
        )

    def _listed(self, key: str) -> Signature | None:
        number = self.numbers.get(key)
        return None if number is None else self.signatures[number]

    def _story(self, group: Group) -> Story:
        return Story(tuple(sorted(self.signatures[member].key for member in group)))


def _with_new(known: Stories, added: Sequence[Signature]) -> Stories:
    """Stories with articles more, none of which they have."""
    first = len(known.signatures)
    index = known.index.with_articles(added, known.counts)
    rows = [
        index.row(number, one, known.counts, FLOOR)
        for number, one in enumerate(added, first)
    ]
    signatures = (*known.signatures, *added)
    keys = [one.key for one in signatures]
    rule = _rule(known.corrections, keys)
    return replace(
        known,
        signatures=signatures,
        index=index,
        partition=extended(known.partition, rows, keys, rule),
    )


def _rule(corrections: Corrections, keys: Sequence[str]) -> Rule:
    """Corrections as numbers of articles."""
    if not corrections.pinned:
        return Rule()
    numbers = {key: number for number, key in enumerate(keys)}
    rules = corrections.rules()
    listed = [
        frozenset(numbers[key] for key in group if key in numbers)
        for group in (*rules.together, *rules.apart)
    ]
    together = listed[: len(rules.together)]
    pairs = [sorted(pair) for pair in listed[len(together) :] if len(pair) == 2]
    return Rule(
        together=[group for group in together if len(group) > 1],
        apart=frozenset((a, b) for a, b in pairs),
    )


def one_each(signatures: Iterable[Signature]) -> list[Signature]:
    """Each text once, where it was listed with the earliest day.

    Args:
        signatures: Of articles, some of which may be the same text.
    """
    found: dict[str, Signature] = {}
    for one in signatures:
        listed = found.get(one.key)
        if listed is None or _order(one) < _order(listed):
            found[one.key] = one
    return list(found.values())


def _order(one: Signature) -> tuple[bool, int, str, tuple[str, ...], bytes]:
    """Of the same text listed twice: the earlier one, else the first headline."""
    return one.day is None, one.day or 0, one.headline, one.agencies, one.hashes
