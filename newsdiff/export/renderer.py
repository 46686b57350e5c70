"""A comparison in any of the formats, chosen by name."""

from __future__ import annotations

from typing import Final

from newsdiff.model import Comparison
from newsdiff.wording.blocks import WIDTH

PICTURE_WIDTH: Final = 120
FORMATS: Final = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "json": (".json",),
    "svg": (".svg",),
}
"""The formats, and the ends of the names of their files."""


def rendered(
    comparison: Comparison,
    wanted: str,
    width: int | None = None,
    *,
    only_ascii: bool = False,
) -> str:
    """The comparison in one of `FORMATS`, ending with a line feed.

    Args:
        comparison: What to write.
        wanted: The name of the format.
        width: Columns of text or picture; None for what suits either.
        only_ascii: Whether text or picture is drawn with ASCII signs.
    """
    if wanted == "json":
        from newsdiff.export.formats.json import to_json

        return to_json(comparison)
    if wanted == "markdown":
        from newsdiff.export.formats.markdown import to_markdown

        return to_markdown(comparison)
    if wanted == "html":
        from newsdiff.export.formats.html import to_html

        return to_html(comparison)
    if wanted == "svg":
        from newsdiff.export.formats.svg import to_svg

        return to_svg(comparison, width or PICTURE_WIDTH, only_ascii=only_ascii)
    from newsdiff.export.formats.text import to_text

    return to_text(comparison, width or WIDTH, only_ascii=only_ascii)
