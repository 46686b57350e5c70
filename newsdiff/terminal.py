"""What is at the two ends of the program: a terminal or not, colours or not."""

from __future__ import annotations

import os
import select
import stat
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from io import BufferedReader

COLOURS: Final = ("auto", "always", "never")
_SOON: Final = 1.0
"""Seconds."""


def choose_colour(choice: str) -> None:
    """Sees to it that colours are used as a person has said.

    Args:
        choice: "never" is what NO_COLOR says, "always" overrules it, "auto" heeds it;
            an empty NO_COLOR means nothing, though Textual takes it as set.
    """
    if choice == "never":
        os.environ["NO_COLOR"] = "1"
    elif choice == "always" or not os.environ.get("NO_COLOR"):
        os.environ.pop("NO_COLOR", None)


def has_input(waiting: Callable[[], None] = lambda: None) -> bool:
    """Whether text comes by standard input: from a pipe or a file, not from a person.

    Args:
        waiting: Called where it takes longer than a person would think is right.
    """
    try:
        stream = sys.stdin.fileno()
        mode = os.fstat(stream).st_mode
    except (AttributeError, OSError, ValueError):  # closed, or no file at all
        return False
    if not (stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)):
        return False
    if not select.select([stream], [], [], _SOON)[0]:
        waiting()
    return bool(cast("BufferedReader", sys.stdin.buffer).peek(1))


def has_terminal() -> bool:
    """Whether a screen can be drawn and keys can be read; prepares the keyboard.

    Articles may have come by standard input: then the keyboard is opened anew.
    """
    if sys.stdout is None or not sys.stdout.isatty():
        return False
    if os.environ.get("TERM", "") in ("", "dumb"):
        return False
    if sys.stderr is None or not sys.stderr.isatty():
        sys.__stderr__ = sys.__stdout__  # type: ignore[misc] # Textual draws on it
    if sys.stdin is not None and sys.stdin.isatty():
        return True
    try:
        keyboard = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    if keyboard != 0:  # it is where standard input was closed
        os.dup2(keyboard, 0)
        os.close(keyboard)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.__stdin__ = sys.stdin  # type: ignore[misc] # Textual reads keys from this one
    return True


def is_gone() -> bool:
    """Whether the terminal that keys are read from has been closed since.

    Mostly a signal says so; a program that has been started in a session of its own
    gets none, and reading from what is not there any more would never end.
    """
    import termios

    try:
        termios.tcgetattr(0)
    except termios.error:
        return True
    return False


def end_once_gone(code: int, every: float, grace: float) -> None:
    """Sees from another thread that the process ends with its terminal.

    What writes to a terminal that is gone may wait for ever, and with it whatever
    would end the program in good order.

    Args:
        code: The exit code then.
        every: Seconds from one look to the next.
        grace: Seconds that are left to end in good order.
    """

    def watch() -> None:
        while not is_gone():
            time.sleep(every)
        time.sleep(grace)
        os._exit(code)

    threading.Thread(target=watch, name="terminal", daemon=True).start()
