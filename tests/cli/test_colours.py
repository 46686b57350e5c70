"""`--color` and `--theme` of what is printed."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.colours import colours_of, theme_problem
from newsdiff.errors import ExitCode

Captured = pytest.CaptureFixture[str]
COMPARE = ("compare", "--engine", "words", "a.txt", "b.txt")
CODES = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def printed(folder: Path, capsys: Captured) -> str:
    assert folder.is_dir()
    assert main([*COMPARE]) == ExitCode.DONE
    return capsys.readouterr().out


def test_text_in_a_pipe_has_no_colours(printed: str) -> None:
    assert "\x1b" not in printed


@pytest.mark.parametrize("arguments", [COMPARE, ("--plain", *COMPARE[1:])])
def test_colours_are_had_where_they_are_asked_for(
    printed: str, capsys: Captured, arguments: tuple[str, ...]
) -> None:
    for theme in ([], ["--theme", "light"], ["--theme", "nord"]):
        assert main([*arguments, "--color", "always", *theme]) == ExitCode.DONE
        out = capsys.readouterr().out
        assert CODES.search(out)
        assert CODES.sub("", out) == printed
    assert main([*arguments, "--color", "never"]) == ExitCode.DONE
    assert capsys.readouterr().out == printed


def test_a_file_has_colours_only_where_they_are_asked_for(
    printed: str, folder: Path
) -> None:
    assert main([*COMPARE, "-o", "x.txt"]) == ExitCode.DONE
    assert (folder / "x.txt").read_text() == printed
    assert main([*COMPARE, "-o", "x.txt", "--color", "always"]) == ExitCode.DONE
    assert "\x1b[" in (folder / "x.txt").read_text()


@pytest.mark.parametrize("name", ["html", "svg"])
@pytest.mark.usefixtures("folder")
def test_a_theme_colours_pages_and_pictures(name: str, capsys: Captured) -> None:
    arguments = [*COMPARE, "--format", name]
    pages = []
    for theme in ("dark", "newsdiff-dark", "light", "nord"):
        assert main([*arguments, "--theme", theme]) == ExitCode.DONE
        pages.append(capsys.readouterr().out)
    assert pages[0] == pages[1]
    assert len({*pages}) == 3
    assert colours_of("dark").page in pages[0]
    assert "#2E3440" in pages[3]  # of nord


def test_a_theme_that_is_none_is_refused_by_compare(capsys: Captured) -> None:
    for name in ("text", "markdown", "json", "html", "svg"):
        assert main([*COMPARE, "--format", name, "--theme", "nope"]) == ExitCode.USAGE
        out, err = capsys.readouterr()
        assert (out, err) == ("", f"newsdiff: --theme: {theme_problem('nope')}\n")


@pytest.mark.usefixtures("folder")
def test_a_theme_of_newsdiff_loads_no_reader() -> None:
    code = (
        "import sys; from newsdiff.cli.main import main; "
        "main(sys.argv[1:]); sys.exit('textual' in sys.modules)"
    )
    arguments = [*COMPARE, "--color", "always", "--theme", "dark"]
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, check=False
    )
    assert done.returncode == 0
