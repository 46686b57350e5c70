"""How a part of a widget looks, by its name in the style sheet."""

from __future__ import annotations

from textual.style import Style
from textual.widget import Widget


def component_style(widget: Widget, name: str) -> Style:
    """The style of a part; reversed where it says so, which Textual leaves out.

    Without colour nothing else tells which row is the chosen one.
    """
    style = widget.get_visual_style(name)
    if widget.get_component_styles(name).text_style.reverse:
        style += Style(reverse=True)
    return style
