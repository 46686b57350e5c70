"""Text in a frame that the keys scroll: what stands over another screen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll

from newsdiff.tui.keys import table as keys


class Body(VerticalScroll, inherit_bindings=False):
    """Scrolls by the keys of the help."""

    SCROLLING: ClassVar = [b for b in keys.bindings(keys.HELP) if b.id != "help.close"]
    BINDINGS: ClassVar[list[BindingType]] = [*SCROLLING]
