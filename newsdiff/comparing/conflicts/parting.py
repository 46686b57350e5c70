"""What shows that two values are told of different things.

"Three died" and "five were hurt", "41 percent in 2018" and "52 percent in 2022", a
driver of 46 and a passenger of 19: both values are right.
"""

from __future__ import annotations

import re
from typing import Final

from newsdiff.comparing.conflicts.slots import Slot
from newsdiff.english.events import (
    actor_of,
    any_exclude,
    are_distinct,
    counts_people,
    events_of,
)
from newsdiff.mentions.contrasts import dates_differ, sort_of
from newsdiff.mentions.values.nouns import singular_of
from newsdiff.model import SIDES, Kind, Pair

_LONG: Final = re.compile(
    r"(?:(?:early|late|mid) )?(?:\d{4}|-)?(?:-\d{2})?|\d{3}X|\d{4}-2\d"
)
"""The key of a month, a year or longer."""
_WHOLES: Final = frozenset("the its their his her those these them whom which".split())
_COPULAS: Final = ("were", "are", "was")
_BY: Final = ("by", "of")
_OTHERS: Final = (
    (Kind.PERSON,),
    (Kind.PLACE,),
    (Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION),
)


def are_apart(slots: Pair[Slot]) -> bool:
    """Whether two values are told of different things."""
    return (
        _happen_otherwise(slots)
        or _count_otherwise(slots)
        or _are_part_and_whole(slots)
        or _are_of_other_moments(slots)
        or _are_of_other_days(slots)
        or have_other_names(slots)
        or _are_told_apart(slots)
        or _are_in_brackets_of_others(slots)
    )


def _happen_otherwise(slots: Pair[Slot]) -> bool:
    """Whether something else happened to what they stand for."""
    one, other = slots.map(lambda slot: slot.around.event)
    if one & other or any(
        slots[s].around.event & slots[s.other].scene.reading.happened for s in SIDES
    ):
        return False
    return are_distinct(one, other)


def _count_otherwise(slots: Pair[Slot]) -> bool:
    """Whether they count different things: "300 pupils", "22 teachers"."""
    if any(sort_of(slot.mention) != "count" for slot in slots):
        return False
    one, other = slots.map(lambda slot: slot.mention.unit)
    if one == other:
        return False
    if _is_whole(slots.a) != _is_whole(slots.b):
        return True
    if one is None or other is None or counts_both_people(slots):
        return False
    return not any(_is_told(slots[s], slots[s.other]) for s in SIDES)


def _is_whole(slot: Slot) -> bool:
    """Whether it can count things, and not only measure them: 9, not 9.1."""
    number = slot.mention.resolved
    return not isinstance(number, float) or number.is_integer()


def _are_part_and_whole(slots: Pair[Slot]) -> bool:
    """Whether just one counts a part: "three of the guests", "four were children"."""
    return _is_part(slots.a) != _is_part(slots.b)


def _is_part(slot: Slot) -> bool:
    if slot.mention.kind is not Kind.NUMBER:
        return False
    following = slot.around.word(1), slot.around.word(2)
    if following[0] == "of":
        return following[1] in _WHOLES
    noun = singular_of(following[1])
    named = counts_people(noun) and not events_of(noun)
    return following[0] in _COPULAS and named


def _are_of_other_moments(slots: Pair[Slot]) -> bool:
    """Whether it merely was so when this happened, or that: "17 when he came"."""
    if not all(slot.around.is_state and slot.is_timed for slot in slots):
        return False
    happened = slots.map(lambda slot: slot.scene.reading.happened)
    return bool(happened.a and happened.b) and not happened.a & happened.b


def counts_both_people(slots: Pair[Slot]) -> bool:
    """Whether both count people, one of them without saying of what sort."""
    nouns = [slot.mention.unit or "" for slot in slots]
    actors = [actor_of(noun) for noun in nouns]
    if all(actors) and actors[0] != actors[1]:
        return False
    return all(map(counts_people, nouns))


def _is_told(slot: Slot, other: Slot) -> bool:
    noun = (slot.mention.unit or "")[:4]
    return any(root.startswith(noun) for root in other.around.told)


def _are_of_other_days(slots: Pair[Slot]) -> bool:
    """Whether both are told of another time: "41 percent in 2018", "52 in 2022"."""
    if slots.a.mention.kind is Kind.DATE:
        return _is_told_at(slots, slots) and _have_other_numbers(slots)
    return any(
        _is_told_at(Pair(one, other), slots)
        for one in slots.a.dated
        for other in slots.b.dated
        if not slots.a.days & slots.b.days
    ) or _are_of_other_times(slots)


def _is_told_at(dates: Pair[Slot], slots: Pair[Slot]) -> bool:
    """Whether two dates say of what time something is told, not when it happened."""
    one, other = dates.map(lambda slot: slot.mention)
    if not dates_differ(one, other):
        return False
    if all(slot.around.word(-1) in _BY for slot in dates):
        return True
    if all(_LONG.fullmatch(slot.mention.key) for slot in dates):
        return True
    return all(slot.around.is_state for slot in slots)


def have_other_values(slots: Pair[Slot]) -> bool:
    """Whether both clauses have numbers or dates of a sort and share none of them."""
    values = slots.map(lambda slot: slot.values)
    for sort in sorted({sort_of(m) for m in values.a} & {sort_of(m) for m in values.b}):
        keys = values.map(lambda own: {m.key for m in own if sort_of(m) == sort})  # noqa: B023
        if not keys.a & keys.b:
            return True
    return False


def _have_other_numbers(slots: Pair[Slot]) -> bool:
    numbers = slots.map(lambda slot: slot.numbers)
    return any(
        sort_of(one) == sort_of(other)
        and one.unit == other.unit
        and one.key != other.key
        for one in numbers.a
        for other in numbers.b
    )


def _are_of_other_times(slots: Pair[Slot]) -> bool:
    """The same by words: "last season", "this season"; "in 2020", "now"."""
    times = slots.map(lambda slot: slot.around.times)
    if times.a and times.b:
        return not times.a & times.b
    return any(
        "now" in times[s] and any(_LONG.fullmatch(d) for d in slots[s.other].days)
        for s in SIDES
    )


def have_other_names(slots: Pair[Slot]) -> bool:
    """Whether both clauses tell of others: "in Calva", "in Velm"."""
    for kinds in _OTHERS:
        names = slots.map(lambda slot: slot.names(kinds))  # noqa: B023 - called here
        if names.a and names.b and not names.a & names.b:
            others = slots.map(lambda slot: slot.scene.names)
            if not (names.a & others.b or names.b & others.a):
                return True
    return False


def _are_told_apart(slots: Pair[Slot]) -> bool:
    """Whether both have words that exclude each other: "the first", "the second"."""
    words = slots.map(lambda slot: slot.around.words)
    alone = Pair.each(lambda s: words[s] - words[s.other])
    if any_exclude(*alone):
        return True
    bodies = alone.map(lambda own: set(filter(None, map(actor_of, own))))
    return any(one != other for one in bodies.a for other in bodies.b)


def _are_in_brackets_of_others(slots: Pair[Slot]) -> bool:
    """Whether brackets give them to two names: "Lane (52-3, 46 KOs)", "Cole (36)"."""
    one, other = slots.map(lambda slot: slot.bracketed_by)
    return one is not None and other is not None and one != other
