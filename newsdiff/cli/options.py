"""The options that were given, and the log that one of them asks for."""

from __future__ import annotations

import os

from newsdiff import log
from newsdiff.cli.streams import print_result
from newsdiff.errors import ExitCode

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Set as AbstractSet


def command_of(
    arguments: list[str], commands: AbstractSet[str]
) -> tuple[str, list[str]]:
    """The command that is named, and all the rest; "" where none is.

    It is the first word that is neither an option nor what an option is given, so that
    options may stand before it: `newsdiff --engine words list`.
    """
    if arguments and arguments[0] in commands:
        return arguments[0], arguments[1:]
    if commands.isdisjoint(arguments):
        return "", arguments
    from newsdiff.cli.arguments import options_with_values

    takes = options_with_values()
    words = iter(range(len(arguments)))
    for n in words:
        word = arguments[n]
        if word in takes:
            next(words, None)
        elif word == "--" or not word.startswith("-") or word == "-":
            if word in commands:
                return word, [*arguments[:n], *arguments[n + 1 :]]
            break
    return "", arguments


def read_options(parser: ArgumentParser, arguments: list[str]) -> Namespace:
    """What was asked for; a log that is asked for begins here.

    Raises:
        UsageError: It makes no sense, or the log is an article.
        OutputError: The log cannot be written.
        SystemExit: It was the help, which is printed.
    """
    if "--" in arguments:  # which the other way of reading them loses
        options = parser.parse_args(arguments)
    else:  # options may stand between files: A --format json B
        options = parser.parse_intermixed_args(arguments)
    if options.help:
        print_result(parser.format_help())
        raise SystemExit(int(ExitCode.DONE))
    if path := options.log_file or os.environ.get("NEWSDIFF_LOG"):
        given = [w for v in vars(options).values() if isinstance(v, list) for w in v]
        log.start(path, parser.prog, given)
    return options
