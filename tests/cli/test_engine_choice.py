"""`--engine` and the setting: by meaning or by words, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode

Captured = pytest.CaptureFixture[str]
WHY = "sentences are linked by words only: there is no model"
COMMANDS = {
    "compare": ["compare", "a.txt", "b.txt"],
    "list": ["list", "a.txt", "b.txt"],
    "open": ["--plain", "a.txt", "b.txt"],
}


@pytest.fixture(autouse=True)
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the file of settings is; there is no encoder."""
    path = folder / "own.toml"
    monkeypatch.setenv("NEWSDIFF_CONFIG", str(path))
    monkeypatch.setattr("newsdiff.encoding.find_encoder", lambda: None)
    monkeypatch.setattr("newsdiff.encoding.why_words_only", lambda: WHY)
    return path


def said(capsys: Captured, *arguments: str) -> str:
    assert main([*arguments]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.out
    return captured.err


@pytest.mark.parametrize("command", COMMANDS)
def test_one_line_says_why_words_alone_decide(command: str, capsys: Captured) -> None:
    assert said(capsys, *COMMANDS[command]) == f"newsdiff: {WHY}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_where_that_was_chosen_nothing_is_said(
    command: str, own: Path, capsys: Captured
) -> None:
    assert said(capsys, *COMMANDS[command], "--engine", "words") == ""
    own.write_text('engine = "words"\n')
    assert said(capsys, *COMMANDS[command]) == ""
    assert said(capsys, *COMMANDS[command], "--engine", "meaning")


@pytest.mark.parametrize(
    "command",
    [["claim", "The bridge was closed", "a.txt"], ["explain", "A:1", "B:1", *"ab"]],
)
def test_every_command_that_compares_takes_the_option(
    command: list[str], capsys: Captured
) -> None:
    files = [f"{word}.txt" if len(word) == 1 else word for word in command]
    assert said(capsys, *files, "--engine", "words") == ""


def test_what_is_wrong_with_the_settings_is_said(own: Path, capsys: Captured) -> None:
    own.write_text('engine = "wrods"\n')
    lines = said(capsys, *COMMANDS["compare"]).splitlines()
    wrong = 'engine must be one of "meaning", "words", not "wrods"'
    assert lines == [f"newsdiff: {own} line 1: {wrong}", f"newsdiff: {WHY}"]


def test_an_article_that_cannot_be_encoded_is_named(capsys: Captured) -> None:
    class Failing(Engine):
        def problems_of(self, *articles: object, claim: str = "") -> tuple[str, ...]:
            del articles, claim
            return ("b is compared by words alone: onnxruntime fails (Fail)",)

    main(COMMANDS["compare"], Failing("words"))
    words = "newsdiff: b is compared by words alone: onnxruntime fails (Fail)\n"
    assert capsys.readouterr().err == words
