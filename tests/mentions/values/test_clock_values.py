"""Times of day and stretches of the calendar, from the text to the key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import make_canonical, mentions_of
from newsdiff.model import Article, Kind

Make = Callable[..., Article]


def dates(article: Article) -> list[tuple[str, str | float | None]]:
    found = [m for m in mentions_of(article) if m.kind is Kind.DATE]
    return [(m.key, m.resolved) for m in found]


def numbers(article: Article) -> list[str]:
    return [m.key for m in mentions_of(article) if m.kind is Kind.NUMBER]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("10.00pm", "22:00"),
        ("10:00 p.m.", "22:00"),
        ("10 P.M.", "22:00"),
        ("10pm", "22:00"),
        ("22:00", "22:00"),
        ("22.00", "22:00"),
        ("2200 hours", "22:00"),
        ("ten o'clock at night", "22:00"),
        ("noon", "12:00"),
        ("12 noon", "12:00"),
        ("12pm", "12:00"),
        ("midday", "12:00"),
        ("midnight", "00:00"),
        ("12am", "00:00"),
        ("six o’clock in the morning", "06:00"),
        ("six in the morning", "06:00"),
        ("half past six in the evening", "18:30"),
        ("a quarter past eight in the morning", "08:15"),
        ("quarter to nine in the morning", "08:45"),
        ("twenty past four in the afternoon", "16:20"),
        ("7:05am", "07:05"),
        ("07:05", "07:05"),
        ("11.40 p.m. local time", "23:40"),
        ("0415 GMT", "04:15 UTC"),
        ("4.15am GMT", "04:15 UTC"),
        ("1830 UTC", "18:30 UTC"),
        ("6 p.m. EST", "18:00 ET"),
        ("6 p.m. Eastern", "18:00 ET"),
        ("ten to six in the evening", "17:50"),
    ],
)
def test_one_time_in_many_forms(make: Make, time: str, expected: str) -> None:
    (found,) = dates(make(f"The gate shut at {time}, they said.", published=None))
    assert found == (f"time {expected}", f"T{expected}")
    assert numbers(make(f"The gate shut at {time}, they said.")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The rate stood at 4.25 per cent.",
        "Oil stood at 16.67 a barrel.",
        "Ten to six people left.",
        "They ran past six houses.",
        "A half-time talk helped.",
        "It takes 1800 hours of work.",
        "Call 25:10 or 12:61.",
    ],
)
def test_what_is_no_time(make: Make, text: str) -> None:
    assert dates(make(text, published=None)) == []


@pytest.mark.parametrize("time", ["7-9pm", "7pm to 9pm", "7 to 9 p.m.", "7pm–9pm"])
def test_from_a_time_to_another_is_two_times(make: Make, time: str) -> None:
    found = [key for key, _ in dates(make(f"It is open {time}.", published=None))]
    assert found == ["time 19:00", "time 21:00"]


def test_a_time_without_its_half_is_the_one_that_the_other_article_has(
    make: Make,
) -> None:
    for one, other in (
        ("It began at half past six.", "It began at 6.30pm."),
        ("It began at half past six.", "It began at 6.30am."),
        ("It began at 6 p.m.", "It began at 1800 GMT."),
        ("It began at six o'clock.", "It began at six o'clock."),
    ):
        first, second = make_canonical(*(mentions_of(make(t)) for t in (one, other)))
        assert {m.key for m in first} == {m.key for m in second}, (one, other)
    first, second = make_canonical(
        mentions_of(make("It began at half past six.")),
        mentions_of(make("It began at 5.30pm.")),
    )
    assert {m.key for m in first} != {m.key for m in second}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("at 8: 30pm", ["time 20:30"]),
        ("at 18.30 hrs", ["time 18:30"]),
        ("at half-past ten at night", ["time 22:30"]),
        ("at 21h05", ["time 21:05"]),
        ("between 9.00 and 17.00", ["time 09:00", "time 17:00"]),
        ("open from 9 to 5", ["time 9:00", "time 5:00"]),
        ("open to 5 visitors", []),
        ("rose from 9 to 5", []),
        ("between 9.10 and 17.20 metres", []),
    ],
)
def test_times_in_rarer_forms(make: Make, written: str, expected: list[str]) -> None:
    article = make(f"They saw it {written}.")
    found = [m.key for m in mentions_of(article) if m.kind is Kind.DATE]
    assert found == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("at six thirty in the morning", ["time 06:30"]),
        ("at six-fifteen in the evening", ["time 18:15"]),
        ("between 5 and 6 p.m.", ["time 17:00", "time 18:00"]),
        ("at six thirty pupils", []),
    ],
)
def test_times_in_words(make: Make, written: str, expected: list[str]) -> None:
    article = make(f"They saw it {written}.")
    found = [m.key for m in mentions_of(article) if m.kind is Kind.DATE]
    assert found == expected
