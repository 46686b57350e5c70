"""`a`: another file, folder, archive, address or a pasted article is opened."""

from __future__ import annotations

import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from newsdiff.gathering import Gathered, Opener, Wishes, source_of
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.articles.add_screen import AddScreen
from newsdiff.tui.articles.screen import ArticlesScreen
from tests.fetching.conftest import Host, answer
from tests.tui.conftest import CLASSIC, Reader, paste
from tests.tui.handmade import HandMade
from tests.tui.pressing import presses

Start = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]
PAGE = (
    b"<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1>"
    b"<p>The ferry to Kelmsay was four hours late on Monday, the harbour said.</p>"
    b"<p>Nobody knew why it had stayed in Port Derrow for so long a time.</p>"
    b"</article></body></html>"
)
PASTED = """Storm closes harbour

The harbour of Kelmsay was closed on Friday.

No ship left q ? t : the port.
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the program runs, and the person's home."""
    for name in ("first", "a b", "more/one", "more/two"):
        path = tmp_path / f"{name}.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"Bridge {name}\n\nThe bridge was closed.\n")
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        for name in ("x.txt", "y.md"):
            archive.writestr(name, f"Bridge {name}\n\nIt was closed.\n")
        archive.writestr("z.png", b"\x89PNG\0")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))


@pytest.fixture
def start(engine: HandMade, driven: Any) -> Start:
    """Opens the reader on one file."""

    @asynccontextmanager
    async def opened(
        wishes: Wishes | None = None, size: tuple[int, int] = CLASSIC
    ) -> AsyncIterator[Reader]:
        source = source_of("first.txt")
        gathered = Gathered((source,), opener=Opener(wishes))
        async with driven(NewsdiffApp(gathered, engine=engine), size) as reader:
            yield reader

    return opened


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Host()
    made.pages["/ferry"] = answer(PAGE)
    yield made
    made.close()


def labels(reader: Reader) -> list[str]:
    shelf = reader.app.shelf
    return [shelf.label(place) for place in range(len(shelf))]


async def add(reader: Reader, words: str) -> None:
    """Asks for something by keys; long words come as if they were pasted."""
    await reader.press("a")
    assert isinstance(reader.app.screen, AddScreen)
    await paste(reader, words)
    await reader.press("enter")
    assert isinstance(reader.app.screen, ArticlesScreen)


@presses("list.add", "add.open")
@pytest.mark.parametrize(
    ("words", "added"),
    [
        ("a b.txt", ["a b"]),
        ("  ./a b.txt \n", ["a b"]),
        ("more", ["one", "two"]),
        ("more/", ["one", "two"]),
        ("all.zip", ["x", "y"]),
        ("~/a b.txt", ["a b"]),
        ("~/more", ["one", "two"]),
    ],
)
async def test_what_is_named_is_opened(
    start: Start, words: str, added: list[str]
) -> None:
    async with start() as reader:
        assert "There is nothing to compare with" in reader.text
        await add(reader, words)
        assert labels(reader) == ["first", *added]
        assert f"{1 + len(added)} articles" in reader.lines[0]
        assert "Enter compares A first with B " in reader.text


async def test_what_is_typed_is_no_key(start: Start) -> None:
    async with start() as reader:
        await reader.press("a", *"qQt?:jkw/~pc", "space", "left", "home", "end", "f1")
        assert isinstance(reader.app.screen, AddScreen)
        assert "qQt?:jkw/~pc" in reader.text
        await reader.press("escape")
        assert isinstance(reader.app.screen, ArticlesScreen)
        assert not reader.closed
        assert labels(reader) == ["first"]


@presses("add.cancel")
async def test_nothing_typed_and_nothing_wanted(start: Start) -> None:
    async with start() as reader:
        await reader.press("a", "enter")
        assert "There is nothing to open yet: name a file or paste" in reader.text
        await reader.press("space", "enter")
        assert isinstance(reader.app.screen, AddScreen)
        await reader.press("escape")
        assert labels(reader) == ["first"]
        assert reader.toasts == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("none.txt", "none.txt does not exist: check the name"),
        ("~/none.txt", "/none.txt does not exist: check the name"),
        ("~nobody.of.that.name/x", "~nobody.of.that.name/x does not exist"),
        ("-", "./- does not exist: check the name"),
        ("a\0b", "is not a file name: check the name"),
        ("ftp://example.org/x", "is no address of a page"),
        ("http://", "check it"),
        ("[b]x[/b]", "[b]x[/b] does not exist: check the name"),
    ],
)
async def test_what_cannot_be_opened_is_said(
    start: Start, words: str, said: str
) -> None:
    async with start() as reader:
        await add(reader, words)
        assert labels(reader) == ["first"]
        (toast,) = reader.toasts
        assert said in toast
        assert "\n" not in toast
        assert reader.lines[0].rstrip().endswith("1 not opened")


async def test_this_computer_is_asked_where_that_is_allowed_only(
    start: Start, host: Host
) -> None:
    async with start() as reader:
        await add(reader, host.address("/ferry"))
        (toast,) = reader.toasts
        assert "--allow-private" in toast
        assert labels(reader) == ["first"]
    assert host.asked == []
    async with start(Wishes(allow_private=True)) as reader:
        await add(reader, host.address("/ferry"))
        assert reader.toasts == []
        assert len(labels(reader)) == 2
        await reader.press("G")
        assert "The ferry to Kelmsay was four hours late" in reader.text
        await reader.press("e")
        assert "has no file" in reader.toasts[-1]
        assert "sample" not in reader.toasts[-1]
        await add(reader, host.address("/none"))
        assert "404" in reader.toasts[-1]
        assert len(labels(reader)) == 2


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (120, 36)])
async def test_an_article_is_pasted(start: Start, size: tuple[int, int]) -> None:
    async with start(size=size) as reader:
        await reader.press("a")
        await paste(reader, PASTED)
        assert "No ship left q ? t : the port." in reader.text
        await reader.press("enter")
        assert labels(reader) == ["first", "pasted text"]
        await add(reader, PASTED.replace("\n", "\r\n"))
        assert labels(reader)[2] == "pasted text 2"
        await reader.press("g", "j", "j", "e")
        assert reader.toasts[-1] == "pasted text 2 was pasted and has no file"
        await reader.press("w")
        assert "No ship left q ? t : the port." in reader.text


async def test_a_pasted_paragraph_is_an_article_too(start: Start) -> None:
    async with start() as reader:
        await add(reader, "The harbour of Kelmsay was closed. " * 20)
        assert labels(reader) == ["first", "pasted text"]
        assert reader.toasts == []


async def test_a_pasted_page_and_an_address_above_a_text(start: Start) -> None:
    async with start() as reader:
        await add(reader, PAGE.decode().replace("<p>", "\n<p>"))
        assert len(labels(reader)) == 2
        await reader.press("G")
        assert "<p>" not in reader.text
        await add(reader, f"https://example.org/storm\n\n{PASTED}")
        assert len(labels(reader)) == 3
        assert reader.toasts == []


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (80, 24), (120, 36)])
async def test_screen(start: Start, golden: Golden, size: tuple[int, int]) -> None:
    async with start(size=size) as reader:
        await reader.press("a", *"https://example.org/a-long-address-of-a-page")
        golden(f"tui/add-{size[0]}x{size[1]}.txt", reader.text)
