"""What articles tell differently: who agrees with whom, and how surely."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.comparing.grounds import PERHAPS
from newsdiff.model import Fact, Kind, Pair, Span, Status
from newsdiff.story.account import Section, give_account
from newsdiff.story.account.disputes import find_disputes
from newsdiff.story.account.told import PairTold
from newsdiff.story.shares import Summary, WeighedFact
from newsdiff.wording.statements import statement_line
from tests.story.invented import articles, told_of

PERHAPS_ANOTHER = f"Another number{PERHAPS}."


def _with_doubt(summary: Summary) -> Summary:
    """The same with every number in conflict perhaps of something else."""

    def of(one: WeighedFact) -> WeighedFact:
        fact = one.fact
        if fact.status is Status.CONFLICT and fact.kind is Kind.NUMBER:
            return replace(one, fact=replace(fact, note=PERHAPS_ANOTHER))
        return one

    return replace(summary, facts=tuple(map(of, summary.facts)))


def test_what_is_perhaps_of_something_else_comes_last_and_says_so() -> None:
    story = articles()
    told = {pair: _with_doubt(one) for pair, one in told_of(story).items()}
    account = give_account(story, told)
    *_, (number, dispute) = account.of(Section.DISPUTED)
    assert dispute.kind is Kind.NUMBER
    said = statement_line(account, number, dispute).text
    assert said.startswith("Perhaps they give different numbers. Post")
    assert all(number not in one.sees for one in account.statements)


WON = "Moss won by 134 to 63 votes in Tarnholm on Monday."
STORY = articles(
    WON,
    "More than 60 members voted against Moss in Tarnholm on Monday.",
    f"Moss lost 43 votes in the spring. {WON}",
)


def _told(a: int, words: str, b: int, other: str, note: str | None) -> PairTold:
    """Two articles of which one thing is known: in conflict where there is a note."""

    def places(n: int, value: str) -> tuple[Span, ...]:
        start = STORY[n].text.index(value)
        return (Span(start, start + len(value)),)

    fact = Fact(
        kind=Kind.NUMBER,
        status=Status.CONFLICT if note else Status.BOTH,
        absence=None,
        value=Pair(words, other),
        resolved=Pair(None, None),
        spans=Pair(places(a, words), places(b, other)),
        note=note,
    )
    return PairTold((fact,), frozenset(), ())


def _disputed(first: str, second: str) -> list[list[list[int]]]:
    told = {
        (0, 1): _told(0, "134", 1, "60", first),
        (0, 2): _told(0, "134", 2, "134", None),
        (1, 2): _told(1, "60", 2, "43", second),
    }
    return [
        [[article for article, _ in group] for group in one.versions]
        for one in find_disputes(STORY, told)
    ]


def test_two_agree_only_where_both_tell_what_is_quoted() -> None:
    assert _disputed("Another number.", "Another number.") == [[[0], [1], [2]]]


def test_what_surely_differs_is_not_told_with_what_perhaps_does() -> None:
    assert _disputed("Another number.", PERHAPS_ANOTHER) == [
        [[0, 2], [1]],
        [[1], [2]],
    ]


def test_what_perhaps_differs_is_not_told_again_where_it_surely_does() -> None:
    told = {
        (0, 1): _told(0, "134", 1, "60", "Another number."),
        (0, 2): _told(0, "134", 2, "134", None),
        (1, 2): _told(1, "60", 2, "134", PERHAPS_ANOTHER),
    }
    (one,) = find_disputes(STORY, told)
    assert not one.is_unsure
