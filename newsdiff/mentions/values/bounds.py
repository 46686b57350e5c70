"""How exactly a number is meant: "about", "nearly", "at least", "more than"."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsdiff.english.tables import table
from newsdiff.mentions.values.amounts import Line
from newsdiff.model import Span

_REACH: Final = 28


_COMPARED: Final = re.compile(r"(?:%|\b(?:cent|percent|pct|times|points?))\s$")
"""What "more than" behind it compares: "40% more than 5 million"."""


@cache
def _meanings() -> dict[str, str]:
    return {
        phrase.replace("-", " "): bound
        for bound, phrases in table("numbers")["bounds"].items()
        for phrase in phrases.split()
    }


@cache
def _last_words() -> frozenset[str]:
    """What can stand right before a number that has a bound."""
    return frozenset(phrase.split()[-1] for phrase in _meanings()) | {"a", "an"}


@cache
def _before() -> re.Pattern[str]:
    options = "|".join(sorted(map(re.escape, _meanings()), key=len, reverse=True))
    spaced = options.replace(r"\ ", r"[\s-]")
    return re.compile(
        rf"(?<![\w-])(?P<bound>{spaced})(?:-|\s+)(?:an?\s+)?$", re.IGNORECASE
    )


@cache
def _after() -> tuple[re.Pattern[str], dict[str, str]]:
    behind: dict[str, str] = table("numbers")["bounds_behind"]
    options = "|".join(sorted(map(re.escape, behind), key=len, reverse=True))
    return re.compile(rf",?\s?(?P<bound>{options})(?!\w)", re.IGNORECASE), behind


def bound_of(line: Line, span: Span, phrase: Span | None = None) -> str | None:
    """How the words around a number say it is meant; None where they do not.

    Args:
        line: The sentence.
        span: The number.
        phrase: The number with what it counts: "40 people or more".
    """
    ahead = line.before(span.start, _REACH)
    led = line.word_before(span.start).rstrip("-") in _last_words()
    match = _before().search(ahead) if led else None
    if match and not _COMPARED.search(ahead[: match.start()]):
        return _meanings()[re.sub(r"[\s-]+", " ", match["bound"]).lower()]
    pattern, meanings = _after()
    for end in {span.end, phrase.end if phrase else span.end}:
        if match := pattern.match(line.text, end, line.span.end):
            return meanings[match["bound"].lower()]
    return "at least" if line.after(span.end, 1) == "+" else None
