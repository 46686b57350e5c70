"""A host on loopback that says what a test tells it to, byte for byte."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Event, Lock, Thread
from typing import NamedTuple

import pytest

from newsdiff.errors import SourceError
from newsdiff.fetching import Fetched, Fetcher, Rules

PAGE = b"<html><p>The bridge is closed.</p></html>"


class Request(NamedTuple):
    target: str
    headers: dict[str, str]


Said = bytes | Callable[[socket.socket, Request], None]


def answer(
    body: bytes = PAGE, status: int = 200, length: int | None = None, **headers: str
) -> bytes:
    """An answer; `Content_Type` is given as an argument of that name."""
    named = {"Content-Type": "text/html; charset=utf-8"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    if "Transfer-Encoding" not in named:
        named["Content-Length"] = str(len(body) if length is None else length)
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode("latin-1") + body


class Host:
    """What it says is in `pages`, by path and query; all else is not there."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.pages: dict[str, Said] = {}
        self.asked: list[Request] = []
        self.ended = Event()
        self._lock = Lock()
        self._context = context
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._threads = [Thread(target=self._accept)]
        self._threads[0].start()

    @property
    def port(self) -> int:
        port: int = self._socket.getsockname()[1]
        return port

    def address(self, target: str = "/", host: str = "127.0.0.1") -> str:
        scheme = "https" if self._context else "http"
        return f"{scheme}://{host}:{self.port}{target}"

    @property
    def targets(self) -> list[str]:
        return [request.target for request in self.asked]

    def close(self) -> None:
        self.ended.set()
        with suppress(OSError), socket.socket() as last:  # the one it waits for
            last.connect(("127.0.0.1", self.port))
        for thread in self._threads:
            thread.join(10)
        self._socket.close()

    def _accept(self) -> None:
        while not self.ended.is_set():
            made, _ = self._socket.accept()
            thread = Thread(target=self._serve, args=(made,))
            self._threads.append(thread)
            thread.start()

    def _serve(self, made: socket.socket) -> None:
        made.settimeout(10)
        with suppress(OSError), made:
            if self._context:
                with self._context.wrap_socket(made, server_side=True) as encrypted:
                    self._say(encrypted)
            else:
                self._say(made)

    def _say(self, made: socket.socket) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = made.recv(4096)
            if not piece:
                return
            head += piece
            if not head[:1].isalpha():  # whoever asks speaks another language
                made.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                return
        first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        pairs = (line.split(": ", 1) for line in lines)
        request = Request(first.split()[1], {k.lower(): v for k, v in pairs})
        with self._lock:
            self.asked.append(request)
        said = self.pages.get(request.target, answer(b"none", 404))
        if callable(said):
            said(made, request)
        else:
            made.sendall(said)


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    yield made
    made.close()


@pytest.fixture
def other() -> Iterator[Host]:
    made = Host()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)


Fetch = Callable[..., Fetched]
Failing = Callable[..., str]


@pytest.fixture
def fetched() -> Fetch:
    """Fetches within a few seconds, from loopback too."""

    def fetch(address: str, cache: Path | None = None, **rules: float) -> Fetched:
        return Fetcher(_rules(rules), cache).fetch(address)

    return fetch


@pytest.fixture
def why_not() -> Failing:
    """The sentence for what cannot be fetched."""

    def fetch(address: str, **rules: float) -> str:
        with pytest.raises(SourceError) as failure:
            Fetcher(_rules(rules)).fetch(address)
        said = str(failure.value)
        assert "\n" not in said
        return said

    return fetch


def _rules(given: dict[str, float]) -> Rules:
    seconds = given.get("seconds", 10)
    return Rules(
        seconds=seconds,
        allow_private=bool(given.get("allow_private", True)),
        max_bytes=int(given.get("max_bytes", 10_000_000)),
        redirects=int(given.get("redirects", 5)),
    )
