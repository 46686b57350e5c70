"""Searching the list: / looks into the texts of all articles."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from newsdiff.model import Article, Span
from newsdiff.reading import read_text
from newsdiff.tui.article.screen import ArticleScreen
from newsdiff.tui.article.view import ArticleView
from newsdiff.tui.articles.view import ArticleList
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.session import searching
from newsdiff.tui.session.searching import Hits, Texts, Wanted, around, find_in

Reader = Any
Opened = Callable[..., AbstractAsyncContextManager[Reader]]
Golden = Callable[[str, str], None]


def papers() -> list[Article]:
    texts = {
        "North": "Rain in the north\n\nIt rained.\n\nThe ferry left from Pier 33.\n",
        "South": "Sun in the south\n\nIt shone. A café opened, “at last”.\n",
        "East": "Wind\n\nPier 33 was shut.\n\nNobody came to pier 33 all day.\n",
    }
    return [
        read_text(text, source=f"{name}.txt", label=f"{name} Post")
        for name, text in texts.items()
    ]


def shown(reader: Reader) -> list[str]:
    screen = reader.app.screen
    return [screen._shelf.label(place).split()[0] for place in screen._places]


async def search(reader: Reader, words: str) -> None:
    await reader.press("slash", *(c if c != " " else "space" for c in words))


async def test_what_stands_in_texts_is_found_counted_and_shown(opened: Opened) -> None:
    async with opened(papers()) as reader:
        await search(reader, "pier 33")
        assert shown(reader) == ["North", "East"]
        assert reader.lines[reader.line_of("hits")].rstrip().endswith("hits")
        assert reader.lines[reader.line_of("North Post ")].rstrip().endswith("1")
        assert reader.lines[reader.line_of("East Post ")].rstrip().endswith("2")
        assert "“pier 33” in 1 place of the text" in reader.text
        assert reader.lines[reader.line_of("The ferry left from")].split()[0] == "3"
        await reader.press("enter", "j")
        assert "“pier 33” in 2 places of the text" in reader.text


async def test_words_of_the_line_and_of_the_text_go_together(opened: Opened) -> None:
    async with opened(papers()) as reader:
        await search(reader, "east pier")
        assert shown(reader) == ["East"]
        await reader.press("escape")
        await search(reader, "ferry rained")
        assert shown(reader) == []
        assert "No article passes the filter" in reader.text


async def test_enter_opens_the_diff_where_it_is_with_the_search_kept(
    opened: Opened,
) -> None:
    async with opened(papers()) as reader:
        await search(reader, "pier 33")
        await reader.press("enter", "enter")
        view = reader.app.screen.query_one(DiffView)
        assert view.page.rows[view.row].sentences.a == (2,)
        before = reader.lines[-2].split(" · ")[0]
        assert before.startswith(" “pier 33” ")
        assert before.endswith("/3")
        await reader.press("n")
        assert reader.lines[-2].split(" · ")[0] != before
        await reader.press("escape", "q")
        assert shown(reader) == ["North", "East"]


async def test_w_opens_the_article_where_it_is(opened: Opened) -> None:
    async with opened(papers()) as reader:
        await search(reader, "ferry")
        await reader.press("enter", "w")
        assert isinstance(reader.app.screen, ArticleScreen)
        assert reader.app.screen.query_one(ArticleView).sentence == 2


async def test_where_the_preview_has_no_room_the_words_stand_in_the_status_line(
    opened: Opened,
) -> None:
    async with opened(papers(), size=(60, 15)) as reader:
        await search(reader, "ferry")
        assert reader.lines[-2].split()[:3] == ["3", "The", "ferry"]


async def test_texts_that_are_not_kept_are_read_again_behind_the_list(
    opened_files: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "MOST_KEPT", 10)
    paths = []
    for article in papers():
        path = tmp_path / article.source
        path.write_text(f"{article.label}\n\n{article.text}", "utf-8")
        paths.append(path)
    async with opened_files(paths) as reader:
        reader.app.shelf.texts = Texts(10)
        paths[2].unlink()
        await search(reader, "pier 33")
        assert reader.app.screen.query_one(ArticleList).row_count == 1
        assert "North" in reader.text
        assert "texts to search" not in reader.text


# What is found in a text


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        ("pier 33", [(8, 15), (30, 37)]),
        ("Pier", [(8, 12)]),
        ("cafe", [(17, 21)]),
        ("café", [(17, 21)]),
        ('"pier', []),
        ("33  ", [(13, 15), (35, 37)]),
        (".*", []),
    ],
)
def test_places_of_words(words: str, spans: list[tuple[int, int]]) -> None:
    text = "It’s at Pier 33. Café. Closed\npier\n33."[:17] + "Café and now\npier\n33."
    hits = find_in(text, words)
    assert (
        [text[s.start : s.end].lower() for s in hits.spans]
        == [text[a:b].lower() for a, b in spans]
        if hits
        else not spans
    )


def test_words_apart_are_found_in_one_paragraph() -> None:
    text = "The ferry left from Pier 33.\n\nThe ferry sank.\n\nA pier burned."
    hits = find_in(text, "pier ferry")
    assert hits is not None
    assert not hits.together
    assert [text[s.start : s.end] for s in hits.spans] == ["ferry"]
    assert find_in(text, "sank burned") is None


def test_the_line_around_a_place() -> None:
    text = "First line.\nOne two three four five six seven eight nine ten.\nLast."
    at = text.index("five")
    line, span = around(text, Span(at, at + 4), 20)
    assert line[span.start : span.end] == "five"
    assert line.startswith("…")
    assert line.endswith(" …")
    assert "\n" not in line
    at = text.index("First")
    assert around(text, Span(at, at + 5), 40) == ("First line.", Span(0, 5))


def test_texts_past_the_budget_are_not_kept() -> None:
    texts = Texts(10)
    texts.put(0, "12345678")
    texts.put(1, "123")
    assert texts.lacking([0, 1]) == [1]
    texts.put(0, "1")
    texts.put(1, "123")
    assert texts.lacking([0, 1]) == []
    assert texts.find(Wanted("123")) == {
        1: Hits("123", 1, (Span(0, 3),), together=True)
    }


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_the_screen(
    opened: Opened, golden: Golden, size: tuple[int, int]
) -> None:
    async with opened(papers(), size=size) as reader:
        await search(reader, "pier 33")
        await reader.press("enter", "j")
        golden(f"tui/search-{size[0]}x{size[1]}.txt", reader.text)
