"""What the documentation says of newsdiff is so."""

from __future__ import annotations

import re
import shlex
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.comparing import Mark
from newsdiff.model import Absence, Kind, Role, State, Status
from newsdiff.reading.reader import MAX_CHARACTERS, MAX_SENTENCES
from newsdiff.tui.shared.screen import MIN_HEIGHT, MIN_WIDTH

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    path
    for folder in (".", "docs", "benchmarks", "tests/cases")
    for path in (ROOT / folder).glob("*.md")
)
README = (ROOT / "README.md").read_text("utf-8")
SET_UP = "python3 -m venv .venv && "


def set_ups() -> list[str]:
    return [line for line in README.splitlines() if line.startswith(SET_UP)]


def test_two_lines_of_the_readme_set_everything_up() -> None:
    launch, test = set_ups()
    assert launch.endswith(" && .venv/bin/newsdiff")
    assert test.endswith(" && .venv/bin/pytest")


def test_the_continuous_check_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    commands = [line for line in script if line and not line.startswith("#")]
    *preparing, last = commands
    assert preparing == ["set -euo pipefail", 'cd "$(dirname "$0")/.."']
    assert last == set_ups()[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8"))
    local = [link for link in links if not re.match(r"[a-z]+:", link)]
    assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/releasing.md"])
def test_files_that_are_named_for_newcomers_are_there(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    named = re.findall(r"\b(?:newsdiff|tests|benchmarks|screenshots)/[\w./]*\w", text)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_newcomers_are_told_the_set_up_of_the_readme() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8").splitlines()
    (line,) = [line for line in text if line.startswith(SET_UP)]
    assert set_ups()[1] == f"{line} && .venv/bin/pytest"


def options_of(*arguments: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    with suppress(SystemExit):  # argparse ends the process after its help
        main([*arguments, "--help"])
    return set(re.findall(r"--[a-z][a-z-]*", capsys.readouterr().out))


def test_options_in_the_readme_exist(capsys: pytest.CaptureFixture[str]) -> None:
    commands = [line for line in README.splitlines() if line.startswith("newsdiff ")]
    assert commands
    for line in commands:
        words = shlex.split(line, comments=True)[1:]
        known = options_of(*words[:1], capsys=capsys)
        assert {word for word in words if word.startswith("--")} <= known


def test_the_readme_explains_every_mark() -> None:
    explained = re.findall(r"^\| `(.)` \|", README, re.MULTILINE)
    assert explained == [mark.value for mark in Mark if mark is not Mark.NONE]


def test_limits_in_the_readme_are_those_of_the_code() -> None:
    longest = f"{MAX_SENTENCES:,} sentences or {MAX_CHARACTERS:,} characters"
    assert f"longer than {longest}" in README
    assert f"at least {MIN_WIDTH} × {MIN_HEIGHT} characters" in README


@pytest.mark.parametrize("words", [Role, Kind, State, Status, Absence])
def test_every_word_of_the_model_is_explained(words: type[StrEnum]) -> None:
    page = (ROOT / "docs" / "words.md").read_text("utf-8").casefold()
    assert [word.value for word in words if word.value not in page] == []
