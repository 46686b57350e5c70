"""Moving thresholds in the screen that says why, with the real engine."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from newsdiff.config import load
from newsdiff.engine import Engine
from newsdiff.gathering import Gathered, sample_sources
from newsdiff.model import MEASURED, Thresholds
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.view import DiffView
from tests.tui.pressing import presses

Reader = Any
Opened = Callable[..., AbstractAsyncContextManager[Reader]]


def app_of(path: Path) -> NewsdiffApp:
    sources = sample_sources()[:2]
    return NewsdiffApp(Gathered(sources), load(path), engine=Engine("words"))


def links(reader: Reader) -> int:
    screen = next(s for s in reader.app.screen_stack if s.query(DiffView))
    return len(screen.query_one(DiffView).page.comparison.links)


@presses("why.more", "why.less", "why.other", "why.reset")
async def test_thresholds_are_moved_kept_shown_and_taken_back(
    driven: Opened, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    app = app_of(path)
    async with driven(app, (120, 36)) as reader:
        await reader.press("enter", *["right_square_bracket"] * 3)
        before = links(reader)
        await reader.press("equals_sign", "minus", "minus")
        assert app.engine.thresholds == Thresholds(matched=0.48)
        assert "matched from 48%" in reader.text
        assert "(measured: 52%)" in reader.text
        await reader.press("plus", "tab", *["minus"] * 10)
        assert app.engine.thresholds == Thresholds(0.5, 0.08)
        assert links(reader) > before
        assert "more (measured: 28%)" in reader.text
        await reader.press("escape")
        assert "thresholds moved: 50% / 8%" in reader.lines[0]
        assert path.read_text() == "matched_from = 0.50\nrelated_from = 0.08\n"
        await reader.press("equals_sign", "0")
        assert app.engine.thresholds == MEASURED
        assert links(reader) == before
        await reader.press("escape")
        assert "thresholds" not in reader.lines[0]
        assert path.read_text() == ""


async def test_neither_passes_the_other_nor_the_ends(
    driven: Opened, tmp_path: Path
) -> None:
    app = app_of(tmp_path / "config.toml")
    async with driven(app, (80, 24)) as reader:
        await reader.press("enter", *["right_square_bracket"] * 3, "equals_sign")
        await reader.press(*["minus"] * 14)
        assert app.engine.thresholds.matched == 0.28
        await reader.press("tab", *["plus"] * 3)
        assert app.engine.thresholds.related == 0.0


@presses("why.table")
async def test_weights_stand_behind_a_key(driven: Opened, tmp_path: Path) -> None:
    async with driven(app_of(tmp_path / "c"), (120, 50)) as reader:
        await reader.press("enter", *["right_square_bracket"] * 3, "equals_sign")
        assert "log-odds" not in reader.text
        await reader.press("t")
        assert "What weighs how much" in reader.text
        assert "words both have" in reader.text
        await reader.press("t")
        assert "Runners-up" in reader.text


async def test_every_screen_says_that_they_were_moved(
    driven: Opened, tmp_path: Path
) -> None:
    app = app_of(tmp_path / "config.toml")
    app.engine.thresholds = Thresholds(matched=0.4)
    async with driven(app, (120, 36)) as reader:
        for key in ("c", "p", "w", "Q", "S"):
            await reader.press(key)
            assert "thresholds moved: 40% / measured" in reader.lines[0], key
            await reader.press("escape")
    async with driven(app_of(tmp_path / "config.toml"), (120, 36)) as reader:
        for key in ("c", "p", "w", "Q", "S"):
            await reader.press(key)
            assert "thresholds" not in reader.lines[0], key
            await reader.press("escape")


async def test_links_a_person_made_or_parted_are_counted(
    driven: Opened, tmp_path: Path
) -> None:
    app = app_of(tmp_path / "c")
    async with driven(app, (120, 40)) as reader:
        await reader.press("enter", *["right_square_bracket"] * 3, "equals_sign")
        assert "matched from 52%: 11 links" in reader.text
        await reader.press("escape", "U", "equals_sign")
        assert "matched from 52%: 10 links" in reader.text
        assert links(reader) == 14
        assert "related from 28%: 4 links" in reader.text
        await reader.press("escape", "ctrl+z", "equals_sign")
        assert "matched from 52%: 11 links" in reader.text


async def test_what_is_known_of_other_screens_is_found_out_anew(
    driven: Opened, tmp_path: Path
) -> None:
    app = app_of(tmp_path / "c")
    async with driven(app, (120, 40)) as reader:
        await reader.press("Q")
        (before,) = app.shelf.ties.values()
        await reader.press("q", "enter", *["right_square_bracket"] * 3)
        await reader.press("equals_sign", "tab", *["minus"] * 9, "escape")
        assert not app.shelf.ties
        await reader.press("Q")
        (after,) = app.shelf.ties.values()
        assert after is not before
