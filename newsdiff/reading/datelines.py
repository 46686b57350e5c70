"""Where, when and for whom a story was filed: "HONG KONG, May 5 (AP) — ".

A place in capitals says so by a dash; one in small letters needs an agency or a day
beside it. What stands in capitals may also be a label ("EXCLUSIVE —"), a body
("NATO —") or a few common words ("STORM DAMAGE —"): these are no places.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsdiff.english.gazetteer import Known, known_names
from newsdiff.english.lexicon import is_common_word
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import tokens
from newsdiff.model import Kind

_CAPITAL: Final = "A-ZÀ-ÖØ-Þ"
_CAPS: Final = rf"[{_CAPITAL}][{_CAPITAL}.’']*"
_CAPITALS: Final = rf"{_CAPS}(?:[ -](?:{_CAPS}|AND|OF)){{0,4}}"
_SMALL: Final = r"(?:al|de|del|di|la|le|of|on|upon)"
_TITLED: Final = rf"[{_CAPITAL}][\w.’'-]+(?: (?:[{_CAPITAL}][\w.’'-]*|{_SMALL})){{0,3}}"
_MONTH: Final = (
    r"(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? (?:19|20)\d\d)?"
)
_REGION: Final = (
    rf"(?:, (?!{_DAY})[{_CAPITAL}][\w.’'-]*(?: [{_CAPITAL}][\w.’'-]*){{0,2}})"
)
_DASH: Final = r"(?:\s*(?:—|–|―|--)\s*|\s+[-_]\s*(?=[\s\"“‘'A-Z])|-\s+)"
_NEXT: Final = rf"(?=[\"“‘'(\[$£€]?[{_CAPITAL}0-9])"
_WIRE: Final = r"/[A-Z][\w -]{2,24}/"
_BRACKETS: Final = rf"(?:\s*(?:--)?\([A-Z][\w /.&-]{{1,24}}\)|\s*{_WIRE})"
_LETTERS: Final = 4
"""Of a place in capitals, to be told from "US" and "EU"."""
_FILED: Final = re.compile(
    rf"(?P<place>{_CAPITALS})(?P<more>{_REGION}{{0,2}}(?:/{_TITLED}{_REGION}?){{0,3}}"
    rf"(?:,? {_DAY})?(?: [A-Z]{{2,4}}(?= -))?{_BRACKETS}?)\.?{_DASH}{_NEXT}"
)
_COLON: Final = re.compile(
    rf"(?P<place>{_CAPITALS}|{_TITLED})(?:/{_TITLED}){{0,2}}(?:, {_DAY})?\s*:\s+{_NEXT}"
)
_BESIDE: Final = re.compile(r"[\d(/]")
"""Of a day, or of an agency: a place in small letters has one or the other."""


@cache
def _titled() -> re.Pattern[str]:
    """A place in small letters, with a day or an agency; or either without a place."""
    agency = rf"\((?:{'|'.join(map(re.escape, table('datelines')['agencies']))})\)"
    place = rf"{_TITLED}{_REGION}{{0,2}}(?:/{_TITLED}){{0,2}}"
    ends = rf"(?:{_DASH}|(?<=\)):?\s+(?=[\"“‘']?[A-Z]))"
    return re.compile(
        rf"(?:{place}(?:,? {_DAY})?\s*(?:{agency}|{_WIRE})(?:{_DASH}|:\s+)"
        rf"|{place}, {_DAY}{_DASH}"
        rf"|{_DAY} {agency}{_DASH}"
        rf"|\((?:{'|'.join(map(re.escape, table('datelines')['placeless']))})\){ends}"
        rf"|CNN\s*(?:—|–|--){ends}?\s*){_NEXT}"
    )


def wire_tag(paragraph: str, *, opening: bool = False) -> int:
    """The length of the dateline that a paragraph of the story begins with, or 0.

    Args:
        paragraph: The paragraph, or as much of it as can hold a dateline.
        opening: Whether the story begins with it: then a place and a colon will do.
    """
    if not (paragraph[:1].isalnum() or paragraph[:1] == "("):
        return 0  # as none of what follows begins
    if (match := _FILED.match(paragraph)) and _is_filed(match):
        return match.end()
    may_be_titled = _BESIDE.search(paragraph) or paragraph.startswith("CNN")
    if (
        may_be_titled
        and (match := _titled().match(paragraph))
        and not _is_label(paragraph)
    ):
        return match.end()
    if opening and (match := _COLON.match(paragraph)):
        place = match["place"]
        is_place = _is_place(place) if place.isupper() else _is_known_place(place)
        return match.end() if is_place and not _is_label(place) else 0
    return 0


def _is_filed(match: re.Match[str]) -> bool:
    place = match["place"]
    if _is_label(place):
        return False
    return bool(match["more"]) or _is_place(place)


def _is_label(text: str) -> bool:
    first = re.split(r"[\s/:—–-]", text, maxsplit=1)[0]
    groups = ("labels", "speakers")
    return any(first in word_group("datelines", group) for group in groups)


def _is_place(name: str) -> bool:
    """Whether a name in capitals, with nothing beside it, may be a place's."""
    known = _known(name)
    if known:
        return known.kind is Kind.PLACE and len(name) >= _LETTERS
    words = name.split()
    if any(word in word_group("datelines", "place_words") for word in words):
        return len(words) > 1
    letters = sum(map(str.isalpha, name))
    common = all(is_common_word(part) for part in re.findall(r"[^\W_]+", name.lower()))
    return letters >= _LETTERS and not common


def _is_known_place(name: str) -> bool:
    known = _known(name)
    return known is not None and known.kind is Kind.PLACE


def _known(name: str) -> Known | None:
    """What the tables know of a whole name, in capitals or as it is written."""
    for spelling in (name, name.title()):
        words = tokens(spelling)
        match = known_names().longest(words, 0) if words else None
        if match and match.size == len(words):
            return match.value
    return None
