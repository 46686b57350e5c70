"""Where a text quotes: pairs of quotation marks, whichever way they are typed.

A straight mark does not say whether it opens or closes; its neighbours do, and where
they do not, whether a quotation is open. A mark that has no partner within a bounded
stretch is a slip of the typist and quotes nothing, so one slip spoils one quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.model import Span

MAX_QUOTATION: Final = 1_200
"""Characters: a quotation that runs on longer is taken for a missing mark."""
_MAX_SINGLE: Final = 400
"""The same for single marks, which are apostrophes more often than not."""

_DOUBLE: Final = re.compile('[“”„"«»「」『』]')
_SINGLE: Final = re.compile("[‘’']")
_CLOSED_BY: Final = {
    "“": '”"',
    "„": '“”"',
    '"': '"”',
    "«": "»",
    "»": "«",
    "「": "」",
    "『": "』",
}
"""Which marks may close what each mark opens; a straight one stands for a curly one."""
_OPENS_AFTER: Final = "([{—–-/“‘«"
_ENDS_BEFORE: Final = ".,!?…"
"""A single mark closes a quotation behind one of these; else it may be anything."""


def quotations(text: str) -> tuple[Span, ...]:
    """The quotations of a paragraph with their marks, in order, none in another."""
    found = sorted([*_doubles(text), *_singles(text)])
    kept: list[Span] = []
    for span in found:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def _doubles(text: str) -> Iterator[Span]:
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text):
        if opened and mark.start() - opened.start() > MAX_QUOTATION:
            opened = None
        closes = opened is not None and mark.group() in _CLOSED_BY[opened.group()]
        if opened and closes and not _must_open(text, mark):
            yield Span(opened.start(), mark.end())
            opened = None
        elif mark.group() in _CLOSED_BY and not _must_close(text, mark):
            opened = mark


def _must_open(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands before a word and behind a blank."""
    if mark.group() != '"':
        return False
    before, after = _around(text, mark)
    return before.isspace() and not after.isspace()


def _must_close(text: str, mark: re.Match[str]) -> bool:
    """Whether a straight mark stands behind a word and before a blank."""
    if mark.group() != '"':
        return False
    before, after = _around(text, mark)
    stands_behind = not before.isspace() and before not in _OPENS_AFTER
    return stands_behind and not after.isalnum()


def _around(text: str, mark: re.Match[str]) -> tuple[str, str]:
    """The characters beside a mark; the ends of the text count as blanks."""
    return (
        text[mark.start() - 1 : mark.start()] or " ",
        text[mark.end() : mark.end() + 1] or " ",
    )


def _singles(text: str) -> Iterator[Span]:
    if "‘" not in text and "'" not in text:  # what could open one
        return
    opened: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text):
        before, after = _around(text, mark)
        stands_before = (before.isspace() or before in _OPENS_AFTER) and after.isalpha()
        if mark.group() != "’" and stands_before:
            opened = mark
        elif (
            opened
            and mark.group() in "’'"
            and before in _ENDS_BEFORE
            and not after.isalnum()
        ):
            if mark.start() - opened.start() <= _MAX_SINGLE:
                yield Span(opened.start(), mark.end())
            opened = None
