"""Where the reader was left is remembered; a damaged file stays as it is."""

from __future__ import annotations

import json
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from math import inf
from pathlib import Path
from typing import Any

import pytest

from newsdiff.config import Settings, SettingsFile
from newsdiff.engine import Engine
from newsdiff.gathering import gather
from newsdiff.model import Pair, Side
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.choices import choices_of, chosen_since
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.session.memory import Bookmark, Memory
from newsdiff.tui.session.shelf import Shelf

Start = Callable[..., AbstractAsyncContextManager[Any]]
STORY = (
    "It rained in {0}.\n\nNobody was hurt in {0}.\n\nA crane came to {0} from Oslo.\n"
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / name for name in ("one.txt", "two.txt", "three.txt")]
    for path in paths:
        path.write_text(f"The {path.stem}\n\n{STORY.format(path.stem)}", "utf-8")
    return paths


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state" / "state.json"


@pytest.fixture
def again(engine: Engine, state: Path, driven: Any) -> Start:
    """Starts the reader as a person would the next day; remembers at its end."""

    @asynccontextmanager
    async def start(
        paths: Sequence[Path],
        settings: Settings | None = None,
        seconds: float = inf,
    ) -> AsyncIterator[Any]:
        found = SettingsFile(Path("config.toml"), settings=settings or Settings())
        gathered = gather([str(path) for path in paths], seconds=seconds)
        app = NewsdiffApp(gathered, found, Memory(state), engine)
        async with driven(app, (120, 30)) as reader:
            yield reader
            app.exit()
        assert app.remember() == ""

    return start


def stories_in(state: Path) -> list[Any]:
    return list(json.loads(state.read_text("utf-8"))["stories"])


def damaged(state: Path, text: str) -> None:
    state.parent.mkdir()
    state.write_text(text, "utf-8")


def content(path: Path) -> str:
    return path.read_text("utf-8")


def row(reader: Any) -> str:
    view = reader.app.screen.query_one(DiffView)
    entry = view.page.rows[view.row]
    side = Side.A if entry.sentences.a else Side.B
    return str(view.page.comparison.articles[side].words_of(entry.sentences[side][0]))


async def test_the_pair_the_place_and_the_choices_come_back(
    again: Start, files: list[Path]
) -> None:
    async with again(files) as reader:
        await reader.press("j", "enter", "v", "#", "]", "]", "]")
        there = row(reader)
        header = reader.lines[0]
        assert "A two" in header
    async with again(list(reversed(files))) as reader:
        assert "Enter compares A two with B three" in reader.text
        await reader.press("enter")
        assert row(reader) == there
        assert "side by side" in reader.lines[-2]
        assert "auto" not in reader.lines[-2]
        assert reader.app.screen.query_one(DiffView).page.options.numbers is False


async def test_they_come_back_when_files_are_still_opened_behind_the_list(
    again: Start, files: list[Path]
) -> None:
    async with again(files) as reader:
        await reader.press("j", "enter", "]")
        there = row(reader)
    async with again(files, seconds=-1) as reader:
        await reader.until(lambda: "Enter compares A two with B three" in reader.text)
        await reader.press("enter")
        assert row(reader) == there


def test_what_was_done_meanwhile_stays() -> None:
    shelf = Shelf([])
    shelf.remembered = lambda _: Bookmark(pair=Pair(0, 1))
    shelf.bookmark.note(Pair(1, 2), (Side.A, 0))
    assert shelf.recall() is None
    assert shelf.bookmark.pair == Pair(1, 2)


async def test_the_order_of_the_list_comes_back(
    again: Start, files: list[Path], state: Path
) -> None:
    async with again(files) as reader:
        await reader.press("s", "r", "g", "enter")
        assert "A two  ⇄  B three" in reader.lines[0]
    assert stories_in(state)[0]["sorting"] == ["name", True]
    async with again(files) as reader:
        assert "by name backwards" in reader.lines[0]
        lines = [reader.line_of(f"  {name}  ") for name in ("two", "three", "one")]
        assert lines == sorted(lines)


async def test_a_pair_left_for_another_is_found_where_it_was(
    again: Start, files: list[Path]
) -> None:
    async with again(files) as reader:
        await reader.press("enter", "]", "]")
        there = row(reader)
        await reader.press("J", "]", "K")
        assert row(reader) == there
        await reader.press("x")
        assert row(reader) == there
        await reader.press("q", "enter")
        assert row(reader) == there


async def test_other_stories_are_kept(
    again: Start, files: list[Path], state: Path
) -> None:
    async with again(files) as reader:
        await reader.press("enter")
    async with again(files[:2]) as reader:
        await reader.press("enter")
    stories = stories_in(state)
    assert [len(story["articles"]) for story in stories] == [3, 2]
    async with again(files) as reader:
        await reader.press("enter")
    stories = stories_in(state)
    assert [len(story["articles"]) for story in stories] == [2, 3]


async def test_a_sentence_that_is_gone_is_no_place(
    again: Start, files: list[Path]
) -> None:
    async with again(files) as reader:
        await reader.press("enter", "G")
    for path in files:
        path.write_text("Short now.\n", "utf-8")
    async with again(files) as reader:
        await reader.press("enter")
        assert row(reader) == "Short now."


async def test_a_theme_that_was_chosen_comes_back_unless_the_settings_name_one(
    again: Start, files: list[Path]
) -> None:
    async with again(files) as reader:
        reader.app.theme = "newsdiff-light"
    async with again(files) as reader:
        assert reader.app.theme == "newsdiff-light"
    async with again(files, Settings(theme="contrast")) as reader:
        assert reader.app.theme == "newsdiff-contrast"
    async with again(files) as reader:
        assert reader.app.theme == "newsdiff-light"


async def test_nothing_is_written_where_nothing_was_looked_at(
    again: Start, files: list[Path], state: Path
) -> None:
    async with again(files):
        pass
    assert not state.parent.exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"version": 1,\n"stories": [}', " is not valid JSON in line 2;"),
        ('{"version": 2, "stories": []}', " is of another version or damaged;"),
        ("[]", " is of another version or damaged;"),
        (
            '{"version": 1, "stories": [{"articles": ["a"], "pair": ["b", "a"]}]}',
            " is of another version or damaged;",
        ),
    ],
)
async def test_a_damaged_file_is_said_and_left_as_it_is(
    again: Start, files: list[Path], state: Path, text: str, said: str
) -> None:
    damaged(state, text)
    async with again(files) as reader:
        (toast,) = reader.toasts
        assert f"{state}{said}" in toast
        assert toast.endswith("nothing is remembered until you remove the file")
        await reader.press("enter", "]")
    assert content(state) == text


async def test_a_file_in_the_place_of_the_folder_is_said(
    again: Start, files: list[Path], state: Path
) -> None:
    state.parent.write_text("in the way", "utf-8")
    async with again(files) as reader:
        (toast,) = reader.toasts
        assert toast.startswith(f"{state.parent} is a file, not a folder; ")
        assert toast.endswith("nothing is remembered until you remove it")
        await reader.press("enter", "]")
    assert content(state.parent) == "in the way"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
def test_a_pipe_or_a_folder_is_said_and_never_opened(
    state: Path, files: list[Path]
) -> None:
    sources = gather([str(path) for path in files]).sources
    state.parent.mkdir()
    os.mkfifo(state)
    memory = Memory(state)
    assert memory.problem == (
        f"{state} is a named pipe, not a file; "
        "nothing is remembered until you remove the pipe"
    )
    assert memory.save(sources, Bookmark(pair=Pair(0, 1)), "") == ""
    assert state.is_fifo()
    inside = Memory(state / "state.json")
    assert inside.problem.startswith(f"{state} is a named pipe, not a folder; ")
    assert "is a folder, not a file" in Memory(state.parent).problem


def test_articles_without_a_file_are_not_remembered(state: Path) -> None:
    from newsdiff.gathering import sample_sources

    memory, sources = Memory(state), sample_sources()
    assert memory.save(sources, Bookmark(pair=Pair(0, 1)), "") == ""
    assert memory.bookmark(sources) == Bookmark()
    assert not state.exists()


def test_a_file_that_cannot_be_written_is_said(
    files: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "state").write_text("in the way")
    memory = Memory(tmp_path / "other.json")
    memory._path = tmp_path / "state" / "state.json"
    sources = gather([str(path) for path in files]).sources
    said = memory.save(sources, Bookmark(pair=Pair(0, 1)), "")
    assert "cannot be written" in said
    assert said.endswith("your place is forgotten")


def test_only_the_last_stories_are_kept(state: Path, files: list[Path]) -> None:
    for n in range(55):
        path = files[0].with_name(f"{n}.txt")
        path.write_text("It rained.\n", "utf-8")
        sources = gather([str(path)]).sources
        assert Memory(state).save(sources, Bookmark(choices={"view": "auto"}), "") == ""
    stories = stories_in(state)
    assert len(stories) == 50
    assert stories[-1]["articles"] == [str(path)]
    assert [p.name for p in state.parent.iterdir()] == ["state.json"]


@pytest.mark.parametrize("wrong", [None, [], "x", -1, 101, {"a": 1}])
def test_choices_that_make_no_sense_are_passed_over(wrong: object) -> None:
    names = ("view", "order", "boilerplate", "numbers", "common", "context", "other")
    settings = Settings(view="unified", context=3)
    chosen = choices_of(settings, dict.fromkeys(names, wrong))
    assert chosen == choices_of(settings, {})
    assert chosen_since(settings, chosen) == {}
