"""Fit what tells a word that the other article lacks from one that it has.

    python -m benchmarks.fit_omissions [--encoders FOLDER] [--write]

Trained on the words of annotated facts, those of a fact that only one article states
and those of a fact that both do, and on articles that were read word by word. Prints,
for each story, how well weights fitted on other stories find the facts that are
missing, and for the set that was read, cross-validated by story, what `bench.py
omissions` counts: letters of facts that newsdiff lists against letters of annotated
phrases. `--write` stores the weights fitted on everything in
`newsdiff/comparing/omissions.json`, and those of words with meaning in
`omissions_meaning.json`: for these FOLDER holds what `benchmarks.train_encoder` made.
"""

from __future__ import annotations

import argparse
import itertools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.fit_links import unseen_models
from benchmarks.goldsets import (
    ROOT,
    STORY_SETS,
    gold_pairs,
    home,
    rows,
    story,
    story_of,
)
from benchmarks.logistic import Array, Examples, fit, fold_of, predict
from benchmarks.unseen_encoders import UnseenEncoders
from newsdiff.aligning.logistic import Model, model_of
from newsdiff.analysis import AnalysedArticle, analyse
from newsdiff.comparing.comparer import align_analysed, compare_by
from newsdiff.comparing.omissions import DescribedWords, describe_words
from newsdiff.encoding import Encoder
from newsdiff.gathering import read
from newsdiff.mentions import make_canonical
from newsdiff.model import Article, Pair, Side
from newsdiff.reading import read_text

WEIGHTS: Final = ROOT / "newsdiff" / "comparing" / "omissions.json"
WITH_MEANING: Final = WEIGHTS.with_name("omissions_meaning.json")
READ_SET: Final = "omissions_dev"
LEAST: Final = 0.55
"""Probability from which a word counts as untold: where recall of missing facts and
freedom from false alarms are in balance, on every story."""
_WORDS_OF_A_FACT: Final = 8
"""A word of an article that was read counts as this part of a fact."""
_COUNTED: Final = re.compile(r"\w{3,}")
"""The words by which the set that was read is judged."""
_WHOLE: Final = "*"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article's words against one other, with what the annotators say."""

    set: str
    story: str
    """What stays together when weights are cross-validated."""
    names: tuple[str, ...]
    """Those of the features."""
    x: Array
    y: Array
    """1 for a word that the other article does not tell, 0 for one that it does, -1
    where nobody says."""
    worth: Array
    """How much each word counts."""
    facts: tuple[tuple[frozenset[int], bool], ...] = ()
    """For each fact the rows of its words, and whether the other article has it."""


@dataclass(frozen=True, slots=True)
class ReadPair:
    """Two articles that were read word by word."""

    story: str
    articles: Pair[AnalysedArticle]
    untold: Pair[frozenset[int]]
    """The letters of each that the other does not tell."""
    labelled: Pair[Labelled]


class Unseen:
    """What is used of annotated stories that it did not learn from.

    Args:
        folder: What `benchmarks.train_encoder` made; None: words alone.
    """

    def __init__(self, folder: Path | None) -> None:
        self._encoders = UnseenEncoders(folder) if folder else None
        self._links = unseen_models(gold_pairs(), folder)

    def links(self, story: str) -> Model | None:
        """How links are weighed; None for the packaged model."""
        return self._links.get(story)

    def encoder(self, story: str) -> Encoder | None:
        """What reads its meaning; None: words alone."""
        return self._encoders.of(story) if self._encoders else None

    def analyse(self, story: str, article: Article) -> AnalysedArticle:
        """An article of a story."""
        return analyse(article, self.encoder(story))

    def describe(self, story: str, pair: Pair[AnalysedArticle]) -> Pair[DescribedWords]:
        """The words of both articles of a pair."""
        alignment = align_analysed(pair, self.links(story))
        mentions = Pair(*make_canonical(*pair.map(lambda one: one.mentions)))
        return describe_words(pair, alignment, mentions)


def _matrix(described: DescribedWords) -> Array:
    return np.column_stack(list(described.columns.values()))


def sides(name: str, unseen: Unseen) -> Iterator[Labelled]:
    """Every article of a story against every other."""
    found = story(name)
    if found is None:
        return
    gold, paths = found
    articles = {
        key: unseen.analyse(home(name), read(path)) for key, path in paths.items()
    }
    for x, y in itertools.combinations(sorted(articles), 2):
        described = unseen.describe(home(name), Pair(articles[x], articles[y]))
        for side, mine, theirs in ((Side.A, x, y), (Side.B, y, x)):
            own = described[side]
            starts = {word.span.start: k for k, word in enumerate(own.words)}
            facts = tuple(_facts(gold, starts, mine, theirs))
            shared = {k for numbers, both in facts if both for k in numbers}
            only = {k for numbers, both in facts if not both for k in numbers} - shared
            label = [
                1 if k in only else 0 if k in shared else -1 for k in range(len(starts))
            ]
            worth = np.zeros(len(starts))
            for numbers, _ in facts:
                worth[list(numbers)] += 1 / max(1, len(numbers))
            yield Labelled(
                name,
                home(name),
                tuple(own.columns),
                _matrix(own),
                np.array(label, dtype=float),
                worth,
                facts,
            )


def read_pairs(unseen: Unseen) -> Iterator[ReadPair]:
    """Every pair of articles that was read word by word."""
    for row in rows(READ_SET):
        yield _read_pair(story_of(READ_SET, row), row, unseen)


def _read_pair(name: str, row: dict[str, Any], unseen: Unseen) -> ReadPair:
    def article(side: Side) -> AnalysedArticle:
        text = "\n\n".join(row[side.value]) + "\n"
        return unseen.analyse(name, read_text(text, source="-"))

    def letters(side: Side) -> frozenset[int]:
        text, sentences = pair[side].article.text, row[side.value]
        return frozenset(_letters(text, sentences, row[f"only_{side.value}"]))

    pair = Pair.each(article)
    untold = Pair.each(letters)
    described = unseen.describe(name, pair)
    labelled = Pair.each(lambda s: _read(name, described[s], untold[s]))
    return ReadPair(name, pair, untold, labelled)


def _letters(
    text: str, sentences: Sequence[str], phrases: Sequence[tuple[int, str]]
) -> Iterator[int]:
    """The places of the letters of some phrases."""
    starts, at = [], 0
    for sentence in sentences:
        at = text.index(sentence, at)
        starts.append(at)
        at += len(sentence)
    for i, phrase in phrases:
        whole = phrase == _WHOLE
        start = starts[i] + (0 if whole else sentences[i].index(phrase))
        yield from range(start, start + len(sentences[i] if whole else phrase))


def _read(name: str, described: DescribedWords, untold: frozenset[int]) -> Labelled:
    label = [float(word.span.start in untold) for word in described.words]
    return Labelled(
        READ_SET,
        name,
        tuple(described.columns),
        _matrix(described),
        np.array(label),
        np.full(len(label), 1 / _WORDS_OF_A_FACT),
    )


def _facts(
    gold: dict[str, Any], starts: dict[int, int], mine: str, theirs: str
) -> Iterator[tuple[frozenset[int], bool]]:
    for fact in gold["facts"]:
        spans = fact["evidence"].get(mine, ())
        numbers = frozenset(
            k for start, k in starts.items() if any(s[0] <= start < s[1] for s in spans)
        )
        if spans:
            yield numbers, theirs in fact["evidence"]


def fit_omissions(labelled: Sequence[Labelled]) -> dict[str, Any]:
    """Weights for some articles, as the table that newsdiff reads.

    Every fact counts the same, however many words it has, and what is missing as much
    as what is told: that is how newsdiff is judged.
    """
    x, y, worth = (
        np.concatenate([getattr(t, name) for t in labelled])
        for name in "x y worth".split()
    )
    for label in (0, 1):
        worth[y == label] /= worth[y == label].sum()
    used = y >= 0
    worth *= used.sum() / 2
    table = fit(labelled[0].names, Examples(x[used], y[used], worth[used]))
    return table | {"least": {"untold": LEAST}}


def balanced(
    labelled: Sequence[Labelled], table: dict[str, Any]
) -> tuple[float, float, float]:
    """Balanced accuracy over facts, recall of missing ones, share of false alarms."""
    hits: list[bool] = []
    alarms: list[bool] = []
    for t in labelled:
        flagged = predict(table, t.x) >= LEAST
        for numbers, both in t.facts:
            hit = bool(numbers) and 2 * sum(flagged[k] for k in numbers) >= len(numbers)
            (alarms if both else hits).append(hit)
    recall, alarm = float(np.mean(hits)), float(np.mean(alarms))
    return (recall + 1 - alarm) / 2, recall, alarm


def letter_counts(pair: ReadPair, links: Model | None, omissions: Model) -> Array:
    """Words untold and listed, told and listed, untold and not, told and not."""
    facts = compare_by(pair.articles, links, omissions).facts
    total = np.zeros(4)
    for side in Side:
        only = (f for f in facts if f.status is side.only)
        listed = {k for f in only for span in f.spans[side] for k in range(*span)}
        for word in _COUNTED.finditer(pair.articles[side].article.text):
            is_untold, is_listed = (
                word.start() in s for s in (pair.untold[side], listed)
            )
            total[2 * (not is_listed) + (not is_untold)] += 1
    return total


def cross_validated(
    pairs: Sequence[ReadPair], others: Sequence[Labelled], unseen: Unseen
) -> Array:
    """`letter_counts` of all pairs, by weights that saw nothing of their stories."""
    fold = fold_of([pair.story for pair in pairs])
    total = np.zeros(4)
    for k in sorted(set(fold.values())):
        learned = [t for p in pairs if fold[p.story] != k for t in p.labelled]
        model = model_of(fit_omissions([*learned, *others]))
        for pair in pairs:
            if fold[pair.story] == k:
                total += letter_counts(pair, unseen.links(pair.story), model)
    return total


def report(counts: Array) -> str:
    """The figures of `bench.py omissions`."""
    hit, alarm, missed, left = counts
    recall, false = hit / (hit + missed), alarm / (alarm + left)
    return (
        f"balanced {(recall + 1 - false) / 2:.3f} (recall {recall:.3f}, "
        f"false alarms {false:.3f}, precision {hit / (hit + alarm):.3f})"
    )


def main() -> None:
    """Fits, reports and, where asked, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--encoders", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    unseen = Unseen(given.encoders)
    pairs = list(read_pairs(unseen))
    stories = [t for name in STORY_SETS for t in sides(name, unseen)]
    labelled = [*stories, *(t for pair in pairs for t in pair.labelled)]
    for name in dict.fromkeys(t.set for t in stories):
        others = [t for t in labelled if t.story != home(name)]
        own = [t for t in stories if t.set == name]
        if others:
            found = balanced(own, fit_omissions(others))
            print(
                f"{name:10} balanced {found[0]:.3f} (recall {found[1]:.2f}, "
                f"false alarms {found[2]:.2f})"
            )
    if pairs:
        print(f"{READ_SET} {report(cross_validated(pairs, stories, unseen))}")
    if given.write:
        table = fit_omissions(labelled) | {
            "made by": "python -m benchmarks.fit_omissions --write"
        }
        path = WITH_MEANING if given.encoders else WEIGHTS
        path.write_text(json.dumps(table, indent=1) + "\n", "utf-8")
        print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
