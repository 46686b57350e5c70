"""`newsdiff story`: what several articles tell, in words."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.engine import Engine
from newsdiff.errors import ExitCode
from tests.story.invented import HERALD, POST, RADIO

Captured = pytest.CaptureFixture[str]
Run = Callable[..., int]
LIMA = (
    "Sugar dearer in Lima\n\nSugar has become dearer in the markets of Lima this week, "
    "the traders of {} said. Prices rose by 12 per cent in San Isidro.\n"
)


@pytest.fixture
def run() -> Run:
    """The command, comparing by words: `run("a.txt", "b.txt")`."""
    return lambda *arguments: main(["story", *arguments], Engine("words"))


@pytest.fixture
def train(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the three articles of one event, which is the current one."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("post", POST), ("herald", HERALD), ("radio", RADIO)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def test_the_story_is_told(train: Path, run: Run, capsys: Captured) -> None:
    assert run(str(train)) == ExitCode.DONE
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("The story in words\nherald: “Osterby train crash kills")
    assert "What all three tell" in out
    assert "7. “A choir sang for the victims" in out


@pytest.mark.usefixtures("train")
@pytest.mark.parametrize(
    ("wanted", "start"),
    [
        ("markdown", "# The story in words\n"),
        ("html", "<!doctype html>\n"),
        ("json", '{\n "schema": "newsdiff/story/1"'),
        ("csv", "story,statement,section,"),
    ],
)
def test_it_is_written_in_any_format_to_a_file_or_printed(
    run: Run, capsys: Captured, wanted: str, start: str
) -> None:
    assert run("--format", wanted, "post.txt", "radio.txt", "-o", "out") == 0
    assert capsys.readouterr().out == ""
    written = Path("out").read_text("utf-8")
    assert written.startswith(start)
    assert run("post.txt", "radio.txt", "--format", wanted) == ExitCode.DONE
    assert capsys.readouterr().out == written


def test_each_story_has_a_page_and_what_is_alone_is_said(
    train: Path, run: Run, capsys: Captured
) -> None:
    for n, name in enumerate(("Miraflores", "Barranco")):
        (train / f"lima-{n}.txt").write_text(LIMA.format(name), "utf-8")
    (train / "bees.txt").write_text(
        "Bees\n\nA swarm of bees has settled on the town hall of Fagernes in Norway, "
        "where the keeper Olav Dahl is to fetch it.\n",
        "utf-8",
    )
    assert run(str(train), "--format", "json") == ExitCode.DONE
    out, err = capsys.readouterr()
    stories = [
        [article["label"] for article in story["articles"]]
        for story in json.loads(out)["stories"]
    ]
    assert stories == [["herald", "post", "radio"], ["lima-0", "lima-1"]]
    assert err == "newsdiff: bees tells of something else and is left out\n"


@pytest.mark.usefixtures("train")
def test_all_of_it_or_the_most_telling(run: Run, capsys: Captured) -> None:
    more = "".join(
        f"Nobody but the Post tells of the cottage near the old mill of {name}.\n\n"
        for name in "Aldby Bergen Cosford Dalby Elverum Fagernes".split()
    )
    Path("long.txt").write_text(f"{POST}\n{more}", "utf-8")
    assert run("long.txt", "herald.txt") == ExitCode.DONE
    assert "more are left out." in capsys.readouterr().out
    assert run("long.txt", "herald.txt", "--all", "--format", "csv") == ExitCode.DONE
    rows = [*csv.DictReader(StringIO(capsys.readouterr().out))]
    assert any("Fagernes" in row["words"] for row in rows)


@pytest.mark.usefixtures("train")
def test_one_article_is_no_story(run: Run, capsys: Captured) -> None:
    assert run("post.txt") == ExitCode.USAGE
    assert capsys.readouterr().err == (
        "newsdiff: story takes two or more articles of one event, but one was given\n"
    )


@pytest.mark.usefixtures("train")
def test_only_so_many_articles_are_told(
    run: Run, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdiff.story.account.MOST_ARTICLES", 2)
    assert run("post.txt", "herald.txt", "radio.txt") == ExitCode.DONE
    out, err = capsys.readouterr()
    assert "of 3 articles of one event the first 2 are told" in err
    assert "What both tell" in out


@pytest.mark.usefixtures("train")
def test_ascii_and_width(run: Run, capsys: Captured) -> None:
    assert run("post.txt", "radio.txt", "--ascii", "--width", "40") == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.isascii() or "“" not in out.replace("“We have", "")
    assert max(map(len, out.splitlines())) <= 40


def test_the_schema_of_it_is_printed(capsys: Captured) -> None:
    assert main(["schema", "story"]) == ExitCode.DONE
    assert json.loads(capsys.readouterr().out)["title"] == "newsdiff story"
    assert main(["schema", "other"]) == ExitCode.USAGE
    assert "comparison|story" in capsys.readouterr().err
