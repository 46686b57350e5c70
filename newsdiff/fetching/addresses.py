"""Addresses: which are fetched, and how they are written in requests and on screen.

Only http and https, without a user's name; what stands behind "#" is dropped. In a
message or a log an address stands without its query, which may hold somebody's key.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from newsdiff.errors import SourceError
from newsdiff.text.visible import visible

_PORTS: Final = {"http": 80, "https": 443}
_BEGINNING: Final = re.compile(r"\s*https?://", re.IGNORECASE)
_LONGEST: Final = 8000
"""Characters; servers take no more."""
_SHOWN: Final = 200
"""Characters of an address in a message."""
_CONTROLS: Final = re.compile(r"[\x00-\x1f\x7f\\]")
_DOTS: Final = re.compile("[.\u3002\uff0e\uff61]")
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_LITERAL: Final = re.compile(r"[0-9a-f:.]+")
"""An IPv6 address; with a zone ("%eth0") it is a neighbour's, and not fetched."""
_KEPT: Final = "/%:@!$&'()*+,;=~"
"""What stays as it is in a path; in a query "?" as well."""


class LedAstrayError(SourceError):
    """A redirect that is not followed."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is fetched."""

    scheme: str
    host: str
    """In lower case and ASCII; of IPv6 without brackets."""
    port: int
    target: str
    """Path and query, as a request has them."""

    @property
    def origin(self) -> str:
        """Scheme, host and port: whose robots.txt holds."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == _PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def text(self) -> str:
        """The whole address."""
        return self.origin + self.target

    @property
    def shown(self) -> str:
        """The address for messages and logs: its query is left out."""
        path, mark, _ = self.target.partition("?")
        return shortened(self.origin + path) + ("?…" if mark else "")

    @property
    def robots(self) -> Address:
        """Where the host says what programs may fetch."""
        return Address(self.scheme, self.host, self.port, "/robots.txt")


def is_address(given: str) -> bool:
    """Whether what a person named is to be fetched, rather than opened."""
    return bool(_BEGINNING.match(given))


def parsed(given: str) -> Address:
    """What a person or a page named, as an address.

    Raises:
        SourceError: It is none, or not one that is fetched.
    """
    given = given.strip()
    try:
        parts = _split(given)
        host, port = _host(parts.hostname or ""), parts.port
    except (ValueError, UnicodeError) as error:
        fault = "is no address of a page, as http://example.org/news would be"
        message = f"{_safely(given)} {fault}: check it"
        raise SourceError(message) from error
    if parts.username is not None or parts.password is not None:
        message = (
            f"the address at {host} holds a user's name or password: leave out what "
            "stands before the @"
        )
        raise SourceError(message)
    scheme = parts.scheme.lower()
    return Address(scheme, host, port or _PORTS[scheme], _target(parts))


def led_to(address: Address, location: str) -> Address:
    """Where a redirect leads.

    Args:
        address: What redirects.
        location: As its header has it: bytes beyond ASCII are read as UTF-8 where they
            are that.

    Raises:
        LedAstrayError: It is no address, or leads from https to http.
    """
    with suppress(UnicodeError):  # it was Latin-1, or is text already
        location = location.encode("latin-1").decode("utf-8")
    try:
        target = parsed(urljoin(address.text, location.strip()))
    except (SourceError, ValueError) as error:
        message = (
            f"{address.shown} leads to what is no address to fetch: open it in the "
            "browser, save the page and name the file"
        )
        raise LedAstrayError(message) from error
    if (address.scheme, target.scheme) == ("https", "http"):
        message = (
            f"{address.shown} leads from https to http, where anybody may read and "
            f"change it: name {target.shown} itself if that is right"
        )
        raise LedAstrayError(message)
    return target


def shortened(text: str) -> str:
    """Text of others for a message: one line, safe to show, not endless."""
    text = visible(text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _safely(given: str) -> str:
    """What was given, without a query or the name of a user, if it has any."""
    start, mark, rest = given.partition("//")
    place, slash, path = rest.partition("/")
    place = place.rpartition("@")[2]
    whole = re.split(r"[?#]", start + mark + place + slash + path, maxsplit=1)[0]
    return shortened(whole) or "nothing"


def _split(given: str) -> SplitResult:
    """The parts of what may be an address.

    Raises:
        ValueError: It cannot be one.
    """
    if not is_address(given) or len(given) > _LONGEST or _CONTROLS.search(given):
        raise ValueError(given)
    return urlsplit(given)


def _host(name: str) -> str:
    """The name of a host in ASCII.

    Raises:
        ValueError: No host can be called so.
    """
    if ":" in name:
        if _LITERAL.fullmatch(name):
            return name
        raise ValueError(name)
    whole = unicodedata.normalize("NFKC", name).lower().removesuffix(".")
    ascii_name = ".".join(_label(label) for label in _DOTS.split(whole))
    if len(ascii_name) > 253:
        raise ValueError(name)
    return ascii_name


def _label(label: str) -> str:
    """A part of a name, "xn--…" where it is not ASCII.

    Browsers keep "ß" and "ς" here; the codec "idna" of Python makes other letters, and
    so another host, of them.
    """
    if not label.isascii():
        if not all(unicodedata.category(c)[0] in "LMN" or c == "-" for c in label):
            raise ValueError(label)
        label = f"xn--{label.encode('punycode').decode('ascii')}"
    if not _LABEL.fullmatch(label):
        raise ValueError(label)
    return label


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_KEPT)
    query = quote(parts.query, safe=f"{_KEPT}?")
    return f"{path}?{query}" if query else path
