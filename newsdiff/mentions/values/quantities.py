"""Numbers in words, what a number counts, and how exactly it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsdiff.english.lexicon import is_common_word
from newsdiff.english.tables import Match, Phrases, table
from newsdiff.english.words import Token, is_function_word, is_number_word
from newsdiff.model import Span

_COUNTED_WITHIN: Final = 4
"""Words after a number among which the counted noun may stand."""
_SIZES: Final = frozenset("hundred thousand million billion trillion dozen".split())
_PARTS: Final = frozenset("half third quarter".split())
_BOUND_REACH: Final = 24


class Quantity(NamedTuple):
    """A number found in a text."""

    span: Span
    value: float
    unit: str | None
    rule: str
    second: float | None = None
    """The end of a range, the lower side of a score."""


def find_spelled(text: str, words: Sequence[Token]) -> Iterator[Quantity]:
    """Numbers in words: "twenty-one", "half a million", "two-thirds", "dozens"."""
    i = 0
    while i < len(words):
        folded = words[i].folded
        if not _begins_number(folded):
            i += 1
            continue
        size, quantity = _read(text, words, i)
        if quantity:
            yield quantity
        i += size


@lru_cache(maxsize=20_000)
def _begins_number(folded: str) -> bool:
    data = table("numbers")
    return (
        is_number_word(folded)
        or folded in data["fractions"]
        or folded in data["ordinals"]
        or folded in _vague_starts()
        or ("-" in folded and is_number_word(folded.split("-", maxsplit=1)[0]))
    )


@cache
def _vague() -> Phrases[float]:
    return Phrases(table("numbers")["vague"], folded=True)


@cache
def _vague_starts() -> frozenset[str]:
    return frozenset(
        phrase.split()[0] for phrase in table("numbers")["vague"] if phrase[:2] != "a "
    )


def _read(text: str, words: Sequence[Token], i: int) -> tuple[int, Quantity | None]:
    """How many words were read from `words[i]`, and the number they make."""
    data = table("numbers")
    token = words[i]
    if match := _vague().longest(words, i):
        return match.size, _vague_quantity(words, i, match)
    pair = f"{token.folded} {words[i + 1].folded}" if i + 1 < len(words) else ""
    if pair in data["fractions"]:
        return 2, _fraction(words[i], words[i + 1], data["fractions"][pair])
    if token.folded in data["fractions"] and (
        token.folded not in _PARTS or _is_part(words, i)
    ):
        if found := _half_of_size(words, i):
            return found
        return 1, _fraction(token, token, data["fractions"][token.folded])
    if token.folded in data["ordinals"]:
        return 1, _ordinal_quantity(text, words, i)
    return _cardinal(text, words, i)


def _vague_quantity(words: Sequence[Token], i: int, match: Match[float]) -> Quantity:
    span = Span(words[i].start, words[i + match.size - 1].end)
    return Quantity(span, float(match.value), None, "vague")


def _fraction(first: Token, last: Token, value: float) -> Quantity:
    return Quantity(Span(first.start, last.end), round(value, 4), None, "fraction")


def _is_part(words: Sequence[Token], i: int) -> bool:
    """Whether "half", "third" or "quarter" is a share: "a third of", "half the"."""
    after = words[i + 1].folded if i + 1 < len(words) else ""
    before = words[i - 1].folded if i else ""
    if words[i].folded == "half":
        return after in ("of", "a", "an", "the", "its", "their", "all")
    return after == "of" and before in ("a", "one")


def _half_of_size(words: Sequence[Token], i: int) -> tuple[int, Quantity] | None:
    """Half of a round number: "half a million", "half a dozen"."""
    if words[i].folded != "half" or i + 2 >= len(words):
        return None
    size = words[i + 2].folded
    if words[i + 1].folded not in ("a", "an") or size not in _SIZES:
        return None
    span = Span(words[i].start, words[i + 2].end)
    return 3, Quantity(span, _size(size) / 2, None, "words")


def _size(word: str) -> float:
    return 12.0 if word == "dozen" else float(table("numbers")["magnitudes"][word])


def _ordinal_quantity(text: str, words: Sequence[Token], i: int) -> Quantity | None:
    """An ordinal before a noun: "a seventh term", not "second, he said"."""
    token = words[i]
    following = words[i + 1] if i + 1 < len(words) else None
    if following is None or text[token.end : following.start] != " ":
        return None
    if is_function_word(following.folded) or not following.text[0].islower():
        return None
    value = table("numbers")["ordinals"][token.folded]
    return Quantity(Span(token.start, token.end), float(value), None, "ordinal")


def _cardinal(text: str, words: Sequence[Token], i: int) -> tuple[int, Quantity | None]:
    j = i
    parts: list[str] = []
    while j < len(words):
        pieces = words[j].folded.split("-")
        whole = all(is_number_word(piece) for piece in pieces)
        led = j == i and is_number_word(pieces[0])
        if not whole and not led:
            if words[j].folded == "and" and _and_joins(words, j, parts):
                j += 1
                continue
            break
        if j > i and text[words[j - 1].end : words[j].start] not in (" ", "-"):
            break
        parts += pieces if whole else pieces[:1]
        j += 1
        if not whole:
            break
    if not parts:
        return 1, None
    last = words[j - 1]
    end = last.end
    if not is_number_word(last.folded.split("-")[-1]):
        end = last.start + len(last.text.split("-")[0])
    value = _value(" ".join(parts))
    quantity = _with_unit(text, words, (i, j), end, value)
    if quantity and parts == ["one"] and quantity.unit is None:
        quantity = None
    return max(1, j - i), quantity


def _and_joins(words: Sequence[Token], j: int, parts: Sequence[str]) -> bool:
    """Whether "and" is inside a number: "one hundred and five"."""
    return (
        bool(parts)
        and parts[-1] in _SIZES
        and j + 1 < len(words)
        and is_number_word(words[j + 1].folded.split("-")[0])
    )


def _with_unit(
    text: str,
    words: Sequence[Token],
    run: tuple[int, int],
    end: int,
    value: float | None,
) -> Quantity | None:
    if value is None:
        return None
    first, after = words[run[0]], run[1]
    span = Span(first.start, end)
    unit = None
    for size in (2, 1):
        ahead = words[after : after + size]
        if len(ahead) == size and end == words[after - 1].end:
            name = " ".join(token.folded for token in ahead)
            if found := table("numbers")["units"].get(name):
                unit, span = found, Span(first.start, ahead[-1].end)
                break
    if first.folded == "one" and unit is None and run[1] - run[0] == 1:
        noun = text[end:].split(" ", 2)[1:2]
        if not noun or noun[0].strip(".,;:") not in _MEASURES:
            return None
    rule = {"%": "percentage", "$": "money", "€": "money"}.get(unit or "", "words")
    return Quantity(span, value, unit, rule)


_MEASURES: Final = frozenset(
    "day week month year hour minute mile point seat vote kilometer ton".split()
)


@lru_cache(maxsize=1000)
def _value(phrase: str) -> float | None:
    """A run of number words as a value, by text2num; None where it is none."""
    *rest, last = phrase.split()
    if last == "dozen":
        count = _value(" ".join(rest)) if rest else 1.0
        return None if count is None else count * 12
    if not rest and last in _SIZES:
        return _size(last)
    from text_to_num import text2num

    try:
        return float(text2num(phrase, "en"))
    except ValueError:  # words that make no number together: "one two"
        return None


def find_counted(
    text: str, words: Sequence[Token], after: int, span: Span
) -> tuple[str | None, Span | None]:
    """What a number counts: the noun as it is compared, and number with noun.

    Args:
        text: The article's text.
        words: The words of the sentence.
        after: Index of the first word after the number.
        span: The number's place.
    """
    if compound := _COMPOUND.match(text, span.end):
        unit = singular_of(compound["unit"].casefold())
        return unit, Span(span.start, compound.end())
    end = span.end
    for token in words[after : after + _COUNTED_WITHIN]:
        gap = text[end : token.start]
        letters = gap in (".", ". ") and text[end - 1].isupper()
        if gap != " " and not letters and not (gap == "" and end == span.end):
            break
        word = token.folded
        if word == "of" and end == span.end:
            end = token.end
            continue
        small = is_function_word(word) and gap != "."  # the "S" of "U.S." is none
        if small or token.text[0].isdigit():
            break
        if _is_plural(word) and (token.text[0].islower() or is_common_word(word)):
            return singular_of(word), Span(span.start, token.end)
        end = token.end
    return None, None


_COMPOUND: Final = re.compile(r"-(?P<unit>year-old|[a-z]{3,})(?![\w-])")


@lru_cache(maxsize=20_000)
def _is_plural(word: str) -> bool:
    data = table("numbers")
    if word in data["plurals"] or word in data["units"]:
        return True
    uncounted = word in data["uncounted"]["words"].split()
    return word.endswith("s") and word[-2:] not in ("ss", "us", "is") and not uncounted


@lru_cache(maxsize=20_000)
def singular_of(word: str) -> str:
    """The singular of a noun, as numbers are compared by it."""
    data = table("numbers")
    if fixed := data["plurals"].get(word) or data["units"].get(word):
        return str(fixed)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word[-1:] == "s" and word[-2:-1] not in ("s", "") else word


@cache
def _bounds() -> tuple[re.Pattern[str], dict[str, str]]:
    meanings = {
        phrase.replace("-", " "): bound
        for bound, phrases in table("numbers")["bounds"].items()
        for phrase in phrases.split()
    }
    options = "|".join(sorted(map(re.escape, meanings), key=len, reverse=True))
    pattern = rf"\b(?P<bound>{options})\s+(?:an?\s+)?$"
    return re.compile(pattern, re.IGNORECASE), meanings


def bound_before(text: str, start: int) -> str | None:
    """How the words before a number say it is meant; None where they do not."""
    pattern, meanings = _bounds()
    ahead = text[max(0, start - _BOUND_REACH) : start]
    match = pattern.search(ahead)
    return meanings[match["bound"].lower()] if match else None
