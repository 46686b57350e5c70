"""One ledger for a whole story: which articles tell which fact."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

from newsdiff.comparing import compare
from newsdiff.model import Absence, Fact, Kind, Pair, Span, Status
from newsdiff.reading import read_text
from newsdiff.story.ledger import Presence, StoryFact, list_story_facts
from newsdiff.story.shares import Summary

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


def presences(found: Sequence[StoryFact]) -> list[str]:
    signs = {
        Presence.TOLD: "x",
        Presence.DIFFERENT: "!",
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
    assert presences(list_story_facts(3, ledgers)) == ["xx."]


def test_what_overlaps_in_one_article_is_one_fact() -> None:
    ledgers = {
        (0, 1): [fact(BOTH, ONE, FAR)],
        (0, 2): [fact(BOTH, TWO, ONE)],
        (1, 2): [fact(ONLY_A, FAR, None, NOT_FOUND), fact(ONLY_B, None, ONE, NOWHERE)],
    }
    (found,) = list_story_facts(3, ledgers)
    assert presences((found,)) == ["xxx"]
    assert found.cells[0].span == ONE


def test_kinds_are_kept_apart_and_claims_left_out() -> None:
    ledgers = {
        (0, 1): [
            fact(BOTH, ONE, ONE),
            fact(BOTH, ONE, FAR, kind=Kind.DATE),
            fact(ONLY_A, ONE, None, NOT_FOUND, Kind.CLAIM),
        ]
    }
    found = list_story_facts(2, ledgers)
    assert [f.kind for f in found] == [Kind.PLACE, Kind.DATE]


def test_absence_is_that_of_the_words_of_the_first_article_that_tells_it() -> None:
    ledgers: dict[tuple[int, int], list[Fact]] = {
        (0, 1): [fact(BOTH, ONE, ONE)],
        (0, 2): [fact(ONLY_A, ONE, None, NOWHERE)],
        (1, 2): [fact(ONLY_A, ONE, None, NOT_FOUND)],
    }
    assert presences(list_story_facts(3, ledgers)) == ["xx."]
    ledgers[0, 2], ledgers[1, 2] = ledgers[1, 2], ledgers[0, 2]
    assert presences(list_story_facts(3, ledgers)) == ["xx?"]
    # A quotation that is only paraphrased is no fact of that pair at all.
    ledgers[0, 2] = []
    assert presences(list_story_facts(3, ledgers)) == ["xx?"]


def test_another_value_is_one_that_fewer_have() -> None:
    ledgers: dict[tuple[int, int], list[Fact]] = {
        (0, 1): [fact(CONFLICT, ONE, ONE)],
        (0, 2): [fact(CONFLICT, ONE, ONE)],
        (1, 2): [fact(BOTH, ONE, ONE)],
    }
    assert presences(list_story_facts(3, ledgers)) == ["!xx"]
    ledgers[1, 2] = [fact(CONFLICT, ONE, ONE)]
    assert presences(list_story_facts(3, ledgers)) == ["x!!"]
    ledgers[0, 1] = [fact(BOTH, ONE, ONE)]
    assert presences(list_story_facts(3, ledgers)) == ["xx!"]


def test_what_has_not_been_compared_is_open() -> None:
    ledgers = {(0, 1): [fact(CONFLICT, ONE, ONE)]}
    assert presences(list_story_facts(3, ledgers)) == ["x!_"]
    ledgers[0, 2] = [fact(ONLY_A, ONE, None, NOWHERE)]
    assert presences(list_story_facts(3, ledgers)) == ["x!_"]
    ledgers[1, 2] = [fact(ONLY_A, ONE, None, NOWHERE)]
    assert presences(list_story_facts(3, ledgers)) == ["x!."]


def test_most_told_first_then_in_reading_order() -> None:
    late, early = Span(90, 95), Span(10, 15)
    ledgers = {
        (0, 1): [
            fact(ONLY_A, late, None, NOWHERE),
            fact(BOTH, FAR, FAR),
            fact(ONLY_B, None, early, NOWHERE),
            fact(ONLY_A, early, None, NOWHERE),
        ]
    }
    found = list_story_facts(2, ledgers)
    assert presences(found) == ["xx", "x.", "x.", ".x"]
    assert [f.cells[0].span for f in found] == [FAR, early, late, None]


def test_nothing_has_no_ledger() -> None:
    assert list_story_facts(0, {}) == ()
    assert list_story_facts(3, {}) == ()


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


def test_a_story_read_by_the_engine() -> None:
    ledgers = {
        (a, b): compare(STORY[a], STORY[b]).facts for a, b in combinations(range(3), 2)
    }
    found = {f.value: presences((f,))[0] for f in list_story_facts(3, ledgers)}
    assert found["Anna Berg"] == "xx."
    assert found["3 May 2024"] == "xxx"
    assert found["Pier 33"] == "x.x"
    assert found["Oslo"] == "..x"


def test_the_ledger_is_the_same_in_whatever_order_the_articles_come() -> None:
    known = {
        (a, b): Summary.of(compare(STORY[a], STORY[b]))
        for a, b in combinations(range(3), 2)
    }
    first = None
    for order in permutations(range(3)):
        ledgers = {}
        for a, b in combinations(range(3), 2):
            one, other = order[a], order[b]
            found = known.get((one, other)) or known[other, one].swapped
            ledgers[a, b] = found.facts
        facts = {
            (f.kind, *(f.cells[order.index(i)].span for i in range(3)))
            for f in list_story_facts(3, ledgers)
        }
        first = first or facts
        assert facts == first
