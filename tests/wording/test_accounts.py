"""A story in plain sentences around the texts' own words."""

from __future__ import annotations

import re

import pytest

from newsdiff.story.account import Account, Form, Section, give_account
from newsdiff.wording.accounts import account_lines
from newsdiff.wording.statements import Style, in_words, statement_line
from tests.story.invented import POST, RADIO, articles, told_of


@pytest.fixture(scope="module")
def account() -> Account:
    story = articles()
    return give_account(story, told_of(story))


@pytest.fixture(scope="module")
def lines(account: Account) -> list[str]:
    return [line.text for line in account_lines(account)]


def test_the_page_can_be_read_from_top_to_bottom(lines: list[str]) -> None:
    assert lines[0] == "The story in words"
    assert lines[1] == (
        "Post: “Train leaves the rails near Osterby” (68 words · 6 sentences)"
    )
    for heading in (
        "What all three tell",
        "What is disputed",
        "What some tell",
        "What one alone tells",
        "Only in Post. None of the others was found to say this:",
    ):
        assert heading in lines


SAID = """\
Herald (2) writes “Three people died when a train left the rails near Osterby on
Monday, the fire brigade said”; Post (2) and Radio (2) tell it too. They differ in a
part of it: see 3.

All three speak of “Osterby” (1, 1, 1).

They give different numbers. Post (2) and Radio (2) write “Two people died when a train
left the rails near Osterby on Monday, police said”; but Herald (2) writes “Three people
died”.

They give different dates or times. Post (3) writes “Mayor Karin Lund closed the bridge
over the Sava at 7 a.m.”; but Herald (3) writes “Mayor Karin Lund closed the bridge over
the Sava at 9 a.m.”. “7 a.m.” and “9 a.m.” appear nowhere in Radio.

They quote “Lund” in different words. Post (4) quotes “We have never seen anything like
this here”; but Herald (4) quotes “We have never seen something like that here”. None of
these appears anywhere in Radio.

Post (5) writes “The damage is put at $4 million”; Herald (5) tells it too. Radio was
not found to tell it.

“Norrail” (3) appears nowhere in the other two."""


def test_each_statement_is_a_sentence_with_the_numbers_to_check_it(
    lines: list[str],
) -> None:
    for paragraph in SAID.split("\n\n"):
        assert " ".join(paragraph.split()) in lines


def test_what_is_quoted_is_what_the_text_says(account: Account) -> None:
    for line in account_lines(account):
        for piece in line.pieces:
            if piece.style is Style.QUOTE and piece.version is not None:
                text = account.articles[piece.version.article].text
                assert piece.text[1:-1] in " ".join(text.split())


def test_certain_and_probable_have_words_of_their_own(account: Account) -> None:
    for number, one in enumerate(account.statements, 1):
        said = statement_line(account, number, one).text
        if one.form is Form.NOWHERE:
            assert "nowhere" in said
            assert "found" not in said
        if one.form in (Form.RETOLD, Form.UNTOLD):
            assert "nowhere" not in said


def test_without_its_heading_a_statement_says_whose_it_is(account: Account) -> None:
    alone = account.of(Section.ALONE)
    said = [statement_line(account, n, one, apart=True).text for n, one in alone]
    assert said[0].startswith("Only Post (6) was found to say “A choir sang")
    assert said[1] == "Of Post, “Saint Anna” (6) appears nowhere in the other two."


def test_two_articles_are_both_and_the_other() -> None:
    story = articles(POST, RADIO)
    lines = [line.text for line in account_lines(give_account(story, told_of(story)))]
    assert "What both tell" in lines
    assert "Nothing was found that they tell differently." in lines
    assert "Only in Post. The other was not found to say this:" in lines
    assert not any(re.search(r"other (?:one|1)\b", line) for line in lines)


def test_quotation_marks_inside_a_quotation_stay_told_apart() -> None:
    story = articles(
        "“We have never seen anything like this in Osterby,” said Karin Lund, mayor.",
        "Sugar has become dearer in the markets of Lima this week, traders said.",
    )
    account = give_account(story, told_of(story))
    lines = [line.text for line in account_lines(account)]
    assert (
        "‘“We have never seen anything like this in Osterby,” said Karin Lund, mayor’ "
        "(1)." in lines
    )


@pytest.mark.parametrize(
    ("number", "word"), [(1, "one"), (12, "twelve"), (13, "13"), (1200, "1,200")]
)
def test_small_numbers_are_words(number: int, word: str) -> None:
    assert in_words(number) == word
