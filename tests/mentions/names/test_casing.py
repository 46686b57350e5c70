"""What capitals tell in an article, and where they tell nothing."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.words import Token, tokens
from newsdiff.mentions.names.casing import (
    Casing,
    Style,
    is_small,
    name_tokens,
    segments,
    style_of,
)

FEW = settings(max_examples=100, deadline=None, derandomize=True)


def words_of(text: str) -> list[Token]:
    return name_tokens(text, tokens(text))


def named(text: str) -> list[str]:
    """The words of a text as names need them."""
    return [token.text for token in words_of(text)]


def style(text: str, least: int = 3) -> Style:
    return style_of(words_of(text), least)


def cut(*sentences: str, headings: Sequence[int] = ()) -> list[tuple[int, str, Style]]:
    """Number, words and style of each segment of a text of some sentences."""
    text = "\n".join(sentences)
    found, start = {}, 0
    for i, sentence in enumerate(sentences):
        found[i] = tokens(text, start, start + len(sentence))
        start += len(sentence) + 1
    return [
        (part.sentence, " ".join(token.text for token in part.words), part.style)
        for part in segments(text, found, headings)
    ]


class Read:
    """Some sentences with the evidence of their capitals."""

    def __init__(self, *sentences: str) -> None:
        self.text = "\n".join(sentences)
        self.lines, start = [], 0
        for sentence in sentences:
            inside = tokens(self.text, start, start + len(sentence))
            self.lines.append(name_tokens(self.text, inside))
            start += len(sentence) + 1
        self.casing = Casing(self.text, self.lines)

    def at(self, word: str, line: int = -1) -> tuple[list[Token], int]:
        words = self.lines[line]
        return words, [token.text for token in words].index(word)

    def opens(self, word: str) -> bool:
        return self.casing.opens(*self.at(word))

    def starts_name(self, word: str) -> bool:
        """Whether the word begins a name at the start of the last sentence."""
        return self.casing.is_name_at_start(*self.at(word))

    def names_among_capitals(self, word: str) -> bool:
        words, i = self.at(word)
        return self.casing.is_name_among_capitals(words[i])

    def apart(self) -> list[str]:
        return [token.text for token in self.casing.apart(self.lines[-1])]


def small(word: str) -> bool:
    (token,) = tokens(word)
    return is_small(token)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lena's boat, Kvist’s net", "Lena|boat|Kvist|net"),
        ("The U.S. and the U.K. met.", "The|U.S.|and|the|U.K.|met"),
        ("the U.S.A. came", "the|U.S.A.|came"),
        ("the U.S. A. B. C.", "the|U.S.|A|B|C"),
        ("J. K. Kvist", "J|K|Kvist"),
        ("at 5.p.m. and e.g. this", "at|5|p|m|and|e|g|this"),
        ("US-led and pro-Russian talks", "US|led|and|pro|Russian|talks"),
        ("a well-known Non-Zzyzxq boat", "a|well-known|Non-Zzyzxq|boat"),
        ("Kvist-Holm met Anna-Lena", "Kvist-Holm|met|Anna-Lena"),
        ("Kvist (D-Iowa), Holm (R-Zzyzxq)", "Kvist|Iowa|Holm|Zzyzxq"),
        ("a D-day for I-beams", "a|D-day|for|I-beams"),
        ("al-Qaeda came", "al-Qaeda|came"),
        ("", ""),
    ],
)
def test_words_as_names_need_them(text: str, words: str) -> None:
    assert "|".join(named(text)) == words


PARTS = (
    "Lena's U.S. the D-Iowa US-led Kvist-Holm I. A.B.C. said 33 well-known U.K.’s "
    "(AP) “ ” . - -- ’s WHO"
).split()


@FEW
@given(
    st.lists(st.sampled_from(PARTS), max_size=10),
    st.sampled_from([" ", "", "-", "."]),
)
def test_words_of_names_lie_in_the_text_one_after_the_other(
    parts: list[str], gap: str
) -> None:
    text = gap.join(parts)
    end = 0
    for token in words_of(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        end = token.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council closed the old bridge today", Style.NORMAL),
        ("Council Paints the Wooden Boats in Winter", Style.TITLE),
        ("COUNCIL CLOSES THE OLD BRIDGE", Style.CAPITALS),
        ("COUNCIL CLOSES the OLD BRIDGE OF TARNHOLM", Style.CAPITALS),
        ("Council CLOSES the OLD bridge of Tarnholm", Style.NORMAL),
        ("The US and the EU met", Style.NORMAL),
        ("US EU UN", Style.CAPITALS),
        ("US EU", Style.NORMAL),
        ("", Style.NORMAL),
    ],
)
def test_style_of_a_sentence(text: str, expected: Style) -> None:
    assert style(text) is expected


def test_words_of_weight_decide_about_a_title() -> None:
    assert style("They Painted Wooden Boats in Winter") is Style.TITLE
    assert style("They Painted Wooden Boats in Winter water") is Style.TITLE  # 4 of 5
    assert style("They Painted Wooden Boats in winter water") is Style.NORMAL  # 3 of 5
    assert style("They Painted Wooden") is Style.NORMAL


def test_names_titles_and_the_first_word_decide_nothing() -> None:
    assert style("Every Zzyzxq and Foreign Minister Kvist of the River Council") is (
        Style.NORMAL
    )
    assert style("They Saw Old Red Big New Cats") is Style.NORMAL  # short words
    assert style("Bridge Closed Today") is Style.NORMAL
    assert style("Bridge Closed Today", least=2) is Style.TITLE
    assert style("Bridge closed", least=1) is Style.NORMAL


def test_a_line_without_a_full_stop_needs_one_word_of_weight() -> None:
    for end, expected in (("", Style.TITLE), (".", Style.NORMAL), ("?", Style.NORMAL)):
        ((_, words, found),) = cut(f"Tarnholm Closes Bridge{end}")
        assert (words, found) == ("Tarnholm Closes Bridge", expected), end


def test_a_heading_is_judged_as_one_though_it_ends_with_a_mark() -> None:
    line = "Tarnholm Closes Bridge!"
    assert cut(line)[0][2] is Style.NORMAL
    assert cut(line, headings=[0])[0][2] is Style.TITLE
    assert [style for *_, style in cut(line, line, headings=[1])] == [
        Style.NORMAL,
        Style.TITLE,
    ]


def test_a_quoted_title_is_cut_out_of_its_sentence() -> None:
    for opening, closing in ("“”", '""', "‘’", "''"):
        assert cut(f"He saw {opening}The Last Winter{closing} in Tarnholm.") == [
            (0, "The Last Winter", Style.TITLE),
            (0, "He saw in Tarnholm", Style.NORMAL),
        ]


def test_a_quoted_title_may_stand_first_and_last() -> None:
    assert cut("“The Last Winter” in Tarnholm.")[0][1] == "The Last Winter"
    assert cut("In Tarnholm he saw “The Last Winter”.")[0][1] == "The Last Winter"


def test_quoted_speech_is_not_cut_out() -> None:
    for said in ("the last winter", "The last winter was cold", "Winter", "Kvist Holm"):
        found = cut(f"He saw “{said}” in Tarnholm.")
        assert [style for *_, style in found] == [Style.NORMAL], said


def test_titles_are_not_sought_in_titles() -> None:
    assert len(cut("Tarnholm Closes “The Last Winter” Show")) == 1


def test_sentences_without_words_are_segments_too() -> None:
    assert cut("", "…") == [(0, "", Style.NORMAL), (1, "", Style.NORMAL)]


def test_capitals_inside_and_at_the_start_are_counted_apart() -> None:
    found = Read("Kvist met Holm.", "Then Kvist left.", "Later Holm saw Holm.").casing
    assert found.upper == {"holm": 3, "kvist": 1}
    assert found.opening == {"kvist": 1, "then": 1, "later": 1}
    assert found.lower == {"met", "left", "saw"}
    assert Read("33 met.").casing.opening == {}


@pytest.mark.parametrize(
    "before",
    [
        "“",
        "He said: ",
        "Really? ",
        "So … ",
        "He left – ",
        "No; ",
        "No -- ",
        "* ",
        "it. ",
    ],
)
def test_a_capital_after_such_marks_may_be_a_mere_beginning(before: str) -> None:
    assert Read(f"{before}Zzyzxq left.").opens("Zzyzxq")


@pytest.mark.parametrize("before", ["the ", "Mr. ", "here, ", "St. ", "the/"])
def test_a_capital_after_anything_else_is_none(before: str) -> None:
    assert not Read(f"{before}Zzyzxq left.").opens("Zzyzxq")


def test_a_word_at_the_start_is_a_name_where_it_has_a_capital_elsewhere() -> None:
    assert Read("We met Water.", "Water said so.").starts_name("Water")
    assert not Read("We met it.", "Water said so.").starts_name("Water")


def test_a_word_at_the_start_is_no_name_where_it_is_small_elsewhere() -> None:
    assert Read("Zzyzxq said so.").starts_name("Zzyzxq")
    assert not Read("We saw zzyzxq.", "Zzyzxq said so.").starts_name("Zzyzxq")
    both = ("We met Water.", "We saw water.")
    assert not Read(*both, "Water said so.").starts_name("Water")


def test_two_words_with_capitals_elsewhere_are_one_name_at_the_start() -> None:
    both = ("We met Water Kvist.", "We saw water.")
    assert Read(*both, "Water Kvist said so.").starts_name("Water")
    assert not Read(*both, "Water Holm said so.").starts_name("Water")


def test_words_that_open_sentences_are_never_names() -> None:
    assert not Read("We met Meanwhile.", "Meanwhile left.").starts_name("Meanwhile")


def test_a_given_name_that_is_a_word_too_needs_a_surname() -> None:
    assert Read("Mark Zzyzxq left.").starts_name("Mark")
    for end in ("Mark left.", "Mark Water.", "Mark.", "Water Zzyzxq left."):
        assert not Read(end).starts_name(end.split()[0].strip(".")), end


def test_two_names_with_a_hyphen_come_apart() -> None:
    assert Read("We met Kvist and Holm.", "The Kvist-Holm summit.").apart() == [
        "The",
        "Kvist",
        "Holm",
        "summit",
    ]
    assert Read("Zzyzxq met Qxzzyq.", "A Zzyzxq-Qxzzyq talk.").apart() == [
        *("A", "Zzyzxq", "Qxzzyq", "talk")
    ]


@pytest.mark.parametrize(
    ("before", "last"),
    [
        ("We met Kvist.", "The Kvist-Holm summit."),
        ("Water met it.", "A Water-Water talk."),
        ("We met Kvist and Holm.", "The kvist-holm talk."),
    ],
)
def test_a_compound_of_what_is_no_name_stays_whole(before: str, last: str) -> None:
    assert Read(before, last).apart()[1] == last.split()[1]


def test_what_follows_a_name_in_a_compound_comes_off() -> None:
    assert Read("A Zzyzxq-era rule.").apart() == ["A", "Zzyzxq", "era", "rule"]
    assert Read("A zzyzxq-era rule.").apart() == ["A", "zzyzxq-era", "rule"]
    assert Read("A Zzyzxq-zzz rule.").apart() == ["A", "Zzyzxq-zzz", "rule"]
    assert Read("No compound here.").apart() == ["No", "compound", "here"]


def test_among_capitals_what_is_no_english_word_is_a_name() -> None:
    assert Read("Zzyzxq Closes Water And It").names_among_capitals("Zzyzxq")
    for word in ("Water", "And", "You've", "Closes"):
        assert not Read("Zzyzxq Closes Water And You've").names_among_capitals(word)
    assert not Read("a zzyzxq.", "Zzyzxq Closes").names_among_capitals("Zzyzxq")


@pytest.mark.parametrize(
    "word", ["the", "The", "You've", "won't", "Don’t", "Yes", "well", "I", "It's", "A"]
)
def test_a_word_of_grammar_is_small(word: str) -> None:
    assert small(word)


@pytest.mark.parametrize("word", ["WHO", "US", "IT", "Kvist", "bridge", "O'Kvist"])
def test_an_acronym_or_a_word_of_content_is_not_small(word: str) -> None:
    assert not small(word)
