"""What two articles differ on, in a few items, most telling first.

The same for the card over the texts, and for what stands at the top of an export.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Final

from newsdiff.comparing.grounds import find_unsure
from newsdiff.comparing.ranking import Ranking, rank
from newsdiff.english.words import folded_words, is_function_word
from newsdiff.model import (
    SIDES,
    Article,
    Comparison,
    Fact,
    Kind,
    Pair,
    SentencePlace,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.wording.about import count, dated
from newsdiff.wording.facts import (
    fact_words,
    in_headline,
    joined_values,
    telling_place,
)

MOST_ITEMS: Final = 24
"""Items of a group that are worded: more than any card has room for."""
_PERHAPS: Final = "perhaps"
"""What stands before values that may be of two things."""
_SAME: Final = 0.6
"""Share of the words of the shorter of two items from which they say the same."""


@dataclass(frozen=True, slots=True)
class Item:
    """A fact that a card names."""

    fact: Fact
    words: str
    """Safe to show, in one line."""


@dataclass(frozen=True, slots=True)
class Group:
    """What a card says of one status."""

    status: Status
    items: tuple[Item, ...]
    """The most telling ones, none that says the same as one before."""
    total: int
    """How many facts there are of the status."""

    def more(self, shown: int) -> str:
        """What is said of the facts that are not shown; empty where all are."""
        left = self.total - shown
        if not left:
            return ""
        return f"and {left:,} more" if shown else count(left, "trivial one")


def groups_of(comparison: Comparison, ranking: Ranking) -> tuple[Group, ...]:
    """What differs, then what only A and only B tell; no group without facts."""
    found = []
    for status in (Status.CONFLICT, Status.ONLY_A, Status.ONLY_B):
        own = ranking.of(status)
        if own.telling or own.trivial:
            found.append(_group(comparison, own, status))
    return tuple(found)


def group_title(group: Group, labels: Pair[str] | None) -> str:
    """What stands in front of the items: "They differ on", "Only A, Harbour Post".

    Args:
        group: What the items are of.
        labels: What the articles are called; None where A and B say enough.
    """
    side = group.status.side
    if side is None:
        return "They differ on"
    return f"Only {side.name}, {labels[side]}" if labels else f"Only {side.name}"


def in_lines(comparison: Comparison, labels: Pair[str], most: int) -> Iterator[str]:
    """The groups as a text tells them: "Only A, Harbour Post: … · and 3 more".

    Args:
        comparison: What is told of.
        labels: What the articles are called.
        most: Items of a group.
    """
    for group in groups_of(comparison, rank(comparison)):
        shown = [item.words for item in group.items[:most]]
        said = " · ".join(part for part in (*shown, group.more(len(shown))) if part)
        yield f"{group_title(group, labels)}: {said}"


def about(comparison: Comparison, side: Side) -> str:
    """Outlet, date, length of an article, and how much of it the other one tells."""
    article = comparison.articles[side]
    size = (
        count(article.word_count, "word"),
        count(article.sentence_count, "sentence"),
    )
    parts = [article.label, dated(article)[:10], *size, _told(comparison, side)]
    return " · ".join(part for part in parts if part)


def title_words(article: Article) -> str:
    """The headline, or that there is none."""
    return article.title or "no headline"


def _told(comparison: Comparison, side: Side) -> str:
    """How many of its sentences the other article was found to tell."""
    matched, linked = (
        {link.index(side) for link in comparison.links if link.state in states}
        for states in ((State.MATCHED,), State)
    )
    other = side.other.name
    if not linked:
        return f"none found in {other}"
    related = len(linked - matched)
    more = f", {related:,} only related" if related else ""
    return f"{len(matched):,} of them also in {other}{more}"


def _group(comparison: Comparison, ranking: Ranking, status: Status) -> Group:
    telling = [one for one in ranking.telling if not _is_headline(comparison, one)]
    if status is Status.CONFLICT:  # what is sure comes first
        unsure = [comparison.facts[n] for n in find_unsure(comparison)]
        telling.sort(key=lambda fact: fact in unsure)
    else:
        telling = list(_by_turns(telling))
    items = tuple(_distinct(comparison, telling, status.side))
    return Group(status, items, len(ranking.telling) + len(ranking.trivial))


def _by_turns(facts: Iterable[Fact]) -> Iterator[Fact]:
    """One of each kind, then the next of each: no kind has all of a card's room.

    Args:
        facts: Those of one kind together, most telling first.
    """
    kinds = [list(group) for _, group in groupby(facts, key=lambda fact: fact.kind)]
    for turn in zip_longest(*kinds):
        yield from (fact for fact in turn if fact is not None)


def _distinct(
    comparison: Comparison, facts: Sequence[Fact], side: Side | None
) -> Iterator[Item]:
    """The facts in words, without those that say the same as one before."""
    said: list[frozenset[str]] = []
    unsure = [comparison.facts[n] for n in find_unsure(comparison)]
    for fact in facts[: 2 * MOST_ITEMS]:
        words = (
            fact_words(comparison.articles, fact, side)
            if side
            else joined_values(comparison.articles, fact)
        )
        words = f"{_PERHAPS} {words}" if words and fact in unsure else words
        content = frozenset(w for w in folded_words(words) if not is_function_word(w))
        least = (min(len(content), len(one)) * _SAME for one in said)
        alike = any(
            len(content & one) > enough for one, enough in zip(said, least, strict=True)
        )
        if alike or not words:
            continue
        said.append(content)
        yield Item(fact, words)
        if len(said) == MOST_ITEMS:
            break


def _is_headline(comparison: Comparison, fact: Fact) -> bool:
    """Whether a fact is a headline, or a part of one, that stands beside it anyway."""
    side = fact.status.side
    if fact.kind is not Kind.CLAIM or side is None:
        return False
    return in_headline(comparison.articles[side], fact.spans[side][0])


def first_place(comparison: Comparison, fact: Fact) -> SentencePlace | None:
    """The sentence that tells a fact in full: of A, if A tells it."""
    for side in SIDES:
        if fact.spans[side]:
            article = comparison.articles[side]
            start = telling_place(article, fact, side).start
            sentence = article.sentence_at(start)
            if sentence is not None:
                return side, sentence
    return None


def spots_of(comparison: Comparison, fact: Fact) -> Pair[tuple[Span, ...]]:
    """The words to bring out where a reader is led to a fact."""
    return Pair.each(
        lambda side: (
            (telling_place(comparison.articles[side], fact, side),)
            if fact.spans[side]
            else ()
        )
    )
