"""What is kept of an article to group it: about two kilobytes, whatever its length."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Final

import numpy as np

from newsdiff.grouping.credits import agencies_of
from newsdiff.grouping.sketches import Sketch, sketch_of, words_by_sentence
from newsdiff.grouping.terms import (
    Term,
    TermKind,
    Weighty,
    weightiest,
    without_title_case,
)

TERMS: Final = 96
"""Terms that are compared; with all of them no more stories are right."""
SHOWN: Final = 40
"""Terms that can be shown: what two articles share is nearly always one of these."""
OFTEN: Final = 16.0
RARE: Final = 2.5
"""What a byte counts of how often a term is told, and of how rare it is."""
_HEADLINE: Final = 140
_KEY: Final = 8
"""Bytes of a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What an article is grouped by."""

    key: str
    """The hash of its text, white space aside: the same text has the same key."""
    day: int | None
    """When it was published, as `date.toordinal`; None where that is not known."""
    headline: str
    words: int
    """How long it is."""
    hashes: bytes = field(repr=False)
    """Its weightiest terms, four bytes each, in order."""
    often: bytes = field(repr=False)
    """How often it tells each, a byte a term."""
    rare: bytes = field(repr=False)
    """How rare each is in English, a byte a term."""
    shown: str = field(repr=False)
    """The weightiest of them as they are written, each on a line behind its kind."""
    sketch: Sketch = field(repr=False)
    agencies: tuple[str, ...] = ()
    """News agencies whose copy it says it is."""


@dataclass(frozen=True, slots=True)
class ShownTerm:
    """A term as an article writes it."""

    kind: TermKind
    text: str


def signature(
    text: str,
    title: str | None = None,
    published: str | None = None,
    *,
    credit: str = "",
) -> Signature:
    """What is kept of an article.

    Args:
        text: The article, its paragraphs on lines of their own.
        title: Its headline; None: its first line is taken for it.
        published: ISO 8601, a day or a day and time, local as it stands; None where it
            is not known. What is no date is as none.
        credit: What its source says of author and outlet.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    headline = " ".join((title or (lines[0] if lines else "")).split())
    is_told = bool(lines) and " ".join(lines[0].split()) == headline
    if not is_told:
        lines = [headline, *lines]
    text_of_all = "\n".join(map(without_title_case, lines))
    sentences = words_by_sentence(text_of_all)
    terms = weightiest(text_of_all, chain(*sentences), TERMS)
    by_hash = {hash_of(each.term): each for each in reversed(terms)}
    ordered = sorted(by_hash.items())
    return Signature(
        key=key_of(text),
        day=_day(published),
        headline=_cut(headline),
        words=sum(map(len, sentences)),
        hashes=np.array([h for h, _ in ordered], np.uint32).tobytes(),
        often=bytes(min(255, round(each.often * OFTEN)) for _, each in ordered),
        rare=bytes(min(255, round(each.rare * RARE)) for _, each in ordered),
        shown=_shown(terms),
        sketch=sketch_of(sentences),
        agencies=agencies_of(lines, credit),
    )


def key_of(text: str) -> str:
    """The key of a text: the same for the same words, whatever white space is there."""
    words = " ".join(text.split()).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=_KEY).hexdigest()


def hash_of(term: Term) -> int:
    """The number a term is compared by."""
    return zlib.crc32(term.encode("utf-8", "replace"))


def shown_terms(kept: Signature) -> dict[int, ShownTerm]:
    """The terms that can be shown, by their hash, the weightiest first."""
    found = {}
    for line in kept.shown.split("\n") if kept.shown else ():
        number, mark, text = line[:8], line[8], line[9:]
        found[int(number, 16)] = ShownTerm(TermKind(mark), text)
    return found


def _shown(terms: Sequence[Weighty]) -> str:
    return "\n".join(
        f"{hash_of(each.term):08x}{each.term[0]}{each.shown}" for each in terms[:SHOWN]
    )


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:  # a year alone, or nothing: no day to reckon with
        return None


def _cut(headline: str) -> str:
    if len(headline) <= _HEADLINE:
        return headline
    return headline[: _HEADLINE - 1].rsplit(" ", 1)[0] + "…"
