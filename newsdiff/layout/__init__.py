"""Comparison → lines of toned text, without a screen.

All that is hard about the screen (columns, wrapping, gaps, folds, cross-references) is
done and tested here; the screen only gives each tone a colour.
"""

from newsdiff.layout.folding import UNFOLDED, Entry, Fold, Folding
from newsdiff.layout.lines import (
    LayoutOptions,
    Line,
    Run,
    Tone,
    View,
    auto_view,
)
from newsdiff.layout.page import Page, lay_out
from newsdiff.layout.tones import NO_SPOTS, Spots

__all__ = [
    "NO_SPOTS",
    "UNFOLDED",
    "Entry",
    "Fold",
    "Folding",
    "LayoutOptions",
    "Line",
    "Page",
    "Run",
    "Spots",
    "Tone",
    "View",
    "auto_view",
    "lay_out",
]
