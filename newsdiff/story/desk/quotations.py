"""Every quotation of a story, with what each outlet made of its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, reduce

from newsdiff.model import SIDES, Pair, Span
from newsdiff.story.desk.joining import Joined
from newsdiff.story.desk.naming import Who
from newsdiff.story.desk.ties import How, SameWords, Ties
from newsdiff.story.desk.told import Quoted, Told

Tied = Mapping[tuple[int, int], Ties]
"""Two articles by their places in the table, the lower one as A → what ties them."""
_Node = tuple[int, int]
"""An article and the number of one of its quotations."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation as one article has it."""

    article: int
    sentence: int
    places: tuple[Span, ...]
    """Of its words, one a sentence."""
    how: How
    differing: tuple[Span, ...] = ()
    """Its words that another outlet has otherwise, in order."""
    speaker: Who | None = None
    agency: Who | None = None
    other_speaker: bool = False
    """Whether it names another speaker than most outlets do."""


@dataclass(frozen=True)
class QuoteRow:
    """One quotation in all articles."""

    wordings: tuple[Wording, ...]
    """By article; who quotes it comes before who retells it."""
    retold: bool = False
    """Whether two of its wordings are versions that share no run of words."""

    @cached_property
    def outlets(self) -> tuple[int, ...]:
        """The articles that have it, quoted or not."""
        return tuple(sorted({wording.article for wording in self.wordings}))

    @cached_property
    def quoting(self) -> tuple[int, ...]:
        """Those that quote it."""
        quoted = (w.article for w in self.wordings if w.how is How.QUOTED)
        return tuple(sorted(set(quoted)))

    @cached_property
    def speaker(self) -> Who | None:
        """Whom most outlets name, a person rather than a body, surely than guessed."""
        named = [w.speaker for w in self.wordings if w.speaker and not w.other_speaker]
        counts = Counter((who.sort, who.name) for who in named)
        return min(
            named,
            key=lambda w: (w.guessed, not w.sort.is_named, -counts[w.sort, w.name]),
            default=None,
        )

    @property
    def drifts(self) -> bool:
        """Whether outlets have other words."""
        return any(wording.differing for wording in self.wordings)

    @property
    def disputed(self) -> bool:
        """Whether outlets name another speaker."""
        return any(wording.other_speaker for wording in self.wordings)


def list_quotations(tied: Tied, sources: Joined[tuple[int, str]]) -> list[QuoteRow]:
    """The quotations, those that most outlets tell and that drifted most first.

    Args:
        tied: What ties the articles, pair by pair.
        sources: Articles with keys of theirs that are one source.
    """
    told = told_of(tied)
    every = Joined((a, n) for a, own in told.items() for n in range(len(own.quotes)))
    marks = _Marks()
    for pair, ties in sorted(tied.items()):
        for same in ties.quotes:
            nodes = _nodes(pair, same.quotes)
            every.join(nodes.a, nodes.b)
            marks.add(nodes, same)
    retold = _retold(tied)
    rows = []
    for group in every.groups():
        found = [
            _quoted(node, told[node[0]].quotes[node[1]], marks.of(node))
            for node in group
        ]
        found += _beside(group, found, retold)
        found.sort(key=lambda w: (w.how is not How.QUOTED, w.article, w.places))
        marked = tuple(_with_speakers(found, sources))
        rows.append(QuoteRow(marked, retold=not marks.versions.isdisjoint(group)))
    return sorted(rows, key=_rank)


class _Marks:
    """The words of each quotation that another outlet has otherwise."""

    def __init__(self) -> None:
        self.versions: set[_Node] = set()
        """Those that share no run of words with some other."""
        self._parted: defaultdict[_Node, list[tuple[Span, ...]]] = defaultdict(list)
        self._unshared: defaultdict[_Node, list[tuple[Span, ...]]] = defaultdict(list)

    def add(self, nodes: Pair[_Node], same: SameWords) -> None:
        """Two quotations that are one."""
        kept = self._unshared if same.retold else self._parted
        for side in SIDES:
            kept[nodes[side]].append(same.differing[side])
            if same.retold:
                self.versions.add(nodes[side])

    def of(self, node: _Node) -> tuple[Span, ...]:
        """Its words that some outlet has otherwise whose words run along with these.

        Where there is none, those that no other version has.
        """
        if parted := self._parted.get(node):
            return tuple(merged(span for spans in parted for span in spans))
        unshared = self._unshared.get(node, [()])
        return tuple(
            common
            for span in unshared[0]
            for common in reduce(_common, unshared[1:], [span])
        )


def merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Places in order, what overlaps as one."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start < last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _common(spans: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """What lies in places of both."""
    found = (
        Span(max(s.start, o.start), min(s.end, o.end)) for s in spans for o in others
    )
    return [span for span in found if span.start < span.end]


def told_of(tied: Tied) -> dict[int, Told]:
    """What each article tells, as far as any pair of it has been compared."""
    found: dict[int, Told] = {}
    for pair, ties in sorted(tied.items()):
        for article, told in zip(pair, ties.told, strict=True):
            found.setdefault(article, told)
    return found


def _nodes(pair: tuple[int, int], numbers: Pair[int]) -> Pair[_Node]:
    return Pair((pair[0], numbers.a), (pair[1], numbers.b))


def _quoted(node: _Node, quote: Quoted, differing: tuple[Span, ...]) -> Wording:
    return Wording(
        article=node[0],
        sentence=quote.sentences[0],
        places=quote.pieces,
        how=How.QUOTED,
        differing=differing,
        speaker=quote.speaker,
        agency=quote.agency,
    )


def _retold(tied: Tied) -> Mapping[_Node, list[tuple[int, int, How]]]:
    """For each quotation the articles and sentences that have it without marks."""
    found: defaultdict[_Node, list[tuple[int, int, How]]] = defaultdict(list)
    for pair, ties in sorted(tied.items()):
        articles = Pair(*pair)
        for one in ties.retold:
            node = articles[one.side], one.quote
            found[node].append((articles[one.side.other], one.sentence, one.how))
    return found


def _beside(
    group: Sequence[_Node],
    quoted: Sequence[Wording],
    retold: Mapping[_Node, list[tuple[int, int, How]]],
) -> Iterator[Wording]:
    """Who retells a quotation, of those who do not quote it; each once."""
    seen = {wording.article for wording in quoted}
    for node in group:
        for article, sentence, how in sorted(retold.get(node, ())):
            if article not in seen:
                seen.add(article)
                yield Wording(article, sentence, (), how)


def _with_speakers(
    wordings: Sequence[Wording], sources: Joined[tuple[int, str]]
) -> Iterator[Wording]:
    """Marks who names another speaker than most of those who name one for sure."""
    named = {
        n: sources.root((w.article, w.speaker.key))
        for n, w in enumerate(wordings)
        if w.speaker and not w.speaker.guessed
    }
    people = {n: named[n] for n in named if _is_person(wordings[n])}
    counts = Counter((people or named).values())
    usual = max(counts.values(), default=0)
    first = next((root for root in people.values() if counts[root] == usual), None)
    for n, wording in enumerate(wordings):
        # A body, or somebody without a name, may be whom another outlet names.
        other = n in people and people[n] != first
        yield replace(wording, other_speaker=True) if other else wording


def _is_person(wording: Wording) -> bool:
    return wording.speaker is not None and wording.speaker.sort.is_named


def _rank(row: QuoteRow) -> tuple[object, ...]:
    marked = max(sum(e - s for s, e in w.differing) for w in row.wordings)
    first = row.wordings[0]
    return (
        -len(row.outlets),
        -len(row.quoting),
        -row.disputed,
        -marked,
        first.article,
        first.places,
    )
