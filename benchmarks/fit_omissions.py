"""Fit what tells a word that the other article lacks from one that it has.

    python -m benchmarks.fit_omissions [--write]

Trained on the words of annotated facts: those of a fact that only one article states,
and those of a fact that both do. Prints, for each story, how well weights fitted on the
other stories find the facts that are missing; `--write` stores the weights fitted on
all stories in `newsdiff/comparing/omissions.json`.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from benchmarks.fit_links import unseen_models
from benchmarks.goldsets import ROOT, STORY_SETS, gold_pairs, home, story
from benchmarks.logistic import Array, Examples, fit, predict
from newsdiff.aligning.logistic import Model
from newsdiff.analysis import analyse
from newsdiff.comparing.comparer import align_analysed
from newsdiff.comparing.omissions import FEATURES, describe_words
from newsdiff.mentions import make_canonical
from newsdiff.model import Pair, Side
from newsdiff.reading import read

WEIGHTS: Final = ROOT / "newsdiff" / "comparing" / "omissions.json"
LEAST: Final = 0.55
"""Probability from which a word counts as untold: where recall of missing facts and
freedom from false alarms are in balance, on every story."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article's words against one other, with what the annotators say."""

    set: str
    x: Array
    y: Array
    """1 for a word of a missing fact, 0 for one of a common fact, -1 for neither."""
    facts: tuple[tuple[frozenset[int], bool], ...]
    """For each fact the rows of its words, and whether the other article has it."""


def sides(name: str, links: Model | None = None) -> Iterator[Labelled]:
    """Every article of a story against every other.

    Args:
        name: The story.
        links: How links are weighed, by weights that saw nothing of the story, as they
            have seen nothing of a reader's; None for the packaged model.
    """
    found = story(name)
    if found is None:
        return
    gold, paths = found
    articles = {key: analyse(read(path)) for key, path in paths.items()}
    for x, y in itertools.combinations(sorted(articles), 2):
        pair = Pair(articles[x], articles[y])
        alignment = align_analysed(pair, links)
        mentions = Pair(*make_canonical(*pair.map(lambda one: one.mentions)))
        words = describe_words(pair, alignment, mentions)
        for side, mine, theirs in ((Side.A, x, y), (Side.B, y, x)):
            starts = {word.span.start: k for k, word in enumerate(words[side])}
            facts = tuple(_facts(gold, starts, mine, theirs))
            shared = {k for rows, both in facts if both for k in rows}
            only = {k for rows, both in facts if not both for k in rows} - shared
            label = [
                1 if k in only else 0 if k in shared else -1 for k in range(len(starts))
            ]
            vectors = [word.vector for word in words[side]]
            yield Labelled(name, np.array(vectors), np.array(label, dtype=float), facts)


def _facts(
    gold: dict[str, Any], starts: dict[int, int], mine: str, theirs: str
) -> Iterator[tuple[frozenset[int], bool]]:
    for fact in gold["facts"]:
        spans = fact["evidence"].get(mine, ())
        rows = frozenset(
            k for start, k in starts.items() if any(s[0] <= start < s[1] for s in spans)
        )
        if spans:
            yield rows, theirs in fact["evidence"]


def fit_omissions(labelled: Sequence[Labelled]) -> dict[str, Any]:
    """Weights for some articles, as the table that newsdiff reads.

    Every fact counts the same, however many words it has, and missing facts as much
    as common ones: that is how newsdiff is judged.
    """
    x, y = (
        np.concatenate([t.x for t in labelled]),
        np.concatenate([t.y for t in labelled]),
    )
    worth = np.concatenate([_worth(t) for t in labelled])
    for label in (0, 1):
        worth[y == label] /= worth[y == label].sum()
    used = y >= 0
    worth *= used.sum() / 2
    table = fit(list(FEATURES), Examples(x[used], y[used], worth[used]))
    return table | {"least": {"untold": LEAST}}


def _worth(side: Labelled) -> Array:
    """How much each word counts: the facts it belongs to, shared among their words."""
    worth = np.zeros(len(side.y))
    for rows, _ in side.facts:
        worth[list(rows)] += 1 / max(1, len(rows))
    return worth


def balanced(
    labelled: Sequence[Labelled], table: dict[str, Any]
) -> tuple[float, float, float]:
    """Balanced accuracy over facts, recall of missing ones, share of false alarms."""
    hits: list[bool] = []
    alarms: list[bool] = []
    for t in labelled:
        flagged = predict(table, t.x) >= LEAST
        for rows, both in t.facts:
            hit = bool(rows) and 2 * sum(flagged[k] for k in rows) >= len(rows)
            (alarms if both else hits).append(hit)
    recall, alarm = float(np.mean(hits)), float(np.mean(alarms))
    return (recall + 1 - alarm) / 2, recall, alarm


def main() -> None:
    """Fits, reports and, where asked, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    write = parser.parse_args().write
    links = unseen_models(gold_pairs())
    labelled = [t for name in STORY_SETS for t in sides(name, links.get(home(name)))]
    for name in dict.fromkeys(t.set for t in labelled):
        others = [t for t in labelled if home(t.set) != home(name)]
        own = [t for t in labelled if t.set == name]
        fitted = balanced(own, fit_omissions(labelled))[0]
        if others:
            found = balanced(own, fit_omissions(others))
            print(
                f"{name:10} balanced {found[0]:.3f} (recall {found[1]:.2f}, "
                f"false alarms {found[2]:.2f}); fitted on it too {fitted:.3f}"
            )
    if write:
        table = fit_omissions(labelled) | {
            "made by": "python -m benchmarks.fit_omissions --write"
        }
        WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
        print(f"wrote {WEIGHTS.name}")


if __name__ == "__main__":
    main()
