"""Numbers that are names: Pier 33, Flight MH370, the A14, IC 512, No 10."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newsdiff.english.gazetteer import known_words
from newsdiff.english.tables import table, word_group
from newsdiff.mentions.values.amounts import Amount, Form, Line
from newsdiff.mentions.values.nouns import is_plural
from newsdiff.mentions.values.quantities import Quantity, write_plain
from newsdiff.mentions.values.units import find_unit
from newsdiff.model import Span

_CODE: Final = re.compile(
    r"[A-Z]{1,4}(?P<gap>[\s-]?)(?P<digits>\d{1,5}(?:-\d{2,4})?[A-Z]{0,2})"
    r"(?![\w,.%’'/-]*\d|\w|%|-[a-z])"
)
_MARKS: Final = " \t\n\u00a0(“\"'‘[:;,–—"
_FRONT: Final = re.compile(r"(?:^|[^\w.$€£&/-])(?:(?:[Ff]light|Airbus|Boeing)\s)?$")
_WORD: Final = re.compile(
    r"(?:^|[\s(“\"'‘])(?P<word>[A-Za-z]+\.?|#|№|§)(?P<gap>[\s-]?)$"
)
_CALENDAR: Final = re.compile(r"(?:Q[1-4]|[1-4]Q|H[12]|FY\d+)$")
_ROAD: Final = re.compile(r"(?P<road>i|nh)(?P<number>\d{1,3})")
_JET: Final = re.compile(
    r"(?<![\w.,$€£])(?:(?:Boeing\s)?(?P<jet>7[0-8]7-(?:\d{1,3}(?:ER|LR|F)?|MAX|Max))"
    r"|Boeing\s(?P<plain>7[0-8]7)(?:\s(?P<max>MAX|Max)(?:\s\d{1,2})?)?)(?![\w-])"
)
_AGAIN: Final = re.compile(
    r"(?:^|[\s(“\"'‘])(?P<word>[A-Z][a-z]+)\s(?:No\.?|Number|number|no\.)\s$"
)
"""A word that makes a number a name twice: "Pier No. 9"."""
_NUMBERED: Final = re.compile(r"\s(?P<noun>[A-Za-z]+)\b")
_RANK: Final = re.compile(r"\s(?:seeds?|seeded)\b")


def find_codes(line: Line) -> Iterator[Quantity]:
    """Letters with a number, closed, spaced or hyphened: "MH370", "IC 512", "I-35"."""
    for match in _CODE.finditer(line.text, *line.span):
        front = _FRONT.search(line.before(match.start(), 12))
        if front is None:
            continue
        gap, digits = match["gap"], match["digits"]
        letters = match.group()[: match.start("gap") - match.start()]
        if _CALENDAR.fullmatch(letters + digits) or match.group() in known_words():
            continue
        road = len(letters) == 1 and letters not in "RY" and not gap.isspace()
        if letters in _no_codes() and not road:
            continue
        if gap.isspace() and not _is_code(line, match):
            continue
        name = f"{letters}{digits}".casefold()
        word = len(front.group().lstrip(_MARKS))
        span = Span(match.start() - word, match.end())
        yield Quantity(span, 0.0, "designator", name=_road(name))


def find_numbered(line: Line) -> Iterator[Quantity]:
    """Numbers that are names by a word of their own: "Phase III", "a 747-400"."""
    for match in _roman().finditer(line.text, *line.span):
        value = _roman_value(match["roman"])
        name = f"{_designators()[match['word']]} {value}"
        yield Quantity(Span(*match.span()), value, "designator", name=name)
    for match in _JET.finditer(line.text, *line.span):
        name = match["jet"] or match["plain"] + ("-max" if match["max"] else "")
        span = Span(*match.span())
        yield Quantity(span, 0.0, "designator", name=name.casefold())


def _roman_value(written: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < following else one for one, following in pairs)


@cache
def _roman() -> re.Pattern[str]:
    words = "|".join(sorted(word_group("numbers", "roman") & _designators().keys()))
    return re.compile(
        rf"(?<![\w-])(?P<word>{words})[\s-](?P<roman>X{{0,2}}(?:IX|IV|VI{{0,3}}|I{{1,3}})|X{{1,2}})"
        r"(?![\w’'])"
    )


def _road(name: str) -> str:
    match = _ROAD.fullmatch(name)
    if match is None:
        return name
    return f"{'interstate' if match['road'] == 'i' else 'highway'} {match['number']}"


@cache
def _no_codes() -> frozenset[str]:
    signs = {sign.rstrip("$.").upper() for sign in table("money")["signs"]}
    return word_group("numbers", "no_codes") | signs


def _is_code(line: Line, match: re.Match[str]) -> bool:
    """Whether letters and a number with a blank between are one name."""
    if len(match["digits"]) < 2 or match.start("gap") - match.start() < 2:
        return False
    before = line.words[: line.word_at(match.start())]
    around = [*before[-1:], *line.words[line.word_at(match.end()) :][:1]]
    if any(w.text.isupper() and len(w.text) > 1 and w.text.isalpha() for w in around):
        return False  # in a line of capitals every word is one
    ahead = line.words[line.word_at(match.end()) :][:1]
    counted = ahead and is_plural(ahead[0].folded) and ahead[0].text[0].islower()
    return not counted and find_unit(line, match.end()) is None


def read_designator(line: Line, amount: Amount) -> Quantity | None:
    """A number with the word that makes it a name: "Pier 33", "number 10"."""
    if amount.form not in (Form.DIGITS, Form.WORDS) or amount.sign or amount.scale != 1:
        return None
    match = None
    if line.word_before(amount.span.start).rstrip("-") in _leads():
        match = _WORD.search(line.before(amount.span.start, 16))
    grouped = "," in line.text[slice(*amount.span)]
    if (
        match is None
        or grouped
        or not (match["gap"] or match["word"][-1] == "." or match["word"] in "#№§")
    ):
        return None
    word = match["word"]
    nobody = word in ("No", "Nos") and amount.form is Form.WORDS  # "No one"
    if word not in _designators() or nobody:
        return None
    start = amount.span.start - len(match.string) + match.start("word")
    name = _designators()[word]
    if name == "no" and (named := _named_twice(line, amount, start)):
        return named
    span = Span(start, amount.span.end)
    ranked = line.before(start, 12).casefold().endswith(("ranked ", "seeded "))
    if name == "no" and (ranked or _RANK.match(line.text, amount.span.end)):
        return Quantity(span, amount.value, "ordinal")
    return Quantity(
        span, amount.value, "designator", name=f"{name} {write_plain(amount.value)}"
    )


def _named_twice(line: Line, amount: Amount, start: int) -> Quantity | None:
    """The name of "Pier No. 9" and "the No. 9 pier", which are "Pier 9"; else None.

    Args:
        line: The sentence.
        amount: The number.
        start: Where its "No." begins.
    """
    value = write_plain(amount.value)
    again = _AGAIN.search(line.before(amount.span.start, 40))
    if again and again["word"] in _designators():
        start = amount.span.start - len(again.string) + again.start("word")
        span, name = Span(start, amount.span.end), _designators()[again["word"]]
        return Quantity(span, amount.value, "designator", name=f"{name} {value}")
    noun = _NUMBERED.match(line.text, amount.span.end, line.span.end)
    if noun is None or noun["noun"].casefold() not in word_group("numbers", "numbered"):
        return None
    span, name = Span(start, noun.end()), noun["noun"].casefold()
    return Quantity(span, amount.value, "designator", name=f"{name} {value}")


@cache
def _leads() -> frozenset[str]:
    """The words that can make a number a name, folded."""
    return frozenset(word.casefold() for word in _designators()) | {"#", "№", "§"}


@cache
def _designators() -> dict[str, str]:
    """Words that make a number a name, in each case they do so → as compared."""
    data = table("numbers")["designators"]
    aliases: dict[str, str] = {
        word: name for name, words in data["aliases"].items() for word in words.split()
    }
    found = {}
    for word in (*data["capital"].split(), *data["any"].split()):
        bare = word.rstrip(".").casefold()
        found[word] = aliases.get(bare, bare)
    for word in data["any"].split():
        found[word.capitalize()] = found[word]
    return found
