"""One ledger for a whole story: which articles tell which fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, permutations

from newsdiff.comparing import compare
from newsdiff.model import Absence, Fact, Kind, Pair, Span, Status
from newsdiff.reading import read_text
from newsdiff.story.ledger import (
    Articles,
    Part,
    Presence,
    StoryFact,
    list_story_facts,
    part_of,
)
from newsdiff.story.shares import Share, Summary, WeighedFact

BOTH, ONLY_A, ONLY_B, CONFLICT = (
    Status.BOTH,
    Status.ONLY_A,
    Status.ONLY_B,
    Status.CONFLICT,
)
NOWHERE, NOT_FOUND = Absence.STRING, Absence.MEANING
ONE, TWO, FAR = Span(0, 5), Span(2, 9), Span(40, 44)


def fact(
    status: Status,
    a: Span | None,
    b: Span | None,
    absence: Absence | None = None,
    kind: Kind = Kind.PLACE,
) -> Fact:
    spans = Pair((a,) if a else (), (b,) if b else ())
    return Fact(
        kind=kind,
        status=status,
        absence=absence,
        value=spans.map(lambda s: "Oslo"[: s[0].end] if s else None),
        resolved=Pair(None, None),
        spans=spans,
    )


BLANK = [read_text("Nothing.", source=str(i)) for i in range(3)]


def listed(
    number: int, ledgers: Mapping[tuple[int, int], Sequence[Fact]]
) -> tuple[StoryFact, ...]:
    """The facts of a story of which nothing but the ledgers of its pairs is known."""
    share = Share(0, 0, 0.0)
    summaries = {
        pair: Summary(
            shares=Pair(share, share),
            facts=tuple(WeighedFact(one, (0, 0, 0.0, ()), False) for one in facts),
            tellings=Pair((), ()),
        )
        for pair, facts in ledgers.items()
    }
    return list_story_facts(BLANK[:number], summaries)


def presences(found: Sequence[StoryFact]) -> list[str]:
    signs = {
        Presence.TOLD: "x",
        Presence.PART: "~",
        Presence.DIFFERENT: "!",
        Presence.SPEAKER: "s",
        Presence.AGENCY: "a",
        Presence.NOT_FOUND: "?",
        Presence.NOWHERE: ".",
        Presence.OPEN: "_",
    }
    return ["".join(signs[c.presence] for c in f.cells) for f in found]


def test_what_two_have_in_common_is_one_fact() -> None:
    ledgers = {
        (0, 1): [fact(BOTH, ONE, FAR)],
        (0, 2): [fact(ONLY_A, ONE, None, NOWHERE)],
        (1, 2): [fact(ONLY_A, FAR, None, NOWHERE)],
    }
    assert presences(listed(3, ledgers)) == ["xx."]


def test_what_overlaps_in_one_article_is_one_fact() -> None:
    ledgers = {
        (0, 1): [fact(BOTH, ONE, FAR)],
        (0, 2): [fact(BOTH, TWO, ONE)],
        (1, 2): [fact(ONLY_A, FAR, None, NOT_FOUND), fact(ONLY_B, None, ONE, NOWHERE)],
    }
    (found,) = listed(3, ledgers)
    assert presences((found,)) == ["xxx"]
    assert found.cells[0].span == ONE


def test_kinds_are_kept_apart() -> None:
    ledgers = {
        (0, 1): [fact(BOTH, ONE, ONE), fact(BOTH, ONE, FAR, kind=Kind.DATE)],
    }
    assert {f.kind for f in listed(2, ledgers)} == {Kind.PLACE, Kind.DATE}


def test_nowhere_is_said_where_it_holds_of_every_wording() -> None:
    ledgers: dict[tuple[int, int], list[Fact]] = {
        (0, 1): [fact(BOTH, ONE, ONE)],
        (0, 2): [fact(ONLY_A, ONE, None, NOWHERE)],
        (1, 2): [fact(ONLY_A, ONE, None, NOWHERE)],
    }
    assert presences(listed(3, ledgers)) == ["xx."]
    for pair in ((0, 2), (1, 2)):
        weaker = ledgers | {pair: [fact(ONLY_A, ONE, None, NOT_FOUND)]}
        assert presences(listed(3, weaker)) == ["xx?"]
    # Nothing is known of a pair whose ledger does not have it.
    assert presences(listed(3, ledgers | {(0, 2): []})) == ["xx?"]


def test_another_value_is_one_that_fewer_have() -> None:
    ledgers: dict[tuple[int, int], list[Fact]] = {
        (0, 1): [fact(CONFLICT, ONE, ONE)],
        (0, 2): [fact(CONFLICT, ONE, ONE)],
        (1, 2): [fact(BOTH, ONE, ONE)],
    }
    (found,) = listed(3, ledgers)
    assert presences([found]) == ["!xx"]
    assert found.alike == (frozenset({0}), frozenset({1, 2}))
    ledgers[0, 1] = [fact(BOTH, ONE, ONE)]
    ledgers[1, 2] = [fact(CONFLICT, ONE, ONE)]
    assert presences(listed(3, ledgers)) == ["xx!"]


def test_where_no_value_is_told_by_most_all_tell_it_otherwise() -> None:
    ledgers: dict[tuple[int, int], list[Fact]] = {
        pair: [fact(CONFLICT, ONE, ONE)] for pair in combinations(range(3), 2)
    }
    assert presences(listed(3, ledgers)) == ["!!!"]
    assert presences(listed(2, {(0, 1): ledgers[0, 1]})) == ["!!"]


def test_what_has_not_been_compared_is_open() -> None:
    ledgers = {(0, 1): [fact(CONFLICT, ONE, ONE)]}
    assert presences(listed(3, ledgers)) == ["!!_"]
    ledgers[0, 2] = [fact(ONLY_A, ONE, None, NOWHERE)]
    assert presences(listed(3, ledgers)) == ["!!_"]
    ledgers[1, 2] = [fact(ONLY_A, ONE, None, NOWHERE)]
    assert presences(listed(3, ledgers)) == ["!!."]


def said(
    note: str, a: tuple[str, Span], b: tuple[str, Span], kind: Kind = Kind.ATTRIBUTION
) -> Fact:
    return Fact(
        kind=kind,
        status=CONFLICT,
        absence=None,
        value=Pair(a[0], b[0]),
        resolved=Pair(None, None),
        spans=Pair((a[1],), (b[1],)),
        note=note,
    )


def test_another_speaker_and_another_agency_are_told_apart() -> None:
    berg, anna, moe = ("Berg", ONE), ("Anna Berg", ONE), ("Paul Moe", ONE)
    ledgers = {
        (0, 2): [said("Another speaker.", berg, moe)],
        (1, 2): [said("Another speaker.", anna, moe)],
        (0, 1): [
            said("Carried by another agency or outlet.", ("TASS", FAR), ("AFP", FAR))
        ],
    }
    assert presences(listed(3, ledgers)) == ["xxs", "aa?"]


def test_what_is_told_more_or_less_surely_never_agrees() -> None:
    sure = said("Possible.", ("5 boats", ONE), ("5 boats", ONE), Kind.CERTAINTY)
    (found,) = listed(2, {(0, 1): [sure]})
    assert presences([found]) == ["!!"]
    assert len(found.alike) == 2


def test_what_is_in_dispute_comes_first_then_what_one_has_alone() -> None:
    late, early = Span(90, 95), Span(10, 15)
    ledgers = {
        (0, 1): [
            fact(ONLY_B, None, early, NOWHERE),
            fact(BOTH, FAR, FAR),
            fact(CONFLICT, late, late),
            fact(ONLY_A, early, None, NOWHERE),
        ]
    }
    found = listed(2, ledgers)
    assert presences(found) == ["!!", "x.", ".x", "xx"]
    parts = [Part.DISPUTED, Part.ALONE, Part.ALONE, Part.SHARED]
    assert [part_of(one) for one in found] == parts
    assert [one.only for one in found] == [None, 0, 1, None]


def test_nothing_has_no_ledger() -> None:
    assert listed(0, {}) == ()
    assert listed(3, {}) == ()


TEXTS = (
    """The Lune bridge closed

Anna Berg told reporters on 3 May 2024 that 12 cars were towed to Pier 33.
""",
    """Bridge shut

The engineer Anna Berg said on 3 May 2024 that 15 cars were towed.
""",
    """Bridge reopens

Paul Moe of the Coast Guard said on 3 May 2024 that ferries run from Pier 33 to Oslo.
""",
)
STORY = [
    read_text(text, source=f"{number}.txt", label=str(number))
    for number, text in enumerate(TEXTS)
]


def known(order: Sequence[int]) -> tuple[Articles, dict[tuple[int, int], Summary]]:
    """The story in some order, with what is known of its pairs."""
    summaries = {
        (a, b): Summary.of(compare(STORY[order[a]], STORY[order[b]]))
        for a, b in combinations(range(len(order)), 2)
    }
    return [STORY[i] for i in order], summaries


def test_a_story_read_by_the_engine() -> None:
    found = {f.value: presences((f,))[0] for f in list_story_facts(*known(range(3)))}
    assert found["Anna Berg"] == "xx."
    assert found["3 May 2024"] == "xxx"
    assert found["Pier 33"] == "x.x"
    assert found["Oslo"] == "..x"
    assert found["12 cars"] == "!!?"
    claim = "The engineer Anna Berg said on 3 May 2024 that 15 cars were towed."
    assert found[claim] == "!x~"


def test_the_ledger_is_the_same_in_whatever_order_the_articles_come() -> None:
    first = None
    for order in permutations(range(3)):
        facts = {
            (
                *(f.kind, f.value, f.weight, f.is_trivial, f.note, part_of(f)),
                *(f.cells[order.index(i)] for i in range(3)),
                frozenset(frozenset(order[i] for i in alike) for alike in f.alike),
            )
            for f in list_story_facts(*known(order))
        }
        first = first or facts
        assert facts == first
