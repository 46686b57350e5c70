"""Texts that are hard to draw, files that go away, a window that is shaken."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from newsdiff.reading import read_text
from newsdiff.text.cells import cells
from newsdiff.tui.diff.view import DiffView

Opened = Callable[..., AbstractAsyncContextManager[Any]]
HARD = {
    "cjk": "市长说：“桥梁将关闭三个星期。”然后他离开了会场。한국어 문장도 있다。",
    "emoji": "They wrote 👩‍👩‍👧 👍🏽 🇳🇴 ❤️ 1️⃣ 🏴󠁧󠁢󠁳󠁣󠁴󠁿 on the rail.",
    "combining": "Jose\u0301 Z\u0351\u036b\u0343a\u0322\u0337l\u0321go wrote \u0301.",
    "rtl": "قال العمدة إن الجسر مغلق. אמר ראש העיר: הגשר סגור.",
    "long": f"One word {'x' * 5_000} and {'長' * 5_000} here.",
    "joined": "नमस्ते दुनिया, กรุงเทพมหานคร, မြန်မာ.",
}
SIZES = [(40, 10), (61, 17), (100, 24), (163, 40)]


@pytest.mark.parametrize("name", HARD)
async def test_texts_that_are_hard_to_draw(opened: Opened, name: str) -> None:
    hard = HARD[name]
    articles = [
        read_text(f"{hard}\n\nIt rained.\n\n{hard}\n", source="a.txt", label=hard[:90]),
        read_text(f"It rained.\n\n{hard} More.\n", source="b.txt", label="Plain"),
    ]
    async with opened(articles, size=SIZES[0]) as reader:
        for keys in ([], ["enter", "]"], ["v", "v", "i"], ["i", "G", "y"]):
            await reader.press(*keys)
            for size in SIZES:
                await reader.resize(*size)
                assert {cells(line) for line in reader.lines} == {size[0]}
        assert "".join(hard.split())[-8:] in "".join(reader.app.clipboard.split())


async def test_a_long_word_is_there_to_its_end(opened: Opened) -> None:
    word = f"a{'x' * 4_998}z"
    articles = [
        read_text(f"{word}.\n", source=f"{n}.txt", label=f"Paper {n}") for n in (1, 2)
    ]
    async with opened(articles, size=(80, 24)) as reader:
        await reader.press("enter")
        page = reader.app.screen.query_one(DiffView).page
        lines = ["".join(run.text for run in page.line(y)) for y in range(page.height)]
        assert "".join(lines).count("x") == 4_998
        await reader.press("G")
        assert "xz." in reader.text


async def test_a_resize_storm_ends_as_if_nothing_had_been(opened: Opened) -> None:
    async with opened(size=(100, 30)) as reader:
        await reader.press("enter", "]", "]", "]")
        view = reader.app.screen.query_one(DiffView)
        before, row = reader.text, view.row
        for n in range(60):
            width, height = 30 + (n * 37) % 140, 5 + (n * 13) % 45
            await reader.pilot.resize_terminal(width, height)
        await reader.resize(100, 30)
        assert view.row == row
        assert reader.text == before


async def test_files_that_change_or_go_away_while_they_are_open(
    opened_files: Opened, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The headline\n\nIt rained.\n", "utf-8")
    two.write_text("Another\n\nIt rained.\n", "utf-8")
    async with opened_files([one, two]) as reader:
        await reader.press("enter")
        two.unlink()
        await reader.press("r")
        assert f"{two} is gone: what was read before is shown" in reader.toasts[-1]
        assert "It rained." in reader.text
        await reader.press("e")
        two.write_bytes(b"\x00\x01\x02\xff" * 500)
        await reader.press("r")
        assert "what was read before is shown" in reader.toasts[-1]
        one.write_text("", "utf-8")
        await reader.press("r")
        assert "what was read before is shown" in reader.toasts[-1]
        assert "It rained." in reader.text
        two.unlink()
        two.mkdir()
        await reader.press("R", "o", "q")
        assert "The headline" in reader.text
