"""What the marks say: there at first, gone for good, back with L."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from newsdiff.config import Settings, SettingsFile
from newsdiff.engine import Engine
from newsdiff.gathering import Gathered, gather
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.session.memory import Memory
from tests.tui.pressing import presses

Driven = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]
SAID = "~ only related"
GONE = "Esc or L puts this away, L brings it back"


def words(reader: Any) -> str:
    """The screen in one line."""
    return " ".join(reader.text.split())


def app_of(tmp_path: Path, engine: Engine, *, ascii_only: bool = False) -> NewsdiffApp:
    paths = [tmp_path / name for name in ("one.txt", "two.txt")]
    for path in paths:
        path.write_text(f"The {path.stem}\n\nIt rained.\n\nDucks swam.\n", "utf-8")
    file = SettingsFile(Path("c.toml"), settings=Settings(ascii=ascii_only))
    sources = gather([str(path) for path in paths]).sources
    memory = Memory(tmp_path / "state.json")
    return NewsdiffApp(Gathered(tuple(sources)), file, memory, engine)


async def test_who_is_compared_stays_in_sight_above_it(
    tmp_path: Path, engine: Engine, driven: Driven
) -> None:
    app = app_of(tmp_path, engine)
    async with driven(app, (80, 14)) as reader:
        await reader.press("enter")
        assert GONE in words(reader)
        assert reader.app.screen.view.scroll_y == 0


@presses("diff.legend")
@pytest.mark.parametrize("away", ["escape", "L"])
async def test_it_goes_for_good_and_comes_back_with_its_key(
    tmp_path: Path, engine: Engine, driven: Driven, away: str
) -> None:
    app = app_of(tmp_path, engine)
    async with driven(app, (120, 36)) as reader:
        await reader.press("enter")
        assert SAID in words(reader)
        assert GONE in words(reader)
        await reader.press(away)
        assert GONE not in words(reader)
        await reader.press("L")
        assert GONE in words(reader)
        await reader.press("q", "enter")
        assert GONE not in words(reader), "it has been put away before"
        app.exit()
    assert app.remember() == ""
    async with driven(app_of(tmp_path, engine), (120, 36)) as reader:
        await reader.press("enter")
        assert GONE not in words(reader)


async def test_it_stays_until_it_is_put_away(
    tmp_path: Path, engine: Engine, driven: Driven
) -> None:
    app = app_of(tmp_path, engine)
    async with driven(app, (120, 36)) as reader:
        await reader.press("enter", "j", "q")
        app.exit()
    assert app.remember() == ""
    async with driven(app_of(tmp_path, engine), (120, 36)) as reader:
        await reader.press("enter")
        assert GONE in words(reader)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_it_has_room(
    tmp_path: Path,
    engine: Engine,
    driven: Driven,
    golden: Golden,
    size: tuple[int, int],
) -> None:
    async with driven(app_of(tmp_path, engine), size) as reader:
        await reader.press("enter")
        assert GONE in words(reader)
        golden(f"tui/legend-{size[0]}x{size[1]}.txt", reader.text)


async def test_who_knows_the_marks_has_not_seen_those_in_ascii(
    tmp_path: Path, engine: Engine, driven: Driven
) -> None:
    for only_ascii in (False, True):
        for gone in (False, True):
            app = app_of(tmp_path, engine, ascii_only=only_ascii)
            async with driven(app, (60, 15)) as reader:
                await reader.press("enter")
                assert ("puts this away" in reader.text) is not gone
                await reader.press("L", "q", "q")
                assert not app.remember()


async def test_in_ascii(tmp_path: Path, engine: Engine, driven: Driven) -> None:
    async with driven(app_of(tmp_path, engine, ascii_only=True), (80, 24)) as reader:
        await reader.press("enter")
        assert "% reworded" in words(reader)
        assert not {*"≈≡↕"} & {*reader.text}


async def test_no_line_ends_inside_of_a_mark_at_any_width(
    tmp_path: Path, engine: Engine, driven: Driven
) -> None:
    app = app_of(tmp_path, engine)
    async with driven(app, (120, 36)) as reader:
        await reader.press("enter")
        for size in ((120, 36), (80, 24), (61, 24), (200, 50)):
            await reader.pilot.resize_terminal(*size)
            await reader.settle()
            for said in ("~ only related", "↕ told elsewhere in the article", GONE):
                assert any(said in line for line in reader.text.splitlines()), size
        app.exit()
