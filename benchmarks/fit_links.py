"""Fit the weights of the aligner to every annotated pair there is.

    python -m benchmarks.fit_links [--encoders FOLDER] [--write]

Prints figures cross-validated by story (ten folds): each pair is judged by weights that
saw no pair of its story. `--write` stores the weights fitted on all stories in
`newsdiff/aligning/links.json`, and those of words with meaning in `links_meaning.json`.
For these FOLDER holds what `benchmarks.train_encoder` made. Needs the sets of
`../shared/eval`.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.goldsets import ROOT, SENTENCE_SETS, GoldPair, gold_pairs
from benchmarks.logistic import Array, Examples, fit, fold_of, predict
from benchmarks.unseen_encoders import UnseenEncoders
from newsdiff.aligning.features import PairFeatures
from newsdiff.aligning.logistic import Model, fitted, model_of
from newsdiff.aligning.selection import LEADING, choose
from newsdiff.encoding import Encoded
from newsdiff.model import Pair, State

WEIGHTS: Final = ROOT / "newsdiff" / "aligning" / "links.json"
WITH_MEANING: Final = WEIGHTS.with_name("links_meaning.json")
SHORT: Final = (
    "context",
    "spelling, side lead",
    "distance",
    "choice",
    "second rarest",
    "same names",
)
"""Features that count for another in short texts: there the neighbours of a sentence
tell less and its place more."""
RELATED_STEPS: Final = tuple(round(0.2 + 0.04 * k, 2) for k in range(8))
"""Finer ones would fit the noise."""
AHEAD: Final = 0.04
"""How much less probability is enough for a candidate that leads clearly."""
FLAT: Final = 0.002
"""F1, mean of all sets, given up for a lower least probability: more sentences have a
partner then."""
SURE_RECALL: Final = 0.36
SURE_SETS: Final = ("outlets_dev", "kim-putin")
"""A link is called matched from the probability that still finds this share here."""


class Rows:
    """The candidates of one annotated pair as a matrix, with what is true of each."""

    def __init__(self, pair: GoldPair, encoded: Pair[Encoded] | None = None) -> None:
        features = PairFeatures(pair.terms, encoded)
        self.pair = pair
        self.names = features.names
        self.few = features.few
        self.places = features.places
        self.x: Array = features.matrix
        self.y: Array = np.array(
            [float(place in pair.links) for place in features.candidates]
        )


def fit_links(rows: Sequence[Rows]) -> dict[str, Any]:
    """Weights for some pairs, as the table that newsdiff reads, without thresholds."""
    x, y = np.concatenate([r.x for r in rows]), np.concatenate([r.y for r in rows])
    few = np.concatenate([np.full(len(r.y), r.few) for r in rows])
    return fit(rows[0].names, Examples(x, y, few=few), SHORT)


def _tables(rows: Sequence[Rows]) -> tuple[dict[str, int], list[dict[str, Any]]]:
    """Story → fold, and for each fold weights that saw none of its stories."""
    fold = fold_of([r.pair.story for r in rows])
    tables = [
        fit_links([r for r in rows if fold[r.pair.story] != k])
        for k in range(max(fold.values()) + 1)
    ]
    return fold, tables


def cross_validated(rows: Sequence[Rows]) -> list[Array]:
    """Probabilities of each pair, by weights that saw nothing of its story."""
    fold, tables = _tables(rows)
    return [predict(tables[fold[r.pair.story]], r.x, r.few) for r in rows]


def rows_of(pairs: Sequence[GoldPair], folder: Path | None = None) -> list[Rows]:
    """The candidates of annotated pairs.

    Args:
        pairs: They.
        folder: What `benchmarks.train_encoder` made; None: words alone decide.
    """
    if folder is None:
        return [Rows(pair) for pair in pairs]
    encoders = UnseenEncoders(folder)
    return [
        Rows(pair, pair.sentences.map(encoders.of(pair.story).encode)) for pair in pairs
    ]


def unseen_models(
    pairs: Sequence[GoldPair], folder: Path | None = None
) -> dict[str, Model]:
    """Story → how links are weighed by weights that saw nothing of it.

    The thresholds are the packaged ones. Nothing where there is but one story.

    Args:
        pairs: They.
        folder: What `benchmarks.train_encoder` made; None: words alone decide.
    """
    if len({pair.story for pair in pairs}) < 2:
        return {}
    name = WEIGHTS if folder is None else WITH_MEANING
    least = dict(fitted("newsdiff.aligning", name.stem).least)
    fold, tables = _tables(rows_of(pairs, folder))
    models = [model_of(table | {"least": least}) for table in tables]
    return {story: models[k] for story, k in fold.items()}


def thresholds(related: float) -> dict[str, float]:
    """The least probabilities of a link, from one of them."""
    return {State.RELATED.value: related, LEADING: round(related - AHEAD, 2)}


def counts(rows: Sequence[Rows], chances: Sequence[Array], related: float) -> Array:
    """True links said, links said, true links."""
    total, least = np.zeros(3), thresholds(related)
    for r, p in zip(rows, chances, strict=True):
        said = choose(r.places, p, least)
        total += (r.y[said].sum(), len(said), len(r.pair.links))
    return total


def f1(total: Array) -> float:
    """F1 of such counts."""
    return float(2 * total[0] / max(1.0, total[1] + total[2]))


def precision_at(
    rows: Sequence[Rows], chances: Sequence[Array], recall: float
) -> tuple[float, float]:
    """Precision where recall reaches a share, and the probability it takes."""
    p = np.concatenate(list(chances))
    y = np.concatenate([r.y for r in rows])
    order = np.argsort(-p)
    right = np.cumsum(y[order])
    wanted = recall * sum(len(r.pair.links) for r in rows)
    at = min(int(np.searchsorted(right, wanted)), len(p) - 1)
    return float(right[at] / (at + 1)), float(p[order[at]])


def best_partner(rows: Sequence[Rows], chances: Sequence[Array]) -> float:
    """Share of linked sentences whose best candidate is a true link."""
    right = total = 0
    for r, p in zip(rows, chances, strict=True):
        order = np.argsort(-p, kind="stable")
        for side in (0, 1):
            linked = [link[side] for link in r.pair.links]
            lines, first = np.unique(r.places[order, side], return_index=True)
            right += int(r.y[order][first][np.isin(lines, linked)].sum())
            total += len(set(linked))
    return right / max(1, total)


def report(rows: Sequence[Rows], chances: Sequence[Array], related: float) -> str:
    """F1 of a set's links from some probability on, and of its best partners."""
    total = counts(rows, chances, related)
    return (
        f"F1 {f1(total):.3f} (P {total[0] / total[1]:.2f} R {total[0] / total[2]:.2f}) "
        f"P at R .35 {precision_at(rows, chances, 0.35)[0]:.2f} "
        f"partner {best_partner(rows, chances):.2f}"
    )


def main() -> None:
    """Fits, reports and, where asked, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--encoders", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    rows = rows_of(gold_pairs(), given.encoders)
    sets = list(dict.fromkeys(r.pair.set for r in rows))
    if not set(SENTENCE_SETS) <= set(sets):
        sys.exit("the sets of ../shared/eval are needed to fit the weights")
    chances = cross_validated(rows)
    part = {
        name: [k for k, r in enumerate(rows) if r.pair.set == name] for name in sets
    }
    sides = {
        name: ([rows[k] for k in at], [chances[k] for k in at])
        for name, at in part.items()
    }
    mean = {
        t: float(np.mean([f1(counts(*side, t)) for side in sides.values()]))
        for t in RELATED_STEPS
    }
    related = min(t for t in mean if mean[t] >= max(mean.values()) - FLAT)
    matched = min(precision_at(*sides[n], SURE_RECALL)[1] for n in SURE_SETS)
    print(f"related from {related}, matched from {matched:.2f}")
    for name in sets:
        print(f"{name:13} {report(*sides[name], related)}")
    if given.write:
        table = fit_links(rows) | {
            "made by": "python -m benchmarks.fit_links --write",
            "least": {State.MATCHED.value: round(matched, 2)} | thresholds(related),
        }
        file = WITH_MEANING if given.encoders else WEIGHTS
        file.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
        print(f"wrote {file.name}")


if __name__ == "__main__":
    main()
