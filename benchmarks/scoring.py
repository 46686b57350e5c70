"""How well comparisons of a story agree with its annotation.

All pairs of articles are pooled. Gold sentences and newsdiff's are matched where they
share half of the shorter one; facts are judged by the content words of their evidence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Final

from newsdiff.english.words import is_function_word
from newsdiff.model import (
    Article,
    Comparison,
    Fact,
    Pair,
    Role,
    Side,
    Span,
    State,
    Status,
)

Compare = Callable[[Article, Article], Comparison]
_WORD: Final = re.compile(r"\w[\w'’-]*")
_FREE: Final = ("event", "background")
"""Kinds of gold facts whose differing values no rule can compare."""
_LONGEST: Final = 4
"""A conflict may be named in at most so many times the words of the evidence."""
ONLY: Final = {Side.A: Status.ONLY_A, Side.B: Status.ONLY_B}


@dataclass(slots=True)
class Count:
    """What was said, what of it is right, what there was to say."""

    right: int = 0
    said: int = 0
    true: int = 0

    def add(self, right: int, said: int, true: int) -> None:
        """Adds a pair's counts."""
        self.right += right
        self.said += said
        self.true += true

    @property
    def precision(self) -> float:
        """Share of what was said that is right."""
        return self.right / self.said if self.said else 0.0

    @property
    def recall(self) -> float:
        """Share of what there was to say that was said."""
        return self.right / self.true if self.true else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.said + self.true
        return 2 * self.right / total if total else 0.0


@dataclass(slots=True)
class Score:
    """The counts of a story."""

    links: Count = field(default_factory=Count)
    matched: Count = field(default_factory=Count)
    partners: Count = field(default_factory=Count)
    missing: Count = field(default_factory=Count)
    """Facts that one article of a pair lacks, found to be lacking."""
    alarms: Count = field(default_factory=Count)
    """Common facts said to be lacking."""
    conflicts: Count = field(default_factory=Count)
    conflicts_right: int = 0
    """Right conflicts among those that a rule can compare."""
    boilerplate: Count = field(default_factory=Count)

    def figures(self) -> dict[str, float]:
        """Every figure by name, 0..1, to four places."""
        alarms = self.alarms.right / self.alarms.true if self.alarms.true else 0.0
        comparable = self.conflicts.true
        found = {
            "link precision": self.links.precision,
            "link recall": self.links.recall,
            "link F1": self.links.f1,
            "matched precision": self.matched.precision,
            "matched recall": self.matched.recall,
            "partner": self.partners.recall,
            "omission recall": self.missing.recall,
            "omission false alarms": alarms,
            "omission balanced": (self.missing.recall + 1 - alarms) / 2,
            "conflict precision": self.conflicts.precision,
            "conflict recall": self.conflicts_right / comparable if comparable else 0.0,
        }
        if self.boilerplate.true:
            found["boilerplate F1"] = self.boilerplate.f1
        return {name: round(value, 4) for name, value in found.items()}


def score_story(
    gold: Mapping[str, Any], articles: Mapping[str, Article], compare: Compare
) -> Score:
    """The score of all pairs of a story's articles."""
    score = Score()
    for key, article in articles.items():
        _boilerplate(score, gold["articles"][key]["sentences"], article)
    for x, y in itertools.combinations(sorted(articles), 2):
        comparison = compare(articles[x], articles[y])
        keys = Pair(x, y)
        _links(score, gold, keys, comparison)
        for side in Side:
            _omissions(score, gold, keys, comparison, side)
        _conflicts(score, gold, keys, comparison)
    return score


def _sentences(gold: Mapping[str, Any], key: str, article: Article) -> list[set[int]]:
    """For each of newsdiff's sentences the gold sentences it stands for."""
    given = gold["articles"][key]["sentences"]
    return [
        {
            k
            for k, g in enumerate(given)
            if 2 * _common(s.span, g) >= min(s.end - s.start, g["end"] - g["start"]) > 0
        }
        for s in article.sentences
    ]


def _common(span: Span, gold: Mapping[str, int]) -> int:
    return max(0, min(span.end, gold["end"]) - max(span.start, gold["start"]))


def _links(
    score: Score, gold: Mapping[str, Any], keys: Pair[str], comparison: Comparison
) -> None:
    truth = {(i, j) for i, j, _ in gold["alignments"][f"{keys.a}-{keys.b}"]}
    meant = Pair.each(lambda s: _sentences(gold, keys[s], comparison.articles[s]))
    said: dict[tuple[int, int], State] = {}
    for link in comparison.links:
        for i, j in itertools.product(meant.a[link.a], meant.b[link.b]):
            said.setdefault((i, j), link.state)
    sure = {place for place, state in said.items() if state is State.MATCHED}
    score.links.add(len(truth & set(said)), len(said), len(truth))
    score.matched.add(len(truth & sure), len(sure), len(truth))
    for side in (0, 1):
        first: dict[int, tuple[int, int]] = {}
        for place in said:
            first.setdefault(place[side], place)
        linked = {place[side] for place in truth}
        right = sum(first.get(i) in truth for i in linked)
        score.partners.add(right, len(first), len(linked))


def _words(text: str, spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Where the content words inside some spans begin."""
    return frozenset(
        word.start()
        for start, end in spans
        for word in _WORD.finditer(text, start, end)
        if not is_function_word(word.group())
    )


def _evidence(fact: Mapping[str, Any], key: str, article: Article) -> frozenset[int]:
    return _words(article.text, [e[:2] for e in fact["evidence"].get(key, ())])


def _omissions(
    score: Score,
    gold: Mapping[str, Any],
    keys: Pair[str],
    comparison: Comparison,
    side: Side,
) -> None:
    article = comparison.articles[side]
    flagged = _words(
        article.text,
        [
            span
            for fact in comparison.facts
            if fact.status is ONLY[side]
            for span in fact.spans[side]
        ],
    )
    for fact in gold["facts"]:
        if keys[side] not in fact["evidence"]:
            continue
        words = _evidence(fact, keys[side], article)
        hit = bool(words) and 2 * len(words & flagged) >= len(words)
        both = keys[side.other] in fact["evidence"]
        (score.alarms if both else score.missing).add(int(hit), 0, 1)


def _conflicts(
    score: Score, gold: Mapping[str, Any], keys: Pair[str], comparison: Comparison
) -> None:
    truths = [
        (fact["kind"] not in _FREE, evidence)
        for fact in gold["facts"]
        if _differs(fact.get("values") or {}, keys)
        and all(evidence := keys.map(partial(_evidence, fact), comparison.articles))
    ]
    score.conflicts.true += sum(comparable for comparable, _ in truths)
    places = dict.fromkeys(
        _places(fact, comparison)
        for fact in comparison.facts
        if fact.status is Status.CONFLICT
    )
    free = list(range(len(truths)))
    for place in places:
        score.conflicts.said += 1
        fits = [k for k in free if all(_same(place[s], truths[k][1][s]) for s in Side)]
        if fits:
            best = max(fits, key=lambda k: (truths[k][0], _shared(place, truths[k][1])))
            free.remove(best)
            score.conflicts.right += 1
            score.conflicts_right += truths[best][0]


def _differs(values: Mapping[str, str], keys: Pair[str]) -> bool:
    own = keys.map(values.get)
    return bool(own.a and own.b and own.a != own.b)


def _places(fact: Fact, comparison: Comparison) -> Pair[frozenset[int]]:
    return Pair.each(lambda s: _words(comparison.articles[s].text, fact.spans[s]))


def _shared(place: Pair[frozenset[int]], truth: Pair[frozenset[int]]) -> int:
    return sum(len(place[s] & truth[s]) for s in Side)


def _same(said: frozenset[int], true: frozenset[int]) -> bool:
    """Half of the shorter's words shared, and not much longer than the evidence."""
    enough = 2 * len(said & true) >= min(len(said), len(true))
    return bool(said and true) and enough and len(said) <= _LONGEST * max(2, len(true))


def _boilerplate(
    score: Score, sentences: list[dict[str, Any]], article: Article
) -> None:
    """By characters of gold sentences; one that newsdiff lost counts as boilerplate."""
    residue = [s.span for s in article.sentences if s.role is Role.BOILERPLATE]
    every = [s.span for s in article.sentences]
    for g in sentences:
        size = g["end"] - g["start"]
        near = [s for s in every if 2 * _common(s, g) >= min(s.end - s.start, size) > 0]
        said = not near or any(s in residue for s in near)
        true = g["role"] == "boilerplate"
        score.boilerplate.add(size * (said and true), size * said, size * true)
