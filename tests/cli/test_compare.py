"""`newsdiff compare A B`: every kind of input, one clear sentence for what is wrong."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from newsdiff.cli.arguments import MIN_WIDTH
from newsdiff.cli.main import main
from newsdiff.errors import ExitCode

Captured = pytest.CaptureFixture[str]


def failing(capsys: Captured, *arguments: str) -> str:
    """What is said on stderr where `arguments` fail; nothing is on stdout."""
    assert main(["compare", *arguments]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert all(line.startswith("newsdiff: ") for line in captured.err.splitlines())
    return captured.err


def test_text_and_json(folder: Path, capsys: Captured) -> None:
    assert main(["compare", "a.txt", "b.txt"]) == ExitCode.DONE
    text = capsys.readouterr()
    assert text.out.startswith("a and b, compared sentence by sentence\n")
    assert "Pier 14" in text.out
    assert main(["compare", "a.txt", str(folder / "b.txt"), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [article["source"] for article in found["articles"]] == [
        "a.txt",
        str(folder / "b.txt"),
    ]
    assert text.err == ""


@pytest.mark.usefixtures("folder")
def test_differences_have_an_exit_code_where_it_is_asked_for(capsys: Captured) -> None:
    assert main(["compare", "--exit-code", "a.txt", "b.txt"]) == ExitCode.DIFFERENT
    assert main(["compare", "--exit-code", "a.txt", "a.txt"]) == ExitCode.DONE
    assert "100% of a's sentences" in capsys.readouterr().out


def test_the_same_file_twice_reads_the_same(folder: Path, capsys: Captured) -> None:
    (folder / "link.txt").symlink_to("a.txt")
    for other in ("a.txt", "./a.txt", "link.txt", str(folder / "a.txt")):
        assert main(["compare", "a.txt", other, "--format", "json"]) == ExitCode.DONE
        found = json.loads(capsys.readouterr().out)
        assert found["summary"]["linked"] == {"a": 1.0, "b": 1.0}
        assert found["summary"]["facts"]["only_a"] == 0
        assert found["summary"]["facts"]["only_b"] == 0
        a, b = (article["label"] for article in found["articles"])
        assert a != b


def test_what_cannot_be_read(folder: Path, capsys: Captured) -> None:
    (folder / "empty.txt").write_text("\n \n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\0")
    said = {
        "none.txt": "none.txt does not exist: check the name",
        "empty.txt": "empty.txt is empty: there is no article in it",
        "picture.txt": "picture.txt is not a text file: save the article as plain "
        "text first",
        ".": ". is a folder: name one article in it",
        "": "an empty name names no article: check the command",
    }
    for name, sentence in said.items():
        assert failing(capsys, "a.txt", name) == f"newsdiff: {sentence}\n"
        assert failing(capsys, name, "a.txt") == f"newsdiff: {sentence}\n"
        assert failing(capsys, name, name) == f"newsdiff: {sentence}\n"


@pytest.mark.usefixtures("folder")
def test_what_is_wrong_with_both_is_said(capsys: Captured) -> None:
    assert failing(capsys, "x.txt", "y.txt") == (
        "newsdiff: x.txt does not exist: check the name\n"
        "newsdiff: y.txt does not exist: check the name\n"
    )


@pytest.mark.usefixtures("folder")
def test_what_may_not_be_read(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def forbid(path: Path, *how: Any, **more: Any) -> object:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", forbid)
    assert "a.txt may not be read: ask for permission" in failing(
        capsys, "a.txt", "b.txt"
    )


def test_what_is_not_utf8_is_said_and_compared(folder: Path, capsys: Captured) -> None:
    (folder / "old.txt").write_bytes(
        "The café in Valona was closed.\n".encode("cp1252")
    )
    assert main(["compare", "old.txt", "old.txt"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert "café" in captured.out
    assert captured.err == (
        "newsdiff: old.txt is not valid UTF-8; it was read as Windows-1252\n"
    )


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "compare takes two articles, but none was given: newsdiff compare A B"),
        (
            ["a.txt"],
            "compare takes two articles, but one was given: newsdiff compare A B",
        ),
        (["."], "one was given: newsdiff compare A B; newsdiff list . names those"),
        (["a.txt"] * 3, "compare takes two articles, but 3 were given: newsdiff"),
        (["-", "-"], "standard input holds one article: name a file for the other"),
        (["a.txt", "b.txt", "--width", "19"], "19 is no width: give 20 columns"),
        (["a.txt", "b.txt", "--width", "-5"], "see newsdiff compare --help"),
        (["a.txt", "b.txt", "--width", "wide"], "wide is no width: give 20"),
        (["a.txt", "b.txt", "--width"], "expected one argument; see"),
        (["a.txt", "b.txt", "--format", "xml"], "choose from"),
        (["a.txt", "b.txt", "--colour"], "--colour; see newsdiff compare --help"),
        (["a.txt", "b.txt", "--form", "json"], "unrecognized arguments: --form"),
    ],
)
def test_wrong_use(capsys: Captured, arguments: list[str], said: str) -> None:
    sentence = failing(capsys, *arguments)
    assert said in sentence
    assert sentence.count("\n") == 1


def test_a_folder_named_like_the_command_is_pointed_at(
    folder: Path, capsys: Captured
) -> None:
    (folder / "compare").mkdir()
    assert "is opened as ./compare" in failing(capsys)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("width", [MIN_WIDTH, 60, 1_000_000])
def test_widths(capsys: Captured, width: int) -> None:
    assert main(["compare", "a.txt", "b.txt", "--width", str(width)]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    assert max(map(len, lines)) <= width
    if width == 1_000_000:
        assert any("Berg said." in line and "The boats" in line for line in lines)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("order", [["-", "b.txt"], ["b.txt", "-"]])
def test_one_article_comes_by_standard_input(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"Nobody was hurt in Valona."))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["compare", *order]) == ExitCode.DONE
    assert "stdin" in capsys.readouterr().out


@pytest.mark.slow(reason="reads texts of a megabyte")
@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Valona said so on Monday. " * 3_000,
        "word " * 200_000,
        "“" * 100_000,
        "“We say so. " * 8_000,
        "The mayor said so on Monday.\n\n" * 3_000,
    ],
    ids=["sentences", "1 MB in one line", "open quotes", "open quotations", "lines"],
)
def test_a_text_without_measure_is_compared_up_to_a_limit(
    folder: Path, capsys: Captured, text: str
) -> None:
    (folder / "long.txt").write_text(text, "utf-8")
    assert main(["compare", "long.txt", "b.txt", "--format", "json"]) == ExitCode.DONE
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert found["articles"][0]["text"] == text
    rules = {s["rule"] for s in found["articles"][0]["sentences"]}
    left_out = rules & {"beyond-limit", "repeated-sentence"}
    assert len(left_out) == captured.err.count("shown but not compared") > 0


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json", "svg"])
def test_a_file_gets_the_same_bytes_as_standard_output(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes], name: str
) -> None:
    asked = ["compare", "a.txt", "b.txt", "--format", name]
    assert main(asked) == ExitCode.DONE
    printed = capsysbinary.readouterr().out
    assert main([*asked, "-o", "out.file"]) == ExitCode.DONE
    assert capsysbinary.readouterr().out == b""
    assert (folder / "out.file").read_bytes() == printed


@pytest.mark.usefixtures("folder")
def test_a_file_that_cannot_be_written_is_said(capsys: Captured) -> None:
    said = failing(capsys, "a.txt", "b.txt", "-o", "nowhere/out.txt")
    assert said == (
        "newsdiff: nowhere/out.txt cannot be written: No such file or directory\n"
    )


@pytest.mark.usefixtures("folder")
def test_ascii_is_drawn_with_nothing_else(capsys: Captured) -> None:
    for arguments in (["compare", "a.txt", "b.txt"], ["--plain", "a.txt", "b.txt"]):
        assert main([*arguments, "--ascii"]) == ExitCode.DONE
        assert capsys.readouterr().out.isascii()
    assert main(["--plain", "--ascii", "a.txt"]) == ExitCode.DONE
    assert capsys.readouterr().out.isascii()
