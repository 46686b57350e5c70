"""The JSON is what its schema and its description say, for any two articles."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from newsdiff import __version__
from newsdiff.comparing import compare
from newsdiff.export import schema, to_json
from newsdiff.gathering import read, sample_sources
from newsdiff.model import (
    Article,
    Comparison,
    Kind,
    Pair,
    Paraphrase,
    Role,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.reading import parse, read_text
from newsdiff.text.visible import CONTROL

SHARED = Path(__file__).parents[3] / "shared" / "stories"
STORIES = sorted(path for path in SHARED.glob("*") if path.is_dir())
VALIDATOR = Draft202012Validator(json.loads(schema()))


def document(comparison: Comparison) -> dict[str, Any]:
    """The export, read again; it must be valid."""
    text = to_json(comparison)
    assert text.endswith("}\n")
    found: dict[str, Any] = json.loads(text)
    assert [error.message for error in VALIDATOR.iter_errors(found)] == []
    return found


def is_told_by(article: dict[str, Any], sentences: list[dict[str, Any]]) -> None:
    """Every character of the text is in one sentence or in the blanks between."""
    at = 0
    for sentence in sentences:
        assert not article["text"][at : sentence["start"]].strip()
        assert sentence["start"] < sentence["end"]
        at = sentence["end"]
    assert not article["text"][at:].strip()


def holds(found: dict[str, Any], comparison: Comparison) -> None:
    """What the description of the JSON promises beyond its schema."""
    assert found["schema"] == "newsdiff/comparison/1"
    assert found["newsdiff"] == __version__
    linked: dict[str, set[int]] = {"a": set(), "b": set()}
    for link in found["links"]:
        linked["a"].add(link["a"])
        linked["b"].add(link["b"])
    scores = [link["score"] for link in found["links"]]
    assert scores == sorted(scores, reverse=True)
    for side, article in zip("ab", found["articles"], strict=True):
        is_told_by(article, article["sentences"])
        compared = [
            i
            for i, sentence in enumerate(article["sentences"])
            if sentence["role"] not in ("boilerplate", "dateline")
        ]
        assert linked[side] <= set(compared)
        for i, sentence in enumerate(article["sentences"]):
            assert (sentence["rule"] is not None) == (sentence["role"] == "boilerplate")
            if i in linked[side] or i not in compared:
                assert sentence["nearest"] is None
        assert found["summary"]["sentences"][side] == len(compared)
        share = len(linked[side]) / len(compared) if compared else 0
        assert found["summary"]["linked"][side] == pytest.approx(share, abs=1e-4)
    assert [article["text"] for article in found["articles"]] == [
        article.text for article in comparison.articles
    ]
    places = []
    for fact in found["facts"]:
        only = {"only_a": "a", "only_b": "b"}.get(fact["status"])
        assert (fact["absence"] is not None) == (only is not None)
        for side, article in zip("ab", found["articles"], strict=True):
            told = only in (None, side)
            assert bool(fact[side]) == (fact["value"][side] is not None) == told
            for start, end in fact[side]:
                assert article["text"][start:end].strip()
        places.append([fact[side][0] if fact[side] else [10**9] * 2 for side in "ab"])
    assert places == sorted(places)
    for status in Status:
        counted = sum(fact["status"] == status.value for fact in found["facts"])
        assert found["summary"]["facts"][status.value] == counted


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(json.loads(schema()))
    assert schema().endswith("}\n")


def test_the_schema_names_every_word_of_the_model() -> None:
    defs = json.loads(schema())["$defs"]
    named = [
        (Role, defs["sentence"]["properties"]["role"]["enum"]),
        (State, defs["link"]["properties"]["state"]["enum"]),
        (Kind, defs["fact"]["properties"]["kind"]["enum"]),
        (Status, defs["fact"]["properties"]["status"]["enum"]),
    ]
    for words, enum in named:
        assert [word.value for word in words] == enum


def test_a_comparison_made_by_hand(comparison: Comparison) -> None:
    found = document(comparison)
    holds(found, comparison)
    assert found["links"][0]["reason"] == ["cracks", "pillars"]
    assert found["links"][0]["score"] == 0.9321
    assert found["articles"][0]["sentences"][7]["nearest"] == {
        "sentence": 1,
        "score": 0.25,
    }
    assert found["facts"][1]["note"] == "Two and three cannot both be so."


@pytest.mark.parametrize(("i", "j"), [*combinations(range(5), 2)])
def test_the_sample(i: int, j: int) -> None:
    sources = sample_sources()
    comparison = compare(parse(sources[i]), parse(sources[j]))
    holds(document(comparison), comparison)


@pytest.mark.slow(reason="compares all pairs of real stories")
@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_real_stories(folder: Path) -> None:
    articles = [read(path) for path in sorted(folder.glob("*.txt"))]
    for a, b in combinations(articles, 2):
        comparison = compare(a, b)
        holds(document(comparison), comparison)


TEXT = st.one_of(
    st.text(min_size=1, max_size=200).filter(str.strip),
    st.lists(
        st.sampled_from(
            [
                "Anna Berg said \x1b[31mno\x1b[0m.",
                "\u202eevil\u202c text here.",
                "The bridge [sic] in Valona fell.",
                "---",
                "Leave a comment",
                "tag \U000e0041\U000e0042 end.",
                "zero\u200bwidth.",
                "\ud800 alone.",
                '{"json": "\\u001b"}',
                "\x85\u2028\u2029\x9b1m",
            ]
        ),
        min_size=1,
        max_size=8,
    ).map("\n".join),
)


@settings(deadline=None, derandomize=True, max_examples=60)
@given(TEXT, TEXT, st.text(min_size=1, max_size=20))
def test_nothing_that_hides_or_commands_gets_out_and_nothing_is_lost(
    a: str, b: str, name: str
) -> None:
    articles = Pair(read_text(a, source=name), read_text(b, source="b"))
    comparison = compare(*articles)
    text = to_json(comparison)
    assert not CONTROL.search(text)
    text.encode()
    found = document(comparison)
    holds(found, comparison)
    assert found["articles"][0]["source"] == name


def test_a_value_without_end_is_no_number(comparison: Comparison) -> None:
    endless = replace(comparison.facts[1], resolved=Pair(float("inf"), 3.0))
    found = document(replace(comparison, facts=(endless,)))
    assert found["facts"][0]["resolved"] == {"a": None, "b": 3.0}


def test_an_article_of_residue_alone_is_compared_with_nothing() -> None:
    residue: Article = read_text("Leave a Comment\n", source="a")
    comparison = compare(residue, residue)
    found = document(comparison)
    assert found["summary"]["linked"] == {"a": 0.0, "b": 0.0}


def test_what_is_said_in_other_words_is_there_with_its_words(
    comparison: Comparison,
) -> None:
    text = comparison.articles.map(lambda article: article.text)
    spans = text.map(lambda own: Span(own.index("Valona"), own.index("Valona") + 6))
    said = Paraphrase(spans=spans, likeness=0.81234, inflected=True)
    first, *others = comparison.links
    links = (replace(first, paraphrases=(said,)), *others)
    found = document(replace(comparison, links=links))
    (one,) = found["links"][0]["paraphrases"]
    assert (one["likeness"], one["inflected"]) == (0.8123, True)
    for side in Side:
        place = one[side.value]
        assert place["text"] == text[side][place["start"] : place["end"]] == "Valona"
    assert all(link["paraphrases"] == [] for link in found["links"][1:])
