"""A fact's words in so many cells, cut between words, with its value in sight."""

from __future__ import annotations

import re
from typing import Final

from newsdiff.english.words import is_number_word, tokens
from newsdiff.model import Span
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible

_MORE: Final = "…"
_LOOSE: Final = " ,;:–—-/"
"""What a cut leaves behind at the end of words."""
_NUMBER: Final = re.compile(r"\d(?:[\d.,:]*\d)?")
_FEWEST: Final = 2
"""Characters that are worth a cut at the beginning."""
_LEAST: Final = 0.25
"""Share of the cells that whole words must fill: a longer word is cut itself."""


def fit_words(words: str, width: int, value: str = "") -> str:
    """Words in at most so many cells, with "…" where some are left out.

    Args:
        words: What is told.
        width: Cells there are, at least one.
        value: A name or value that has to be seen; of a number that is written in
            another way the words for it.
    """
    if cells(words) <= width:
        return words
    start, place = 0, find_value(words, value) if value else None
    if place is not None and cells(words[: place.end]) + 1 > width:
        starts = [m.start() for m in re.finditer(r"\S+", words[: place.start])]
        room = width - 2 * cells(_MORE)
        fitting = (at for at in starts if cells(words[at : place.end]) <= room)
        start = next(fitting, place.start)
        start = 0 if start < _FEWEST else start  # nothing but a quotation mark
    shown = f"{_MORE * (start > 0)}{words[start:].lstrip(_MORE)}"
    if cells(shown) <= width:
        return shown
    cut = fit(shown, max(1, width)).rstrip()
    head = cut.removesuffix(_MORE)
    if not shown[len(head) :][:1].isspace():
        head = head[: max(head.rfind(" "), 0)]
    head = head.rstrip(_LOOSE)
    return f"{head}{_MORE}" if cells(head) >= _LEAST * width else cut


def find_value(words: str, value: str) -> Span | None:
    """Where words tell a value: as it is, else its number, else any number."""
    value = " ".join(visible(value).split())
    at = words.find(value)
    if at >= 0:
        return Span(at, at + len(value))
    own = _NUMBER.search(value)
    if own is None and not any(is_number_word(word.folded) for word in tokens(value)):
        return None
    for found in _NUMBER.finditer(words):
        if own is None or found.group() == own.group():
            return Span(*found.span())
    return next(
        (Span(w.start, w.end) for w in tokens(words) if is_number_word(w.folded)), None
    )
