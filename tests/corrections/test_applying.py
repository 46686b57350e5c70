"""What a person says, put on top of what newsdiff found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newsdiff.comparing import Mark, compare, rows_of
from newsdiff.corrections import (
    AGREE,
    About,
    Place,
    Saying,
    What,
    fact_place,
    joint_place,
    link_place,
    sentence_place,
)
from newsdiff.corrections.applying import corrected
from newsdiff.corrections.boilerplate import is_put_back, with_lines_compared
from newsdiff.model import (
    Absence,
    Comparison,
    Fact,
    Kind,
    Link,
    Nearest,
    Pair,
    Role,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.reading import read_text
from newsdiff.said import Origin, Said

Told = Callable[..., Comparison]


def linked(comparison: Comparison, a: int, b: int, *, holds: bool = True) -> Saying:
    place = link_place(comparison.articles, Pair(a, b))
    return Saying(what=What.LINKED, place=place, holds=holds)


def of_kind(comparison: Comparison, kind: Kind, side: Side) -> Fact:
    wanted = (side.only, Status.CONFLICT)
    return next(f for f in comparison.facts if f.kind is kind and f.status in wanted)


def by_hand(comparison: Comparison) -> list[Fact]:
    return [fact for fact in comparison.facts if fact.origin is Origin.PERSON]


def test_without_sayings_it_is_what_was_found(bridge: Comparison) -> None:
    assert corrected(bridge, ()) is bridge
    made = corrected(bridge, [linked(bridge, 4, 12)])
    assert made.found is bridge
    assert corrected(made, ()) is bridge


def test_a_pair_comes_first_and_stands_in_a_row(bridge: Comparison) -> None:
    made = corrected(bridge, [linked(bridge, 4, 12)])
    first, *rest = made.links
    assert (first.a, first.b) == (4, 12)
    assert (first.state, first.score) == (State.MATCHED, 1.0)
    assert first.origin is Origin.PERSON
    assert tuple(rest) == bridge.links
    assert any(row.sentences == Pair((4,), (12,)) for row in rows_of(made))


def test_a_pair_is_not_untold_any_more(bridge: Comparison) -> None:
    assert any(f.value.a and f.value.a.startswith("Drivers") for f in bridge.facts)
    made = corrected(bridge, [linked(bridge, 4, 12)])
    gone = [f for f in bridge.facts if f not in made.facts]
    assert [f.kind for f in gone] == [Kind.CLAIM]
    assert [f for f in made.facts if f not in bridge.facts] == []


def test_the_note_of_two_values_says_what_a_person_made_of_their_sentences() -> None:
    texts = (
        f"It rained. The quake of magnitude {n} struck near Lund on Monday."
        for n in ("6.1", "5.9")
    )
    a, b = (
        read_text(text, source=name) for text, name in zip(texts, "ab", strict=True)
    )
    for found in (compare(a, b), compare(b, a)):
        (fact,) = (f for f in found.facts if f.status is Status.CONFLICT)
        assert fact.note == "Another number."
        parted = linked(found, 1, 1, holds=False)
        (doubted,) = (
            f for f in corrected(found, [parted]).facts if f.kind == fact.kind
        )
        assert doubted.note == "Another number, perhaps of something else."
        unsure = replace(found, links=(), facts=(doubted,))
        assert corrected(unsure, [linked(found, 0, 0)]).facts == (doubted,)
        (sure,) = corrected(unsure, [linked(found, 1, 1)]).facts
        assert sure.note == fact.note


def test_what_was_related_becomes_a_pair(bridge: Comparison) -> None:
    made = corrected(bridge, [linked(bridge, 5, 7)])
    assert len(made.links) == len(bridge.links)
    assert made.links[0].state is State.MATCHED
    assert made.links[0].origin is Origin.PERSON


def test_what_was_parted_is_told_by_neither(bridge: Comparison) -> None:
    made = corrected(bridge, [linked(bridge, 7, 4, holds=False)])
    assert [link.sentences for link in made.parted] == [Pair(7, 4)]
    assert made.nearest.a[7] == Nearest(4, 0.7)
    assert made.nearest.b[4] is None  # another link is left
    (claim,) = by_hand(made)
    assert (claim.kind, claim.status) == (Kind.CLAIM, Status.ONLY_A)
    assert claim.absence is Absence.MEANING
    row = next(r for r in rows_of(made) if 7 in r.sentences.a)
    assert row.mark is Mark.ONLY_A


def test_a_pair_may_cross_and_is_moved_then(bridge: Comparison) -> None:
    made = corrected(bridge, [linked(bridge, 8, 5)])
    assert made.links[0].moved
    straight = corrected(bridge, [linked(bridge, 4, 7)])
    assert not straight.links[0].moved


def test_the_last_word_counts(bridge: Comparison) -> None:
    said = [
        linked(bridge, 4, 12),
        linked(bridge, 4, 12, holds=False),
        linked(bridge, 3, 6, holds=False),
        linked(bridge, 3, 6),
    ]
    made = corrected(bridge, said)
    pairs = {link.sentences: link for link in made.links}
    assert Pair(4, 12) not in pairs
    assert pairs[Pair(3, 6)].origin is Origin.PERSON
    assert made.parted == ()


def test_boilerplate_takes_no_part_in_a_pair(bridge: Comparison) -> None:
    made = corrected(bridge, [linked(bridge, 0, 12), linked(bridge, 4, 3)])
    assert made.links == bridge.links


def test_a_place_that_the_texts_do_not_have_is_passed_over(bridge: Comparison) -> None:
    beyond = (Span(10**6, 10**6 + 5),)
    place = Place(about=About.LINK, spans=Pair(beyond, beyond))
    said = [Saying(what=what, place=place, words="x") for what in What]
    fact = Place(about=About.FACT, spans=Pair(beyond, ()), kind=Kind.PLACE)
    said += [Saying(what=what, place=fact, words="x") for what in What]
    made = corrected(bridge, said)
    assert made.links == bridge.links
    assert set(map(repr, made.facts)) == set(map(repr, bridge.facts))


# Facts


def test_a_conflict_becomes_two_facts(bridge: Comparison) -> None:
    conflict = next(f for f in bridge.facts if f.status is Status.CONFLICT)
    said = Saying(what=What.SAME_FACT, place=fact_place(conflict), holds=False)
    one, other = by_hand(corrected(bridge, [said]))
    assert (one.status, one.value) == (Status.ONLY_A, Pair("4,000", None))
    assert (other.status, other.value) == (Status.ONLY_B, Pair(None, "6,000"))
    assert one.absence is other.absence is Absence.STRING


def test_what_stands_in_the_other_text_is_not_said_to_be_nowhere(
    bridge: Comparison,
) -> None:
    conflict = next(f for f in bridge.facts if f.status is Status.CONFLICT)
    b = bridge.articles.b
    noon = Span(b.text.index("noon"), b.text.index("noon") + 4)
    spans = Pair(conflict.spans.a, (noon,))
    changed = replace(conflict, spans=spans, value=Pair("4,000", "noon"))
    found = replace(bridge, facts=(changed,))
    said = Saying(what=What.SAME_FACT, place=fact_place(changed), holds=False)
    one, other = by_hand(corrected(found, [said]))
    assert (one.absence, other.absence) == (Absence.STRING, Absence.MEANING)


def test_a_conflict_is_none_where_both_agree(bridge: Comparison) -> None:
    conflict = next(f for f in bridge.facts if f.status is Status.CONFLICT)
    said = Saying(what=What.SAME_FACT, place=fact_place(conflict), words=AGREE)
    (both,) = by_hand(corrected(bridge, [said]))
    assert (both.status, both.value) == (Status.BOTH, conflict.value)


def test_two_facts_become_one(bridge: Comparison) -> None:
    place = joint_place(
        of_kind(bridge, Kind.PLACE, Side.A), of_kind(bridge, Kind.PLACE, Side.B)
    )
    made = corrected(bridge, [Saying(what=What.SAME_FACT, place=place)])
    (both,) = by_hand(made)
    assert (both.status, both.absence) == (Status.BOTH, None)
    assert both.value == Pair("Pier 33", "Norway")
    assert len(made.facts) == len(bridge.facts) - 1


def test_two_numbers_that_differ_are_a_conflict(bridge: Comparison) -> None:
    whole = next(f for f in bridge.facts if f.status is Status.CONFLICT)
    one, other = (
        replace(
            whole,
            status=side.only,
            value=Pair.on(side, whole.value[side], None),
            resolved=Pair.on(side, float(n), None),
            spans=Pair.on(side, whole.spans[side], ()),
        )
        for side, n in ((Side.A, 4000), (Side.B, 6000))
    )
    found = replace(bridge, facts=(one, other))
    place = joint_place(one, other)
    said = Saying(what=What.SAME_FACT, place=place)
    (fact,) = by_hand(corrected(found, [said]))
    assert fact.status is Status.CONFLICT
    (fact,) = by_hand(corrected(found, [said, replace(said, words=AGREE)]))
    assert fact.status is Status.BOTH


# Checks and notes


def test_checks_and_notes_stand_where_they_belong(bridge: Comparison) -> None:
    link = link_place(bridge.articles, Pair(3, 6))
    fact = fact_place(of_kind(bridge, Kind.PLACE, Side.B))
    line = sentence_place(bridge.articles.a, Side.A, 8)
    said = [
        Saying(what=What.CHECKED, place=link),
        Saying(what=What.NOTED, place=link, words="right"),
        Saying(what=What.CHECKED, place=fact),
        Saying(what=What.NOTED, place=line, words="who?"),
    ]
    made = corrected(bridge, said)
    at = next(k for k in made.links if k.sentences == Pair(3, 6))
    assert at.said == Said(checked=True, note="right")
    assert at.origin is Origin.ENGINE
    assert of_kind(made, Kind.PLACE, Side.B).said == Said(checked=True)
    assert made.said == Pair({8: Said(note="who?")}, {})


def test_no_note_is_lost_with_its_link(bridge: Comparison) -> None:
    place = link_place(bridge.articles, Pair(3, 6))
    said = [
        Saying(what=What.NOTED, place=place, words="right"),
        linked(bridge, 3, 6, holds=False),
    ]
    made = corrected(bridge, said)
    note = Said(note="right")
    assert made.said == Pair({3: note}, {6: note})


# Boilerplate


def test_a_line_is_put_back_and_keeps_the_name_of_its_rule(bridge: Comparison) -> None:
    article = bridge.articles.a
    said = Saying(what=What.COMPARED, place=sentence_place(article, Side.A, 11))
    made = with_lines_compared(article, [said])
    assert made.sentences[11].role is Role.BODY
    assert made.sentences[11].rule == "by-hand"
    assert [i for i, s in enumerate(made.sentences) if is_put_back(s)] == [11]
    assert with_lines_compared(made, [replace(said, holds=False)]) == article
    assert with_lines_compared(article, ()) is article


def test_a_sentence_of_the_story_stays_one(bridge: Comparison) -> None:
    article = bridge.articles.a
    said = Saying(what=What.COMPARED, place=sentence_place(article, Side.A, 2))
    assert with_lines_compared(article, [said]) == article


def test_link_has_a_default_origin() -> None:
    link = Link(a=0, b=0, state=State.MATCHED, score=1.0)
    assert link.origin is Origin.ENGINE
    assert not link.said
