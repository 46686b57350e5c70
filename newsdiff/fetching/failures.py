"""What went wrong → one sentence: what, where, what to do."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Mapping
from http import HTTPStatus
from http.client import RemoteDisconnected
from typing import Final

from newsdiff.fetching.addresses import shortened
from newsdiff.fetching.limits import INSTEAD

_STATUSES: Final[Mapping[int, str]] = {
    401: f"is for those who have logged in: {INSTEAD}",
    402: f"is for those who pay: {INSTEAD}",
    403: f"may not be read by a program, or not without a subscription: {INSTEAD}",
    404: "does not exist there: check the address",
    406: f"is not given to a program: {INSTEAD}",
    407: f"is behind a proxy that asks for a login: {INSTEAD}",
    410: "is no longer there: look for a copy in an archive of the web",
    429: "is asked for too often: try again later",
    451: f"is withheld where you are, for legal reasons: {INSTEAD} if you may read it",
}
_NO_BODY: Final = (HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT)
_UNREACHED: Final[Mapping[int | None, str]] = {
    errno.ECONNREFUSED: "refuses the connection",
    errno.ETIMEDOUT: "does not answer",
    errno.EHOSTUNREACH: "cannot be reached from here",
    errno.ENETUNREACH: "cannot be reached from here",
}
_BROKEN: Final = "came broken, or only in part: try again, or {instead}"
_FAULTS: Final[tuple[tuple[type[Exception], str], ...]] = (
    (
        socket.gaierror,
        "cannot be found: there is no host {host}, or no network; check the address",
    ),
    (
        ssl.SSLCertVerificationError,
        "is not fetched: the certificate of {host} is not trusted ({why}); {instead}",
    ),
    (ssl.SSLError, "is not fetched: {host} has no secure connection; {instead}"),
    (RemoteDisconnected, "was not given: {host} ends without an answer; {instead}"),
    (OSError, "was not given ({why}): try again, or {instead}"),
)
"""What is said of which error; the first that it is."""


def sentence_for(status: int, name: str) -> str:
    """What to say of an answer that is not the page.

    Args:
        status: Its number.
        name: What to call the address.
    """
    if told := _STATUSES.get(status):
        return f"{name} {told} (the server answers {status})"
    if status in _NO_BODY:
        return f"{name} is empty: there is no article in it"
    if 500 <= status < 600:
        return (
            f"{name} cannot be had now (the server answers {status}): try again later"
        )
    return f"{name} is not given (the server answers {status}): {INSTEAD}"


def sentence_of(error: Exception, name: str, host: str) -> str:
    """What to say of a connection that failed, or of an answer that breaks off.

    Args:
        error: What was raised.
        name: What to call the address.
        host: Whom the connection was to.
    """
    number = error.errno if isinstance(error, OSError) else None
    if fault := _UNREACHED.get(number):
        return f"{name} cannot be had: {host} {fault}; check it, or try later{_proxy()}"
    told = next((told for kind, told in _FAULTS if isinstance(error, kind)), _BROKEN)
    why = getattr(error, "verify_message", None) or getattr(error, "strerror", None)
    said = shortened(str(why or "it ended").lower())
    hint = _proxy() if isinstance(error, socket.gaierror) else ""
    return f"{name} {told.format(host=host, why=said, instead=INSTEAD)}{hint}"


def _proxy() -> str:
    """What may be the reason where a proxy is set: none is used."""
    from urllib.request import getproxies

    if not getproxies().keys() & {"http", "https"}:
        return ""
    return f" (newsdiff goes past the proxy that is set here: {INSTEAD})"
