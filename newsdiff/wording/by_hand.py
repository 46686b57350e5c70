"""What a person has said, in words: the same below a row and in every report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from newsdiff.model import SIDES, Comparison, Fact, Kind, Link, Pair, Side
from newsdiff.said import Origin, Said
from newsdiff.wording.about import count
from newsdiff.wording.phrases import QUOTES

SIGNS: Final = {"own": "+", "checked": "✓", "note": "*"}
"""What stands before the mark of a row and in front of a fact, the first that fits."""
SIGNS_ASCII: Final = {"own": "+", "checked": "v", "note": "*"}
_CUT: Final = 40
"""Characters of a fact that are enough to know it by."""


class ByHand:
    """What was said of the rows of a comparison.

    Args:
        comparison: What a person may have corrected.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._links = {
            link.sentences: link
            for link in comparison.links
            if link.origin is Origin.PERSON or link.said
        }
        self._parted: Pair[defaultdict[int, list[int]]] = Pair(
            defaultdict(list), defaultdict(list)
        )
        for link in comparison.parted:
            for side in SIDES:
                self._parted[side][link.index(side)].append(link.index(side.other))
        self._facts: Pair[defaultdict[int, list[Fact]]] = Pair(
            defaultdict(list), defaultdict(list)
        )
        for fact in comparison.facts:
            if _is_judged(fact) or fact.said:
                self._take(fact)

        self.is_empty = comparison.found is None and not any(
            sentence.rule is not None and sentence.role.compared
            for article in comparison.articles
            for sentence in article.sentences
        )
        """Whether nothing was said of any row."""

    def _take(self, fact: Fact) -> None:
        """Keeps a fact with the sentence of its first place."""
        for side in SIDES:
            spans = fact.spans[side]
            at = spans and self._comparison.articles[side].sentence_at(spans[0].start)
            if isinstance(at, int):
                self._facts[side][at].append(fact)
                return

    def lines(self, sentences: Pair[tuple[int, ...]]) -> Pair[tuple[str, ...]]:
        """What was said of a row, below the sentences of either side.

        What concerns both stands on the side of A.
        """
        if self.is_empty:
            return Pair((), ())
        both = tuple(self._of_links(sentences))
        own = Pair.each(lambda side: tuple(self._of_side(sentences, side)))
        return Pair((*both, *own.a), own.b)

    def sign(self, sentences: Pair[tuple[int, ...]]) -> str:
        """The name of the sign of a row; empty where nothing was said of it."""
        if self.is_empty:
            return ""
        links = [*self._inside(sentences)]
        said = [link.said for link in links]
        said += [
            self._comparison.said[side].get(i, Said())
            for side in SIDES
            for i in sentences[side]
        ]
        if any(link.origin is Origin.PERSON for link in links) or any(
            self._apart(sentences, side, i) or self._put_back(side, i)
            for side in SIDES
            for i in sentences[side]
        ):
            return "own"
        return _sign(said)

    def _inside(self, sentences: Pair[tuple[int, ...]]) -> Iterator[Link]:
        if self._links:
            pairs = (Pair(a, b) for a in sentences.a for b in sentences.b)
            yield from (self._links[pair] for pair in pairs if pair in self._links)

    def _of_links(self, sentences: Pair[tuple[int, ...]]) -> Iterator[str]:
        several = len(sentences.a) * len(sentences.b) > 1
        for link in self._inside(sentences):
            which = f"A {link.a + 1} and B {link.b + 1} " if several else ""
            words = ["paired by hand"] if link.origin is Origin.PERSON else []
            yield which + " · ".join([*words, *said_words(link.said)])

    def _of_side(self, sentences: Pair[tuple[int, ...]], side: Side) -> Iterator[str]:
        for i in sentences[side]:
            for j in self._apart(sentences, side, i):
                yield f"parted by hand from {side.other.name} {j + 1}"
            if rule := self._put_back(side, i):
                yield f"compared by hand: boilerplate by the rule “{rule}”"
            if words := said_words(self._comparison.said[side].get(i)):
                yield " · ".join(words)
            yield from map(fact_said, self._facts[side].get(i, ()))

    def _apart(self, sentences: Pair[tuple[int, ...]], side: Side, i: int) -> list[int]:
        """Sentences of the other side, not of the row, that one was parted from."""
        others = self._parted[side].get(i, ())
        return [j for j in others if j not in sentences[side.other]]

    def _put_back(self, side: Side, i: int) -> str:
        sentence = self._comparison.articles[side].sentences[i]
        return sentence.rule or "" if sentence.role.compared else ""


def count_by_hand(comparison: Comparison) -> str:
    """How much of it a person has said, in one sentence; empty for nothing."""
    links, facts = comparison.links, comparison.facts
    said = [link.said for link in links] + [fact.said for fact in facts]
    said += [one for side in SIDES for one in comparison.said[side].values()]
    own = [*filter(_is_judged, facts)]
    back = sum(
        sentence.rule is not None and sentence.role.compared
        for article in comparison.articles
        for sentence in article.sentences
    )
    counted = (
        (sum(link.origin is Origin.PERSON for link in links), "link", "made"),
        (len(comparison.parted), "link", "taken away"),
        (len(own), "fact", "judged"),
        (back, "line", "of boilerplate compared"),
        (sum(one.checked for one in said), "thing", "checked"),
        (sum(bool(one.note) for one in said), "note", ""),
    )
    parts = [f"{count(n, noun)} {what}".strip() for n, noun, what in counted if n]
    return f"By hand: {', '.join(parts)}." if parts else ""


def said_words(said: Said | None) -> list[str]:
    """What was said of one thing: "checked", "note: …"."""
    if said is None:
        return []
    words = ["checked"] if said.checked else []
    return [*words, f"note: {said.note}"] if said.note else words


def fact_said(fact: Fact) -> str:
    """What was said of a fact, with what it is known by; empty where nothing was."""
    words = fact_remarks(fact)
    if not words:
        return ""
    value = " ".join((fact.value.a or fact.value.b or "").strip(QUOTES).split())
    short = value if len(value) <= _CUT else f"{value[:_CUT].rstrip()}…"
    return f"“{short}”: {words}"


def fact_remarks(fact: Fact) -> str:
    """What was said of a fact; empty where nothing was."""
    words = [_judged(fact)] if _is_judged(fact) else []
    return " · ".join([*words, *said_words(fact.said)])


def _is_judged(fact: Fact) -> bool:
    """Whether a person judged a fact, which is more than what parting a pair does."""
    alone = fact.kind is Kind.CLAIM and fact.status.side is not None
    return fact.origin is Origin.PERSON and not alone


def _judged(fact: Fact) -> str:
    """What a person has made of a fact."""
    if fact.status.side is not None:
        return f"only {fact.status.side.name}, by hand"
    return "one fact in both, by hand"


def fact_sign(fact: Fact) -> str:
    """The name of the sign of a fact; empty where nothing was said of it."""
    return "own" if fact.origin is Origin.PERSON else _sign([fact.said])


def _sign(said: Iterable[Said]) -> str:
    those = list(said)
    if any(one.checked for one in those):
        return "checked"
    return "note" if any(one.note for one in those) else ""
