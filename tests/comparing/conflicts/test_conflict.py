"""One thing that two articles tell with two values."""

from __future__ import annotations

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.model import Kind, Pair, Side, Span, Status

Place = tuple[int, int]


def differing(
    a: str = "12 boats",
    b: str = "14 boats",
    at: tuple[list[Place], list[Place]] = ([(0, 8)], [(5, 13)]),
    kind: Kind = Kind.NUMBER,
) -> Conflict:
    spans = Pair(*(tuple(Span(*place) for place in side) for side in at))
    return Conflict(
        kind=kind,
        value=Pair(a, b),
        spans=spans,
        note="another number",
        resolved=Pair(12.0, 14.0),
        mentions=spans.map(frozenset),
    )


def test_it_becomes_a_fact_with_a_sentence_for_a_note() -> None:
    fact = differing().fact
    assert (fact.kind, fact.status, fact.absence) == (
        Kind.NUMBER,
        Status.CONFLICT,
        None,
    )
    assert fact.value == Pair("12 boats", "14 boats")
    assert fact.resolved == Pair(12.0, 14.0)
    assert fact.spans == Pair((Span(0, 8),), (Span(5, 13),))
    assert fact.note == "Another number."


def test_it_can_be_told_the_other_way_round() -> None:
    one = differing()
    assert one.swapped == Conflict(
        kind=Kind.NUMBER,
        value=Pair("14 boats", "12 boats"),
        spans=one.spans.swapped,
        note="another number",
        resolved=Pair(14.0, 12.0),
        mentions=one.mentions.swapped,
    )
    assert one.swapped.swapped == one


def test_places_overlap_where_they_share_a_character() -> None:
    one = differing(at=([(0, 8), (20, 28)], [(5, 13)]))
    for start, end, overlaps in ((7, 9, True), (8, 20, False), (27, 40, True)):
        other = differing(at=([(start, end)], [(100, 110)]))
        assert one.overlaps(other, Side.A) is overlaps
        assert other.overlaps(one, Side.A) is overlaps
        assert not one.overlaps(other, Side.B)


def test_it_is_repeated_by_the_same_values_at_places_that_overlap() -> None:
    one = differing()
    assert one.repeats(differing(at=([(7, 15)], [(100, 108)])))
    assert one.repeats(differing(at=([(100, 108)], [(7, 15)])))
    assert one.repeats(differing("about 12 BOATS", "14"))
    assert differing("about 12 BOATS", "14").repeats(one)


def test_it_is_not_repeated_elsewhere_by_another_kind_or_with_another_value() -> None:
    one = differing()
    assert not one.repeats(differing(at=([(100, 108)], [(100, 108)])))
    assert not one.repeats(differing(kind=Kind.QUOTE))
    assert not one.repeats(differing(b="15 boats"))
    assert not one.repeats(differing(a="13 boats"))


def test_two_that_are_joined_have_the_places_of_both_in_order() -> None:
    one = differing(at=([(20, 28)], [(5, 13)]))
    joined = one.joined(differing("12", "14", ([(0, 2), (20, 28)], [(1, 3)])))
    assert joined.spans == Pair((Span(0, 2), Span(20, 28)), (Span(1, 3), Span(5, 13)))
    assert joined.mentions == joined.spans.map(frozenset)
    assert (joined.value, joined.note) == (one.value, one.note)
