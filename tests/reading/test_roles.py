"""What each line of a page is for, on pages as people paste them."""

from __future__ import annotations

import pytest

from newsdiff.model import Article
from newsdiff.reading import read_text

LEAD = (
    "The bridge over the fjord was closed on Monday after engineers found cracks in "
    "two of its pillars, the council said."
)
MORE = (
    "Ferries will run from the old pier until it is mended, which will take at least "
    "six months, an engineer told the council."
)
LAST = "The bridge was built in 1968 and has been mended four times since it opened."
HEADLINE = "Cracks close the bridge over the fjord"


def article(*paragraphs: str) -> Article:
    return read_text("\n\n".join(paragraphs) + "\n", source="a.txt")


def roles(*paragraphs: str) -> list[str]:
    found = article(*paragraphs)
    return [f"{s.role} {s.rule}" if s.rule else str(s.role) for s in found.sentences]


def test_a_headline_a_story_nothing_else() -> None:
    assert roles(HEADLINE, LEAD, MORE) == ["headline", "body", "body"]
    assert article(HEADLINE, LEAD).title == HEADLINE


@pytest.mark.parametrize(
    "headline",
    [
        "Why was the bridge closed?",
        "‘We had no choice’: bridge closed",
        "BRIDGE CLOSED FOR SIX MONTHS",
        "Bridge closed, says the U.S.",
        "# Bridge closed",
        "Bridge closed!",
    ],
)
def test_headlines_of_every_kind(headline: str) -> None:
    assert article(headline, LEAD, MORE).title == headline.lstrip("# ")


def test_an_article_may_have_no_headline() -> None:
    assert article(LEAD, MORE).title is None
    assert roles(LEAD, MORE) == ["body", "body"]
    assert article("The bridge was closed.", LEAD).title is None


def test_a_single_line_is_a_story_and_no_headline() -> None:
    assert roles("Bridge closed") == ["body"]


def test_a_markdown_mark_is_kept_beside_its_heading() -> None:
    found = article(f"# {HEADLINE}", LEAD, "## What comes next", MORE)
    assert [
        (found.words_of(i), s.role, s.rule) for i, s in enumerate(found.sentences)
    ] == [
        ("#", "boilerplate", "markdown-mark"),
        (HEADLINE, "headline", None),
        (LEAD, "body", None),
        ("##", "boilerplate", "markdown-mark"),
        ("What comes next", "subheading", None),
        (MORE, "body", None),
    ]


@pytest.mark.parametrize(
    "crumb",
    [
        f"HomeEurope{HEADLINE}",
        f"HomeEurope{HEADLINE[:25]}...",
        f"NewsEurope {HEADLINE[:25]}…",
        f"Home » Europe » {HEADLINE}",
    ],
)
def test_a_breadcrumb_run_together_with_the_headline(crumb: str) -> None:
    assert roles(crumb, HEADLINE, LEAD) == [
        "boilerplate breadcrumb",
        "headline",
        "body",
    ]


@pytest.mark.parametrize("label", ["World news", "EUROPE", "The Daily Post"])
def test_the_name_of_a_section_is_not_the_headline(label: str) -> None:
    assert roles(label, HEADLINE, LEAD)[:2] == ["boilerplate section-label", "headline"]


def test_a_short_headline_is_one() -> None:
    assert roles("Bridge closed", LEAD, MORE) == ["headline", "body", "body"]
    assert roles("Bridge closed", "Ferries run instead", LEAD)[0] == "headline"


def test_a_headline_printed_twice_is_told_once() -> None:
    assert roles(HEADLINE, HEADLINE, LEAD)[:2] == [
        "headline",
        "boilerplate repeated-headline",
    ]
    assert roles(HEADLINE, "5 September 2023", HEADLINE.upper(), LEAD)[2] == (
        "boilerplate repeated-headline"
    )


def test_a_long_paragraph_printed_twice_is_told_once() -> None:
    assert roles(LEAD, MORE, LEAD) == ["body", "body", "boilerplate repeated-line"]


def test_stamps_and_signed_dates_are_datelines_and_date_the_article() -> None:
    found = article(HEADLINE, "By Jane Doe, 5 September 2023", LEAD, "6 May 2024")
    assert [str(s.role) for s in found.sentences] == [
        "headline",
        "dateline",
        "body",
        "dateline",
    ]
    assert found.published == "2023-09-05"


def test_the_dateline_of_a_wire_is_a_sentence_of_its_own() -> None:
    found = article(HEADLINE, f"OSLO (AP) — {LEAD} {LAST}", MORE)
    assert [found.words_of(i) for i in range(1, 4)] == ["OSLO (AP) —", LEAD, LAST]
    assert roles(HEADLINE, f"OSLO (AP) — {LEAD}")[1:] == ["dateline", "body"]
    assert found.sentences[1].paragraph == found.sentences[2].paragraph


def test_captions_wherever_they_stand() -> None:
    captions = ["Anna Berg (left) at the bridge in March", "The pier (Reuters)"]
    assert roles(HEADLINE, captions[0], LEAD, captions[1], MORE) == [
        "headline",
        "caption",
        "body",
        "caption",
        "body",
    ]


def test_subheadings_stand_between_paragraphs_of_the_story() -> None:
    assert roles(HEADLINE, LEAD, "What comes next", MORE) == [
        "headline",
        "body",
        "subheading",
        "body",
    ]


def test_short_lines_of_a_story_are_no_subheadings() -> None:
    assert roles(HEADLINE, LEAD, "Nobody was hurt.", MORE)[2] == "body"
    assert roles(HEADLINE, LEAD, MORE, "Nobody was hurt")[3] == "body"
    assert roles(HEADLINE, "Ferries run instead", LEAD)[1] == "body"


TEASERS = ("Trending News", "Rowers win the cup", "A crew of eight has won...")


def test_teasers_behind_the_story_are_no_story() -> None:
    assert roles(HEADLINE, LEAD, MORE, *TEASERS)[3:] == ["boilerplate teaser"] * 3


def test_a_story_goes_on_behind_teasers_in_its_middle() -> None:
    found = roles(HEADLINE, LEAD, MORE, *TEASERS, MORE + LAST, LEAD + LAST)
    assert found[3:6] == ["boilerplate teaser"] * 3
    assert set(found[6:]) == {"body"}


def test_comments_of_readers_are_no_story_however_long() -> None:
    found = roles(HEADLINE, LEAD, MORE, "2 comments", LEAD + LAST, MORE + LAST)
    assert found[:3] == ["headline", "body", "body"]
    assert set(found[3:]) == {"boilerplate comment-form"}


def test_a_link_to_the_comments_at_the_top_ends_nothing() -> None:
    found = roles(HEADLINE, "2 comments", LEAD, MORE, LAST)
    assert found == ["headline", "boilerplate comment-form", "body", "body", "body"]


def test_residue_before_the_headline_is_passed_over() -> None:
    assert roles("Advertisement", "Share", HEADLINE, LEAD)[2:] == ["headline", "body"]


def test_a_rule_reads_a_wrapped_paragraph_as_one_line() -> None:
    text = (
        f"{HEADLINE}\n\n{LEAD}\n\n"
        "Copyright 2023 The Daily Post of Oslo and Bergen. No\n"
        "part of this page is to be printed or copied without\n"
        "the leave of the publisher, which is seldom given.\n"
    )
    found = read_text(text, source="a.txt")
    assert {s.rule for s in found.sentences[2:]} == {"copyright"}


def test_text_in_capitals_is_a_story_too() -> None:
    assert roles(LEAD.upper(), MORE.upper()) == ["body", "body"]


def test_a_question_in_capitals_between_paragraphs_is_a_subheading() -> None:
    assert roles(HEADLINE, LEAD, "WHAT COMES NEXT?", MORE)[2] == "subheading"
    assert roles(HEADLINE, LEAD, "WHAT COMES NEXT?", MORE.upper())[2] == "body"
    assert roles(HEADLINE, LEAD, "IT IS OVER.", MORE)[2] == "body"
