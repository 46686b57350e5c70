"""Fit the weights by which two numbers, or two dates, are told to be in conflict.

    python -m benchmarks.fit_conflicts [--write]

Prints figures cross-validated by story (ten folds): each pair of values is judged by
weights that saw nothing of its story. It is right where it covers both phrases of an
annotated conflict. `--write` stores the weights fitted on all of it in
`newsdiff/comparing/conflicts/numbers.json` and `dates.json`. Needs `../shared/eval`:
outlets2_dev and ecb_dev (conflicts in real articles) and values/ (short pairs).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from benchmarks.conflict_sets import (
    REAL_SETS,
    SHORT_SETS,
    Gold,
    covers,
    real_pair,
    short_gold,
    short_pair,
    short_rows,
)
from benchmarks.goldsets import ROOT, rows
from benchmarks.logistic import Array, Examples, fit, fold_of, predict
from newsdiff.analysis import analyse
from newsdiff.comparing.comparer import align_analysed
from newsdiff.comparing.conflicts.describing import FEATURES
from newsdiff.comparing.conflicts.sides import make_sides
from newsdiff.comparing.conflicts.values import Candidate, list_candidates
from newsdiff.mentions import make_canonical
from newsdiff.model import Article, Kind, Pair, Span

FOLDER: Final = ROOT / "newsdiff" / "comparing" / "conflicts"
LEAST: Final = {"numbers": 0.25, "dates": 0.25}
"""Probability from which a conflict is said."""
SHORT_WORTH: Final = 2.0
"""What an example of a short pair counts: they are few, and chosen to show much."""


@dataclass(frozen=True, slots=True)
class Example:
    """Two values with what is true of them."""

    set: str
    story: str
    vector: tuple[float, ...]
    is_date: bool
    right: bool


def examples() -> Iterator[Example]:
    """Every candidate of every annotated pair."""
    for name in REAL_SETS:
        for row in rows(name):
            if "conflicts" in row:
                articles, gold = real_pair(row)
                story = f"{name}/{row['id'].split('/')[0]}"
                yield from _candidates(name, story, articles, gold)
    for name in SHORT_SETS:
        for row in short_rows(name):
            articles = short_pair(row)
            story = f"{name}/{row['id']}"
            yield from _candidates(name, story, articles, short_gold(row, articles))


def _candidates(
    name: str, story: str, articles: Pair[Article], gold: list[Gold]
) -> Iterator[Example]:
    analysed = articles.map(analyse)
    alignment = align_analysed(analysed)
    mentions = Pair(*make_canonical(*analysed.map(lambda one: one.mentions)))
    sides = make_sides(analysed, mentions, alignment.stem_weights)
    for one in list_candidates(sides, alignment.probabilities):
        yield Example(
            name,
            story,
            one.vector,
            one.slots.a.mention.kind is Kind.DATE,
            any(_covers(one, phrases) for phrases, _ in gold),
        )


def _covers(candidate: Candidate, phrases: Pair[Span]) -> bool:
    return covers(candidate.slots.map(lambda slot: (slot.mention.span,)), phrases)


def cross_validated(found: list[Example]) -> Array:
    """The probability of each example by weights that saw nothing of its story."""
    folds = fold_of([one.story for one in found])
    fold = np.array([folds[one.story] for one in found])
    chances = np.zeros(len(found))
    for k in range(max(folds.values()) + 1):
        table = _fitted([one for one in found if folds[one.story] != k])
        chances[fold == k] = predict(
            table, np.array([one.vector for one in found if folds[one.story] == k])
        )
    return chances


def _fitted(found: list[Example]) -> dict[str, Any]:
    return fit(
        list(FEATURES),
        Examples(
            np.array([one.vector for one in found]),
            np.array([float(one.right) for one in found]),
            np.array([SHORT_WORTH if one.set in SHORT_SETS else 1.0 for one in found]),
        ),
    )


def report(found: list[Example], chances: Array, least: float) -> Iterator[str]:
    """How many are said and right in each set."""
    for name in (*REAL_SETS, *SHORT_SETS):
        own = np.array([one.set == name for one in found])
        right = np.array([one.right for one in found])
        said = own & (chances >= least)
        yield (
            f"{name:13}{own.sum():6} candidates, {(own & right).sum():3} right; "
            f"said {said.sum():3}, of these right {(said & right).sum():3}"
        )


def main() -> None:
    """Fits, reports and, where asked, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    every = list(examples())
    if not every:
        sys.exit("../shared/eval is needed to fit the weights")
    for name, is_date in (("numbers", False), ("dates", True)):
        found = [one for one in every if one.is_date is is_date]
        print(name)
        for line in report(found, cross_validated(found), LEAST[name]):
            print(" ", line)
        if write:
            table = _fitted(found) | {
                "made by": "python -m benchmarks.fit_conflicts --write",
                "least": {"conflict": LEAST[name]},
            }
            path = FOLDER / f"{name}.json"
            path.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
            print("  wrote", path.name)


if __name__ == "__main__":
    main()
