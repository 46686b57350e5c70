"""One connection to one host: the address is looked up once, checked, and connected to.

What is checked is the address that the socket says it is connected to, before a byte is
sent. Every wait ends with the time there is for the whole, and when nobody waits any
more. Proxies that the environment names are not used: what they connect to could not be
checked.
"""

from __future__ import annotations

import errno
import os
import socket
import ssl
import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from functools import cache
from threading import Thread
from typing import Any, Final, NamedTuple, TypeVar

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util.wait import wait_for_write

from newsdiff.errors import SourceError
from newsdiff.fetching.addresses import Address
from newsdiff.fetching.limits import SLICE, Budget
from newsdiff.fetching.networks import kind_of

_T = TypeVar("_T")
_UNDER_WAY: Final = (0, errno.EINPROGRESS, errno.EWOULDBLOCK)


class _Place(NamedTuple):
    """An address of the network, as a socket takes it."""

    family: int
    where: tuple[Any, ...]


class _Timed(socket.socket):
    """A socket that reads within the time there is for the whole."""

    budget: Budget

    def recv_into(self, *args: Any) -> int:
        """Reads what has come.

        Raises:
            SourceError: There is no time left, or too much has come.
            CancelledWorkError: Nobody waits for it any more.
        """
        while True:
            self.settimeout(min(self.budget.left(), SLICE))
            with suppress(TimeoutError):
                count = super().recv_into(*args)
                self.budget.received(count)
                return count


class _TimedTls(_Timed, ssl.SSLSocket):
    """The same, encrypted."""


class _Plain(HTTPConnection):
    """A connection over http."""

    budget: Budget

    def _new_conn(self) -> socket.socket:
        return _connected(self._dns_host, self.port, self.budget)


class _Encrypted(HTTPSConnection):
    """A connection over https."""

    budget: Budget

    def _new_conn(self) -> socket.socket:
        return _connected(self._dns_host, self.port, self.budget)


def connection_to(address: Address, budget: Budget) -> HTTPConnection:
    """A connection to the host of an address, with which nothing was sent yet.

    Args:
        address: Where to.
        budget: The time there is.

    Raises:
        SourceError: The host is not known, does not answer, or is not public.
        CancelledWorkError: Nobody waits for it any more.
        OSError: It cannot be reached, or its certificate is not right.
    """
    made: _Plain | _Encrypted
    if address.scheme == "http":
        made = _Plain(address.host, address.port, timeout=budget.left())
    else:
        context = _trusted()
        made = _Encrypted(
            address.host, address.port, timeout=budget.left(), ssl_context=context
        )
    made.budget = budget
    try:
        made.connect()
    except BaseException:
        made.close()
        raise
    if isinstance(made.sock, _Timed):
        made.sock.budget = budget
    return made


@cache
def _trusted() -> ssl.SSLContext:
    """Whose certificates are believed: those of the system, else those of certifi."""
    context = ssl.create_default_context()
    context.sslsocket_class = _TimedTls
    context.hostname_checks_common_name = False  # as in browsers
    paths = ssl.get_default_verify_paths()
    if not (paths.cafile or paths.capath or context.cert_store_stats()["x509_ca"]):
        import certifi  # Python from python.org on a Mac has none of its own

        context.load_verify_locations(certifi.where())
    return context


def _connected(host: str, port: int, budget: Budget) -> socket.socket:
    """A socket connected to a host whose address may be fetched from."""
    known = _patiently(lambda: _looked_up(host, port), budget)
    places = [place for place in known if _refusal(place.where, budget) is None]
    if not places:
        raise _refused(host, known[0].where[0], budget)
    failure: OSError | None = None
    for place, others in zip(places, reversed(range(len(places))), strict=True):
        try:
            made = _dialled(place, budget.left() / (others + 1), budget)
        except OSError as error:
            failure = error
            continue
        peer = made.getpeername()
        if _refusal(peer, budget) is None:
            return made
        made.close()
        raise _refused(host, peer[0], budget)
    raise failure or OSError(errno.EHOSTUNREACH, os.strerror(errno.EHOSTUNREACH))


def _looked_up(host: str, port: int) -> list[_Place]:
    """The addresses of a host; the only time that they are asked for."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [_Place(family, where) for family, _, _, _, where in found]
    if not places:
        raise socket.gaierror(socket.EAI_NONAME, "no address")
    return list(dict.fromkeys(places))


def _refusal(where: tuple[Any, ...], budget: Budget) -> str | None:
    """Why an address of the network is not connected to."""
    return None if budget.rules.allow_private else kind_of(str(where[0]))


def _refused(host: str, number: str, budget: Budget) -> SourceError:
    """What to raise for an address that is not public."""
    who = host if host == number else f"{host} is {number}, and that"
    message = (
        f"{budget.name} is not fetched: {who} is {kind_of(number)}; only public "
        "addresses are, unless --allow-private is given"
    )
    return SourceError(message)


def _dialled(place: _Place, seconds: float, budget: Budget) -> _Timed:
    """A socket connected to one address.

    Raises:
        OSError: It does not answer, or not in time.
    """
    made = _Timed(place.family, socket.SOCK_STREAM)
    try:
        made.setblocking(False)
        code = made.connect_ex(place.where)
        if code in _UNDER_WAY:
            code = _outcome(made, seconds, budget)
        _raise_if(code)
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        made.settimeout(budget.left())
        made.budget = budget
    except BaseException:
        made.close()
        raise
    return made


def _raise_if(code: int) -> None:
    """Raises the error that a number stands for."""
    if code:
        raise OSError(code, os.strerror(code))


def _outcome(made: socket.socket, seconds: float, budget: Budget) -> int:
    """The error number of a connection that is being made; 0 once it is."""
    end = time.monotonic() + seconds
    while (rest := end - time.monotonic()) > 0:
        if wait_for_write(made, min(rest, SLICE, budget.left())):
            return made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    return errno.ETIMEDOUT


def _patiently(work: Callable[[], _T], budget: Budget) -> _T:
    """What a call gives that cannot be told to end: it is left alone if it does not."""
    result: Future[_T] = Future()

    def run() -> None:
        try:
            result.set_result(work())
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            result.set_exception(error)

    Thread(target=run, daemon=True).start()
    while not result.done():
        wait([result], timeout=min(budget.left(), SLICE))
    return result.result()
