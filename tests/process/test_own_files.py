"""Settings, memory, the editor: what a person has, with the program in a terminal."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsdiff.errors import ExitCode
from tests.process.conftest import QUIT

Start = Callable[..., Any]


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Variables that name an empty home."""
    return {
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }


@pytest.mark.parametrize("how", ["q", "Ctrl-Q", "TERM"])
def test_where_it_was_left_is_remembered_however_it_ends(
    start: Start, tmp_path: Path, home: dict[str, str], how: str
) -> None:
    terminal = start(".", **home)
    terminal.wait_for("Valona Daily")
    terminal.press("j\r")
    terminal.wait_for("A Valona Daily")
    terminal.wait_for("auto: side by side")
    if how == "TERM":
        terminal.process.send_signal(signal.SIGTERM)
    else:
        terminal.press("qq" if how == "q" else QUIT)
    terminal.end()
    terminal.is_restored()
    state = tmp_path / "state" / "newsdiff" / "state.json"
    (story,) = json.loads(state.read_text("utf-8"))["stories"]
    assert [Path(name).name for name in story["pair"]] == ["b.txt", "a.txt"]
    assert [path.name for path in state.parent.iterdir()] == ["state.json"]
    terminal = start(".", **home)
    terminal.wait_for("Enter compares A Valona Daily with B Fjord Post")


def test_nothing_is_remembered_where_that_is_not_wanted(
    start: Start, tmp_path: Path, home: dict[str, str]
) -> None:
    config = tmp_path / "own.toml"
    config.write_text("remember = false\n")
    terminal = start(".", **home, NEWSDIFF_CONFIG=str(config))
    terminal.wait_for("Valona Daily")
    terminal.press("\r")
    terminal.wait_for("auto: side by side")
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    assert not (tmp_path / "state").exists()


def test_a_place_that_cannot_be_remembered_is_said_at_the_end(
    start: Start, tmp_path: Path, home: dict[str, str]
) -> None:
    terminal = start(".", **home)
    terminal.wait_for("Valona Daily")
    terminal.press("\r")
    terminal.wait_for("auto: side by side")
    (tmp_path / "state").write_text("in the way")
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    terminal.wait_for("your place is forgotten")
    terminal.is_restored()


def test_a_state_folder_that_is_none_is_said_at_the_start(
    start: Start, tmp_path: Path, home: dict[str, str]
) -> None:
    (tmp_path / "state").write_text("in the way")
    terminal = start(".", **home)
    terminal.wait_for("folder;")  # one word: where lines end depends on the path
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    assert (tmp_path / "state").read_text() == "in the way"


def test_settings_with_a_mistake_are_said(
    start: Start, tmp_path: Path, home: dict[str, str]
) -> None:
    config = tmp_path / "own.toml"
    config.write_text('viev = "unified"\n')
    terminal = start(".", **home, NEWSDIFF_CONFIG=str(config))
    terminal.wait_for('"view"?')
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    assert config.read_text() == 'viev = "unified"\n'


def test_a_theme_that_is_none_is_wrong_use(start: Start) -> None:
    terminal = start("--theme", "lihgt", "a.txt", "b.txt")
    assert terminal.end() == ExitCode.USAGE
    terminal.wait_for('there is no theme "lihgt" (did you mean "light"?): there are')
    assert b"\x1b[?1049h" not in terminal.everything


@pytest.mark.parametrize(
    ("color", "given", "coloured"),
    [("never", "", False), ("always", "1", True), ("auto", "1", False)],
)
def test_colours_as_the_person_wants_them(
    start: Start, color: str, given: str, coloured: bool
) -> None:
    terminal = start("--color", color, "a.txt", "b.txt", NO_COLOR=given)
    terminal.wait_for("Valona Daily")
    terminal.press("\r")
    terminal.wait_for("auto: side by side")
    assert bool(terminal.colours() - {"39", "49"}) is coloured


def test_the_terminals_own_colours(start: Start) -> None:
    terminal = start("--theme", "terminal", "a.txt", "b.txt")
    terminal.wait_for("Valona Daily")
    terminal.press("\r")
    terminal.wait_for("auto: side by side")
    assert terminal.colours()
    assert not {"38", "48"} & terminal.colours()


def test_the_editor_gets_the_terminal_and_gives_it_back(
    start: Start, folder: Path
) -> None:
    editor = folder / "editor"
    editor.write_text('#!/bin/sh\nread -r word\necho "$word came." >> "$1"\n')
    editor.chmod(0o755)
    terminal = start(".", EDITOR=str(editor))
    terminal.wait_for("Valona Daily")
    terminal.press("e")
    terminal.wait_until(lambda: b"\x1b[?1049l" in terminal.written, "the terminal")
    terminal.press("Nobody\r")
    terminal.wait_for("Nobody came.")
    assert (folder / "a.txt").read_text().endswith("Nobody came.\n")
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()
