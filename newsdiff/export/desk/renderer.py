"""A desk in any of the formats, chosen by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.export.desk.sheet import DeskView, Sheet

DESK_FORMATS: Final = ("text", "markdown", "json", "csv")
WIDTH: Final = 80


def render_desks(
    sheets: Sequence[Sheet],
    wanted: str,
    width: int | None = None,
    *,
    only_ascii: bool = False,
) -> str:
    """The desks of some stories in one of `DESK_FORMATS`, ending with a line feed.

    Args:
        sheets: What to write; of a table the first view is written.
        wanted: The name of the format.
        width: Columns of text; None for what suits.
        only_ascii: Whether the signs of newsdiff's own are ASCII in text.
    """
    if wanted == "json":
        from newsdiff.export.desk.json import desks_json

        return desks_json(sheets)
    if wanted == "csv":
        from newsdiff.export.desk.csv import desks_csv

        return desks_csv(sheets)
    if wanted == "markdown":
        from newsdiff.export.desk.markdown import desks_markdown

        return desks_markdown(sheets)
    from newsdiff.export.desk.text import desks_text

    return desks_text(sheets, width or WIDTH, only_ascii=only_ascii)


__all__ = ["DESK_FORMATS", "DeskView", "Sheet", "render_desks"]
