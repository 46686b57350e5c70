"""Stories in words → plain text, to be read from top to bottom or read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.story.account import Account
from newsdiff.text.visible import visible
from newsdiff.wording.accounts import account_lines
from newsdiff.wording.blocks import WIDTH
from newsdiff.wording.statements import Line, in_ascii
from newsdiff.wording.wrapping import hang


def accounts_text(
    accounts: Sequence[Account], width: int = WIDTH, *, only_ascii: bool = False
) -> str:
    """The stories, `width` columns wide, an empty line in front of each heading.

    Args:
        accounts: What to write.
        width: Columns of a line, 20 or more.
        only_ascii: Whether quotation marks of newsdiff's own are ASCII; the words of
            the articles stay as they are.
    """
    lines = [line for one in accounts for line in _lines(one, width, only_ascii)]
    return "".join(f"{line}\n" for line in lines[1:])


def _lines(account: Account, width: int, only_ascii: bool) -> Iterator[str]:
    in_sections = after_heading = False
    for line in account_lines(account):
        # Headings and single statements are told apart by the room around them.
        if line.level or (in_sections and not after_heading):
            yield ""
        after_heading = bool(line.level)
        in_sections = in_sections or line.level > 1
        words = line_text(line, only_ascii=only_ascii)
        label = f"{line.number:>3}. " if line.number else ""
        yield from hang(visible(words), width, label)


def line_text(line: Line, *, only_ascii: bool = False) -> str:
    """A paragraph as one string."""
    pieces = map(in_ascii, line.pieces) if only_ascii else line.pieces
    return "".join(piece.text for piece in pieces)
