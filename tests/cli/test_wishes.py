"""--deep, --follow, --allow-private, the names of columns, FILE#PART."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.errors import ExitCode
from tests.cli.conftest import A, B
from tests.fetching.conftest import Host, answer

Captured = pytest.CaptureFixture[str]
WORDS = ("--engine", "words")


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Host()
    made.pages["/a"] = answer(A.encode(), Content_Type="text/plain")
    yield made
    made.close()


@pytest.fixture
def table(folder: Path) -> Path:
    rows = [text.replace("\n", " ").strip() for text in (A, B)]
    lines = (f'"{n}","{row}",Post,2024-05-03' for n, row in enumerate(rows, 1))
    (folder / "t.csv").write_text("\n".join(["kop,inhoud,krant,dag", *lines]) + "\n")
    return folder / "t.csv"


COLUMNS = ("--text", "inhoud", "--title", "kop", "--outlet", "krant", "--date", "dag")


@pytest.mark.usefixtures("table")
def test_columns_are_named(capsys: Captured) -> None:
    assert main(["list", *WORDS, *COLUMNS, "t.csv"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.startswith("1  Post (")
    assert "2  Post 2 (" in out
    assert "2024-05-03" in out


@pytest.mark.usefixtures("table")
def test_two_of_a_table_are_compared(capsys: Captured) -> None:
    both = ["t.csv#1", "t.csv#2"]
    assert main(["compare", *WORDS, *COLUMNS, *both]) == ExitCode.DONE
    assert capsys.readouterr().out.startswith("Post and Post 2, compared")
    assert main([*WORDS, *COLUMNS, *both]) == ExitCode.DONE
    assert capsys.readouterr().out.startswith("Post and Post 2, compared")
    assert main(["compare", *COLUMNS, "t.csv", "t.csv#9"]) == ExitCode.USAGE
    assert capsys.readouterr().err.splitlines() == [
        "newsdiff: t.csv holds 2 articles: name one of them, such as t.csv#1",
        "newsdiff: t.csv has no article 9: newsdiff list t.csv tells which",
    ]


def test_folders_in_folders(folder: Path, capsys: Captured) -> None:
    (folder / "in").mkdir()
    (folder / "a.txt").rename(folder / "in" / "a.txt")
    assert main(["list", *WORDS, "--deep", "."]) == ExitCode.DONE
    assert "2  a (" in capsys.readouterr().out
    assert main(["list", *WORDS, "."]) == ExitCode.DONE
    assert "2  " not in capsys.readouterr().out


def test_this_computer_is_asked_where_that_is_allowed(
    folder: Path, host: Host, capsys: Captured
) -> None:
    address = host.address("/a")
    assert main(["list", *WORDS, address, "b.txt"]) == ExitCode.USAGE
    (said,) = capsys.readouterr().err.splitlines()
    assert "--allow-private" in said
    assert main(["compare", *WORDS, "--allow-private", address, "b.txt"]) == 0
    assert capsys.readouterr().out.startswith("a and b, compared")
    assert (folder / "b.txt").exists()


def test_where_nothing_is_an_article_it_is_said(folder: Path, capsys: Captured) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.png").write_bytes(b"\x89PNG\0")
    for command in ([], ["list"], ["claim", "Nobody was hurt"]):
        assert main([*command, "in"]) == ExitCode.USAGE
        captured = capsys.readouterr()
        assert captured.out == ""
        assert captured.err == "newsdiff: in: 1 file is no article: a.png\n"
