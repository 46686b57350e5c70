"""What is copied, saved and opened, and what is said of it."""

from __future__ import annotations

import json
import os
import subprocess
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.widgets import Input

from newsdiff.export import rendered
from newsdiff.layout import Fold
from newsdiff.model import Article, Comparison
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.sharing.save_screen import SaveScreen
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]


class Browser(webbrowser.BackgroundBrowser):
    """Notes what it is asked to open."""

    def __init__(self) -> None:
        super().__init__("browser")
        self.opened: list[str] = []

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        del new, autoraise
        self.opened.append(url)
        return True


class TextBrowser(webbrowser.GenericBrowser):
    """Notes what it is asked to open; runs in the terminal."""

    def __init__(self) -> None:
        super().__init__("browser")
        self.opened: list[str] = []

    open = Browser.open


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    found = Browser()
    monkeypatch.setattr(webbrowser, "get", lambda: found)
    return found


@pytest.fixture
def lent(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes when the terminal is lent and given back."""
    noted: list[str] = []

    @contextmanager
    def suspend(_: App[None]) -> Iterator[None]:
        noted.append("lent")
        yield
        noted.append("back")

    monkeypatch.setattr(App, "suspend", suspend)
    return noted


def status(reader: Any) -> str:
    return str(reader.lines[-2].strip())


async def go_to_row(reader: Any, wanted: Callable[[Any], Any]) -> None:
    """Leafs through the changes to one that is wanted."""
    for _ in range(50):
        if wanted(reader.app.screen._taken().entry):
            return
        await reader.press("right_square_bracket")
    pytest.fail("there is no such row")


# Copying


@presses("diff.copy")
async def test_the_row_is_copied_and_it_is_said(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "y")
        text = reader.app.clipboard
        assert text.startswith(("<", ">", "≈", "~", "↕", "!"))
        assert len(text.splitlines()) >= 2
        said = "sent to the terminal's clipboard: A 2, "
        assert f"{said}{len(text):,} characters" in status(reader)
        assert reader.toasts == []


async def test_a_fold_is_copied_with_all_that_it_stands_for(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "G", "y")
        assert "© Harbour Post" in reader.app.clipboard
        assert "Leave a comment" in reader.app.clipboard


async def test_a_fold_with_other_words_is_not_copied_as_equal(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "Z")
        view = reader.app.screen.query_one(DiffView)
        rows = enumerate(view.page.rows)
        at = next(r for r, e in rows if isinstance(e, Fold) and any(e.reworded))
        view.go_to(at)
        await reader.press("y")
        said = "in common, some reworded"
        assert reader.app.clipboard.splitlines()[0].strip() == said


@presses("diff.copy-all")
async def test_the_comparison_is_copied_as_markdown(
    opened: Opened, bridge: Comparison
) -> None:
    async with opened() as reader:
        await reader.press("enter", "Y")
        assert reader.app.clipboard == rendered(bridge, "markdown")
        said = "sent to the terminal's clipboard: all as Markdown, "
        assert said in status(reader)


async def test_what_is_too_large_to_copy_can_be_saved(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdiff.tui.sharing.clipboard.CLIPBOARD", 100)
    async with opened() as reader:
        await reader.press("enter", "Y")
        assert reader.app.clipboard == ""
        assert "too large for the clipboard" in reader.text
        assert "harbour-post-river-herald.md" in reader.text


# Saving


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def save_as(reader: Any, name: str) -> None:
    assert isinstance(reader.app.screen, SaveScreen)
    reader.app.screen.query_one(Input).value = name
    await reader.press("enter")


@presses("diff.save", "save.cancel")
async def test_a_report_is_saved_in_the_format_of_its_name(
    opened: Opened,
    bridge: Comparison,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as reader:
        await reader.press("enter", "s", "escape")
        assert names_in(tmp_path) == []
        await reader.press("s", "enter")
        saved = tmp_path / "harbour-post-river-herald.md"
        assert saved.read_text("utf-8") == rendered(bridge, "markdown")
        assert "saved: harbour-post-river-herald.md" in status(reader)
        assert reader.toasts == []
        formats = {".txt": "text", ".HTML": "html", ".svg": "svg", ".json": "json"}
        for end, name in formats.items():
            await reader.press("s")
            await save_as(reader, f"report{end}")
            report = (tmp_path / f"report{end}").read_text("utf-8")
            assert report == rendered(bridge, name)
        assert json.loads(report)["articles"][0]["label"] == "Harbour Post"


async def test_enter_comes_more_often_than_there_is_something_to_save(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as reader:
        await reader.press("enter", "s")
        line = reader.app.screen.query_one(Input)
        for _ in range(3):
            line.post_message(Input.Submitted(line, "once.md"))
        await reader.settle()
        assert "saved: once.md" in status(reader)
        assert names_in(tmp_path) == ["once.md"]


async def test_nothing_is_overwritten_without_asking(
    opened: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "kept.md"
    path.write_text("kept")
    async with opened(size=(140, 30)) as reader:
        await reader.press("enter", "s")
        await save_as(reader, str(path))
        assert "is there already: Enter once more replaces it." in reader.text
        assert path.read_text() == "kept"
        await reader.press("x", "backspace", "enter")
        assert path.read_text() == "kept"
        await reader.press("enter")
        assert path.read_text() != "kept"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("report", "A name must end in one of .txt, .text, .md"),
        ("", "A name must end in one of"),
        ("no/such/folder/a.md", "cannot be written: No such file or directory."),
    ],
)
async def test_what_stands_in_the_way_of_saving_is_said(
    opened: Opened,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened() as reader:
        await reader.press("enter", "s")
        await save_as(reader, name)
        assert said in reader.text
        assert names_in(tmp_path) == []
        await reader.press("escape")
        assert reader.toasts == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
async def test_nothing_is_saved_into_a_pipe_that_nobody_reads(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(tmp_path / "a.md")
    async with opened() as reader:
        await reader.press("enter", "s")
        await save_as(reader, "a.md")
        assert "a.md is a named pipe, not a file" in reader.text


# Opening


@presses("diff.source", "diff.sources", "list.source")
async def test_sources_are_opened_in_the_browser(
    opened: Opened, bridge: Comparison, browser: Browser
) -> None:
    pages = [
        replace(article, url=f"https://example.org/{side}")
        for side, article in zip("ab", bridge.articles, strict=True)
    ]
    async with opened(pages) as reader:
        await reader.press("o")
        assert browser.opened.pop() == "https://example.org/a"
        await reader.press("enter")
        await reader.press("O")
        assert browser.opened == ["https://example.org/a", "https://example.org/b"]
        browser.opened.clear()
        await go_to_row(reader, lambda entry: not entry.sentences.a)
        await reader.press("o")
        assert browser.opened == ["https://example.org/b"]
        assert "opened: https://example.org/b" in status(reader)


@pytest.mark.parametrize("key", ["o", "e"])
@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", None])
async def test_an_address_that_is_no_page_is_not_opened(
    opened: Opened, four: list[Article], browser: Browser, url: str | None, key: str
) -> None:
    async with opened([replace(four[0], url=url), four[1]]) as reader:
        await reader.press(key)
        assert browser.opened == []
        said = "Harbour Post is part of the sample, not a file of yours"
        assert reader.toasts == [said]


@presses("list.edit", "diff.edit")
async def test_files_are_opened_and_edited(
    opened_files: Opened,
    tmp_path: Path,
    browser: Browser,
    lent: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths = [tmp_path / "one [a].txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(f"Headline of {path.stem}\n\nIt rained.\n", "utf-8")
    calls: list[list[str]] = []

    def run(command: list[str], *, check: bool) -> subprocess.CompletedProcess[bytes]:
        assert not check
        calls.append(command)
        Path(command[-1]).write_text("Another headline\n\nIt snowed.\n", "utf-8")
        return subprocess.CompletedProcess(command, 0)

    async with opened_files(paths) as reader:
        await reader.press("o")
        assert browser.opened == [paths[0].as_uri()]
        await reader.press("e")
        assert (
            reader.toasts[-1] == "no editor is named: set EDITOR, for example to nano"
        )
        monkeypatch.setenv("EDITOR", "ed -x")
        monkeypatch.setattr(subprocess, "run", run)
        await reader.press("e")
        assert lent == ["lent", "back"]
        assert calls == [["ed", "-x", str(paths[0])]]
        assert "Another headline" in reader.text
        await reader.press("j", "space", "k", "space", "enter")
        await go_to_row(reader, lambda entry: entry.sentences.a)
        assert "It rained." in reader.text
        await reader.press("e")
        assert calls[-1] == ["ed", "-x", str(paths[1])]
        await reader.until(lambda: "It rained." not in reader.text)


async def test_an_editor_that_cannot_be_started_is_said(
    opened_files: Opened,
    tmp_path: Path,
    lent: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "one.txt"
    path.write_text("It rained.\n", "utf-8")
    async with opened_files([path]) as reader:
        for editor, said in (
            ("/no/such/editor", "cannot be started: No such file or directory"),
            ("'", "cannot be started: No closing quotation"),
            ("false", "false ended with 1"),
        ):
            monkeypatch.setenv("VISUAL", editor)
            await reader.press("e")
            assert said in reader.toasts[-1]
        assert lent[-1] in ("lent", "back")


async def test_where_the_terminal_cannot_be_lent_it_is_said(
    opened_files: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "one.txt"
    path.write_text("It rained.\n", "utf-8")
    monkeypatch.setenv("EDITOR", "true")
    monkeypatch.setattr(webbrowser, "get", TextBrowser)
    async with opened_files([path]) as reader:
        await reader.press("e")
        said = "an editor cannot be opened in this terminal"
        assert reader.toasts == [said]
        await reader.press("o")
        assert "this terminal cannot be lent" in reader.toasts[-1]


async def test_a_browser_in_the_terminal_gets_it(
    opened_files: Opened,
    tmp_path: Path,
    lent: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "one.txt"
    path.write_text("It rained.\n", "utf-8")
    browser = TextBrowser()
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    async with opened_files([path]) as reader:
        await reader.press("o")
        assert browser.opened == [path.as_uri()]
        assert lent == ["lent", "back"]


async def test_without_a_browser_the_address_is_told(
    opened: Opened, four: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    async with opened([replace(four[0], url="https://example.org/a")]) as reader:
        await reader.press("o")
        said = (
            "no browser was found: name one in BROWSER, or open https://example.org/a "
            "yourself"
        )
        assert reader.toasts == [said]


async def test_without_a_browser_both_addresses_are_told(
    opened: Opened, four: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    two = [replace(a, url=f"https://example.org/{n}") for n, a in enumerate(four[:2])]
    async with opened(two) as reader:
        await reader.press("enter", "O")
        assert reader.toasts[-1].endswith(
            "or open https://example.org/0 and https://example.org/1 yourself"
        )
