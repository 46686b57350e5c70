"""Stories in words → Markdown. The words of the articles are never markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.export.formats.markdown import safe
from newsdiff.story.account import Account
from newsdiff.wording.accounts import account_lines
from newsdiff.wording.statements import Line, Style


def accounts_markdown(accounts: Sequence[Account]) -> str:
    """The stories, one after another, ending with a line feed."""
    parts = (part for account in accounts for part in _parts(account))
    return "".join(f"{part}\n\n" for part in parts).rstrip() + "\n"


def _parts(account: Account) -> Iterator[str]:
    for line in account_lines(account):
        words = line_markdown(line)
        if line.level:
            yield f"{'#' * line.level} {words}"
        else:
            # Not as a list, whose numbers Markdown would count for itself.
            yield f"**{line.number}** {words}" if line.number else words


def line_markdown(line: Line) -> str:
    """A paragraph; names are bold, but not in headings, which are that already."""
    return "".join(
        f"**{safe(text)}**" if style is Style.NAME and not line.level else _spaced(text)
        for text, style, _ in line.pieces
    )


def _spaced(text: str) -> str:
    """Text that shows as it is, with the blanks at its ends."""
    before = " " * (len(text) - len(text.lstrip(" ")))
    after = " " * (len(text) - len(text.rstrip(" ")))
    inner = safe(text)
    return f"{before}{inner}{after}" if inner else before
