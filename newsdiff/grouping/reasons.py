"""Why an article is in its story, and why two articles are not in one.

Reasons are terms as the articles write them, what counts most first: evidence to look
at. How it is said is another room's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsdiff.grouping.index import UNIT, closeness
from newsdiff.grouping.partition import ALIKE
from newsdiff.grouping.signatures import ShownTerm, Signature, shown_terms
from newsdiff.grouping.stories import Stories
from newsdiff.grouping.terms import TermKind
from newsdiff.grouping.weights import terms_of, weights_of

MOST: Final = 12
"""Terms that are given; the others weigh little."""
ENOUGH: Final = ALIKE / UNIT
"""How alike two articles must be."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A term that an article shares with others."""

    kind: TermKind
    text: str
    """As it is written: "Bettie Page", "40 Palestinians"."""
    share: float
    """Of all that makes them alike, 0 to 1."""
    others: int
    """How many of the others have it."""


@dataclass(frozen=True, slots=True)
class Because:
    """Why an article is in its story."""

    shared: tuple[Shared, ...]
    """What counts most first; empty where it is alone, or a person put it there."""
    alike: float
    """How like the others it is on average; `ENOUGH` is enough."""
    others: int
    """Articles in the story beside it."""
    days: int | None
    """Days to the nearest of the others; None where one is not known."""
    by_person: bool
    """Whether a person put it together with one of the others."""


class Cause(StrEnum):
    """What keeps two articles apart."""

    PERSON = "person"
    """A person said so."""
    DAYS = "days"
    """Too many days are between them."""
    LITTLE = "little"
    """They share too little."""
    STORIES = "stories"
    """They are alike, but their stories are not on average."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Why two articles are not in one story."""

    cause: Cause
    alike: float
    """How alike they are; `ENOUGH` would be enough."""
    shared: tuple[Shared, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    """What the one is about and the other does not tell."""
    days: int | None
    """Between them; None where one is not known."""


def why(stories: Stories, key: str) -> Because:
    """Why an article is in its story.

    Args:
        stories: All stories.
        key: The article.

    Raises:
        KeyError: If it is not listed.
    """
    one = stories.signature_of(key)
    others = [
        stories.signature_of(other)
        for other in stories.story_of(key).keys
        if other != key
    ]
    alike = [stories.alike(key, other.key) for other in others]
    return Because(
        shared=_shared(stories, one, others),
        alike=sum(alike) / len(alike) if alike else 0.0,
        others=len(others),
        days=min((d for o in others if (d := _days(one, o)) is not None), default=None),
        by_person=any(
            key in group and any(other.key in group for other in others)
            for group in stories.corrections.rules().together
        ),
    )


def why_apart(stories: Stories, a: str, b: str) -> Apart:
    """Why two articles are not in one story.

    Args:
        stories: All stories.
        a: One article.
        b: The other.

    Raises:
        KeyError: If one is not listed.
        ValueError: If they are in one story.
    """
    if b in stories.story_of(a).keys:
        message = f"{a} and {b} are in one story."
        raise ValueError(message)
    one, other = stories.signature_of(a), stories.signature_of(b)
    alike = stories.alike(a, b)
    return Apart(
        cause=_cause(stories, one, other, alike),
        alike=alike,
        shared=_shared(stories, one, [other]),
        only_a=_only(stories, one, other),
        only_b=_only(stories, other, one),
        days=_days(one, other),
    )


def merged_names(terms: Iterable[tuple[ShownTerm, float]]) -> dict[ShownTerm, float]:
    """Terms with what they count; a word of a longer name counts for that name.

    Args:
        terms: What counts how much.

    Returns:
        The same, what counts most first.
    """
    counted = sorted(terms, key=lambda each: (-each[1], each[0].kind, each[0].text))
    names = [
        term for term, _ in counted if term.kind is TermKind.NAME and " " in term.text
    ]
    longer = {word: name for name in reversed(names) for word in name.text.split()}
    found: Counter[ShownTerm] = Counter()
    for term, counts in counted:
        is_name = term.kind is TermKind.NAME
        found[longer.get(term.text, term) if is_name else term] += counts  # type: ignore[assignment]
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0].text)))


def weights_by_term(stories: Stories, one: Signature) -> Mapping[int, float]:
    """What each term of an article weighs, by its hash."""
    weights = weights_of(one, stories.counts)
    return dict(zip(terms_of(one).tolist(), weights.tolist(), strict=True))


def _shared(
    stories: Stories, one: Signature, others: Sequence[Signature]
) -> tuple[Shared, ...]:
    mine = weights_by_term(stories, one)
    counts: dict[int, float] = defaultdict(float)
    times: Counter[int] = Counter()
    shown = shown_terms(one)
    for other in others:
        for term, weight in weights_by_term(stories, other).items():
            if term in mine:
                counts[term] += mine[term] * weight
                times[term] += 1
        shown = {**shown_terms(other), **shown}
    total = sum(counts.values()) or 1.0
    having: dict[ShownTerm, int] = {}
    for term in counts:
        if term in shown:
            having[shown[term]] = max(times[term], having.get(shown[term], 0))
    named = merged_names((shown[t], c) for t, c in counts.items() if t in shown)
    return tuple(
        Shared(term.kind, term.text, counted / total, having[term])
        for term, counted in list(named.items())[:MOST]
    )


def _only(stories: Stories, one: Signature, other: Signature) -> tuple[str, ...]:
    theirs = weights_by_term(stories, other)
    shown = shown_terms(one)
    own = {
        shown[term]: weight
        for term, weight in weights_by_term(stories, one).items()
        if term not in theirs and term in shown
    }
    return tuple(term.text for term in list(merged_names(own.items()))[:MOST])


def _cause(stories: Stories, one: Signature, other: Signature, alike: float) -> Cause:
    rules = stories.corrections.rules()
    mine = stories.story_of(one.key).keys
    theirs = stories.story_of(other.key).keys
    if any(frozenset((a, b)) in rules.apart for a in mine for b in theirs):
        return Cause.PERSON
    if closeness(one.day, other.day) == 0:
        return Cause.DAYS
    return Cause.LITTLE if alike < ENOUGH else Cause.STORIES


def _days(one: Signature, other: Signature) -> int | None:
    if one.day is None or other.day is None:
        return None
    return abs(one.day - other.day)
