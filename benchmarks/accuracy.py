"""How right newsdiff is, on every annotated set that is there.

    python -m benchmarks.accuracy [--encoders FOLDER] [--write]

Prints the figures of the packaged weights, of weights cross-validated by story (fitted
without the story they are judged on), each by words alone and with meaning, and of two
simple baselines. With meaning the packaged ones are those of the stories alone, for the
packaged encoder has learned from all other sets; those cross-validated need what
`benchmarks.train_encoder` left in FOLDER, and stay as they are without. `--write` keeps
them in `docs/accuracy.json` and in the tables of `docs/accuracy.md`. On a clean clone
only the sample story's own gold is there; `../shared/eval` holds the other sets.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from benchmarks.goldsets import ROOT, STORY_SETS, GoldPair, gold_pairs, home, story
from benchmarks.scoring import Compare, Count, score_story
from newsdiff.aligning.features import PairFeatures
from newsdiff.aligning.logistic import Model, fitted, model_of
from newsdiff.aligning.selection import choose
from newsdiff.aligning.sparse import Floats
from newsdiff.analysis import analyse
from newsdiff.comparing.comparer import compare_by
from newsdiff.encoding import Encoder, find_encoder
from newsdiff.gathering import read
from newsdiff.model import Article, Comparison, Pair

FIGURES: Final = ROOT / "docs" / "accuracy.json"
PAGE: Final = ROOT / "docs" / "accuracy.md"
BASELINES: Final = {"words": "word cosine", "spelling": "shared letter runs"}
"""A single feature, at the threshold that suits the very set it is judged on."""
Figures = dict[str, dict[str, float]]
Models = tuple[Model | None, Model | None]
"""How links are weighed and how words are, of what may be an omission."""
WITH_MEANING: Final = " with meaning"


def story_figures(
    models: Mapping[str, Models] | None = None,
    encoder_of: Callable[[str], Encoder | None] = lambda _: None,
) -> Figures:
    """Figures of every annotated story.

    Args:
        models: Story → how links are weighed and how words are; the packaged models
            where none are given.
        encoder_of: Story → what reads its meaning; None for words alone.
    """
    found: Figures = {}
    for name in STORY_SETS:
        given = story(name)
        if given is None:
            continue
        gold, paths = given
        articles = {key: read(path) for key, path in paths.items()}
        given_models = (models or {}).get(name, (None, None))
        comparing = _comparing(given_models, encoder_of(home(name)))
        found[name] = score_story(gold, articles, comparing).figures()
    return found


def _comparing(models: Models, encoder: Encoder | None) -> Compare:
    """Compares by some models; each article is analysed once."""
    analysed = cache(partial(analyse, encoder=encoder))

    def compare(a: Article, b: Article) -> Comparison:
        return compare_by(Pair(a, b).map(analysed), *models)

    return compare


def packaged_figures() -> Figures:
    """Figures of the weights that are packaged, by words alone."""
    model = fitted("newsdiff.aligning", "links")
    sets: dict[str, list[GoldPair]] = {}
    for pair in gold_pairs():
        if pair.set not in STORY_SETS:
            sets.setdefault(pair.set, []).append(pair)
    sentences = {
        name: _pooled([sentence_counts(pairs, model)]) for name, pairs in sets.items()
    }
    return sentences | story_figures()


def packaged_with_meaning() -> Figures:
    """Those of the stories, with the encoder that is packaged."""
    encoder = find_encoder()
    return story_figures(encoder_of=lambda _: encoder) if encoder else {}


def cross_validated_figures(folder: Path | None = None) -> Figures:
    """The same, each story judged by weights that were fitted without it.

    Args:
        folder: What `benchmarks.train_encoder` made; None: words alone.
    """
    from benchmarks.fit_omissions import Unseen, fit_omissions, read_pairs, sides

    unseen = Unseen(folder)
    pairs = gold_pairs()
    found: Figures = {}
    for name in dict.fromkeys(p.set for p in pairs if p.set not in STORY_SETS):
        found[name] = _pooled(
            [
                sentence_counts([p], links, unseen.encoder(p.story))
                for p in pairs
                if p.set == name and (links := unseen.links(p.story))
            ]
        )
    labelled = [s for name in STORY_SETS for s in sides(name, unseen)]
    labelled += [s for pair in read_pairs(unseen) for s in pair.labelled]
    models: dict[str, Models] = {}
    for name in STORY_SETS:
        others = [s for s in labelled if s.story != home(name)]
        if others and unseen.links(home(name)):
            models[name] = unseen.links(home(name)), model_of(fit_omissions(others))
    stories = story_figures(models, unseen.encoder)
    return found | {n: f for n, f in stories.items() if n in models}


class SentenceCounts(NamedTuple):
    """The counts of pairs of articles that are given as sentences."""

    links: Count
    matched: Count
    partners: Count


def sentence_counts(
    pairs: Sequence[GoldPair], model: Model, encoder: Encoder | None = None
) -> SentenceCounts:
    """Counts of all links, of the matched ones alone, and of best links."""
    links, matched, partners = SentenceCounts(Count(), Count(), Count())
    for pair in pairs:
        encoded = pair.sentences.map(encoder.encode) if encoder else None
        features = PairFeatures(pair.terms, encoded)
        chances = model.among(features.few).probabilities(features.columns)
        true = np.array([place in pair.links for place in features.candidates], bool)
        said = choose(features.places, chances, model.least)
        sure = np.flatnonzero(chances >= model.least["matched"])
        for count, found in ((links, said), (matched, sure)):
            count.add(int(true[found].sum()), len(found), len(pair.links))
        best = said[np.argsort(-chances[said], kind="stable")]
        for side in (0, 1):
            first = np.unique(features.places[best, side], return_index=True)[1]
            linked = {link[side] for link in pair.links}
            partners.add(int(true[best][first].sum()), len(first), len(linked))
    return SentenceCounts(links, matched, partners)


def _pooled(parts: Sequence[SentenceCounts]) -> dict[str, float]:
    links, matched, partners = total = SentenceCounts(Count(), Count(), Count())
    for part in parts:
        for count, more in zip(total, part, strict=True):
            count.add(more.right, more.said, more.true)
    return {
        "link precision": round(links.precision, 4),
        "link recall": round(links.recall, 4),
        "link F1": round(links.f1, 4),
        "matched precision": round(matched.precision, 4),
        "matched recall": round(matched.recall, 4),
        "partner": round(partners.recall, 4),
    }


def baseline_figures() -> Figures:
    """F1 of one feature alone, at its best threshold on the set itself."""
    found: Figures = {}
    sets: dict[str, list[GoldPair]] = {}
    for pair in gold_pairs():
        sets.setdefault(pair.set, []).append(pair)
    for name, pairs in sets.items():
        known = [PairFeatures(pair.terms) for pair in pairs]
        true = [
            place in pair.links
            for pair, features in zip(pairs, known, strict=True)
            for place in features.candidates
        ]
        total = sum(len(pair.links) for pair in pairs)
        found[name] = {
            label: _best_f1(np.concatenate([k.columns[f] for k in known]), true, total)
            for f, label in BASELINES.items()
        }
    return found


def _best_f1(values: Floats, true: Sequence[bool], total: int) -> float:
    order = np.lexsort((-np.array(true, float), -values))
    right = np.cumsum(np.array(true, float)[order])
    return round(float((2 * right / (np.arange(1, len(right) + 1) + total)).max()), 4)


def table(figures: Figures) -> str:
    """The figures as a Markdown table: a row a set, a column a figure."""
    columns = list(dict.fromkeys(name for row in figures.values() for name in row))
    lines = [f"| set | {' | '.join(columns)} |", f"|---{'|---' * len(columns)}|"]
    for name, row in figures.items():
        cells = (f"{row[c]:.3f}" if c in row else "–" for c in columns)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measures, prints and, where asked, writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--encoders", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    unseen = f"cross-validated{WITH_MEANING}"
    known = json.loads(FIGURES.read_text("utf-8")).get(unseen, {})
    measured: dict[str, Figures] = {
        "cross-validated": cross_validated_figures(),
        unseen: cross_validated_figures(given.encoders) if given.encoders else known,
        "packaged": packaged_figures(),
        f"packaged{WITH_MEANING}": packaged_with_meaning(),
        "baselines": baseline_figures(),
    }
    for title, figures in measured.items():
        print(f"{title}\n{table(figures)}\n")
    if given.write:
        kept: dict[str, Any] = {"made by": "python -m benchmarks.accuracy --write"}
        FIGURES.write_text(json.dumps(kept | measured, indent=1) + "\n", "utf-8")
        page = PAGE.read_text("utf-8")
        for title, figures in measured.items():
            part = rf"(<!-- {title} -->\n).*?(?=<!-- end -->)"
            page = re.sub(part, rf"\g<1>{table(figures)}\n", page, flags=re.DOTALL)
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
