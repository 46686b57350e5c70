"""An address gives its page, or one sentence."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from threading import Lock, Thread
from typing import Any

import pytest

from newsdiff import __version__, log
from newsdiff.errors import SourceError
from newsdiff.fetching import Fetcher, Rules, fetch
from newsdiff.fetching.hosts import Host as Server
from newsdiff.fetching.limits import Budget
from newsdiff.fetching.networks import kind_of
from tests.fetching.conftest import PAGE, Failing, Fetch, Host, Request, answer

PUBLIC = "93.184.216.34"


def test_a_page(host: Host) -> None:
    host.pages["/news?id=1"] = answer(
        Content_Type="Text/HTML; Charset=ISO-8859-1", ETag='"1"', Set_Cookie="a=b"
    )
    address = host.address("/news?id=1#top")
    page = fetch(address, Rules(allow_private=True), cache=None)
    assert page.data == PAGE
    assert (page.address, page.final) == (host.address("/news?id=1"),) * 2
    assert (page.content_type, page.charset) == ("text/html", "iso8859-1")
    assert (page.etag, page.last_modified) == ('"1"', None)
    assert (page.notes, page.from_cache) == ((), False)
    assert "bridge" not in repr(page)
    assert host.targets == ["/robots.txt", "/news?id=1"]


def test_what_is_sent_says_who_asks_and_nothing_of_the_person(
    host: Host, fetched: Fetch
) -> None:
    host.pages["/"] = answer(b"", 302, Location="/a", Set_Cookie="a=b; Path=/")
    host.pages["/a"] = answer()
    fetched(host.address())
    for request in host.asked:
        assert request.headers.keys() == {
            *("host", "user-agent", "accept", "accept-encoding", "connection")
        }
        agent = request.headers["user-agent"]
        assert agent.startswith(f"newsdiff/{__version__} (")


@pytest.mark.parametrize(
    ("stated", "kind", "charset"),
    [
        ("text/html", "text/html", None),
        ("text/html; charset=utf-8", "text/html", "utf-8"),
        ('text/html; charset="Windows-1251"', "text/html", "cp1251"),
        ("text/html; charset=nonsense", "text/html", None),
        ("text/html; charset=base64", "text/html", None),
        ("text/html; charset=utf-7", "text/html", None),
        ("text/html; charset=unicode_escape", "text/html", None),
        ("text/html; charset=\xe9", "text/html", None),
        ("text/html; charset=" + "a" * 9000, "text/html", None),
        ("application/pdf", "application/pdf", None),
        ("", None, None),
    ],
)
def test_what_the_server_states(
    host: Host, fetched: Fetch, stated: str, kind: str | None, charset: str | None
) -> None:
    host.pages["/"] = answer(Content_Type=stated)
    page = fetched(host.address())
    assert (page.content_type, page.charset) == (kind, charset)


def test_a_wrong_charset_changes_no_byte(host: Host, fetched: Fetch) -> None:
    words = "Über die Brücke".encode()
    host.pages["/"] = answer(words, Content_Type="text/html; charset=latin-1")
    assert fetched(host.address()).data == words


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_followed(
    host: Host, other: Host, fetched: Fetch, status: int
) -> None:
    host.pages["/"] = answer(b"", status, Location=other.address("/b", "localhost"))
    other.pages["/b"] = answer(b"", status, Location="../c?d#e")
    other.pages["/c?d"] = answer()
    page = fetched(host.address())
    assert page.data == PAGE
    assert page.address == host.address()
    assert page.final == other.address("/c?d", "localhost")
    assert page.notes == (
        f"{host.address()} led to {other.address('/c', 'localhost')}?…",
    )
    assert other.targets == ["/robots.txt", "/b", "/c?d"]


def test_a_redirect_in_a_circle(host: Host, why_not: Failing) -> None:
    host.pages["/"] = answer(b"", 302, Location="/a")
    host.pages["/a"] = answer(b"", 302, Location="/")
    told = why_not(host.address())
    assert told.startswith(
        f"{host.address()} leads in a circle: open it in the browser"
    )


def test_redirects_without_end(host: Host, fetched: Fetch, why_not: Failing) -> None:
    for i in range(10):
        host.pages[f"/{i}"] = answer(b"", 302, Location=f"/{i + 1}")
    host.pages["/9"] = answer()
    assert fetched(host.address("/4")).data == PAGE
    told = why_not(host.address("/3"))
    assert "/3 leads on more than 5 times: " in told
    assert host.targets[-1] == "/8"


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "gopher://x/", "http://a@b/", "http://["]
)
def test_a_redirect_to_what_is_no_page(
    host: Host, why_not: Failing, location: str
) -> None:
    host.pages["/"] = answer(b"", 302, Location=location)
    assert "/ leads to what is no address to fetch: " in why_not(host.address())


# What is private


def test_this_computer_is_not_asked(host: Host, why_not: Failing) -> None:
    for name in ("127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "0"):
        told = why_not(host.address("/", name), allow_private=False)
        assert (
            "this computer; only public addresses are, unless --allow-private" in told
        )
    assert host.asked == []


@pytest.fixture
def resolver(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], list[str]]:
    """Makes names mean what a test says; gives the names that were looked up."""
    real = socket.getaddrinfo

    def use(names: dict[str, str]) -> list[str]:
        asked: list[str] = []

        def look_up(name: str, port: int, **more: Any) -> Any:
            asked.append(name)
            return real(names.get(name, name), port, **more)

        monkeypatch.setattr(socket, "getaddrinfo", look_up)
        return asked

    return use


def test_a_name_that_means_this_computer(
    host: Host, why_not: Failing, resolver: Callable[[dict[str, str]], list[str]]
) -> None:
    asked = resolver({"news.example": "127.0.0.1"})
    told = why_not(host.address("/", "news.example"), allow_private=False)
    assert "news.example is 127.0.0.1, and that is this computer" in told
    assert asked == ["news.example"]
    assert host.asked == []


def test_the_address_connected_to_is_what_counts(
    host: Host,
    why_not: Failing,
    resolver: Callable[[dict[str, str]], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A name gives a public address, the network connects it to this computer."""
    asked = resolver({"news.example": PUBLIC})
    sent: list[bytes] = []
    monkeypatch.setattr(
        socket.socket,
        "connect_ex",
        lambda made, _: made.connect(("127.0.0.1", host.port)) or 0,
        raising=False,
    )
    monkeypatch.setattr(
        socket.socket, "sendall", lambda _, data: sent.append(data), raising=False
    )
    monkeypatch.setattr(socket.socket, "setblocking", lambda *_: None, raising=False)
    told = why_not("http://news.example/", allow_private=False)
    assert "news.example is 127.0.0.1, and that is this computer" in told
    assert asked == ["news.example"]
    assert sent == []
    assert host.asked == []


def test_a_redirect_to_this_computer(
    host: Host,
    other: Host,
    why_not: Failing,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A host that may be asked leads to one that may not."""
    monkeypatch.setattr(
        "newsdiff.fetching.connecting.kind_of",
        lambda number: None if number == "127.0.0.1" else kind_of(number),
    )
    host.pages["/"] = answer(b"", 302, Location="http://127.0.0.2:1/")
    told = why_not(host.address(), allow_private=False)
    assert told.startswith(
        f"{host.address()} is not fetched: 127.0.0.2 is this computer"
    )
    host.pages["/"] = answer(b"", 302, Location="http://169.254.169.254/latest")
    assert "where clouds keep their keys" in why_not(
        host.address(), allow_private=False
    )
    other.pages["/robots.txt"] = answer(b"", 302, Location="http://10.0.0.1/robots.txt")
    assert "10.0.0.1 is a private network" in why_not(
        other.address(), allow_private=False
    )


# What a host says


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (401, "is for those who have logged in: open it in the browser, save"),
        (402, "is for those who pay: open it in the browser, save the page"),
        (403, "may not be read by a program, or not without a subscription: open"),
        (404, "does not exist there: check the address (the server answers 404)"),
        (410, "is no longer there: look for a copy in an archive of the web"),
        (429, "is asked for too often: try again later"),
        (451, "is withheld where you are, for legal reasons: "),
        (500, "cannot be had now (the server answers 500): try again later"),
        (503, "cannot be had now (the server answers 503): try again later"),
        (204, "is empty: there is no article in it"),
        (206, "is not given (the server answers 206): open it in the browser"),
        (300, "is not given (the server answers 300)"),
        (304, "is not given (the server answers 304)"),
        (418, "is not given (the server answers 418)"),
    ],
)
def test_an_answer_that_is_no_page(
    host: Host, why_not: Failing, status: int, told: str
) -> None:
    host.pages["/a"] = answer(b"", status)
    assert why_not(host.address("/a?key=1")[:-6]).startswith(
        f"{host.address('/a')} {told}"
    )


def test_an_empty_page(host: Host, why_not: Failing) -> None:
    host.pages["/"] = answer(b" \r\n ")
    assert why_not(host.address()) == (
        f"{host.address()} is empty: there is no article in it"
    )


@pytest.mark.parametrize("kind", ["image/png", "VIDEO/mp4", "audio/mpeg", "font/woff2"])
def test_a_picture_is_not_loaded(host: Host, why_not: Failing, kind: str) -> None:
    host.pages["/"] = answer(b"", length=9_000_000, Content_Type=kind)
    told = f"is no text ({kind.lower()}): name the page that it is part of"
    assert told in why_not(host.address())


def test_a_name_nobody_has(why_not: Failing) -> None:
    assert why_not("http://nobody.invalid/a?b") == (
        "http://nobody.invalid/a?… cannot be found: there is no host nobody.invalid, "
        "or no network; check the address"
    )


# How hosts are treated


def test_robots_are_asked_once_and_heard(host: Host) -> None:
    host.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /private\n")
    host.pages["/a"] = answer()
    host.pages["/b"] = answer(b"", 302, Location="/private/c")
    fetcher = Fetcher(Rules(allow_private=True))
    fetcher.fetch(host.address("/a"))
    fetcher.fetch(host.address("/a"))
    for target in ("/private/a", "/b"):
        with pytest.raises(SourceError, match=r"not to be read by programs.* save the"):
            fetcher.fetch(host.address(target))
    assert host.targets == ["/robots.txt", "/a", "/a", "/b"]


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_robots_that_are_not_there(host: Host, fetched: Fetch, status: int) -> None:
    host.pages["/robots.txt"] = answer(b"User-agent: *\nDisallow: /", status)
    host.pages["/"] = answer()
    assert fetched(host.address()).data == PAGE


@pytest.mark.parametrize("status", [429, 500, 503])
def test_robots_that_cannot_be_had(host: Host, why_not: Failing, status: int) -> None:
    host.pages["/robots.txt"] = answer(b"", status)
    host.pages["/"] = answer()
    told = why_not(host.address())
    assert (
        f"the robots.txt of 127.0.0.1 cannot be had (the server answers {status}"
        in (told)
    )
    assert host.targets == ["/robots.txt"]


def test_robots_that_lead_on(host: Host, other: Host, why_not: Failing) -> None:
    host.pages["/robots.txt"] = answer(b"", 301, Location=other.address("/r"))
    other.pages["/r"] = answer(b"User-agent: newsdiff\nDisallow: /")
    assert "not to be read by programs" in why_not(host.address())


def test_robots_that_lead_in_a_circle(host: Host, fetched: Fetch) -> None:
    host.pages["/robots.txt"] = answer(b"", 301, Location="/robots.txt")
    host.pages["/"] = answer()
    assert fetched(host.address()).data == PAGE


def test_one_request_a_host_at_a_time(host: Host, other: Host) -> None:
    at_once: list[int] = []

    def slowly(turns: Lock) -> Callable[[socket.socket, Request], None]:
        def said(made: socket.socket, _: Request) -> None:
            at_once.append(1 if turns.acquire(blocking=False) else 2)
            time.sleep(0.1)
            turns.release()  # before the answer, which lets the next one come
            made.sendall(answer())

        return said

    mine, theirs = slowly(Lock()), slowly(Lock())
    for i in range(4):
        host.pages[f"/{i}"], other.pages[f"/{i}"] = mine, theirs
    pages: list[bytes] = []
    with Fetcher(Rules(allow_private=True)) as fetcher:
        addresses = [
            address
            for i in range(4)
            for address in (host.address(f"/{i}"), other.address(f"/{i}", "localhost"))
        ]
        threads = [
            Thread(
                target=lambda a: pages.append(fetcher.fetch(a).data), args=(address,)
            )
            for address in addresses
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
    assert pages == [PAGE] * 8
    assert at_once == [1] * 8
    assert host.targets.count("/robots.txt") == 1


def test_the_pause_that_robots_ask_for(host: Host) -> None:
    times: list[float] = []

    def led(made: socket.socket, _: Request) -> None:
        times.append(time.monotonic())
        made.sendall(answer(b"", 302, Location="/b"))

    host.pages["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 0.5")
    host.pages["/a"] = led
    host.pages["/b"] = answer()
    fetcher = Fetcher(Rules(allow_private=True))
    fetcher.fetch(host.address("/a"))
    fetcher.fetch(host.address("/a"))
    assert 0.5 < times[1] - times[0] < 0.9 * 2


def test_the_pause_does_not_count() -> None:
    server = Server()
    server.delay = 0.8
    for name in ("a", "b"):
        budget = Budget(name, Rules(seconds=0.6), lambda: False)
        with server.turn(budget):
            assert budget.left() > 0


@pytest.mark.parametrize(("status", "kind"), [(429, "seconds"), (503, "date")])
def test_a_host_that_asks_to_wait_is_waited_for(
    host: Host, fetched: Fetch, status: int, kind: str
) -> None:
    soon = datetime.now(UTC) + timedelta(seconds=2)
    wait = "1" if kind == "seconds" else format_datetime(soon, usegmt=True)
    waited: list[float] = []

    def say(made: socket.socket, _: Request) -> None:
        waited.append(time.monotonic())
        first = len(waited) == 1
        made.sendall(answer(b"", status, Retry_After=wait) if first else answer())

    host.pages["/"] = say
    assert fetched(host.address()).data == PAGE
    assert 0.5 < waited[1] - waited[0] < 4


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        ("3600", "asks to wait 1 hour; try again after that"),
        ("120", "asks to wait 2 minutes; "),
        ("Fri, 31 Dec 9999 23:59:59 GMT", " days; try again after that"),
    ],
)
def test_nobody_waits_for_hours(host: Host, wait: str, told: str) -> None:
    host.pages["/"] = answer(b"", 429, Retry_After=wait)
    fetcher = Fetcher(Rules(allow_private=True))
    for target in ("/", "/other"):
        with pytest.raises(SourceError, match=told):
            fetcher.fetch(host.address(target))
    assert host.targets == ["/robots.txt", "/"]


@pytest.mark.parametrize("wait", ["", "soon", "-1", "9" * 5000, "Fri, 99 Foo"])
def test_a_wait_that_is_none(host: Host, why_not: Failing, wait: str) -> None:
    host.pages["/"] = answer(b"", 429, Retry_After=wait)
    assert "is asked for too often: try again later" in why_not(host.address())


def test_a_host_that_always_asks_to_wait(host: Host, why_not: Failing) -> None:
    host.pages["/"] = answer(b"", 503, Retry_After="0")
    assert "cannot be had now (the server answers 503)" in why_not(host.address())
    assert host.targets == ["/robots.txt", "/", "/", "/"]


# What is kept


def versioned(made: socket.socket, request: Request) -> None:
    if request.headers.get("if-none-match") == '"1"':
        made.sendall(answer(b"", 304))
    else:
        made.sendall(answer(ETag='"1"', Last_Modified="Tue, 05 Sep 2023 19:41:15 GMT"))


def test_a_page_that_has_not_changed(
    host: Host, fetched: Fetch, tmp_path: Path
) -> None:
    host.pages["/a"] = versioned
    host.pages["/"] = answer(b"", 302, Location="/a")
    first = fetched(host.address(), tmp_path / "pages")
    again = fetched(host.address(), tmp_path / "pages")
    assert (first.from_cache, again.from_cache) == (False, True)
    assert again.data == first.data == PAGE
    assert (again.final, again.etag) == (host.address("/a"), '"1"')
    assert (again.content_type, again.charset) == ("text/html", "utf-8")
    since = host.asked[-1].headers["if-modified-since"]
    assert since == "Tue, 05 Sep 2023 19:41:15 GMT"
    assert (tmp_path / "pages").stat().st_mode & 0o077 == 0


def test_a_page_that_has_changed(host: Host, fetched: Fetch, tmp_path: Path) -> None:
    host.pages["/"] = answer(ETag='"1"')
    fetched(host.address(), tmp_path)
    host.pages["/"] = answer(b"new", ETag='"2"')
    page = fetched(host.address(), tmp_path)
    assert (page.data, page.etag, page.from_cache) == (b"new", '"2"', False)
    assert host.asked[-1].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize("damage", [b"", b"newsdiff pages 1\n", b"x" * 500])
def test_a_damaged_file_is_as_good_as_none(
    host: Host, fetched: Fetch, tmp_path: Path, damage: bytes
) -> None:
    host.pages["/"] = versioned
    fetched(host.address(), tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert not fetched(host.address(), tmp_path).from_cache
    assert fetched(host.address(), tmp_path).from_cache


def test_what_must_not_be_kept_is_not(
    host: Host, fetched: Fetch, tmp_path: Path
) -> None:
    host.pages["/a"] = answer()
    host.pages["/b"] = answer(ETag='"1"', Cache_Control="private, No-Store")
    host.pages["/c"] = answer(b"no", 404, ETag='"1"')
    fetched(host.address("/a"), tmp_path)
    fetched(host.address("/b"), tmp_path)
    with pytest.raises(SourceError):
        fetched(host.address("/c"), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_done_without(
    host: Host, fetched: Fetch, tmp_path: Path
) -> None:
    host.pages["/"] = versioned
    (tmp_path / "file").write_bytes(b"")
    assert fetched(host.address(), tmp_path / "file" / "pages").data == PAGE


def test_the_log_has_no_query_and_no_text(
    host: Host, fetched: Fetch, why_not: Failing, tmp_path: Path
) -> None:
    host.pages["/a?key=secret"] = answer()
    log.start(str(tmp_path / "log"), "test")
    try:
        fetched(host.address("/a?key=secret"))
    finally:
        log.stop()
    said = (tmp_path / "log").read_text()
    assert f"fetched {host.address('/a')}?…: {len(PAGE)} bytes in " in said
    assert "secret" not in said
    assert "bridge" not in said
    assert "secret" not in why_not(host.address("/b?key=secret"))
