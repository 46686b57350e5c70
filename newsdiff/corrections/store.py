"""The file of what a person has said: SQLite, which loses nothing it has confirmed.

A file that is damaged, of a newer newsdiff or of another program is never written to:
what is said then is kept in memory, until the program ends.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from newsdiff.corrections.rows import SaidRow
from newsdiff.errors import CorrectionsError
from newsdiff.own_files import instead_of_file

VERSION: Final = 1
"""Of the tables: the number of the steps below."""
_OURS: Final = 0x6E777364
"""The number by which SQLite knows files of newsdiff: "nwsd"."""
_PATIENCE: Final = 5.0
"""Seconds to wait for another process that is writing."""
_STEPS: Final = (
    """
    CREATE TABLE said (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        text_a TEXT NOT NULL,
        text_b TEXT NOT NULL,
        what TEXT NOT NULL,
        about TEXT NOT NULL,
        holds INTEGER NOT NULL,
        words TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        said_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE INDEX said_of ON said (text_a, text_b);
    """,
)
"""What makes the tables of each version of those of the version before."""
_COLUMNS: Final = ", ".join(SaidRow._fields)
_KEPT: Final = "what you correct is kept until you quit"


class Store:
    """An open file; used by one thread at a time.

    Args:
        path: The file; None to keep everything in memory.

    Raises:
        CorrectionsError: It is no such file, damaged, or of a newer newsdiff; or it
            cannot be opened.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._db = self._connect()
        try:
            self._prepare()
        except sqlite3.Error as error:
            self._db.close()
            raise CorrectionsError(self._trouble(error)) from error
        except CorrectionsError:
            self._db.close()
            raise

    def _connect(self) -> sqlite3.Connection:
        if self._path is not None and (other := instead_of_file(self._path)):
            message = f"{self._path} is {other}, not a file: {_KEPT}; move it away"
            raise CorrectionsError(message)
        try:
            if self._path is not None:
                self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return sqlite3.connect(
                self._path or ":memory:",
                timeout=_PATIENCE,
                isolation_level=None,
                check_same_thread=False,
            )
        except sqlite3.Error as error:
            raise CorrectionsError(self._trouble(error)) from error
        except OSError as error:
            message = f"{self._path} cannot be opened: {error.strerror}; {_KEPT}"
            raise CorrectionsError(message) from error

    def _prepare(self) -> None:
        """Checks that the file is ours and sound, and brings it up to date."""
        version = self._number("user_version")
        if version > VERSION:
            message = (
                f"{self._path} is of a newer newsdiff: {_KEPT}, and the file is left "
                "as it is; install that release again to have its corrections"
            )
            raise CorrectionsError(message)
        tables = self._one("SELECT count(*) FROM sqlite_master")
        if tables and self._number("application_id") != _OURS:
            message = (
                f"{self._path} is a file of another program: {_KEPT}, and the file is "
                "left as it is; move it away"
            )
            raise CorrectionsError(message)
        if tables and self._one("PRAGMA quick_check(1)") != "ok":
            message = "database disk image is malformed"
            raise sqlite3.DatabaseError(message)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        if version < VERSION:
            self._migrate()
        with _Writing(self._db):  # a file that cannot be written is found out now
            pass

    def _migrate(self) -> None:
        """Makes what is missing, all of it or nothing; another process may be first."""
        with _Writing(self._db):
            for step in _STEPS[self._number("user_version") :]:
                for statement in filter(str.strip, step.split(";")):
                    self._db.execute(statement)
            self._db.execute(f"PRAGMA user_version = {VERSION:d}")
            self._db.execute(f"PRAGMA application_id = {_OURS:d}")

    def _number(self, pragma: str) -> int:
        return int(str(self._one(f"PRAGMA {pragma}")))

    def _one(self, query: str) -> object:
        return self._db.execute(query).fetchone()[0]

    def _trouble(self, error: sqlite3.Error) -> str:
        """What is wrong with the file, and what to do, in one sentence."""
        name = getattr(error, "sqlite_errorname", "")
        damaged = isinstance(error, sqlite3.DatabaseError) and (
            not isinstance(error, sqlite3.OperationalError)
        )
        if damaged:
            return (
                f"{self._path} is damaged: {_KEPT}, and the file is left as it is; "
                "put a copy in its place, or move it away"
            )
        if name.startswith(("SQLITE_READONLY", "SQLITE_PERM")):
            return f"{self._path} cannot be written: {_KEPT}; check its permissions"
        return f"{self._path} cannot be used: {error}; {_KEPT}"

    # What is in it

    def said(self, texts: Sequence[tuple[str, str]]) -> list[SaidRow]:
        """All that was said of some pairs of texts and not undone, in that order.

        Args:
            texts: Their hashes; the second is empty for what is said of one alone.

        Raises:
            CorrectionsError: The file cannot be read.
        """
        wanted = " OR ".join(["(text_a = ? AND text_b = ?)"] * len(texts))
        query = (
            f"SELECT {_COLUMNS} FROM said WHERE undone = 0 AND ({wanted}) ORDER BY id"  # noqa: S608 - names of columns and question marks
        )
        return self._rows(query, [one for pair in texts for one in pair])

    def said_of_all(self, what: str) -> list[SaidRow]:
        """All of one kind that was said and not undone, in that order.

        Raises:
            CorrectionsError: The file cannot be read.
        """
        query = f"SELECT {_COLUMNS} FROM said WHERE undone = 0 AND what = ? ORDER BY id"  # noqa: S608 - names of columns
        return self._rows(query, [what])

    def _rows(self, query: str, values: Sequence[str]) -> list[SaidRow]:
        try:
            return [SaidRow(*row) for row in self._db.execute(query, values)]
        except sqlite3.Error as error:
            raise CorrectionsError(self._trouble(error)) from error

    def add(self, rows: Iterable[SaidRow]) -> list[int]:
        """Keeps some sayings, all or none; once it returns, they are on the disk.

        Returns:
            The numbers by which they are undone.

        Raises:
            CorrectionsError: They cannot be kept.
        """
        marks = ", ".join("?" * len(SaidRow._fields))
        query = f"INSERT INTO said ({_COLUMNS}) VALUES ({marks})"  # noqa: S608 - names of columns
        try:
            with _Writing(self._db):
                made = [self._db.execute(query, row).lastrowid for row in rows]
        except sqlite3.Error as error:
            raise CorrectionsError(_not_kept(self._path, error)) from error
        return [number for number in made if number is not None]

    def undo(self, numbers: Sequence[int], *, undone: bool) -> None:
        """Takes some sayings back, or says them again; once it returns, that is kept.

        Raises:
            CorrectionsError: It cannot be kept.
        """
        query = "UPDATE said SET undone = ? WHERE id = ?"
        try:
            with _Writing(self._db):
                for number in numbers:
                    self._db.execute(query, (int(undone), number))
        except sqlite3.Error as error:
            raise CorrectionsError(_not_kept(self._path, error)) from error

    def close(self) -> None:
        """Ends; whatever was confirmed is in the file."""
        self._db.close()


def read_only(path: Path) -> list[SaidRow]:
    """What is in a file that cannot be written, as far as it can be read."""
    if instead_of_file(path):
        return []
    query = f"SELECT {_COLUMNS} FROM said WHERE undone = 0 ORDER BY id"  # noqa: S608 - names of columns
    for how in ("mode=ro", "immutable=1"):
        try:
            where = f"{path.absolute().as_uri()}?{how}"
            with closing(sqlite3.connect(where, uri=True)) as db:
                if db.execute("PRAGMA user_version").fetchone()[0] != VERSION:
                    return []
                return [SaidRow(*row) for row in db.execute(query)]
        except sqlite3.Error:
            continue  # a folder in which the side files of WAL cannot be made
    return []


class _Writing:
    """One transaction: all of it is kept, or nothing."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> None:
        self._db.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._db.execute("COMMIT")
        elif self._db.in_transaction:
            self._db.execute("ROLLBACK")


def _not_kept(path: Path | None, error: sqlite3.Error) -> str:
    name = getattr(error, "sqlite_errorname", "")
    why = {
        "SQLITE_FULL": "the disk is full",
        "SQLITE_BUSY": "another program is writing it",
        "SQLITE_READONLY": "it cannot be written",
    }.get(name, str(error))
    return f"not saved: {path}: {why}"
