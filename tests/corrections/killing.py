"""Kills processes that write corrections, and says what was lost.

Each is a fork of this one: it says something over and over, and after each time writes
a number to a pipe. It is killed at a random moment; whatever number came through the
pipe had been shown as saved, and must be in the file.
"""

from __future__ import annotations

import os
import random
import select
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from newsdiff.corrections.rows import SaidRow
from newsdiff.corrections.store import Store

LONGEST = 0.02
"""Seconds of each process after it has begun, or said something."""


def write(file: Path, pipe: int, number: int) -> None:
    """Says more and more until somebody ends this."""
    store = Store(file)
    while True:
        row = SaidRow("a", "b", "noted", "{}", 1, f"{number} " + "x" * 200)
        numbers = store.add([row])
        os.write(pipe, f"{number}\n".encode())
        if number % 7 == 0:
            store.undo(numbers, undone=True)
            os.write(pipe, f"-{number}\n".encode())
        number += 1


def main() -> None:
    file, times = Path(sys.argv[1]), int(sys.argv[2])
    chance, shown, number = random.Random(times), 0, 1  # noqa: S311 - no secret
    for _ in range(times):
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            write(file, writing, number)
        os.close(writing)
        if chance.random() < 0.7:  # the others die while they open the file
            select.select([reading], [], [], 60)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as pipe:
            saved = [int(line) for line in pipe if line.endswith("\n")]
        with closing(sqlite3.connect(file)) as db:
            assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
                assert not saved
                continue
            rows = db.execute("SELECT words, undone FROM said").fetchall()
        there = {int(words.split()[0]): undone for words, undone in rows}
        for one in saved:
            assert abs(one) in there, f"{one} was shown as saved and is lost"
            assert one > 0 or there[-one], f"that {-one} was undone is lost"
        shown += len(saved)
        number = max(there, default=0) + 1
    sys.stdout.write(f"{shown}\n")


if __name__ == "__main__":
    main()
