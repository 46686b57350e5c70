"""The parts of the screens, each without a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any, cast

import pytest
from textual.actions import SkipAction
from textual.worker import Worker, WorkerState

from newsdiff.comparing import Order
from newsdiff.comparing.cross_references import CrossReference, Relation
from newsdiff.gathering import Gathered
from newsdiff.layout import Page, Spots, View, lay_out
from newsdiff.layout.finding import Found
from newsdiff.model import Comparison, Pair, Role, SentencePlace, Side, Span
from newsdiff.reading import Source
from newsdiff.tui.articles.filter import Filter
from newsdiff.tui.articles.loader import Loader
from newsdiff.tui.diff.choices import Choices
from newsdiff.tui.diff.folds import Folds
from newsdiff.tui.diff.navigation import Navigation, Trail, offer
from newsdiff.tui.diff.opening import Opening
from newsdiff.tui.diff.search import Search
from newsdiff.tui.diff.status import StatusLine
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.session.jobs import Task
from newsdiff.tui.session.shelf import ReadArticles, Shelf
from newsdiff.tui.shared.find_bar import FindBar
from newsdiff.tui.shared.screen import NewsScreen
from newsdiff.tui.sharing.sources import Original, Sources
from tests.tui.handmade import HandMade

COLUMNS = 120
LINES = 36


class Texts:
    """What a view is to the parts: a page, a row, and ways to go to another."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.row = 0
        self.scroll_y = 0.0

    def choose(self, choices: Choices) -> None:
        self.page = self.page.again(choices.options(COLUMNS, LINES))

    def go_to_place(self, side: Side, sentence: int, spots: Spots) -> None:
        del spots
        self.row = self.page.row_of(side, sentence)

    def go_to_span(self, side: Side, sentence: int, span: Span) -> None:
        del span
        self.row = self.page.row_of(side, sentence)

    def return_to(self, row: int, scrolled: int) -> None:
        del scrolled
        self.row = row

    def next_change(self, step: int) -> bool:
        del step
        return True

    def call_after_refresh(self, work: Callable[..., None], *given: object) -> None:
        work(*given)


class Line:
    """What the line is to the parts in which words are typed."""

    def __init__(self) -> None:
        self.line = SimpleNamespace(value="")
        self.count = ""
        self.closed = False

    def say(self, words: str) -> None:
        self.count = words

    async def close(self, focused: object) -> None:
        del focused
        self.closed = True


class Host:
    """What the screen of a comparison is to its parts."""

    def __init__(self, comparison: Comparison) -> None:
        self.choices = Choices()
        self.texts = Texts(lay_out(comparison, self.choices.options(COLUMNS, LINES)))
        self.remarks: list[str] = []
        self.brought_out: Found | None = None
        self.matching_facts = 0
        self.line = Line()
        self.opened: list[tuple[Pair[int], SentencePlace | None]] = []
        self.app: Any = None

    @property
    def view(self) -> DiffView:
        return cast("DiffView", self.texts)

    def compare_again(self) -> None:
        raise NotImplementedError

    def remark(self, sentence: str) -> None:
        self.remarks.append(sentence)

    def hush(self) -> None:
        self.remarks.append("")

    def choose(self, choices: Choices) -> None:
        self.choices = choices
        self.texts.choose(choices)

    def bring_out(self, found: Found | None) -> None:
        self.brought_out = found

    async def ask(self, sign: str, words: str = "") -> FindBar:
        del sign, words
        return cast("FindBar", self.line)

    def open(self, pair: Pair[int], at: SentencePlace | None = None) -> None:
        self.opened.append((pair, at))


@pytest.fixture
def host(bridge: Comparison) -> Host:
    return Host(bridge)


@pytest.fixture
def search(host: Host) -> Search:
    return Search(host)


@pytest.fixture
def folds(host: Host, search: Search) -> Folds:
    return Folds(host, search)


# Search


def test_matches_are_counted(host: Host, search: Search) -> None:
    assert search.words == ""
    search.find("cracks", 0)
    assert search.words == "“cracks” 1/3"
    host.matching_facts = 2
    assert search.words == "“cracks” 1/3 + 2 in facts"
    search.find("zebra", 0)
    assert search.words == "“zebra” no match + 2 in facts"
    search.find("  ", 0)
    assert (search.words, host.brought_out) == ("", None)


def test_a_search_begins_at_a_row_and_goes_round(host: Host, search: Search) -> None:
    assert not search.go_on(1)
    search.find("bridge", len(host.texts.page.rows) - 1)
    assert search.found is not None
    total = len(search.found.matches)
    search.find("bridge", 0)
    for number in range(2, total + 1):
        assert search.go_on(1)
        assert search.words == f"“bridge” {number}/{total}"
    search.go_on(1)
    assert search.words == f"“bridge” 1/{total}"
    search.go_on(-1)
    assert search.words == f"“bridge” {total}/{total}"
    ends = [remark for remark in host.remarks if remark]
    assert ends == ["went on from the top", "went on from the bottom"]


async def test_only_matches_and_all_again(host: Host, search: Search) -> None:
    rows = len(host.texts.page.rows)
    search.find("cracks", 0)
    await search.action_only_matches()
    assert host.choices.folding.only_with == "cracks"
    assert search.words == "only “cracks” 1/3"
    assert len(host.texts.page.rows) < rows
    assert search.leave()
    assert host.choices.folding.only_with == ""
    assert host.remarks[-1] == "all rows"
    assert search.leave()
    assert not search.leave()
    assert len(host.texts.page.rows) == rows


async def test_typing_finds_and_escape_ends_where_it_began(
    host: Host, search: Search
) -> None:
    host.texts.row = 3
    await search.action_find()
    with pytest.raises(SkipAction):
        await search.action_find()
    host.line.line.value = "norway"
    search.type()
    assert host.line.count == "1/1"
    assert host.texts.row != 3
    await search.end_typing(keep=False)
    assert (host.texts.row, search.found, host.line.closed) == (3, None, True)


async def test_words_kept_outlast_other_texts(host: Host, search: Search) -> None:
    await search.action_only_matches()
    host.line.line.value = "the"
    search.type()
    await search.end_typing(keep=True)
    assert search.words.startswith("only “the” ")
    search.again()
    assert search.words.startswith("only “the” ")


# Folds


def test_folding_says_what_came_of_it(host: Host, folds: Folds) -> None:
    last = []
    for press in (
        folds.action_fold_all,
        partial(folds.action_context, 1),
        partial(folds.action_context, 1),
        partial(folds.action_context, -1),
        partial(folds.action_context, -1),
        partial(folds.action_context, -1),
        folds.action_fold_all,
        partial(folds.action_context, 1),
    ):
        press()
        last.append(host.remarks[-1])
    assert last == [
        "folded, no context",
        "1 row of context: nothing to fold",
        "2 rows of context: nothing to fold",
        "1 row of context: nothing to fold",
        "folded, no context",
        "folded, no context",
        "all open",
        "everything is shown; Z folds what is in common",
    ]


def test_choices_are_said_and_shown(host: Host, folds: Folds) -> None:
    for _ in range(3):
        folds.action_order()
    folds.action_order()
    folds.action_boilerplate()
    folds.action_boilerplate()
    folds.action_numbers()
    folds.action_view()
    folds.action_view()
    orders = ["in A's order", "in B's order", "both in their own order"]
    words = ["boilerplate shown", "boilerplate hidden", "", "", ""]
    assert host.remarks == [*orders, orders[0], *words]
    assert host.texts.page.options.order is Order.A
    assert host.texts.page.options.view is View.UNIFIED
    assert host.texts.page.options.numbers is False


def test_boilerplate_is_not_said_to_be_shown_where_there_is_none(
    host: Host, folds: Folds
) -> None:
    page = host.texts.page
    bare = page.comparison.articles.map(
        lambda article: replace(
            article,
            sentences=tuple(
                replace(one, role=Role.BODY) if one.role is Role.BOILERPLATE else one
                for one in article.sentences
            ),
        )
    )
    comparison = replace(page.comparison, articles=bare)
    host.texts.page = lay_out(comparison, page.options)
    folds.action_boilerplate()
    assert host.remarks == ["no boilerplate was found in either"]


def test_a_row_that_is_not_in_common_has_no_fold(host: Host, folds: Folds) -> None:
    host.texts.row = host.texts.page.lead  # the fold behind the headline
    folds.action_fold()
    folds.action_fold()
    host.texts.row = host.texts.page.row_of(Side.A, 4)
    folds.action_fold()
    said = ["opened", "folded", "this row is not in common: no fold here"]
    assert host.remarks == said


async def test_where_only_matches_are_shown_nothing_folds(
    host: Host, search: Search, folds: Folds
) -> None:
    search.find("cracks", 0)
    await search.action_only_matches()
    before = host.choices
    host.remarks.clear()
    folds.action_fold()
    folds.action_fold_all()
    folds.action_context(1)
    assert host.remarks == ["only matches: & shows all"] * 3
    assert host.choices == before


def test_no_match_is_folded_away(host: Host, search: Search, folds: Folds) -> None:
    search.find("painted", 0)
    folds.action_fold_all()
    assert search.found is not None
    assert host.choices.folding.shown == search.found.places


# Navigation


def navigation(host: Host, number: int = 2) -> Navigation:
    shelf = Shelf([Source(given=f"{i}.txt", text="x") for i in range(number)])
    screen = cast("NewsScreen", SimpleNamespace())
    opening = Opening(screen, shelf, Pair(0, 1), lambda: None)
    return Navigation(host, opening, shelf)


def test_a_trail_leads_through_its_references_and_back() -> None:
    moved = CrossReference(Side.B, 4, 7, Relation.MOVED, 0.7)
    near = CrossReference(Side.A, 8, 2, Relation.NEAREST, 0.23)
    trail = Trail((Side.A, 2), (moved, near))
    assert trail.here == (Side.B, 4)
    assert trail.words == "from A 3: B tells it here, by B 5, 1 of 2"
    assert trail.next.words == "from A 3: nearest, 23%: A 9, not linked, 2 of 2"
    assert trail.next.next.words == "back at A 3"
    assert trail.next.next.next == trail
    only = Trail((Side.A, 2), (near,))
    assert only.words == "from A 3: nearest, 23%: A 9, not linked"


def test_following_and_leaving_the_trail(host: Host) -> None:
    there = navigation(host)
    host.texts.row = host.texts.page.lead  # the fold behind the headline
    there.action_follow()
    host.texts.row = host.texts.page.row_of(Side.A, 3)
    there.action_follow()
    there.action_follow()
    there.forget()
    host.texts.row = host.texts.page.row_of(Side.A, 8)
    there.action_follow()
    assert host.remarks == [
        "what is folded away cannot be followed",
        "from A 4: related, 30%: B 12, 1 of 4",
        "from A 4: related, 25%: B 9, 2 of 4",
        "told nowhere else, and nothing comes near",
    ]


def test_leafing_through_pairs(host: Host) -> None:
    navigation(host, 2).action_pair(1)
    navigation(host, 2).action_other("b")
    assert host.remarks == ["there is no other article"] * 2
    navigation(host, 3).action_pair(1)
    navigation(host, 3).action_other("a")
    navigation(host, 3).action_swap()
    assert [pair for pair, _ in host.opened] == [Pair(0, 2), Pair(2, 1), Pair(1, 0)]


def test_a_row_with_both_sides_offers_nothing(host: Host) -> None:
    page = host.texts.page
    assert offer(page, page.row_of(Side.A, 3)) == ""


# Opening


class Screen:
    """What any screen is to its parts, without doing what is asked of it."""

    def __init__(self) -> None:
        self.engine = HandMade()
        self.said: list[str] = []
        self.started: list[str] = []
        self.late: Callable[[], None] = lambda: None
        self.workers = SimpleNamespace(cancel_node=lambda _: None)

    def say(self, message: str, *, warning: bool = False) -> None:
        del warning
        self.said.append(message)

    def set_interval(self, seconds: float, late: Callable[[], None]) -> SimpleNamespace:
        del seconds
        self.late = late
        return SimpleNamespace(stop=lambda: None)

    def run_worker(self, work: object, name: str, **_: object) -> None:
        del work
        self.started.append(name)


@pytest.fixture
def screen() -> Screen:
    return Screen()


def failed(group: str) -> Worker.StateChanged:
    worker = SimpleNamespace(group=group, error=ValueError("no luck"))
    return cast(
        "Worker.StateChanged",
        SimpleNamespace(worker=worker, state=WorkerState.ERROR),
    )


def test_a_pair_that_is_late_is_named_and_shown_when_it_comes(
    screen: Screen, bridge: Comparison
) -> None:
    sources = [Source(given=a.source, text=a.text) for a in bridge.articles] * 2
    shelf, options = Shelf(sources), Choices().options(COLUMNS, LINES)
    page = lay_out(bridge, options)
    named: list[tuple[Pair[int], bool]] = []
    opening = Opening(
        cast("NewsScreen", screen),
        shelf,
        Pair(0, 1),
        lambda: named.append((opening.named, opening.is_late)),
    )
    read = {i: (sources[i], bridge.articles.a) for i in (0, 1)}
    opening.start(Task.of(shelf, Pair(0, 1)), options)
    assert opening.take(Opening.Compared(Pair(0, 1), ReadArticles(read), page))
    opening.start(Task.of(shelf, Pair(2, 3)), options)
    screen.late()
    assert not opening.take(Opening.Compared(Pair(0, 1), ReadArticles({}), page))
    assert opening.stop()
    assert not opening.stop()
    assert (opening.pair, opening.shown) == (Pair(0, 1), Pair(0, 1))
    assert screen.started == ["_compare", "_compare"]
    assert named == [
        (Pair(0, 1), False),
        (Pair(0, 1), False),
        (Pair(0, 1), False),
        (Pair(2, 3), True),
        (Pair(0, 1), False),
    ]


def test_only_the_failures_of_its_own_work_are_said(screen: Screen) -> None:
    host, shelf = cast("NewsScreen", screen), Shelf([])
    opening = Opening(host, shelf, Pair(0, 1), lambda: None)
    loader = Loader(host, shelf, Gathered(()), lambda _: None)
    sources = Sources(host, lambda: None)
    for group in ("compare", "reread", "browse", "read"):
        for part in (opening, loader, sources):
            part.say_failure(failed(group))
    assert screen.said == [
        "This pair could not be compared: no luck",
        "The files could not be read again: no luck",
        "The browser could not be started: no luck",
    ]


# The list


class Rows:
    """What the screen of a list is to its filter."""

    def __init__(self) -> None:
        self.here: int | None = 2
        self.rows: Any = None
        self.filled: list[int | None] = []
        self.line = Line()

    def fill(self, here: int | None = None) -> None:
        self.filled.append(here)

    def behind(self, work: Callable[[], object], group: str) -> None:
        raise NotImplementedError

    def call_later(self, callback: Callable[..., None], *args: object) -> bool:
        callback(*args)
        return True

    async def ask(self, sign: str, words: str = "") -> FindBar:
        del sign
        self.line.line.value = words
        return cast("FindBar", self.line)


async def test_a_filter_is_kept_or_taken_back() -> None:
    rows = Rows()
    chosen = Filter(rows, Shelf([]))
    chosen.type("ignored: nobody is typing")
    await chosen.action_filter()
    with pytest.raises(SkipAction):
        await chosen.action_filter()
    chosen.type("zo")
    chosen.type("zo")
    await chosen.end_typing(keep=True)
    assert (chosen.sought.words, rows.filled, rows.line.closed) == ("zo", [2], True)
    await chosen.action_filter()
    assert rows.line.line.value == "zo"
    chosen.type("zoo")
    await chosen.end_typing(keep=False)
    assert (chosen.sought.words, rows.filled) == ("zo", [2, 2, 2])
    assert chosen.end()
    assert not chosen.end()
    assert rows.filled == [2, 2, 2, None]


def test_only_articles_of_common_length_in_sight_are_glanced_at(
    screen: Screen,
) -> None:
    texts = ["---\ntitle: One\n---\nx", "x" * 30_000, "---\ntitle: Three\n---\nx"]
    given = [Source(given=f"{n}.txt", text=text) for n, text in enumerate(texts)]
    shelf = Shelf(given)
    loader = Loader(cast("NewsScreen", screen), shelf, Gathered(()), lambda _: None)
    loader.glance(2)
    assert [shelf.glances[0].headline, *shelf.glances] == ["One", 0]
    assert (shelf.label(0), shelf.listed) == ("0", [None, None, None])
    loader.action_reload()
    assert screen.started == ["_read"]


# What is taken along


def test_what_has_no_address_is_said(screen: Screen, bridge: Comparison) -> None:
    a, b = bridge.articles
    given = [Source(given="-", text=a.text), Source(given="sample", text=b.text)]
    originals = [Original(s, x) for s, x in zip(given, (a, b), strict=True)]
    sources = Sources(cast("NewsScreen", screen), lambda: None)
    sources.browse(originals)
    assert screen.said == [
        "Harbour Post came from stdin and has no file",
        "River [Herald] is part of the sample, not a file of yours",
    ]
    assert screen.started == []
    linked = replace(a, url="https://example.org/a")
    sources.browse([Original(given[0], linked), originals[1]])
    assert screen.started == ["_browse"]


# The status line


def test_what_came_of_a_key_has_room_before_anything_else(host: Host) -> None:
    line = StatusLine(
        row=0,
        seen=1.0,
        view="auto: side by side",
        searched="“bridge” 3/17",
        remark="",
        offer="nearest, 23%: B 9, not linked",
    )
    page = host.texts.page
    whole = line.content(page, 200).plain
    assert whole.startswith(
        "“bridge” 3/17 · change 1/11 · nearest, 23%: B 9, not linked"
    )
    assert whole.endswith("auto: side by side · 100%")
    assert line.content(page, 40).plain.split()[-1] == "100%"
    said = replace(line, remark="told nowhere else, and nothing comes near")
    assert "nearest, 23%" not in said.content(page, 200).plain
    assert said.content(page, 50).plain.startswith(said.remark)
