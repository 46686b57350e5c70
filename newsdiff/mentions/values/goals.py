"""How often somebody scored: "scored twice", "netted three times", "a hat-trick"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.mentions.values.amounts import Line
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.model import Span

_COUNTS: Final = {"twice": 2, "thrice": 3} | {
    word: number
    for number, word in enumerate("two three four five six seven".split(), 2)
}
_SCORED: Final = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|nett(?:ed|ing)|nets|(?:found|finds|finding|hit|hits) "
    r"the (?:net|target|back of the net)|on target|"
    r"(?P<crossed>crossed(?: over)?|touched down|went over))\s(?P<times>twice|thrice|"
    r"(?:\d|two|three|four|five|six|seven)\stimes)\b(?!\s(?:as|more)\b)",
    re.IGNORECASE,
)
_IN_A_WORD: Final = re.compile(
    r"(?P<trick>\bhat[\s-]trick\b)|\b(?:scor(?:e|es|ed|ing)|nett(?:ed|ing)|bagg(?:ed|ing)|"
    r"grabb(?:ed|ing)|hit|with|completed)\s(?P<brace>(?:a|his|her)\s(?:\w+\s)?brace\b)",
    re.IGNORECASE,
)
_WICKETS: Final = re.compile(r"\b(?:wickets?|bowl(?:s|er|ed|ing)?|overs?)\b")


def find_goals(line: Line) -> Iterator[Quantity]:
    """The goals of a sentence that are told by a count of times or by a word."""
    text = line.text[slice(*line.span)]
    for match in _SCORED.finditer(line.text, *line.span):
        word = match["times"].casefold().split()[0]
        count = int(word) if word.isdigit() else _COUNTS[word]
        unit = "try" if match["crossed"] else "goal"
        yield _made(Span(*match.span("times")), count, unit)
    if "rick" not in text and "RICK" not in text and "brace" not in text:
        return
    unit = "wicket" if _WICKETS.search(text) else "goal"
    for match in _IN_A_WORD.finditer(line.text, *line.span):
        if match["trick"]:
            yield _made(Span(*match.span("trick")), 3, unit)
        else:
            yield _made(Span(*match.span("brace")), 2, unit)


def _made(span: Span, count: int, unit: str) -> Quantity:
    return Quantity(span, float(count), "count", unit, phrase=span)
