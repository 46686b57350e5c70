"""The annotated sets that accuracy is measured on, in one shape.

`../shared/eval` and `../shared/stories` hold sets that are not part of the repository;
what is not there is left out. The gold of the sample story is always there; it retells
the story of kim-putin, so the two are one story when weights are cross-validated.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from newsdiff.aligning.profiles import Heading, headings, profile
from newsdiff.aligning.terms import Terms, terms_of
from newsdiff.model import Pair

ROOT: Final = Path(__file__).parents[1]
EVAL: Final = ROOT.parent / "shared" / "eval"
STORIES: Final = ROOT.parent / "shared" / "stories"
SENTENCE_SETS: Final = (
    *("outlets_dev", "outlets2_dev", "ecb_dev", "ecb2_dev"),
    *("aesop_dev", "superpal_dev"),
)
STORY_SETS: Final = {
    "kim-putin": (EVAL / "kim-putin.gold.json", STORIES / "kim-putin"),
    "braley": (EVAL / "braley.gold.json", STORIES / "braley"),
    "sample": (
        ROOT / "benchmarks" / "gold" / "sample.gold.json",
        ROOT / "newsdiff" / "sample",
    ),
}
_HEADINGS: Final = {
    "headline": Heading.HEADLINE,
    "subheading": Heading.SUBHEADING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldPair:
    """Two texts as sentences and the links an annotator drew."""

    set: str
    story: str
    """What stays together when weights are cross-validated."""
    sentences: Pair[tuple[str, ...]]
    terms: Pair[Terms]
    links: frozenset[tuple[int, int]]


def gold_pairs() -> list[GoldPair]:
    """Every annotated pair of every set that is there."""
    found = [pair for name in SENTENCE_SETS for pair in _sentence_pairs(name)]
    for name in STORY_SETS:
        found += _story_pairs(name)
    return found


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one JSON Lines set; none where it is not there."""
    path = EVAL / f"{name}.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def story_of(name: str, row: dict[str, Any]) -> str:
    """The story a row belongs to: no story is in two folds."""
    parts = row["id"].split("/")
    match name:
        case "outlets_dev":
            return f"{name}/{parts[0]}"
        case "outlets2_dev" | "ecb_dev" | "ecb2_dev" | "omissions_dev":
            return str(parts[0])  # sets of ecb tell the same events
        case "aesop_dev":  # fables of the same animals share their first letters
            return f"{name}/{parts[1][:6]}"
        case _:
            return f"{name}/{parts[1]}"


def _sentence_pairs(name: str) -> Iterator[GoldPair]:
    for row in rows(name):
        sides = Pair(tuple(row["a"]), tuple(row["b"]))
        yield GoldPair(
            set=name,
            story=story_of(name, row),
            sentences=sides,
            terms=sides.map(lambda side: _terms(side, headings(side))),
            links=frozenset((i, j) for i, j, *_ in row["gold"]),
        )


def home(name: str) -> str:
    """The story that an annotated set tells.

    The sample retells kim-putin: neither may train weights that the other is judged by.
    """
    return "kim-putin" if name == "sample" else name


def story(name: str) -> tuple[dict[str, Any], dict[str, Path]] | None:
    """The gold of a story and the file of each of its articles; None if missing."""
    gold, folder = STORY_SETS[name]
    if not gold.exists() or not folder.is_dir():
        return None
    table = json.loads(gold.read_text("utf-8"))
    return table, {key: folder / a["file"] for key, a in table["articles"].items()}


def _story_pairs(name: str) -> Iterator[GoldPair]:
    found = story(name)
    if found is None:
        return
    gold, paths = found
    compared = {
        key: _compared(article["sentences"])
        for key, article in gold["articles"].items()
    }
    texts = {key: path.read_text("utf-8") for key, path in paths.items()}
    sentences = {
        key: tuple(texts[key][s["start"] : s["end"]] for s in side.values())
        for key, side in compared.items()
    }
    kinds = {
        key: tuple(_HEADINGS.get(s["role"], Heading.NONE) for s in side.values())
        for key, side in compared.items()
    }
    for x, y in itertools.combinations(sorted(sentences), 2):
        places = Pair(compared[x], compared[y]).map(
            lambda side: {number: k for k, number in enumerate(side)}
        )
        yield GoldPair(
            set=name,
            story=home(name),
            sentences=Pair(sentences[x], sentences[y]),
            terms=Pair(x, y).map(lambda key: _terms(sentences[key], kinds[key])),
            links=frozenset(
                (places.a[i], places.b[j]) for i, j, _ in gold["alignments"][f"{x}-{y}"]
            ),
        )


@cache
def _terms(sentences: tuple[str, ...], kinds: tuple[Heading, ...]) -> Terms:
    return terms_of([*map(profile, sentences, kinds)])


def _compared(sentences: list[dict[str, Any]]) -> dict[int, dict[str, Any]]:
    """Number → place and role of the sentences that take part in links."""
    return {
        number: s
        for number, s in enumerate(sentences)
        if s["role"] not in ("boilerplate", "dateline")
    }
