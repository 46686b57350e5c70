"""Numbers in digits: 1,204 · 1 204 · 1'204 · 1,25,000 · 2.5 million · 5-1/2 · 7½."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newsdiff.english.tables import table, word_group
from newsdiff.mentions.values.amounts import Amount, Form, Line, rounded
from newsdiff.mentions.values.nouns import is_plural
from newsdiff.mentions.values.units import begins_unit
from newsdiff.model import Span

DIGIT: Final = re.compile(r"[\d½¼¾⅓⅔⅛⅜⅝⅞]")
_LONGEST_SIGN: Final = 8
"""Characters that a sign of a currency and a minus can have."""
_BLANK: Final = "[ \u00a0\u2009\u202f]"
_GROUPED: Final = (
    rf"[1-9]\d{{0,2}}(?:{_BLANK}\d{{3}})+(?![\d,])",
    r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)",
    r"[1-9]\d{0,2}(?:, \d{3})+(?![\d,])",
    r"\d{1,3}(?:,\d{3})+(?!\d)",
    r"[1-9]\d{0,2}(?:['’]\d{3})+(?!\d)",
    r"\d{1,3}(?:\.\d{3}){2,}(?![\d.])",
)
_DECIMAL_COMMA: Final = (
    r"\d+,\d{1,2}(?=\s?(?:%|per\s?cent\b|[mb]illion\b|euros?\b))|(?<=€)\d+,\d\d(?!\d)"
)
_GLYPHS: Final = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
    "⅞": 0.875,
}
_PARTS: Final = frozenset((2, 3, 4, 5, 6, 8, 10, 16, 32))
"""What a fraction in digits divides by: "3/4"; "9/11" and "24/7" are none."""
_JUNK: Final = (
    r"(?:\+\d{1,3}|0\d{2,5})(?:[ -]\d{2,6}){1,4}|\+?\d+(?:-\d+){2,}"
    r"|\d{4}[pi]\b|\d+:\d+(?:[:.]\d+)*|\d+(?:\.\d+){2,}|\d+(?:/\d+)+"
    r"|\d+\.[A-Za-z]\w*|\d+[_@]\w*"
)
"""Telephone numbers, times, versions, addresses."""
_DATED: Final = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s$"
)
_COUNTS: Final = re.compile(r"[\s-](?!(?:and|or|to|but)\b)[a-z]")
"""What follows a number with a blank behind its comma, and no item of a list."""
_LISTED: Final = re.compile(r"(?:\d,|-|–|\d-[a-z]+,?)\s$")
"""What stands before a number that is an item of a list or a measure of two."""
_LOSSES: Final = re.compile(
    r"\b(?:loss|losses|lost|deficit|shortfall|outflow)\b", re.IGNORECASE
)
_LOSS_REACH: Final = 60
_MOST: Final = 1e18
"""What no news counts: a longer row of digits is no number."""


def _hyphened() -> str:
    """A place behind "category-" and its like, each word a lookbehind of its own."""
    words = sorted(word_group("numbers", "hyphened"))
    return "|".join(f"(?<=(?i:{word})-)" for word in words)


@cache
def _figure() -> re.Pattern[str]:
    signs = sorted(table("money")["signs"], key=len, reverse=True)
    sizes = sorted(table("numbers")["magnitudes"], key=len, reverse=True)
    coded = "|".join(re.escape(s) for s in signs)
    return re.compile(
        r"(?:(?<![\w.,/@#])|(?<=\b[Nn]o\.))(?:(?<![A-Za-z]-)|(?<=\d[A-Za-z]-)|(?<=\d[A-Za-z]{2}-)"
        rf"|{_hyphened()}|(?=[$€£₹¥]))(?P<minus>(?<![^\s(])[-−](?=[\d.$€£₹¥]))?"
        rf"(?:(?P<sign>{coded})\s?(?P<open>\()?(?=\.?\d))?"
        rf"(?:(?P<mixed>(?:(?P<whole>\d+)[\s-]?)?(?:(?P<glyph>[{''.join(_GLYPHS)}])"
        r"|(?P<top>\d{1,2})[/⁄](?P<under>\d{1,2})(?![\d/])))"
        rf"|(?P<digits>(?:{'|'.join(_GROUPED)}|{_DECIMAL_COMMA})(?:\.\d+)?(?![\d.]*\d))"
        rf"|(?P<junk>{_JUNK})"
        r"|(?P<plain>\d+(?:\.\d+)?|\.\d+))"
        r"(?(open)(?P<close>\))?|)(?P<ordinal>(?:(?<=1)(?<!11)st|(?<=2)nd|(?<=3)rd|th)\b)?"
        rf"(?:(?:[\s-]?|[\"”’]\s)(?P<size>(?i:{'|'.join(sizes)}))(?![^\W_])"
        r"(?:\s(?P<more>thousand|million|billion|lakh|crore)\b)?)?"
    )


def find_figures(line: Line) -> Iterator[Amount]:
    """The numbers in digits of a sentence."""
    text, end = line.text, line.span.end
    place = line.span.start
    while digit := DIGIT.search(text, place, end):
        start = max(place, digit.start() - _LONGEST_SIGN)
        match = _figure().search(text, start, end)
        if match is None:
            return
        place = max(match.end(), place + 1)
        if match["junk"] or text.startswith("-fold", match.end()):
            continue
        if match["mixed"]:
            if (found := _mixed(match)) and found.value < _MOST:
                yield found
            continue
        amount, place = _plain(line, match)
        if amount and abs(amount.value) < _MOST and not _is_item(line, amount):
            yield amount


def _mixed(match: re.Match[str]) -> Amount | None:
    """A number with a fraction: "5-1/2", "7½", "3/4"."""
    whole = float(match["whole"] or 0)
    if match["glyph"]:
        part = _GLYPHS[match["glyph"]]
    else:
        top, under = int(match["top"]), int(match["under"])
        if under not in _PARTS or top >= under:
            return None
        part = top / under
    size = table("numbers")["magnitudes"].get((match["size"] or "").casefold(), 1.0)
    form = Form.DIGITS if match["whole"] or match["size"] else Form.FRACTION
    value = rounded((whole + part) * size)
    return Amount(Span(*match.span()), value, form, match["sign"] or "", size)


def _plain(line: Line, match: re.Match[str]) -> tuple[Amount | None, int]:
    """A number without a fraction, and where the search goes on."""
    written = match["digits"] or match["plain"]
    start, end = match.start(), match.end()
    size, sign = match["size"] or "", match["sign"] or ""
    if match["digits"] and " " in written and not _is_grouped(line, match):
        written = written.split(" ")[0].rstrip(",")
        start_of_digits = match.start("digits")
        end, size = start_of_digits + len(written), ""
    elif size and not _is_size(line, match):
        end, size = match.end("ordinal" if match["ordinal"] else "close"), ""
        end = end if end > 0 else match.end("digits" if match["digits"] else "plain")
    tail = line.text[end : min(end + 1, line.span.end)]
    if tail.isalpha() and not begins_unit(line, end):
        return None, end
    if tail == "_":
        return None, end + 1
    magnitudes = table("numbers")["magnitudes"]
    scale = float(magnitudes.get(size.casefold(), 1)) if size else 1.0
    scale *= float(magnitudes.get(match["more"], 1)) if size and match["more"] else 1.0
    value = rounded(_value(written) * scale)
    if match["minus"] or (match["open"] and match["close"] and _is_below(line, start)):
        value = -value
    form = Form.ORDINAL if match["ordinal"] else Form.DIGITS
    return Amount(Span(start, end), value, form, sign, scale), end


def _is_grouped(line: Line, match: re.Match[str]) -> bool:
    """Whether a blank stands inside a number: not in "June 20, 300", "rooms 7, 312"."""
    before = line.before(match.start())
    if _DATED.search(before):
        return False
    if ", " not in match["digits"] or match["sign"] or match["size"]:
        return True
    if re.search(r", 0\d\d", match["digits"]):
        return True
    if _LISTED.search(before) or is_plural(line.word_before(match.start())):
        return False
    return _COUNTS.match(line.text, match.end(), line.span.end) is not None


def _is_below(line: Line, start: int) -> bool:
    """Whether "$(14.5)" stands below zero; a loss of $(14.5) is one of 14.5."""
    return not _LOSSES.search(line.before(start, _LOSS_REACH))


def _value(written: str) -> float:
    if re.fullmatch(r"\d+,\d{1,2}", written):
        return float(written.replace(",", "."))
    if written.count(".") > 1:
        written = written.replace(".", "")
    return float(re.sub(rf"{_BLANK}|[,'’]", "", written))


def _is_size(line: Line, match: re.Match[str]) -> bool:
    """Whether a letter is a size: "$2m" and "2m people", not "2m high"."""
    size = match["size"]
    if len(size) > 1 or match["sign"]:
        return True
    if size in "lL":
        return False
    ahead = line.words[line.word_at(match.end()) :][:1]
    if not ahead or line.text[match.end() : ahead[0].start] != " ":
        return size == "k" and match.end("size") - match.start("size") == 1
    word = ahead[0].folded
    data = table("units")
    if size in "kK" and word in data["races"]["words"].split():
        return False
    if size == "k":
        return True
    return ahead[0].text[0].islower() and is_plural(word) and word != "hurdles"


def _is_item(line: Line, amount: Amount) -> bool:
    """Whether a number only counts the items of a list: "1. Open the door"."""
    start, end = amount.span
    marked = line.text[end : end + 1] in tuple(".)")
    closed = end + 1 >= line.span.end or line.text[end + 1].isspace()
    return start == line.span.start and marked and closed
