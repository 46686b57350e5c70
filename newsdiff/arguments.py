"""The arguments of each command, and what is said where they make no sense."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Final, NoReturn

from newsdiff.errors import UsageError

MIN_WIDTH: Final = 20
"""Columns in which a sentence can still be read."""
_WIDTH: Final = 80
_LONGEST: Final = 9
"""Digits of a sentence's number that are read: more are past every article."""
_HELP_WIDTH: Final = 80
"""The help is the same on every terminal."""

_OPEN_DESCRIPTION: Final = """\
newsdiff lists news articles about one event, lets you choose any two, and shows
sentence by sentence what both tell and what only one of them tells. It works
offline, by keyboard, in a terminal; press ? inside for its keys.

In a pipe, or with --plain, it prints text: of two articles their comparison, of
more the list and how much each pair shares."""
_OPEN_EPILOG: Final = """\
commands:
  newsdiff [FILE | FOLDER | -] ...   open articles; without any, a sample story
  newsdiff compare A B               print one comparison: text, a page, JSON
  newsdiff claim "TEXT" FILE ...     print which articles state a claim
  newsdiff explain A:12 B:7 A B      print why two sentences are linked or not
  newsdiff schema                    print the JSON Schema of a comparison
  newsdiff keys                      print the keys of the reader
  newsdiff config path|show          print where settings are, or all of them
  A file or folder named like a command is opened as ./compare, ./claim, ...

examples:
  newsdiff                           look around in a sample story
  newsdiff articles/                 all .txt and .md files of a folder
  newsdiff a.txt b.txt | less        two articles, compared as text
  newsdiff - a.txt < b.txt           one article from standard input
  newsdiff compare a.txt b.txt --format json > diff.json

exit codes:
  0    done
  1    differences were found (only with compare --exit-code)
  2    wrong use, an article that cannot be read, output that cannot be written
  129  hung up       130  Ctrl-C       143  terminated"""
_COMPARE_DESCRIPTION: Final = """\
Prints one comparison without opening the reader: which sentences of A and B tell
the same, and which names, places, numbers, dates and quotes only one of them has.
"Appears nowhere" is certain: the words are not there. "No sentence was found" is
probable: nothing was recognised as saying it."""
_COMPARE_EPILOG: Final = """\
examples:
  newsdiff compare a.txt b.txt
  newsdiff compare - b.txt < a.txt
  newsdiff compare a.txt b.txt --format json > diff.json
  newsdiff compare a.txt b.txt --format html -o diff.html"""
_CLAIM_DESCRIPTION: Final = """\
Prints which articles state a claim, with the sentences that say so: states it,
unclear, or not found. A claim is looked for by its words; whether an article
means it is a probability. "States it" and "not found" were each right some 85
times in 100 on claims checked by hand. "Not found" proves no absence."""
_CLAIM_EPILOG: Final = """\
examples:
  newsdiff claim "The bridge was closed on Monday" articles/
  newsdiff claim "Nobody was hurt" a.txt b.txt --format json > claim.json"""
_EXPLAIN_DESCRIPTION: Final = """\
Prints why two sentences are linked or not: how likely they are to share a
statement, what each feature adds to that, and which other sentence came closest
to each. Sentences have the numbers that newsdiff compare prints."""
_EXPLAIN_EPILOG: Final = """\
examples:
  newsdiff explain A:12 B:7 a.txt b.txt
  newsdiff explain A:1 B:1 a.txt b.txt --format json > why.json"""

_CONFIG_DESCRIPTION: Final = """\
Prints the path of the file of settings, or the settings in force. The file is
yours to write; newsdiff only reads it, for the reader alone. For example:

  theme = "light"          dark, light, contrast, terminal, or one of Textual
  palette = "green-purple" blue-orange (default): the colours of A and B
  view = "unified"         auto (default), split, unified
  context = 3              rows in common around a difference, when folded
  numbers = false          sentence numbers (default true)
  ascii = true             draw with ASCII only (default false)
  remember = false         where you left a story (default true)
  preset = "less"          default, less, arrows (no letters)

  [keys]                   keys by the name that newsdiff keys prints
  "diff.swap" = "w Ctrl-X" """


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
    return parser


def open_parser() -> argparse.ArgumentParser:
    """`newsdiff [FILE | FOLDER | -] ...`."""
    parser = _parser(
        "newsdiff",
        "newsdiff [--plain] [FILE | FOLDER | -] ...\n"
        "       newsdiff compare A B [--format text|markdown|html|json]\n"
        '       newsdiff claim "TEXT" FILE ... [--format text|json]\n'
        "       newsdiff explain A:12 B:7 A B [--format text|json]\n"
        "       newsdiff schema | keys | config path|show",
        _OPEN_DESCRIPTION,
        _OPEN_EPILOG,
    )
    parser.add_argument(
        "articles",
        nargs="*",
        metavar="FILE",
        help="plain text or Markdown; a folder of .txt and .md; - for standard input",
    )
    parser.add_argument(
        "--plain", action="store_true", help="print text instead of opening the reader"
    )
    _add_looks(parser)
    parser.add_argument(
        "--version", action="store_true", help="print the version and stop"
    )
    parser.add_argument(
        "--verbose", action="store_true", help="with --version: of all parts"
    )
    return parser


def _add_looks(parser: argparse.ArgumentParser) -> None:
    """What the reader looks like."""
    parser.add_argument(
        "--ascii", action="store_true", help="draw with ASCII characters only"
    )
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


def compare_parser() -> argparse.ArgumentParser:
    """`newsdiff compare A B`; `two_articles` checks that there are two."""
    parser = _parser(
        "newsdiff compare",
        "newsdiff compare [--format text|markdown|html|json] [-o FILE] A B",
        _COMPARE_DESCRIPTION,
        _COMPARE_EPILOG,
    )
    parser.add_argument(
        "articles", nargs="*", metavar="A B", help="two files; - for standard input"
    )
    parser.add_argument(
        "--format",
        choices=("text", "markdown", "html", "json"),
        default="text",
        help="text (default), a page, or JSON as newsdiff schema describes",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write into a file, as > FILE would"
    )
    parser.add_argument(
        "--ascii", action="store_true", help="draw with ASCII characters only"
    )
    parser.add_argument(
        "--width",
        type=_width,
        default=_WIDTH,
        metavar="N",
        help=f"columns of the text, {MIN_WIDTH} or more (default {_WIDTH})",
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
        _CLAIM_DESCRIPTION,
        _CLAIM_EPILOG,
    )
    parser.add_argument(
        "given",
        nargs="*",
        metavar='"TEXT" FILE',
        help="the claim as one sentence; files, folders, - for standard input",
    )
    _add_format(parser, "text to read (default), or JSON")
    return parser


def explain_parser() -> argparse.ArgumentParser:
    """`newsdiff explain A:12 B:7 A B`; `two_sentences` checks them."""
    parser = _parser(
        "newsdiff explain",
        "newsdiff explain [--format text|json] A:NUMBER B:NUMBER A B",
        _EXPLAIN_DESCRIPTION,
        _EXPLAIN_EPILOG,
    )
    parser.add_argument(
        "given",
        nargs="*",
        metavar="A:NUMBER B:NUMBER A B",
        help="a sentence of each article, and the two files",
    )
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
        _CONFIG_DESCRIPTION,
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


def one_of(given: Sequence[str], known: Sequence[str], command: str) -> str:
    """The one word that was given.

    Raises:
        UsageError: It is none of those known, or there is not just one.
    """
    if len(given) != 1 or given[0] not in known:
        words = " or ".join(f"newsdiff {command} {word}" for word in known)
        message = f"{command} takes one word: {words}{_or_a_file(command)}"
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
        raise UsageError(message + _or_a_file("compare"))
    if given[0] == given[1] == "-":
        message = "standard input holds one article: name a file for the other"
        raise UsageError(message)
    return given[0], given[1]


def claim_and_files(given: Sequence[str]) -> tuple[str, Sequence[str]]:
    """The claim and the articles that were named.

    Raises:
        UsageError: One of them is missing.
    """
    claim = " ".join(given[0].split()) if given else ""
    if not (any(map(str.isalnum, claim)) and given[1:]):
        message = 'claim takes a claim and articles: newsdiff claim "TEXT" FILE ...'
        raise UsageError(message + _or_a_file("claim"))
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
        raise UsageError(message + _or_a_file("explain"))
    return named["A"], named["B"], two_articles(given[2:])


def _or_a_file(command: str) -> str:
    """How to open a file named like a command, where there is one."""
    if not os.path.exists(command):  # noqa: PTH110 - pathlib is not needed otherwise
        return ""
    return f" (a file or folder of that name is opened as ./{command})"
