"""Bytes that say in which encoding they are, which is often not true → text.

A byte order mark decides, then whether they are UTF-8 (no other encoding gives that
by chance), then what they or who sent them declare, read as browsers read it.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import Final

from newsdiff.formats.decoding import Decoded, decode

_MARKS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HEAD: Final = 4096
"""Bytes in which a page must declare its charset; browsers look at 1,024."""
_DECLARED: Final = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_MEANT: Final[Mapping[str, str]] = {
    **dict.fromkeys(("iso8859-1", "ascii"), "cp1252"),
    "iso8859-9": "cp1254",
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read where bytes declare the name on the left: larger encodings that
programs write under the names of the smaller."""
_NEVER: Final = frozenset(("idna", "punycode", "unicode_escape"))
"""Codecs that turn plain letters into others."""
_MAX_LOST: Final = 0.02
"""The share of characters that may be lost where the declared encoding is believed."""
_SEVEN_BITS: Final = ("iso2022", "hz")
"""Encodings whose bytes are all ASCII, and so valid UTF-8 as well."""


def decode_declared(data: bytes, name: str, declared: str | None) -> Decoded:
    """The text of bytes: as UTF-8 where they are that, else as declared.

    A declared encoding is often that of a template.

    Args:
        data: The bytes as they are.
        name: What to call the file in messages.
        declared: The encoding that the bytes, or who sent them, name; None: none.

    Raises:
        SourceError: The bytes are no text, or hold nothing but white space.
    """
    codec = codec_named(declared)
    if not codec or data.startswith(_MARKS) or b"\0" in data[:_HEAD]:
        return decode(data, name)
    if _is_utf8(data) and not codec.startswith(_SEVEN_BITS):
        return decode(data, name)
    text = data.decode(codec, errors="replace")
    lost = text.count("�")
    if lost > _MAX_LOST * len(text):
        return decode(data, name)
    decoded = decode(text.encode("utf-8", errors="replace"), name)
    note = f"{name} is not valid {(declared or '').upper()}; � stands for what is lost"
    return Decoded(decoded.text, (*decoded.notes, *[note] * bool(lost)))


def decode_markup(data: bytes, name: str, charset: str | None = None) -> Decoded:
    """The text of HTML or XML, which may declare its encoding itself.

    Args:
        data: The bytes as they are.
        name: What to call it in messages.
        charset: What its transport says of them (HTTP, MIME); the page itself is asked
            where it says nothing.

    Raises:
        SourceError: The bytes are no text, or hold nothing but white space.
    """
    return decode_declared(data, name, codec_named(charset) or declared_in(data))


def declared_in(data: bytes) -> str | None:
    """The encoding that a file of HTML or XML declares at its beginning."""
    found = _DECLARED.search(data[:_HEAD])
    return (found[1] or found[2]).decode("ascii") if found else None


def codec_named(charset: str | None) -> str | None:
    """Python's name of a declared charset; None for UTF-8, and where there is none."""
    bare = (charset or "").strip(" \"'").lower().removeprefix("x-")
    try:
        codec = codecs.lookup(bare).name
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return None
    if codec in _NEVER or codec.startswith("utf"):
        return None
    meant = _MEANT.get(codec, codec)
    try:
        b" ".decode(meant)
    except (LookupError, UnicodeError):  # a codec of bytes to bytes, like "base64"
        return None
    return meant


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8; the last character may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True
