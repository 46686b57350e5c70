"""The program in a real terminal: it leaves it as it found it, however it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsdiff.errors import ExitCode
from tests.process.conftest import PATIENCE, QUIT

Start = Callable[..., Any]
SAMPLE = "World service"
"""Stands in the list of the sample story, once its articles have been read."""
COMPARED = "of them"
"""Stands over the texts of a.txt and b.txt, once they have been compared."""


def test_open_a_pair_and_quit(start: Start) -> None:
    terminal = start()
    terminal.wait_for(SAMPLE)
    terminal.press("\r")
    terminal.wait_for("pair 1/10")
    terminal.wait_for("They differ on")
    terminal.press("q")
    terminal.wait_for(SAMPLE)
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


def test_files_are_opened(start: Start) -> None:
    terminal = start("a.txt", "./b.txt", "a.txt")
    terminal.wait_for("Valona Daily")
    assert terminal.shows("2 articles")
    terminal.press("\r")
    terminal.wait_for("pair 1/1")
    terminal.wait_for(COMPARED)
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (signal.SIGTERM, ExitCode.TERMINATED),
        (signal.SIGHUP, ExitCode.HUNG_UP),
        (signal.SIGINT, ExitCode.INTERRUPTED),
    ],
)
@pytest.mark.parametrize("keys", ["", "\r"], ids=["list", "pair"])
def test_a_signal_ends_it_in_good_order(
    start: Start, number: signal.Signals, code: ExitCode, keys: str
) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    if keys:
        terminal.press(keys)
        terminal.wait_for(COMPARED)
    terminal.process.send_signal(number)
    assert terminal.end() == code
    terminal.is_restored()


def test_a_signal_as_soon_as_anything_is_drawn(start: Start) -> None:
    terminal = start(".")
    terminal.wait_until(lambda: terminal.written != b"", "the first code")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.end() == ExitCode.TERMINATED
    terminal.is_restored()


@pytest.mark.parametrize("keys", ["\r", "p\r", "c", "w", "?", ":"])
def test_a_signal_while_a_screen_is_being_opened(start: Start, keys: str) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    terminal.press(keys)
    terminal.wait_until(lambda: terminal.written != b"", "the first code")
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.end() == ExitCode.TERMINATED
    terminal.is_restored()


@pytest.mark.parametrize(
    "keys",
    [
        "\r]zn=",  # on a screen that is not there yet
        ":next\r\r\r",  # more often than there is something to run
        "\r:next\r\r\r\x1b[6~",
        ":\x1b[6~\x1b[5~",  # in a list that has no lines yet
        "t\r\r\r",
        "?p\rc",
    ],
)
def test_keys_are_typed_faster_than_screens_open(start: Start, keys: str) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    terminal.press(keys + "\x03")
    assert terminal.end() == ExitCode.INTERRUPTED
    terminal.is_restored()


@pytest.mark.parametrize(
    ("before", "keys", "shown"),
    [
        ("", "/quiet", "No article passes the filter"),
        ("\r", "/qsoe", "no match"),
        ("\r", "&qsoe", "no match"),
    ],
    ids=["list", "find", "only"],
)
def test_words_typed_right_behind_their_key_are_words(
    start: Start, folder: Path, before: str, keys: str, shown: str
) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    terminal.press(before)
    if before:
        terminal.wait_for("pair 1/1")
        terminal.wait_for(COMPARED)
    files = sorted(folder.iterdir())
    terminal.press(keys)
    terminal.wait_for(shown)
    terminal.press("\r\x03")
    assert terminal.end() == ExitCode.INTERRUPTED
    assert sorted(folder.iterdir()) == files


def test_it_ends_with_its_terminal(start: Start) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    terminal.hang_up()
    assert terminal.end() == ExitCode.HUNG_UP


def test_it_ends_with_a_terminal_that_sends_no_signal(folder: Path) -> None:
    keyboard, screen = os.openpty()
    command = [sys.executable, "-m", "newsdiff", "a.txt", "b.txt"]
    environment = os.environ | {"TERM": "xterm-256color"}
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=screen,
        stdout=screen,
        stderr=screen,
        env=environment,
        start_new_session=True,
    ) as process:
        os.close(screen)
        written = b""
        while b"Valona Daily" not in written:
            written += os.read(keyboard, 65536)
        os.close(keyboard)
        assert process.wait(PATIENCE) != ExitCode.DONE


def test_ctrl_c_quits(start: Start) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    terminal.press("\x03")
    assert terminal.end() == ExitCode.INTERRUPTED
    terminal.is_restored()


def test_ctrl_z_suspends_and_the_shell_brings_it_back(start: Start) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    terminal.press("\x1a")
    assert os.WIFSTOPPED(terminal.status(os.WUNTRACED))
    terminal.is_restored()
    terminal.press("")
    terminal.process.send_signal(signal.SIGCONT)
    terminal.wait_for("Valona Daily")
    terminal.press("\r")
    terminal.wait_for(COMPARED)
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


def test_an_article_comes_by_pipe_and_the_keys_by_keyboard(start: Start) -> None:
    terminal = start("-", "b.txt", given=b"The mayor of Valona resigned on Monday.\n")
    terminal.wait_for("The mayor of Valona resigned")
    terminal.press("\r")
    terminal.wait_for("pair 1/1")
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


def test_an_article_is_typed(start: Start) -> None:
    terminal = start("-", "b.txt")
    terminal.press("The mayor of Valona resigned on Monday.\n\x04")
    terminal.wait_for("pair 1/1")
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


def test_messages_go_elsewhere_and_the_screen_is_drawn_all_the_same(
    start: Start, folder: Path
) -> None:
    with (folder / "messages").open("wb") as file:
        terminal = start(".", stderr=file)
    terminal.wait_for("Valona Daily")
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()
    assert (folder / "messages").read_bytes() == b""


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"TERM": ""}])
def test_a_terminal_that_cannot_draw_gets_text(
    start: Start, environment: dict[str, str]
) -> None:
    terminal = start(".", **environment)
    assert terminal.end() == ExitCode.DONE
    terminal.wait_for("Only in Valona Daily")
    assert b"\x1b" not in terminal.written


def test_plain_gets_text(start: Start) -> None:
    terminal = start("--plain", "a.txt", "b.txt")
    assert terminal.end() == ExitCode.DONE
    terminal.wait_for("Only in Valona Daily")
    assert b"\x1b" not in terminal.written


def test_no_colour_is_no_colour_at_all(start: Start) -> None:
    terminal = start(".", NO_COLOR="1")
    terminal.wait_for("Valona Daily")
    assert terminal.colours() == set()
    terminal.press("\r")
    terminal.wait_for(COMPARED)
    terminal.press("q")
    terminal.wait_for("Valona Daily")
    terminal.press("?")
    terminal.wait_for("mark")
    assert terminal.colours() == set()
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


@pytest.mark.parametrize("environment", [{"NO_COLOR": ""}, {}])
def test_an_empty_no_color_means_unset(
    start: Start, environment: dict[str, str]
) -> None:
    terminal = start(".", **environment)
    terminal.wait_for("Valona Daily")
    assert {"38", "48"} <= terminal.colours()
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE


def test_what_cannot_be_read_is_said_and_the_others_open(
    start: Start, folder: Path
) -> None:
    (folder / "picture.txt").write_bytes(b"\0")
    terminal = start("none.txt", "picture.txt", "a.txt", "b.txt")
    terminal.wait_for("none.txt does not exist")
    terminal.wait_for("picture.txt")
    terminal.wait_for("Valona Daily")
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


def test_where_nothing_is_left_no_screen_is_drawn(start: Start) -> None:
    terminal = start("none.txt")
    assert terminal.end() == ExitCode.USAGE
    terminal.wait_for("newsdiff: none.txt does not exist: check the name")
    assert b"\x1b" not in terminal.written


def test_one_article_has_nothing_to_compare_with(start: Start) -> None:
    terminal = start("a.txt")
    terminal.wait_for("Fjord Post")
    terminal.press("\r")
    terminal.wait_for("othing to compare with")
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_text("New.")])
def test_a_file_that_is_gone_or_has_changed_is_said(
    start: Start, folder: Path, change: Callable[[Path], object]
) -> None:
    terminal = start(".")
    terminal.wait_for("Valona Daily")
    change(folder / "b.txt")
    terminal.press("\r")
    terminal.wait_for("b.txt")
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE


def test_a_hostile_text_and_name_are_harmless(start: Start, folder: Path) -> None:
    hostile = "\x1b]0;owned\x07\x1b[31m\u202e\u200b\x9b2J"
    (folder / f"x{hostile}.txt").write_text(
        f"---\noutlet: Evil{hostile}\ntitle: T{hostile}\n---\n"
        f"The bridge {hostile}[/b] in Valona [sic] fell on {{Monday}}.\n"
    )
    terminal = start(".")
    terminal.wait_for("Evil␛]0;owned")
    terminal.press("\x1b[F\r")
    terminal.wait_for("[sic]")
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()
    everything = terminal.everything
    for code in (
        b"\x1b]0;",
        b"\x1b[31m",
        "\u202e".encode(),
        "\u200b".encode(),
        b"\x9b2J",
    ):
        assert code not in everything.replace("\u009b".encode(), b"\x9b")


@pytest.mark.parametrize(
    "text",
    ["word " * 2_000_000, "x" * 1_000_000, "“" * 100_000, "“We say so. " * 50_000],
    ids=["10 MB", "1 MB in one word", "open quotes", "open quotations"],
)
def test_a_text_without_measure_opens(start: Start, folder: Path, text: str) -> None:
    (folder / "long.txt").write_text(text)
    terminal = start("long.txt", "b.txt", "b.txt")
    terminal.wait_for("Valona Daily")
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


def test_what_is_done_is_logged_where_that_is_asked_for(
    start: Start, folder: Path
) -> None:
    terminal = start("a.txt", "b.txt", "none.txt", "--log-file", "x.log")
    terminal.wait_for("Valona Daily")
    terminal.press("\r")
    terminal.wait_for(COMPARED)
    terminal.press(QUIT)
    assert terminal.end() == ExitCode.DONE
    text = (folder / "x.log").read_text()
    for words in ("opened a.txt", "none.txt does not exist", "read b.txt: "):
        assert words in text
    assert "compared a.txt, b.txt: " in text
    assert text.endswith("ended with 0\n")
    assert "Pier" not in text


def test_two_files_open_their_diff_at_once(start: Start) -> None:
    terminal = start("a.txt", "b.txt")
    terminal.wait_for("pair 1/1")
    terminal.wait_for(COMPARED)
    terminal.press("q")
    terminal.wait_for("Enter compares")
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE
    terminal.is_restored()


def test_what_comes_by_pipe_is_read_unasked(start: Start) -> None:
    terminal = start(given=b"Nobody was hurt in Valona.")
    terminal.wait_for("stdin")
    assert terminal.shows("1 article")
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE


def test_an_empty_pipe_is_no_article(start: Start) -> None:
    terminal = start(given=b"")
    terminal.wait_for(SAMPLE)
    terminal.press("q")
    assert terminal.end() == ExitCode.DONE


def test_a_long_line_can_be_pasted(start: Start) -> None:
    """A terminal cuts lines after 4,095 bytes by itself."""
    words = " ".join(f"Nobody was hurt in Valona on day {n}." for n in range(400))
    terminal = start("-", "b.txt", "--plain", "--engine", "words")
    terminal.wait_for("paste the text of an article, then press Ctrl-D")
    for at in range(0, len(words), 1000):
        terminal.press(words[at : at + 1000])
    terminal.press("\n\x04")
    terminal.wait_for("on day 399.")
    assert terminal.end() == ExitCode.DONE
    assert terminal.is_as_before()


def test_ctrl_c_ends_pasting(start: Start) -> None:
    terminal = start("compare", "-", "b.txt")
    terminal.wait_for("then press Ctrl-D")
    terminal.press("\x03")
    assert terminal.end() == ExitCode.INTERRUPTED
    assert terminal.is_as_before()


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)]
)
def test_text_is_coloured_on_a_terminal(
    start: Start, environment: dict[str, str], coloured: bool
) -> None:
    terminal = start("compare", "a.txt", "b.txt", "--engine", "words", **environment)
    assert terminal.end() == ExitCode.DONE
    terminal.wait_for("Only in Valona Daily")
    assert bool(terminal.colours()) is coloured
