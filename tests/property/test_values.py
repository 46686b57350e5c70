"""One value in any form has one key; another value has another; no text raises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff import compare
from newsdiff.english.words import tokens
from newsdiff.mentions import mentions_of
from newsdiff.mentions.values.numbers import find_numbers
from newsdiff.model import Fact, Kind, Span, Status
from newsdiff.reading import read_text

FEW = settings(max_examples=60, deadline=None, derandomize=True)
COUNTS = st.integers(2, 999_999)
CENTS = st.integers(1, 99_999)
DAYS = st.dates(date(1901, 1, 1), date(2099, 12, 31))
TIMES = st.times(time(0, 0), time(23, 59))
MONTHS = (
    "January February March April May June July August September October November "
    "December".split()
)
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen".split()
)
TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()


def number_keys(text: str) -> list[str]:
    """The keys of the numbers of a sentence."""
    return [m.key for m in find_numbers(text, tokens(text), 0, Span(0, len(text)))]


def date_keys(text: str) -> list[str]:
    """The keys of the dates and times of a text, and of numbers left over."""
    article = read_text(text, source="x")
    kinds = (Kind.DATE, Kind.NUMBER)
    return [m.key for m in mentions_of(article) if m.kind in kinds]


def spell(number: int) -> str:
    """A number in words."""
    if number < 20:
        return ONES[number]
    if number < 100:
        rest = f"-{ONES[number % 10]}" if number % 10 else ""
        return TENS[number // 10] + rest
    if number < 1000:
        rest = f" and {spell(number % 100)}" if number % 100 else ""
        return f"{ONES[number // 100]} hundred{rest}"
    below = number % 1000
    glue = " and " if 0 < below < 100 else " "
    return f"{spell(number // 1000)} thousand{glue + spell(below) if below else ''}"


def write_indian(number: int) -> str:
    """A number with Indian groups: 3,45,678."""
    head, tail = divmod(number, 1000)
    if not head:
        return str(number)
    groups: list[str] = []
    while head:
        head, part = divmod(head, 100)
        groups.insert(0, f"{part:02}" if head else str(part))
    return ",".join([*groups, f"{tail:03}"])


def write_count(number: int) -> list[str]:
    """A number in every form that news has."""
    grouped = f"{number:,}"
    blanks = [grouped.replace(",", b) for b in " \u00a0\u2009\u202f'’"]
    return [str(number), grouped, *blanks, write_indian(number), spell(number)]


@FEW
@given(COUNTS)
def test_a_count_has_one_key_in_every_form(number: int) -> None:
    forms = write_count(number)
    found = {tuple(number_keys(f"They saw {form} boats there.")) for form in forms}
    assert found == {(f"{number} boat",)}


@FEW
@given(COUNTS, COUNTS)
def test_another_count_has_another_key(one: int, other: int) -> None:
    pairs = zip(write_count(one), write_count(other), strict=True)
    for first, second in pairs:
        keys = [number_keys(f"They saw {form} boats.") for form in (first, second)]
        assert (keys[0] == keys[1]) == (one == other), (first, second)


@FEW
@given(CENTS)
def test_a_sum_has_one_key_in_every_form(cents: int) -> None:
    amount = f"{cents // 100}.{cents % 100:02}"
    forms = [f"${amount}", f"{amount} dollars", f"US${amount}", f"{cents} cents"]
    millions = [f"${amount}m", f"${amount} million", f"{amount} mln dlrs"]
    for written in (forms, millions):
        found = {tuple(number_keys(f"It cost {form} then.")) for form in written}
        assert len(found) == 1, found
        assert all(len(keys) == 1 and keys[0].endswith("$") for keys in found)


@FEW
@given(st.integers(1, 400))
def test_a_measure_has_one_key_in_every_unit_of_its_dimension(number: int) -> None:
    for forms in (
        (f"{number} km", f"{number * 1000} metres", f"{number},000m"),
        (f"{number} hours", f"{number * 60} minutes", f"{spell(number)} hours"),
        (f"{number} tonnes", f"{number * 1000} kg", f"{number}t"),
        (f"{number}%", f"{number} per cent", f"{spell(number)} percent"),
    ):
        found = {tuple(number_keys(f"It was {form} then.")) for form in forms}
        assert len(found) == 1, found
        assert all(len(keys) == 1 for keys in found), found


@FEW
@given(DAYS)
def test_a_day_has_one_key_in_every_form(day: date) -> None:
    month = MONTHS[day.month - 1]
    forms = [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{month[:3]}. {day.day}, {day.year}" if month != "May" else f"{day}",
        f"{day.day}-{month[:3]}-{day.year}",
    ]
    for form in forms:
        assert date_keys(f"It was dated {form} there.") == [day.isoformat()], form


@FEW
@given(TIMES)
def test_a_time_has_one_key_in_every_form(clock: time) -> None:
    half = "am" if clock.hour < 12 else "pm"
    hour = clock.hour % 12 or 12
    forms = [
        f"{clock.hour:02}:{clock.minute:02}",
        f"{hour}:{clock.minute:02}{half}",
        f"{hour}.{clock.minute:02}{half}",
        f"{hour}:{clock.minute:02} {half[0]}.m.",
        f"{hour}:{clock.minute:02} {half.upper()}",
    ]
    expected = f"time {clock.hour:02}:{clock.minute:02}"
    for form in forms:
        assert date_keys(f"It shut at {form} that day.") == [expected], form


PIECES = st.sampled_from(
    (
        "0 7 12 1,2 1,234 345 1'000 ½ 3/4 7-6 (5) 10-12 3-1 4:02.31 22:00 22.00 "
        "10pm $ £ Rs € % ° C m km t p k bn million lakh crore one two hundred "
        "and a half twenty- quarter third of in to from between - – / . , ; : ( "
        ") + ' \" ’ No . Q2 H1 FY May 5 '97 1990s century aged old year- th st "
        "nd noon past o'clock GMT 1800 MH minus rose by dozen point tenth 2019 "
        "2012/13 ft in 6' 2\" $(1.5) 10-Apr-15"
    ).split(" ")
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", "", "-"]))
def test_no_text_of_digits_units_and_signs_raises(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    end = 0
    for found in find_numbers(text, tokens(text), 0, Span(0, len(text))):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.key
        end = found.span.end
    date_keys(text)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text("0123456789.,'’/-:$£%()½ \u00a0\n°kmtp²٣①Ⅷ", max_size=24))
def test_no_text_of_figures_raises(text: str) -> None:
    list(find_numbers(text, tokens(text), 0, Span(0, len(text))))
    date_keys(text)


WHOLE = settings(max_examples=12, deadline=None, derandomize=True)
"""A comparison takes longer than a key."""
STATED = (Kind.NUMBER, Kind.DATE, Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION)


def facts_of(one: str, other: str) -> tuple[Fact, ...]:
    """The facts of two articles of one sentence."""
    return compare(read_text(one, source="a"), read_text(other, source="b")).facts


def assert_equal(frame: str, forms: Sequence[str]) -> None:
    """Each form in the sentence states what the next one does."""
    for pair in pairwise(forms):
        for fact in facts_of(*(frame.format(form) for form in pair)):
            assert fact.status is not Status.CONFLICT, pair
            assert fact.status is Status.BOTH or fact.kind not in STATED, pair


def assert_conflict(frame: str, one: str, other: str) -> None:
    """The two sentences differ in one value and in nothing else."""
    facts = facts_of(frame.format(one), frame.format(other))
    conflicts = [fact for fact in facts if fact.status is Status.CONFLICT]
    assert len(conflicts) == 1, (one, other, facts)


def write_day(day: date) -> list[str]:
    """A day with its year in every form that news has."""
    month = MONTHS[day.month - 1]
    return [
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month[:3]}. {day.day}, {day.year}" if month != "May" else f"{day}",
        day.isoformat(),
        f"{day.day}-{month[:3]}-{day.year}",
    ]


def write_time(clock: time) -> list[str]:
    """A time of day in every form that news has."""
    half, hour = "am" if clock.hour < 12 else "pm", clock.hour % 12 or 12
    minutes = f"{clock.minute:02}"
    return [
        f"{clock.hour:02}:{minutes}",
        f"{hour}.{minutes}{half}",
        f"{hour}:{minutes} {half[0]}.m.",
    ]


GIVEN = st.sampled_from("Anna Clara Emma Laura Maria Nina Paula Rosa".split())
SURNAMES = st.sampled_from("Dvořák Grünholt Ibáñez Ostergård Peña Sørvik".split())


def write_name(given: str, surname: str) -> list[str]:
    """A person's name in every form that news has."""
    plain = surname.translate(str.maketrans("řáüñåøé", "raunaoe"))
    return [
        f"{given} {surname}",
        f"Dr {given} {surname}",
        f"Dr. {given} {plain}",
        f"{given} B. {plain}",
        f"Ms {given} {plain}",
    ]


COUNTED = "The harbour at Odenham has berths for {} boats, its owners said."
DATED = "The harbour at Odenham was opened to ships on {}, its owners said."
TIMED = "The harbour at Odenham was shut to ships at {}, its owners said."
NAMED = "The harbour at Odenham was bought by {} last spring, its owners said."


@WHOLE
@given(COUNTS)
def test_articles_state_one_count_in_every_form(number: int) -> None:
    assert_equal(COUNTED, write_count(number))


@WHOLE
@given(st.integers(2, 300_000), st.integers(2, 3))
def test_articles_with_two_counts_have_one_conflict(number: int, more: int) -> None:
    pairs = zip(write_count(number), write_count(number * more), strict=True)
    for one, other in [*pairs][::3]:
        assert_conflict(COUNTED, one, other)


@WHOLE
@given(DAYS)
def test_articles_state_one_day_in_every_form(day: date) -> None:
    assert_equal(DATED, write_day(day))


@WHOLE
@given(DAYS, st.integers(1, 200))
def test_articles_with_two_days_have_one_conflict(day: date, later: int) -> None:
    other = day + timedelta(later)
    for one, two in [*zip(write_day(day), write_day(other), strict=True)][::2]:
        assert_conflict(DATED, one, two)


@WHOLE
@given(TIMES)
def test_articles_state_one_time_in_every_form(clock: time) -> None:
    assert_equal(TIMED, write_time(clock))


@WHOLE
@given(TIMES, st.integers(1, 11))
def test_articles_with_two_times_have_one_conflict(clock: time, hours: int) -> None:
    other = clock.replace(hour=(clock.hour + hours) % 24)
    for one, two in zip(write_time(clock), write_time(other), strict=True):
        assert_conflict(TIMED, one, two)


@WHOLE
@given(GIVEN, SURNAMES)
def test_articles_name_one_person_in_every_form(given: str, surname: str) -> None:
    assert_equal(NAMED, write_name(given, surname))


@WHOLE
@given(GIVEN, SURNAMES, SURNAMES)
def test_articles_with_two_people_have_one_conflict(
    given: str, surname: str, other: str
) -> None:
    if surname != other:
        assert_conflict(NAMED, f"{given} {surname}", f"{given} {other}")
