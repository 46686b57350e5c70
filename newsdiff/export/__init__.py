"""Comparison → what leaves the program: text for people, JSON for programs."""

from __future__ import annotations

from newsdiff.export.claims import claim_json, claim_text
from newsdiff.export.explanations import explanation_json, explanation_text
from newsdiff.export.formats.json import schema, to_json
from newsdiff.export.formats.text import to_text
from newsdiff.export.renderer import FORMATS, rendered
from newsdiff.export.story import story_text

__all__ = [
    "FORMATS",
    "claim_json",
    "claim_text",
    "explanation_json",
    "explanation_text",
    "rendered",
    "schema",
    "story_text",
    "to_json",
    "to_text",
]
