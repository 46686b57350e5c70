"""The ledger of a story: every fact that has a value, and which articles tell it.

Made from the ledgers of its pairs. What two articles have in common, or tell with
different values, is one fact; what overlaps in one article is one, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from newsdiff.model import Absence, Fact, Kind, Span, Status

KINDS: Final = (
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.PLACE,
    Kind.DATE,
    Kind.NUMBER,
    Kind.QUOTE,
)
"""The facts of a story. Claims are found pair by pair: what one article says and two
others lack has no name by which it could be the same."""
Ledgers = Mapping[tuple[int, int], Sequence[Fact]]
"""Two articles, the lower number as A, → their facts."""


class Presence(StrEnum):
    """What is known of one fact in one article."""

    TOLD = "told"
    DIFFERENT = "different"
    """Told, with another value than most articles that tell it have."""
    NOT_FOUND = "not found"
    """No sentence was found to tell it, though its words are there: probable."""
    NOWHERE = "nowhere"
    """Its words are not there: certain."""
    OPEN = "open"
    """Not compared yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact in one article."""

    presence: Presence
    value: str | None = None
    """Its longest wording there."""
    span: Span | None = None
    """Where it is told first."""


@dataclass(frozen=True, slots=True)
class StoryFact:
    """One fact in all articles."""

    kind: Kind
    cells: tuple[Cell, ...]
    """One for each article."""

    @property
    def tellers(self) -> list[int]:
        """The articles that tell it."""
        return [i for i, cell in enumerate(self.cells) if cell.span is not None]

    @property
    def value(self) -> str:
        """Its wording in the first article that tells it."""
        return self.cells[self.tellers[0]].value or ""


_Node = tuple[int, Kind, Span]
"""A stretch of an article that tells a fact."""


_PairFact = tuple[tuple[int, int], Fact]
"""Two articles and a fact of theirs."""


@dataclass(slots=True)
class _Group:
    """What is one fact."""

    tellers: defaultdict[int, list[Span]] = field(
        default_factory=lambda: defaultdict(list)
    )
    values: defaultdict[int, list[str]] = field(
        default_factory=lambda: defaultdict(list)
    )
    agreeing: defaultdict[_Node, set[int]] = field(
        default_factory=lambda: defaultdict(set)
    )
    """For each of its values the articles that have it."""
    absences: dict[tuple[int, int], Absence | None] = field(default_factory=dict)
    """Who tells it and who lacks it → what is claimed of the latter."""

    @property
    def usual(self) -> set[int]:
        """The articles with the value that most have, the first one's if in doubt."""
        return max(self.agreeing.values(), key=lambda a: (len(a), -min(a)))


def list_story_facts(number: int, ledgers: Ledgers) -> tuple[StoryFact, ...]:
    """All facts of a story, those that most articles tell first.

    Args:
        number: How many articles there are.
        ledgers: The facts of all pairs, or of those that have been compared.

    Returns:
        Facts with a cell for each article; those told equally often in the order of
        their first place in the first article that tells them.
    """
    pair_facts = [
        (pair, fact)
        for pair, facts in sorted(ledgers.items())
        for fact in facts
        if fact.kind in KINDS
    ]
    roots, values = _roots(pair_facts), _roots(pair_facts, apart=True)
    groups: defaultdict[_Node, _Group] = defaultdict(_Group)
    for pair, fact in pair_facts:
        nodes = _nodes(pair, fact)
        group = groups[roots[nodes[0]]]
        _put(group, pair, fact)
        for node in nodes:
            group.agreeing[values[node]].add(node[0])
    facts = [
        StoryFact(kind, tuple(_cell(group, i, ledgers) for i in range(number)))
        for (_, kind, _), group in groups.items()
    ]
    return tuple(sorted(facts, key=_place))


def _place(fact: StoryFact) -> tuple[object, ...]:
    first = fact.tellers[0]
    return -len(fact.tellers), first, fact.cells[first].span, KINDS.index(fact.kind)


def _nodes(pair: tuple[int, int], fact: Fact) -> list[_Node]:
    return [
        (article, fact.kind, span)
        for article, spans in zip(pair, fact.spans, strict=True)
        for span in spans
    ]


def _roots(
    pair_facts: Sequence[_PairFact], *, apart: bool = False
) -> dict[_Node, _Node]:
    """For every stretch the one that stands for its fact.

    Args:
        pair_facts: The facts of all pairs.
        apart: Whether what is told with different values is kept apart.
    """
    parent: dict[_Node, _Node] = {}

    def root(node: _Node) -> _Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for pair, fact in pair_facts:
        nodes = _nodes(pair, fact)
        for node in nodes:
            parent.setdefault(node, node)
        first = nodes[0]
        for node in nodes[1:]:
            if apart and fact.status is Status.CONFLICT and node[0] != first[0]:
                first = node
            parent[root(node)] = root(first)
    for one, other in _overlapping(sorted(parent)):
        parent[root(other)] = root(one)
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


def _put(group: _Group, pair: tuple[int, int], fact: Fact) -> None:
    for article, spans, value in zip(pair, fact.spans, fact.value, strict=True):
        if spans:
            group.tellers[article] += spans
            group.values[article].append(value or "")
        else:
            teller = pair[0] if article == pair[1] else pair[1]
            group.absences[teller, article] = fact.absence


def _cell(group: _Group, article: int, ledgers: Ledgers) -> Cell:
    if spans := group.tellers.get(article):
        presence = Presence.TOLD if article in group.usual else Presence.DIFFERENT
        return Cell(presence, max(group.values[article], key=len), min(spans))
    pairs = [(min(i, article), max(i, article)) for i in group.tellers]
    if any(pair not in ledgers for pair in pairs):
        return Cell(Presence.OPEN)
    # The words of a fact are those of the first article that tells it.
    absence = group.absences.get((min(group.tellers), article))
    nowhere = absence is Absence.STRING
    return Cell(Presence.NOWHERE if nowhere else Presence.NOT_FOUND)
