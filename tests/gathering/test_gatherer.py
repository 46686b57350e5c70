"""Files, folders and standard input, and what is wrong with them."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from newsdiff.errors import SourceError
from newsdiff.gathering import (
    Freshness,
    Gathered,
    Item,
    Wishes,
    files,
    freshness,
    gather,
    sample_sources,
    source_of,
)
from newsdiff.reading import parse

STORY = "The bridge was closed on Monday, the council said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program runs, with one article in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY)
    return tmp_path


def why(given: str) -> str:
    with pytest.raises(SourceError) as caught:
        source_of(given)
    return str(caught.value)


@pytest.mark.usefixtures("folder")
def test_a_file_is_read() -> None:
    source = source_of("a.txt")
    assert (source.given, source.name, source.text) == ("a.txt", "a.txt", STORY)


def test_what_cannot_be_read_is_said_in_one_sentence(folder: Path) -> None:
    (folder / "empty.txt").write_text(" \n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\0\0")
    (folder / "loop.txt").symlink_to("loop.txt")
    assert why("none.txt") == "none.txt does not exist: check the name"
    assert why("a.txt/b") == "a.txt/b cannot be read: Not a directory"
    assert why(".") == ". is a folder: name one article in it"
    assert why("") == "an empty name names no article: check the command"
    assert why("a\0b") == "'a\\x00b' is not a file name: check the name"
    assert why("empty.txt") == "empty.txt is empty: there is no article in it"
    assert why("picture.txt").startswith("picture.txt is not a text file: save")
    assert why("loop.txt").startswith("loop.txt cannot be read: Too many levels")


@pytest.mark.usefixtures("folder")
def test_a_file_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", forbid)
    said = "a.txt may not be read: ask for permission or copy it"
    assert why("a.txt") == said
    gathered = gather(["a.txt"])
    assert (gathered.sources, gathered.problems) == ((), (said,))


def test_a_folder_that_may_not_be_listed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", forbid)
    assert gather([str(folder)]).problems == (
        f"{folder} may not be read: ask for permission or copy it",
    )


@pytest.mark.usefixtures("folder")
def test_what_never_ends_is_read_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 20)
    assert "is larger than" in why("a.txt")


def test_an_article_comes_by_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO(STORY.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    source = source_of("-")
    assert (source.given, source.text, source.stamp) == ("-", STORY, None)
    assert parse(source).label == "stdin"


def test_standard_input_may_be_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert why("-") == "standard input is closed: name a file instead of -"


def names_of(gathered: Gathered) -> list[str]:
    return [Path(source.given).name for source in gathered.sources]


def test_a_folder_gives_its_texts_by_name_without_descending(folder: Path) -> None:
    for name in ("c.md", "b.TXT", "d.css", ".hidden.txt", "e"):
        (folder / name).write_text(STORY)
    (folder / "f.txt").mkdir()
    (folder / "f.txt" / "inside.txt").write_text(STORY)
    gathered = gather([str(folder)])
    assert names_of(gathered) == ["a.txt", "b.TXT", "c.md"]
    assert gathered.problems == ()
    assert gathered.notices == (f"{folder}: 2 files are no articles: d.css, e",)


def test_folders_in_a_folder_are_looked_into_where_that_is_wanted(folder: Path) -> None:
    for name in ("b/c.txt", "b/d/e.md", "b/.git/f.txt", "page_files/g.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY)
    (folder / "page.html").write_text("<p>No article.")
    gathered = gather([str(folder)], Wishes(deep=True))
    assert names_of(gathered) == ["a.txt", "c.txt", "e.md"]


def test_only_some_of_many_files_that_are_no_articles_are_named(folder: Path) -> None:
    for number in range(5):
        (folder / f"{number}.png").write_bytes(b"\x89PNG\0\0")
    assert gather([str(folder)]).notices == (
        f"{folder}: 5 files are no articles: 0.png, 1.png, 2.png …",
    )


@pytest.mark.usefixtures("folder")
def test_what_takes_long_is_left_once_there_is_an_article() -> None:
    names = ["none.txt", "a.txt", "b.txt"]
    gathered = gather(names, seconds=0)
    assert names_of(gathered) == ["a.txt"]
    assert gathered.left == (Item("b.txt"),)


def test_an_address_is_no_file() -> None:
    assert gather(["ftp://example.org/a.txt"]).problems == (
        (
            "ftp://example.org/a.txt is no address of a page, as "
            "http://example.org/news would be: check it"
        ),
    )


def test_an_empty_folder_is_said(folder: Path) -> None:
    (folder / "new").mkdir()
    assert gather(["new"]).problems == (
        "new has no file directly in it: add an article",
    )


def test_what_is_wrong_with_one_does_not_stop_the_others(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\0")
    gathered = gather(["none.txt", "a.txt", "b.txt"])
    assert [source.given for source in gathered.sources] == ["a.txt"]
    assert len(gathered.problems) == 2


def test_the_same_file_is_listed_once_whatever_it_is_called(folder: Path) -> None:
    (folder / "link.txt").symlink_to("a.txt")
    (folder / "hard.txt").hardlink_to("a.txt")
    names = ["a.txt", "./a.txt", "link.txt", "hard.txt", str(folder / "a.txt"), "."]
    assert [source.given for source in gather(names).sources] == ["a.txt"]


@pytest.mark.usefixtures("folder")
def test_names_of_no_file_are_told_apart() -> None:
    names = ["none.txt", "none.txt", "nobody.txt", "", "a\0b"]
    assert len(gather(names).problems) == 4


def test_a_file_that_changes_or_goes_is_noticed(folder: Path) -> None:
    source = source_of("a.txt")
    assert freshness(source) is Freshness.SAME
    (folder / "a.txt").write_text(STORY * 2)
    assert freshness(source) is Freshness.CHANGED
    (folder / "a.txt").unlink()
    assert freshness(source) is Freshness.GONE


def test_a_pipe_is_read_to_its_end_and_does_not_change(folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    writer = Thread(target=pipe.write_text, args=(STORY,))
    writer.start()
    source = source_of("pipe")
    writer.join()
    assert source.text == STORY
    assert freshness(source) is Freshness.SAME


def test_a_name_that_is_no_text_is_still_a_name(folder: Path) -> None:
    name = os.fsdecode("brücke.txt".encode("latin-1"))
    (folder / name).write_text(STORY)
    source = source_of(name)
    assert source.name == "br\udcfccke.txt"
    assert parse(source).source == source.name


def test_the_sample_is_five_articles() -> None:
    assert len(sample_sources()) == 5
    assert all(source.stamp is None for source in sample_sources())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names here")
def test_a_pipe_in_a_folder_is_named_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "bridge.txt").write_text("The bridge fell.")
    os.mkfifo(tmp_path / "pipe.txt")
    found = gather([str(tmp_path)])
    assert [source.text for source in found.sources] == ["The bridge fell."]
    assert found.problems == (f"{tmp_path / 'pipe.txt'} is no file: it is left out",)


def test_a_file_of_many_articles_is_left_where_time_is_over(tmp_path: Path) -> None:
    rows = "".join(f"Bridge {n},The bridge {n} stays closed.\n" for n in range(5))
    table = tmp_path / "rows.csv"
    table.write_text(f"title,text\n{rows}", "utf-8")
    gathered = gather([str(table)], seconds=0)
    assert [source.part for source in gathered.sources] == ["1"]
    assert gathered.left == (Item(str(table)),)
    assert gathered.taken == 1


def test_standard_input_is_opened_to_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = b"title,text\nBridge,It is closed.\nFerry,It is late.\n"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(rows)))
    gathered = gather(["-"], seconds=0)
    assert [source.about.title for source in gathered.sources] == ["Bridge", "Ferry"]
    assert not gathered.left


def test_what_is_wrong_with_a_part_names_its_file(tmp_path: Path) -> None:
    feed = "<rss version='2.0'><channel><item><guid>e1</guid></item></channel></rss>"
    file = tmp_path / "feed.xml"
    file.write_text(feed, "utf-8")
    (problem,) = gather([str(file)]).problems
    assert problem.startswith(f"{file}: e1 has no text")
