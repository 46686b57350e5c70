"""What one sentence is matched by."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.profiles import (
    RAREST,
    Heading,
    Profile,
    headings,
    profile,
    stem,
)
from newsdiff.english.words import is_function_word, rarity, tokens

FEW = settings(max_examples=80, deadline=None, derandomize=True)
WORDS = (
    "The divers of Norway Norwegian Oslo Lena Kvist's met, said “we will see it soon” "
    'arms-deal and 33 12,000 "no way out" «ja» 北京 U.S. — which President’s it'
).split()
SENTENCE = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.text(max_size=60)
)
LETTERS = st.text("abcdefgilmnoprst", min_size=1, max_size=12)


def read(text: str) -> Profile:
    return profile(text, Heading.NONE)


def weights(text: str) -> dict[str, float]:
    """Every word of a sentence, folded → its weight in a run."""
    found = read(text)
    return dict(zip(found.order, found.weights, strict=True))


def quoted(text: str) -> list[str]:
    found = read(text)
    return [" ".join(found.order[part.start : part.stop]) for part in found.quotations]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("harbour", "harbours"),
        ("closed", "closing"),
        ("regulation", "regulations"),
        ("minister", "ministers"),
        ("studied", "studies"),
        ("decidedly", "decided"),
        ("settlement", "settlements"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize("word", ["used", "uses", "tied", "sing", "ions", "its", "s"])
def test_a_stem_keeps_four_letters(word: str) -> None:
    assert stem(word) == word


def test_only_the_commonest_ending_is_taken_off() -> None:
    assert (stem("buildings"), stem("bursts"), stem("bursted")) == (
        "build",
        "burst",
        "burst",
    )
    assert stem("quietly") == "quiet"


@FEW
@given(LETTERS)
def test_a_stem_is_the_beginning_of_its_word(word: str) -> None:
    found = stem(word)
    assert word.startswith(found)
    assert len(found) >= min(4, len(word))


def test_lines_that_do_not_end_as_a_sentence_are_headings() -> None:
    assert headings(["Bridge closed", "It is old.", "Divers at work", "They dive"]) == (
        Heading.HEADLINE,
        Heading.NONE,
        Heading.SUBHEADING,
        Heading.SUBHEADING,
    )
    assert headings([]) == ()


@pytest.mark.parametrize(
    "text",
    ["It is old.", "Is it?  ", "It is!", "Or…", "He said “no.”", "(So it is.)", "桥。"],
)
def test_any_mark_that_ends_a_sentence_makes_no_heading(text: str) -> None:
    assert headings([text, text]) == (Heading.NONE, Heading.NONE)


def test_small_words_are_no_content() -> None:
    found = read("The mayor of it all and the divers.")
    assert set(found.stems) == {"mayor", "diver"}
    assert [token.text for token, _ in found.content] == ["mayor", "divers"]
    assert found.surface == {"mayor": "mayor", "diver": "divers"}
    assert found.size == 2


def test_a_sentence_without_content_has_the_size_of_one_word() -> None:
    for text in ("", "of the", "?!"):
        found = read(text)
        assert (found.stems, found.size, found.clauses) == ({}, 1, ())


def test_a_word_of_two_parts_has_two_stems() -> None:
    found = read("Then the ferry-builders met.")
    ((stems),) = [stems for token, stems in found.content if "-" in token.text]
    assert stems == ("ferry", stem("builders"))
    assert found.surface["ferry"] == "ferry-builders"
    assert set(stems) <= set(found.stems)
    assert "up" not in read("a clean-up").stems


def test_a_compound_is_as_rare_as_its_rarest_part() -> None:
    found = read("the water-estuary")
    assert rarity("water") < rarity("estuary")
    assert set(found.rarity.values()) == {rarity("estuary")}


def test_a_country_its_people_and_its_capital_are_one() -> None:
    (root,) = read("Norway").stems
    for text in ("Norwegian", "Norwegians", "Oslo", "of Norway, Norwegian and Oslo"):
        assert set(read(text).stems) == {root}
    assert " " in root
    assert set(read("Sweden").stems) != {root}
    assert len(read("the United Kingdom and the British").stems) == 1


def test_of_a_long_name_of_a_country_no_part_is_another_country() -> None:
    (whole,) = read("American Samoa").stems
    (part,) = read("Samoa").stems
    assert whole != part


def test_a_city_that_speaks_for_no_state_is_its_own_word() -> None:
    assert set(read("Bergen").stems) == {"bergen"}


@FEW
@given(st.integers(2, 7))
def test_a_chain_of_capitals_weighs_as_one_and_a_half_words(length: int) -> None:
    names = ["Varga", "Kvist", "Holm", "Tarn", "Lund", "Dahl", "Berg"][:length]
    found = read(f"they met {' '.join(names)} there")
    shares = [found.stems[name.lower()] for name in names]
    assert shares[-1] == 1
    assert shares[:-1] == pytest.approx([0.5 / (length - 1)] * (length - 1))


@pytest.mark.parametrize("between", [", ", " and ", " met ", " – ", "  "])
def test_a_chain_ends_where_more_than_a_blank_or_a_small_letter_stands(
    between: str,
) -> None:
    found = read(f"they saw Kvist{between}Holm there")
    assert (found.stems["kvist"], found.stems["holm"]) == (1, 1)


def test_a_word_told_twice_keeps_its_first_share() -> None:
    assert read("Lena Kvist met Lena.").stems["lena"] == 0.5
    assert read("Lena, then Lena Kvist.").stems["lena"] == 1


def test_a_run_weighs_rare_words_more_small_ones_hardly_and_chains_as_one() -> None:
    found = weights("we saw water of zzyzxq")
    assert found["of"] == found["we"] == 0.3 < found["water"] < found["zzyzxq"]
    assert found["zzyzxq"] == pytest.approx(RAREST / 50)
    assert found["water"] == pytest.approx(rarity("water") / 50)
    chain = weights("we saw Qxzzyq Zzyzxq")
    assert chain["qxzzyq"] == pytest.approx(0.5 * chain["zzyzxq"])


def test_neighbouring_words_are_counted_with_the_lesser_share() -> None:
    found = read("the ferry met the ferry").bigrams
    assert found == {"ferry met": 1.0, "met the": 1.0, "the ferry": 2.0}
    assert read("of the").bigrams == {"of the": 1.0}
    assert read("saw Lena Kvist today").bigrams == {
        "kvist today": 1.0,
        "lena kvist": 0.5,
        "saw lena": 0.5,
    }


def test_grams_are_four_letters_with_a_blank_at_each_end_of_a_word() -> None:
    assert read("ox cart, ox").grams == {
        " car": 1.0,
        " ox ": 2.0,
        "art ": 1.0,
        "cart": 1.0,
        "ox c": 1.0,
        "rt o": 1.0,
        "t ox": 1.0,
        "x ca": 1.0,
    }
    assert read("a").grams == {}


def test_grams_of_a_chain_have_the_share_of_the_word_they_begin_in() -> None:
    found = read("Lena Kvist").grams
    assert (found[" len"], found["ena "], found["kvis"]) == (0.5, 0.5, 1.0)


def test_names_are_what_has_a_capital_inside_the_sentence() -> None:
    assert read("Divers met Kvist in Norway.").names == {"kvist", *read("Norway").stems}
    assert read("Kvist dived.").names == frozenset()
    assert read("Kvist saw Kvist.").names == {"kvist"}


def test_numbers_are_stems_with_a_digit() -> None:
    found = read("They sold 33 boats, 12,000 nets and two B-52s.").numbers
    assert found == {"33", "12", "000", "52s"}


def test_quotations_of_three_words_or_more_are_known_in_any_marks() -> None:
    for said in ("“we will see”", '"we will see"', "«we will see»"):
        assert quoted(f"Then {said} was said.") == ["we will see"]
    assert quoted("A “very bad” boat and a “good one”.") == []
    assert quoted("“We will see,” he said, “and then sail.”") == [
        "we will see",
        "and then sail",
    ]
    assert quoted("He said “we will see") == ["we will see"]
    assert quoted('A 12" pipe, no more and no less.') == []


def test_the_heading_is_kept() -> None:
    assert [profile("Bridge", h).heading for h in Heading] == [*Heading]


@FEW
@given(SENTENCE)
def test_all_that_a_profile_says_lies_in_its_sentence(text: str) -> None:
    found = read(text)
    words = tokens(text)
    assert found.order == tuple(token.folded for token in words)
    assert len(found.weights) == len(found.order)
    assert sum(found.bigrams.values()) <= max(0, len(words) - 1)
    assert set(found.bigrams) == {f"{a} {b}" for a, b in pairwise(found.order)}
    for token, stems in found.content:
        assert text[token.start : token.end] == token.text
        assert stems
        assert set(stems) <= set(found.stems)
        assert not is_function_word(token.folded) or " " in stems[0]
    assert found.stems.keys() == found.surface.keys() == found.rarity.keys()
    assert all(0 < share <= 1 for share in found.stems.values())
    assert {*found.names, *found.numbers} <= set(found.stems)
    for part in found.quotations:
        assert 0 <= part.start < part.stop <= len(words)
    assert found.size == max(1, len(found.stems))


@FEW
@given(SENTENCE)
def test_clauses_follow_each_other_and_tell_the_stems_inside(text: str) -> None:
    found = read(text)
    ends = [0, *(at for clause in found.clauses for at in clause), len(text)]
    assert ends == sorted(ends)
    for clause, told in zip(found.clauses, found.clause_stems, strict=True):
        inside = {
            root
            for token, stems in found.content
            if clause.start <= token.start < clause.end
            for root in stems
        }
        assert told == tuple(sorted(inside))


@FEW
@given(SENTENCE)
def test_what_is_summed_up_comes_in_the_order_of_its_keys(text: str) -> None:
    found = read(text)
    for mapping in (found.stems, found.bigrams, found.grams):
        assert list(mapping) == sorted(mapping)


@FEW
@given(st.lists(st.sampled_from(["ferry", "ox", "harbour", "a"]), max_size=6))
def test_in_small_letters_every_gram_counts_as_often_as_it_stands(
    words: list[str],
) -> None:
    line = f" {' '.join(words)} "
    counted = Counter(line[i : i + 4] for i in range(len(line) - 3))
    assert read(" ".join(words)).grams == counted


def test_profiles_are_values() -> None:
    names = {field.name for field in fields(Profile)}
    assert {"stems", "grams", "quotations", "heading"} <= names
    assert read("The bridge fell.") == read("The bridge fell.")


def test_letters_have_the_root_of_the_words_that_they_stand_for() -> None:
    def stems(text: str) -> set[str]:
        return set(profile(text, Heading.NONE).stems)

    shared = stems("A former MP left.") & stems("A Member of Parliament left.")
    assert "member of parliament" in shared
    assert "member of parliament" in stems("She told MPs of it.")
    assert "member of parliament" not in stems("He put an mp3 and an mp on it.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KVIST: Minister, was the dyke wet?", {"dyke", "wet"}),
        ("Q. Mayor Dahl, was the dyke wet?", {"dyke", "wet"}),
        ("Senator, was the dyke wet?", {"dyke", "wet"}),
        ("Yesterday, was the dyke wet?", {"yesterday", "dyke", "wet"}),
        ("KVIST: Minister, it was wet.", {"kvist", "minist", "wet"}),
    ],
)
def test_who_is_asked_is_not_what_is_asked(text: str, expected: set[str]) -> None:
    assert set(profile(text, Heading.NONE).stems) == expected


def test_ranks_have_the_root_of_their_words() -> None:
    short = profile("Det Sgt Roe left.", Heading.NONE).stems
    assert "detective sergeant" in short
    assert "detective sergeant" in profile("Detective Sergeant Roe", Heading.NONE).stems
    assert "detective sergeant" in profile("DS Roe left.", Heading.NONE).stems
