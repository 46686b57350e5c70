"""Work behind the screen: what comes next, and that it ends with the screen."""

from __future__ import annotations

import itertools
from threading import Event

from textual.app import App

from newsdiff.cancellation import cancellable
from newsdiff.layout import LayoutOptions, View, lay_out
from newsdiff.model import Article, Comparison, Pair
from newsdiff.reading import Source
from newsdiff.story.shares import Summary
from newsdiff.tui.session.jobs import (
    Task,
    compare_pair,
    make_page,
    next_task,
    unless_cancelled,
)
from newsdiff.tui.session.shelf import ReadArticles, Shelf
from tests.tui.handmade import HandMade
from tests.tui.rest import PATIENCE, Rest
from tests.tui.stocking import stock


async def test_leaving_ends_what_nobody_will_see() -> None:
    begun, ended = Event(), Event()

    def endless() -> None:
        begun.set()
        try:
            for _ in cancellable(itertools.count()):
                pass
        finally:
            ended.set()

    app: App[None] = App()
    rest = Rest(app)
    async with app.run_test():
        app.run_worker(lambda: unless_cancelled(endless), thread=True)
        assert await rest.until(begun.is_set)
    assert ended.wait(PATIENCE)


async def test_what_is_wanted_is_given() -> None:
    app: App[None] = App()
    async with app.run_test():
        worker = app.run_worker(lambda: unless_cancelled(lambda: 7), thread=True)
        assert await worker.wait() == 7


# Which pair, and what of it


def shelf_of(articles: list[Article]) -> Shelf:
    shelf = Shelf([Source(given=a.source, text=a.text) for a in articles])
    stock(shelf, [None, *articles[1:]])
    return shelf


def test_pairs_of_the_articles_a_reader_is_at_come_first(four: list[Article]) -> None:
    shelf, order = shelf_of(four), list[tuple[int, ...]]()
    tried: set[Pair[int]] = set()
    while task := next_task(shelf, (3, 2), (3, 2), tried):
        tried.add(task.pair)
        order.append(tuple(task.pair))
    assert order == [(2, 3), (0, 2), (0, 3), (1, 2), (1, 3), (0, 1)]


def test_what_is_known_is_not_compared_again(
    four: list[Article], bridge: Comparison
) -> None:
    shelf = shelf_of(four)
    summary = Summary.of(bridge)
    shelf.keep_summary(Pair(1, 0), summary)
    assert shelf.summary(Pair(1, 0)) == summary
    assert shelf.summary(Pair(0, 1)) == summary.swapped
    task = next_task(shelf, (0, 1), (0, 1), ())
    assert task is not None
    assert task.pair == Pair(0, 2)


def test_what_was_shown_of_a_pair_is_known_of_it(
    four: list[Article], bridge: Comparison
) -> None:
    shelf = shelf_of(four)
    stock(shelf, four[:1])
    shelf.keep(Pair(0, 1), lay_out(bridge, LayoutOptions(width=80, view=View.SPLIT)))
    assert shelf.summary(Pair(1, 0)) == Summary.of(bridge).swapped
    assert shelf.summary(Pair(0, 2)) is None


def test_a_pair_is_read_first_where_it_has_not_been(
    four: list[Article], engine: HandMade
) -> None:
    shelf, read = shelf_of(four), list[str]()
    engine.before_reading = lambda source: read.append(source.given)
    reading, comparison = compare_pair(engine, Task.of(shelf, Pair(0, 3)))
    assert read == [four[0].source]
    assert list(reading.articles) == [0]
    assert comparison.articles.a.text == four[0].text


def test_a_page_is_laid_out_anew_where_no_file_has_changed(
    four: list[Article], bridge: Comparison, engine: HandMade
) -> None:
    shelf, compared = shelf_of(four), list[int]()
    engine.before = lambda: compared.append(1)
    task = Task.of(shelf, Pair(0, 1))
    page = lay_out(bridge, LayoutOptions(width=80, view=View.SPLIT))
    reading, again = make_page(
        engine, task, page, LayoutOptions(width=60, view=View.SPLIT)
    )
    assert (compared, reading) == ([], ReadArticles({}))
    assert again.options.width == 60
    make_page(engine, task, None, LayoutOptions(width=60, view=View.SPLIT))
    assert compared == [1]


def test_pairs_are_counted_without_being_listed(four: list[Article]) -> None:
    shelf = shelf_of(four)
    pairs = shelf.pairs((0, 1))
    assert [shelf.number(pair)[0] for pair in pairs] == [1, 2, 3, 4, 5, 6]
    assert {shelf.number(pair.swapped)[1] for pair in pairs} == {6}
    onward = [*pairs[1:], pairs[0]]
    assert [shelf.neighbour(pair, 1) for pair in pairs] == onward
    assert [shelf.neighbour(pair.swapped, -1) for pair in onward] == pairs
