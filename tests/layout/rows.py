"""Comparisons written as a row of marks, one letter a row."""

from __future__ import annotations

from newsdiff.model import Comparison, Kind, Pair, Role
from tests.conftest import Written, article, fact, link

ALPHABET = "=qd<>n"
"""The same, in other words, with a fact that differs, only A, only B, furniture."""


def comparison_of(pattern: str) -> Comparison:
    """A comparison whose rows are those of a pattern over ALPHABET."""
    a: list[Written] = []
    b: list[Written] = []
    links = []
    for n, letter in enumerate(pattern):
        role = Role.BOILERPLATE if letter == "n" else Role.BODY
        if letter in "=qd":
            links.append(link(len(a), len(b)))
        if letter != ">":
            a.append((role, _words(letter, n, "number-{}" if letter == "d" else "day")))
        if letter not in "<n":
            b.append((role, _words(letter, n, "day" if letter == "=" else "night")))
    articles = Pair(article("one", a), article("two", b))
    return Comparison(
        articles=articles,
        links=tuple(links),
        nearest=Pair((None,) * len(a), (None,) * len(b)),
        facts=tuple(
            fact(articles, Kind.NUMBER, f"number-{n}")
            for n, letter in enumerate(pattern)
            if letter == "d"
        ),
    )


def _words(letter: str, n: int, last: str) -> str:
    return f"Row {n} of {letter} told by {last.format(n)}."
