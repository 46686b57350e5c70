"""Which news agency an article credits: in its dateline, byline or last lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

_TOP: Final = 6
_BOTTOM: Final = 6
"""Lines in which a credit may stand."""
_OPENING: Final = 160
"""Characters of a line in which a dateline ends."""
_CREDIT_WORDS: Final = 24
_FILLERS: Final = frozenset(
    """
    a agencies agency also and at by contributed copyright correspondent editor for from
    in input inputs material news of on report reporter reporting reports service source
    staff story text the this to via with wire wires writer writers writing
    """.split()
)
"""What stands around names in a line of credits."""
_SIGNED: Final = re.compile(
    r"\W*(?:(?:by|copyright|from|source|via|with)\b|©|\(c\)|[—–]|--)", re.IGNORECASE
)
_UNSIGNED_NAMES: Final = 3
"""Names beside an agency's where nothing else says that the line is a credit."""
_PICTURE: Final = re.compile(
    r"\b(?:photos?|pictures?|images?|video|graphics?|getty|file)\b", re.IGNORECASE
)
_WORD: Final = re.compile(r"[^\W\d_][\w.’'-]*")


def agencies_of(lines: Sequence[str], credit: str = "") -> tuple[str, ...]:
    """The agencies that an article says it has its copy from, in order of their names.

    Args:
        lines: Its paragraphs; its first may be the headline.
        credit: What its source says of author and outlet; empty where it says nothing.
    """
    near_top = lines[:_TOP]
    last = lines[max(len(near_top), len(lines) - _BOTTOM) :]
    found = {name for line in near_top for name in _in_dateline(line)}
    for line in (*near_top[1:], *last):
        found.update(_in_credits(line))
    found.update(_in_brackets_at_end(lines[-1]) if lines else ())
    found.update(_named(credit))
    return tuple(sorted(found))


def _in_dateline(line: str) -> Iterator[str]:
    """Of "LONDON (Reuters) - ", "(AP) The", "BEIJING, May 5 /Xinhua/ --"."""
    for match in _dateline().finditer(line, 0, _OPENING):
        yield _signs()[match["one"] or match["bare"] or match["other"]]


def _in_credits(line: str) -> Iterator[str]:
    words = _WORD.findall(line)
    if not 0 < len(words) <= _CREDIT_WORDS or _PICTURE.search(line):
        return
    names = list(_named(line))
    if not names:
        return
    others = [w for w in _WORD.findall(_sign().sub(" ", line)) if w[0].islower()]
    if any(word.strip(".'’").casefold() not in _FILLERS for word in others):
        return
    left = len(_WORD.findall(_sign().sub(" ", line))) - len(others)
    is_signed = _SIGNED.match(line) or "contributed" in others
    if is_signed or left <= _UNSIGNED_NAMES:
        yield from names


def _in_brackets_at_end(line: str) -> Iterator[str]:
    """Of a last sentence that ends in "(AFP)" or "- AFP"."""
    match = _at_end().search(line)
    if match:
        yield _signs()[match["sign"]]


def _named(words: str) -> Iterator[str]:
    for match in _sign().finditer(words):
        yield _signs()[match.group()]


@cache
def _signs() -> dict[str, str]:
    """How an agency signs → its name."""
    text = (files(__package__) / "agencies.toml").read_text("utf-8")
    return {
        sign: name
        for name, signs in tomllib.loads(text)["signs"].items()
        for sign in signs
    }


@cache
def _any_sign() -> str:
    return "|".join(map(re.escape, sorted(_signs(), key=lambda s: (-len(s), s))))


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.-])(?:{_any_sign()})(?![\w-])")


@cache
def _dateline() -> re.Pattern[str]:
    any_sign = _any_sign()
    return re.compile(
        rf"(?:^\W?|(?<=[\w.] )|(?<=--))\((?P<one>{any_sign})\)\s*(?:—|–|―|--?|:)"
        rf"|^\W?\((?P<bare>{any_sign})\)"
        rf"|/(?P<other>{any_sign})/\s*(?:—|–|--?)"
    )


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?:[(\[/]|[-—–]\s*)(?P<sign>{_any_sign()})[)\]/]?\s*\.?\s*$")
