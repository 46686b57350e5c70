"""Tables as CSV whose cells a spreadsheet shows and never runs.

Every table that leaves the program is written here, so that this is done in one place.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

from newsdiff.text.visible import visible

_ACTIVE: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet take a cell for a formula, in full width too, as it is read
in East Asian settings."""


def to_csv(rows: Iterable[Sequence[str | int | None]]) -> str:
    """Rows as CSV (RFC 4180, but with plain line ends), ending with a line feed.

    Args:
        rows: The heading and what stands below it; None is an empty cell. Text is made
            one safe line and, where it could be taken for a formula, inert.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue()


def inert(text: str) -> str:
    """A cell that a spreadsheet shows as one line of text, whatever it begins with.

    An apostrophe in front says so; white space in front of a sign hides it from nobody.
    """
    shown = visible(text)
    # A tab is a blank by then, and a soft hyphen a sign.
    active = any(one.startswith(_ACTIVE) for one in (text, shown, shown.lstrip()))
    return f"'{shown}" if active else shown


def _cell(value: str | int | None) -> str | int:
    if value is None:
        return ""
    return inert(value) if isinstance(value, str) else value
