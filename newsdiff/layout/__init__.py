"""Comparison → lines of toned text, without a screen.

All that is hard about the screen (columns, wrapping, gaps, cross-references) is done
and tested here; the screen only gives each tone a colour.
"""

from __future__ import annotations

from newsdiff.layout.cells import cells, fit, wrap
from newsdiff.layout.drawing import (
    LayoutOptions,
    Line,
    Run,
    Tone,
    View,
    auto_view,
)
from newsdiff.layout.page import Page, lay_out

__all__ = [
    "LayoutOptions",
    "Line",
    "Page",
    "Run",
    "Tone",
    "View",
    "auto_view",
    "cells",
    "fit",
    "lay_out",
    "wrap",
]
