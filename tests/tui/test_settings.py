"""The settings of a person take effect, and what is wrong with them is said."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from newsdiff.colours import theme_problem
from newsdiff.config import Settings, SettingsFile, load
from newsdiff.engine import Engine
from newsdiff.gathering import Gathered
from newsdiff.model import Article
from newsdiff.reading import Source, read_text
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.view import DiffView
from tests.tui.stocking import stock

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Start = Callable[..., AbstractAsyncContextManager[Any]]
SCREENS = {
    "list": [],
    "diff": ["enter"],
    "unified": ["enter", "v", "v"],
    "facts": ["enter", "i"],
    "boilerplate": ["enter", "B"],
    "folded": ["enter", "Z"],
    "finding": ["enter", "slash", "c", "l", "o"],
    "why": ["enter", "]", "equals_sign"],
    "pairs": ["p"],
    "help": ["enter", "question_mark"],
    "commands": ["colon"],
    "saving": ["enter", "s"],
    "copied": ["enter", "y"],
    "toast": ["R"],
    "only": ["enter", "ampersand", *"cracks", "enter"],
}


@pytest.fixture
def start(engine: Engine, four: list[Article], driven: Any) -> Start:
    """Starts the reader with some settings."""

    def begin(
        settings: Settings | SettingsFile,
        size: tuple[int, int] = (120, 36),
        articles: list[Article] = four,
    ) -> AbstractAsyncContextManager[Any]:
        file = settings
        if isinstance(file, Settings):
            file = SettingsFile(Path("c"), settings=file)
        sources = [Source(given=a.source, text=a.text) for a in articles]
        app = NewsdiffApp(Gathered(tuple(sources)), file, engine=engine)
        stock(app.shelf, articles)
        return driven(app, size)  # type: ignore[no-any-return]

    return begin


def page_of(reader: Any) -> Any:
    return reader.app.screen.query_one(DiffView).page


async def test_how_comparisons_are_shown_at_first(start: Start) -> None:
    settings = Settings(view="unified", numbers=False, context=3)
    async with start(settings) as reader:
        await reader.press("enter")
        assert reader.lines[-2].rstrip().rpartition("  ")[2].startswith("unified")
        assert page_of(reader).options.numbers is False
        assert page_of(reader).options.folding.context == 3


@pytest.mark.parametrize("name", ["light", "newsdiff-light", "contrast", "ansi-dark"])
async def test_a_theme_by_its_short_or_its_whole_name(start: Start, name: str) -> None:
    async with start(Settings(theme=name)) as reader:
        assert reader.app.theme.endswith(name)
        assert reader.toasts == []


@pytest.mark.parametrize("set_by", ["config.toml", "TEXTUAL_THEME", ""])
async def test_a_theme_that_the_settings_name_is_another_only_until_the_end(
    engine: Engine,
    four: list[Article],
    driven: Any,
    monkeypatch: pytest.MonkeyPatch,
    set_by: str,
) -> None:
    text, settings = "", Settings(theme="dark")
    if set_by == "config.toml":
        text = 'theme = "dark"\n'
    elif set_by:
        monkeypatch.setenv(set_by, "newsdiff-dark")
    found = SettingsFile(Path("config.toml"), text, settings)
    sources = [Source(given=a.source, text=a.text) for a in four]
    app = NewsdiffApp(Gathered(tuple(sources)), found, engine=engine)
    async with driven(app, (120, 30)) as reader:
        await reader.press("enter")
        reader.app.theme = "newsdiff-light"
        await reader.settle()
        said = f"until you quit: {set_by} sets the theme"
        assert (said in reader.lines[-2]) == bool(set_by)


async def test_a_palette_gives_the_sides_other_colours(start: Start) -> None:
    seen = set()
    for palette in ("blue-orange", "green-purple"):
        for theme in ("dark", "nord", "terminal"):
            async with start(Settings(palette=palette, theme=theme)) as reader:
                variables = reader.app.theme_variables
                seen.add((variables["side-a"], variables["side-b"]))
    assert len(seen) == 4


async def test_own_keys_work_and_are_shown_wherever_keys_are(start: Start) -> None:
    own = {"diff.swap": "w", "app.back": "backspace", "app.redraw": ""}
    async with start(Settings(keys=own)) as reader:
        await reader.press("enter", "x")
        assert reader.lines[0].strip().startswith("A Harbour Post")
        await reader.press("w")
        assert reader.lines[0].strip().startswith("A River")
        assert reader.lines[-1].rstrip().endswith("Backspace back")
        assert "none" not in reader.lines[-1]
        await reader.press("question_mark")
        told = str(reader.app.screen.query_one("#keys").content)
        assert "w               swap A and B" in told
        assert "draw the screen again" not in told
        await reader.press("escape", "q")
        assert "⇄" in reader.text
        await reader.press("backspace")
        assert "Enter compares" in reader.text


async def test_a_key_that_was_taken_from_another_screen_works_there(
    start: Start,
) -> None:
    async with start(Settings(keys={"app.help": "j"})) as reader:
        await reader.press("j")
        assert "Choosing" in reader.text
        await reader.press("escape", "enter", "j")
        assert "Differences" in reader.text


async def test_without_letters_the_reader_is_still_whole(start: Start) -> None:
    async with start(Settings(preset="arrows")) as reader:
        await reader.press("down", "enter", "shift+right", "f2")
        assert "Facts" in reader.text
        await reader.press("f2", "f4", "x", "q")
        assert "⇄" in reader.text
        await reader.press("backspace")
        assert "Enter compares" in reader.text


async def test_what_is_wrong_is_one_toast_and_the_rest_is_used(
    start: Start, tmp_path: Path
) -> None:
    path = tmp_path / "config.toml"
    text = 'theme = "drak"\nview = "unified"\n[keys]\n"diff.swop" = "[b]w[/b]"\n'
    path.write_text(text, "utf-8")
    async with start(load(path)) as reader:
        (toast,) = reader.toasts
        assert toast.splitlines() == [
            str(path),
            f"line 1: {theme_problem('drak')}",
            'line 4: "diff.swop" names no key; did you mean "diff.swap"?',
        ]
        assert reader.app.theme == "newsdiff-dark"
        await reader.press("enter")
        assert "unified" in reader.lines[-2]
    assert path.read_text("utf-8") == text


# ASCII


@pytest.mark.parametrize("name", SCREENS)
@pytest.mark.parametrize("size", [(80, 24), (160, 40)])
async def test_newsdiff_itself_draws_with_ascii_only(
    start: Start, name: str, size: tuple[int, int]
) -> None:
    told = "Rain fell on the bridge.\n\nIt was closed.\n\nNobody knew why.\n"
    articles = [
        read_text(f"Headline {n}\n\n{told * n}", source=f"{n}.txt", label=f"Paper {n}")
        for n in (1, 2, 3)
    ]
    async with start(Settings(ascii=True), size, articles) as reader:
        await reader.press(*SCREENS[name])
        await reader.settle()
        assert {c for c in reader.text if not c.isascii()} == set()


async def test_the_texts_themselves_stay_as_they_are(start: Start) -> None:
    async with start(Settings(ascii=True)) as reader:
        await reader.press("enter")
        assert "市长说：“桥梁将关闭三个星期。”" in reader.text
        assert "- not found" in reader.text
        assert "-> A tells this later, at 8" in reader.text
        assert " | " in reader.text
        assert not {*"╱–→↕≈"} & {*reader.text}
