"""Streams as the shell hands them over: pipes, closed ends, full disks, locales."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode

Run = Callable[..., subprocess.CompletedProcess[bytes]]

NEWSDIFF = [sys.executable, "-m", "newsdiff"]
# A test may run where Ctrl-C is ignored, which a new process inherits.
INTERRUPTIBLE = """\
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from newsdiff.cli.main import main
sys.exit(main())
"""
Done = subprocess.CompletedProcess[bytes]


def shell(command: str, folder: Path) -> Done:
    """Runs a line of shell in which $N starts the program."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env=os.environ | {"N": " ".join(NEWSDIFF)},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    "arguments",
    [
        "compare a.txt b.txt",
        "compare a.txt b.txt --format json",
        "schema",
        "",
        "--help",
    ],
)
def test_a_reader_that_goes_away_is_no_fault(folder: Path, arguments: str) -> None:
    # What does not fit into the pipe cannot be written once its reader has gone.
    lines = (f"The bridge was closed by {n} people.\n" for n in range(900))
    (folder / "b.txt").write_text("".join(lines))
    done = shell(f"{{ $N {arguments}; echo $? >&2; }} | :", folder)
    assert done.stderr == b"0\n"


def test_nobody_need_listen_to_what_is_wrong(folder: Path) -> None:
    done = shell(
        "exec 3>&1; { $N compare none.txt b.txt 2>&1; echo $? >&3; } | :", folder
    )
    assert done.stdout == b"2\n"


def test_a_full_disk_is_said(folder: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = shell("$N compare a.txt b.txt > /dev/full", folder)
    assert done.returncode == ExitCode.USAGE
    assert done.stderr == (
        b"newsdiff: the result cannot be written: No space left on device\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("compare a.txt b.txt", ExitCode.DONE),
        ("compare a.txt b.txt --exit-code", ExitCode.DIFFERENT),
        ("compare a.txt none.txt", ExitCode.USAGE),
    ],
)
def test_a_full_disk_for_messages_loses_no_result(
    folder: Path, arguments: str, code: ExitCode
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    (folder / "b.txt").write_bytes(b"The caf\xe9 in Valona burned.\n")  # which is said
    heard = shell(f"$N {arguments}", folder)
    done = shell(f"$N {arguments} 2> /dev/full", folder)
    assert heard.stderr
    assert (done.returncode, done.stdout) == (code, heard.stdout)


@pytest.mark.usefixtures("folder")
def test_an_error_of_newsdiff_is_no_difference(
    broken: Callable[[str], Engine], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["compare", "a.txt", "b.txt", "--exit-code"]
    assert main(arguments, broken("x\x1b[31m")) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    *trace, said = captured.err.splitlines()
    assert trace[0].startswith("Traceback")
    assert trace[-1] == "ValueError: x␛[31m"
    assert said == (
        "newsdiff: this is an error of newsdiff itself: the lines above say where"
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("ended", "code"),
    [(0, ExitCode.DONE), (1, ExitCode.USAGE), (129, ExitCode.HUNG_UP)],
)
def test_an_error_of_the_reader_is_no_difference(
    monkeypatch: pytest.MonkeyPatch, ended: int, code: ExitCode
) -> None:
    monkeypatch.setattr("newsdiff.terminal.has_terminal", lambda: True)
    monkeypatch.setattr("newsdiff.tui.run", lambda *_: ended)
    assert main(["a.txt", "b.txt"]) == code


def test_streams_may_be_closed(folder: Path) -> None:
    done = shell("$N compare - b.txt <&-", folder)
    assert done.returncode == ExitCode.USAGE
    assert done.stderr == (
        b"newsdiff: standard input is closed: name a file instead of -\n"
    )
    done = shell("$N compare a.txt b.txt >&-", folder)
    assert done.returncode == ExitCode.USAGE
    assert b"standard output is closed" in done.stderr
    done = shell("$N compare a.txt none.txt 2>&-", folder)
    assert (done.returncode, done.stdout, done.stderr) == (ExitCode.USAGE, b"", b"")


def test_standard_input(run: Run) -> None:
    done = run("compare", "-", "b.txt", given="Café Valona burned.".encode("cp1252"))
    assert done.returncode == ExitCode.DONE
    assert "Café Valona".encode() in done.stdout
    assert done.stderr.startswith(b"newsdiff: standard input is not valid UTF-8;")
    done = run("compare", "-", "b.txt")
    assert done.returncode == ExitCode.USAGE
    assert done.stderr.startswith(b"newsdiff: standard input is empty:")


def test_ctrl_c_ends_quietly(folder: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE, "compare", "-", "b.txt"],
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        # A pipe takes 64 KiB: once more has been written, the program is reading.
        process.stdin.write(b"word " * 40_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert (process.returncode, out, err) == (ExitCode.INTERRUPTED, b"", b"")


@pytest.mark.parametrize("format_", ["text", "json"])
def test_the_same_bytes_in_every_locale_and_folder(
    run: Run, folder: Path, format_: str
) -> None:
    name = "brücke.txt"
    (folder / name).write_text("The bridge “Brücke” in 北京 was closed.\n", "utf-8")
    arguments = ("compare", name, "b.txt", "--format", format_)
    outputs = {
        run(*arguments, LC_ALL=locale, PYTHONUTF8=utf8, PYTHONHASHSEED=seed).stdout
        for locale, utf8, seed in (
            ("C", "0", "1"),
            ("C.UTF-8", "1", "2"),
            ("POSIX", "0", "3"),
        )
    }
    assert len(outputs) == 1
    assert "brücke".encode() in outputs.pop()


def test_another_folder_changes_nothing_but_the_names(
    run: Run, folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    there = tmp_path_factory.mktemp("elsewhere")
    done = subprocess.run(
        [*NEWSDIFF, "compare", str(folder / "a.txt"), str(folder / "b.txt")],
        cwd=there,
        capture_output=True,
        check=False,
    )
    assert done.stdout == run("compare", "a.txt", "b.txt").stdout


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}])
def test_text_has_no_codes(run: Run, environment: dict[str, str]) -> None:
    done = run("a.txt", "b.txt", **environment)
    assert done.returncode == ExitCode.DONE
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of files there")
def test_a_report_that_cannot_be_written_whole_leaves_the_old_one(folder: Path) -> None:
    report = folder / "report.md"
    report.write_text("of yesterday")
    done = shell("ulimit -f 0; $N compare a.txt b.txt -o report.md", folder)
    assert done.returncode == ExitCode.USAGE
    assert b"report.md cannot be written: File too large" in done.stderr
    assert report.read_text() == "of yesterday"
    assert not [*folder.glob(".*.part")]
    assert not [*folder.glob("report.md.*")]
