"""Every example of the README works as it is written, in a checkout."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.cli.arguments import COMMANDS
from tests.process.conftest import Options, Terminal

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
SET_UP = ("python3 -m venv", "pipx", "uv tool")
"""What other tests look at, and what would install something here."""
OPENED = b"\x1b[?1049h"
"""What the reader writes first."""
SHELL = """\
import fcntl, os, sys, termios
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execvp("bash", ["bash", "-c", sys.argv[1]])
"""


def examples() -> Iterator[tuple[str, str]]:
    """The folder that a command is given in, and the command."""
    for block in BLOCKS:
        folder = "."
        for line in block.splitlines():
            command = line.partition("  #")[0].partition(" # ")[0].strip()
            if command.startswith("cd "):
                folder = command.removeprefix("cd ")
            elif command and not command.startswith(SET_UP):
                yield folder, command


def test_there_are_examples_of_every_kind() -> None:
    commands = [command for _, command in examples()]
    assert len(commands) >= 10
    for words in ("newsdiff list", "newsdiff compare", "newsdiff -", "| newsdiff"):
        assert any(words in command for command in commands)


@pytest.mark.parametrize(("folder", "command"), [*examples()], ids=lambda w: w)
def test_an_example_works_as_it_is_written(
    folder: str, command: str, tmp_path: Path
) -> None:
    """With words alone, which takes less time; a line of the settings says so."""
    (tmp_path / "own.toml").write_text('engine = "words"\n')
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "NEWSDIFF_CONFIG": str(tmp_path / "own.toml")}
    given = Options(None, None, own)
    terminal = Terminal(ROOT / folder, (command,), given, SHELL)
    try:
        if command == "newsdiff -":
            terminal.wait_for("then press Ctrl-D")
            terminal.press("The mayor of Valona resigned on Monday.\n\x04")
        word = command.rpartition("newsdiff ")[2].partition(" ")[0]
        if word not in COMMANDS:
            terminal.wait_for("help")
            assert OPENED in terminal.everything
            terminal.press("\x11")  # Ctrl-Q
        assert terminal.end() == 0
        assert len(terminal.everything) > 100
    finally:
        terminal.close()
