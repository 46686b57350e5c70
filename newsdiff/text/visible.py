"""Text made safe to show, without moving a single offset.

Articles, file names and front matter may hold escape sequences, control characters,
bidirectional overrides and characters that nobody sees; none of them may reach a
terminal or an export. What a script needs to be written at all (joiners between
Arabic, Indic or emoji characters, variation selectors behind a symbol) is kept.
"""

from __future__ import annotations

import re
from typing import Final

_CONTROLS: Final = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_LINES: Final = "\t\n\x0b\x0c\r\x85\u2028\u2029"
_BIDI: Final = (
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, isolates
)
_UNSEEN: Final = (
    "\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_BROKEN: Final = "\ud800-\udfff"
"""Halves of a character, as Python keeps bytes of a file name that are no text."""
_JOINERS: Final = "\u200c\u200d"
_JOINED: Final = "\u0600-\u1cff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_VARIANTS: Final = "\ufe00-\ufe0f"
_VARIED: Final = "#*0-9\xa9\xae\u1000-\ufdff\ufe10-\U0001ffff"

_ALWAYS: Final = f"{_CONTROLS}{_BIDI}{_UNSEEN}{_BROKEN}"
_HIDDEN: Final = re.compile(
    f"[{_ALWAYS}]"
    f"|(?<![{_JOINED}])[{_JOINERS}]|[{_JOINERS}](?![{_JOINED}])"
    f"|(?<![{_VARIED}])[{_VARIANTS}]"
)
_LINE_ENDS: Final = re.compile(f"[{_LINES}]")

CONTROL: Final = re.compile(f"[{_ALWAYS}{_JOINERS}{_VARIANTS}\x85\u2028\u2029]")
"""Every character that could command a terminal, turn the order of text or hide; the
white space that ends lines in a plain text is not among them."""


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the Unicode picture of the control character
    if code == 0xAD:
        return "-"
    return "\u2421" if code == 0x7F else "\ufffd"


def visible(text: str) -> str:
    """`text` with every dangerous character replaced, one for one.

    Line ends and tabs become spaces, so the result is one line; its length in
    characters is that of `text`.
    """
    line = _LINE_ENDS.sub(" ", text)
    # Most text holds nothing of the kind: one plain search is much the quickest.
    return _HIDDEN.sub(_stand_in, line) if CONTROL.search(line) else line
