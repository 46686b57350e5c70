"""docs/newsdiff.1 says what --help says of every command.

    NEWSDIFF_WRITE=1 .venv/bin/pytest tests/project/test_manual.py

writes it anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from argparse import Action, ArgumentParser
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Final

import pytest

from newsdiff import __version__
from newsdiff.cli.arguments import COMMANDS, open_parser

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "newsdiff.1"
ABOUT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SPECIAL: Final = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "~": r"\(ti"}
COMMON: Final = ("help", "log_file")
"""Options of every command, told once."""
STATUS: Final = {"exit codes": "EXIT STATUS"}


def roff(text: str) -> str:
    """A line of text that means nothing to the typesetter."""
    plain = "".join(SPECIAL.get(sign, sign) for sign in text)
    return f"\\&{plain}" if plain.startswith(".") else plain


def manual() -> Iterator[str]:
    opening = open_parser()
    what = ABOUT["description"].rstrip(".")
    yield f'.TH NEWSDIFF 1 "" "newsdiff {__version__}" "User Commands"'
    yield from (".nh", ".ad l")  # words are copied from here: none is cut in two
    yield from (".SH NAME", f"newsdiff \\- {roff(what[0].lower() + what[1:])}")
    yield from (".SH SYNOPSIS", *verbatim(re.split(r"\n +", opening.usage or "")))
    yield from (".SH DESCRIPTION", *prose(opening.description))
    yield from (".SH OPTIONS", *arguments(opening))
    sections = list(parts(opening))
    yield ".SH COMMANDS"
    yield from prose(next(lines for name, lines in sections if name == "commands")[-1])
    yield from prose("Every command takes --help and --log-file, too.")
    for make in COMMANDS.values():
        yield from command(make())
    for name, lines in sections:
        if name != "commands":
            yield from (f".SH {STATUS.get(name, name.upper())}", *listed(lines))


def command(parser: ArgumentParser) -> Iterator[str]:
    yield from (".SS", roff(parser.usage or ""))
    yield from (*prose(parser.description), *arguments(parser, but=COMMON))
    for name, lines in parts(parser):
        yield from (".PP", f"{name.capitalize()}:", *verbatim(lines))


def parts(parser: ArgumentParser) -> Iterator[tuple[str, list[str]]]:
    """The headings of what stands below the options, and the lines of each."""
    for part in (parser.epilog or "").split("\n\n"):
        if part:
            heading, *lines = part.splitlines()
            yield heading.rstrip(":"), [line.strip() for line in lines]


def arguments(parser: ArgumentParser, but: Container[str] = ()) -> Iterator[str]:
    for action in (action for action in parser._actions if action.dest not in but):
        yield from (".TP", named(action), roff(action.help or ""))


def named(action: Action) -> str:
    """What is typed, bold; what stands for something else, in italics."""
    value = "|".join(action.choices or ()) or action.metavar or ""
    names = ", ".join(f"\\fB{roff(name)}\\fR" for name in action.option_strings)
    return f"{names} \\fI{roff(str(value))}\\fR".strip() if value else names


def prose(text: str | None) -> Iterator[str]:
    """Paragraphs; those that are set in are kept as they are."""
    for block in (text or "").split("\n\n"):
        lines = block.splitlines()
        kept = block.startswith(" ")
        yield from verbatim(lines) if kept else (".PP", *map(roff, lines))


def verbatim(lines: list[str]) -> Iterator[str]:
    yield from (".PP", ".nf", *map(roff, lines), ".fi")


def listed(lines: list[str]) -> Iterator[str]:
    """Lines of a name and, behind two blanks, what it is."""
    for name, what in (re.split("  +|$", line, maxsplit=1) for line in lines):
        yield from (".TP", f"\\fB{roff(name)}\\fR", roff(what))


def test_the_manual_says_what_the_help_says() -> None:
    page = "\n".join(manual()) + "\n"
    page = re.sub(r"^(\.S[HS](?: .*|\n.*)\n)\.PP\n", r"\1", page, flags=re.MULTILINE)
    if os.environ.get("NEWSDIFF_WRITE"):
        PAGE.write_text(page, "ascii")
    assert PAGE.read_text("ascii") == page


@pytest.mark.parametrize(
    "check",
    [
        "groff -man -Tutf8 -ww -z",
        "man --warnings=w --local-file --encoding=UTF-8 --pager=cat",
        "mandoc -Tlint -Wwarning",
    ],
)
def test_the_manual_can_be_shown(check: str) -> None:
    tool, *options = check.split()
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    done = subprocess.run(
        [tool, *options, str(PAGE)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "80"},
    )
    said = done.stderr + (done.stdout if tool == "mandoc" else "")
    # A date would be that of the day it is written; the version says enough.
    assert [line for line in said.splitlines() if "missing date" not in line] == []
    if tool == "man":
        shown = re.sub(r"\x1b\[[\d;]*m|.\x08", "", done.stdout)
        assert [name for name in COMMANDS if f"newsdiff {name}" not in shown] == []
        assert "‐" not in shown
