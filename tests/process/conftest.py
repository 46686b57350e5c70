"""A pseudo-terminal with the program in it, as a shell would start it."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Condition, RLock, Thread, Timer
from typing import IO, NamedTuple

import pytest

QUIT = "\x11"
"""Ctrl-Q: out at once."""
PATIENCE = 120.0
"""Seconds after which what was waited for is taken never to come."""
ROWS, COLUMNS = 30, 110
# The new session takes the terminal on standard output for its own, so that /dev/tty
# and the keys that send signals work, also where the tests run behind a shell that has
# Ctrl-C ignored.
LAUNCH = """\
import fcntl, os, signal, sys, termios
signal.signal(signal.SIGINT, signal.SIG_DFL)
fcntl.ioctl(1, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "newsdiff", *sys.argv[1:]])
"""
CODES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()].|.)"
)
MODES = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
COLOURS = re.compile(rb"\x1b\[([\d;:]*)m")
COLOUR = re.compile(r"3[0-8]|4[0-8]|9[0-7]|10[0-7]")


class Options(NamedTuple):
    """How a program is started."""

    given: bytes | None
    """What comes by standard input; None where that is the keyboard."""
    stderr: IO[bytes] | None
    """Where messages go; None where that is the terminal."""
    environment: dict[str, str]


class Terminal:
    """A program that runs in a terminal.

    What it writes is read all the time by a thread, so that it never has to wait.
    """

    def __init__(
        self,
        folder: Path,
        arguments: tuple[str, ...],
        options: Options,
        launch: str = LAUNCH,
    ) -> None:
        given, stderr, env = options
        self._keyboard, self._screen = os.openpty()
        self._leaving, self._leave = os.pipe()
        size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, size)
        self._settings = termios.tcgetattr(self._screen)
        self._written = bytearray()
        self._before = bytearray()
        self._news = Condition(RLock())
        environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", launch, *arguments],
            cwd=folder,
            stdin=self._screen if given is None else subprocess.PIPE,
            stdout=self._screen,
            stderr=stderr or self._screen,
            env=environment
            | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            | env,
            start_new_session=True,
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        if given is not None:
            assert self.process.stdin is not None
            self.process.stdin.write(given)
            self.process.stdin.close()

    def _read(self) -> None:
        while True:
            # A terminal that is being read stays open, whoever else closes it.
            ready, _, _ = select.select([self._keyboard, self._leaving], [], [])
            if self._leaving in ready:
                return
            try:
                data = os.read(self._keyboard, 65536)
            except OSError:  # the other end is closed
                return
            with self._news:
                self._written += data
                self._news.notify_all()

    @property
    def written(self) -> bytes:
        """All that has been written so far."""
        with self._news:
            return bytes(self._written)

    @property
    def everything(self) -> bytes:
        """All that has been written from the start."""
        with self._news:
            return bytes(self._before + self._written)

    def colours(self) -> set[str]:
        """The first numbers of all codes so far that choose a colour."""
        chosen: set[str] = set()
        for code in COLOURS.findall(self.everything):
            numbers = code.decode().replace(":", ";").split(";")
            while numbers:
                number = numbers.pop(0)
                if COLOUR.fullmatch(number):
                    chosen.add(number)
                if number in ("38", "48"):
                    del numbers[: 2 if numbers[:1] == ["5"] else 4]
        return chosen

    def shows(self, text: str) -> bool:
        """Whether a text has been written since the last key."""
        return text.encode() in CODES.sub(b"", self.written)

    def wait_for(self, text: str) -> None:
        """Waits until a text has been written since the last key."""
        self.wait_until(lambda: self.shows(text), text)

    def wait_until(self, holds: Callable[[], bool], what: str) -> None:
        """Waits until something holds, looking whenever anything is written."""
        with self._news:
            if not self._news.wait_for(holds, PATIENCE):
                pytest.fail(f"never came: {what}; written: {bytes(self._written)!r}")

    def press(self, keys: str) -> None:
        """Types, and forgets what was written before."""
        with self._news:
            self._before += self._written
            self._written.clear()
        os.write(self._keyboard, keys.encode())

    def status(self, options: int = 0) -> int:
        """The status with which the process changes its state: it ends or stops."""
        with self._timer():
            return os.waitpid(self.process.pid, options)[1]

    def end(self) -> int:
        """Waits for the end; returns the exit code."""
        with self._timer():
            return self.process.wait()

    def _timer(self) -> _Deadline:
        return _Deadline(self.process)

    def is_restored(self) -> None:
        """Waits until the terminal is as it was: modes, cursor, settings."""
        self.wait_until(self._modes_are_restored, "the terminal as it was")
        assert termios.tcgetattr(self._screen) == self._settings

    def is_as_before(self) -> bool:
        """Whether the settings of the terminal are as they were."""
        return bool(termios.tcgetattr(self._screen) == self._settings)

    def _modes_are_restored(self) -> bool:
        modes: dict[bytes, bytes] = {}
        for numbers, state in MODES.findall(self.everything):
            modes |= dict.fromkeys(numbers.split(b";"), state)
        on = {mode for mode, state in modes.items() if state == b"h"}
        # The alternate screen was entered; only the cursor and wrapping stay on.
        return b"1049" in modes and b"25" in on and on <= {b"25", b"7"}

    def hang_up(self) -> None:
        """Takes the terminal away from the program."""
        if self._keyboard >= 0:
            os.write(self._leave, b".")
            self._reader.join(PATIENCE)
            for number in (self._keyboard, self._leaving, self._leave):
                os.close(number)
            self._keyboard = -1

    def close(self) -> None:
        """Ends what is left."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._screen)
        self.hang_up()


class _Deadline:
    """Kills a process that does not come to its end."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._timer = Timer(PATIENCE, process.send_signal, (signal.SIGKILL,))

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


Start = Callable[..., Terminal]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the program runs: two articles."""
    (tmp_path / "a.txt").write_text(
        "---\noutlet: Fjord Post\n---\nBridge in Valona closed\n\n"
        "The bridge in Valona was closed on Monday after engineers found cracks.\n"
        "The boats will leave from Pier 14, Anna Berg said.\n"
    )
    (tmp_path / "b.txt").write_text(
        "---\noutlet: Valona Daily\n---\n"
        "Engineers found cracks in the bridge in Valona, closed since Monday.\n"
        "Nobody was hurt.\n"
    )
    return tmp_path


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Starts the program: `start("a.txt", "b.txt", NO_COLOR="1")`."""
    started: list[Terminal] = []

    def run(
        *arguments: str,
        given: bytes | None = None,
        stderr: IO[bytes] | None = None,
        **environment: str,
    ) -> Terminal:
        options = Options(given, stderr, environment)
        started.append(Terminal(folder, arguments, options))
        return started[-1]

    yield run
    for terminal in started:
        terminal.close()
