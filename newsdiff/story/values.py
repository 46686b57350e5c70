"""The facts of a story that have a value, and what is told otherwise.

What two articles have in common, or tell with different values, is one fact; what
overlaps in one article is one, too. Nothing depends on the order of the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from newsdiff.comparing.conflicts.speakers import CARRIED
from newsdiff.comparing.ranking import Importance
from newsdiff.english.words import folded_words
from newsdiff.model import Absence, Fact, Kind, Span, Status
from newsdiff.story.presences import (
    Articles,
    Cell,
    Presence,
    StoryFact,
    Summaries,
    cell_of_sentence,
    telling_in,
)
from newsdiff.story.shares import WeighedFact
from newsdiff.story.telling import Degree, Telling

VALUES: Final = (
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.PLACE,
    Kind.DATE,
    Kind.NUMBER,
    Kind.QUOTE,
)
"""What has a value in one article alone, too; of the rest only what two articles tell
otherwise is listed here."""
_Node = tuple[int, Kind, Span]
"""A stretch of an article that tells a fact."""
_PairFact = tuple[tuple[int, int], WeighedFact]
"""Two articles and a fact of theirs."""


@dataclass(slots=True)
class _Group:
    """What is one fact."""

    kind: Kind
    tellers: defaultdict[int, list[Span]] = field(
        default_factory=lambda: defaultdict(list)
    )
    values: defaultdict[int, list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )
    agreeing: defaultdict[object, set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )
    """For each of its values the articles that have it."""
    absences: dict[tuple[int, int], Absence | None] = field(default_factory=dict)
    """Who tells it and who lacks it → what is claimed of the latter."""
    weights: list[Importance] = field(default_factory=list)
    trivial: list[bool] = field(default_factory=list)
    notes: set[str] = field(default_factory=set)
    against: set[tuple[int, int]] = field(default_factory=set)
    """Articles that tell it otherwise than each other."""

    @property
    def usual(self) -> set[int]:
        """The articles with the value that most have; none where no value is."""
        sizes = sorted(map(len, self.agreeing.values()), reverse=True)
        if len(sizes) > 1 and sizes[0] == sizes[1]:
            return set()
        return max(self.agreeing.values(), key=len)

    @property
    def alike(self) -> tuple[frozenset[int], ...]:
        """The articles with one value each, in the order of the first of each."""
        left, found = set(self.tellers), []
        for articles in sorted(self.agreeing.values(), key=lambda a: (-len(a), min(a))):
            if own := frozenset(articles & left):
                found.append(own)
                left -= own
        return tuple(sorted(found, key=min))

    @property
    def face(self) -> int:
        """The article whose wording is shown, whatever the order of the articles."""
        return min(self.tellers, key=lambda i: (-len(self.value(i)), self.value(i), i))

    def value(self, article: int) -> str:
        """The longest wording of an article."""
        return max(self.values[article], key=lambda value: (len(value), value))


def list_values(articles: Articles, summaries: Summaries) -> Iterator[StoryFact]:
    """The facts with a value, and all that is told otherwise, in no order.

    Args:
        articles: Those of the story.
        summaries: What is known of its pairs, as far as they have been compared.
    """
    facts = [
        (pair, one)
        for pair, summary in sorted(summaries.items())
        for one in summary.facts
        if one.fact.kind in VALUES or one.fact.status is Status.CONFLICT
    ]
    known = _Known(articles, summaries)
    for group in _groups(facts):
        yield _story_fact(group, known)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked of the articles."""

    articles: Articles
    summaries: Summaries

    def tellings(self, group: _Group, article: int) -> list[Telling]:
        """What an article tells of the sentences in which others tell a fact."""
        places = {
            (teller, sentence)
            for teller, spans in group.tellers.items()
            if (text := self.articles[teller]) is not None
            for span in spans
            if (sentence := text.sentence_at(span.start)) is not None
        }
        found = (telling_in(self.summaries, *one, article) for one in sorted(places))
        return [telling for telling in found if telling is not None]

    def is_compared(self, one: int, other: int) -> bool:
        """Whether a pair has been compared."""
        return (min(one, other), max(one, other)) in self.summaries


def _groups(facts: Sequence[_PairFact]) -> list[_Group]:
    roots, values = _roots(facts), _roots(facts, apart=True)
    groups: dict[_Node, _Group] = {}
    for pair, one in facts:
        nodes = _nodes(pair, one.fact)
        group = groups.setdefault(roots[nodes[0]], _Group(one.fact.kind))
        _put(group, pair, one)
        for node in nodes:
            group.agreeing[values[node]].add(node[0])
    for group in groups.values():
        if group.kind not in VALUES:
            _agree_by_words(group)
    return [*groups.values()]


def _agree_by_words(group: _Group) -> None:
    """Makes those agree whose words hold all of another's: "Berg", "Anna Berg".

    What is said by whom, or how surely, is listed only where two articles differ, and
    these never agree.
    """
    words = {i: frozenset(folded_words(group.value(i))) for i in group.tellers}
    group.agreeing.clear()
    for i, own in words.items():
        alike = [
            other
            for j, other in words.items()
            if (i, j) not in group.against and (other <= own or own <= other)
        ]
        least = min(alike, key=lambda one: (len(one), sorted(one)))
        is_apart = any(
            (i, j) in group.against and other == least for j, other in words.items()
        )
        group.agreeing[least, i if is_apart else None].add(i)


def _nodes(pair: tuple[int, int], fact: Fact) -> list[_Node]:
    return [
        (article, fact.kind, span)
        for article, spans in zip(pair, fact.spans, strict=True)
        for span in spans
    ]


def _roots(facts: Sequence[_PairFact], *, apart: bool = False) -> dict[_Node, _Node]:
    """For every stretch the one that stands for its fact.

    Args:
        facts: The facts of all pairs.
        apart: Whether what is told with different values is kept apart.
    """
    parent: dict[_Node, _Node] = {}

    def root(node: _Node) -> _Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for pair, one in facts:
        nodes = _nodes(pair, one.fact)
        for node in nodes:
            parent.setdefault(node, node)
        first = nodes[0]
        for node in nodes[1:]:
            is_conflict = one.fact.status is Status.CONFLICT
            if apart and is_conflict and node[0] != first[0]:
                first = node
            parent[root(node)] = root(first)
    for left, right in _overlapping(sorted(parent)):
        parent[root(right)] = root(left)
    return {node: root(node) for node in parent}


def _overlapping(nodes: Sequence[_Node]) -> Iterator[tuple[_Node, _Node]]:
    """Stretches of one kind and article that share characters, in order."""
    reach: _Node | None = None
    for node in nodes:
        if reach is None or node[:2] != reach[:2] or node[2].start >= reach[2].end:
            reach = node
            continue
        yield reach, node
        if node[2].end > reach[2].end:
            reach = node


def _put(group: _Group, pair: tuple[int, int], one: WeighedFact) -> None:
    fact = one.fact
    for article, spans, value in zip(pair, fact.spans, fact.value, strict=True):
        if spans:
            group.tellers[article] += spans
            group.values[article].append(value or "")
        else:
            teller = pair[0] if article == pair[1] else pair[1]
            group.absences[teller, article] = fact.absence
    group.weights.append(one.weight)
    group.trivial.append(one.is_trivial)
    if fact.status is Status.CONFLICT:
        group.notes.add(fact.note or "")
        group.against |= {pair, pair[::-1]}


def _story_fact(group: _Group, known: _Known) -> StoryFact:
    cells = tuple(_cell(group, i, known) for i in range(len(known.articles)))
    return StoryFact(
        kind=group.kind,
        cells=cells,
        face=group.face,
        weight=min(group.weights),
        is_trivial=all(group.trivial),
        note=" ".join(sorted(group.notes)),
        alike=group.alike if group.notes else (),
    )


def _cell(group: _Group, article: int, known: _Known) -> Cell:
    if spans := group.tellers.get(article):
        presence = Presence.TOLD if article in group.usual else _how_otherwise(group)
        return Cell(presence, group.value(article), min(spans))
    if not all(known.is_compared(i, article) for i in group.tellers):
        return Cell(Presence.OPEN)
    absences = {i: group.absences.get((i, article)) for i in group.tellers}
    if told := _told_in_other_words(group, article, known):
        return told
    # "Nowhere" is said of the words that are shown, and only if of all others, too.
    is_nowhere = (
        absences[group.face] is Absence.STRING
        and Absence.MEANING not in absences.values()
    )
    return Cell(Presence.NOWHERE if is_nowhere else Presence.NOT_FOUND)


def _how_otherwise(group: _Group) -> Presence:
    if group.kind is not Kind.ATTRIBUTION:
        return Presence.DIFFERENT
    carried = f"{CARRIED}.".casefold()
    is_agency = all(note.casefold() == carried for note in group.notes)
    return Presence.AGENCY if is_agency else Presence.SPEAKER


def _told_in_other_words(group: _Group, article: int, known: _Known) -> Cell | None:
    """The cell of an article that tells a quotation, only not as one.

    The ledgers of pairs leave these out: they have no value there. The same holds of
    what is said by whom and how surely, where two do not differ.
    """
    if group.kind in VALUES and group.kind is not Kind.QUOTE:
        return None
    if any((i, article) in group.absences for i in group.tellers):
        return None
    carriers = [
        telling.carriers[0]
        for telling in known.tellings(group, article)
        if telling.degree is not Degree.NOT and telling.carriers
    ]
    if not carriers:
        return None
    best = max(carriers, key=lambda carrier: (carrier.score, -carrier.sentence))
    there = cell_of_sentence(Presence.TOLD, known.articles[article], best.sentence)
    return replace(there, value=None)
