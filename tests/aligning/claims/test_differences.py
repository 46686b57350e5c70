"""What a text tells otherwise than a claim, and what it tells all the same."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsdiff.aligning.claims import (
    Claimed,
    Differs,
    FoundClaim,
    find_claim,
    find_claim_in,
)
from newsdiff.reading import read_text


def told(found: FoundClaim) -> list[tuple[Differs, str]]:
    return [(one.kind, one.words) for one in found.differences]


def difference(claim: str, *text: str) -> tuple[Differs, str]:
    """The only difference, after it was looked at that the claim is not stated."""
    found = find_claim(claim, text)
    assert found.state is Claimed.UNCLEAR
    assert found.score <= 0.5
    (one,) = found.differences
    assert text[one.sentence][slice(*one.span)] == one.words
    assert one.claimed in claim
    assert one.sentence in found.sentences
    return one.kind, one.words


VALUES = [
    ("Six climbers died", "Four climbers died on the Skarn ridge.", "Four"),
    ("Six climbers died", "The avalanche killed at least four climbers.", "four"),
    ("The repairs cost $3m", "The repairs cost $5 million.", "$5 million"),
    ("Wages rose 3%", "Wages rose 4.5 per cent in the spring.", "4.5 per cent"),
    ("Fourteen libraries closed", "All 11 libraries closed on Friday.", "11"),
    ("Ida Moss arrived on Tuesday", "Ida Moss arrived on Friday.", "Friday"),
    ("Ida Moss arrived in May 2019", "Ida Moss arrived in June 2021.", "June 2021"),
    ("The gale killed 9 sailors", "The gale killed two sailors and hurt 9.", "two"),
]


@pytest.mark.parametrize(("claim", "text", "words"), VALUES)
def test_another_value_is_told(claim: str, text: str, words: str) -> None:
    assert difference(claim, text) == (Differs.VALUE, words)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("6 climbers died", "Six climbers died on the Skarn ridge."),
        ("Six climbers died", "The avalanche killed six climbers."),
        ("Six climbers died", "At least six climbers died on the ridge."),
        ("The repairs cost $3m", "The repairs cost 3 million dollars."),
        ("Wages rose 3%", "Wages rose three per cent in the spring."),
        ("The trip to Sarn took two hours", "The trip to Sarn took 120 minutes."),
        ("The gale hurt 9 sailors", "The gale killed two sailors and hurt 9."),
        ("The gale killed two sailors", "The gale killed two sailors and hurt 9."),
    ],
)
def test_an_equal_value_in_another_form_is_stated(claim: str, text: str) -> None:
    found = find_claim(claim, [text])
    assert (found.state, told(found)) == (Claimed.STATED, [])


def test_a_weekday_is_the_day_it_was() -> None:
    text = "Ida Moss opened the ferry terminal on Tuesday."
    claim = "Ida Moss opened the ferry terminal on 12 March"
    assert find_claim(claim, [text], "2024-03-12").state is Claimed.STATED
    later = find_claim(claim, [text], "2024-03-21")
    assert told(later) == [(Differs.VALUE, "Tuesday")]


def test_a_value_that_the_text_has_nowhere_is_not_stated() -> None:
    claim = "Ida Moss opened the ferry terminal with 900 guests"
    text = ["Ida Moss opened the ferry terminal with guests."]
    found = find_claim(claim, text)
    assert (found.state, told(found)) == (Claimed.UNCLEAR, [])


def test_a_name_that_the_text_has_nowhere_is_not_stated() -> None:
    claim = "Ida Moss of Norholm opened the big new ferry terminal at the lake"
    text = ["Ida Moss opened the big new ferry terminal at the lake."]
    assert find_claim(claim, text).state is not Claimed.STATED


def test_a_date_of_another_sentence_is_not_put_together_with_a_visit() -> None:
    claim = "Moss visited in August"
    visit = "Ida Moss visited Sarn in July."
    for other in ("In August, Olaf Rye went home.", "A return is due in August."):
        found = find_claim(claim, [visit, other])
        assert told(found) == [(Differs.VALUE, "July")]


def test_a_deed_of_somebody_else_is_not_put_together_with_a_name() -> None:
    claim = "Kvist visited Tarnholm"
    apart = ["Kvist spoke on Monday.", "Orlova visited Tarnholm."]
    assert find_claim(claim, apart).state is not Claimed.STATED
    going_on = ["Kvist spoke on Monday.", "She visited Tarnholm."]
    assert find_claim(claim, going_on).state is Claimed.STATED


OPPOSITES = [
    ("Governor Moss will visit Sarn", "Governor Ida Moss refused to visit Sarn."),
    ("The council approved the budget", "The council rejected the budget."),
    ("The council approved the budget", "The budget was rejected by the council."),
    ("The chairman has resigned", "The chairman has not resigned."),
    ("The chairman will resign", "The chairman is not going to resign."),
    ("The chairman has not resigned", "The chairman has resigned."),
    ("The lock is open", "The lock is no longer open."),
    ("The lock is open", "The lock is closed."),
    ("The clerk was found guilty", "The clerk was found not guilty."),
    ("The court acquitted Rye", "The court convicted Rye of fraud."),
    ("Three people were hurt in the blaze", "Nobody was hurt in the blaze."),
    ("Nobody was hurt in the blaze", "Three people were hurt in the blaze."),
    ("The dam was unsafe", "The owner denied that the dam was unsafe."),
    ("The dam was unsafe", "The owner denied the dam was unsafe."),
    ("The dam was unsafe", "The owner rejected claims that the dam was unsafe."),
    ("The owner bribed officials", "The owner denied bribing officials."),
]


@pytest.mark.parametrize(("claim", "text"), OPPOSITES)
def test_the_opposite_is_told(claim: str, text: str) -> None:
    kind, _ = difference(claim, text)
    assert kind is Differs.OPPOSITE
    assert find_claim(claim, [text]).opposed


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("The council approved the budget", "The council approved the budget."),
        ("The council approved the budget", "It did not only approve the budget."),
        ("The chairman has not resigned", "The chairman has not resigned."),
        ("The dam was unsafe", "The dam was unsafe, the owner did not deny."),
        ("The lock is open", "The lock is open; the bridge is closed."),
        ("The South Bank is open", "The North Bank and the South Bank are open."),
        ("Rye spoke for the plan", "Rye spoke for the plan, Moss against the tax."),
    ],
)
def test_no_opposite_is_told(claim: str, text: str) -> None:
    assert told(find_claim(claim, [text])) == []


def test_the_opposite_elsewhere_counts_nothing_where_the_claim_is_told() -> None:
    text = ["The lock is open, officials said.", "Last year the lock was closed."]
    assert told(find_claim("The lock is open", text)) == []


def test_the_words_of_an_opposite_are_those_that_deny() -> None:
    claim = "Governor Moss will visit Sarn"
    text = "Governor Ida Moss refused to visit Sarn."
    assert difference(claim, text) == (Differs.OPPOSITE, "refused to visit")


@pytest.mark.parametrize(
    ("claim", "text", "doer"),
    [
        ("Moss beat Rye", "Rye beat Moss in the final.", "Rye beat Moss"),
        ("Moss beat Rye", "Moss was beaten by Rye.", "Moss was beaten by Rye"),
        ("Norland attacked Sarn", "Sarn attacked Norland.", "Sarn attacked Norland"),
    ],
)
def test_doer_and_done_to_are_exchanged(claim: str, text: str, doer: str) -> None:
    assert difference(claim, text) == (Differs.DOER, doer)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Moss beat Rye", "Rye was beaten by Moss."),
        ("Moss beat Rye", "Ida Moss beat Olaf Rye in the final."),
        ("Moss met Rye", "Rye met Moss on Monday."),
        ("Norland attacked Sarn", "Sarn said that Norland attacked it."),
    ],
)
def test_doer_and_done_to_are_the_same(claim: str, text: str) -> None:
    assert find_claim(claim, [text]).state is Claimed.STATED


def test_somebody_else_says_it() -> None:
    claim = "Kvist said the tunnel was safe for lorries"
    text = "The tunnel was safe for lorries, Olaf Tamm said."
    assert difference(claim, text) == (Differs.SPEAKER, "Olaf Tamm")


@pytest.mark.parametrize(
    "text",
    [
        ["Minister Ida Kvist said the tunnel was safe for lorries."],
        [
            "Minister Ida Kvist met reporters.",
            "She said the tunnel was safe for lorries.",
        ],
        ["The tunnel was safe for lorries, Kvist and Olaf Tamm said."],
    ],
)
def test_the_speaker_of_the_claim_says_it(text: list[str]) -> None:
    claim = "Kvist said the tunnel was safe for lorries"
    assert told(find_claim(claim, text)) == []


def test_places_are_those_of_the_article() -> None:
    article = read_text(
        "Skarn ridge\n\nA storm came.\n\nFour climbers died on the ridge.\n",
        source="a.txt",
    )
    (one,) = find_claim_in(article, "Six climbers died").differences
    assert article.text[slice(*one.span)] == one.words == "Four"
    assert article.sentence_at(one.span.start) == one.sentence


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(2, 900), st.integers(2, 900))
@example(582, 600)
@example(600, 582)
def test_a_number_is_stated_where_it_is_the_same_and_only_there(
    claimed: int, there: int
) -> None:
    claim = f"{claimed} barges sank in the storm"
    found = find_claim(claim, [f"{there} barges sank in the storm."])
    assert (found.state is Claimed.STATED) == (claimed == there)
    assert bool(found.differences) == (claimed != there)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("All the climbers survived the storm", "None of the climbers survived it."),
        (
            "Holm and Kvist signed the letter",
            "Neither Holm nor Kvist signed the letter.",
        ),
        ("The mayor took bribes", "It is false that the mayor took bribes."),
        (
            "The firm will close the mine",
            "If talks fail, the firm will close the mine.",
        ),
        ("The firm closed the mine", "The firm would have closed the mine."),
        ("Many voters turned out on Sunday", "Few voters turned out on Sunday."),
    ],
)
def test_what_only_one_turns_is_not_stated(claim: str, text: str) -> None:
    assert find_claim(claim, [text]).state is Claimed.UNCLEAR
    assert find_claim(text, [text]).state is Claimed.STATED


@pytest.mark.parametrize(
    ("claim", "text", "words"),
    [
        ("More than 100 people marched", "Fewer than 100 people marched.", "100"),
        ("At least 50 people marched", "Up to 50 people marched.", "50"),
        (
            "The deal is worth $1.5 billion",
            "The deal is worth 1.5 billion euros.",
            "1.5",
        ),
    ],
)
def test_bounds_and_currencies_are_values(claim: str, text: str, words: str) -> None:
    kind, other = difference(claim, text)
    assert kind is Differs.VALUE
    assert other.startswith(words)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        ("Moss won the election", "Moss defeated her only rival in the election."),
        ("Moss won the election", "Moss soundly defeated Rye in the election."),
        ("Moss was re-elected as mayor", "Mayor Moss defeated challenger Ada Rye."),
        ("Moss won the vote", "Moss defeats Rye in the vote."),
    ],
)
def test_who_defeats_another_wins(claim: str, text: str) -> None:
    assert told(find_claim(claim, [text])) == []


def test_who_is_defeated_does_not_win() -> None:
    text = "Moss was soundly defeated in the election."
    claim = "Moss won the election"
    assert difference(claim, text) == (Differs.OPPOSITE, "defeated")


def test_a_bill_that_is_defeated_is_not_passed() -> None:
    text = "The senate defeated the bill on herring."
    claim = "The senate passed the bill on herring"
    assert difference(claim, text) == (Differs.OPPOSITE, "defeated")
