"""The file: made when it is needed, never harmed, shared by processes."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from newsdiff.corrections import Corrections, Saying, What, link_place
from newsdiff.corrections import store as stores
from newsdiff.corrections.rows import SaidRow, from_row, text_hash, to_row
from newsdiff.corrections.store import Store
from newsdiff.errors import CorrectionsError
from newsdiff.model import Comparison, Pair

ROOT = Path(__file__).parents[2]
ROW = SaidRow("a", "b", "linked", "{}", 1, "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "corrections.sqlite"


def linked(comparison: Comparison, a: int, b: int, *, holds: bool = True) -> Saying:
    place = link_place(comparison.articles, Pair(a, b))
    return Saying(what=What.LINKED, place=place, holds=holds)


# What is kept


def test_nothing_is_made_until_something_is_said(
    bridge: Comparison, file: Path
) -> None:
    corrections = Corrections(file)
    assert corrections.corrected(bridge) is bridge
    assert corrections.as_wanted(bridge.articles.a) is bridge.articles.a
    assert not file.parent.exists()
    corrections.say(bridge.articles, [linked(bridge, 4, 12)])
    assert file.exists()


def test_what_was_said_is_there_again_whichever_side_is_a(
    bridge: Comparison, file: Path
) -> None:
    said = linked(bridge, 4, 12)
    Corrections(file).say(bridge.articles, [said])
    again = Corrections(file)
    assert again.sayings(bridge.articles) == (said,)
    assert again.sayings(bridge.articles.swapped) == (said.swapped,)


def test_undo_and_redo_are_kept(bridge: Comparison, file: Path) -> None:
    first, second = linked(bridge, 4, 12), linked(bridge, 4, 12, holds=False)
    corrections = Corrections(file)
    corrections.say(bridge.articles, [first])
    corrections.say(bridge.articles.swapped, [second.swapped])
    assert corrections.undo(bridge.articles) == (second,)
    assert Corrections(file).sayings(bridge.articles) == (first,)
    assert corrections.undo(bridge.articles) == (first,)
    assert corrections.undo(bridge.articles) == ()
    assert Corrections(file).sayings(bridge.articles) == ()
    assert corrections.redo(bridge.articles) == (first,)
    assert corrections.redo(bridge.articles) == (second,)
    assert corrections.redo(bridge.articles) == ()
    assert Corrections(file).sayings(bridge.articles) == (second,)
    assert Corrections(file).undo(bridge.articles) == ()  # of another session


def test_text_is_data(bridge: Comparison, file: Path) -> None:
    words = "'); DROP TABLE said; -- \x00\x1b[31m\u202e \ud800".replace("\ud800", "")
    place = link_place(bridge.articles, Pair(4, 12))
    note = Saying(what=What.NOTED, place=place, words=words)
    Corrections(file).say(bridge.articles, [note])
    assert Corrections(file).sayings(bridge.articles) == (note,)


@pytest.mark.parametrize(
    "broken",
    [
        {"what": "sung"},
        {"about": "{"},
        {"about": '{"about": "link", "kind": null, "a": [["x", 1]], "b": []}'},
        {"about": '{"about": "link", "kind": null, "a": [[1]], "b": []}'},
        {"about": '{"about": "link", "kind": "song", "a": [], "b": []}'},
    ],
)
def test_a_row_that_cannot_be_understood_is_passed_over(
    bridge: Comparison, broken: dict[str, Any]
) -> None:
    texts = bridge.articles.map(text_hash)
    row = to_row(linked(bridge, 4, 12), texts)
    assert from_row(row, texts) == linked(bridge, 4, 12)
    assert from_row(row._replace(**broken), texts) is None


# Files that are of no use


def newer(file: Path) -> None:
    Store(file).close()
    with closing(sqlite3.connect(file)) as db:
        db.execute("PRAGMA user_version = 99")
        db.execute("PRAGMA journal_mode = DELETE")


def damaged(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"no database at all\n" * 300)


def hollow(file: Path) -> None:
    with closing(Store(file)) as store:
        for _ in range(40):
            store.add([ROW._replace(words="x" * 500)])
    data = bytearray(file.read_bytes())
    data[4096:12288] = bytes(8192)
    file.write_bytes(data)


def foreign(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as db:
        db.execute("CREATE TABLE songs (name TEXT)")


def a_folder(file: Path) -> None:
    file.mkdir(parents=True)


def a_pipe(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)


def a_device(file: Path) -> None:
    file.parent.mkdir()
    file.symlink_to("/dev/zero")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (newer, "is of a newer newsdiff"),
        (damaged, "is damaged"),
        (hollow, "is damaged"),
        (foreign, "is a file of another program"),
        (a_folder, "is a folder, not a file"),
        (a_pipe, "is a named pipe, not a file"),
        (a_device, "is a device, not a file"),
    ],
)
def test_a_file_of_no_use_is_one_sentence_and_left_as_it_is(
    bridge: Comparison, file: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(file)
    before = file.read_bytes() if file.is_file() else b""
    corrections = Corrections(file)
    assert corrections.sayings(bridge.articles) == ()
    problem = corrections.take_problem()
    assert said in problem
    assert str(file) in problem
    assert "kept until you quit" in problem
    assert corrections.take_problem() == ""
    corrections.say(bridge.articles, [linked(bridge, 4, 12)])
    assert corrections.sayings(bridge.articles) == (linked(bridge, 4, 12),)
    assert not corrections.is_kept
    corrections.close()
    assert (file.read_bytes() if file.is_file() else b"") == before


def test_a_folder_that_is_a_file_is_one_sentence(
    bridge: Comparison, tmp_path: Path
) -> None:
    (tmp_path / "data").write_text("in the way")
    corrections = Corrections(tmp_path / "data" / "corrections.sqlite")
    corrections.say(bridge.articles, [linked(bridge, 4, 12)])
    assert "cannot be opened" in corrections.take_problem()
    assert corrections.sayings(bridge.articles) == (linked(bridge, 4, 12),)


READING = """
import os, sys, sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory
from newsdiff.corrections import store
from newsdiff.corrections.keeper import Corrections
if os.getuid() == 0:
    os.setuid(65534)  # root may write anything
corrections = Corrections(Path(sys.argv[1]))
print(len(corrections._said([("a", "b")])))
print(corrections.take_problem())
print(corrections.is_kept)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that any user may enter, which those of pytest are not."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.parametrize("folder", [0o755, 0o555])
def test_a_file_that_cannot_be_written_is_read(open_folder: Path, folder: int) -> None:
    file = open_folder / "data" / "corrections.sqlite"
    with closing(Store(file)) as store:
        store.add([ROW])
    file.chmod(0o444)
    file.parent.chmod(folder)
    done = subprocess.run(
        [sys.executable, "-c", READING, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    file.parent.chmod(0o755)
    number, problem, kept = done.stdout.splitlines()
    assert (number, kept) == ("1", "False"), done.stderr
    assert "cannot be" in problem
    assert "kept until you quit" in problem


def test_what_cannot_be_kept_was_not_said(bridge: Comparison, file: Path) -> None:
    corrections = Corrections(file)
    corrections.say(bridge.articles, [linked(bridge, 4, 12)])
    assert corrections._store is not None
    corrections._store._db.execute("PRAGMA query_only = ON")
    with pytest.raises(CorrectionsError, match=r"not saved: .*it cannot be written"):
        corrections.say(bridge.articles, [linked(bridge, 4, 12, holds=False)])
    with pytest.raises(CorrectionsError, match="not saved"):
        corrections.undo(bridge.articles)
    assert corrections.sayings(bridge.articles) == (linked(bridge, 4, 12),)


# Versions and processes


def test_an_older_file_is_brought_up_to_date(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store(file)) as store:
        store.add([ROW])
    added = "ALTER TABLE said ADD COLUMN mood TEXT"
    monkeypatch.setattr(stores, "_STEPS", (*stores._STEPS, added))
    monkeypatch.setattr(stores, "VERSION", 2)
    for _ in range(2):
        with closing(Store(file)) as store:
            assert store._number("user_version") == 2
            assert store.said([("a", "b")]) == [ROW]
            assert store._one("SELECT count(mood) FROM said") == 0


def test_a_step_that_fails_changes_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Store(file)) as store:
        store.add([ROW])
    steps = "ALTER TABLE said ADD COLUMN mood TEXT; ALTER TABLE lost ADD COLUMN x"
    with monkeypatch.context() as patch:
        patch.setattr(stores, "_STEPS", (*stores._STEPS, steps))
        patch.setattr(stores, "VERSION", 2)
        with pytest.raises(CorrectionsError):
            Store(file)
    with closing(Store(file)) as store:
        assert store._number("user_version") == 1
        assert store.said([("a", "b")]) == [ROW]


def test_two_at_once_see_what_the_other_said(bridge: Comparison, file: Path) -> None:
    one, other = Corrections(file), Corrections(file)
    for n in range(5):
        one.say(bridge.articles, [linked(bridge, 4, 4 + n)])
        other.say(bridge.articles, [linked(bridge, 5, 4 + n)])
    assert len(one.sayings(bridge.articles)) == 10
    assert one.sayings(bridge.articles) == other.sayings(bridge.articles)
    assert other.undo(bridge.articles) == (linked(bridge, 5, 8),)
    assert one.undo(bridge.articles) == (linked(bridge, 4, 8),)


def test_the_tables_are_kept_safe_against_an_end_of_the_machine(file: Path) -> None:
    with closing(Store(file)) as store:
        assert store._one("PRAGMA journal_mode") == "wal"
        assert store._one("PRAGMA synchronous") == 2  # FULL
