"""What is run, and with which exit code it ends.

stdout carries the result and nothing else; everything said to the person goes to
stderr. Nothing heavy is imported before it is known to be needed: `newsdiff --version`
and a wrong argument answer at once.
"""

from __future__ import annotations

import sys

from newsdiff import __version__, log
from newsdiff.cli.streams import (
    be_quiet,
    print_result,
    say,
    say_failure,
    use_utf8,
)
from newsdiff.errors import ExitCode, NewsdiffError

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.engine import Engine


def main(argv: Sequence[str] | None = None, engine: Engine | None = None) -> int:
    """Runs newsdiff; returns its exit code.

    Args:
        argv: What was asked for; None for the arguments of this process.
        engine: What reads and compares articles; None for one as the settings say.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    use_utf8()
    try:
        code = int(_outcome(arguments, engine))
        log.note("ended with %d", code)
    finally:
        log.stop()
    return code


def _outcome(arguments: list[str], engine: Engine | None) -> ExitCode | int:
    try:
        return _run(arguments, engine)
    except NewsdiffError as error:
        say(str(error))
        log.note("%s", error)
        return ExitCode.USAGE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return be_quiet()
    except Exception as error:  # noqa: BLE001 - Python would end with 1: "different"
        log.note_failure("newsdiff", error)
        say_failure(error)
        return ExitCode.USAGE


def _run(arguments: list[str], engine: Engine | None) -> ExitCode | int:
    if arguments == ["--version"]:
        print_result(f"{__version__}\n")
        return ExitCode.DONE
    from newsdiff.cli import article_commands, program_commands
    from newsdiff.cli.options import command_of

    own, others = program_commands.COMMANDS, article_commands.COMMANDS
    name, rest = command_of(arguments, {*own, *others})
    if name in own:
        return own[name](rest)
    if name in others:
        return others[name](rest, engine)
    return article_commands.open_articles(rest, engine)
