"""`newsdiff desk`: who says what, and when, without the reader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode
from tests.story.desk import ferry


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    paths = []
    for article in ferry.articles():
        path = tmp_path / article.source
        path.write_text(article.text, "utf-8")
        paths.append(str(path))
    return paths


def run(*arguments: str) -> int:
    return main(["desk", *arguments], Engine("words"))


def test_all_three_views(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*files) == ExitCode.DONE
    out, err = capsys.readouterr()
    assert "3 of 3: Lena Marrick (another speaker · words differ)" in out
    assert "   2  Tom Ansell: Courier +1, Tribune 1" in out
    assert "! 2024-06-07" in out
    assert err == ""


@pytest.mark.parametrize(
    ("view", "start"),
    [("quotes", "Quotations\n"), ("sources", "Sources\n"), ("timeline", "Timeline\n")],
)
def test_one_view(
    files: list[str], capsys: pytest.CaptureFixture[str], view: str, start: str
) -> None:
    assert run(*files, "--view", view) == ExitCode.DONE
    assert capsys.readouterr().out.startswith(start)


def test_a_table_is_of_one_view(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*files, "--format", "csv") == ExitCode.USAGE
    said = "newsdiff: a table is of one view: add --view quotes, sources or timeline\n"
    assert capsys.readouterr() == ("", said)
    assert run(*files, "--format", "csv", "--view", "sources") == ExitCode.DONE
    out = capsys.readouterr().out
    heading = "story,source,kind,article,quoted,cited,sentences,from,thresholds\n"
    assert out.startswith(heading)


def test_into_a_file(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "desk.json"
    assert run(*files, "--format", "json", "-o", str(target)) == ExitCode.DONE
    assert capsys.readouterr().out == ""
    (story,) = json.loads(target.read_text("utf-8"))["stories"]
    assert [one["label"] for one in story["articles"]] == [
        "Courier",
        "Tribune",
        "radio",
    ]


def test_one_article_has_no_desk(
    files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files[0]) == ExitCode.USAGE
    said = "newsdiff: desk takes two or more articles of one event, but one was given\n"
    assert capsys.readouterr() == ("", said)


def test_without_articles_it_is_the_sample(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--view", "sources") == ExitCode.DONE
    assert "Jake Sullivan" in capsys.readouterr().out


def test_what_is_not_compared_is_said(
    files: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("newsdiff.story.desk.desk.MAX_PAIRS", 1)
    assert run(*files) == ExitCode.DONE
    said = "newsdiff: 2 pairs were not compared: name fewer articles\n"
    assert capsys.readouterr().err == said
