"""The quote desk → text, Markdown, JSON and CSV, one module a format."""

from __future__ import annotations

from newsdiff.export.desk.json import desk_schema
from newsdiff.export.desk.renderer import DESK_FORMATS, DeskView, Sheet, render_desks

__all__ = ["DESK_FORMATS", "DeskView", "Sheet", "desk_schema", "render_desks"]
