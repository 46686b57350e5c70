"""The story that comes with newsdiff, and the annotation of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from newsdiff.comparing import compare
from newsdiff.gathering import sample_sources
from newsdiff.model import Article, Comparison, Kind, Role, Status
from newsdiff.reading import parse

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
ARTICLES = tuple(parse(source) for source in sample_sources())
BY_FILE = {article.source: article for article in ARTICLES}
BY_LABEL = {article.label: article for article in ARTICLES}
GOLD = json.loads((ROOT / "benchmarks/gold/sample.gold.json").read_text("utf-8"))
COMPARED = {"headline", "subheading", "caption", "body"}
PAIRS = ["-".join(pair) for pair in combinations(sorted(GOLD["articles"]), 2)]


def lines(article: Article, role: Role) -> list[str]:
    return [
        article.words_of(number)
        for number, sentence in enumerate(article.sentences)
        if sentence.role is role
    ]


def only_b(comparison: Comparison) -> list[str]:
    """What B alone mentions by name."""
    return [
        fact.value.b or ""
        for fact in comparison.facts
        if fact.status is Status.ONLY_B and fact.kind is not Kind.CLAIM
    ]


def annotated(key: str) -> tuple[str, list[dict[str, Any]]]:
    """The text of an annotated article and its annotated sentences."""
    entry = GOLD["articles"][key]
    return BY_FILE[entry["file"]].text, entry["sentences"]


# --- reading

BUSINESS_HEADLINE = (
    "Shot Across the Bow: North Korea Faces Fallout Over Possible Weapons Deal "
    "with Russia as War in Ukraine Goes On"
)
AGGREGATOR_HEADLINE = "Washington Warns North Korea Against Giving Russia Weapons"
CABLE_HEADLINE = (
    "US puts North Korea on notice: "
    "a possible arms deal with Russia would have consequences"
)
WORLD_HEADLINE = "North Korea to Face Consequences if It Arms Russia for War in Ukraine"


def test_labels_titles_days() -> None:
    assert [(a.label, a.title, a.published) for a in ARTICLES] == [
        ("Business site", BUSINESS_HEADLINE, None),
        ("Aggregator", AGGREGATOR_HEADLINE, None),
        ("Cable rewrite", CABLE_HEADLINE, None),
        ("Gulf daily", None, None),
        ("World service", WORLD_HEADLINE, "2023-09-05"),
    ]


def test_page_residue_has_a_rule() -> None:
    found = {
        article.label: Counter(s.rule for s in article.sentences if s.rule)
        for article in ARTICLES
    }
    front = {"front-matter": 3}
    assert found == {
        "Business site": front
        | {"breadcrumb": 1, "read-more": 1, "shortcode": 1, "comment-form": 2}
        | {"teaser": 10},
        "Aggregator": front
        | {"copyright": 3, "reference": 1, "disclaimer": 13, "comment-form": 1},
        "Cable rewrite": front | {"comment-form": 2},
        "Gulf daily": front | {"comment-form": 1},
        "World service": front | {"breadcrumb": 1, "hashtags": 1, "comment-form": 3},
    }


def test_captions_subheadings_datelines() -> None:
    world = BY_LABEL["World service"]
    assert lines(world, Role.SUBHEADING) == [
        "A summit of Putin and Kim",
        "Missiles and artillery shells",
        "Three entities under sanctions",
    ]
    assert all(line.endswith("(Reuters)") for line in lines(world, Role.CAPTION))
    assert len(lines(world, Role.CAPTION)) == 2
    assert lines(world, Role.DATELINE) == [
        "5/9/2023-|Updated on: 5/9/202310:31 PM (Mecca Time)",
        "2023-09-05 19:41:15",
    ]


def test_a_proverb_and_a_stray_stop_stay_in_their_sentences() -> None:
    body = lines(BY_LABEL["World service"], Role.BODY)
    assert any("“Why not?" in line and line.endswith("harmony.”") for line in body)
    assert any("North Korea. in order to" in line for line in body)


# --- what one outlet leaves out


def test_only_the_gulf_daily_has_pier_33() -> None:
    cable, gulf = BY_LABEL["Cable rewrite"], BY_LABEL["Gulf daily"]
    assert any("Pier 33" in value for value in only_b(compare(cable, gulf)))
    assert [a.label for a in ARTICLES if "Pier 33" in a.text] == ["Gulf daily"]


def test_only_the_world_service_has_the_slovak_citizen() -> None:
    gulf, world = BY_LABEL["Gulf daily"], BY_LABEL["World service"]
    assert any("Slovak" in value for value in only_b(compare(gulf, world)))
    assert [a.label for a in ARTICLES if "Slovak" in a.text] == ["World service"]


# --- the annotation


def test_annotation_is_of_these_texts() -> None:
    entries = GOLD["articles"].values()
    assert [entry["file"] for entry in entries] == [a.source for a in ARTICLES]
    assert [entry["chars"] for entry in entries] == [len(a.text) for a in ARTICLES]


@pytest.mark.parametrize("key", GOLD["articles"])
def test_sentences_are_read_as_annotated(key: str) -> None:
    text, sentences = annotated(key)
    read = BY_FILE[GOLD["articles"][key]["file"]].sentences
    assert [(text[s.start : s.end], s.role) for s in read] == [
        (text[s["start"] : s["end"]], s["role"]) for s in sentences
    ]


@pytest.mark.parametrize("key", GOLD["articles"])
def test_evidence_is_whole_words_of_a_compared_sentence(key: str) -> None:
    text, sentences = annotated(key)
    for fact in GOLD["facts"]:
        for start, end, number in fact["evidence"].get(key, ()):
            where = f"{fact['id']}: {text[start:end]!r}"
            sentence = sentences[number]
            assert sentence["role"] in COMPARED, where
            assert sentence["start"] <= start < end <= sentence["end"], where
            assert text[start:end] == text[start:end].strip(), where
            assert not re.fullmatch(r"\w\w", text[start - 1 : start + 1]), where
            assert not re.fullmatch(r"\w\w", text[end - 1 : end + 1]), where


def test_values_are_of_articles_that_state_the_fact() -> None:
    for fact in GOLD["facts"]:
        assert fact["evidence"], fact["id"]
        assert set(fact["values"] or {}) <= set(fact["evidence"]), fact["id"]


@pytest.mark.parametrize("pair", PAIRS)
def test_alignments_join_compared_sentences_that_share_a_fact(pair: str) -> None:
    keys = pair.split("-")
    links = GOLD["alignments"][pair]
    assert links
    assert len({(i, j) for i, j, _ in links}) == len(links)
    for i, j, label in links:
        assert label in {"same", "overlap"}
        ends = list(zip(keys, (i, j), strict=True))
        for key, number in ends:
            assert annotated(key)[1][number]["role"] in COMPARED
        assert any(
            all(number in places(fact, key) for key, number in ends)
            for fact in GOLD["facts"]
        )


def places(fact: dict[str, Any], key: str) -> set[int]:
    return {number for _, _, number in fact["evidence"].get(key, ())}


def test_every_told_sentence_has_evidence() -> None:
    for key in GOLD["articles"]:
        told = {n for fact in GOLD["facts"] for n in places(fact, key)}
        headings = {"headline", "subheading"}
        body = {
            number
            for number, sentence in enumerate(annotated(key)[1])
            if sentence["role"] in COMPARED - headings
        }
        assert body <= told


# --- our own words


@pytest.mark.parametrize("mine", ["newsdiff/sample", "benchmarks/gold"])
def test_no_run_of_words_is_copied(mine: str) -> None:
    script, theirs = SHARED / "eval/own_words.py", SHARED / "stories"
    if not (script.is_file() and theirs.is_dir()):
        pytest.skip("the articles that the sample retells are not here")
    done = subprocess.run(
        [sys.executable, str(script), str(ROOT / mine), str(theirs)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr
