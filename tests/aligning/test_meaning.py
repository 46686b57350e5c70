"""What vectors say of two sentences: cosine, late interaction, the encoder's score."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from newsdiff.aligning import meaning
from newsdiff.aligning.features import FEATURES, MOST_CANDIDATES, PairFeatures
from newsdiff.aligning.meaning import (
    CLAUSE,
    LEAST_SCORE,
    Meaning,
    clauses_of,
    meaning_of,
)
from newsdiff.aligning.profiles import Heading, profile
from newsdiff.aligning.terms import terms_of
from newsdiff.encoding import Encoded
from newsdiff.model import Pair

HEAD = np.array([4.0, 4.0, 6.0, 1.5, 0.7, 0.5, -0.1, 0.2, -0.3, -7.0])


def encoded(sizes: Sequence[int], seed: int) -> Encoded:
    """Sentences of some tokens each, whose vectors point anywhere."""
    random = np.random.default_rng(seed)
    total = sum(sizes)
    sentences, tokens = (
        random.normal(size=(len(sizes), 8)),
        random.normal(size=(total, 6)),
    )
    return Encoded(
        (sentences / np.linalg.norm(sentences, axis=1)[:, None]).astype(np.float32),
        (tokens / np.linalg.norm(tokens, axis=1)[:, None]).astype(np.float16),
        random.uniform(0.2, 2.0, total).astype(np.float32),
        np.concatenate([[0], np.cumsum(sizes)]).astype(np.int32),
        np.zeros((total, 2), np.int32),
        HEAD,
    )


def meant(a: Encoded, b: Encoded) -> Meaning:
    wanted = np.zeros((len(a.sentences), len(b.sentences)), bool)
    return meaning_of(Pair(a, b), wanted)


def fields(found: Meaning) -> list[NDArray[np.float64]]:
    return [found.cosine, found.score, *(told(found, name) for name in TOLD)]


TOLD = ("larger telling", "smaller telling", "larger clause", "smaller clause")


def told(found: Meaning, name: str) -> NDArray[np.float64]:
    """A feature of every two sentences."""
    shape = found.cosine.shape
    every = np.argwhere(np.ones(shape, bool))
    return found.columns(every, every, Pair(*shape))[name].reshape(shape)


A, B = encoded([3, 1, 15, 2], 1), encoded([11, 2, 1], 2)
LONG = encoded([1 + n % 3 for n in range(90)], 3), encoded([2] * 80, 4)


def telling(a: Encoded, i: int, b: Encoded, j: int) -> tuple[float, float, float]:
    """Mean likeness of the best partners of a sentence's tokens, of a clause; mass."""
    best, weights = [], []
    for t in range(a.starts[i], a.starts[i + 1]):
        theirs = range(b.starts[j], b.starts[j + 1])
        mine = a.tokens[t].astype(float)
        best.append(max(float(mine @ b.tokens[u].astype(float)) for u in theirs))
        weights.append(float(a.weights[t]))

    def mean(start: int, stop: int) -> float:
        own = slice(start, stop)
        return float(np.average(best[own], weights=weights[own]))

    starts = range(max(1, len(best) - CLAUSE + 1))
    clause = max(mean(start, start + CLAUSE) for start in starts)
    mass = sum(w * max(x, 0) ** 2 for w, x in zip(weights, best, strict=True))
    return mean(0, len(best)), clause, mass


def logit(a: Encoded, i: int, b: Encoded, j: int) -> float:
    (mine, part, mass), (theirs, piece, other) = (
        telling(a, i, b, j),
        telling(b, j, a, i),
    )
    sizes = [math.log(s.starts[k + 1] - s.starts[k]) for s, k in ((a, i), (b, j))]
    parts = (
        float(a.sentences[i] @ b.sentences[j]),
        max(mine, theirs),
        min(mine, theirs),
        max(part, piece),
        min(part, piece),
        math.log1p(min(mass, other)),
        min(sizes),
        max(sizes),
        abs(sizes[0] - sizes[1]),
        1.0,
    )
    return math.fsum(p * w for p, w in zip(parts, HEAD.tolist(), strict=True))


def test_each_token_is_set_against_its_best_partner() -> None:
    found = meant(A, B)
    for i in range(4):
        for j in range(3):
            for one, other, larger, smaller in zip(
                telling(A, i, B, j),
                telling(B, j, A, i),
                (told(found, "larger telling"), told(found, "larger clause")),
                (told(found, "smaller telling"), told(found, "smaller clause")),
                strict=False,
            ):
                assert larger[i, j] == pytest.approx(max(one, other), abs=1e-5)
                assert smaller[i, j] == pytest.approx(min(one, other), abs=1e-5)
            cosine = float(A.sentences[i] @ B.sentences[j])
            assert found.cosine[i, j] == pytest.approx(cosine, abs=1e-5)
            score = max(LEAST_SCORE, logit(A, i, B, j))
            assert found.score[i, j] == pytest.approx(score, abs=1e-4)


def test_a_clause_is_some_tokens_in_a_row_of_one_sentence() -> None:
    owner, firsts, stops = clauses_of(np.array([3, CLAUSE + 2, 1]))
    assert owner.tolist() == [0, 1, 1, 1, 2]
    assert firsts.tolist() == [0, 3, 4, 5, 3 + CLAUSE + 2]
    assert (stops - firsts).tolist() == [3, CLAUSE, CLAUSE, CLAUSE, 1]


def test_of_long_texts_the_closest_and_the_wanted_are_looked_at() -> None:
    wanted = np.zeros((90, 80), bool)
    furthest = np.unravel_index(meant(*LONG).cosine.argmin(), wanted.shape)
    i, j = int(furthest[0]), int(furthest[1])
    assert meant(*LONG).score[i, j] == LEAST_SCORE
    assert told(meant(*LONG), "larger telling")[i, j] == 0
    wanted[i, j] = True
    found = meaning_of(Pair(*LONG), wanted)
    score = max(LEAST_SCORE, logit(LONG[0], i, LONG[1], j))
    assert found.score[i, j] == pytest.approx(score, abs=1e-4)
    assert told(found, "larger telling")[i, j] != 0
    k = int(found.cosine[5].argmax())
    likely = max(LEAST_SCORE, logit(LONG[0], 5, LONG[1], k))
    assert found.score[5, k] == pytest.approx(likely, abs=1e-4)


@pytest.mark.parametrize("both", [(A, B), LONG, (A, A), (LONG[0], LONG[0])])
def test_exchanging_the_articles_exchanges_the_result_to_the_last_bit(
    both: tuple[Encoded, Encoded],
) -> None:
    there, back = meant(*both), meant(*both[::-1])
    for mine, theirs in zip(fields(there), fields(back), strict=True):
        assert (mine == theirs.T).all()


def test_without_sentences_there_is_nothing_to_say() -> None:
    assert meant(encoded([], 0), B).score.shape == (0, 3)
    assert meant(A, encoded([], 0)).score.shape == (4, 0)


def features_of(a: Encoded, b: Encoded, texts: Pair[Sequence[str]]) -> PairFeatures:
    terms = texts.map(lambda side: terms_of([profile(t, Heading.NONE) for t in side]))
    return PairFeatures(terms, Pair(a, b))


CATS = Pair(["Cats sleep."] * 4, ["Dogs bark loudly.", "Cats sleep.", "Ferries."])


def test_what_shares_no_word_is_a_candidate_by_its_meaning() -> None:
    found = features_of(A, B, CATS)
    score = meant(A, B).score
    likely = {(i, j) for i, j in np.argwhere(score > LEAST_SCORE).tolist()}
    assert likely <= set(found.candidates)
    assert likely - {(i, 1) for i in range(4)}
    assert MOST_CANDIDATES >= 4


def test_features_of_meaning_stand_beside_those_of_words() -> None:
    found, by_words = features_of(A, B, CATS), CATS
    assert found.names == (*FEATURES, *meaning.FEATURES)
    assert found.matrix.shape[1] == len(found.names)
    back = features_of(B, A, by_words.swapped)
    for i, j in found.candidates:
        mine = found.vector((i, j))
        assert mine == back.vector((j, i))
        assert mine["meaning, lead"] <= mine["meaning, side lead"]
        assert mine["meaning, share"] <= mine["meaning, side share"] <= 0


def test_the_lead_is_over_the_best_other_candidate_by_meaning() -> None:
    found, score = features_of(A, B, CATS), meant(A, B).score
    for i, j in found.candidates:
        row = max(score[i, k] for k in range(3) if k != j)
        column = max(score[k, j] for k in range(4) if k != i)
        vector = found.vector((i, j))
        assert vector["meaning"] == score[i, j]
        assert vector["meaning, lead"] == score[i, j] - max(row, column)
        assert vector["meaning, side lead"] == score[i, j] - min(row, column)


def test_neighbours_by_meaning_stand_on_the_diagonal() -> None:
    found, score = features_of(A, B, CATS), meant(A, B).score
    for i, j in found.candidates:
        near = [(i - 1, j - 1), (i + 1, j + 1)]
        around = [
            score[x, y] if 0 <= x < 4 and 0 <= y < 3 else LEAST_SCORE for x, y in near
        ]
        expected = sum(1 / (1 + math.exp(-value)) for value in around)
        said = found.vector((i, j))["meaning, neighbours"]
        assert said == pytest.approx(expected)
