"""Which words of two sentences mean the same, by vectors that are made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from newsdiff.aligning.paraphrases import (
    BESIDE,
    LEAST,
    Wording,
    find_paraphrases,
    read_wording,
)
from newsdiff.aligning.profiles import Heading, profile
from newsdiff.model import Pair, Span
from tests.aligning.meanings import Meanings

SURE = LEAST + 0.05
WEAK = (LEAST + BESIDE) / 2


def wording(text: str, meanings: Meanings, fixed: Sequence[str] = ()) -> Wording:
    spans = [Span(text.index(one), text.index(one) + len(one)) for one in fixed]
    encoded = meanings.encode(["Before it.", text])
    return read_wording(text, profile(text, Heading.NONE), spans, encoded, 1)


def said(
    a: str, b: str, alike: Mapping[str, float], fixed: Sequence[str] = ()
) -> list[tuple[str, str]]:
    """What both say in other words; exchanged, it is the mirror."""
    meanings = Meanings(alike)
    wordings = Pair(
        wording(a, meanings, [one for one in fixed if one in a]),
        wording(b, meanings, [one for one in fixed if one in b]),
    )
    found = find_paraphrases(wordings)
    back = find_paraphrases(wordings.swapped)
    assert {one.swapped for one in back} == set(found)
    assert [one.spans.a for one in found] == sorted(one.spans.a for one in found)
    return [(a[slice(*one.spans.a)], b[slice(*one.spans.b)]) for one in found]


def test_closest_words_that_are_close_enough_mean_the_same() -> None:
    a, b = "The nation welcomed it.", "It pleased the country."
    assert said(a, b, {"nation country": SURE}) == [("nation", "country")]
    assert said(a, b, {"nation country": WEAK}) == []
    assert said(a, b, {}) == []


def test_neighbours_join_to_phrases_with_the_small_words_between() -> None:
    a = "Holm used the money to buy a watch."
    b = "Holm spent the funds for a purchase, a watch."
    alike = {"money funds": SURE, "buy purchase": WEAK}
    assert said(a, b, alike) == [("money to buy", "funds for a purchase")]


def test_a_word_that_both_have_joins_what_stands_around_it() -> None:
    a = "Gigante feigned mental sickness for years."
    b = "Gigante pretended a mental illness for years."
    alike = {"feigned pretended": SURE, "sickness illness": SURE}
    found = said(a, b, alike)
    assert found == [("feigned mental sickness", "pretended a mental illness")]


def test_a_mark_ends_a_phrase() -> None:
    a, b = "They saw money, bought boats.", "They saw funds, purchased boats."
    alike = {"money funds": SURE, "bought purchased": SURE}
    assert said(a, b, alike) == [("money", "funds"), ("bought", "purchased")]


def test_less_alike_words_count_beside_others_only() -> None:
    a, b = "Holm shook the big house.", "Holm rattled the large home."
    assert said(a, b, {"big large": SURE, "house home": WEAK}) == [
        ("big house", "large home")
    ]
    assert said(a, b, {"house home": WEAK}) == []


def test_a_word_that_stands_in_the_other_anywhere_is_shared() -> None:
    a, b = "The film was a hit.", "The movie, a film of his, was a hit."
    assert said(a, b, {"film movie": 0.999}) == []


@pytest.mark.parametrize(
    ("a", "b", "alike"),
    [
        ("It fell on Tuesday.", "It fell on Wednesday.", "tuesday wednesday"),
        ("It hit three boats.", "It hit five boats.", "three five"),
        ("He called Moss a liar.", "He called Berg a liar.", "moss berg"),
        ("Shares rose again.", "Shares fell again.", "rose fell"),
        ("The council approved it.", "The council rejected it.", "approved rejected"),
        ("They refused it.", "They declined it.", "refused declined"),
        ("He heard a French song.", "He heard a German song.", "french german"),
    ],
)
def test_values_names_and_opposites_never_mean_each_other(
    a: str, b: str, alike: str
) -> None:
    assert said(a, b, {alike: 0.95}) == []


def test_what_is_fixed_stays_so_whatever_its_letters() -> None:
    a, b = "The mayor praised union members.", "The mayor praised guild members."
    alike = {"union guild": 0.9}
    assert said(a, b, alike) == [("union", "guild")]
    assert said(a, b, alike, ["union"]) == []


def test_what_one_denies_is_not_what_the_other_says() -> None:
    a, b = "He did not buy the house.", "He will purchase the house."
    assert said(a, b, {"buy purchase": 0.9}) == []
    b = "He did not purchase the house."
    assert said(a, b, {"buy purchase": 0.9}) == [("buy", "purchase")]


def test_forms_of_a_word_are_known_as_such() -> None:
    meanings = Meanings({"died dies": 0.9})
    texts = Pair("The mayor died there.", "A mayor dies here.")
    (one,) = find_paraphrases(texts.map(lambda text: wording(text, meanings)))
    assert one.inflected
    assert one.likeness == pytest.approx(0.9, abs=0.01)


def test_capitals_of_a_headline_are_no_names() -> None:
    a, b = "Mayor Cancels Big Summit Talks", "The mayor cancels a big meeting there."
    assert said(a, b, {"summit meeting": 0.9}) == [("Summit", "meeting")]
    a = "They all praised the Summit."
    assert said(a, b, {"summit meeting": 0.9}) == []


def test_where_there_are_no_words_nothing_is_said() -> None:
    assert said("…", "The nation welcomed it.", {}) == []
    assert said("…", "!", {}) == []
    assert said("The nation wept.", "The nation wept.", {"nation wept": 0.9}) == []
