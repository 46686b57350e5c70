"""The weightiest run of words that two sentences share."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.profiles import Heading, profile
from newsdiff.aligning.shared_runs import weightiest_runs
from newsdiff.aligning.terms import Running, terms_of
from newsdiff.aligning.weighing import meet
from newsdiff.model import Pair

Weighed = list[tuple[str, float]]
"""The words of a sentence with their weights."""

SENTENCE = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from([0.25, 0.5, 1.0, 2.0])),
    max_size=9,
)
FEW = settings(max_examples=80, deadline=None, derandomize=True)


def running(sentence: Weighed, *quotations: range) -> Running:
    words, weights = tuple(w for w, _ in sentence), tuple(x for _, x in sentence)
    empty = profile("", Heading.NONE)
    own = replace(empty, order=words, weights=weights, quotations=quotations)
    return terms_of([own]).running


def runs(a: Running, b: Running) -> tuple[float, float]:
    """The heaviest run, and the heaviest inside a quotation."""
    both = Pair(a, b)
    shared = meet(both.map(lambda side: side.kind))
    anywhere, quoted = weightiest_runs(shared, both, np.zeros((1, 2), np.int64))
    return float(anywhere[0]), float(quoted[0])


def heaviest(one: Weighed, other: Weighed) -> float:
    return runs(running(one), running(other))[0]


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


@FEW
@given(SENTENCE, SENTENCE, st.integers(0, 9), st.integers(0, 9))
def test_a_quoted_run_is_the_best_inside_the_quotation(
    one: Weighed, other: Weighed, start: int, stop: int
) -> None:
    part = range(min(start, len(one)), min(stop, len(one)))
    quoting, plain_one = running(one, part), running(other)
    expected = by_trying_all(one[part.start : part.stop], other)
    assert runs(quoting, plain_one)[1] == expected
    assert runs(plain_one, quoting)[1] == expected


def test_a_run_ends_where_a_quotation_does() -> None:
    quoting = running(plain("a b c d"), range(2), range(2, 4))
    assert runs(quoting, running(plain("a b c d"))) == (4, 2)
