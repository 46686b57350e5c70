"""`newsdiff …` where there is no terminal: in a pipe, in a file, in a test."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from newsdiff import __version__
from newsdiff.cli.main import main
from newsdiff.errors import ExitCode
from newsdiff.gathering import files

Captured = pytest.CaptureFixture[str]


@pytest.mark.usefixtures("folder")
def test_two_articles_are_compared_as_text(capsys: Captured) -> None:
    assert main(["a.txt", "b.txt"]) == ExitCode.DONE
    opened = capsys.readouterr()
    assert main(["compare", "a.txt", "b.txt"]) == ExitCode.DONE
    assert opened == capsys.readouterr()


def test_more_are_listed_with_the_shares_of_their_pairs(
    folder: Path, capsys: Captured
) -> None:
    (folder / "c.md").write_text("# The mayor\n\nThe mayor of Valona resigned.\n")
    assert main([str(folder)]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.startswith("1  a (")
    assert "\n1 and 2  a " in out
    assert out.endswith("To read one pair: newsdiff compare FILE FILE\n")


@pytest.mark.usefixtures("folder")
def test_a_command_that_was_mistyped_is_named(capsys: Captured) -> None:
    assert main(["compleions", "bash"]) == ExitCode.USAGE
    first, second = capsys.readouterr().err.splitlines()
    missing = "newsdiff: compleions does not exist: check the name"
    assert first == f'{missing}; did you mean the command "completions"?'
    assert second == "newsdiff: bash does not exist: check the name"
    assert main(["claims.txt", "a.txt"]) == ExitCode.USAGE
    assert "command" not in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_one_article_has_nothing_to_compare_with(capsys: Captured) -> None:
    assert main(["a.txt"]) == ExitCode.DONE
    assert "nothing to compare with" in capsys.readouterr().out


@pytest.mark.slow(reason="compares all pairs of the sample")
def test_without_arguments_the_sample_is_listed(capsys: Captured) -> None:
    assert main([]) == ExitCode.DONE
    assert capsys.readouterr().out.count("%") == 20


def test_the_same_file_is_listed_once(folder: Path, capsys: Captured) -> None:
    (folder / "link.txt").symlink_to("a.txt")
    assert main(["a.txt", "./a.txt", "link.txt"]) == ExitCode.DONE
    assert "nothing to compare with" in capsys.readouterr().out


def test_what_cannot_be_read_is_said_and_the_others_open(
    folder: Path, capsys: Captured
) -> None:
    (folder / "picture.txt").write_bytes(b"\0")
    (folder / "new").mkdir()
    assert main(["none.txt", "a.txt", "new", "picture.txt", "b.txt"]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out.startswith("a and b, compared")
    assert captured.err == (
        "newsdiff: none.txt does not exist: check the name\n"
        "newsdiff: new has no file directly in it: add an article\n"
        "newsdiff: picture.txt is not a text file: save the article as plain text "
        "first\n"
    )


@pytest.mark.usefixtures("folder")
def test_where_nothing_is_left_it_is_a_fault(capsys: Captured) -> None:
    assert main(["none.txt", "nobody.txt"]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("does not exist: check the name\n") == 2


def test_what_may_not_be_read_is_said(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def forbid(path: Path, *how: Any, **more: Any) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", forbid)
    assert main(["."]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out.startswith("1  a (")
    assert captured.err == (
        "newsdiff: b.txt may not be read: ask for permission or copy it\n"
    )
    assert (folder / "b.txt").exists()


def test_what_is_not_utf8_is_said(folder: Path, capsys: Captured) -> None:
    (folder / "old.txt").write_bytes(b"The caf\xe9 in Valona was closed.\n")
    assert main(["old.txt"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert "café" in captured.out
    assert "read as Windows-1252" in captured.err


def test_what_is_too_large_is_said(
    folder: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "large.txt").write_text("word " * 100)
    monkeypatch.setattr(files, "MAX_BYTES", 400)
    assert main(["large.txt", "a.txt"]) == ExitCode.USAGE
    assert "large.txt is larger than" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_an_article_comes_by_standard_input(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"Nobody was hurt in Valona."))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["-", "b.txt", "-"]) == ExitCode.DONE
    assert capsys.readouterr().out.startswith("stdin and b, compared")


@pytest.mark.parametrize("name", ["claim", "compare", "explain", "schema"])
def test_a_folder_named_like_a_command_is_reached_by_its_path(
    folder: Path, capsys: Captured, name: str
) -> None:
    inside = folder / name
    inside.mkdir()
    (inside / "x.txt").write_text("The bridge was closed on Monday.")
    for given in (f"./{name}", f"{name}/", str(inside)):
        assert main([given]) == ExitCode.DONE
        assert capsys.readouterr().out.startswith("1  x (")


@pytest.mark.parametrize("name", ["claim", "compare", "explain", "schema"])
def test_a_file_named_like_a_command_is_reached_by_its_path(
    folder: Path, capsys: Captured, name: str
) -> None:
    (folder / name).write_text("The bridge was closed on Monday.")
    assert main([f"./{name}"]) == ExitCode.DONE
    assert main(["--", name]) == ExitCode.DONE
    assert main(["compare", name, "a.txt"]) == ExitCode.DONE
    assert capsys.readouterr().out.count(f"1  {name} (") == 2


def test_a_file_named_like_an_option_is_reached_too(
    folder: Path, capsys: Captured
) -> None:
    (folder / "--plain").write_text("The bridge was closed on Monday.")
    assert main(["--", "--plain"]) == ExitCode.DONE
    assert capsys.readouterr().out.startswith("1  --plain (")


def test_a_hostile_name_is_harmless(folder: Path, capsys: Captured) -> None:
    name = "x\x1b[31m\u202e\u200b.txt"
    (folder / name).write_text("The bridge \x1b]0;x\x07was closed.\n")
    (folder / f"picture{name}").write_bytes(b"\0")
    assert main([str(folder), f"none{name}"]) == ExitCode.USAGE
    captured = capsys.readouterr()
    for text in (captured.out, captured.err):
        assert not set("\x1b\x07\u202e\u200b") & set(text)
    assert "x␛[31m" in captured.out
    assert captured.err.count("␛[31m") == 2


def test_help_says_how_to_go_on(capsys: Captured) -> None:
    for arguments in (["--help"], ["-h"], ["a.txt", "--help"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == ExitCode.DONE
        out = capsys.readouterr().out
        assert out.startswith("usage: newsdiff [--plain] [WHAT] ...\n")
        assert max(map(len, out.splitlines())) <= 80
        for told in ("newsdiff compare A B", "newsdiff schema", "./compare", "130"):
            assert told in out
        assert all(f"  {code:<4}" in out or f"{code}  " in out for code in ExitCode)


def test_versions(capsys: Captured) -> None:
    assert main(["--version"]) == ExitCode.DONE
    assert capsys.readouterr().out == f"{__version__}\n"
    assert main(["--version", "--verbose"]) == ExitCode.DONE
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[:4]] == [
        __version__,
        "Textual",
        "Rich",
        "Python",
    ]


@pytest.mark.parametrize("arguments", [["--verbose"], ["--nothing"], ["schema", "x"]])
def test_wrong_use(capsys: Captured, arguments: list[str]) -> None:
    assert main(arguments) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert (captured.out, captured.err.count("\n")) == ("", 1)


def test_the_schema_is_printed(capsys: Captured) -> None:
    assert main(["schema"]) == ExitCode.DONE
    assert '"$schema"' in capsys.readouterr().out
