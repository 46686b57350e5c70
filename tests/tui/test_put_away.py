"""An article that was put away is read again behind the screen, never in its thread."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest

from newsdiff import gathering
from newsdiff.engine import Engine
from newsdiff.gathering import gather
from newsdiff.reading import Source
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.article.screen import ArticleScreen
from newsdiff.tui.session import jobs, shelf
from tests.tui.invented import BUDGET, FERRY

Start = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def read_by(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each article read again, whether that was in the thread of the screen."""
    seen: list[bool] = []

    def read_again(source: Source) -> Source:
        seen.append(current_thread() is main_thread())
        return gathering.read_again(source)

    monkeypatch.setattr(jobs, "read_again", read_again)
    monkeypatch.setattr(shelf, "KEPT", 6)
    monkeypatch.setattr("newsdiff.tui.story.account.screen.MOST_ARTICLES", 4)
    return seen


@pytest.fixture
def start(driven: Any, tmp_path: Path) -> Start:
    """Opens the reader on a table of twelve articles."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Any]:
        rows = []
        for n, whole in enumerate([*FERRY, *FERRY, *BUDGET, *BUDGET, *BUDGET]):
            text = whole.split("---\n")[-1].replace('"', '""')
            rows.append(f'"Story {n}","{text} It was run {n}."')
        path = tmp_path / "table.csv"
        path.write_text("\n".join(["headline,text", *rows]) + "\n", "utf-8")
        app = NewsdiffApp(gather([str(path)]), engine=Engine("words"))
        async with driven(app, (120, 36)) as reader:
            yield reader

    return opened


async def test_keys_never_read_in_the_thread_of_the_screen(
    start: Start, read_by: list[bool]
) -> None:
    def title(reader: Any) -> str:
        return str(reader.app.screen._article.title)

    async with start() as reader:
        for n in range(12):
            assert f"It was run {n}." in " ".join(reader.text.split()), "the preview"
            await reader.press("j")
        await reader.press("g", "w")
        assert isinstance(reader.app.screen, ArticleScreen)
        assert title(reader) == "Story 0"
        await reader.press("J", "J", "J")
        assert title(reader) == "Story 3"
        await reader.press("escape", "enter")
        assert "could not be compared" not in reader.text
        await reader.press("J", "J", "K", "escape", "c", "j", "enter", "escape")
        await reader.press("escape", "p", "escape", "S", "j", "escape", "Q", "escape")
        await reader.press("/", *"ferry", "enter", "j", "G")
    assert read_by
    assert not any(read_by)


async def test_what_cannot_be_read_again_is_said(
    start: Start, read_by: list[bool], tmp_path: Path
) -> None:
    async with start() as reader:
        (tmp_path / "table.csv").unlink()
        await reader.press("j", "j", "w")
        assert not isinstance(reader.app.screen, ArticleScreen)
        assert reader.toasts[-1].endswith(" cannot be read any more.")
    assert not any(read_by)


async def test_what_was_compared_stays_when_its_articles_are_put_away(
    start: Start, read_by: list[bool]
) -> None:
    async with start() as reader:
        await reader.press("g", "enter")
        pages = dict(reader.app.shelf._pages)
        await reader.press("escape", "j", "j", "j", "j", "g", "enter")
        assert dict(reader.app.shelf._pages) == pages
    assert not any(read_by)


async def test_an_article_that_is_gone_is_passed_over_in_the_reader_of_one(
    start: Start, read_by: list[bool], tmp_path: Path
) -> None:
    async with start() as reader:
        await reader.press("g", "w")
        shown, articles = reader.app.screen, reader.app.shelf
        assert isinstance(shown, ArticleScreen)
        place, article = shown._place, shown._article
        gone, behind = articles.onward([place])[:2]
        (tmp_path / "table.csv").unlink()
        assert articles.articles.kept(behind)
        articles.articles._last.pop(gone)
        await reader.press("J")
        assert reader.toasts[-1].endswith(" cannot be read any more.")
        assert (shown._place, shown._article) == (place, article), "all stays"
        await reader.press("J")
        assert shown._place == behind
    assert not any(read_by)


async def test_the_source_of_what_was_put_away_is_opened_behind_the_screen(
    start: Start, read_by: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(
        "newsdiff.tui.sharing.sources.Sources.browse",
        lambda _, originals: opened.extend(originals),
    )
    async with start() as reader:
        await reader.press(*"jjjjjjjjjjjj", "g")
        place = reader.app.screen.here
        reader.app.shelf.articles._last.pop(place, None)
        assert reader.app.shelf.is_away(place)
        await reader.press("o")
        (original,) = opened
        assert original.article.label == reader.app.shelf.label(place)
    assert read_by
    assert not any(read_by)


async def test_an_article_that_is_gone_ends_no_claim_in_the_others(
    start: Start, read_by: list[bool], tmp_path: Path
) -> None:
    async with start() as reader:
        await reader.press("g", "w")
        shelf_ = reader.app.shelf
        place = reader.app.screen._place
        gone, *others = shelf_.onward([place])
        (tmp_path / "table.csv").unlink()
        shelf_.articles._last.pop(gone)
        await reader.press("t", *"The ferry sank in the harbour", "enter")
        found = {one.place for one in reader.app.screen._list.findings}
        assert found == {place, *others}
        assert reader.toasts[-1].startswith("1 article could not be looked through (")
        assert shelf_.label(gone) in reader.toasts[-1]
        assert f"{len(found)} of {len(found) + 1} looked through" in reader.lines[0]
    assert not any(read_by)
