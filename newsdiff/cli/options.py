"""The options that were given, and the log that one of them asks for."""

from __future__ import annotations

import os

from newsdiff import log
from newsdiff.cli.streams import print_result
from newsdiff.errors import ExitCode

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


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
