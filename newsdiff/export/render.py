"""A comparison in any of the formats, chosen by name."""

from __future__ import annotations

from typing import Final

from newsdiff.export.blocks import WIDTH
from newsdiff.model import Comparison

FORMATS: Final = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "json": (".json",),
}
"""The formats, and the ends of the names of their files."""


def rendered(
    comparison: Comparison,
    wanted: str,
    width: int = WIDTH,
    *,
    only_ascii: bool = False,
) -> str:
    """The comparison in one of `FORMATS`, ending with a line feed.

    Args:
        comparison: What to write.
        wanted: The name of the format.
        width: Columns of the text.
        only_ascii: Whether the text is drawn with ASCII signs.
    """
    if wanted == "json":
        from newsdiff.export.json import to_json

        return to_json(comparison)
    if wanted == "markdown":
        from newsdiff.export.markdown import to_markdown

        return to_markdown(comparison)
    if wanted == "html":
        from newsdiff.export.html import to_html

        return to_html(comparison)
    from newsdiff.export.text import to_text

    return to_text(comparison, width, only_ascii=only_ascii)
