"""What is answered without a screen loads none of the screen's packages.

import-linter reads what is written at the top of modules; this sees what is loaded.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"textual", "rich", "asyncio"}
PROGRAM = """
import atexit, sys
from newsdiff.cli.main import main
atexit.register(lambda: print(*sys.modules, file=sys.stderr))
sys.exit(main(sys.argv[1:]))
"""


def loaded(*arguments: str) -> set[str]:
    """The packages that a run of newsdiff has loaded at its end."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout
    return {name.partition(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["schema"]])
def test_a_short_answer_loads_no_screen(arguments: list[str]) -> None:
    assert not loaded(*arguments) & HEAVY


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "command", [["compare"], ["claim", "The bridge opened"], ["explain", "A:1", "B:1"]]
)
def test_an_answer_in_text_loads_no_screen(
    command: list[str], form: str, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("The bridge opened on Monday.\n", "utf-8")
    assert not loaded(*command, *map(str, paths), "--format", form) & HEAVY
