"""Why two sentences are linked or not: every feature's part in their score.

A link's score is a sum of parts in log-odds: where it starts, plus what each feature
adds or takes. Any two compared sentences can be explained, linked or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from newsdiff.aligning import meaning
from newsdiff.aligning.aligner import MAX_REASONS, LookedAt, align, packaged
from newsdiff.aligning.candidates import Candidate, CandidateValues
from newsdiff.aligning.feature_groups import Group, group_of
from newsdiff.aligning.features import FEATURES, PairFeatures
from newsdiff.aligning.logistic import Model
from newsdiff.aligning.profiles import profiles_of
from newsdiff.aligning.selection import choose, moved
from newsdiff.aligning.terms import Terms, terms_of
from newsdiff.encoding import Encoded
from newsdiff.errors import UsageError
from newsdiff.model import (
    MEASURED,
    SIDES,
    Article,
    Nearest,
    Pair,
    Paraphrase,
    Side,
    State,
    Thresholds,
)

_NOTHING_SAID: Final[Mapping[Pair[int], bool]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one feature has to do with a score."""

    name: str
    meaning: str
    """In plain words, from the tables of features."""
    value: float
    usual: float
    """The mean of the pairs that the weights were fitted to."""
    scale: float
    """Their standard deviation."""
    weight: float
    """Log-odds for each `scale` above `usual`."""
    group: Group
    """What it is about."""
    part: float
    """What it adds to the score, in log-odds; values far out count as 4 scales."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why two compared sentences are linked or not."""

    articles: Pair[Article]
    sentences: Pair[int]
    """Their indexes among all sentences of their articles."""
    parts: tuple[Part, ...]
    """Every feature, the largest part first."""
    bias: float
    """Where the sum of the parts starts, in log-odds."""
    weighed: float
    """Probability by the parts alone, 0..1."""
    score: float
    """The probability that counts: 1 where both sentences read the same."""
    state: State | None
    """None: not linked."""
    least: Mapping[str, float]
    """The probability from which a link is called matched or related, and `LEADING`:
    the lower one from which it is related where it leads clearly."""
    measured: Mapping[str, float]
    """The same as they were measured: those above may have been moved by a person."""
    chances: LookedAt = field(compare=False, repr=False)
    """What all pairs of sentences of the two articles came to."""
    candidate: bool
    """Whether `align` looked at the two; where they share no telling word, or each
    has many closer ones, it does not, and they are not linked."""
    reason: tuple[str, ...]
    """The most telling words both have, as they stand in the texts."""
    lacking: Pair[tuple[str, ...]]
    """The most telling words that one alone has, in the order of the sentence."""
    paraphrases: tuple[Paraphrase, ...] = ()
    """What both say in other words, in the order of A."""
    runner_up: Pair[Nearest | None]
    """Of each of the two its best other candidate, a sentence of the other article."""

    @property
    def groups(self) -> tuple[tuple[Group, float], ...]:
        """What features about the same thing add together, the largest sum first."""
        sums = dict.fromkeys(Group, 0.0)
        for part in self.parts:
            sums[part.group] += part.part
        return tuple(sorted(sums.items(), key=lambda one: (-abs(one[1]), one[0])))

    def is_nearest(self, side: Side) -> bool:
        """Whether nothing in the other article comes nearer to the one on a side."""
        rival = self.runner_up[side]
        return rival is None or rival.score <= self.score

    def counts(
        self, thresholds: Thresholds, said: Mapping[Pair[int], bool] = _NOTHING_SAID
    ) -> tuple[int, int]:
        """How many links of the two articles would be matched, and related.

        Args:
            thresholds: From where on they are made.
            said: Sentences of which a person says whether they are linked, whatever
                their probability.
        """
        least = moved(self.measured, thresholds)
        places, chances = self.chances.places, self.chances.chances
        linked = choose(places, chances, least)
        sentences = self.articles.map(lambda one: one.compared)
        states = [
            chances[n] >= least[State.MATCHED]
            for n in linked
            if Pair(sentences.a[places[n][0]], sentences.b[places[n][1]]) not in said
        ]
        matched = sum(map(bool, states))
        return matched + sum(said.values()), len(states) - matched

    def state_from(self, least: Mapping[str, float]) -> State | None:
        """What the two would be by other thresholds."""
        places, chances = self.chances.places, self.chances.chances
        ranks = [
            self.articles[side].compared.index(self.sentences[side]) for side in SIDES
        ]
        linked = places[choose(places, chances, least)]
        if not (linked == ranks).all(axis=1).any():
            return None
        sure = self.score >= least[State.MATCHED]
        return State.MATCHED if sure else State.RELATED

    @property
    def identical(self) -> bool:
        """Whether both read the same, blanks apart: then nothing is weighed."""
        a, b = (_words(self.articles[s], self.sentences[s]) for s in SIDES)
        return a == b


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCompared:
    """Why there is nothing to explain: one of the sentences takes no part in links."""

    articles: Pair[Article]
    sentences: Pair[int]
    sides: tuple[Side, ...]
    """Where the sentence is boilerplate or a dateline."""


def explain(
    articles: Pair[Article],
    a: int,
    b: int,
    *,
    terms: Pair[Terms] | None = None,
    encoded: Pair[Encoded] | None = None,
) -> Explanation | NotCompared:
    """Why a sentence of A and a sentence of B are linked or not.

    Args:
        articles: Both.
        a: Index of the one among all sentences of A.
        b: Index of the other among all sentences of B.
        terms: Those of their compared sentences; None where they are not known yet.
        encoded: What an encoder read out of them; None: words alone decide.

    Raises:
        UsageError: There is no such sentence.
    """
    known = terms or articles.map(lambda one: terms_of(profiles_of(one)))
    return explain_by(articles, Pair(a, b), known, encoded)


def explain_by(
    articles: Pair[Article],
    sentences: Pair[int],
    terms: Pair[Terms],
    encoded: Pair[Encoded] | None,
    thresholds: Thresholds = MEASURED,
) -> Explanation | NotCompared:
    """The same, with thresholds that a person may have moved.

    Args:
        articles: Both.
        sentences: Their indexes among all sentences.
        terms: Those of the compared sentences.
        encoded: What an encoder read out of these; None: words alone decide.
        thresholds: From which probability links are made.

    Raises:
        UsageError: There is no such sentence.
    """
    for side in SIDES:
        _check(articles[side], side, sentences[side])
    left_out = tuple(
        side
        for side in SIDES
        if not articles[side].sentences[sentences[side]].role.compared
    )
    if left_out:
        return NotCompared(articles=articles, sentences=sentences, sides=left_out)
    model = packaged(encoded, thresholds)
    return _explained(articles, sentences, terms, encoded, model)


def _check(article: Article, side: Side, index: int) -> None:
    size = len(article.sentences)
    if not 0 <= index < size:
        name, compared = side.name, article.sentence_count
        ends = f"{name}:1 to {name}:{size}"
        has = f"{size} sentences, {ends}"
        if compared < size:
            has = (
                f"{size} lines, {ends}, {compared} of them sentences that are compared"
            )
        message = f"{article.label} has {has}: there is no {name}:{index + 1}"
        raise UsageError(message)


def _explained(
    articles: Pair[Article],
    sentences: Pair[int],
    terms: Pair[Terms],
    encoded: Pair[Encoded] | None,
    unscaled: Model,
) -> Explanation:
    alignment = align(articles, unscaled, terms=terms, encoded=encoded)
    features = PairFeatures(terms, encoded)
    model = unscaled.among(features.few)
    place = (_rank(articles.a, sentences.a), _rank(articles.b, sentences.b))
    vector = features.vector(place)
    at = (sentences.a, sentences.b)
    weighed = model.probability([vector[name] for name in model.weights])
    return Explanation(
        articles=articles,
        sentences=sentences,
        parts=_parts(model, vector),
        bias=model.bias,
        weighed=weighed,
        score=alignment.probabilities.get(at, weighed),
        state=next((k.state for k in alignment.links if (k.a, k.b) == at), None),
        least=model.least,
        measured=packaged(encoded).least,
        chances=alignment.looked_at,
        candidate=at in alignment.probabilities,
        reason=features.reasons(place, MAX_REASONS),
        lacking=Pair.each(lambda side: _lacking(features, terms, place, side)),
        runner_up=Pair.each(
            lambda side: _runner_up(alignment.probabilities, at, articles, side)
        ),
    )


def _lacking(
    features: PairFeatures, terms: Pair[Terms], place: Candidate, side: Side
) -> tuple[str, ...]:
    """The most telling words of one sentence that the other has not."""
    own, other = (terms[s].profiles[Pair(*place)[s]] for s in (side, side.other))
    alone = [
        s for s in own.stems if s not in other.stems and s.strip("0") and s.isalnum()
    ]
    alone.sort(key=lambda s: (-features.stem_weights[s] * own.stems[s], s))
    telling = {*alone[:MAX_REASONS]}
    words: list[str] = []
    end = -2
    for token, stems in own.content:
        for stem in telling.intersection(stems):
            # Words in a row are one name: "Pier 33".
            follows = token.start == end + 1
            word = own.surface[stem]
            words[len(words) - follows :] = [f"{words[-1]} {word}" if follows else word]
            end = token.end
    return tuple(dict.fromkeys(words))


def _rank(article: Article, index: int) -> int:
    """The place of a sentence among the compared ones."""
    return article.compared.index(index)


def _parts(model: Model, vector: Mapping[str, float]) -> tuple[Part, ...]:
    adds = model.parts([vector[name] for name in model.weights])
    parts = (
        Part(
            name=name,
            meaning=(FEATURES | meaning.FEATURES)[name],
            value=vector[name],
            usual=weight.mean,
            scale=weight.scale,
            weight=weight.weight,
            group=group_of(name),
            part=adds[name],
        )
        for name, weight in model.weights.items()
    )
    return tuple(sorted(parts, key=lambda part: -abs(part.part)))


def _runner_up(
    probabilities: CandidateValues, at: Candidate, articles: Pair[Article], side: Side
) -> Nearest | None:
    """The best other candidate of the sentence on one side."""
    own, other = (0, 1) if side is Side.A else (1, 0)
    rivals = [
        (-probability, _words(articles[side.other], place[other]), place[other])
        for place, probability in probabilities.items()
        if place[own] == at[own] and place != at
    ]
    if not rivals:
        return None
    probability, _, index = min(rivals)
    return Nearest(index, -probability)


def _words(article: Article, index: int) -> str:
    """The text of a sentence, whatever its blanks."""
    return " ".join(article.words_of(index).split())
