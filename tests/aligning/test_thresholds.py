"""Thresholds that a person has moved, and what they make of kept scores."""

from __future__ import annotations

import json

import pytest

from newsdiff.aligning import meaning
from newsdiff.aligning.explaining import Explanation
from newsdiff.aligning.feature_groups import Group, group_of
from newsdiff.aligning.features import FEATURES
from newsdiff.aligning.selection import LEADING, moved
from newsdiff.engine import Engine
from newsdiff.export import rendered
from newsdiff.gathering import sample_sources
from newsdiff.model import MEASURED, Article, Comparison, Pair, State, Thresholds
from newsdiff.reading import parse
from newsdiff.wording.decisions import short_thresholds, tell_thresholds

LEAST = {State.MATCHED: 0.52, State.RELATED: 0.28, LEADING: 0.24}
LOW, HIGH = Thresholds(0.2, 0.1), Thresholds(0.95, 0.9)


@pytest.fixture(scope="module")
def pair() -> Pair[Article]:
    a, b, *_ = map(parse, sample_sources())
    return Pair(a, b)


def compared(pair: Pair[Article], thresholds: Thresholds) -> Comparison:
    return Engine("words", thresholds=thresholds).compare(*pair)


@pytest.mark.parametrize("name", [*FEATURES, *meaning.FEATURES])
def test_every_feature_is_about_something(name: str) -> None:
    assert group_of(name) in Group


def test_what_is_moved_takes_the_rest_along() -> None:
    assert moved(LEAST, MEASURED) == LEAST
    assert moved(LEAST, Thresholds(matched=0.4))[State.MATCHED] == 0.4
    by_half = moved(LEAST, Thresholds(related=0.14))
    assert by_half[LEADING] == pytest.approx(0.12)
    assert moved(LEAST, Thresholds(related=0.8))[State.MATCHED] == 0.8


def test_lower_thresholds_link_more(pair: Pair[Article]) -> None:
    few, usual, many = (compared(pair, t) for t in (HIGH, MEASURED, LOW))
    assert len(few.links) < len(usual.links) < len(many.links)
    assert all(link.score >= 0.9 * 0.24 / 0.28 for link in few.links)
    again = compared(pair, MEASURED)
    assert again == usual


def test_counts_from_kept_scores_are_those_of_comparing_anew(
    pair: Pair[Article],
) -> None:
    link = compared(pair, MEASURED).links[-1]
    explained = Engine("words").explain(pair, link.a, link.b)
    assert isinstance(explained, Explanation)
    for thresholds in (HIGH, MEASURED, LOW):
        comparison = compared(pair, thresholds)
        states = [one.state for one in comparison.links]
        counted = states.count(State.MATCHED), states.count(State.RELATED)
        assert explained.counts(thresholds) == counted
        now = Engine("words", thresholds=thresholds).explain(pair, link.a, link.b)
        assert isinstance(now, Explanation)
        assert explained.state_from(now.least) == now.state


def test_every_report_says_so(pair: Pair[Article]) -> None:
    usual, low = compared(pair, MEASURED), compared(pair, LOW)
    for form in ("text", "markdown", "html", "svg"):
        assert "thresholds" not in rendered(usual, form, 80)
        words = " ".join(rendered(low, form, 200).split())
        assert "With thresholds that were moved: a link is matched from 20%" in words
    assert "thresholds" not in json.loads(rendered(usual, "json", 80))
    found = json.loads(rendered(low, "json", 80))
    assert found["thresholds"] == {"matched": 0.2, "related": 0.1}


def test_words_for_thresholds() -> None:
    assert tell_thresholds(MEASURED) == short_thresholds(MEASURED) == ""
    assert tell_thresholds(Thresholds(related=0.1)).endswith(" is related from 10%.")
    assert short_thresholds(Thresholds(0.5)) == "thresholds moved: 50% / measured"
