"""`--log-file` and NEWSDIFF_LOG: what was done, and never what an article says."""

from __future__ import annotations

import logging
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsdiff import log
from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode, SourceError

Captured = pytest.CaptureFixture[str]
Run = Callable[..., subprocess.CompletedProcess[bytes]]
COMMANDS = [
    ["a.txt", "b.txt"],
    ["list", "a.txt", "b.txt"],
    ["compare", "a.txt", "b.txt"],
    ["claim", "The bridge was closed", "a.txt", "b.txt"],
    ["explain", "A:1", "B:1", "a.txt", "b.txt"],
]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda command: command[0])
def test_what_was_done_is_logged_and_no_text_of_an_article(
    arguments: list[str], capsys: Captured
) -> None:
    assert main(arguments) == ExitCode.DONE
    printed = capsys.readouterr()
    assert main([*arguments, "--log-file", "x.log"]) == ExitCode.DONE
    assert capsys.readouterr() == printed
    first, *lines, last = Path("x.log").read_text().splitlines()
    assert " newsdiff " in first
    assert last.endswith(" ended with 0")
    read = re.compile(r" read a\.txt: \d sentences, \d\d words, \d+ ms$")
    assert sum(bool(read.search(line)) for line in lines) == 1
    assert not any(word in "".join(lines) for word in ("Valona", "bridge", "hurt"))


@pytest.mark.usefixtures("folder")
def test_a_comparison_is_logged_with_its_time() -> None:
    assert main(["compare", "--log-file=x.log", "a.txt", "b.txt"]) == ExitCode.DONE
    logged = Path("x.log").read_text()
    pattern = r" compared a\.txt, b\.txt: \d links, \d facts, \d+ ms\n"
    assert re.search(pattern, logged)


@pytest.mark.usefixtures("folder")
def test_the_environment_may_ask_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSDIFF_LOG", "from-environment.log")
    assert main(["schema"]) == ExitCode.DONE
    assert main(["schema", "--log-file", "x.log"]) == ExitCode.DONE
    assert main(["--version"]) == ExitCode.DONE
    assert Path("from-environment.log").read_text().count("\n") == 2
    assert Path("x.log").read_text().count("\n") == 2
    monkeypatch.setenv("NEWSDIFF_LOG", "")
    assert main(["schema"]) == ExitCode.DONE


@pytest.mark.usefixtures("folder")
def test_faults_are_logged_each_once(capsys: Captured) -> None:
    asked = ["compare", "x\x1b\n.txt", "y.txt", "--log-file", "x.log"]
    assert main(asked) == ExitCode.USAGE
    assert capsys.readouterr().err.count("\n") == 2
    lines = [line.partition(" ")[2] for line in Path("x.log").read_text().splitlines()]
    assert [line.partition(" ")[2] for line in lines[1:]] == [
        "x␛ .txt does not exist: check the name",
        "y.txt does not exist: check the name",
        "ended with 2",
    ]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", ["nowhere/x.log", "."])
def test_a_log_that_cannot_be_written_is_said(path: str, capsys: Captured) -> None:
    for arguments in (["list"], ["--plain"], ["compare", "a.txt", "b.txt"]):
        assert main([*arguments, "--log-file", path]) == ExitCode.USAGE
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err.startswith(f"newsdiff: the log {path} cannot be written: ")
        assert captured.err.count("\n") == 1


@pytest.mark.parametrize("path", ["a.txt", "./b.txt", "same.log"])
@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda command: command[0])
def test_an_article_is_no_log(
    folder: Path, arguments: list[str], path: str, capsys: Captured
) -> None:
    (folder / "same.log").symlink_to("a.txt")
    before = [(folder / name).read_bytes() for name in ("a.txt", "b.txt")]
    assert main([*arguments, "--log-file", path]) == ExitCode.USAGE
    captured = capsys.readouterr()
    words = "would be one of the articles: name another file"
    assert captured.out == ""
    assert captured.err == f"newsdiff: the log {path} {words}\n"
    assert [(folder / name).read_bytes() for name in ("a.txt", "b.txt")] == before


def test_nor_is_it_one_of_a_folder_or_of_standard_input(run: Run, folder: Path) -> None:
    for path in ("a.txt", "new.txt"):
        assert run("list", ".", "--log-file", path).returncode == ExitCode.USAGE
    with (folder / "a.txt").open("rb") as given:
        arguments = ["compare", "-", "b.txt", "--log-file", "a.txt"]
        done = subprocess.run(
            [sys.executable, "-m", "newsdiff", *arguments],
            stdin=given,
            capture_output=True,
            check=False,
        )
    assert done.returncode == ExitCode.USAGE
    assert not (folder / "new.txt").exists()
    assert run("list", ".", "--log-file", "x.log").returncode == ExitCode.DONE


@pytest.mark.usefixtures("folder")
def test_a_full_disk_ends_nothing(capsys: Captured) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    arguments = ["compare", "a.txt", "b.txt", "--log-file", "/dev/full"]
    assert main(arguments) == ExitCode.DONE
    assert capsys.readouterr().err == ""


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: object) -> None:
        raise error

    return fail


@pytest.mark.usefixtures("folder")
def test_an_error_of_newsdiff_is_logged_without_what_it_says(
    broken: Callable[[str], Engine],
) -> None:
    arguments = ["compare", "a.txt", "b.txt", "--log-file", "x.log"]
    assert main(arguments, broken("Pier 14")) == ExitCode.USAGE
    logged, ended, _ = Path("x.log").read_text().rsplit("\n", 2)
    assert ended.endswith(" ended with 2")
    assert "newsdiff failed\n" in logged
    assert ", in compare\n" in logged
    assert logged.endswith("  ValueError")
    assert "Pier 14" not in logged


def test_what_stands_behind_an_error_is_logged_too(tmp_path: Path) -> None:
    path = tmp_path / "x.log"
    log.start(str(path), "newsdiff")
    try:
        try:
            failing(SourceError("a.txt does not exist"))()
        finally:
            failing(KeyError("Pier 14"))()
    except KeyError as error:
        log.note_failure("reading", error)
    log.stop()
    logged = path.read_text()
    assert logged.index("SourceError: a.txt does not exist") < logged.index("KeyError")
    assert logged.count("Pier 14") == 1  # in the line of this file that raised it


def test_without_a_log_nothing_is_kept_open(folder: Path) -> None:
    arguments = ["compare", "a.txt", "b.txt", "--log-file", "x.log"]
    assert main(arguments) == ExitCode.DONE
    before = (folder / "x.log").read_bytes()
    log.note("more")
    assert (folder / "x.log").read_bytes() == before
    assert logging.getLogger("newsdiff").handlers == []
