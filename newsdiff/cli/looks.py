"""The colours of what a command prints, as --color and --theme say."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import Namespace

    from newsdiff.colours import Colours


def colours_for(
    options: Namespace, wanted: str, *, to_file: bool = False
) -> Colours | None:
    """What a comparison is drawn with; None for what suits the format.

    Args:
        options: What was asked for.
        wanted: The format.
        to_file: Whether it is written into a file rather than printed.
    """
    if wanted in ("markdown", "json") or (wanted != "text" and not options.theme):
        return None
    if wanted == "text" and not _wants_colour(options.color, to_file=to_file):
        return None
    from newsdiff.colours import GROUNDS, PREFIX, TERMINAL_COLOURS, colours_of

    theme = (options.theme or "terminal").removeprefix(PREFIX)
    if theme in GROUNDS:
        return colours_of(theme)
    if theme in TERMINAL_COLOURS:
        return TERMINAL_COLOURS[theme]
    from newsdiff.tui.shared.themes import colours_of_theme

    return colours_of_theme(theme)


def _wants_colour(choice: str, *, to_file: bool) -> bool:
    """Whether text is coloured: "auto" where a person sees it on a terminal."""
    if choice != "auto":
        return choice == "always"
    if to_file or os.environ.get("NO_COLOR") or sys.stdout is None:
        return False
    return sys.stdout.isatty() and os.environ.get("TERM", "") not in ("", "dumb")
