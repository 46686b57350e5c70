"""Fit the weights of `find_claim` to claims that were checked by hand.

    python -m benchmarks.fit_claims [--encoders FOLDER] [--write]

Prints figures cross-validated by source document (ten folds): each claim is judged by
weights that saw nothing of its document. Then what the weights say of other texts, the
articles of the stories, whose annotated facts are claims that some of them state; those
take no part in fitting. `--write` stores the weights fitted on all documents in
`newsdiff/aligning/claims/claims.json`, and those of words with meaning in
`claims_meaning.json`: for these FOLDER holds what `benchmarks.train_encoder` made.
Needs `../shared/eval/realsumm_dev.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from benchmarks.goldsets import ROOT, STORY_SETS, rows, story, story_of
from benchmarks.logistic import Array, Examples, fit, fold_of, predict
from benchmarks.unseen_encoders import UnseenEncoders
from newsdiff.aligning.claims.finder import claim_features, may_be_stated
from newsdiff.encoding import Encoder
from newsdiff.reading import split_sentences

WEIGHTS: Final = ROOT / "newsdiff" / "aligning" / "claims" / "claims.json"
WITH_MEANING: Final = WEIGHTS.with_name("claims_meaning.json")
SET: Final = "realsumm_dev"
RIGHT: Final = 0.855
"""What "stated" and "absent" should each be right in, wherever they are said."""
STEPS: Final = tuple(round(0.01 * k, 2) for k in range(1, 100))


class _Item(NamedTuple):
    vector: dict[str, float]
    may: bool
    present: bool
    document: str


class Claims(NamedTuple):
    """Claims with their texts: features, whether they are stated, and documents."""

    x: Array
    y: Array
    may: Array
    """Whether the text can state it: it has the claim's values and names."""
    documents: tuple[str, ...]
    names: tuple[str, ...]
    """Those of the features."""


def checked_claims(encoder: Encoder | None = None) -> Claims:
    """The claims of the set, by source document.

    Args:
        encoder: What makes vectors of claims and texts; None: words alone.
    """
    found = (
        _read(encoder, claim, sentences, (present, story_of(SET, row)))
        for row in rows(SET)
        for sentences in [split_sentences(row["text"])]
        for claim, present in zip(row["facts"], row["present"], strict=True)
    )
    return _gathered(found)


def facts_of_stories(encoder: Encoder | None = None) -> Claims:
    """Each annotated fact of a story with each of its articles."""
    return _gathered(item for name in STORY_SETS for item in _facts(name, encoder))


def _facts(name: str, encoder: Encoder | None) -> Iterator[_Item]:
    found = story(name)
    if found is None:
        return
    gold, paths = found
    for key, article in gold["articles"].items():
        text = paths[key].read_text("utf-8")
        sentences = [
            text[s["start"] : s["end"]]
            for s in article["sentences"]
            if s["role"] not in ("boilerplate", "dateline")
        ]
        for fact in gold["facts"]:
            known = key in fact["evidence"], name
            yield _read(encoder, fact["fact"], sentences, known)


def _read(
    encoder: Encoder | None,
    claim: str,
    sentences: Sequence[str],
    known: tuple[bool, str],
) -> _Item:
    vector = claim_features(claim, sentences, encoder)
    return _Item(vector, may_be_stated(claim, sentences), *known)


def _gathered(found: Iterator[_Item]) -> Claims:
    items = list(found)
    names = tuple(items[0].vector) if items else ()
    vectors = [list(item.vector.values()) for item in items]
    return Claims(
        np.array(vectors, dtype=float).reshape(len(items), len(names)),
        np.array([float(item.present) for item in items]),
        np.array([float(item.may) for item in items]),
        tuple(item.document for item in items),
        names,
    )


def cross_validated(claims: Claims) -> Array:
    """Probabilities of each claim, by weights that saw nothing of its document."""
    folds = fold_of(claims.documents)
    fold = np.array([folds[name] for name in claims.documents])
    chances = np.zeros(len(fold))
    for k in range(max(folds.values()) + 1):
        others = Examples(claims.x[fold != k], claims.y[fold != k])
        table = fit(claims.names, others)
        chances[fold == k] = predict(table, claims.x[fold == k])
    return chances


def thresholds(claims: Claims, chances: Array) -> dict[str, float]:
    """The least probability of "stated" and of "unclear", by how often each is right.

    The widest of both answers that are right in `RIGHT` of the claims; all below
    "unclear" is absent.
    """
    y = claims.y
    stated = min(
        t for t in STEPS if _mean(y[(chances >= t) & (claims.may > 0)]) >= RIGHT
    )
    unclear = max(t for t in STEPS if _mean(1 - y[chances < t]) >= RIGHT)
    return {"stated": stated, "unclear": unclear}


def _mean(values: Array) -> float:
    return float(values.mean()) if len(values) else 0.0


def balanced(y: Array, chances: Array) -> float:
    """Mean of the shares of stated and of absent claims that are called right."""
    said = chances >= 0.5
    return (_mean(said[y == 1].astype(float)) + _mean(1.0 - said[y == 0])) / 2


def ranking(y: Array, chances: Array) -> float:
    """Area under the ROC curve."""
    order = np.unique(chances, return_inverse=True, return_counts=True)
    last = np.cumsum(order[2])
    ranks = (last - (order[2] - 1) / 2)[order[1]]
    right = y.sum()
    wrong = len(y) - right
    area: float = (ranks[y == 1].sum() - right * (right + 1) / 2) / (right * wrong)
    return area


def report(claims: Claims, chances: Array, least: dict[str, float]) -> str:
    """All figures of some claims."""
    y = claims.y
    stated = (chances >= least["stated"]) & (claims.may > 0)
    absent = chances < least["unclear"]
    return (
        f"{len(y):6} claims: balanced {balanced(y, chances):.3f} "
        f"AUC {ranking(y, chances):.3f} "
        f"stated right {_mean(y[stated]):.3f} absent right {_mean(1 - y[absent]):.3f} "
        f"unclear {1 - _mean((stated | absent).astype(float)):.3f}"
    )


def _stories(
    table: dict[str, object], least: dict[str, float], encoder: Encoder | None
) -> Iterator[str]:
    """The figures of each story by weights that saw no story."""
    claims = facts_of_stories(encoder)
    names: Sequence[str] = list(dict.fromkeys(claims.documents))
    for name in names:
        own = np.array([document == name for document in claims.documents])
        chosen = Claims(claims.x[own], claims.y[own], claims.may[own], (name,), ())
        yield f"{name:13}{report(chosen, predict(table, chosen.x), least)}"


def main() -> None:
    """Fits, reports and, where asked, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--encoders", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    encoder = UnseenEncoders(given.encoders).of(SET) if given.encoders else None
    claims = checked_claims(encoder)
    if not len(claims.y):
        sys.exit(f"../shared/eval/{SET}.jsonl is needed to fit the weights")
    chances = cross_validated(claims)
    least = thresholds(claims, chances)
    print(f"stated from {least['stated']}, unclear from {least['unclear']}")
    print(f"{SET:13}{report(claims, chances, least)}")
    table = fit(claims.names, Examples(claims.x, claims.y))
    for line in _stories(table, least, encoder):
        print(line)
    if given.write:
        table |= {"made by": "python -m benchmarks.fit_claims --write", "least": least}
        path = WITH_MEANING if encoder else WEIGHTS
        path.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
        print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
