"""What the parsers of all commands have in common."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from newsdiff.errors import UsageError

_HELP_WIDTH: Final = 80
"""The help is the same on every terminal."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as everything else here does."""

    def error(self, message: str) -> NoReturn:
        """Gives up with what is wrong.

        Raises:
            UsageError: Always.
        """
        sentence = f"{message}; see {self.prog} --help"
        raise UsageError(sentence)


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=_HELP_WIDTH)


def make_parser(prog: str, usage: str, description: str, epilog: str = "") -> Parser:
    """A parser with the options that every command has.

    Args:
        prog: What is run.
        usage: What it can be given, in a line or some.
        description: What it does.
        epilog: Examples.
    """
    parser = Parser(
        prog=prog,
        usage=usage,
        description=description,
        epilog=epilog,
        formatter_class=_formatter,
        allow_abbrev=False,
        add_help=False,  # it would print by itself and end the program
    )
    parser.add_argument("-h", "--help", action="store_true", help="print this and stop")
    parser.add_argument(
        "--log-file",
        metavar="PATH",
        help="append what newsdiff does to this file; no text of an article",
    )
    return parser
