"""Text made safe to show, without moving a single offset.

An article may hold escape sequences, control characters and bidirectional
overrides; none of them may reach a terminal or an export.
"""

from __future__ import annotations

import re
from typing import Final

_BIDI: Final = (
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, isolates
)
_UNSEEN: Final = "\u2028\u2029\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
_C0: Final = "\x00-\x08\x0b\x0c\x0e-\x1f"
CONTROL: Final = re.compile(f"[{_C0}\x7f-\x9f{_BIDI}{_UNSEEN}]")
"""Every character that could command a terminal or turn the order of text."""

_SPACES: Final = re.compile(r"[\t\n\r]")


def _stand_in(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x20:
        return chr(0x2400 + code)  # the Unicode picture of the control character
    return "\u2421" if code == 0x7F else "\ufffd"


def visible(text: str) -> str:
    """`text` with every dangerous character replaced, one for one.

    Line ends and tabs become spaces, so the result is one line; its length in
    characters is that of `text`.
    """
    return CONTROL.sub(_stand_in, _SPACES.sub(" ", text))
