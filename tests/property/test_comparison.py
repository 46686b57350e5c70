"""What must hold for any two texts."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.comparing import Order, compare, rows_of, word_changes
from newsdiff.model import (
    Absence,
    Comparison,
    Fact,
    Pair,
    Side,
    State,
    Status,
)
from newsdiff.reading import read_text

pytestmark = pytest.mark.slow(reason="compares hundreds of texts")
WORDS = (
    "ministers Anna Berg said bridge collapse 12 twelve Tuesday Slovak citizen harbour "
    "“we will rebuild it” in of the police Norway Oslo river million collapsed warned "
    "engineers cracks [sic] 北京 U.S. September 9 according to report"
).split()
SENTENCE = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(
    lambda words: " ".join(words).capitalize() + "."
)
TEXT = st.lists(SENTENCE, min_size=1, max_size=8).map("\n\n".join)
ANY_TEXT = st.text(min_size=1, max_size=300).filter(str.strip)
FAST = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
MIRRORED = {
    Status.ONLY_A: Status.ONLY_B,
    Status.ONLY_B: Status.ONLY_A,
    Status.BOTH: Status.BOTH,
    Status.CONFLICT: Status.CONFLICT,
}


def comparison_of(a: str, b: str) -> Comparison:
    return compare(read_text(a, source="a"), read_text(b, source="b"))


def mirrored_fact(fact: Fact) -> Fact:
    return replace(
        fact,
        status=MIRRORED[fact.status],
        value=fact.value.swapped,
        resolved=fact.resolved.swapped,
        spans=fact.spans.swapped,
    )


@FAST
@given(TEXT, TEXT)
def test_every_sentence_stands_in_exactly_one_row(a: str, b: str) -> None:
    comparison = comparison_of(a, b)
    for order in Order:
        rows = rows_of(comparison, order)
        for side in Side:
            placed = [i for row in rows for i in row.sentences[side]]
            assert sorted(placed) == list(
                range(len(comparison.articles[side].sentences))
            )
        for side in [order.side] if order.side else Side:
            first = [row.sentences[side][0] for row in rows if row.sentences[side]]
            assert first == sorted(first)


@FAST
@given(TEXT, TEXT)
def test_exchanging_the_articles_mirrors_everything(a: str, b: str) -> None:
    there, back = comparison_of(a, b), comparison_of(b, a)
    # Equal sentences make equal links; which of them is named first is all that may
    # differ.
    by_place = lambda link: (-link.score, link.a, link.b)  # noqa: E731
    mirrored = sorted((link.swapped for link in back.links), key=by_place)
    assert sorted(there.links, key=by_place) == mirrored
    assert there.nearest == back.nearest.swapped
    key = lambda fact: (fact.spans.a, fact.spans.b, fact.kind)  # noqa: E731
    assert sorted(there.facts, key=key) == sorted(
        (mirrored_fact(fact) for fact in back.facts), key=key
    )


@FAST
@given(TEXT)
def test_an_article_and_itself_do_not_differ(text: str) -> None:
    comparison = comparison_of(text, text)
    assert not any(row.mark.is_change for row in rows_of(comparison))
    assert all(fact.status is Status.BOTH for fact in comparison.facts)
    assert all(
        link.state is State.MATCHED or link.a != link.b for link in comparison.links
    )


@FAST
@given(ANY_TEXT, ANY_TEXT)
def test_word_changes_join_to_both_texts(a: str, b: str) -> None:
    changes = word_changes(a, b)
    joined = Pair.each(lambda side: "".join(change.texts[side] for change in changes))
    assert joined == Pair(a, b)


@FAST
@given(ANY_TEXT, ANY_TEXT)
def test_any_text_can_be_compared(a: str, b: str) -> None:
    comparison = comparison_of(a, b)
    for side in Side:
        article = comparison.articles[side]
        for fact in comparison.facts:
            for span in fact.spans[side]:
                assert 0 <= span.start < span.end <= len(article.text)


GLUED = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).flatmap(
    lambda words: st.lists(
        st.sampled_from(["", " ", "-", "\u00a0", "\n"]),
        min_size=len(words),
        max_size=len(words),
    ).map(lambda gaps: "".join(w + g for w, g in zip(words, gaps, strict=True)))
)


def plain(text: str) -> str:
    """Without case, and with a blank for any white space or hyphen."""
    folded = unicodedata.normalize("NFC", text.casefold())
    return " ".join(folded.replace("-", " ").split())


@FAST
@given(TEXT, st.one_of(TEXT, GLUED, ANY_TEXT))
def test_what_appears_nowhere_appears_nowhere(a: str, b: str) -> None:
    for fact in comparison_of(a, b).facts:
        if fact.absence is Absence.STRING:
            side = Side.A if fact.status is Status.ONLY_A else Side.B
            value = plain(fact.value[side] or "")
            assert value
            assert value not in plain((b, a)[side is Side.B])
