"""Sayings as rows of a table, and back."""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from newsdiff.corrections.saying import About, Place, Saying, What
from newsdiff.model import SIDES, Article, Kind, Pair, Side, Span


class SaidRow(NamedTuple):
    """What is kept of a saying, in the order of the columns."""

    text_a: str
    """The hash of one text: the lower one."""
    text_b: str
    """That of the other; empty for what is said of one article alone."""
    what: str
    about: str
    """The place, as JSON."""
    holds: int
    words: str


def text_hash(article: Article) -> str:
    """What a text is known by, wherever its file lies and whatever it is called."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def to_row(saying: Saying, texts: Pair[str]) -> SaidRow:
    """A saying about two texts, the lower hash first.

    Args:
        saying: What was said.
        texts: The hashes of both texts.
    """
    if saying.of_one_article:
        side = saying.place.side or Side.A
        saying, texts = (
            (saying if side is Side.A else saying.swapped),
            Pair(texts[side], ""),
        )
    elif texts.b < texts.a:
        saying, texts = saying.swapped, texts.swapped
    place = saying.place
    about = {
        "about": place.about.value,
        "kind": place.kind and place.kind.value,
        **{side.value: [list(span) for span in place.spans[side]] for side in SIDES},
    }
    return SaidRow(
        text_a=texts.a,
        text_b=texts.b,
        what=saying.what.value,
        about=json.dumps(about),
        holds=int(saying.holds),
        words=saying.words,
    )


def from_row(row: SaidRow, texts: Pair[str]) -> Saying | None:
    """The saying in a row, as the two texts stand now.

    Returns:
        None where it cannot be understood: a later newsdiff may know more kinds.
    """
    try:
        about = json.loads(row.about)
        place = Place(
            about=About(about["about"]),
            kind=Kind(about["kind"]) if about["kind"] else None,
            spans=Pair(*(_spans(about[side.value]) for side in SIDES)),
        )
        saying = Saying(
            what=What(row.what),
            place=place,
            holds=bool(row.holds),
            words=str(row.words),
        )
    except (KeyError, TypeError, ValueError):
        return None
    turned = row.text_a != texts.a
    return saying.swapped if turned else saying


def _spans(given: list[list[int]]) -> tuple[Span, ...]:
    spans = tuple(Span(start, end) for start, end in given)
    if not all(type(n) is int for span in spans for n in span):
        message = "offsets are whole numbers"
        raise TypeError(message)
    return spans
