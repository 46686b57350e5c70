"""Every key of the reader is pressed, and what comes of it is looked at.

A case is named after the id of a binding; the last test asks that every binding has
one. Each case presses all keys of its binding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.driver import Driver
from textual.widgets import Static

from newsdiff.comparing import Mark
from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.tui.articles.view import ArticleList
from newsdiff.tui.diff.facts_panel import FactsPanel
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.keys import table as keys
from tests.tui.pressing import BINDINGS, pressed, presses

Reader = Any
Opened = Callable[..., AbstractAsyncContextManager[Reader]]


def highlighted(reader: Reader) -> int | None:
    found = reader.app.screen.query_one(ArticleList).highlighted
    return found if found is None else int(found)


def view(reader: Reader) -> DiffView:
    found = reader.app.screen.query_one(DiffView)
    assert isinstance(found, DiffView)
    return found


def panel(reader: Reader) -> FactsPanel:
    found = reader.app.screen.query_one(FactsPanel)
    assert isinstance(found, FactsPanel)
    return found


def explained(reader: Reader) -> str:
    """What is said of the highlighted fact, read across the lines it is wrapped on."""
    box = panel(reader).query_one(".explanation").region
    # Wide characters to its left make its place in the line another one.
    lines = (
        line.rpartition("│")[2] if "│" in line else line[box.x : box.right]
        for line in reader.lines[box.y : box.bottom]
    )
    return " ".join(" ".join(lines).split())


def help_text(reader: Reader) -> str:
    """All of the help, whatever part of it is in sight."""
    return str(reader.app.screen.query_one("#keys", Static).content)


def status(reader: Reader) -> str:
    return str(reader.lines[-2].strip())


def header(reader: Reader) -> str:
    return str(reader.lines[0].strip())


def current_mark(reader: Reader) -> Mark:
    page = view(reader).page
    assert page is not None
    return page.rows[view(reader).row].mark


def many(number: int = 60) -> list[Article]:
    """So many articles that the list scrolls."""
    return [
        read_text(f"Headline {i}\n\nIt rained.", source=f"{i}.txt", label=f"Paper {i}")
        for i in range(number)
    ]


# The list


@presses("list.mark")
async def test_space_marks_two_and_of_three_the_last_two_stay(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("space", "j", "space")
        assert reader.lines[reader.line_of("Harbour Post")].startswith(" A ")
        assert reader.lines[reader.line_of("River [Herald]")].startswith(" B ")
        assert "no longer" not in status(reader)
        await reader.press("j", "space")
        assert reader.lines[reader.line_of("River [Herald]")].startswith(" A ")
        assert reader.lines[reader.line_of("City Radio  ")].startswith(" B ")
        assert reader.lines[reader.line_of("Harbour Post")].startswith("   ")
        assert status(reader) == (
            "Enter compares A River [Herald] with B City Radio; no longer Harbour Post"
        )
        await reader.press("space")
        assert reader.lines[reader.line_of("City Radio  ")].startswith("   ")
        assert "no longer" not in status(reader)


@presses("list.open")
@pytest.mark.parametrize(
    ("before", "pair"),
    [
        ([], "A Harbour Post  ⇄  B River [Herald]"),
        (["G"], "A Wire  ⇄  B Harbour Post"),
        (["j", "space", "j", "j"], "A River [Herald]  ⇄  B Wire"),
        (["j", "space"], "A River [Herald]  ⇄  B City Radio"),
        (["space", "G", "space", "k"], "A Harbour Post  ⇄  B Wire"),
    ],
)
async def test_enter_opens_what_the_list_announced(
    opened: Opened, before: list[str], pair: str
) -> None:
    async with opened() as reader:
        await reader.press(*before)
        assert f"Enter compares {pair}".replace("  ⇄  ", " with ") in reader.text
        await reader.press("enter")
        assert header(reader).startswith(pair)


@presses("list.clear")
async def test_escape_clears_the_marks(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("space", "j", "space", "escape")
        assert not re.search(r"^ [AB] ", reader.text, re.MULTILINE)


@presses("list.reload")
async def test_reload_reads_changed_files(opened_files: Opened, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("Old headline\n\nIt rained.\n", "utf-8")
    other = tmp_path / "two.txt"
    other.write_text("Another headline\n\nIt snowed.\n", "utf-8")
    async with opened_files([path, other]) as reader:
        await reader.press("R")
        assert reader.toasts == ["no file has changed"]
        path.write_text("A new [headline]\n\nIt rained and rained.\n", "utf-8")
        other.unlink()
        await reader.press("R")
        assert "A new [headline]" in reader.text
        assert f"{path} has changed: it was read again" in reader.toasts[-1]
        assert f"{other} is gone" in reader.toasts[-1]
        assert "Another headline" in reader.text


@presses("list.quit")
async def test_q_leaves_from_the_list(opened: Opened) -> None:
    async with opened() as reader:
        assert "q quit" in reader.lines[-1]
        await reader.press("q")
        assert reader.closed


@presses("list.down", "list.up", "list.first", "list.last")
async def test_moving_in_the_list(opened: Opened) -> None:
    async with opened() as reader:
        assert highlighted(reader) == 0
        for down, up in zip(BINDINGS["list.down"], BINDINGS["list.up"], strict=True):
            await reader.press(down)
            assert highlighted(reader) == 1
            assert "14 sentences" not in reader.text
            assert "9 sentences · River [Herald].txt" in reader.text
            await reader.press(up)
            assert highlighted(reader) == 0
        for last, first in zip(
            BINDINGS["list.last"], BINDINGS["list.first"], strict=True
        ):
            await reader.press(last)
            assert highlighted(reader) == 3
            await reader.press(first)
            assert highlighted(reader) == 0


@presses("list.page-down", "list.page-up", "list.half-down", "list.half-up")
async def test_paging_in_the_list(opened: Opened) -> None:
    async with opened(many()) as reader:
        height = reader.app.screen.query_one(ArticleList).size.height
        for name, step in (("page", height - 1), ("half", height // 2)):
            for down, up in zip(
                BINDINGS[f"list.{name}-down"], BINDINGS[f"list.{name}-up"], strict=True
            ):
                await reader.press("g", down, down)
                assert highlighted(reader) in range(2 * step - 2, 2 * step + 3)
                assert f"Paper {highlighted(reader)}" in reader.text
                await reader.press(up, up)
                assert highlighted(reader) == 0


# The diff: differences


@presses("diff.next-change", "diff.previous-change")
async def test_leafing_through_changes_announces_the_end(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        page = view(reader).page
        assert page is not None
        number = len(page.changes)
        for forward, back in zip(
            BINDINGS["diff.next-change"], BINDINGS["diff.previous-change"], strict=True
        ):
            await reader.press("g")
            for n in range(2, number + 1):  # the headline is the first one
                await reader.press(forward)
                assert status(reader).startswith(f"change {n}/{number} ·")
                assert current_mark(reader).is_change
            await reader.press(forward)
            assert status(reader).startswith(
                f"change 1/{number} · went on from the top"
            )
            await reader.press(back)
            assert status(reader).startswith(
                f"change {number}/{number} · went on from the bottom"
            )
            await reader.press(back)
            assert status(reader).startswith(
                f"change {number - 1}/{number} · facts: 1 in conflict"
            )


# The diff: articles


@presses("diff.next-pair", "diff.previous-pair")
async def test_leafing_through_pairs(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        assert header(reader).endswith("pair 1/6")
        await reader.press("J")
        assert header(reader).startswith("A Harbour Post  ⇄  B City Radio")
        assert header(reader).endswith("pair 2/6")
        assert "Nobody was hurt." in reader.text
        await reader.press("K", "K")
        assert header(reader).startswith("A City Radio  ⇄  B Wire")
        assert header(reader).endswith("pair 6/6")
        await reader.press("J")
        assert header(reader).endswith("pair 1/6")


@presses("diff.next-a", "diff.next-b")
async def test_changing_one_side_keeps_the_other(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "full_stop")
        assert header(reader).startswith("A Harbour Post  ⇄  B City Radio")
        await reader.press("full_stop", "full_stop")
        assert header(reader).startswith("A Harbour Post  ⇄  B River [Herald]")
        await reader.press("comma")
        assert header(reader).startswith("A City Radio  ⇄  B River [Herald]")


@pytest.mark.parametrize("key", ["J", "K", "comma", "full_stop"])
async def test_where_there_are_two_articles_there_is_no_other(
    opened: Opened, four: list[Article], key: str
) -> None:
    async with opened(four[:2]) as reader:
        await reader.press("enter", key)
        assert header(reader).startswith("A Harbour Post  ⇄  B River [Herald]")
        assert "there is no other article" in status(reader)


@presses("diff.swap")
async def test_swapping_sides(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "x")
        assert header(reader).startswith("A River [Herald]  ⇄  B Harbour Post")
        assert header(reader).endswith("pair 1/6")
        await reader.press("bracketright", "right_square_bracket")
        line = reader.lines[reader.line_of("Police closed the bridge")]
        assert re.search(r"6 = Police.*3 = Police", line)


@presses("diff.reload", "diff.reload-all")
@pytest.mark.parametrize("key", ["r", "R"])
async def test_reloading_a_pair(opened_files: Opened, tmp_path: Path, key: str) -> None:
    paths = [tmp_path / name for name in ("one.txt", "two.txt")]
    for path in paths:
        path.write_text("A headline\n\nIt rained all day.\n", "utf-8")
    async with opened_files(paths) as reader:
        await reader.press("enter")
        assert "= It rained all day." in reader.text
        paths[0].write_text("A headline\n\nIt snowed all day.\n", "utf-8")
        await reader.press(key)
        assert "< It snowed all day." in reader.text
        assert reader.toasts == [f"{paths[0]} has changed: it was read again"]
        assert "no file has changed" not in status(reader)
        await reader.press(key)
        assert "no file has changed" in status(reader)
        assert len(reader.toasts) == 1
        paths[1].unlink()
        await reader.press(key)
        assert f"{paths[1]} is gone: what was read before is shown" in reader.toasts
        assert "> It rained all day." in reader.text


# The diff: view


@presses("diff.view")
@pytest.mark.parametrize("steps", [1, 4, 9])
async def test_the_view_changes_and_the_row_stays_in_place(
    opened: Opened, steps: int
) -> None:
    async with opened(size=(120, 20)) as reader:
        await reader.press("enter", *["right_square_bracket"] * steps)
        page, row = view(reader).page, view(reader).row
        assert page is not None
        sentences = page.rows[row].sentences
        line = page.top(row) - round(view(reader).scroll_y)
        for words in ("side by side", "unified", "auto: side by side"):
            await reader.press("v")
            assert words in status(reader)
            page = view(reader).page
            assert page is not None
            assert page.rows[view(reader).row].sentences == sentences
            there = page.top(view(reader).row) - round(view(reader).scroll_y)
            at_the_end = view(reader).scroll_y == view(reader).max_scroll_y
            assert there == line or at_the_end
        assert there == line


@presses("diff.boilerplate")
async def test_boilerplate_is_shown_and_folded(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        assert "⋯ 3 lines of boilerplate" in reader.text
        assert "outlet: River Herald" not in reader.text
        await reader.press("B")
        assert "outlet: River Herald" in reader.text
        assert "boilerplate shown" in status(reader)
        await reader.press("B")
        assert "⋯ 3 lines of boilerplate" in reader.text
        assert "boilerplate hidden" in status(reader)


@presses("diff.order")
async def test_rows_stand_in_both_orders_or_that_of_a_side(opened: Opened) -> None:
    async with opened(size=(120, 60)) as reader:
        await reader.press("enter")
        assert reader.line_of("5 ↕ The Lune") < reader.line_of("3 = Police")
        assert reader.line_of("3 = Police") < reader.line_of("8 ↕ The bridge")
        await reader.press("a")
        assert "in A's order" in status(reader)
        assert reader.line_of("5 ↕ The Lune") == reader.line_of("8 ↕ The bridge")
        assert reader.line_of("3 = Police") < reader.line_of("8 ↕ The bridge")
        await reader.press("a")
        assert "in B's order" in status(reader)
        assert reader.line_of("3 = Police") > reader.line_of("8 ↕ The bridge")
        await reader.press("a")
        assert "both in their own order" in status(reader)
        assert reader.line_of("5 ↕ The Lune") < reader.line_of("8 ↕ The bridge")


@presses("diff.numbers")
async def test_sentence_numbers_go_and_come(opened: Opened) -> None:
    async with opened(size=(120, 60)) as reader:
        await reader.press("enter")
        assert "3 = Police" in reader.text
        await reader.press("number_sign")
        assert "3 = Police" not in reader.text
        assert " = Police" in reader.text
        assert "→ B tells this earlier" in reader.text
        assert not re.search("→.* at ", reader.text)
        await reader.press("number_sign")
        assert "3 = Police" in reader.text


@presses("diff.facts", "diff.focus", "diff.close")
async def test_the_facts_panel_opens_takes_the_keys_and_closes(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        assert "Facts · " not in reader.text
        await reader.press("tab")
        assert not panel(reader).is_open
        await reader.press("i")
        assert "Facts · 3 only A · 2 only B · 1 in conflict" in reader.text
        assert panel(reader).facts.has_focus
        for key in BINDINGS["diff.focus"]:
            await reader.press(key)
            assert view(reader).has_focus
            await reader.press(key)
            assert panel(reader).facts.has_focus
        await reader.press("escape")
        assert "Facts · " not in reader.text
        assert view(reader).has_focus
        await reader.press("i", "i")
        assert "Facts · " not in reader.text


# The diff: moving


@presses(
    "diff.down",
    "diff.up",
    "diff.page-down",
    "diff.page-up",
    "diff.half-down",
    "diff.half-up",
    "diff.top",
    "diff.bottom",
)
async def test_moving_in_the_diff(opened: Opened) -> None:
    async with opened(size=(120, 20)) as reader:
        await reader.press("enter")
        height = view(reader).size.height
        page = view(reader).page
        assert page is not None

        def scrolled() -> int:
            return round(view(reader).scroll_y)

        def lines(name: str) -> int:
            room = view(reader).clear_height
            return {"": 1, "page-": room - 2, "half-": room // 2}[name]

        for name in ("", "page-", "half-"):
            for down in BINDINGS[f"diff.{name}down"]:
                await reader.press("g", "d")
                before, step = scrolled(), lines(name)
                await reader.press(down)
                assert scrolled() == before + step
            for up in BINDINGS[f"diff.{name}up"]:
                await reader.press("g", "d", "d")
                before, step = scrolled(), lines(name)
                await reader.press(up)
                assert scrolled() == max(0, before - step)
        for bottom, top in zip(
            BINDINGS["diff.bottom"], BINDINGS["diff.top"], strict=True
        ):
            await reader.press(bottom)
            assert scrolled() == page.height - height
            assert status(reader).endswith("100%")
            await reader.press(top)
            assert scrolled() == 0


@presses("diff.close")
async def test_escape_closes_nothing_but_the_panel(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "escape")
        assert header(reader).startswith("A Harbour Post")
        assert "q goes back" in status(reader)


# The facts panel


@presses("facts.jump")
async def test_enter_leads_to_the_place_and_marks_it(opened: Opened) -> None:
    async with opened(size=(120, 24)) as reader:
        await reader.press("enter", "i", "g", "j", "j", "j")
        assert explained(reader) == "Nowhere in River [Herald]: “Pier 33”"
        await reader.press("enter")
        assert current_mark(reader) is Mark.ONLY_A
        assert "5 < Drivers must take the ferry" in reader.text
        line = reader.line_of("5 < Drivers must take the ferry")
        assert reader.lines[line].startswith("▌")
        strips = reader.app.screen._compositor.render_strips()
        marked = {
            segment.style.bgcolor.name
            for segment in strips[line]
            if segment.text == "Pier 33" and segment.style and segment.style.bgcolor
        }
        assert marked == {reader.app.theme_variables["side-a"].lower()}
        await reader.press("k")
        said = "No sentence of River [Herald] was found to say this."
        assert explained(reader).startswith(said)
        await reader.press("z", "G")
        assert "Nowhere in Harbour Post: “Norway”" in explained(reader)
        await reader.press("k", "k", "enter")
        assert "on a working day" in reader.text
        assert current_mark(reader) is Mark.CONFLICT


@presses("facts.jump")
async def test_on_a_low_screen_the_panel_makes_way(opened: Opened) -> None:
    async with opened(size=(60, 15)) as reader:
        await reader.press("enter", "i")
        assert "Drivers" not in "\n".join(reader.lines[1:4])
        await reader.press("j", "j", "enter")
        assert "A  5 < Drivers must take the ferry from Pier 33" in reader.text
        assert "Facts · " not in reader.text


@presses(
    "facts.down",
    "facts.up",
    "facts.page-down",
    "facts.page-up",
    "facts.first",
    "facts.last",
)
async def test_moving_in_the_facts_panel(opened: Opened) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press("enter", "i")
        facts = panel(reader).facts
        last = facts.option_count - 1
        for down, up in zip(BINDINGS["facts.down"], BINDINGS["facts.up"], strict=True):
            await reader.press("g", down)
            assert "River [Herald]: “Jos" in explained(reader)
            await reader.press(up)
            assert "Harbour Post has “4,000” but" in explained(reader)
        for end, start in zip(
            BINDINGS["facts.last"], BINDINGS["facts.first"], strict=True
        ):
            await reader.press(end)
            assert facts.highlighted == last
            await reader.press(start)
            assert facts.highlighted == 2
        for down in BINDINGS["facts.page-down"]:
            await reader.press("g", down)
            assert facts.highlighted in range(3, last)
            await reader.press(down)
            assert facts.highlighted == last
        for up in BINDINGS["facts.page-up"]:
            await reader.press("G", up, up)
            assert facts.highlighted == 2


# Help


@presses("help.close")
@pytest.mark.parametrize("key", BINDINGS["help.close"])
async def test_help_closes(opened: Opened, key: str) -> None:
    async with opened() as reader:
        await reader.press("question_mark")
        assert "mark for comparison" in reader.text
        await reader.press(key)
        assert "mark for comparison" not in reader.text
        assert "Enter compares" in reader.text


@presses(
    "help.down",
    "help.up",
    "help.page-down",
    "help.page-up",
    "help.top",
    "help.bottom",
)
async def test_help_scrolls(opened: Opened) -> None:
    async with opened(size=(60, 15)) as reader:
        await reader.press("enter", "question_mark")
        body = reader.app.screen.query_one("#help")
        assert "reworded" in reader.text
        for name in ("down", "page-down", "bottom"):
            for key in BINDINGS[f"help.{name}"]:
                await reader.press("g", key)
                assert body.scroll_y > 0
        for name in ("up", "page-up", "top"):
            for key in BINDINGS[f"help.{name}"]:
                await reader.press("G", key)
                assert body.scroll_y < body.max_scroll_y
        await reader.press("G")
        assert "Ctrl-L" in reader.text


# Everywhere


@presses("app.help")
async def test_help_shows_every_key_of_the_screen(opened: Opened) -> None:
    async with opened() as reader:
        for key in BINDINGS["app.help"]:
            await reader.press("enter", key)
            assert "Differences" in reader.text
            told = help_text(reader)  # more than the screen has room for
            for binding in keys.bindings(keys.DIFF, keys.FACTS, keys.APP):
                if binding.id == "app.suspend":
                    continue  # here its key undoes
                assert binding.description in told
            await reader.press("escape", "q", key)
            for binding in keys.bindings(keys.LIST):
                assert binding.description in help_text(reader)
            await reader.press("escape")


@presses("app.back")
async def test_q_goes_back_screen_by_screen(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "question_mark", "q")
        assert header(reader).startswith("A Harbour Post")
        await reader.press("q")
        assert header(reader).startswith("newsdiff")
        assert not reader.closed
        await reader.press("q")
        assert reader.closed


@presses("app.quit", "app.interrupt")
@pytest.mark.parametrize("key", [*BINDINGS["app.quit"], *BINDINGS["app.interrupt"]])
@pytest.mark.parametrize("before", [[], ["enter"], ["enter", "i"]])
async def test_quitting_at_once(opened: Opened, key: str, before: list[str]) -> None:
    async with opened() as reader:
        await reader.press(*before, key)
        assert reader.closed


@presses("app.theme")
async def test_choosing_a_theme(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("T")
        await reader.until(lambda: "newsdiff-light" in reader.text)
        await reader.press(*"newsdiff-light")
        await reader.press("down", "enter", "enter")
        await reader.until(lambda: reader.app.theme == "newsdiff-light")


@presses("app.palette")
@pytest.mark.parametrize("key", BINDINGS["app.palette"])
async def test_the_list_of_all_commands(opened: Opened, key: str) -> None:
    async with opened() as reader:
        await reader.press(key)
        await reader.until(lambda: "Mark for comparison" in reader.text)
        await reader.press("escape")
        assert "Enter compares" in reader.text


@presses("app.suspend")
async def test_suspending(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[tuple[object, ...]] = []
    monkeypatch.setattr("os.kill", lambda *what: sent.append(what))
    async with opened() as reader:
        driver = type(reader.app._driver)
        monkeypatch.setattr(driver, "can_suspend", property(lambda _: True))
        await reader.press("ctrl+z")
        assert len(sent) == 1


@presses("app.redraw")
@pytest.mark.parametrize("screen", [[], ["enter"], ["question_mark"]])
@pytest.mark.parametrize("by_key", [True, False], ids=["key", "from-background"])
async def test_redrawing(
    opened: Opened, monkeypatch: pytest.MonkeyPatch, screen: list[str], *, by_key: bool
) -> None:
    async with opened() as reader:
        await reader.press(*screen)
        before = reader.text
        drawn = SimpleNamespace(times=0)
        refresh = reader.app.screen.refresh

        def counted(*args: Any, **options: Any) -> Any:
            drawn.times += 1
            return refresh(*args, **options)

        monkeypatch.setattr(reader.app.screen, "refresh", counted)
        if by_key:
            await reader.press("ctrl+l")
        else:
            reader.app.post_message(Driver.SignalResume())
            await reader.settle()
        assert drawn.times
        assert reader.text == before


def test_every_binding_is_pressed_by_a_test() -> None:
    assert set(BINDINGS) == pressed()
