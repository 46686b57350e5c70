"""Files are read, and read again, behind screens that show what was read before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from newsdiff.gathering import Gathered, gather
from newsdiff.reading import Source, parse
from newsdiff.story.shares import Summary
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.article.screen import ArticleScreen
from newsdiff.tui.article.view import ArticleView
from newsdiff.tui.session.jobs import read_all
from newsdiff.tui.session.listing import SortBy, Sorting
from newsdiff.tui.shared.grid_view import GridView
from tests.tui.handmade import HandMade
from tests.tui.rest import PATIENCE, Rest

Opened = Callable[..., AbstractAsyncContextManager[Any]]
NEWS = "Title of {0}\n\nSome {1},000 cars cross a bridge.\n\nNobody was hurt.\n"
LONG = "Title\n\n" + "\n\n".join(f"Ferry {i} leaves at noon." for i in range(40)) + "\n"
SHORT = "Title\n\nFerry 0 leaves at noon.\n"


class Gate:
    """Holds work up until it is opened."""

    def __init__(self) -> None:
        self.reached, self.opened = Event(), Event()

    def wait(self) -> None:
        self.reached.set()
        self.opened.wait(PATIENCE)


@pytest.fixture
def gate() -> Iterator[Gate]:
    made = Gate()
    yield made
    made.opened.set()


@pytest.fixture
def no_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """All articles are taken to tell of one event."""
    monkeypatch.setattr("newsdiff.tui.session.groups.grouped", lambda *_: None)


@pytest.fixture
def held(engine: HandMade, gate: Gate) -> Callable[[str], None]:
    """Holds up the reading of the files whose names end in something."""

    def hold(end: str) -> None:
        def wait(source: Source) -> None:
            if source.given.endswith(end):
                gate.wait()

        engine.before_reading = wait

    return hold


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes articles of some names."""

    def write(names: str, texts: Sequence[str] = ()) -> list[Path]:
        paths = [tmp_path / f"{name}.txt" for name in names.split()]
        for i, path in enumerate(paths):
            text = texts[i] if i < len(texts) else NEWS.format(path.stem, i + 2)
            path.write_text(text, "utf-8")
        return paths

    return write


def read(reader: Any) -> list[bool]:
    return [listed is not None for listed in reader.app.shelf.listed]


# One article alone


@pytest.mark.usefixtures("no_stories")
@pytest.mark.parametrize("texts", [(SHORT, LONG), (LONG, SHORT)])
async def test_what_is_shown_alone_changes_its_length_while_it_is_counted(
    opened_files: Opened,
    engine: HandMade,
    files: Callable[..., list[Path]],
    gate: Gate,
    texts: tuple[str, str],
) -> None:
    paths = files("b a c d", texts[:1])
    async with opened_files(paths) as reader:
        await reader.press("enter", "a", "G")
        engine.before = gate.wait
        paths[0].write_text(texts[1], "utf-8")
        await reader.pilot.press("r", "w")
        await reader.until(lambda: isinstance(reader.app.screen, ArticleScreen))
        gate.opened.set()
        await reader.settle()
        assert "2/3: two of three others tell it" in reader.lines[0]
        article = reader.app.shelf.articles.kept(0)
        await reader.press("G")
        view = reader.app.screen.query_one(ArticleView)
        assert view.sentence == len(article.sentences) - 1
        assert article.words_of(view.sentence) in reader.text


async def test_what_is_shown_alone_is_that_of_the_file_behind_the_help(
    opened_files: Opened, engine: HandMade, files: Callable[..., list[Path]]
) -> None:
    async with opened_files(files("a b", [LONG])) as reader:
        await reader.press("w", "G", "question_mark")
        shelf = reader.app.shelf
        newer = gather([str(path) for path in files("a b", [SHORT])]).sources[0]
        for place, (source, article) in read_all(engine, {0: newer}).articles.items():
            shelf.put(place, source, article)
        await reader.press("escape")
        assert reader.app.screen.query_one(ArticleView).sentence == 1
        assert "Ferry 39" not in reader.text
        assert "by 0 of 1 other" in reader.lines[-3]
        await reader.press("enter", "escape", "k", "k")


# The list


async def test_editing_does_not_stop_what_is_still_being_read(
    engine: HandMade,
    files: Callable[..., list[Path]],
    held: Callable[[str], None],
    gate: Gate,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    held("c.txt")
    monkeypatch.setattr("newsdiff.tui.sharing.clipboard.edit", lambda _, __: "")
    app = NewsdiffApp(gather([*map(str, files("a b c d"))]), engine=engine)
    rest = Rest(app)
    async with app.run_test() as pilot:
        assert await rest.until(gate.reached.is_set)
        await pilot.press("e")
        assert await rest.until(lambda: bool(app._notifications))
        gate.opened.set()
        assert await rest.until(rest.has_come)
        assert not app.shelf.unread


async def test_an_article_read_again_is_not_replaced_by_its_first_reading(
    engine: HandMade,
    files: Callable[..., list[Path]],
    held: Callable[[str], None],
    gate: Gate,
) -> None:
    held("b.txt")
    paths = files("a b")
    sources = gather([*map(str, paths)]).sources
    app = NewsdiffApp(Gathered(tuple(sources)), engine=engine)
    rest = Rest(app)
    async with app.run_test():
        assert await rest.until(gate.reached.is_set)
        paths[1].write_text(SHORT, "utf-8")
        newer = gather([*map(str, paths)]).sources[1]
        app.shelf.put(1, newer, parse(newer))
        gate.opened.set()
        assert await rest.until(rest.has_come)
        article = app.shelf.articles.kept(1)
        assert article is not None
        assert article.text == SHORT


@pytest.mark.parametrize("broken", ["a.txt", "b.txt"])
async def test_an_article_that_cannot_be_read_is_said_and_the_others_are_read(
    opened_files: Opened,
    files: Callable[..., list[Path]],
    engine: HandMade,
    broken: str,
) -> None:
    def breaks(source: Source) -> None:
        if source.given.endswith(broken):
            message = "too deep"
            raise RecursionError(message)

    engine.before_reading = breaks
    async with opened_files(files("a b c")) as reader:
        assert read(reader) == [broken != "a.txt", broken != "b.txt", True]
        assert reader.toasts == [f"{broken[0]} could not be read: too deep"]


async def test_files_that_cannot_be_read_again_are_said(
    opened_files: Opened,
    files: Callable[..., list[Path]],
    engine: HandMade,
) -> None:
    def breaks(_: Source) -> None:
        message = "too deep"
        raise RecursionError(message)

    paths = files("a b")
    async with opened_files(paths) as reader:
        engine.before_reading = breaks
        paths[0].write_text(SHORT, "utf-8")
        await reader.press("R")
        assert reader.toasts == ["The files could not be read again: too deep"]


# Pairs


async def test_everything_is_read_again_from_a_pair(
    opened_files: Opened, files: Callable[..., list[Path]]
) -> None:
    paths = files("a b c")
    async with opened_files(paths) as reader:
        await reader.press("enter")
        paths[2].write_text(SHORT, "utf-8")
        await reader.press("r")
        assert "no file has changed" in reader.lines[-2]
        await reader.press("R")
        assert reader.toasts == [f"{paths[2]} has changed: it was read again"]
        assert reader.app.shelf.articles.kept(2).text == SHORT


async def test_what_an_older_text_has_in_common_is_not_noted_for_a_newer_one(
    opened_files: Opened,
    engine: HandMade,
    files: Callable[..., list[Path]],
    gate: Gate,
) -> None:
    paths = files("a b")
    async with opened_files(paths) as reader:
        engine.before = gate.wait
        await reader.pilot.press("p")
        await reader.until(gate.reached.is_set)
        paths[0].write_text(LONG, "utf-8")
        newer = gather([str(paths[0])]).sources[0]
        reader.app.shelf.put(0, newer, parse(newer))
        gate.opened.set()
        await reader.settle()
        shelf = reader.app.shelf
        engine.before = lambda: None
        again = engine.compare(*map(shelf.articles.kept, range(len(shelf))))
        assert list(shelf.summaries.values()) == [Summary.of(again)]


# The order of the articles changes behind a table


def sort_by_name(reader: Any) -> None:
    """As happens when an article has been read: City Radio comes first."""
    shelf = reader.app.shelf
    shelf.bookmark.sorting = Sorting(SortBy.NAME)
    shelf.put(2, shelf.sources[2], shelf.articles.kept(2))
    assert shelf.order == [2, 0, 1, 3]


async def test_the_chosen_fact_and_its_articles_stay(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("c", "j", "l")
        sort_by_name(reader)
        await reader.press("enter")
        assert reader.lines[0].startswith(" A Harbour Post  ⇄  B River [Herald]")
        await reader.press("q")
        heading = reader.lines[reader.line_of("City Radio")]
        assert heading.split()[:2] == ["City", "Radio"]
        assert reader.lines[-3].strip().startswith("Nowhere in River [Herald]: “Jos")
        await reader.press("h", "h")
        assert "City Radio" in reader.lines[-3]


async def test_a_click_on_a_fact_takes_the_article_that_is_seen(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("c", "j")
        sort_by_name(reader)
        reader.app.screen.query_one(GridView).post_message(GridView.Clicked((3, 1)))
        await reader.settle()
        assert reader.lines[-3].strip().startswith("Nowhere in River [Herald]: “Jos")


async def test_a_click_on_a_pair_takes_the_articles_that_are_seen(
    opened: Opened,
) -> None:
    async with opened() as reader:
        await reader.press("p")
        sort_by_name(reader)
        reader.app.screen.query_one(GridView).post_message(GridView.Clicked((2, 1)))
        await reader.settle()
        assert reader.app.screen._at == (2, 1)
        await reader.press("enter")
        assert reader.lines[0].startswith(" A City Radio  ⇄  B River [Herald]")


async def test_keys_move_over_the_pairs_that_are_seen(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("p")
        sort_by_name(reader)
        reader.app.screen.action_move(1, 1)
        assert reader.app.screen._at == (1, 2)
