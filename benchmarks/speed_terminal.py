"""A program in a pseudo-terminal: when it shows a text, answers a key; its memory.

For Linux and macOS.
"""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import termios
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).parents[1]
LINES, COLUMNS = 36, 120
PATIENCE = 60.0
"""Seconds after which a program that shows nothing is given up."""
QUIET = 0.2
"""Seconds without output after which a program has nothing more to show."""
PAUSE = 0.008
"""Seconds without output that end a picture: half a frame."""


class Terminal:
    """A running program and its screen, to be used in a `with` block.

    Args:
        command: The program and its arguments.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (LINES, COLUMNS))
        self._begun = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def seconds_to(self, text: str) -> float:
        """Seconds from the start, or from the last keys, until `text` is written."""
        seen = b""
        wanted = text.encode()
        while wanted not in seen:
            piece = self._read(PATIENCE)
            if not piece:
                message = f"{self._process.args!r} never showed {text!r}"
                raise TimeoutError(message)
            seen += piece
        return time.perf_counter() - self._begun

    def press(self, keys: str) -> None:
        """Types keys once nothing more is to be shown."""
        self.settle()
        self._begun = time.perf_counter()
        os.write(self._master, keys.encode())

    def resize(self, columns: int) -> None:
        """Makes the terminal so many columns wide once nothing more is to be shown."""
        self.settle()
        self._begun = time.perf_counter()
        termios.tcsetwinsize(self._master, (LINES, columns))
        self._process.send_signal(signal.SIGWINCH)

    def seconds_to_picture(
        self, pause: float = PAUSE, within: float = PATIENCE
    ) -> float:
        """Seconds from the last keys to the end of the first picture after them.

        Args:
            pause: Seconds without output that end the picture.
            within: Seconds after which no picture is waited for; then it is 0.
        """
        last, patience = self._begun, within
        while self._read(patience):
            last, patience = time.perf_counter(), pause
        return last - self._begun

    def settle(self) -> None:
        """Waits until nothing more is written."""
        while self._read(QUIET):
            pass

    @property
    def process_id(self) -> int:
        """The number of the program."""
        return self._process.pid

    def memory(self) -> float:
        """Megabytes that the program holds in memory."""
        asked = ("ps", "-o", "rss=", "-p", str(self._process.pid))
        status = Path(f"/proc/{self._process.pid}/status")
        if status.exists():
            lines = status.read_text().splitlines()
            held = next(line for line in lines if line.startswith("VmRSS"))
            return int(held.split()[1]) / 1024
        return int(subprocess.check_output(asked)) / 1024

    def _read(self, patience: float) -> bytes:
        """What is written next; nothing where nothing comes in time."""
        ready, _, _ = select.select([self._master], [], [], patience)
        with suppress(OSError):  # Linux: the program has ended
            return os.read(self._master, 65536) if ready else b""
        return b""
