"""Plain text with what is brought out in the colours of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newsdiff.colours import Colours, SideColours
from newsdiff.comparing import Highlight
from newsdiff.model import Side

Pieces = Iterable[tuple[str, Highlight | None]]
_END: Final = "\x1b[0m"
_LOOKS: Final = {
    Highlight.CHANGED: ("4",),
    Highlight.PASSAGE: ("1",),
    Highlight.FACT: ("1",),
}


def paint(lines: str, pieces: Pieces, colours: Colours, side: Side) -> str:
    """Wrapped lines of one sentence, with what is brought out of it coloured.

    Args:
        lines: The sentence as it was wrapped, its label in front.
        pieces: The sentence itself, in pieces.
        colours: What they are drawn with.
        side: Whose sentence.
    """
    own = colours.sides[side]
    letters = [
        (letter, kind)
        for text, kind in pieces
        for letter in text
        if not letter.isspace()
    ]
    label = len(_bare(lines)) - len(letters)
    kinds = [*[None] * label, *(kind for _, kind in letters)]
    return "".join(_painted(lines, iter(kinds), own))


def _bare(lines: str) -> str:
    return "".join(lines.split())


def _painted(
    lines: str, kinds: Iterator[Highlight | None], own: SideColours
) -> Iterator[str]:
    """The characters; codes stand where another kind begins, and none over a line."""
    before: Highlight | None = None
    blanks = ""
    for letter in lines:
        if letter.isspace():
            if "\n" in letter and before:
                yield _END
                before = None
            blanks += letter
            continue
        kind = next(kinds)
        if kind is before:
            yield f"{blanks}{letter}"
        elif before:
            yield f"{_END}{blanks}{_begun(kind, own)}{letter}"
        else:
            yield f"{blanks}{_begun(kind, own)}{letter}"
        before, blanks = kind, ""
    yield f"{_END if before else ''}{blanks}"


def _begun(kind: Highlight | None, own: SideColours) -> str:
    """The code that a kind begins with."""
    if kind is None:
        return ""
    codes = [*_LOOKS[kind], _code(own.strong, 38)]
    if kind is Highlight.FACT:
        codes.append(_code(own.tint, 48))
    return f"\x1b[{';'.join(codes)}m"


def _code(colour: str, ground: int) -> str:
    """A colour as a terminal's code: #rrggbb, or one of its own numbers."""
    if not colour.startswith("#"):
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"{ground};2;{red};{green};{blue}"
