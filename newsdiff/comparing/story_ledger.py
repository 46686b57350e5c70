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


class Telling(StrEnum):
    """What is known of one fact in one article."""

    TOLD = "told"
    DIFFERENT = "different"
    """Told, with another value than in another article."""
    NOT_FOUND = "not found"
    """No sentence was found to tell it, though its words are there: probable."""
    NOWHERE = "nowhere"
    """Its words are not there: certain."""
    OPEN = "open"
    """Not compared yet."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact in one article."""

    telling: Telling
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


@dataclass(slots=True)
class _Group:
    """What is one fact."""

    tellers: dict[int, list[Span]] = field(default_factory=lambda: defaultdict(list))
    values: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    absences: dict[int, list[Absence | None]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """What is claimed of one that lacks it, by each that it was compared with."""
    different: set[int] = field(default_factory=set)


def story_ledger(number: int, ledgers: Ledgers) -> tuple[StoryFact, ...]:
    """All facts of a story, those that most articles tell first.

    Args:
        number: How many articles there are.
        ledgers: The facts of all pairs, or of those that have been compared.

    Returns:
        Facts with a cell for each article; those told equally often in the order of
        their first place in the first article that tells them.
    """
    found = [
        (pair, fact)
        for pair, facts in sorted(ledgers.items())
        for fact in facts
        if fact.kind in KINDS
    ]
    roots = _roots(found)
    groups: defaultdict[_Node, _Group] = defaultdict(_Group)
    for pair, fact in found:
        _put(groups[roots[_nodes(pair, fact)[0]]], pair, fact)
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


def _roots(found: Sequence[tuple[tuple[int, int], Fact]]) -> dict[_Node, _Node]:
    """For every stretch the one that stands for its fact."""
    parent: dict[_Node, _Node] = {}

    def root(node: _Node) -> _Node:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for pair, fact in found:
        nodes = _nodes(pair, fact)
        for node in nodes:
            parent.setdefault(node, node)
        for node in nodes[1:]:
            parent[root(node)] = root(nodes[0])
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
            if fact.status is Status.CONFLICT:
                group.different.add(article)
        else:
            group.absences[article].append(fact.absence)


def _cell(group: _Group, article: int, ledgers: Ledgers) -> Cell:
    if spans := group.tellers.get(article):
        telling = Telling.DIFFERENT if article in group.different else Telling.TOLD
        return Cell(telling, max(group.values[article], key=len), min(spans))
    pairs = [(min(i, article), max(i, article)) for i in group.tellers]
    if any(pair not in ledgers for pair in pairs):
        return Cell(Telling.OPEN)
    absences = group.absences.get(article, [])
    certain = len(absences) >= len(pairs) and set(absences) == {Absence.STRING}
    return Cell(Telling.NOWHERE if certain else Telling.NOT_FOUND)
