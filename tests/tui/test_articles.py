"""The list of articles: shorter by a filter, in another order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.model import Article
from newsdiff.reading import Source, read_text
from newsdiff.tui.session.listing import Listed, SortBy, Sorting, Sought, in_order
from newsdiff.tui.session.shelf import Shelf
from tests.tui.pressing import BINDINGS, presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
PAPERS = (
    ("Morning", "Zoo opens", "2024-05-03", 4),
    ("evening", "Café burns in Århus", None, 9),
    ("Noon", "Ferry late", "2024-05-01", 2),
    ("Night", "Zoo [sic] closes", "2024-05-03T20:00", 6),
)


@pytest.fixture
def papers() -> list[Article]:
    return [
        read_text(
            f"---\ntitle: {title}\n"
            + (f"published: {day}\n" if day else "")
            + f"---\n\n{'It rained. ' * sentences}\n",
            source=f"folder/{number}.txt",
            label=label,
        )
        for number, (label, title, day, sentences) in enumerate(PAPERS)
    ]


def listed(articles: Iterable[Article | None]) -> list[Listed | None]:
    return [None if one is None else Listed.of(one) for one in articles]


def shown(reader: Any) -> list[str]:
    """The labels of the rows, from the top."""
    screen = reader.app.screen
    count = screen.query_one("ArticleList").row_count
    words = [screen._draw(row).plain.split() for row in range(count)]
    return [next(word for word in row if len(word) > 1) for row in words]


def highlighted(reader: Any) -> str:
    rows = reader.app.screen.query_one("ArticleList")
    return str(shown(reader)[rows.highlighted])


@pytest.mark.parametrize(
    ("by", "forwards", "backwards"),
    [
        (SortBy.GIVEN, [0, 1, 2, 3], [3, 2, 1, 0]),
        (SortBy.NAME, [1, 0, 3, 2], [2, 3, 0, 1]),
        (SortBy.DATE, [2, 0, 3, 1], [3, 0, 2, 1]),
        (SortBy.LENGTH, [1, 3, 0, 2], [2, 0, 3, 1]),
    ],
)
def test_order(
    papers: list[Article], by: SortBy, forwards: list[int], backwards: list[int]
) -> None:
    assert in_order(listed(papers), Sorting(by)) == forwards
    assert in_order(listed(papers), Sorting(by, backwards=True)) == backwards


def test_what_has_not_been_read_stands_at_the_end(papers: list[Article]) -> None:
    some = [None, *papers[1:]]
    assert in_order(listed(some), Sorting(SortBy.NAME)) == [
        1,
        3,
        2,
        0,
    ]
    assert in_order(listed(some), Sorting(SortBy.NAME, backwards=True)) == [2, 3, 1, 0]


def test_equals_keep_the_order_in_which_they_were_given(papers: list[Article]) -> None:
    same = [papers[0]] * 3
    for by in SortBy:
        assert in_order(listed(same), Sorting(by)) == [0, 1, 2]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("", [0, 1, 2, 3]),
        ("  ", [0, 1, 2, 3]),
        ("zoo", [0, 3]),
        ("opens zoo", [0]),
        ("cafe arhus", [1]),
        ("[sic]", [3]),
        ("2024-05", [0, 2, 3]),
        ("folder/2", [2]),
        ("Evening", []),
        ("EVENING", []),
        ("Mor", [0]),
        ("(", []),
    ],
)
def test_filter(papers: list[Article], words: str, found: list[int]) -> None:
    sought = Sought(words)
    passed = [
        i
        for i, article in enumerate(papers)
        if sought.passes(article.source, Listed.of(article))
    ]
    assert passed == found


def test_what_has_not_been_read_goes_by_its_name() -> None:
    assert Sought("one").passes("story/one.txt", None)
    assert not Sought("two").passes("story/one.txt", None)


@presses("list.filter", "find.keep", "find.end")
async def test_the_list_is_filtered_while_words_are_typed(
    opened: Opened, papers: list[Article]
) -> None:
    async with opened(papers) as reader:
        await reader.press("j", "j", "slash", "z", "o")
        assert shown(reader) == ["Morning", "Night"]
        assert "2 of 4 articles · “zo”" in reader.lines[0]
        await reader.press("escape")
        assert shown(reader) == ["Morning", "evening", "Noon", "Night"]
        assert highlighted(reader) == "Noon"
        await reader.press("slash", "z", "o", "enter", "j")
        assert highlighted(reader) == "Night"
        await reader.press("slash")
        assert "zo" in reader.lines[-1]
        await reader.press("o", "space", "c")
        assert shown(reader) == ["Night"]
        await reader.press("enter", "escape")
        assert len(shown(reader)) == 4
        assert highlighted(reader) == "Night"


async def test_where_nothing_passes_it_is_said_and_keys_do_nothing(
    opened: Opened, papers: list[Article]
) -> None:
    async with opened(papers) as reader:
        await reader.press("slash", "q", "x", "enter")
        assert shown(reader) == []
        assert "0 of 4 articles" in reader.lines[0]
        assert "No article passes the filter: Esc shows all" in reader.lines[-2]
        await reader.press("space", "w", "o", "e", "j", "k", "d", "G", "enter", "p")
        assert shown(reader) == []
        await reader.press("escape")
        assert len(shown(reader)) == 4


async def test_marks_outlive_the_filter(opened: Opened, papers: list[Article]) -> None:
    async with opened(papers) as reader:
        await reader.press("j", "space", "slash", "f", "e", "r", "enter", "space")
        assert "Enter compares A evening with B Noon" in reader.text
        await reader.press("escape")
        assert "Enter compares A evening with B Noon" in reader.text
        await reader.press("escape")
        assert "Enter compares A Noon with B Night" in reader.text


async def test_enter_compares_with_the_next_article_that_is_shown(
    opened: Opened, papers: list[Article]
) -> None:
    async with opened(papers) as reader:
        await reader.press("slash", "z", "o", "o", "enter")
        assert "Enter compares A Morning with B Night" in reader.text
        await reader.press("slash", "space", "o", "p", "enter")
        assert "Enter compares A Morning with B evening" in reader.text


@presses("list.sort", "list.backwards")
async def test_sorting_goes_round(opened: Opened, papers: list[Article]) -> None:
    async with opened(papers) as reader:
        seen = []
        for _ in range(4):
            await reader.press(*BINDINGS["list.sort"])
            seen.append(shown(reader))
            assert highlighted(reader) == "Morning"
        assert seen == [
            ["evening", "Morning", "Night", "Noon"],
            ["Noon", "Morning", "Night", "evening"],
            ["evening", "Night", "Morning", "Noon"],
            ["Morning", "evening", "Noon", "Night"],
        ]
        await reader.press("s", "s", "r")
        assert shown(reader) == ["Night", "Morning", "Noon", "evening"]
        assert "newest first" in reader.lines[0]


async def test_pairs_and_the_matrix_follow_the_order_of_the_list(
    opened: Opened, papers: list[Article]
) -> None:
    async with opened(papers) as reader:
        await reader.press("s", "g", "enter")
        assert reader.lines[0].startswith(" A evening  ⇄  B Morning")
        await reader.press("J")
        assert reader.lines[0].startswith(" A evening  ⇄  B Night")
        await reader.press("full_stop")
        assert reader.lines[0].startswith(" A evening  ⇄  B Noon")
        await reader.press("p")
        rows = [line.split()[1] for line in reader.lines if line[:2].strip().isdigit()]
        assert rows == ["evening", "Morning", "Night", "Noon"]
        await reader.press("g", "j", "enter")
        assert reader.lines[0].startswith(" A Morning  ⇄  B Noon")
        await reader.press("q", "q", "q", "w", "J")
        assert reader.lines[0].startswith(" Morning")


def test_while_it_is_read_an_article_is_called_as_its_file_is() -> None:
    shelf = Shelf([Source(given=name, text="") for name in ("/a/b/same1.txt", "-")])
    assert [shelf.label(place) for place in (0, 1)] == ["same1", "-"]


async def test_pages_of_rows_that_are_not_laid_out_yet(
    opened: Opened, papers: list[Article]
) -> None:
    async with opened(papers) as reader:
        screen, rows = reader.app.screen, reader.app.screen.query_one("ArticleList")
        rows.focus()
        await reader.resize(20, 3)
        screen.action_sort()
        for bound in rows._bindings.key_to_bindings.values():
            for binding in bound:
                await rows.run_action(binding.action)
        await reader.resize(80, 24)
        await reader.press("g", "pagedown")
        assert highlighted(reader) == shown(reader)[-1]
        await reader.press("pageup")
        assert highlighted(reader) == shown(reader)[0]


async def test_clicks_one_after_another_open_one_pair(
    opened: Opened, papers: list[Article]
) -> None:
    async with opened(papers) as reader:
        rows = reader.app.screen.query_one("ArticleList")
        for _ in range(3):
            rows.post_message(rows.Opened())
        await reader.settle()
        assert reader.lines[0].startswith(" A Morning  ⇄  B evening")
        await reader.press("q")
        assert highlighted(reader) == "Morning"


async def test_what_the_filter_hides_cannot_be_compared(
    opened: Opened, papers: list[Article]
) -> None:
    async with opened(papers) as reader:
        await reader.press("slash", "q", "x", "enter", "p")
        assert reader.toasts == ["No article passes the filter: Esc shows all of them."]


async def test_sorting_that_moves_nothing_says_so(
    opened: Opened, four: list[Article]
) -> None:
    named = [replace(a, label=f"Paper {n}") for n, a in enumerate(four)]
    async with opened(named) as reader:
        before = reader.lines[3:-3]
        await reader.press("s")
        assert "sorted by name" in reader.lines[0]
        assert reader.toasts == ["Sorted by name: that is how they stood."]
        assert reader.lines[3:7] == before[:4]
        await reader.press("r")
        assert len(reader.toasts) == 1
