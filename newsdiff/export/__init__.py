"""Comparison → what leaves the program: text for people, JSON for programs."""

from __future__ import annotations

from newsdiff.export.accounts import (
    ACCOUNT_FORMATS,
    account_schema,
    render_accounts,
)
from newsdiff.export.claims import claim_json, claim_text
from newsdiff.export.explanations import explanation_json, explanation_text
from newsdiff.export.formats.json import schema, to_json
from newsdiff.export.formats.text import to_text
from newsdiff.export.gold import gold_row, gold_story
from newsdiff.export.listing import list_schema, listed
from newsdiff.export.renderer import FORMATS, Look, drawn, rendered
from newsdiff.export.story import story_text

__all__ = [
    "ACCOUNT_FORMATS",
    "FORMATS",
    "Look",
    "account_schema",
    "claim_json",
    "claim_text",
    "drawn",
    "explanation_json",
    "explanation_text",
    "gold_row",
    "gold_story",
    "list_schema",
    "listed",
    "render_accounts",
    "rendered",
    "schema",
    "story_text",
    "to_json",
    "to_text",
]
