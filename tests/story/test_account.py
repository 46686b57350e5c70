"""A story in statements: which there are, where they point, how sure they are."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsdiff.model import Absence, Article, Kind, Span
from newsdiff.reading import read_text
from newsdiff.story.account import (
    Account,
    Form,
    Section,
    Statement,
    give_account,
    shortened,
)
from newsdiff.story.account.quoting import quote_at, stands_alone, trimmed, whole_of
from newsdiff.story.stories import stories_of
from tests.story.invented import HERALD, POST, RADIO, articles, told_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def account() -> Account:
    story = articles()
    return give_account(story, told_of(story))


def words(account: Account, one: Statement) -> list[list[str]]:
    """What is quoted, and from whom."""
    return [
        [
            f"{account.articles[v.article].label} {v.sentence + 1}: "
            f"{account.articles[v.article].text[slice(*v.quoted)]}"
            for v in group
        ]
        for group in one.versions
    ]


def only(account: Account, section: Section, form: Form) -> Statement:
    (found,) = [one for _, one in account.of(section) if one.form is form]
    return found


def test_what_all_tell_is_quoted_from_one_and_sees_in_what_they_differ(
    account: Account,
) -> None:
    one = only(account, Section.ALL, Form.RETOLD)
    assert {v.article for v in one.places} == {0, 1, 2}
    assert {v.sentence for v in one.places} == {1}
    (seen,) = one.sees
    assert account.statements[seen - 1].kind is Kind.NUMBER
    assert one.lacks == ()


def test_what_all_name_is_told_with_its_places(account: Account) -> None:
    one = only(account, Section.ALL, Form.NAMES)
    assert words(account, one) == [
        ["Post 1: Osterby"] + [f"{label} 1: Osterby" for label in ("Herald", "Radio")]
    ]


def test_disputes_have_the_version_of_each_and_those_that_agree_together(
    account: Account,
) -> None:
    number, hour, quote = [one for _, one in account.of(Section.DISPUTED)]
    assert words(account, number) == [
        [
            f"{label} 2: Two people died when a train left the rails near Osterby on "
            f"Monday, police said"
            for label in ("Post", "Radio")
        ],
        ["Herald 2: Three people died"],
    ]
    assert number.lacks == ()
    assert [[v.article for v in group] for group in hour.versions] == [[0], [1]]
    assert words(account, quote) == [
        ["Post 4: We have never seen anything like this here"],
        ["Herald 4: We have never seen something like that here"],
    ]


def test_a_value_that_stands_nowhere_is_certain(account: Account) -> None:
    _, hour, quote = [one for _, one in account.of(Section.DISPUTED)]
    for one in (hour, quote):
        assert [(lack.article, lack.absence) for lack in one.lacks] == [
            (2, Absence.STRING)
        ]
        for version in one.places:
            assert version.spot is not None
            text = account.articles[version.article].text
            assert text[slice(*version.spot)] not in account.articles[2].text


def test_who_says_a_value_is_named_where_it_is_not_quoted_too(account: Account) -> None:
    number, _, quote = [one for _, one in account.of(Section.DISPUTED)]
    post, _ = number.versions[0]
    assert post.source is None  # "police said" is in the quotation
    speaker = quote.first.source
    assert speaker is not None
    assert account.articles[0].text[slice(*speaker)] == "Lund"


def test_what_some_tell_says_who_was_not_found_to(account: Account) -> None:
    one = only(account, Section.SOME, Form.RETOLD)
    assert words(account, one)[0][0] == "Post 5: The damage is put at $4 million"
    assert [(lack.article, lack.absence) for lack in one.lacks] == [
        (2, Absence.MEANING)
    ]


def test_what_one_alone_tells_is_probable_and_its_names_are_certain(
    account: Account,
) -> None:
    alone = [one for _, one in account.of(Section.ALONE)]
    assert [one.form for one in alone] == [Form.UNTOLD, Form.NOWHERE] * 2
    assert words(account, alone[3]) == [["Radio 3: Norrail"]]
    for one in alone:
        sure = Absence.MEANING if one.form is Form.UNTOLD else Absence.STRING
        assert {lack.absence for lack in one.lacks} == {sure}
        assert len(one.lacks) == 2


def test_every_place_lies_in_its_sentence(account: Account) -> None:
    for one in account.statements:
        for version in one.places:
            sentence = account.articles[version.article].sentences[version.sentence]
            places = (version.quoted, version.spot or version.quoted)
            for start, end in places:
                assert sentence.start <= start < end <= sentence.end or (
                    one.form is Form.NAMES
                )


def test_the_order_of_articles_changes_nothing_but_their_order() -> None:
    def said(story: Sequence[Article]) -> set[tuple[object, ...]]:
        account = give_account(story, told_of(story))
        return {
            (
                one.section,
                one.form,
                one.kind,
                frozenset(
                    frozenset(story[v.article].label for v in group)
                    for group in one.versions
                ),
            )
            for one in account.statements
        }

    every = articles()
    whole = said(every)
    for order in ((2, 1, 0), (1, 2, 0)):
        assert said([every[n] for n in order]) == whole


def test_the_opposite_is_never_told_too() -> None:
    story = articles(
        "The governor, Olav Strand, will visit the flooded town of Osterby on Monday.",
        "The governor, Olav Strand, refused to visit the flooded town of Osterby.",
    )
    account = give_account(story, told_of(story))
    retold = [one for one in account.statements if one.form is Form.RETOLD]
    assert retold == []
    (dispute,) = [one for _, one in account.of(Section.DISPUTED)]
    assert dispute.note == "The opposite."


def test_two_articles_without_anything_in_common_have_only_their_own() -> None:
    story = articles(POST, "Sugar has become dearer in the markets of Lima this week.")
    account = give_account(story, told_of(story))
    assert {one.section for one in account.statements} == {Section.ALONE}


def test_a_page_has_the_most_telling_with_numbers_of_its_own() -> None:
    long = "".join(
        f"Nobody but the Post tells of the {n}th cottage near the old mill of {name}."
        "\n\n"
        for n, name in enumerate("Aldby Bergen Cosford Dalby Elverum Fagernes".split())
    )
    story = articles(POST + "\n" + long, HERALD, RADIO)
    whole = give_account(story, told_of(story))
    short = shortened(whole)
    assert len(short.statements) < len(whole.statements)
    left = dict(short.left_out)
    assert sum(left.values()) == len(whole.statements) - len(short.statements)
    for one in short.statements:
        for number in one.sees:
            assert short.statements[number - 1].section is Section.DISPUTED
    assert shortened(short).statements == short.statements


def test_it_is_the_same_in_another_process() -> None:
    code = (
        "from tests.story.invented import articles, told_of\n"
        "from newsdiff.story.account import give_account\n"
        "a = articles(); print(repr(give_account(a, told_of(a)).statements))"
    )
    story = articles()
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "7"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == repr(give_account(story, told_of(story)).statements)


# What is quoted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We go on,”", "We go on"),
        ("“We go on.”", "We go on"),
        ("he said “we go on", "he said “we go on"),
        ("“We go on,” said Roe", "“We go on,” said Roe"),
        ("it fell at 6 a.m.", "it fell at 6 a.m."),
        ("it fell, ", "it fell"),
        ("It fell.", "It fell"),
        ("with Olav Strand (9th", "with Olav Strand"),
        ("Olav Strand (9th) came", "Olav Strand (9th) came"),
    ],
)
def test_marks_at_the_ends_of_a_quotation(text: str, wanted: str) -> None:
    assert text[slice(*trimmed(text, Span(0, len(text))))] == wanted


def test_a_short_sentence_is_quoted_whole_and_a_long_one_by_its_clause() -> None:
    text = (
        "Two people died. Three people died and at least 40 others were hurt when the "
        "river Sava left its bed and stood in the market square, the fire brigade said."
    )
    article = read_text(text, source="-")
    short = quote_at(article, 0, Span(0, 3))
    assert text[slice(*short)] == "Two people died"
    at = text.index("Three")
    assert text[slice(*quote_at(article, 1, Span(at, at + 5)))] == "Three people died"
    assert text[slice(*whole_of(article, 1))].endswith("said")


@pytest.mark.parametrize(
    ("part", "alone"),
    [
        ("Anna Berg revealed", False),
        ("the bridge was closed at noon", True),
        ("Anna Berg revealed that the bridge was closed", False),
        ("ferries were cheaper", False),
    ],
)
def test_a_part_of_a_sentence_is_quoted_only_where_it_can_be_read(
    part: str, alone: bool
) -> None:
    whole = (
        "Anna Berg revealed that the bridge was closed at noon and that trains and "
        "ferries were cheaper"
    )
    start = whole.index(part)
    span = Span(start, start + len(part))
    # "closed [at noon]" goes on, but nothing of what is said is torn apart.
    expected = alone or part.endswith("closed")
    assert stands_alone(whole, span, Span(0, len(whole))) is expected


# Stories


def test_articles_are_told_apart_by_story() -> None:
    other = [
        "Sugar dearer in Lima\n\nSugar has become dearer in the markets of Lima this "
        f"week, the traders of {name} said. Prices rose by 12 per cent in San Isidro."
        for name in ("Miraflores", "Barranco")
    ]
    texts = [other[0], POST, HERALD, other[1], RADIO]
    story = [read_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    assert stories_of(story) == [[1, 2, 4], [0, 3]]
    assert stories_of(story[:2]) == [[0, 1]]


def test_a_short_remark_in_brackets_is_quoted_to_its_end() -> None:
    text = "played by Olav Strand (9th Keeper) and Ida Moss (10th Keeper)"
    cut = Span(0, text.index(" Keeper"))
    assert text[slice(*trimmed(text, cut))] == "played by Olav Strand (9th Keeper)"
