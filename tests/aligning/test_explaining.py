"""`explain`: every feature's part in the score of any two sentences."""

from __future__ import annotations

import math

import pytest

from newsdiff.aligning import align
from newsdiff.aligning.explaining import Explanation, NotCompared, explain
from newsdiff.aligning.features import FEATURES
from newsdiff.errors import UsageError
from newsdiff.model import Article, Pair, Role, Side, State
from newsdiff.reading import read_text

A = """\
Bridge in Valona closed

The bridge in Valona was closed on Monday after engineers found cracks.
Mayor Anna Berg said the ferry leaves from Pier 14 every hour.
The council met at noon and approved the repairs of all four lanes.
Fishermen complained about noise.

© 2024 Harbour Post
"""
B = """\
Published: 3 May 2024, 10:31

Engineers found cracks in the bridge in Valona, which was closed on Monday.
The ferry leaves from Pier 14, said Anna Berg, the mayor.
The council met at noon and approved the repairs of all four lanes.
Cats sleep.
"""


@pytest.fixture(scope="module")
def articles() -> Pair[Article]:
    return Pair(read_text(A, source="a.txt"), read_text(B, source="b.txt"))


def at(article: Article, words: str) -> int:
    """The index of the sentence that begins so."""
    sentences = range(len(article.sentences))
    return next(i for i in sentences if article.words_of(i).startswith(words))


def explained(articles: Pair[Article], a: str, b: str) -> Explanation:
    found = explain(articles, at(articles.a, a), at(articles.b, b))
    assert isinstance(found, Explanation)
    return found


def every_pair(articles: Pair[Article]) -> list[Explanation]:
    found = [
        explain(articles, i, j)
        for i in range(len(articles.a.sentences))
        for j in range(len(articles.b.sentences))
    ]
    return [one for one in found if isinstance(one, Explanation)]


def test_parts_and_start_sum_up_to_the_probability(articles: Pair[Article]) -> None:
    for one in every_pair(articles):
        total = one.bias + sum(part.part for part in one.parts)
        assert one.weighed == pytest.approx(1 / (1 + math.exp(-total)))
        assert one.score == pytest.approx(1.0 if one.identical else one.weighed)


def test_every_feature_is_there_with_its_meaning(articles: Pair[Article]) -> None:
    one = explained(articles, "The bridge", "Engineers")
    assert {part.name: part.meaning for part in one.parts} == FEATURES
    sizes = [abs(part.part) for part in one.parts]
    assert sizes == sorted(sizes, reverse=True)
    for part in one.parts:
        steps = (part.value - part.usual) / part.scale
        assert part.part == pytest.approx(max(-4, min(4, steps)) * part.weight)


def test_score_state_and_words_are_those_of_the_link(articles: Pair[Article]) -> None:
    links = {(link.a, link.b): link for link in align(articles).links}
    assert links
    seen = 0
    for one in every_pair(articles):
        link = links.get((one.sentences.a, one.sentences.b))
        if link is None:
            assert one.state is None
            continue
        seen += 1
        assert (one.state, one.score, one.reason) == (
            link.state,
            link.score,
            link.reason,
        )
        assert one.score >= one.least[link.state]
    assert seen == len(links)


def test_any_two_compared_sentences_can_be_explained(articles: Pair[Article]) -> None:
    counts = articles.map(lambda article: article.sentence_count)
    assert len(every_pair(articles)) == counts.a * counts.b
    one = explained(articles, "Fishermen", "Cats")
    assert (one.state, one.candidate, one.reason) == (None, False, ())
    assert one.score < one.least[State.RELATED]
    assert one.runner_up == Pair(None, None)


def test_the_runner_up_is_the_best_other_candidate(articles: Pair[Article]) -> None:
    probabilities = align(articles).probabilities
    for one in every_pair(articles):
        pair = (one.sentences.a, one.sentences.b)
        for side, k in ((Side.A, 0), (Side.B, 1)):
            others = {
                place[1 - k]: probability
                for place, probability in probabilities.items()
                if place[k] == pair[k] and place != pair
            }
            near = one.runner_up[side]
            assert (near is None) == (not others)
            if near:
                assert near.score == others[near.sentence] == max(others.values())


def test_the_same_words_settle_it(articles: Pair[Article]) -> None:
    one = explained(articles, "The council", "The council")
    assert one.identical
    assert (one.score, one.state) == (1.0, State.MATCHED)
    assert 0 < one.weighed < 1


def test_sides_exchanged_it_says_the_same(articles: Pair[Article]) -> None:
    for one in every_pair(articles):
        other = explain(articles.swapped, one.sentences.b, one.sentences.a)
        assert isinstance(other, Explanation)
        assert other.runner_up == one.runner_up.swapped
        assert (other.state, other.score, other.reason) == (
            one.state,
            one.score,
            one.reason,
        )
        mine, theirs = ({p.name: p.part for p in x.parts} for x in (one, other))
        assert mine == pytest.approx(theirs)


def test_what_is_not_compared_is_said_to_be_so(articles: Pair[Article]) -> None:
    furniture, dateline = at(articles.a, "©"), at(articles.b, "Published")
    assert articles.b.sentences[dateline].role is Role.DATELINE
    cases = {
        (furniture, 2): (Side.A,),
        (1, dateline): (Side.B,),
        (furniture, dateline): (Side.A, Side.B),
    }
    for (i, j), sides in cases.items():
        found = explain(articles, i, j)
        assert isinstance(found, NotCompared)
        assert found.sides == sides


OF_THEM = "of them sentences that are compared"


@pytest.mark.parametrize(
    ("a", "b", "said"),
    [
        (99, 1, f"a has 6 lines, A:1 to A:6, 5 {OF_THEM}: there is no A:100"),
        (-1, 1, f"a has 6 lines, A:1 to A:6, 5 {OF_THEM}: there is no A:0"),
        (1, 5, f"b has 5 lines, B:1 to B:5, 4 {OF_THEM}: there is no B:6"),
    ],
)
def test_a_number_that_is_not_there(
    articles: Pair[Article], a: int, b: int, said: str
) -> None:
    with pytest.raises(UsageError) as error:
        explain(articles, a, b)
    assert str(error.value) == said


def test_a_part_of_a_number_is_no_reason() -> None:
    a = read_text("The mayor paid $750,000 for the boats in Valona.", source="a")
    b = read_text("For boats $43,000 were paid in Valona.", source="b")
    found = explain(Pair(a, b), 0, 0)
    assert isinstance(found, Explanation)
    assert "Valona" in found.reason
    assert "000" not in found.reason
