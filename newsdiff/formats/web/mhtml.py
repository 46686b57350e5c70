"""Web pages in one file, as Chrome, Edge, Internet Explorer and Word save them (MHTML).

The page is the part that the file says it begins with; frames and pictures are none of
it. Its bytes are decoded here: the part seldom says which charset they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.formats.extracts import Extract, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.web.pages import article_of

_TYPE: Final = re.compile(r"^content-type:\s*multipart/related", re.MULTILINE)
_TYPE_ALONE: Final = re.compile(
    r"^content-type:\s*(?:text/html|application/xhtml\+xml)", re.MULTILINE
)
"""Internet Explorer writes a page that has no pictures so, without parts."""
_BROWSER: Final = re.compile(r"^from:\s*[\"<]*saved by ", re.MULTILINE)
_HTML: Final = frozenset(("text/html", "application/xhtml+xml"))


def recognises(probe: Probe, options: Options) -> bool:
    """Whether a file is a web page in MIME."""
    del options
    headers = probe.head.replace("\r\n", "\n").lstrip("\n").split("\n\n")[0].casefold()
    is_saved = bool(_BROWSER.search(headers))
    is_page = is_saved or "snapshot-content-location:" in headers
    has_mail = "\nto:" in headers or "\nreceived:" in headers
    if is_saved and _TYPE_ALONE.search(headers):
        return True
    return bool(_TYPE.search(headers)) and (is_page or not has_mail)


def extract(data: bytes, name: str, options: Options) -> Iterator[Extract]:
    """The article of a page in MIME.

    Raises:
        SourceError: It holds no page, or the page no article.
    """
    del options
    message = _message(data)
    part = _page(message)
    if part is None:
        why = f"{name} holds no web page: it is cut short, or a picture was saved"
        raise SourceError(why)
    payload = part.get_payload(decode=True)
    yield article_of(
        payload if isinstance(payload, bytes) else b"",
        name=name,
        url=_address(message, part),
        charset=_charset(part),
    )


def _message(data: bytes) -> Message:
    from email import message_from_bytes
    from email.policy import compat32

    return message_from_bytes(data.lstrip(b"\r\n"), policy=compat32)


def _page(message: Message) -> Message | None:
    """The part that is the page: the one named as the start, else the first."""
    parts = [p for p in message.walk() if p.get_content_type() in _HTML]
    start = message.get_param("start")
    named = (p for p in parts if start and str(p["Content-ID"]).strip() == start)
    return next(named, parts[0] if parts else None)


def _address(message: Message, part: Message) -> str | None:
    for header in (
        message["Snapshot-Content-Location"],
        part["Content-Location"],
        message["Content-Location"],
    ):
        address = "".join(str(header or "").split())
        if address.startswith(("http://", "https://")):
            return address
    return None


def _charset(part: Message) -> str | None:
    charset = part.get_param("charset")
    return charset if isinstance(charset, str) else None
