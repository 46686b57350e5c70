"""One request → one answer: its status, headers and, of a page, its body unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from contextlib import ExitStack
from http import HTTPStatus
from http.client import HTTPException
from typing import Final

from urllib3.exceptions import HTTPError
from urllib3.response import HTTPResponse

from newsdiff import __version__
from newsdiff.errors import SourceError
from newsdiff.fetching.addresses import Address, shortened
from newsdiff.fetching.answers import Answer
from newsdiff.fetching.connecting import connection_to
from newsdiff.fetching.failures import sentence_of
from newsdiff.fetching.limits import INSTEAD, Budget

_SENT: Final = {
    "User-Agent": f"newsdiff/{__version__} (a person's reader; one page at a time)",
    "Accept": (
        "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,"
        "application/feed+json;q=0.9,*/*;q=0.5"
    ),
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}
"""The same for every host: no cookie, no page before, no language."""
_PAGE: Final = (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION)
"""The answers whose body is what was asked for."""
_LISTS: Final = ("cache-control", "content-encoding")
"""Headers that go on where they are said again."""
_PIECE: Final = 65_536
_PACKINGS: Final = {
    "gzip": (31,),
    "x-gzip": (31,),
    "deflate": (15, -15),  # some servers leave out the header of zlib
}
"""What zlib calls them."""
_LAYERS: Final = 2
"""How often a body may be packed; some servers pack what is packed."""
_GZIP: Final = b"\x1f\x8b"
"""What a gzip stream begins with."""
_MEMBERS: Final = 100
"""Pieces that a gzip stream may be made of; all but bombs have one."""
_SEEN: Final = ("image/", "video/", "audio/", "font/")


def answer_to(address: Address, extra: Mapping[str, str], budget: Budget) -> Answer:
    """What a host answers, once; nothing is followed.

    Args:
        address: What to ask for.
        extra: Headers to send with it.
        budget: What may come, and for how long.

    Raises:
        SourceError: No answer comes, or not all of it, or more than there may be.
        CancelledWorkError: Nobody waits for it any more.
    """
    try:
        return _asked(address, extra, budget)
    except (OSError, HTTPError, HTTPException, ValueError, zlib.error) as error:
        budget.left()  # an error of a socket that had no time left says less
        raise SourceError(sentence_of(error, budget.name, address.host)) from error


def _asked(address: Address, extra: Mapping[str, str], budget: Budget) -> Answer:
    with ExitStack() as opened:
        connection = connection_to(address, budget)
        opened.callback(connection.close)
        budget.begin_answer()
        connection.request(
            "GET", address.target, headers={**_SENT, **extra}, preload_content=False
        )
        response = connection.getresponse()
        opened.callback(response.close)
        headers = _headers(response)
        body = b""
        if response.status in _PAGE:
            _refuse_pictures(headers, budget)
            body = _body(response, headers, budget)
        return Answer(address, response.status, headers, body)


def _headers(response: HTTPResponse) -> Mapping[str, str]:
    """The headers by their names in lower case; of what may be said once, the first."""
    headers: dict[str, str] = {}
    for given, text in response.headers.items():
        name = given.lower()
        if name in headers and name in _LISTS:
            headers[name] += f", {text}"
        headers.setdefault(name, text)
    return headers


def _refuse_pictures(headers: Mapping[str, str], budget: Budget) -> None:
    """Ends before the body of what cannot be read.

    Raises:
        SourceError: It is a picture, a film, a sound or a typeface.
    """
    kind = headers.get("content-type", "").strip().lower()
    if kind.startswith(_SEEN):
        what = shortened(kind.partition(";")[0])
        message = f"{budget.name} is no text ({what}): name the page that it is part of"
        raise SourceError(message)


def _body(response: HTTPResponse, headers: Mapping[str, str], budget: Budget) -> bytes:
    """The whole body, unpacked."""
    packings = [
        name
        for name in headers.get("content-encoding", "")
        .lower()
        .replace(" ", "")
        .split(",")
        if name not in ("", "identity")
    ]
    strange = [name for name in packings if name not in _PACKINGS]
    if strange or len(packings) > _LAYERS:
        how = shortened(", ".join(strange or packings))
        message = (
            f"{budget.name} came packed in a way that is not read ({how}): {INSTEAD}"
        )
        raise SourceError(message)
    data = _whole(response, budget)
    for name in reversed(packings if data else []):
        data = _unpacked(data, _PACKINGS[name], budget)
    return data


def _whole(response: HTTPResponse, budget: Budget) -> bytes:
    """The body as it comes."""
    if (response.length_remaining or 0) > budget.rules.max_bytes:
        raise budget.too_large()
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_PIECE, decode_content=False):
        pieces.append(piece)
        size += len(piece)
        if size > budget.rules.max_bytes:
            raise budget.too_large()
    return b"".join(pieces)


def _unpacked(data: bytes, kinds: tuple[int, ...], budget: Budget) -> bytes:
    """A body without one of its packings.

    Raises:
        SourceError: It is larger than a body may be.
        zlib.error: It is not packed so, or not whole.
    """
    for kind in kinds[:-1]:
        try:
            return _inflated(data, kind, budget)
        except zlib.error:
            continue
    return _inflated(data, kinds[-1], budget)


def _inflated(data: bytes, kind: int, budget: Budget) -> bytes:
    most = budget.rules.max_bytes
    out = b""
    for _ in range(_MEMBERS):
        inflater = zlib.decompressobj(kind)
        out += inflater.decompress(data, most + 1 - len(out))
        if len(out) > most:
            raise budget.too_large()
        if not inflater.eof:
            raise zlib.error
        data = inflater.unused_data
        if not data.startswith(_GZIP):  # what stands behind is not of it
            return out
    raise budget.too_large()
