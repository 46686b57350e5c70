"""Marks of Markdown inside a line, taken away: emphasis, code, links, quoted blocks.

They are how words are written, not words: a fact between them is read without them.
The marks of headings and lists stay, for they tell what a line is for.
"""

from __future__ import annotations

import re
from typing import Final

_ADDRESS: Final = r"(?:https?:|/|#|\.|www\.|mailto:|[\w-]+\.)[^()\s]*"
_LINK: Final = re.compile(
    rf"!?\[(?P<said>[^\[\]\n]{{0,300}})\]\({_ADDRESS}(?: \"[^\"\n]*\")?\)"
)
_EMPHASIS: Final = re.compile(
    r"(?<![\w*_~`\\])(?P<mark>\*\*\*|\*\*|\*|___|__|_|~~|``|`)"
    r"(?=[^\s*_~`])(?P<said>[^\n]{0,400}?[^\s*_~`\\])(?P=mark)(?![\w*_~`])"
)
"""A stretch that is longer is not closed: each mark is looked behind only so far."""
_NESTED: Final = 3
_QUOTED: Final = re.compile(r"^ {0,3}(?:> ?)+(?=\S)", re.MULTILINE)
_WRITTEN_SO: Final = re.compile(
    r"\*\*[^\s*]|\]\((?:https?:|/)|!\[[^\[\]\n]*\]\(|^#{1,6} |^ {0,3}> ?\S|"
    r"(?<![\w*])\*[^\s*][^*\n]*\*",
    re.MULTILINE,
)
"""What a text has that is Markdown; underscores and backticks alone may be anything."""

_SIGNS: Final = ("*", "](", "#", ">")
"""Of which each of these has one: no text without them need be searched."""


def without_marks(text: str) -> str:
    """The text without the marks of Markdown inside its lines; lines stay lines."""
    if not any(mark in text for mark in _SIGNS) or not _WRITTEN_SO.search(text):
        return text
    text = _LINK.sub(r"\g<said>", _QUOTED.sub("", text))
    for _ in range(_NESTED):
        text = _EMPHASIS.sub(r"\g<said>", text)
    return text
