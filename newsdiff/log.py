"""A log of what newsdiff does, where it is asked for: paths, counts and times.

The text of an article is never in it, nor what an exception says that may hold some.
Until `start` nothing is loaded, opened or written; `note` costs a look at a tuple.
"""

from __future__ import annotations

from contextlib import suppress

from newsdiff.errors import NewsdiffError, OutputError, UsageError

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from logging import Logger
    from pathlib import Path

_NAMING_PATHS = (NewsdiffError, OSError)
"""Exceptions that say nothing of what is in a file."""
_running: list[Logger] = []


def start(path: str, command: str, articles: Iterable[str] = ()) -> None:
    """Appends to a file from now on, beginning with which newsdiff this is.

    Args:
        path: The file.
        command: What was called.
        articles: The files and folders that will be read, which are no logs.

    Raises:
        OutputError: It cannot be written.
        UsageError: It is, or would become, one of the articles.
    """
    import logging
    import platform
    from pathlib import Path

    from newsdiff import __version__

    stop()
    try:
        file = Path(path).expanduser()
        if any(_holds(given, file) for given in articles):
            message = f"the log {path} would be one of the articles: name another file"
            raise UsageError(message)
        handler = logging.FileHandler(file, encoding="utf-8", errors="backslashreplace")
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"the log {path} cannot be written: {reason}"
        raise OutputError(message) from error
    logging.raiseExceptions = False  # a disk that is full later must not end a reading
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    logger = logging.getLogger("newsdiff")
    logger.setLevel(logging.INFO)
    logger.propagate = False
    logger.addHandler(handler)
    _running.append(logger)
    python, system = platform.python_version(), platform.platform()
    note("%s %s, Python %s, %s", command, __version__, python, system)


def _holds(given: str, file: Path) -> bool:
    """Whether something given is a file, or a folder whose articles it is among."""
    import os
    from stat import S_ISDIR, S_ISREG

    try:
        status = os.stat(0 if given == "-" else given)  # noqa: PTH116 - 0 is stdin
        if S_ISDIR(status.st_mode):
            is_text = file.suffix.lower() in (".txt", ".md")
            return is_text and os.path.samestat(status, file.parent.stat())
        return S_ISREG(status.st_mode) and os.path.samestat(status, file.stat())
    except (OSError, ValueError):  # one of them is not there, or was never a name
        return False


def stop() -> None:
    """Closes the file."""
    while _running:
        logger = _running.pop()
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
            with suppress(OSError):  # the disk is full
                handler.close()


def note(message: str, *values: object) -> None:
    """Writes one line, if there is a log."""
    for logger in _running:
        from newsdiff.text.visible import visible

        logger.info("%s", visible(message % values))


def note_failure(what: str, error: BaseException) -> None:
    """Writes what failed and where in the program, if there is a log."""
    for logger in _running:
        logger.info("%s failed\n%s", what, "\n".join(_trace(error)))


def _trace(error: BaseException) -> Iterator[str]:
    """Where an exception came from, those behind it first."""
    from traceback import format_tb

    from newsdiff.text.visible import visible

    behind = error.__cause__ or error.__context__
    if behind is not None:
        yield from _trace(behind)
    for frame in format_tb(error.__traceback__):
        yield frame.rstrip("\n")
    said = f": {error}" if isinstance(error, _NAMING_PATHS) else ""
    yield f"  {type(error).__name__}{visible(said)}"
