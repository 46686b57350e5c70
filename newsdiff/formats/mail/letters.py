"""Files of mail → letters: mailboxes taken apart, headers decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.formats.charsets import codec_named

_ENVELOPE: Final = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{0,300}?\d\d:\d\d[^\n]{0,60}?\d{4}"
    rb"[^\n]{0,60}\n"
    rb"(?=[!-9;-~]{1,80}:)"
)
"""The line that begins a letter of a mailbox: it has a time and a year, stands behind a
blank line and before a header, as no sentence that begins with "From" does."""
_ESCAPED: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADERS: Final = 256 * 1024
"""Bytes in which the headers of a letter end."""
_BEFORE: Final = b"\xef\xbb\xbf \t\r\n"
"""What may stand before them: Gmail's "Show original" begins with a line of blanks."""
_HEADER: Final = re.compile(rb"([!-9;-~]{1,80})[ \t]*:")
_MACHINES: Final = frozenset(
    b"message-id mime-version return-path delivered-to dkim-signature".split()
)
"""Headers that no person types."""
_WHEN: Final = re.compile(
    rb"^date:\s*(?:[a-z]{3},\s*)?\d{1,2} [a-z]{3} \d{2,4} \d\d?:\d\d",
    re.MULTILINE | re.IGNORECASE,
)
_FROM: Final = re.compile(rb"^from:(?P<who>[^\n]*)", re.MULTILINE | re.IGNORECASE)
_MOST_MULTIPARTS: Final = 100
"""Parts of parts in a letter; the parser is slow and deep where there are more."""
_LONGEST_HEADER: Final = 4000
_FOLD: Final = re.compile(r"\r?\n[ \t]*")


class _AsWritten(Compat32):
    """Gives headers as they are in the file: decoding them is ours."""

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002
        return value


def is_letter(data: bytes) -> bool:
    """Whether bytes begin with the headers of a letter and an empty line.

    "From: Jane" and "Subject: …" typed above an article are no such headers: there must
    be one that only machines write, or an address and a date as mail has it.
    """
    start = data[:_HEADERS].lstrip(_BEFORE)
    envelope = _ENVELOPE.match(start)
    headers = start[envelope.end() if envelope else 0 :]
    names = _header_names(headers)
    if "from" not in names:
        return False
    who = found["who"] if (found := _FROM.search(headers)) else b""
    if "snapshot-content-location" in names or b"saved by" in who.lower():
        return False  # a web page, saved as if it were a letter
    is_typed = not names & {name.decode() for name in _MACHINES}
    return not is_typed or (b"@" in who and _WHEN.search(headers) is not None)


def _header_names(data: bytes) -> frozenset[str]:
    """The names of headers; none where there is no empty line behind them."""
    names: set[str] = set()
    for line in data.split(b"\n"):
        if not line.strip():
            return frozenset(names)
        if found := _HEADER.match(line):
            names.add(found[1].decode("ascii").lower())
        elif not names or line[:1] not in b" \t":
            break
    return frozenset()


def is_mailbox(data: bytes) -> bool:
    """Whether a file of mail is a mailbox, which may have several letters."""
    return _ENVELOPE.match(data) is not None


def letters_in(data: bytes) -> Iterator[bytes]:
    """The letters of a file, without what a mailbox adds to them."""
    if not is_mailbox(data):
        yield data.lstrip(_BEFORE)
        return
    start = 0
    for envelope in _ENVELOPE.finditer(data):
        if envelope.start():
            yield _ESCAPED.sub(rb"\1", data[start : envelope.start()])
        start = envelope.end()
    yield _ESCAPED.sub(rb"\1", data[start:])


def parsed(data: bytes, name: str) -> Message:
    """A letter.

    Args:
        data: Its bytes.
        name: What to call it in messages.

    Raises:
        SourceError: It has parts in parts without end.
    """
    if data.lower().count(b"boundary=") > _MOST_MULTIPARTS:
        message = f"{name} has parts in parts without end: save its text by itself"
        raise SourceError(message)
    return message_from_bytes(data, policy=_AsWritten())


def header(message: Message, name: str) -> str:
    """The words of a header, decoded; empty where there is none."""
    return decoded_words(_as_written(message, name))


def sender(message: Message) -> str:
    """The name of who a letter is from, without the address."""
    name, address = parseaddr(_as_written(message, "From"))
    words = decoded_words(name)
    return "" if words == address or "@" in words else words.strip(" '\"")


def _as_written(message: Message, name: str) -> str:
    """A header in one line."""
    return legible(_FOLD.sub(" ", str(message.get(name) or ""))[:_LONGEST_HEADER])


def legible(value: str) -> str:
    """Words of a header; bytes in it that are no ASCII are UTF-8 or Windows-1252."""
    raw = value.encode("utf-8", errors="surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def decoded_words(words: str) -> str:
    """Words of RFC 2047 ("=?utf-8?q?caf=C3=A9?=") as text, what is broken as it is."""
    if "=?" not in words:
        return " ".join(words.split())
    try:
        pieces = decode_header(words)
    except HeaderParseError:
        return " ".join(words.split())
    text = "".join(
        piece if isinstance(piece, str) else _text(piece, charset)
        for piece, charset in pieces
    )
    return " ".join(text.split())


def _text(piece: bytes, charset: str | None) -> str:
    for encoding in (codec_named(charset) or "utf-8", "utf-8"):
        try:
            return piece.decode(encoding)
        except (UnicodeError, LookupError):  # it is not in it, or there is none such
            continue
    return piece.decode("cp1252", errors="replace")
