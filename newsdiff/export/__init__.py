"""Comparison → what leaves the program: text for people, JSON for programs."""

from __future__ import annotations

from newsdiff.export.json import schema, to_json
from newsdiff.export.story import story_text
from newsdiff.export.text import to_text

__all__ = ["schema", "story_text", "to_json", "to_text"]
