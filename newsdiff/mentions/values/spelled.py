"""Numbers in words: "twenty-one", "half a million", "two-thirds", "dozens"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from newsdiff.english.tables import Phrases, table, word_group
from newsdiff.mentions.values.amounts import Amount, Form, Line, rounded
from newsdiff.mentions.values.nouns import is_plural
from newsdiff.model import Span

_UNITS: Final = "zero one two three four five six seven eight nine".split()
_TEENS: Final = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen".split()
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES: Final = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
_WORDS: Final = "|".join((*_UNITS, *_TEENS, *_TENS, *_SCALES))
_CARDINAL: Final = re.compile(rf"(?<![\w’'])(?i:{_WORDS})(?![^\W_])(?!['’]\w)")
_FOLD: Final = re.compile(r"-?fold\b", re.IGNORECASE)
"""What makes a factor of a number, as "doubled" tells none: "rose four-fold"."""
_SIGN: Final = re.compile(r"(?<!\w)(?P<sign>Rs\.?|INR|US\$|\$|€|£|₹)\s?$")
_GAP: Final = re.compile(r"\s|-|,?\s+and\s+|-and-|,\s+", re.IGNORECASE)
_PART: Final = (
    r"half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?"
    r"|ninths?|tenths?|twentieths?|hundredths?"
)
_AND_PART: Final = re.compile(
    rf"[\s-]and[\s-](?P<top>an?|one|two|three|four)[\s-](?P<part>{_PART})(?!\w)"
    r"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|dozen))?",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(
    rf"(?<![\w-])(?:(?P<top>an?|one|two|three|four|five|six|seven|eight|nine)[\s-])?"
    rf"(?P<part>{_PART})(?![^\W_])"
    r"(?:[\s-](?:of\s)?(?:an?[\s-])?"
    r"(?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|dozen)\b)?",
    re.IGNORECASE,
)
_POINT: Final = re.compile(
    rf"\spoint((?:\s(?:{'|'.join(_UNITS)}))+)(?![\w-])", re.IGNORECASE
)
_SHARED: Final = re.compile(
    r"\s(?:of|more|less|fewer|higher|lower|bigger|smaller|full|empty|complete|built|finished)\b",
    re.IGNORECASE,
)
_MEASURED: Final = re.compile(
    r"(?:\s(?:of\s)?an?|-|\s)[\s]?(?:mile|hour|year|month|day|minute|second|century|"
    r"decade|percentage|percent|per|point|pound|pint|kilo|tonne|ton|acre|inch|metre|"
    r"meter|marathon|foot|litre|dollar|gallon|cent)s?\b",
    re.IGNORECASE,
)
_HALF_OF: Final = re.compile(
    r"\s(?:of|the|its|their|his|her|our|my|your|all|that|those|these|this|as)\b",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"\b(?:by|up|down|about|nearly|almost|over|than|least|roughly|around|some|under|"
    r"up to|exactly|only)\s(?:an?\s)?$",
    re.IGNORECASE,
)
_NTH: Final = {
    word: place
    for place, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
        "twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
        "nineteenth".split(),
        1,
    )
} | {word[:-1] + "ieth": 10 * place for place, word in enumerate(_TENS, 2)}
_LARGE: Final = {"hundredth": 100.0, "thousandth": 1e3, "millionth": 1e6}
_ORDINAL: Final = re.compile(
    rf"(?<![\w’'-])(?:(?P<tens>{'|'.join(_TENS)})[\s-])?(?P<nth>{'|'.join(_NTH)})"
    r"(?![^\W_])|(?<![\w’'-])(?P<hundred>(?:one\s)?hundredth|thousandth|millionth)\b",
    re.IGNORECASE,
)
_STARTS: Final = {
    Form.WORDS: re.compile(
        rf"(?:{_WORDS}|nil|twice|thrice|goalless|scoreless|hour|week|month|year"
        r"|decade|century)\b"
    ),
    Form.FRACTION: re.compile(rf"(?:.*-)?(?:{_PART})\b"),
    Form.ORDINAL: re.compile(rf"(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(_NTH)})\b"),
    Form.VAGUE: re.compile(
        r"(?:several|few|couple|hundreds|thousands|millions|billions|trillions|tens|dozens"
        r"|scores?)\b"
    ),
}
"""With what a number of each form begins."""


@lru_cache(maxsize=20_000)
def forms_of(folded: str) -> frozenset[Form]:
    """The forms of numbers in words that a folded word can begin."""
    folded = folded.rpartition("-of-")[2]  # "mother-of-three"
    lead, _, rest = folded.partition("-")
    if rest and lead in word_group("numbers", "hyphened"):
        folded = rest
    if folded in _LARGE:
        return frozenset((Form.ORDINAL,))
    return frozenset(form for form, start in _STARTS.items() if start.match(folded))


def find_spelled(line: Line, forms: frozenset[Form]) -> Iterator[Amount]:
    """The numbers in words of a sentence, in the order of the text, never overlapping.

    "one" alone is found too: whether it counts anything is for others to say.

    Args:
        line: The sentence.
        forms: Those that its words can begin.
    """
    finders = (
        (Form.VAGUE, _vague),
        (Form.FRACTION, _fractions),
        (Form.WORDS, _cardinals),
        (Form.ORDINAL, _ordinals),
    )
    found = [a for form, find in finders if form in forms for a in find(line)]
    found.sort(key=lambda amount: (amount.span.start, -amount.span.end))
    end = -1
    for amount in found:
        if amount.span.start >= end:
            yield _with_sign(line, amount)
            end = amount.span.end


def _with_sign(line: Line, amount: Amount) -> Amount:
    """A number in words behind a sign of money: "Rs three crore"."""
    match = _SIGN.search(line.before(amount.span.start, 6))
    if match is None or amount.form is not Form.WORDS:
        return amount
    start = amount.span.start - len(match.group())
    return amount._replace(span=Span(start, amount.span.end), sign=match["sign"])


@cache
def _vague_phrases() -> Phrases[float]:
    return Phrases(table("numbers")["vague"], folded=True)


def _vague(line: Line) -> Iterator[Amount]:
    for i in range(len(line.words)):
        match = _vague_phrases().longest(line.words, i)
        if match and (line.words[i + 1 : i + 2] or line.words)[0].folded == "score":
            # "a score of gulls", not "a score of 12" or "the score of the film"
            counted = line.words[i + match.size : i + match.size + 1]
            if not counted or not is_plural(counted[0].text):
                continue
        if match:
            span = Span(line.words[i].start, line.words[i + match.size - 1].end)
            exact = line.words[i + 1 : i + 2] and line.words[i + 1].folded == "score"
            form = Form.WORDS if exact else Form.VAGUE
            yield Amount(span, float(match.value), form)


def _fractions(line: Line) -> Iterator[Amount]:
    """Parts of a whole or of a round number; "the second half" is none."""
    for match in _FRACTION.finditer(line.text, *line.span):
        top = (match["top"] or "").casefold()
        part = _part(match["part"])
        number = 1.0 if top in ("", "a", "an", "one") else float(_UNITS.index(top))
        scale = _SCALES.get((match["scale"] or "").casefold(), 1.0)
        if match["scale"] or _is_fraction(line, match, top):
            form = Form.WORDS if match["scale"] else Form.FRACTION
            start, article = match.start(), len(top) + 1
            if top in ("a", "an"):
                start += article
            value = rounded(number * part * scale)
            yield Amount(Span(start, match.end()), value, form, scale=scale)


def _part(word: str) -> float:
    folded = word.casefold().removesuffix("s")
    fixed = {"half": 0.5, "halve": 0.5, "quarter": 0.25, "hundredth": 0.01}
    return fixed.get(folded) or 1.0 / _NTH[folded]


def _is_fraction(line: Line, match: re.Match[str], top: str) -> bool:
    behind = line.after(match.end())
    part = match["part"].casefold()
    if _MEASURED.match(behind) and (top or part == "half"):
        return part in ("half", "quarter", "quarters") or top not in ("", "a", "an")
    by = _BY.search(line.before(match.start())) is not None
    shared = _SHARED.match(behind) is not None
    if part == "half" and not top:
        alone = re.match(r"[.,;]|$", behind) is not None
        return shared or _HALF_OF.match(behind) is not None or (alone and by)
    if behind[:1] == "-" or not top:
        return False
    return shared or by or top not in ("a", "an")


def _cardinals(line: Line) -> Iterator[Amount]:
    matches = [
        match
        for match in _CARDINAL.finditer(line.text, *line.span)
        if not _FOLD.match(line.text, match.end())
    ]
    i = 0
    while i < len(matches):
        size = _run_size(line.text, matches[i:])
        run = matches[i : i + size]
        i += size
        span = Span(run[0].start(), run[-1].end())
        value = _value(" ".join(m.group().casefold() for m in run))
        if value is not None:
            amount, end = _with_part(line, span, value, run[-1].group().casefold())
            yield amount
            while i < len(matches) and matches[i].start() < end:
                i += 1


def _run_size(text: str, matches: Sequence[re.Match[str]]) -> int:
    """How many number words make one number."""
    words = [match.group().casefold() for match in matches]
    least = _SCALES.get(words[0], 0.0)
    for i in range(1, len(words)):
        gap = text[matches[i - 1].end() : matches[i].start()]
        if not _GAP.fullmatch(gap) or not _joins(words, i, gap, least):
            return i
        if words[i] in _SCALES and words[i] != "hundred":
            least = _SCALES[words[i]]
    return len(words)


def _joins(words: Sequence[str], i: int, gap: str, least: float) -> bool:
    """Whether a number word goes on with the number before it."""
    before, word, glue = words[i - 1], words[i], gap.strip().casefold().strip("-")
    if word in _SCALES:
        larger = least and _SCALES[word] >= least and before != "hundred"
        return not glue and not larger and before != "dozen"
    if before not in _SCALES:
        return not glue
    if before == "dozen":
        return False
    if glue in (",", ", and"):
        following = words[i + 1 : i + 3]
        return before != "hundred" and bool({"hundred", "thousand"} & set(following))
    return True


@lru_cache(maxsize=1000)
def _value(phrase: str) -> float | None:
    """A run of number words as a value, by text2num; None where it is none."""
    words = phrase.split()
    for scale in ("crore", "lakh"):
        if scale in words[:-1]:  # "two lakh fifty thousand"
            place = words.index(scale) + 1
            parts = _value(" ".join(words[:place])), _value(" ".join(words[place:]))
            return None if None in parts else sum(filter(None, parts))
    *rest, last = words
    if last in ("dozen", "lakh", "crore") or (not rest and last in _SCALES):
        count = _value(" ".join(rest)) if rest else 1.0
        return None if count is None else rounded(count * _SCALES[last])
    from text_to_num import text2num

    try:
        return float(text2num(phrase, "en"))
    except ValueError:  # words that make no number together: "one two"
        return None


def _with_part(line: Line, span: Span, value: float, last: str) -> tuple[Amount, int]:
    """A number with the fraction behind it: "two and a half", "two point five"."""
    if match := _AND_PART.match(line.text, span.end, line.span.end):
        top = match["top"].casefold()
        part = _part(match["part"]) * (_UNITS.index(top) if top in _UNITS else 1)
        scale = _SCALES.get((match["scale"] or "").casefold(), 1.0)
        unit = _SCALES.get(last, 1.0) if not match["scale"] else 1.0
        whole = rounded((value + part * unit) * scale)
        span = Span(span.start, match.end())
        return Amount(span, whole, Form.WORDS, scale=scale), span.end
    if match := _POINT.match(line.text, span.end, line.span.end):
        digits = "".join(str(_UNITS.index(w)) for w in match[1].casefold().split())
        size = re.match(r"\s(million|billion|trillion)\b", line.after(match.end()))
        scale = _SCALES[size[1]] if size else 1.0
        span = Span(span.start, match.end() + (size.end() if size else 0))
        whole = rounded(float(f"{int(value)}.{digits}") * scale)
        return Amount(span, whole, Form.WORDS, scale=scale), span.end
    scale = _SCALES.get(last, 1.0)
    return Amount(span, value, Form.WORDS, scale=scale), span.end


def _ordinals(line: Line) -> Iterator[Amount]:
    for match in _ORDINAL.finditer(line.text, *line.span):
        if match["hundred"]:
            value = _LARGE[match["hundred"].casefold().split()[-1]]
        else:
            value = float(_NTH[match["nth"].casefold()])
            if match["tens"]:
                value += 10.0 * (_TENS.index(match["tens"].casefold()) + 2)
        yield Amount(Span(*match.span()), value, Form.ORDINAL)
