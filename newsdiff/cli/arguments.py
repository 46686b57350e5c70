"""The arguments of each command, and what is said where they make no sense."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NoReturn
from unicodedata import normalize

from newsdiff.cli import help_texts
from newsdiff.errors import UsageError

MIN_WIDTH: Final = 20
"""Columns in which a sentence can still be read."""
SHELLS: Final = ("bash", "zsh", "fish", "tcsh", "powershell")
"""The shells whose completions newsdiff knows."""
_LONGEST: Final = 9
"""Digits of a sentence's number that are read: more are past every article."""
_HELP_WIDTH: Final = 80
"""The help is the same on every terminal."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as everything else here does."""

    def error(self, message: str) -> NoReturn:
        sentence = f"{message}; see {self.prog} --help"
        raise UsageError(sentence)


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=_HELP_WIDTH)


def _parser(prog: str, usage: str, description: str, epilog: str = "") -> _Parser:
    parser = _Parser(
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


def open_parser() -> argparse.ArgumentParser:
    """`newsdiff [WHAT] ...`."""
    parser = _parser(
        "newsdiff",
        "newsdiff [--plain] [WHAT] ...\n"
        "       newsdiff list [WHAT] ...\n"
        "       newsdiff compare A B [--format text|markdown|html|json|svg]\n"
        '       newsdiff claim "TEXT" FILE ... [--format text|json]\n'
        "       newsdiff explain A:12 B:7 A B [--format text|json]\n"
        "       newsdiff schema | keys | config path|show | completions SHELL",
        help_texts.OPEN_DESCRIPTION,
        help_texts.OPEN_EPILOG,
    )
    _add_articles(parser)
    parser.add_argument(
        "--plain", action="store_true", help="print text instead of opening the reader"
    )
    _add_engine(parser)
    _add_looks(parser)
    parser.add_argument(
        "--version", action="store_true", help="print the version and stop"
    )
    parser.add_argument(
        "--verbose", action="store_true", help="with --version: of all parts"
    )
    return parser


def _add_articles(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="WHAT",
        help="text, page, feed, export, wire, document, folder, zip archive or "
        "address; - for standard input",
    )
    _add_wishes(parser)


def _add_wishes(parser: argparse.ArgumentParser) -> None:
    """How what was named is to be opened."""
    for name, words in (
        ("--deep", "look into folders in folders too"),
        ("--follow", "fetch the page of each entry of a feed"),
        ("--allow-private", "fetch from this computer and private networks too"),
    ):
        parser.add_argument(name, action="store_true", help=words)
    for name, words in (
        ("--text", "the column of a table that holds the text of an article"),
        ("--title", "the column of headlines"),
        ("--outlet", "the column of outlets"),
        ("--date", "the column of days of publication"),
    ):
        parser.add_argument(name, default="", metavar="COLUMN", help=words)


def _add_ascii(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--ascii", action="store_true", help="draw with ASCII characters only"
    )


def _add_engine(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--engine",
        choices=("meaning", "words"),
        help="compare by words and meaning, or by words alone; overrules the settings",
    )


def _add_looks(parser: argparse.ArgumentParser) -> None:
    """What the reader looks like."""
    _add_ascii(parser)
    parser.add_argument(
        "--theme",
        default="",
        metavar="NAME",
        help="dark, light, contrast, terminal, or a theme of Textual",
    )
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto (default) heeds NO_COLOR",
    )


def list_parser() -> argparse.ArgumentParser:
    """`newsdiff list [WHAT] ...`."""
    parser = _parser(
        "newsdiff list",
        "newsdiff list [--ascii] [WHAT] ...",
        help_texts.LIST_DESCRIPTION,
        help_texts.LIST_EPILOG,
    )
    _add_articles(parser)
    _add_engine(parser)
    _add_ascii(parser)
    return parser


def compare_parser() -> argparse.ArgumentParser:
    """`newsdiff compare A B`; `two_articles` checks that there are two."""
    parser = _parser(
        "newsdiff compare",
        "newsdiff compare [--format text|markdown|html|json|svg] [-o FILE] A B",
        help_texts.COMPARE_DESCRIPTION,
        help_texts.COMPARE_EPILOG,
    )
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="A B",
        help="two files or addresses; - for standard input",
    )
    _add_wishes(parser)
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json", "svg"),
        default="text",
        help="text (default), a page, JSON as newsdiff schema describes, a picture",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write into a file, as > FILE would"
    )
    _add_engine(parser)
    _add_ascii(parser)
    parser.add_argument(
        "--width",
        type=_width,
        metavar="N",
        help=f"columns, {MIN_WIDTH} or more (default 80, of a picture 120)",
    )
    parser.add_argument(
        "--exit-code", action="store_true", help="end with 1 where the articles differ"
    )
    return parser


def _add_format(parser: _Parser, words: str) -> None:
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help=words
    )


def claim_parser() -> argparse.ArgumentParser:
    """`newsdiff claim "TEXT" FILE ...`; `claim_and_files` checks them."""
    parser = _parser(
        "newsdiff claim",
        'newsdiff claim [--format text|json] "TEXT" FILE ...',
        help_texts.CLAIM_DESCRIPTION,
        help_texts.CLAIM_EPILOG,
    )
    parser.add_argument(
        "given",
        nargs="*",
        metavar='"TEXT" FILE',
        help="the claim as one sentence; files, folders, - for standard input",
    )
    _add_wishes(parser)
    _add_engine(parser)
    _add_format(parser, "text to read (default), or JSON")
    return parser


def explain_parser() -> argparse.ArgumentParser:
    """`newsdiff explain A:12 B:7 A B`; `two_sentences` checks them."""
    parser = _parser(
        "newsdiff explain",
        "newsdiff explain [--format text|json] A:NUMBER B:NUMBER A B",
        help_texts.EXPLAIN_DESCRIPTION,
        help_texts.EXPLAIN_EPILOG,
    )
    parser.add_argument(
        "given",
        nargs="*",
        metavar="A:NUMBER B:NUMBER A B",
        help="a sentence of each article, and the two files",
    )
    _add_wishes(parser)
    _add_engine(parser)
    _add_format(parser, "text to read (default), or JSON")
    return parser


def schema_parser() -> argparse.ArgumentParser:
    """`newsdiff schema`."""
    return _parser(
        "newsdiff schema",
        "newsdiff schema",
        "Prints the JSON Schema of what newsdiff compare --format json prints.",
    )


def config_parser() -> argparse.ArgumentParser:
    """`newsdiff config path|show`; `one_of` checks the word."""
    parser = _parser(
        "newsdiff config",
        "newsdiff config path|show",
        help_texts.CONFIG_DESCRIPTION,
    )
    parser.add_argument(
        "what",
        nargs="*",
        metavar="path|show",
        help="where the file is or would be; the settings that are in force",
    )
    return parser


def keys_parser() -> argparse.ArgumentParser:
    """`newsdiff keys`."""
    return _parser(
        "newsdiff keys",
        "newsdiff keys",
        "Prints every key of the reader as it is with your settings: the keys, what\n"
        "they do, and the name by which [keys] in config.toml gives them others.",
    )


def completions_parser() -> argparse.ArgumentParser:
    """`newsdiff completions SHELL`; `one_of` checks the word."""
    parser = _parser(
        "newsdiff completions",
        f"newsdiff completions {'|'.join(SHELLS)}",
        help_texts.COMPLETIONS_DESCRIPTION,
        help_texts.COMPLETIONS_EPILOG,
    )
    parser.add_argument(
        "shell", nargs="*", metavar="|".join(SHELLS), help="which shell you use"
    )
    return parser


COMMANDS: Final[Mapping[str, Callable[[], argparse.ArgumentParser]]] = {
    "list": list_parser,
    "compare": compare_parser,
    "claim": claim_parser,
    "explain": explain_parser,
    "schema": schema_parser,
    "keys": keys_parser,
    "config": config_parser,
    "completions": completions_parser,
}
"""What each command can be given."""


def one_of(given: Sequence[str], known: Sequence[str], command: str) -> str:
    """The one word that was given.

    Raises:
        UsageError: It is none of those known, or there is not just one.
    """
    if len(given) != 1 or given[0] not in known:
        words = f"newsdiff {command} {'|'.join(known)}"
        message = f"{command} takes one word: {words}{or_a_file(command)}"
        raise UsageError(message)
    return given[0]


def _width(given: str) -> int:
    try:
        width = int(given)
    except ValueError:
        width = 0
    if width < MIN_WIDTH:
        message = f"{given} is no width: give {MIN_WIDTH} columns or more"
        raise argparse.ArgumentTypeError(message)
    return width


def two_articles(given: Sequence[str]) -> tuple[str, str]:
    """The two articles that were named.

    Raises:
        UsageError: There are more or fewer, or both come by standard input.
    """
    if len(given) != 2:
        counted = {0: "none was", 1: "one was"}.get(len(given), f"{len(given)} were")
        message = (
            f"compare takes two articles, but {counted} given: newsdiff compare A B"
        )
        raise UsageError(message + or_a_file("compare"))
    if given[0] == given[1] == "-":
        message = "standard input holds one article: name a file for the other"
        raise UsageError(message)
    return given[0], given[1]


def claim_and_files(given: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The claim and the articles that were named.

    Raises:
        UsageError: One of them is missing.
    """
    claim = normalize("NFC", " ".join(given[0].split())) if given else ""
    if not (any(map(str.isalnum, claim)) and given[1:]):
        message = 'claim takes a claim and articles: newsdiff claim "TEXT" FILE ...'
        raise UsageError(message + or_a_file("claim"))
    return claim, given[1:]


def two_sentences(given: Sequence[str]) -> tuple[int, int, tuple[str, str]]:
    """The indexes of a sentence of A and of one of B, and the two articles.

    Raises:
        UsageError: That is not what was given.
    """
    named = {}
    for word in given[:2]:
        side, colon, number = word.upper().partition(":")
        if colon and number.isascii() and number.isdigit():
            named[side] = int(number[:_LONGEST]) - 1
    if len(given) != 4 or named.keys() != {"A", "B"}:
        message = (
            "explain takes a sentence of each article and the two articles: "
            "newsdiff explain A:12 B:7 A B"
        )
        raise UsageError(message + or_a_file("explain"))
    return named["A"], named["B"], two_articles(given[2:])


def or_a_file(command: str) -> str:
    """How to open a file named like a command, where there is one."""
    if not os.path.exists(command):  # noqa: PTH110 - pathlib is not needed otherwise
        return ""
    return f" (a file or folder of that name is opened as ./{command})"


def or_a_command(word: str, problem: str) -> str:
    """What is wrong with a word, and the command that it may have been meant for."""
    from newsdiff.config import suggestion

    if not (word.isalpha() and problem.startswith(f"{word} does not exist")):
        return problem
    return f"{problem}{suggestion(word, COMMANDS, 'the command ')}"
