"""Documents of a word processor or a printer → articles: what they have in common.

A document says of its paragraphs how they look; what its file says of itself (who made
it, when) is of the file and not of the report, and only helps to find the headline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.extracts import (
    About,
    Extract,
    extract_of,
    left_out,
    listed,
    one_line,
)
from newsdiff.model import Role

_TOP: Final = 10
"""Paragraphs among which a headline stands: kicker, outlet and date may come first."""
_LARGER: Final = 1.15
"""How much larger than the text a headline is at least."""
_FEW_WORDS: Final = 3
_MAX_HEADLINE: Final = 300
"""Characters; no headline is longer, whatever its size."""
_MAX_CELL: Final = 3
"""Paragraphs in a cell; one with more holds text laid out in a table, no value."""
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_SEPARATOR: Final = re.compile(r" [-–—|] ")
"""Between the headline and the outlet in the title of a file."""
_SYMBOLS: Final = dict(
    zip(
        range(0x41, 0x5B),
        "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
        strict=True,
    )
)
_SYMBOLS.update(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_SYMBOLS.update(
    {
        0x2D: "−", 0xA0: "€", 0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←",
        0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥",
        0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xBC: "…", 0xD2: "®",
        0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™",
    }
)  # fmt: skip
_SYMBOLS.update({code: chr(code) for code in (*range(0x20, 0x2D), *range(0x2E, 0x41))})


class Paragraph(NamedTuple):
    """A paragraph of a document."""

    text: str
    """A line break in it is "\\n"."""
    role: Role | None = None
    """By its style alone: a title is a headline, another heading a crosshead."""
    style: str = ""
    """What the document calls its style, in lower case ("heading 1")."""
    size: float = 0
    """Of most of its letters, in points; 0: unknown."""
    is_in_table: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document that is one text."""

    paragraphs: Sequence[Paragraph]
    title: str = ""
    """What the file calls itself; seldom the headline."""
    notes: tuple[str, ...] = ()


@dataclass
class Counts:
    """What was met and not taken as it stood, counted for the reader."""

    left_out: Counter[str] = field(default_factory=Counter)
    """How many of what, in the singular."""
    accepted: Counter[str] = field(default_factory=Counter)
    """Tracked changes: insertions, deletions, moves."""
    moved: Counter[str] = field(default_factory=Counter)
    """Pieces that stand elsewhere than in the document: footnotes, text boxes."""

    def notes(self) -> tuple[str, ...]:
        """One sentence for each kind."""
        changes, places = listed(self.accepted), listed(self.moved)
        told = (
            f"read as if all tracked changes were accepted: {changes}" * bool(changes),
            f"put behind the text they belong to: {places}" * bool(places),
            left_out(self.left_out),
        )
        return tuple(note for note in told if note)


def article_of(document: Document, name: str) -> Extract:
    """A document as one article.

    Args:
        document: Its paragraphs and what is known of them.
        name: What to call the file in messages.

    Raises:
        SourceError: It holds no text.
    """
    paragraphs = list(_split(document.paragraphs))
    if not paragraphs:
        message = f"{name} is empty: there is no article in it"
        raise SourceError(message)
    at = _headline(paragraphs, document.title)
    roles: list[Role | None] = [  # a subtitle is made from the style of the title
        None if paragraph.role is Role.HEADLINE else paragraph.role
        for paragraph in paragraphs
    ]
    if at is not None:
        roles[at] = Role.HEADLINE
    return extract_of(
        ((p.text, role) for p, role in zip(paragraphs, roles, strict=True)),
        about=About(title=None if at is None else one_line(paragraphs[at].text)),
        notes=document.notes,
    )


def row_of(cells: Iterable[Sequence[Paragraph]]) -> Iterator[Paragraph]:
    """A row of a table as one paragraph with " | " between its cells.

    A row of one cell, or with text of several paragraphs in one, is no row of values
    but a way to place text: its paragraphs stay what they are.
    """
    filled = [[p for p in cell if p.text.strip()] for cell in cells]
    if len(filled) == 1 or any(len(cell) > _MAX_CELL for cell in filled):
        for cell in filled:
            yield from (p._replace(is_in_table=True) for p in cell)
    elif first := next((p for cell in filled for p in cell), None):
        words = ("\n".join(p.text for p in cell) for cell in filled)
        yield Paragraph(" | ".join(words), size=first.size, is_in_table=True)


def symbol(code: int) -> str:
    """A character of the font Symbol, or of its private range; "" for one unknown."""
    return _SYMBOLS.get(code - 0xF000 if 0xF000 <= code <= 0xF0FF else code, "")


def _split(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs with words; a blank line inside one ends it."""
    for paragraph in paragraphs:
        for piece in _BLANK_LINE.split(paragraph.text):
            if piece.strip():
                yield paragraph._replace(text=piece)


def _headline(paragraphs: Sequence[Paragraph], title: str) -> int | None:
    """Which paragraph is the headline, where the document shows it."""
    everywhere = range(len(paragraphs))
    if titles := [at for at in everywhere if paragraphs[at].role is Role.HEADLINE]:
        return titles[0]
    top = everywhere[:_TOP]
    names = {one_line(title), one_line(_SEPARATOR.split(title)[0])} - {""}
    if named := [at for at in top if one_line(paragraphs[at].text) in names]:
        return named[0]
    headings = [at for at in top if paragraphs[at].role is Role.SUBHEADING]
    is_styled = any(paragraph.style for paragraph in paragraphs)
    if headings and is_styled:
        return headings[0]
    return _largest(paragraphs, top)


def _largest(paragraphs: Sequence[Paragraph], top: range) -> int | None:
    """The largest paragraph at the top, if it is larger than the text is.

    One of few words may be the name of the paper, or a kicker: one of more goes first.
    """
    letters: Counter[float] = Counter()
    for paragraph in paragraphs:
        letters[paragraph.size] += len(paragraph.text)
    usual = letters.most_common(1)[0][0]
    large = [
        at
        for at in top
        if paragraphs[at].size >= _LARGER * usual > 0
        and len(paragraphs[at].text) <= _MAX_HEADLINE
    ]
    worded = [at for at in large if _words(paragraphs[at].text) >= _FEW_WORDS]
    return max(worded or large, key=lambda at: paragraphs[at].size, default=None)


def _words(text: str) -> int:
    return sum(any(map(str.isalpha, word)) for word in text.split())
