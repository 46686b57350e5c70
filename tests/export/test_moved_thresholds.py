"""Whatever leaves the program says that its thresholds were moved, and only then."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from newsdiff.cli.main import main
from newsdiff.engine import Engine
from tests.story.invented import HERALD, POST

Captured = pytest.CaptureFixture[str]
WORDS = "a link is matched from 40%."
COMMANDS = [
    *(f"compare --format {name}" for name in ("text", "markdown", "html", "svg")),
    *(f"list --format {name}" for name in ("text", "markdown")),
    *(f"story --format {name}" for name in ("text", "markdown", "html")),
    *(f"desk --format {name}" for name in ("text", "markdown")),
]
TABLES = [
    "story --format csv",
    *(f"desk --format csv --view {view}" for view in ("quotes", "sources", "timeline")),
]
DOCUMENTS = [
    *(f"{name} --format json" for name in ("compare", "list", "story", "desk")),
    *(f"gold --format {name}" for name in ("story", "row")),
]


@pytest.fixture(autouse=True)
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two articles of one event in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(POST, "utf-8")
    (tmp_path / "b.txt").write_text(HERALD, "utf-8")


def printed(command: str, capsys: Captured, matched: float) -> str:
    engine = Engine("words", thresholds=(matched, 0.0))
    assert main([*command.split(), "a.txt", "b.txt"], engine) == 0
    return capsys.readouterr().out


def plain(text: str) -> str:
    """Words on one line, without the marks of a page or of a picture."""
    return " ".join(text.replace("&#x20;", " ").split())


@pytest.mark.parametrize("command", COMMANDS)
def test_a_page_says_so(command: str, capsys: Captured) -> None:
    assert WORDS in plain(printed(command, capsys, 0.4))
    assert "thresholds that were moved" not in plain(printed(command, capsys, 0.0))


@pytest.mark.parametrize("command", TABLES)
def test_a_table_says_so_in_a_column_of_its_own(command: str, capsys: Captured) -> None:
    usual = list(csv.DictReader(StringIO(printed(command, capsys, 0.0))))
    moved = list(csv.DictReader(StringIO(printed(command, capsys, 0.4))))
    assert moved
    assert [*moved[0]] == [*usual[0]]
    assert {row["thresholds"] for row in usual} == {""}
    (said,) = {row["thresholds"] for row in moved}
    assert said.endswith(WORDS)


@pytest.mark.parametrize("command", DOCUMENTS)
def test_a_document_says_so(command: str, capsys: Captured) -> None:
    def said(matched: float) -> Any:
        document = json.loads(printed(command, capsys, matched))
        (inner,) = document.get("stories", [document])
        return inner.get("thresholds")

    assert said(0.4) == {"matched": 0.4}
    assert said(0.0) is None


def test_an_explanation_says_so(capsys: Captured) -> None:
    command = "explain --format json A:1 B:1"
    usual = json.loads(printed(command, capsys, 0.0))
    moved = json.loads(printed(command, capsys, 0.4))
    assert usual["least"] == usual["measured"] == moved["measured"]
    assert moved["least"] != moved["measured"]
    assert "measured: " in printed("explain A:1 B:1", capsys, 0.4)
