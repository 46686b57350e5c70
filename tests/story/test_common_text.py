"""What two articles have word for word."""

from __future__ import annotations

import pytest

from newsdiff.model import Pair
from newsdiff.reading import read_text
from newsdiff.story.common_text import CommonText, common_text_of

SAME = "Two boats sank off the old pier near Valona on Sunday night."


def common(a: str, b: str) -> CommonText:
    return common_text_of(Pair(read_text(a, source="a"), read_text(b, source="b")))


def test_the_longest_run_and_where_it_stands() -> None:
    a = "Police said two boats sank off the old pier, and left."
    b = "Sadly, Two Boats sank off the OLD pier yesterday morning again."
    found = common(a, b)
    assert found.words == 7
    assert found.run is not None
    assert a[slice(*found.run.a)] == "two boats sank off the old pier"
    assert b[slice(*found.run.b)] == "Two Boats sank off the OLD pier"


def test_words_in_quotation_marks_do_not_count_and_part_what_is_around_them() -> None:
    quoted = "She said “two boats sank off the old pier near Valona” to them all."
    assert common(quoted, quoted.replace("them all", "us")).words == 2
    other = "“Two boats sank off the old pier near Valona” was her answer."
    assert common(quoted, other).words == 0


@pytest.mark.parametrize("times", [1, 3])
def test_sentences_that_are_the_same_are_counted(times: int) -> None:
    other = "Nothing of that kind was seen by us."
    found = common(f"{SAME} {other}", " ".join([SAME] * times))
    assert found.identical == 1
    assert found.sentences == Pair(2, times)
    assert found.shares == Pair(0.5, 1 / times)


def test_short_sentences_are_left_to_chance() -> None:
    assert common("He left. He went.", "He left. He went.").identical == 0
    assert common("He left.", "He left.").shares == Pair(None, None)


def test_it_is_the_mirror_the_other_way_round() -> None:
    a = f"{SAME} A crane is on its way. A crane is on its raft."
    b = "A crane is on its raft. A crane is on its way. Two boats sank off."
    assert common(a, b).swapped == common(b, a)


def test_nothing_in_common() -> None:
    found = common("Boats sank.", "Bees thrive here.")
    assert (found.words, found.run, found.identical) == (0, None, 0)
