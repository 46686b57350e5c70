"""Which of the articles on the shelf tell of one event, and what a story is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from newsdiff.grouping import Copy, Signature, Stories
    from newsdiff.model import Article

FEWEST: Final = 3
"""Articles from which on they are told apart: two were named to be compared."""


@dataclass(frozen=True, eq=False)
class Groups:
    """The stories of some articles, by their places on the shelf."""

    stories: Stories
    keys: Mapping[int, str]
    """What the grouping calls each article."""
    copies: tuple[Copy, ...] = field(default=(), repr=False)
    """Articles of one story that are the same text, or partly so, by their places."""

    @cached_property
    def members(self) -> tuple[frozenset[int], ...]:
        """The places of each story."""
        places: dict[str, list[int]] = {}
        for place, key in self.keys.items():
            places.setdefault(key, []).append(place)
        return tuple(
            frozenset(place for key in story.keys for place in places.get(key, ()))
            for story in self.stories.stories
        )

    @cached_property
    def of(self) -> Mapping[int, int]:
        """The number of the story of each article."""
        return {place: n for n, own in enumerate(self.members) for place in own}

    @property
    def several(self) -> bool:
        """Whether the articles tell of several events."""
        from newsdiff.grouping import are_several

        sizes = [len(own) for own in self.members]
        return are_several(sizes, corrected=bool(self.stories.corrections.pinned))

    def around(self, places: Sequence[int]) -> frozenset[int] | None:
        """The articles that tell of the same events as some; None for all of them."""
        if not self.several or any(place not in self.of for place in places):
            return None
        return frozenset().union(*(self.members[self.of[place]] for place in places))

    def together(self, place: int, other: int) -> Groups:
        """An article is of the story of another: a person says so."""
        stories = self.stories
        to = stories.story_of(self.keys[other])
        return replace(self, stories=stories.moved(self.keys[place], to))

    def merged(self, place: int, other: int) -> Groups:
        """The stories of two articles are one: a person says so."""
        a, b = (self.stories.story_of(self.keys[one]) for one in (place, other))
        return replace(self, stories=self.stories.merged(a, b))

    def apart(self, place: int) -> Groups:
        """An article is of no story that others tell: a person says so."""
        return replace(self, stories=self.stories.split([self.keys[place]]))

    def copies_of(self, place: int) -> list[tuple[Copy, int]]:
        """What an article has word by word in common with others, and with which."""
        return self._copied.get(place, [])

    @cached_property
    def _copied(self) -> Mapping[int, list[tuple[Copy, int]]]:
        found: dict[int, list[tuple[Copy, int]]] = {}
        for copy in self.copies:
            found.setdefault(copy.a, []).append((copy, copy.b))
            found.setdefault(copy.b, []).append((copy, copy.a))
        return found

    def name(self, number: int) -> str:
        """What a story is called: the headline that is most like all of them."""
        from newsdiff.grouping import name_of

        return name_of(self.stories, self.stories.stories[number]).headline


def signatures_of(articles: Mapping[int, Article]) -> dict[int, Signature]:
    """What is kept of articles to tell which tell of one event, by their places."""
    from newsdiff.grouping import signature

    return {
        place: signature(
            one.text,
            one.title,
            one.published or one.updated,
            credit=" ".join(filter(None, (one.author, one.outlet))),
        )
        for place, one in articles.items()
    }


def grouped(
    known: Groups | None,
    signatures: Mapping[int, Signature],
    corrections: Sequence[Mapping[str, Any]] = (),
    *,
    whole: bool = True,
) -> Groups | None:
    """The stories of articles; None where they are too few to be told apart.

    Args:
        known: What was known before of some of them.
        signatures: What is kept of all of them, by their places.
        corrections: What a person has said of them at another time, as plain data.
        whole: Whether all are there: what terms weigh is then counted among all.
    """
    if len(signatures) < FEWEST:
        return None
    from newsdiff.grouping import Corrections, copies, group

    places = sorted(signatures)
    each = [signatures[place] for place in places]
    listed = {one.key for one in each}
    stories = known.stories if known else group((), Corrections.from_plain(corrections))
    if stories.numbers.keys() <= listed:
        stories = stories.with_articles(each)
    counted = stories.counts.articles
    is_due = stories.stale or (whole and counted < len(stories.signatures))
    if is_due or not stories.numbers.keys() <= listed:
        stories = group(each, stories.corrections)
    groups = Groups(stories, {place: signatures[place].key for place in places})
    found = []
    for own in map(sorted, groups.members):
        told = [signatures[place] for place in own]
        found += [replace(c, a=own[c.a], b=own[c.b]) for c in copies(told)]
    return replace(groups, copies=tuple(found))
