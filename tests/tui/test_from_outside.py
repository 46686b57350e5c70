"""What files say of their articles is text on the screen, whatever is in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

from newsdiff.gathering import Gathered, gather
from newsdiff.text.visible import CONTROL
from newsdiff.tui.app import NewsdiffApp
from tests.tui.handmade import HandMade

Opened = Callable[..., AbstractAsyncContextManager[Any]]
EVIL = (
    "[red]A[/red] [/b] [link=x] \x1b[31m\x1b]0;t\x07 \x9b31m \u202eevil\u2066 <b> "
    "\u2028"
)


def evil(folder: Path) -> Path:
    """A file of two articles whose every field tries to be more than text."""
    file = folder / "new\nline \x1b[31m[red].jsonl"
    rows = [
        {
            "title": f"{EVIL} {n}",
            "text": f"The bridge {EVIL} stays closed for {n} years, said {EVIL}.",
            **dict.fromkeys(("source", "author", "language", "url"), EVIL),
            "date": "5/9/2023",
        }
        for n in range(2)
    ]
    file.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return file


async def test_markup_and_commands_are_words(
    driven: Opened, engine: HandMade, tmp_path: Path
) -> None:
    gathered = gather([str(evil(tmp_path)), str(tmp_path / "no \x1b[31m [red].txt")])
    assert len(gathered.sources) == 2
    async with driven(NewsdiffApp(gathered, engine=engine), (120, 30)) as reader:
        for keys in ([], ["o"], ["escape", "question_mark"], ["escape", "enter"]):
            await reader.press(*keys)
            text = reader.text
            assert not CONTROL.search(text), keys
        assert "[red]A[/red]" in text


async def test_a_file_is_read_on_from_where_it_was_left(
    driven: Opened, engine: HandMade, tmp_path: Path
) -> None:
    table = tmp_path / "rows.csv"
    rows = "".join(f"Bridge {n},The bridge {n} stays closed.\n" for n in range(30))
    table.write_text(f"title,text\n{rows}", "utf-8")
    gathered: Gathered = gather([str(table)], seconds=0)
    app = NewsdiffApp(gathered, engine=engine)
    async with driven(app, (120, 40)) as reader:
        await reader.until(lambda: len(app.shelf.sources) == 30)
        titles = [source.about.title for source in app.shelf.sources]
        assert titles == [f"Bridge {n}" for n in range(30)]
