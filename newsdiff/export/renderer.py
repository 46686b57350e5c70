"""A comparison in any of the formats, chosen by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from newsdiff.colours import Colours
from newsdiff.model import Comparison
from newsdiff.wording.blocks import WIDTH

if TYPE_CHECKING:
    from newsdiff.comparing import Order

PICTURE_WIDTH: Final = 120
FORMATS: Final = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm"),
    "json": (".json",),
    "svg": (".svg",),
}
"""The formats, and the ends of the names of their files."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a comparison is to be drawn."""

    width: int | None = None
    """Columns of text or picture; None for what suits either."""
    only_ascii: bool = False
    """Whether text or picture is drawn with ASCII signs."""
    colours: Colours | None = None
    """Of page, picture or text; None for those that suit, of text for none."""
    order: Order | None = None
    """In whose order the rows stand; None for both articles in their own."""


def drawn(comparison: Comparison, wanted: str, look: Look) -> str:
    """The comparison in one of `FORMATS` as it is to look, ending with a line feed."""
    from newsdiff.comparing import Order

    colours, order, only_ascii = look.colours, look.order or Order.BOTH, look.only_ascii
    if wanted == "text" and colours:
        from newsdiff.export.formats.text import to_coloured_text

        width = look.width or WIDTH
        return to_coloured_text(
            comparison, width, colours, only_ascii=only_ascii, order=order
        )
    if colours and not colours.of_terminal and wanted == "html":
        from newsdiff.export.formats.html import to_html

        return to_html(comparison, colours, order)
    if colours and not colours.of_terminal and wanted == "svg":
        from newsdiff.export.formats.svg import to_svg

        width = look.width or PICTURE_WIDTH
        return to_svg(
            comparison, width, only_ascii=only_ascii, colours=colours, order=order
        )
    return rendered(comparison, wanted, look.width, only_ascii=only_ascii, order=order)


def rendered(
    comparison: Comparison,
    wanted: str,
    width: int | None = None,
    *,
    only_ascii: bool = False,
    order: Order | None = None,
) -> str:
    """The comparison in one of `FORMATS`, ending with a line feed.

    Args:
        comparison: What to write.
        wanted: The name of the format.
        width: Columns of text or picture; None for what suits either.
        only_ascii: Whether text or picture is drawn with ASCII signs.
        order: In whose order the rows stand; None for both articles in their own.
    """
    if wanted == "json":
        from newsdiff.export.formats.json import to_json

        return to_json(comparison)
    from newsdiff.comparing import Order

    order = order or Order.BOTH
    if wanted == "markdown":
        from newsdiff.export.formats.markdown import to_markdown

        return to_markdown(comparison, order)
    if wanted == "html":
        from newsdiff.export.formats.html import to_html

        return to_html(comparison, order=order)
    if wanted == "svg":
        from newsdiff.export.formats.svg import to_svg

        size = width or PICTURE_WIDTH
        return to_svg(comparison, size, only_ascii=only_ascii, order=order)
    from newsdiff.export.formats.text import to_text

    return to_text(comparison, width or WIDTH, only_ascii=only_ascii, order=order)
