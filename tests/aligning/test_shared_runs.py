"""The weightiest run of words that one sentence shares with another."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.shared_runs import weightiest_run

Weighed = list[tuple[str, float]]
"""The words of a sentence with their weights."""

SENTENCE = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from([0.25, 0.5, 1.0, 2.0])),
    max_size=9,
)
FEW = settings(max_examples=80, deadline=None, derandomize=True)


def heaviest(one: Weighed, other: Weighed) -> float:
    places: dict[str, list[tuple[int, float]]] = {}
    for at, (word, weight) in enumerate(other):
        places.setdefault(word, []).append((at, weight))
    return weightiest_run([w for w, _ in one], [x for _, x in one], places)


def by_trying_all(one: Weighed, other: Weighed) -> float:
    """The heaviest of all pairs of equal runs of words."""
    best = 0.0
    for i in range(len(one)):
        for j in range(len(other)):
            total = 0.0
            for (word, weight), (same, there) in zip(one[i:], other[j:], strict=False):
                if word != same:
                    break
                total += min(weight, there)
                best = max(best, total)
    return best


def plain(text: str) -> Weighed:
    return [(word, 1.0) for word in text.split()]


def test_words_in_another_order_are_no_run() -> None:
    assert heaviest(plain("a b c"), plain("a b c")) == 3
    assert heaviest(plain("a b c"), plain("c b a")) == 1
    assert heaviest(plain("a b c d"), plain("a b x c d")) == 2
    assert heaviest(plain("a b x c d"), plain("a b c d")) == 2


def test_the_weightiest_run_need_not_be_the_longest() -> None:
    one = [("a", 0.1), ("b", 0.1), ("x", 1.0), ("c", 5.0)]
    assert heaviest(one, [("a", 9.0), ("b", 9.0), ("y", 9.0), ("c", 9.0)]) == 5


def test_a_word_counts_as_much_as_where_it_counts_less() -> None:
    assert heaviest([("a", 2.0), ("b", 1.0)], [("a", 0.5), ("b", 3.0)]) == 1.5


def test_nothing_in_common_weighs_nothing() -> None:
    assert heaviest(plain("a b"), plain("c d")) == 0
    assert heaviest([], plain("a")) == heaviest(plain("a"), []) == 0


@FEW
@given(SENTENCE, SENTENCE)
def test_it_is_the_best_of_all_that_can_be_tried(one: Weighed, other: Weighed) -> None:
    assert heaviest(one, other) == by_trying_all(one, other)
    assert heaviest(other, one) == heaviest(one, other)
