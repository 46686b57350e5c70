"""Which sentences of two articles tell the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning import Alignment, align, align_sentences
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.model import Article, Link, Pair, State
from newsdiff.reading import read_text

BRIDGE = "Engineers found cracks in the bridge near Tarnholm on Monday."
RETOLD = "On Monday engineers found cracks in the bridge near Tarnholm."
FERRY = "Ferries carry cyclists across the lagoon every hour."
FEW = settings(max_examples=30, deadline=None, derandomize=True)
WORDS = "engineers found cracks in the bridge Tarnholm ferries carry cyclists .".split()
SENTENCES = st.lists(
    st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join), max_size=5
)


def article(*sentences: str) -> Article:
    return read_text("\n\n".join(sentences), source="x")


def places(links: Sequence[Link]) -> list[tuple[int, int]]:
    return [(link.a, link.b) for link in links]


def probabilities(found: Alignment) -> dict[tuple[int, int], float]:
    return found.probabilities


def test_sentences_are_linked_by_their_places_in_the_lists() -> None:
    assert places(align_sentences([FERRY, BRIDGE], ["Cats.", RETOLD, FERRY])) == [
        (0, 2),
        (1, 1),
    ]
    assert align_sentences([], []) == align_sentences([FERRY], []) == ()


def test_the_best_links_come_first() -> None:
    links = align_sentences([BRIDGE, FERRY], [RETOLD, FERRY, "Cracks in the bridge."])
    assert links[0].score == 1
    assert [link.score for link in links] == sorted(
        (link.score for link in links), reverse=True
    )


def test_what_reads_the_same_is_the_same_whatever_its_words_and_blanks() -> None:
    for text, other in (("of the", "of  the"), ("?!", "?!"), (BRIDGE, BRIDGE)):
        (link,) = align_sentences([text], [other])
        assert (link.score, link.state) == (1, State.MATCHED)
    assert align_sentences(["of the"], ["the of"]) == ()


def test_a_sentence_may_have_several_links() -> None:
    assert places(align_sentences([FERRY], [FERRY, BRIDGE, FERRY])) == [(0, 0), (0, 2)]


def test_the_first_line_without_a_full_stop_is_a_headline() -> None:
    told = [BRIDGE, FERRY]
    plain = align_sentences(["Cracks found in the bridge.", *told], told)
    headed = align_sentences(["Cracks found in the bridge", *told], told)
    assert plain != headed


def test_the_sentences_of_an_article_are_numbered_among_all() -> None:
    a = article("By Lena Kvist", "© 2024 Harbour Post", FERRY, BRIDGE)
    b = article(BRIDGE, FERRY)
    numbers = Pair(a, b).map(
        lambda side: {side.words_of(i): i for i in range(len(side.sentences))}
    )
    same = {(numbers.a[text], numbers.b[text]) for text in (FERRY, BRIDGE)}
    found = align(Pair(a, b))
    assert same <= set(places(found.links))
    assert same <= set(probabilities(found))
    assert found.nearest.map(len) == Pair(len(a.sentences), len(b.sentences))


TOLD = [
    ["Tarnholm is a town.", BRIDGE, "Cats sleep.", "The bridge near Tarnholm is old."],
    [BRIDGE, FERRY, "The bridge is old.", "Tarnholm is an old town.", "Old cracks."],
]


@pytest.mark.parametrize("least", [2.0, 0.5, 0.05])
def test_the_nearest_is_the_best_candidate_of_a_sentence_without_a_link(
    least: float,
) -> None:
    packaged = fitted("newsdiff.aligning", "links")
    model = replace(packaged, least=dict.fromkeys(packaged.least, least))
    found = align(Pair(*(article(*side) for side in TOLD)), model)
    for own, nearest in enumerate(found.nearest):
        linked = {place[own] for place in places(found.links)}
        for i, near in enumerate(nearest):
            mine = {
                place[1 - own]: probability
                for place, probability in probabilities(found).items()
                if place[own] == i
            }
            if i in linked or not mine:
                assert near is None
            else:
                assert near is not None
                assert near.score == max(mine.values()) == mine[near.sentence]
    assert any(map(any, found.nearest)) or least < 0.5


def test_links_are_matched_from_the_probability_that_the_model_says() -> None:
    packaged = fitted("newsdiff.aligning", "links")
    articles = Pair(*(article(*side) for side in TOLD))
    scores = sorted(probabilities(align(articles)).values())
    middle = scores[len(scores) // 2]
    low = dict.fromkeys(packaged.least, 0.0)
    model = replace(packaged, least={**low, State.MATCHED: middle})
    states = {link.state for link in align(articles, model).links}
    assert states == {State.MATCHED, State.RELATED}
    for link in align(articles, model).links:
        assert (link.state is State.MATCHED) == (link.score >= middle)


def test_a_link_has_four_reasons_at_most() -> None:
    (link,) = align_sentences([BRIDGE], [RETOLD])
    assert len(link.reason) == 4
    assert set(link.reason) <= set(BRIDGE.strip(".").split())


@FEW
@given(SENTENCES, SENTENCES)
def test_exchanging_the_texts_exchanges_the_links(a: list[str], b: list[str]) -> None:
    there = [(k.a, k.b, k.state, k.score) for k in align_sentences(a, b)]
    back = [(k.b, k.a, k.state, k.score) for k in align_sentences(b, a)]
    assert sorted(there) == sorted(back)


@FEW
@given(SENTENCES, SENTENCES)
def test_links_are_between_sentences_that_are_there_and_each_is_told_once(
    a: list[str], b: list[str]
) -> None:
    links = align_sentences(a, b)
    found = places(links)
    assert len(set(found)) == len(found)
    for link in links:
        assert 0 <= link.a < len(a)
        assert 0 <= link.b < len(b)
        assert 0 < link.score <= 1
    same = {(i, j) for i, x in enumerate(a) for j, y in enumerate(b) if x == y}
    assert same <= set(found)


def test_a_model_of_one_s_own_decides() -> None:
    packaged = fitted("newsdiff.aligning", "links")
    never = Model(packaged.weights, -99.0, packaged.least)
    articles = Pair(article(BRIDGE, FERRY), article(RETOLD, "Cats sleep."))
    assert align(articles).links
    assert align(articles, never).links == ()
    assert max(probabilities(align(articles, never)).values()) == pytest.approx(0)
