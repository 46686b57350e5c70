"""What leaves the program, byte for byte: results to stdout, the rest to stderr."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from newsdiff.errors import ExitCode, OutputError

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from collections.abc import Iterable


def use_utf8() -> None:
    """The same bytes whatever the locale."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def be_quiet() -> ExitCode:
    """Whoever read the output has gone: that is no fault, and nothing is left to say.

    Python flushes the output at exit, which must not complain about it either.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return ExitCode.DONE


def say(sentence: str) -> None:
    """Tells the person something that is no result."""
    _tell([f"newsdiff: {sentence}"])


def say_failure(error: Exception) -> None:
    """Tells the person of an error of newsdiff's own, and where in it that was."""
    from traceback import format_exception

    _tell("".join(format_exception(error)).splitlines())
    say("this is an error of newsdiff itself: the lines above say where")


def _tell(lines: Iterable[str]) -> None:
    """Writes to standard error; where it cannot be written, the result still can."""
    from newsdiff.text.visible import visible

    if sys.stderr is None:
        return
    with suppress(OSError):  # nobody listens, or the disk is full
        for line in lines:
            print(visible(line), file=sys.stderr)


def print_result(text: str) -> None:
    """Writes the result.

    Raises:
        OutputError: It cannot be written.
        BrokenPipeError: Nobody reads it any more.
    """
    if sys.stdout is None:  # closed by whoever started the program
        message = "standard output is closed: nothing can be printed"
        raise OutputError(message)
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        be_quiet()  # what is left in the buffer cannot be written at exit either
        message = f"the result cannot be written: {error.strerror or error}"
        raise OutputError(message) from error


def put_out(text: str, path: str | None) -> None:
    """Writes the result into a file where one is named, else to standard output.

    Raises:
        OutputError: It cannot be written.
        BrokenPipeError: Nobody reads standard output any more.
    """
    if path:
        write_result(path, text)
    else:
        print_result(text)


def write_result(path: str, text: str) -> None:
    """Writes the result into a file, the same bytes as standard output would get.

    Raises:
        OutputError: It cannot be written.
    """
    from pathlib import Path

    from newsdiff.own_files import write_whole

    try:
        write_whole(Path(path), text)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror or error}"
        raise OutputError(message) from error
