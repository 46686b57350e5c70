"""Words that were hyphenated over a line end, joined again.

A column is read for its words, and half a word is none. The line then ends behind the
joined word, so that no line is lost.
"""

from __future__ import annotations

import re
from typing import Final

_BROKEN: Final = re.compile(
    r"(?P<head>[^\W\d_]{2,})(?P<mark>[-\u2010\u00ad])[ \t]*\n[ \t]*"
    r"(?P<tail>(?!(?:and|or|to|nor)\b)[^\W\d_]{2,}[^\s]*)[ \t]*(?P<end>\n?)"
)
"""A suspended hyphen stays: "two-" and on the next line "and three-storey"."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def join_hyphenated(text: str) -> str:
    """The text with each word whole that a line end had cut in two.

    The hyphen goes where the parts make a word of English or a name; a compound
    ("well-known") keeps it.
    """
    if "-\n" not in text and not re.search(r"[-\u2010\u00ad][ \t]*\n", text):
        return text
    return _BROKEN.sub(_joined, text)


def _joined(match: re.Match[str]) -> str:
    head, tail = match["head"], match["tail"]
    if not tail[0].islower():
        return match.group()
    from newsdiff.english.lexicon import is_common_word  # for hardly any text

    rest = _LETTERS.match(tail)
    whole = head + (rest.group() if rest else "")
    is_word = head[0].isupper() or is_common_word(whole.casefold())
    hyphen = "" if is_word or match["mark"] == "\u00ad" else "-"
    return f"{head}{hyphen}{tail}\n"
