"""What every format gives: articles as text, with what their source says of them.

The text is plain; where a format knows paragraphs and what they are for, `blocks` say
so, else the text's own layout is read later. What was left out is said in `notes`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from newsdiff.model import Role, Span

_GAP: Final = "\n\n"
"""Between two paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a source says of an article; None where it does not say."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    """Names, without "By", joined by ", ": people, never the outlet's own posts."""
    published: str | None = None
    """ISO 8601, a day or a day and time: local as it stands, its zone only if known."""
    unsure_date: str | None = None
    """The date as written, where it can be read in two ways ("5/9/2023")."""
    updated: str | None = None
    """ISO 8601; None too where it equals `published`."""
    url: str | None = None
    """The canonical address, http or https."""
    language: str | None = None
    """As the source names it, in lower case: "en", "en-gb", "english"."""


class Block(NamedTuple):
    """A paragraph of an extract."""

    span: Span
    role: Role | None
    """What it is for, where the format says so; None: its words decide later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """One article as a file holds it."""

    text: str = field(repr=False)
    blocks: tuple[Block, ...] = ()
    """In order; empty where only the layout of the text tells its paragraphs."""
    about: About = About()
    notes: tuple[str, ...] = ()
    """One sentence each: what was left out and why, what is unsure."""
    part: str = ""
    """Which article of its file: unique there, the same every time it is read; empty
    where the file is one article."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A part of a file that is no article, or cannot be read."""

    part: str
    why: str
    """One sentence: what, where, what to do."""


Extracted = Extract | Unread


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a person says of the sources that are named."""

    text: str = ""
    """The column of a table that holds the text; empty: found by its name."""
    title: str = ""
    outlet: str = ""
    date: str = ""
    """The columns of the headline, the outlet and the day, likewise."""


def extract_of(
    paragraphs: Iterable[tuple[str, Role | None]],
    *,
    about: About | None = None,
    notes: Iterable[str | None] = (),
    part: str = "",
) -> Extract:
    """An article of paragraphs.

    Args:
        paragraphs: Text and role; white space becomes single blanks, accents are joined
            to their letters, empty ones are dropped.
        about: What its source says of it.
        notes: What the reader must know; None is dropped.
        part: Which article of its file it is.
    """
    pieces: list[str] = []
    blocks: list[Block] = []
    at = 0
    for words, role in paragraphs:
        if text := one_line(words):
            blocks.append(Block(Span(at, at + len(text)), role))
            pieces.append(text)
            at += len(text) + len(_GAP)
    return Extract(
        text=_GAP.join(pieces),
        blocks=tuple(blocks),
        about=about or About(),
        notes=tuple(note for note in notes if note),
        part=part,
    )


_ACCENTED: Final = re.compile("[^\\W\\d_][\u0300-\u036f]+")
"""A letter written apart from its accents; nothing else is composed."""
_ACCENT: Final = re.compile("[\u0300-\u036f]")


def composed(text: str) -> str:
    """The text with accents joined to their letters (NFC)."""
    if text.isascii() or not _ACCENT.search(text):
        return text
    return _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


def one_line(words: str) -> str:
    """The words as a paragraph: single blanks, accents joined to their letters."""
    return composed(" ".join(words.split()))


def words_key(words: str) -> str:
    """What two spellings of the same words share: letters and digits."""
    return re.sub(r"[\W_]+", "", words).casefold()


def language_of(words: str | None) -> str | None:
    """The first language of those that a source names, in lower case ("en-gb")."""
    named = re.split(r"[;,|]", words or "", maxsplit=1)[0].strip()
    return named.lower().replace("_", "-") or None


def counted(n: int, what: str) -> str:
    """So many of something: "1 related link", "2 text boxes", "1,204 summaries"."""
    if n == 1:
        return f"1 {what}"
    if what.endswith(("s", "x", "z", "ch", "sh")):
        return f"{n:,} {what}es"
    is_regular = what[-1:] != "y" or what[-2:-1] in "aeiou"
    return f"{n:,} {what}s" if is_regular else f"{n:,} {what[:-1]}ies"


def left_out(counts: Mapping[str, int]) -> str | None:
    """What was left out, in words: "left out: 2 related links, 1 comment form".

    Args:
        counts: How many of what, in the singular. Nothing is said of 0.
    """
    told = listed(counts)
    return f"left out: {told}" if told else None


def listed(counts: Mapping[str, int]) -> str:
    """How many of what, in words; empty where there is nothing."""
    return ", ".join(counted(n, what) for what, n in counts.items() if n)
