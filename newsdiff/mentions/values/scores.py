"""Scores and votes: 3-1, three goals to one, 312 for 7, 7-6 (7-5), nine to four."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from newsdiff.english.tables import word_group
from newsdiff.mentions.values.amounts import Amount, Form, Line
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.model import Span

_PAIR: Final = re.compile(
    r"(?<![\w.,/$€£#-])(?<!\d[-–])(?P<one>\d{1,3})(?P<dash>[-–—/])(?P<two>\d{1,3})"
    r"(?![\w%/]|[.,]\d|[-–—]\w)(?:\s?\((?P<tie>\d{1,2})(?:[-–/](?P<lost>\d{1,2}))?\))?"
)
_SMALL: Final = "nil zero one two three four five six seven eight nine ten".split()
_SPELLED: Final = re.compile(
    rf"(?P<one>{'|'.join(_SMALL)}|\d{{1,2}})-(?:(?P<two>{'|'.join(_SMALL)})"
    rf"|to-(?P<other>{'|'.join(_SMALL)}|\d{{1,3}}))"
)
_TO: Final = re.compile(r"\s(?:(?P<noun>[a-z]+)\s)?to\s(?P<nil>nil\b)?")
_NIL: Final = re.compile(
    r"\s(?:[a-z]+\s)?(?:(?:to\s)?nil|to\s(?:none|nothing|zero|love))\b"
)
_FROM: Final = re.compile(r"\bfrom\s$", re.IGNORECASE)
_FOR: Final = re.compile(r"\sfor\s")
_APIECE: Final = re.compile(
    r"\s(?:[a-z]+\s)?apiece\b|\sall(?=[,.;]|$|\s(?:in|at|on|draw)\b)"
)
_BALLOT: Final = re.compile(
    r"\s(?:votes?\s|members\s|lawmakers\s|deputies\s|councillors\s|senators\s|MPs\s)?"
    r"(?:voted\s|voting\s|were\s)?(?:for|in\sfavou?r)(?:\s(?:it|of\sit|the\s[a-z]+))?"
    r"(?:\sto|\swith|\swhile|,|;)?(?:\sand)?\s"
)
_AGAINST: Final = re.compile(
    r"\s(?:votes?\s|members\s)?(?:voted\s|voting\s|were\s)?against\b"
)
_GOALLESS: Final = re.compile(
    r"\b(?:goal|score)less\s(?:draw|tie|stalemate)\b", re.IGNORECASE
)
_EVEN: Final = re.compile(
    r"(?<![\w/-])(?:50[-–/]50|fifty[-–]fifty)(?![\w/-])", re.IGNORECASE
)
_ALWAYS: Final = ("24/7", "9/11", "50/50", "7/7", "50-50", "50–50", "20/20", "4/4")
_MOST_WICKETS: Final = 10
_TALLY: Final = 400


def find_scores(line: Line, amounts: Sequence[Amount]) -> Iterator[Quantity]:
    """The scores of a sentence; they may overlap with numbers, which then are none."""
    text = line.text[slice(*line.span)]
    dashed = any(mark in text for mark in "-–—")
    if (dashed or "/" in text) and any(map(str.isdigit, text)):
        yield from _in_digits(line)
    if dashed:
        yield from _in_words(line)
    for match in _EVEN.finditer(line.text, *line.span):
        yield _made(Span(*match.span()), 50, 50)
    for match in _GOALLESS.finditer(line.text, *line.span):
        yield _made(Span(*match.span()), 0, 0)
    for i in range(len(amounts)):
        found = (
            _spoken(line, amounts, i)
            or _ballot(line, amounts, i)
            or _against_nil(line, amounts[i])
        )
        if found:
            yield found


def _in_words(line: Line) -> Iterator[Quantity]:
    """Scores of one word: "two-one", "2-all", "five-to-four"."""
    for token in line.words:
        span = Span(token.start, token.end)
        if token.folded.endswith("-all") and _is_contest(line):
            each = token.folded.removesuffix("-all")
            if each.isdecimal() or each in _SMALL:
                yield _made(span, _number(each), _number(each))
        if match := _SPELLED.fullmatch(token.folded):
            one, two = _number(match["one"]), _number(match["two"] or match["other"])
            if one >= two or _is_contest(line):
                yield _made(span, one, two)


def _against_nil(line: Line, amount: Amount) -> Quantity | None:
    """A score told by one number: "three nil", "one apiece"."""
    if not _is_plain(amount):
        return None
    start, end = amount.span
    if nil := _NIL.match(line.text, end, line.span.end):
        return _made(Span(start, nil.end()), int(amount.value), 0)
    each = _APIECE.match(line.text, end, line.span.end)
    if each is None or not _is_contest(line):
        return None
    return _made(Span(start, each.end()), int(amount.value), int(amount.value))


def _in_digits(line: Line) -> Iterator[Quantity]:
    pairs = list(_PAIR.finditer(line.text, *line.span))
    sets = _runs(line.text, pairs)
    for match, in_run in zip(pairs, sets, strict=True):
        one, two = int(match["one"]), int(match["two"])
        span = Span(*match.span())
        if match["tie"]:
            lost = match["lost"] or match["tie"]
            yield _made(span, one, two)._replace(name=f"{one}-{two} ({lost})")
        elif _is_cricket(line, match.group(), one, two):
            yield _made(span, one, two)
        elif match["dash"] == "/":
            continue
        elif (
            one > two
            or not one
            or in_run
            or (_is_contest(line) and _is_tally(line, match))
        ):
            yield _made(span, one, two)


def _runs(text: str, pairs: Sequence[re.Match[str]]) -> list[bool]:
    """Which pairs stand in a row of them in which one cannot be a range: sets."""
    found = [False] * len(pairs)
    i = 0
    while i < len(pairs):
        j = i + 1
        while j < len(pairs) and text[pairs[j - 1].end() : pairs[j].start()] in (
            " ",
            ", ",
            "; ",
        ):
            j += 1
        run = pairs[i:j]
        is_set = len(run) > 1 and any(int(m["one"]) >= int(m["two"]) for m in run)
        found[i:j] = [is_set] * len(run)
        i = j
    return found


def _is_tally(line: Line, match: re.Match[str]) -> bool:
    """Whether a pair counts up can be a score: "lost 1-3", not "won 10-12 prizes"."""
    if int(match["one"]) > _TALLY:
        return False
    following = line.after(match.end(), 24)
    noun = re.match(r"\s([a-z]+)", following)
    return noun is None or noun[1] in word_group("numbers", "score_followers")


def _is_cricket(line: Line, written: str, one: int, two: int) -> bool:
    if written in _ALWAYS:
        return False
    innings = one > 2 * _MOST_WICKETS and two <= _MOST_WICKETS and "/" in written
    figures = one <= _MOST_WICKETS and two > _MOST_WICKETS
    words = {token.folded for token in line.words}
    return innings or (figures and bool(words & word_group("numbers", "bowling")))


def _spoken(line: Line, amounts: Sequence[Amount], i: int) -> Quantity | None:
    """Two numbers as a score: "three goals to one", a vote "nine to four"."""
    if i + 1 >= len(amounts) or not all(map(_is_plain, amounts[i : i + 2])):
        return None
    one, two = amounts[i], amounts[i + 1]
    gap = line.text[one.span.end : two.span.start]
    if _FOR.fullmatch(gap):
        is_score = _is_bare(line, two) and _is_innings(line, one, two)
    elif match := _TO.fullmatch(gap):
        is_score = _is_result(line, one, two, match["noun"])
    else:
        return None
    span = Span(one.span.start, two.span.end)
    return _made(span, int(one.value), int(two.value)) if is_score else None


def _ballot(line: Line, amounts: Sequence[Amount], i: int) -> Quantity | None:
    """A vote told by its sides: "61 for and 58 against"."""
    if i + 1 >= len(amounts) or not all(map(_is_plain, amounts[i : i + 2])):
        return None
    one, two = amounts[i], amounts[i + 1]
    against = _AGAINST.match(line.text, two.span.end, line.span.end)
    if not against or not _BALLOT.fullmatch(line.text, one.span.end, two.span.start):
        return None
    span = Span(one.span.start, against.end())
    return _made(span, int(one.value), int(two.value))


def _is_result(line: Line, one: Amount, two: Amount, noun: str | None) -> bool:
    """Whether "… to …" tells how a game or a vote ended, and not what rose."""
    start = one.span.start
    falling = one.value < two.value
    if noun:
        doubtful = noun in ("points", "point", "seats")
        moved = doubtful and (falling or _has_moved(line, start))
        return noun in word_group("numbers", "score_nouns") and not moved
    if falling or not _is_contest(line) or not _is_bare(line, two):
        return False
    return not _has_moved(line, start) and _FROM.search(line.before(start)) is None


def _is_innings(line: Line, one: Amount, two: Amount) -> bool:
    words = {token.folded for token in line.words}
    if one.value > _MOST_WICKETS and two.value < _MOST_WICKETS:
        return bool(words & word_group("numbers", "batting"))
    figures = one.value <= _MOST_WICKETS < two.value
    return figures and bool(words & word_group("numbers", "bowling"))


def _is_plain(amount: Amount) -> bool:
    plain = amount.form in (Form.DIGITS, Form.WORDS) and not amount.sign
    return plain and amount.value == int(amount.value) and 0 <= amount.value < 1e6


def _is_bare(line: Line, amount: Amount) -> bool:
    """Whether nothing is counted behind a number: "nine to four for the bypass"."""
    following = re.match(r"\s([a-z]+)", line.after(amount.span.end))
    nouns = word_group("numbers", "score_followers")
    attached = line.after(amount.span.end, 1)
    return attached[:1] not in ("-", "%") and (
        following is None or following[1] in nouns
    )


def _is_contest(line: Line) -> bool:
    """Whether the sentence tells of a game or a vote."""
    words = {token.folded for token in line.words}
    return bool(words & word_group("numbers", "contests"))


def _has_moved(line: Line, start: int) -> bool:
    """Whether something rose or fell in front of a number."""
    words = re.findall(r"[a-z]+", line.before(start, 60).casefold())
    return bool(set(words) & word_group("numbers", "moves"))


@cache
def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return max(0, _SMALL.index(word.casefold()) - 1)


def _made(span: Span, one: int, two: int) -> Quantity:
    return Quantity(span, float(one), "score", second=float(two))
