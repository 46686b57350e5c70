"""Markup of HTML and XML as a parser may have it: all of it characters.

Parsers that mend take in what is none (&#27; &#xD800; or the bytes themselves), and
then lxml can neither move the text that it is in nor, with half a character, give it.
By &#146; old pages and feeds mean ’, as Windows has it.
"""

from __future__ import annotations

import re
from typing import Final

_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r")
_BREAKS: Final = bytes.maketrans(b"\x0b\x0c", b"  ")
_DECIMAL: Final = (
    rb"0*(?:[0-8]|1[124-9]|2\d|3[01]|5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d"
    rb"|573[0-3]\d|5734[0-3]|6553[45])(?!\d)"
)
_HEXADECIMAL: Final = (
    rb"[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|[dD][89a-fA-F][\da-fA-F]{2}|[fF]{3}[eEfF])"
    rb"(?![\da-fA-F])"
)
_NONE: Final = re.compile(
    rb"&#(?:%b|%b);?|\xef\xbf[\xbe\xbf]" % (_DECIMAL, _HEXADECIMAL)
)
_WINDOWS: Final = re.compile(
    rb"&#(?:0*(?P<n>12[89]|1[345]\d)|[xX]0*(?P<hex>[89][\da-fA-F]));"
)


def sound(markup: str | bytes) -> bytes:
    """Markup without controls, halves of characters, and references to them.

    Args:
        markup: A string, which becomes UTF-8; or bytes of an encoding that has ASCII.
    """
    if isinstance(markup, str):
        markup = markup.encode("utf-8", errors="replace")
    markup = markup.translate(_BREAKS, _CONTROLS)
    if b"&#" not in markup and b"\xef\xbf" not in markup:
        return markup  # as most pages are: patterns take their time
    return _WINDOWS.sub(_meant, _NONE.sub(b"", markup))


def _meant(found: re.Match[bytes]) -> bytes:
    code = int(found["n"]) if found["n"] else int(found["hex"], 16)
    return b"&#%d;" % ord(bytes([code]).decode("cp1252", errors="replace"))
