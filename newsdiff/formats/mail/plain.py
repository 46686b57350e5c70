"""The plain text of a letter → its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from newsdiff.formats.mail.history import is_attribution, says_forwarded

_QUOTE: Final = re.compile(r"((?:>\s?)+)(.*)", re.DOTALL)
_SIGNATURE: Final = re.compile(r"--\s?")
_RULE: Final = re.compile(r"[\s=_*~#·•–—-]{3,}")
_ADDRESS: Final = re.compile(
    r"(?<!\s)\s*+(?:<https?://[^<>\s]*>|\(\s*https?://[^()\s]*\s*\)|\[https?://[^\[\]\s]*\])"
)
"""Where a link leads, behind its words."""
_BARE: Final = re.compile(r"\s*https?://\S+\s*")
_PICTURE: Final = re.compile(r"\[(?:image:|cid:|inline image)[^\[\]]*\]", re.IGNORECASE)
_ITEM: Final = re.compile(r"\s*(?:[*•·▪◦»›+-]|\d{1,2}[.)])\s+\S")
_WIDEST: Final = 100
"""Characters of the longest line of a text that is wrapped."""
_UNWRAPPED: Final = _WIDEST + 1
_FULL: Final = 0.75
"""How full a line is, at least, that goes on in the next."""
_MOST_ATTRIBUTION: Final = 4
"""Lines of "On … wrote:"."""


def paragraphs_of(
    text: str, counts: Counter[str], *, is_flowed: bool, deletes_space: bool
) -> Iterator[str]:
    """The paragraphs of a letter's plain text.

    Args:
        text: Of the part, with line feeds.
        counts: What is left out is added here.
        is_flowed: Whether lines that end with a blank go on in the next (RFC 3676).
        deletes_space: Whether that blank is none of the text.
    """
    lines = text.split("\n")
    if is_flowed:
        lines = list(_joined(lines, deletes_space=deletes_space))
    lines = _without_signature(lines, counts)
    lines = _without_quotes(lines, counts)
    cleaned = [_cleaned(line, counts) for line in lines]
    width = _UNWRAPPED if is_flowed else _width(cleaned)
    for is_blank, block in groupby(cleaned, key=lambda line: not line.strip()):
        if not is_blank:
            yield from _wrapped(block, width)


def _joined(lines: Iterable[str], *, deletes_space: bool) -> Iterator[str]:
    """Lines of a flowed text, those joined that a mail program broke."""
    whole, depth = "", 0
    goes_on = False
    for line in lines:
        found = _QUOTE.fullmatch(line) if line.startswith(">") else None
        marks = found[1].count(">") if found else 0
        words = (found[2] if found else line).removeprefix(" ")
        if goes_on and marks == depth and words != "-- ":
            whole += words
        else:
            if goes_on:
                yield whole
            whole = ">" * marks + " " * bool(marks) + words
        depth = marks
        goes_on = words.endswith(" ") and words != "-- "
        if goes_on and deletes_space:
            whole = whole[:-1]
        if not goes_on:
            yield whole
    if goes_on:
        yield whole


def _without_signature(lines: list[str], counts: Counter[str]) -> list[str]:
    """Lines above the last "-- ", if little stands below it."""
    for number in range(len(lines) - 1, 0, -1):
        if _SIGNATURE.fullmatch(lines[number]):
            below = [line for line in lines[number + 1 :] if line.strip()]
            if len(below) <= 12:
                counts["signature"] += bool(below)
                return lines[:number]
            break
    return lines


def _without_quotes(lines: list[str], counts: Counter[str]) -> list[str]:
    """Lines without the letters that they answer.

    A forwarded letter may be quoted as well, and so may all that there is: those stay,
    without the marks.
    """
    kept: list[str] = []
    quoted = 0
    for is_quote, group in groupby(lines, key=lambda line: line.startswith(">")):
        block = list(group)
        cut = _attribution(kept) if is_quote else 0
        if cut:
            quoted += 1
            del kept[len(kept) - cut :]
        elif is_quote and not quoted:
            kept.extend(_unquoted(line) for line in block)
        elif not is_quote:
            kept.extend(block)
    if quoted and not any(line.strip() for line in kept):
        return [_unquoted(line) for line in lines]
    counts["quoted letter"] += quoted
    return kept


def _attribution(lines: list[str]) -> int:
    """How many of the last lines are "On … wrote:"; 0 where they are not."""
    blank = 0
    while blank < len(lines) and not lines[-blank - 1].strip():
        blank += 1
    words = lines[: len(lines) - blank]
    for count in range(1, _MOST_ATTRIBUTION + 1):
        last = words[-count:]
        if any(says_forwarded(line) for line in last):
            return 0
        if is_attribution(" ".join(last)):
            return len(last) + blank
    return 0


def _unquoted(line: str) -> str:
    return line[1:].removeprefix(" ") if line.startswith(">") else line


def _cleaned(line: str, counts: Counter[str]) -> str:
    """A line without where its links lead; empty where it is only a rule."""
    line, addresses = _ADDRESS.subn("", line)
    line, pictures = _PICTURE.subn("", line)
    counts["link target"] += addresses
    counts["picture"] += pictures
    if _BARE.fullmatch(line):
        counts["link target"] += 1
        return ""
    return "" if _RULE.fullmatch(line) else line


def _width(lines: Iterable[str]) -> int:
    """In how many characters a text is wrapped: nine lines of ten are no longer."""
    lengths = sorted(len(line) for line in lines if line.strip())
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """The paragraphs of a block: a line that is full goes on in the next."""
    pieces: list[str] = []
    is_full = True
    for line in lines:
        if pieces and (not is_full or _ITEM.match(line)):
            yield "\n".join(pieces)
            pieces = []
        pieces.append(line.strip())
        is_full = width <= _WIDEST and len(line) >= _FULL * width
    if pieces:
        yield "\n".join(pieces)
