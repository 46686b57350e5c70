from __future__ import annotations

import pytest

from newsdiff.grouping.credits import agencies_of

STORY = "The bridge was closed on Monday, the mayor said, after cracks were found."


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (f"KELMSAY (AP) — {STORY}", "AP"),
        (f"KELMSAY, June 3 (Reuters) - {STORY}", "Reuters"),
        (f"(AFP) {STORY}", "AFP"),
        (f"KELMSAY, June 3 /Xinhua/ -- {STORY}", "Xinhua"),
        ("By ANNA BERG, Associated Press Writer", "AP"),
        ("By Anna Berg and Tom Aldous, The Canadian Press", "CP"),
        ("Agence France-Presse", "AFP"),
        ("Anna Berg, dpa", "dpa"),
        ("Source: Reuters", "Reuters"),
        ("With inputs from PTI", "PTI"),
        ("© 2019 The Associated Press", "AP"),
    ],
)
def test_credits_at_the_top(line: str, agency: str) -> None:
    assert agencies_of(["Bridge closed", line, STORY]) == (agency,)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        (f"{STORY} — AFP", "AFP"),
        (f"{STORY} (Reuters)", "Reuters"),
        ("Associated Press writer Anna Berg contributed to this report.", "AP"),
        ("Copyright 2019 The Associated Press", "AP"),
    ],
)
def test_credits_at_the_end(line: str, agency: str) -> None:
    assert agencies_of(["Bridge closed", *[STORY] * 9, line]) == (agency,)


@pytest.mark.parametrize(
    "line",
    [
        "Mayor Anna Berg told Reuters that the bridge would stay closed.",
        "The Associated Press (AP) has named a new editor, it said on Monday.",
        "Photo: Reuters",
        "A man looks at the bridge. (AP Photo/Anna Berg)",
        "He works for a PA system maker.",
        "Reuters shares fell by 3% on Monday.",
        "“I read it on AFP,” she said.",
        "The TT race was won by Tom Aldous.",
    ],
)
def test_what_is_no_credit(line: str) -> None:
    assert agencies_of(["Bridge closed", STORY, line, STORY]) == ()


def test_a_headline_about_an_agency_is_no_credit() -> None:
    assert agencies_of(["Reuters Names New Editor", STORY]) == ()


def test_what_the_source_says_counts() -> None:
    assert agencies_of([STORY], credit="Anna Berg, Agence France-Presse") == ("AFP",)
    assert agencies_of([STORY], credit="The Courier") == ()
    assert agencies_of([], credit="") == ()


def test_several_agencies_in_order() -> None:
    assert agencies_of(["Bridge closed", "With Reuters, AFP"]) == ("AFP", "Reuters")
