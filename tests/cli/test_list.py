"""`newsdiff list`: the articles and how much each pair shares."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.cli.main import main
from newsdiff.errors import ExitCode

Captured = pytest.CaptureFixture[str]


def test_more_articles_are_listed_as_in_a_pipe(folder: Path, capsys: Captured) -> None:
    (folder / "c.md").write_text("# The mayor\n\nThe mayor of Valona resigned.\n")
    assert main(["list", "a.txt", "b.txt", "c.md"]) == ExitCode.DONE
    listed = capsys.readouterr()
    assert main(["--plain", "."]) == ExitCode.DONE
    assert listed == capsys.readouterr()
    assert listed.out.count("%") == 6


@pytest.mark.usefixtures("folder")
def test_two_are_listed_and_not_compared(capsys: Captured) -> None:
    assert main(["list", "a.txt", "b.txt"]) == ExitCode.DONE
    out = capsys.readouterr().out
    assert out.startswith("1  a (")
    assert "\n1 and 2  a " in out


@pytest.mark.usefixtures("folder")
def test_one_is_listed_alone(capsys: Captured) -> None:
    assert main(["list", "a.txt"]) == ExitCode.DONE
    assert "nothing to compare with" in capsys.readouterr().out


@pytest.mark.slow(reason="compares all pairs of the sample")
@pytest.mark.usefixtures("folder")
def test_without_any_it_is_the_sample(capsys: Captured) -> None:
    assert main(["list"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.out.count("%") == 20
    assert captured.err == ""


@pytest.mark.slow(reason="compares all pairs of the sample")
def test_a_folder_named_like_the_command_is_pointed_at(
    folder: Path, capsys: Captured
) -> None:
    (folder / "list").mkdir()
    (folder / "list" / "x.txt").write_text("The bridge was closed on Monday.")
    assert main(["list"]) == ExitCode.DONE
    assert "is opened as ./list" in capsys.readouterr().err
    assert main(["list", "list"]) == ExitCode.DONE
    captured = capsys.readouterr()
    assert captured.out.startswith("1  x (")
    assert captured.err == ""


@pytest.mark.usefixtures("folder")
def test_what_cannot_be_read_is_said(capsys: Captured) -> None:
    assert main(["list", "none.txt", "a.txt"]) == ExitCode.USAGE
    captured = capsys.readouterr()
    assert captured.out.startswith("1  a (")
    assert captured.err == "newsdiff: none.txt does not exist: check the name\n"
    assert main(["list", "none.txt"]) == ExitCode.USAGE
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("folder")
def test_ascii_is_drawn_with_nothing_else(capsys: Captured) -> None:
    assert main(["list", "--ascii", "a.txt", "b.txt"]) == ExitCode.DONE
    assert capsys.readouterr().out.isascii()


def test_a_note_says_of_which_articles_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = tmp_path / "feed.xml"
    items = "".join(
        f"<item><guid>{n}</guid><title>Bridge {n}</title>"
        f"<description>The bridge {n} stays closed.</description></item>"
        for n in range(3)
    )
    feed.write_text(
        f"<rss version='2.0'><channel><title>Herald</title>{items}</channel></rss>",
        "utf-8",
    )
    assert main(["list", "--engine", "words", str(feed)]) == 0
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].endswith(" and 2 others: only the feed's summary")
