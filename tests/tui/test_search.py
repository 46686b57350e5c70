"""What `/`, `n`, `N`, `&` and Esc do with the texts, the heads and the facts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from newsdiff.layout import Fold, Tone
from newsdiff.layout.folding import places_of
from newsdiff.model import Comparison, Side
from newsdiff.tui.diff.view import DiffView
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]


def view(reader: Any) -> DiffView:
    found = reader.app.screen.query_one(DiffView)
    assert isinstance(found, DiffView)
    return found


def status(reader: Any) -> str:
    return str(reader.lines[-2].strip())


def brought_out(reader: Any, tone: str = "reverse") -> list[str]:
    """The texts on the screen that are shown reversed."""
    strips = reader.app.screen._compositor.render_strips()
    return [
        segment.text
        for strip in strips
        for segment in strip
        if segment.style and getattr(segment.style, tone)
    ]


@presses("diff.find", "find.keep")
async def test_typing_finds_counts_and_goes_there(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "slash", *"cracks")
        assert reader.lines[-1].startswith(" / cracks")
        assert reader.lines[-1].rstrip().endswith("1/3")
        before = view(reader).row
        await reader.press("enter")
        assert view(reader).row == before
        assert status(reader).startswith("“cracks” 1/3 · ")
        assert "? help  q back" in reader.lines[-1]
        assert view(reader).has_focus


@presses("diff.next-match", "diff.previous-match")
async def test_n_goes_on_and_says_where_it_starts_again(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "slash", *"bridge", "enter")
        total = int(status(reader).split("/")[1].split()[0])
        assert total > 3
        for number in range(2, total + 1):
            await reader.press("n")
            assert status(reader).startswith(f"“bridge” {number}/{total} · ")
        await reader.press("n")
        assert status(reader).startswith(f"“bridge” 1/{total} · ")
        assert "went on from the top" in status(reader)
        await reader.press("N")
        assert status(reader).startswith(f"“bridge” {total}/{total} · ")
        assert "went on from the bottom" in status(reader)


async def test_without_a_search_n_goes_to_the_next_change(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "n")  # the headline is the first one
        assert status(reader).startswith("change 2/")
        await reader.press("N")
        assert status(reader).startswith("change 1/")
        await reader.press("slash", *"zebra", "enter")
        assert status(reader).startswith("“zebra” no match · change 1/")
        await reader.press("n")
        assert "change 1/" in status(reader)
        await reader.press("escape", "n")
        assert status(reader).startswith("change 2/")


@presses("find.end")
async def test_escape_while_typing_goes_back_to_where_it_began(opened: Opened) -> None:
    async with opened(size=(60, 15)) as reader:
        await reader.press("enter", "n", "n", "j", "j")
        row, top, text = view(reader).row, view(reader).scroll_y, reader.text
        await reader.press("slash", *"ferry")
        assert view(reader).row != row
        await reader.press("escape")
        assert (view(reader).row, view(reader).scroll_y) == (row, top)
        assert reader.text == text


async def test_letters_type_while_words_are_typed(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "slash", *"qzvx?&", "space", *"]J", "backspace")
        assert reader.lines[-1].startswith(" / qzvx?& ]  ")
        assert "pair 1/6" in reader.lines[0]
        assert reader.lines[-1].rstrip().endswith("no match")


async def test_matches_are_seen_without_colour(opened: Opened) -> None:
    async with opened(size=(120, 50)) as reader:
        await reader.press("enter", "slash", *"bridge", "enter")
        marked = brought_out(reader)
        assert {text.lower() for text in marked} == {"bridge"}
        # The match the reader is at is bold on the colour of its side.
        number = int(status(reader).split("/")[1].split()[0])
        assert 2 <= len(marked) <= number + 2
        page = view(reader).page
        assert page is not None
        await reader.press("escape")
        assert brought_out(reader) == []


async def test_what_folds_hide_is_found_and_opens(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        page = view(reader).page
        assert page is not None
        hidden = next(r for r in page.rows if isinstance(r, Fold))
        folded = page.hidden(places_of(hidden), page.options.folding)
        side, sentence = min(folded)
        word = page.comparison.articles[side].words_of(sentence).split()[0]
        rows = page.rows
        await reader.press("slash", *word, "enter")
        assert hidden is not None
        assert status(reader).startswith(f"“{word}” ")
        assert word in reader.text
        assert view(reader).page.rows != rows  # type: ignore[union-attr]
        await reader.press("escape")
        assert view(reader).page.rows == rows  # type: ignore[union-attr]


@presses("diff.only-matches")
async def test_only_rows_that_match(opened: Opened, golden: Golden) -> None:
    async with opened(size=(100, 30)) as reader:
        await reader.press("enter", "slash", *"cracks", "enter", "ampersand")
        golden("tui/only-matches-100x30.txt", reader.text)
        assert status(reader).startswith("only “cracks” 1/3")
        page = view(reader).page
        assert page is not None
        for row in page.rows:
            assert isinstance(row, Fold) or "cracks" in _words(page, row)
        await reader.press("z")
        assert "& shows all" in status(reader)
        await reader.press("ampersand")
        assert "all rows" in status(reader)
        assert status(reader).startswith("“cracks” ")
        await reader.press("ampersand", "escape")
        assert status(reader).startswith("“cracks” ")
        await reader.press("escape")
        assert "cracks”" not in status(reader)


def _words(page: Any, row: Any) -> str:
    articles = page.comparison.articles
    return " ".join(
        articles[side].words_of(i) for side in Side for i in row.sentences[side]
    )


async def test_ampersand_without_a_search_asks_for_words(opened: Opened) -> None:
    async with opened(size=(100, 30)) as reader:
        await reader.press("enter", "ampersand", *"cracks")
        assert reader.lines[-1].startswith(" & cracks")
        await reader.press("enter")
        assert status(reader).startswith("only “cracks” ")


async def test_the_facts_and_the_heads_are_searched_too(
    opened: Opened, bridge: Comparison
) -> None:
    async with opened(list(bridge.articles), size=(200, 50)) as reader:
        await reader.press("enter", "i", "slash", *"ferry", "enter")
        assert "in facts" in status(reader)
        assert set(brought_out(reader)) == {"ferry"}
        await reader.press("escape")
        assert "in facts" not in status(reader)


async def test_a_search_outlasts_the_pair_the_view_and_the_order(
    opened: Opened,
) -> None:
    async with opened() as reader:
        await reader.press("enter", "slash", *"police", "enter", "v", "a", "J")
        assert status(reader).startswith("“police” ")
        page = view(reader).page
        assert page is not None
        found = [
            run.text
            for y in range(page.height)
            for run in page.line(y)
            if run.tone is Tone.FOUND
        ]
        assert found == []  # only the view knows what is searched for
        assert brought_out(reader)


async def test_searching_for_markup_finds_it_as_it_is(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "slash", *"[sic]", "enter")
        assert status(reader).startswith("“[sic]” 1/")
