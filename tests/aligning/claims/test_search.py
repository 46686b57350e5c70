"""How much of a claim's words the sentences of a text have, and which have most."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.claims.differences import check
from newsdiff.aligning.claims.features import FEATURES, vector_of
from newsdiff.aligning.claims.search import Claim, Search, Word, claim_of
from newsdiff.aligning.claims.sentences import searched_sentence
from newsdiff.english.words import rarity

FEW = settings(max_examples=80, deadline=None, derandomize=True)
WORDS = (
    "Lena Kvist closed the harbour in Tarnholm not 33 divers refused, and found "
    "wreck-parts US it was never closing Harbours 北京 ."
).split()
SENTENCE = st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join)
CLAIM = SENTENCE.filter(lambda text: bool(claim_of(text).words))
TEXT = st.lists(SENTENCE, min_size=1, max_size=5)

CLAIM_TEXT = "Lena Kvist closed the harbour"


def words_of(claim: str) -> list[str]:
    return [word.folded for word in claim_of(claim).words]


def weight_of(claim: str) -> dict[str, float]:
    """Each word of a claim → its part in the whole."""
    found = claim_of(claim)
    return {w.folded: part for w, part in zip(found.words, found.weights, strict=True)}


def search(claim: str, *sentences: str) -> Search:
    return Search(claim_of(claim), [searched_sentence(text) for text in sentences])


def best(claim: str, *sentences: str) -> tuple[int, ...]:
    return search(claim, *sentences).best


def named(claim: str, *sentences: str) -> dict[str, float]:
    found = search(claim, *sentences)
    return dict(zip(FEATURES, vector_of(found, check(found)), strict=True))


def test_a_claim_is_its_content_words() -> None:
    assert words_of(CLAIM_TEXT) == ["lena", "kvist", "closed", "harbour"]
    assert words_of("the ferry-builders") == ["ferry", "builders"]


def test_small_words_count_where_there_are_no_others() -> None:
    assert words_of("It was his") == ["it", "was", "his"]
    assert words_of("?!") == []


@pytest.mark.parametrize("acronym", ["US", "WHO", "IT"])
def test_a_small_word_in_capitals_is_content(acronym: str) -> None:
    assert words_of(f"The {acronym} paid") == [acronym.lower(), "paid"]
    assert words_of(f"The {acronym.lower()} paid") == ["paid"]
    assert words_of("A paid") == ["paid"]


def test_names_have_a_capital_or_a_digit() -> None:
    found: tuple[Word, ...] = claim_of("Kvist bought 33 big boats").words
    assert [word.is_name for word in found] == [True, False, True, False, False]


def test_rare_words_and_later_ones_weigh_more() -> None:
    twice = claim_of("zzyzxq zzyzxq zzyzxq").weights
    assert twice == pytest.approx([1 / 6, 2 / 6, 3 / 6])
    found = weight_of("zzyzxq water")
    last, first = 2 * min(rarity("water"), 70), 70
    assert found["water"] == pytest.approx(last / (first + last))


def test_the_rarest_words_weigh_alike_and_small_ones_where_they_count_hardly() -> None:
    def weight(claim: str) -> float:
        return named(claim, "Cats.")["rarest missing"]

    assert weight("zzyzxq") == pytest.approx(70 / 50)
    assert weight("water") == pytest.approx(rarity("water") / 50)
    assert weight("It was his") == pytest.approx(0.3)


@FEW
@given(CLAIM)
def test_the_weights_of_a_claim_sum_to_1(text: str) -> None:
    found: Claim = claim_of(text)
    assert sum(found.weights) == pytest.approx(1)
    assert all(weight > 0 for weight in found.weights)
    assert all(word.text in text for word in found.words)


def test_letter_runs_of_a_claim_reach_over_its_words() -> None:
    assert claim_of("Ox cart").told.grams == {
        " ox",
        "ox ",
        "x c",
        " ca",
        "car",
        "art",
        "rt ",
    }


def test_the_sentence_with_most_of_the_claim_is_best() -> None:
    text = ["Cats sleep.", "The harbour is old.", "Kvist closed the harbour.", "Boats."]
    assert best(CLAIM_TEXT, *text)[0] == 2
    assert best(CLAIM_TEXT, *text[:2])[0] == 1
    assert best(CLAIM_TEXT, "Cats sleep.", "Boats.") == (0,)
    assert best(CLAIM_TEXT, "Kvist.") == (0,)


def test_a_neighbour_that_adds_words_is_best_too_after_it() -> None:
    later, earlier = "The harbour is closed.", "Lena Kvist spoke."
    assert best(CLAIM_TEXT, "Cats.", earlier, later) == (2, 1)
    assert best(CLAIM_TEXT, later, earlier) == (0, 1)
    assert best(CLAIM_TEXT, later, "Cats.", earlier) == (0,)


def test_of_equal_sentences_the_first_is_best() -> None:
    same = "Kvist closed the harbour."
    assert best(CLAIM_TEXT, same, same, same) == (0,)


def test_all_of_a_claim_is_in_itself() -> None:
    found = named(CLAIM_TEXT, f"{CLAIM_TEXT}.")
    assert found["words"] == pytest.approx(1)
    assert found["spelling"] == pytest.approx(1)
    for name in ("elsewhere", "rarest missing", "names missing", "number"):
        assert found[name] == 0, name


def test_nothing_of_a_claim_is_in_other_words() -> None:
    found = named("Kvist closed", "Boats sail.")
    assert found["words"] == 0
    weights = [word.weight for word in claim_of("Kvist closed").words]
    assert found["rarest missing"] == max(weights)
    assert found["names missing"] == weights[0]


def test_words_of_two_neighbours_are_taken_together_of_others_not() -> None:
    one, other = "Lena Kvist spoke.", "They closed the harbour."
    assert named(CLAIM_TEXT, one, other)["words"] == pytest.approx(1)
    apart = named(CLAIM_TEXT, one, "Cats sleep.", other)
    assert apart["words"] == pytest.approx(
        max(named(CLAIM_TEXT, text)["words"] for text in (one, other))
    )
    weights = weight_of(CLAIM_TEXT)
    assert apart["words"] == pytest.approx(weights["closed"] + weights["harbour"])


def test_the_rarest_missing_is_of_the_best_sentence_alone() -> None:
    text = ["Kvist spoke.", "They closed the harbour."]
    words = {word.folded: word.weight for word in claim_of(CLAIM_TEXT).words}
    found = named(CLAIM_TEXT, *text)
    assert best(CLAIM_TEXT, *text) == (1, 0)
    assert found["rarest missing"] == words["kvist"]
    assert found["names missing"] == words["lena"]


def test_letter_runs_elsewhere_count_less_in_a_long_text() -> None:
    first, last = "zzyzxq", "qxzzyw"
    claim, near = f"{first} {last}", [first, "Cats.", "Cats.", last]
    grams = len(claim_of(claim).told.grams)
    told = named(claim, *near)
    assert told["spelling"] == pytest.approx(6 / grams)
    assert told["elsewhere"] == pytest.approx(5 / grams)
    short = named(claim, first, "Cats.", last)
    assert short["elsewhere"] == pytest.approx(5 / grams)
    long = named(claim, *near, *["Cats."] * 4)
    assert long["spelling"] == told["spelling"]
    assert long["elsewhere"] == pytest.approx(told["elsewhere"] / 2)


def test_a_number_is_a_word_that_begins_with_a_digit() -> None:
    assert named("33 boats", "Boats.")["number"] == 1
    assert named("The Z33 boats", "Boats.")["number"] == 0


def test_a_word_with_the_same_stem_is_told_in_full() -> None:
    assert named("closed", "They are closing it.")["words"] == pytest.approx(1)


def test_a_word_that_begins_alike_is_told_in_part() -> None:
    assert named("Tarnish", "The Tarnholm ferry.")["words"] == pytest.approx(4 / 8)
    assert named("Tarnholmia", "A Tarnholm.")["words"] == pytest.approx(8 / 10)
    assert named("Tarnish", "A Tarsier.")["words"] == 0


def test_of_words_that_begin_alike_the_closest_counts() -> None:
    text = "Tarnweed and Tarnholms by Tarnhall."
    assert named("Tarnholt", text)["words"] == pytest.approx(7 / 9)


@FEW
@given(CLAIM, TEXT)
def test_features_lie_where_they_can(claim: str, text: list[str]) -> None:
    found = named(claim, *text)
    assert all(map(math.isfinite, found.values()))
    for name in ("words", "spelling", "elsewhere"):
        assert 0 <= found[name] <= 1 + 1e-9, name
    assert found["spelling"] + found["elsewhere"] <= 1 + 1e-9
    assert found["rarest missing"] >= 0
    assert found["names missing"] >= 0
    assert found["number"] in (0.0, 1.0)


@FEW
@given(CLAIM, TEXT)
def test_the_best_are_one_sentence_or_two_neighbours(
    claim: str, text: list[str]
) -> None:
    found = best(claim, *text)
    assert len(found) in (1, 2)
    assert set(found) <= set(range(len(text)))
    assert len(found) == 1 or abs(found[0] - found[1]) == 1
    alone = [named(claim, sentence)["words"] for sentence in text]
    together = named(claim, *text)["words"]
    assert together >= max(alone) - 1e-9
    assert (len(found) == 2) == (together > alone[found[0]] + 1e-9)


@FEW
@given(CLAIM, TEXT, SENTENCE)
def test_a_sentence_more_takes_no_words_away(
    claim: str, text: list[str], more: str
) -> None:
    before, after = named(claim, *text)["words"], named(claim, *text, more)["words"]
    assert after >= before - 1e-9


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ("Five barges sank", "5 barges sank."),
        ("The weir cost $15m", "The weir cost 15 million dollars."),
        ("Kvist raised 12 per cent", "Kvist raised 12%."),
        ("The blast hurt 12 people", "The blast hurt 12 sailors."),
    ],
)
def test_the_words_of_a_value_are_there_where_an_equal_one_is(
    claim: str, told: str
) -> None:
    assert named(claim, told)["words"] == pytest.approx(1)


def test_the_words_of_another_value_are_not_there() -> None:
    assert named("Five barges sank", "4 barges sank.")["words"] < 0.9


def test_the_same_event_in_another_word_is_told_for_the_most_part() -> None:
    assert 0.5 < named("died", "They were killed.")["words"] < 1
    assert named("died", "They were hurt.")["words"] == 0


def test_no_name_tells_an_event() -> None:
    assert named("Hope Quits", "They resigned.")["words"] == 0


@pytest.mark.parametrize(
    "meant", ["Kvist will visit the city.", "Kvist will visit on Monday."]
)
def test_a_place_that_was_named_before_is_carried_on(meant: str) -> None:
    claim, named_before = "Kvist will visit Tarn Bay", "Tarn Bay is under water."
    assert named(claim, named_before, meant)["words"] > 0.9
    assert best(claim, named_before, meant)[0] == 1


def test_a_place_is_not_carried_where_another_stands_or_it_comes_later() -> None:
    claim, place = "Kvist will visit Tarn Bay", "Tarn Bay is under water."
    assert named(claim, place, "Cats.", "Kvist will visit Oslo.")["words"] < 0.9
    assert named(claim, "Kvist will visit.", "Cats.", place)["words"] < 0.9


def test_the_weightiest_words_are_told_in_the_order_of_the_claim() -> None:
    claim = "Kvist moored zzyzxq boats at Tarnholm"
    found = search(claim, "The zzyzxq boats of Kvist.", "Tarnholm.")
    assert found.weightiest((0,), 9) == {
        True: ["Kvist", "zzyzxq", "boats"],
        False: ["moored", "Tarnholm"],
    }
    assert found.weightiest((0, 1), 2) == {
        True: ["Kvist", "zzyzxq"],
        False: ["moored"],
    }


def test_a_word_counts_as_there_from_half_of_its_letters() -> None:
    assert search("Tarnish", "A Tarnholm.").weightiest((0,), 1)[True] == ["Tarnish"]
    assert search("Tarnished", "A Tarnholm.").weightiest((0,), 1)[True] == []


def test_a_word_of_two_parts_is_told_once() -> None:
    found = search("zzyzxq-qxzzyq", "A zzyzxq and a qxzzyq.")
    assert found.weightiest((0,), 4)[True] == ["zzyzxq-qxzzyq"]
