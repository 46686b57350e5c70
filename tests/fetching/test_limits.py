"""Whatever a host sends: bounded time and memory, and one sentence."""

from __future__ import annotations

import gzip
import socket
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread, Timer

import pytest

from newsdiff.cancellation import CancelledWorkError, cancel_when
from newsdiff.fetching import Fetcher, Rules
from tests.fetching.conftest import PAGE, Failing, Fetch, Host, Request, answer

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
Say = Callable[[socket.socket, Request], None]


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Say:
    """Says `piece` for ever."""

    def say(made: socket.socket, _: Request) -> None:
        made.sendall(head)
        while True:
            made.sendall(piece)
            time.sleep(pause)

    return say


@contextmanager
def bounded(seconds: float, megabytes: float) -> Iterator[None]:
    tracemalloc.start()
    began = time.monotonic()
    yield
    took, (_, most) = time.monotonic() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < seconds
    assert most < megabytes * 1_000_000


@pytest.mark.parametrize(
    "said",
    [
        endless(HEAD + b"\r\n", b"news " * 10_000),
        endless(CHUNKED, b"4e20\r\n" + b"news " * 4000 + b"\r\n"),
        endless(HEAD + b"Content-Length: 9999999999\r\n\r\n", b"news " * 10_000),
    ],
    ids=["until closed", "chunked", "declared"],
)
def test_a_body_without_end(host: Host, why_not: Failing, said: Say) -> None:
    host.pages["/"] = said
    with bounded(5, 20):
        told = why_not(host.address(), max_bytes=2_000_000)
    assert "/ is larger than 2 MB: open it in the browser, save the page" in told


@pytest.mark.parametrize(
    "said",
    [
        endless(HEAD + b"\r\n", b"n", 0.05),
        endless(HEAD, b"X", 0.05),
        endless(b"", b"H", 0.05),
        endless(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Go\r\n\r\n", 0.05),
        endless(CHUNKED, b"1\r\nn\r\n", 0.05),
        endless(CHUNKED + b"0\r\n", b"A: b\r\n", 0.05),
    ],
    ids=["body", "header", "status", "continue", "chunks", "trailer"],
)
def test_a_slow_drip_ends(host: Host, why_not: Failing, said: Say) -> None:
    host.pages["/"] = said
    with bounded(5, 5):
        told = why_not(host.address(), seconds=0.4)
    assert told.startswith(f"{host.address()} did not come within 0.4 seconds: try")


def test_no_answer(host: Host, why_not: Failing) -> None:
    host.pages["/"] = lambda *_: time.sleep(1)
    with bounded(5, 5):
        assert "did not come within 0.3 seconds" in why_not(host.address(), seconds=0.3)


def test_no_answer_at_all(why_not: Failing) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        for scheme in ("http", "https"):
            told = why_not(f"{scheme}://127.0.0.1:{port}/", seconds=0.3)
            assert "did not come within 0.3 seconds" in told


def test_the_time_is_for_redirects_and_robots_too(host: Host, why_not: Failing) -> None:
    def slowly(said: bytes) -> Say:
        def say(made: socket.socket, _: Request) -> None:
            time.sleep(0.3)
            made.sendall(said)

        return say

    host.pages["/robots.txt"] = slowly(answer(b"", 404))
    host.pages["/"] = slowly(answer(b"", 302, Location="/a"))
    host.pages["/a"] = slowly(answer(b"", 302, Location="/b"))
    host.pages["/b"] = slowly(answer())
    with bounded(5, 5):
        assert "did not come within" in why_not(host.address(), seconds=0.8)


def bomb(layers: int) -> bytes:
    data = b"\0" * 50_000_000
    for _ in range(layers):
        data = gzip.compress(data)
    return data


def test_a_bomb_stops_at_the_limit(host: Host, why_not: Failing) -> None:
    once, twice = bomb(1), bomb(2)
    host.pages["/1"] = answer(once, Content_Encoding="gzip")
    host.pages["/2"] = answer(twice, Content_Encoding="gzip, gzip")
    host.pages["/3"] = answer(
        zlib.compress(b"\0" * 50_000_000), Content_Encoding="deflate"
    )
    host.pages["/4"] = answer(gzip.compress(b"a") * 90_000, Content_Encoding="gzip")
    for target in ("/1", "/2", "/3", "/4"):
        with bounded(10, 30):
            told = why_not(host.address(target), max_bytes=5_000_000)
        assert told.startswith(f"{host.address(target)} is larger than 5 MB: ")


def packed(data: bytes) -> bytes:
    """By gzip, the same whenever it is made."""
    return gzip.compress(data, mtime=0)


@pytest.mark.parametrize("packing", ["br", "zstd", "compress", "gzip, gzip, gzip"])
def test_other_packings_are_named(host: Host, why_not: Failing, packing: str) -> None:
    host.pages["/"] = answer(Content_Encoding=packing)
    assert f"came packed in a way that is not read ({packing}" in why_not(
        host.address()
    )


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("gzip\r\nContent-Encoding: gzip", packed(packed(PAGE))),
        ("gzip", packed(PAGE)),
        ("GZIP", packed(PAGE[:9]) + packed(PAGE[9:]) + b"\0\0"),
        ("x-gzip", packed(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", raw_deflate(PAGE)),
        ("gzip, gzip", packed(packed(PAGE))),
        ("deflate,gzip", packed(zlib.compress(PAGE))),
        ("identity", PAGE),
        ("", PAGE),
    ],
)
def test_what_is_packed_is_unpacked(
    host: Host, fetched: Fetch, packing: str, body: bytes
) -> None:
    host.pages["/"] = answer(body, Content_Encoding=packing)
    assert fetched(host.address()).data == PAGE


@pytest.mark.parametrize(
    "said",
    [
        answer(PAGE, length=1000),
        answer(packed(PAGE)[:-12], Content_Encoding="gzip"),
        answer(PAGE, Content_Encoding="gzip"),
        CHUNKED + b"5\r\nnews \r\n",
        CHUNKED + b"5\r\nne",
        CHUNKED + b"zz\r\nnews\r\n0\r\n\r\n",
        CHUNKED + b"-5\r\nnews\r\n0\r\n\r\n",
        CHUNKED + b"1" * 100_000,
        HEAD + b"Content-Length: 1\r\nContent-Length: 5\r\n\r\nnews ",
        HEAD + b"".join(b"X-%d: a\r\n" % i for i in range(200)) + b"\r\n",
        HEAD + b"X: " + b"a" * 100_000 + b"\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\0" * 70_000,
        b"HTTP/1.1 abc\r\n\r\n",
    ],
    ids=[
        *("short", "gzip cut", "no gzip", "chunks cut", "chunk cut", "no number"),
        *("negative", "long number", "two lengths", "headers", "long header", "ssh"),
        *("zeros", "no status"),
    ],
)
def test_what_is_damaged(host: Host, why_not: Failing, said: bytes) -> None:
    host.pages["/"] = said
    with bounded(5, 10):
        told = why_not(host.address())
    assert told.startswith(f"{host.address()} came broken, or only in part: try again")


def test_it_ends_without_an_answer(host: Host, why_not: Failing) -> None:
    host.pages["/"] = b""
    assert "/ was not given: 127.0.0.1 ends without an answer; " in why_not(
        host.address()
    )


def test_a_header_flood_ends(host: Host, why_not: Failing) -> None:
    host.pages["/"] = endless(HEAD, b"X: " + b"a" * 60_000 + b"\r\n")
    with bounded(5, 20):
        told = why_not(host.address(), max_bytes=100_000)
    assert "is larger than 0.1 MB" in told


def test_nobody_listens(why_not: Failing) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    told = why_not(f"http://127.0.0.1:{port}/")
    assert told == (
        f"http://127.0.0.1:{port}/ cannot be had: 127.0.0.1 refuses the connection; "
        "check it, or try later"
    )


def test_a_proxy_is_gone_past_and_that_is_said(
    host: Host, fetched: Fetch, why_not: Failing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    host.pages["/"] = answer()
    assert fetched(host.address()).data == PAGE
    told = why_not("http://nobody.invalid/")
    assert told.startswith("http://nobody.invalid/ cannot be found: there is no host ")
    assert "goes past the proxy that is set here" in told


def test_nobody_waits_any_more(host: Host) -> None:
    host.pages["/"] = endless(HEAD + b"\r\n", b"n", 0.05)
    unwanted = Event()
    Timer(0.3, unwanted.set).start()
    fetcher = Fetcher(Rules(allow_private=True))
    began = time.monotonic()
    with cancel_when(unwanted.is_set), pytest.raises(CancelledWorkError):
        fetcher.fetch(host.address())
    assert time.monotonic() - began < 5


def test_the_session_ends(host: Host) -> None:
    host.pages["/"] = endless(HEAD + b"\r\n", b"n", 0.05)
    ended: list[type] = []

    def fetch() -> None:
        with pytest.raises(CancelledWorkError):
            fetcher.fetch(host.address())
        ended.append(CancelledWorkError)

    with Fetcher(Rules(allow_private=True)) as fetcher:
        threads = [Thread(target=fetch) for _ in range(3)]
        for thread in threads:
            thread.start()
        time.sleep(0.3)
    for thread in threads:
        thread.join(5)
    assert len(ended) == 3


def test_a_name_that_takes_long_to_look_up_is_not_waited_for(
    why_not: Failing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: time.sleep(9))
    with bounded(5, 5):
        assert "did not come within 0.3 s" in why_not("http://a.example/", seconds=0.3)
