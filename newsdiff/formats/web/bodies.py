"""The whole text of an article where the page shows its beginning only.

Behind a paywall many pages show two paragraphs, and carry the whole text in JSON-LD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import Final

from newsdiff.formats.extracts import words_key
from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.model import Role

_LONGER: Final = 1.5
"""How much longer than what is shown a whole text has to be."""
_BEGINNING: Final = 60
"""Letters that a text and what is shown of it begin with."""
_MARKUP: Final = re.compile(
    r"</?(?:p|div|br|h[1-6]|ul|li|em|strong|a|i|b)\b[^>]*>", re.IGNORECASE
)
_BLANK: Final = re.compile(r"\n\s*\n\s*")


def paragraphs_of_body(body: str) -> list[Paragraph]:
    """The paragraphs of an `articleBody`: by its markup, its blank lines or its lines.

    Args:
        body: As JSON-LD has it: plain, or with markup, escaped or not.
    """
    text = body if _MARKUP.search(body) else unescape(body)
    if _MARKUP.search(text):
        return [
            (words, Role.SUBHEADING if role is Role.HEADLINE else role)
            for words, role in Walk().html(f"<div>{text}</div>")
        ]
    pieces = _BLANK.split(text) if _BLANK.search(text.strip()) else text.split("\n")
    return [(piece, None) for piece in pieces if piece.strip()]


def is_beginning(shown: Iterable[Paragraph], body: str) -> bool:
    """Whether what a page shows is but the beginning of a text, or much less of it."""
    key = words_key(_MARKUP.sub(" ", unescape(body)))
    seen = [words_key(text) for text, role in shown if role is None]
    length = sum(map(len, seen))
    if len(key) < max(_BEGINNING, _LONGER * length):
        return False
    told = sum(len(words) for words in seen if words[:_BEGINNING] in key)
    return told >= length / 2 or length < len(key) / 4
