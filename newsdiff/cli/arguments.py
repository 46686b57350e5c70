"""The arguments of each command."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Final

from newsdiff.cli import help_texts
from newsdiff.cli.parsers import Parser, make_parser
from newsdiff.cli.program_arguments import (
    completions_parser,
    config_parser,
    help_parser,
    keys_parser,
    schema_parser,
)
from newsdiff.errors import UsageError

MIN_WIDTH: Final = 20
"""Columns in which a sentence can still be read."""


def open_parser() -> argparse.ArgumentParser:
    """`newsdiff [WHAT] ...`."""
    parser = make_parser(
        "newsdiff",
        "newsdiff [--plain] [WHAT] ...\n"
        "       newsdiff list [WHAT] ... [--format text|markdown|json]\n"
        "       newsdiff story [WHAT] ... [--format text|markdown|html|json|csv]\n"
        "       newsdiff desk [WHAT] ... [--format text|markdown|json|csv]\n"
        "       newsdiff compare A B [--format text|markdown|html|json|svg]\n"
        '       newsdiff claim "TEXT" FILE ... [--format text|json]\n'
        "       newsdiff explain A:12 B:7 A B [--table] [--format text|json]\n"
        "       newsdiff gold A B ... [--format story|row]\n"
        "       newsdiff schema | keys | config path|show | completions SHELL\n"
        "       newsdiff help [COMMAND]",
        help_texts.OPEN_DESCRIPTION,
        help_texts.OPEN_EPILOG,
    )
    _add_articles(parser)
    parser.add_argument(
        "--plain", action="store_true", help="print text instead of opening the reader"
    )
    _add_engine(parser)
    _add_looks(parser, "of the reader")
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
    """What compares, and whether a person's corrections are put on top of it."""
    parser.add_argument(
        "--no-corrections",
        action="store_true",
        help="as newsdiff finds it, without what you have corrected in comparisons",
    )
    parser.add_argument(
        "--engine",
        choices=("meaning", "words"),
        help="compare by words and meaning, or by words alone; overrules the settings",
    )


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write into a file, as > FILE would"
    )


def _add_looks(parser: argparse.ArgumentParser, whose: str) -> None:
    """What something looks like."""
    _add_ascii(parser)
    parser.add_argument(
        "--theme",
        type=_theme,
        default="",
        metavar="NAME",
        help=f"colours {whose}: dark, light, contrast, terminal, or one of Textual",
    )
    parser.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto (default): on a terminal, unless NO_COLOR is set",
    )


def list_parser() -> argparse.ArgumentParser:
    """`newsdiff list [WHAT] ...`."""
    parser = make_parser(
        "newsdiff list",
        "newsdiff list [--format text|markdown|json] [--ascii] [WHAT] ...",
        help_texts.LIST_DESCRIPTION,
        help_texts.LIST_EPILOG,
    )
    _add_articles(parser)
    _add_format(
        parser,
        "text markdown json",
        "text (default), a page, or JSON for programs",
    )
    _add_engine(parser)
    _add_ascii(parser)
    return parser


def story_parser() -> argparse.ArgumentParser:
    """`newsdiff story [WHAT] ...`."""
    parser = make_parser(
        "newsdiff story",
        "newsdiff story [--format text|markdown|html|json|csv] [-o FILE] [WHAT] ...",
        help_texts.STORY_DESCRIPTION,
        help_texts.STORY_EPILOG,
    )
    _add_articles(parser)
    _add_format(
        parser,
        "text markdown html json csv",
        "text (default), a page, JSON as newsdiff schema story describes, a table",
    )
    _add_output(parser)
    parser.add_argument(
        "--all", action="store_true", help="every statement, not the most telling only"
    )
    _add_engine(parser)
    _add_ascii(parser)
    parser.add_argument(
        "--width",
        type=_width,
        metavar="N",
        help=f"columns of text, {MIN_WIDTH} or more (default 80)",
    )
    return parser


def desk_parser() -> argparse.ArgumentParser:
    """`newsdiff desk [WHAT] ...`; a table is of one view."""
    parser = make_parser(
        "newsdiff desk",
        "newsdiff desk [--view VIEW] [--format FORMAT] [-o FILE] [WHAT] ...",
        help_texts.DESK_DESCRIPTION,
        help_texts.DESK_EPILOG,
    )
    _add_articles(parser)
    parser.add_argument(
        "--view",
        choices=("quotes", "sources", "timeline"),
        help="one of the three (default: all of them; a table takes one)",
    )
    _add_format(
        parser,
        "text markdown json csv",
        "text (default), a page, JSON, a table",
    )
    _add_output(parser)
    _add_engine(parser)
    _add_ascii(parser)
    return parser


def compare_parser() -> argparse.ArgumentParser:
    """`newsdiff compare A B`; `two_articles` checks that there are two."""
    parser = make_parser(
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
    _add_format(
        parser,
        "text markdown html json svg",
        "text (default), a page, JSON as newsdiff schema describes, a picture",
    )
    _add_output(parser)
    _add_engine(parser)
    _add_looks(parser, "of a page, a picture, or text on a terminal")
    _add_page(parser)
    parser.add_argument(
        "--exit-code", action="store_true", help="end with 1 where the articles differ"
    )
    return parser


def _add_page(parser: argparse.ArgumentParser) -> None:
    """How a written comparison is laid out."""
    parser.add_argument(
        "--width",
        type=_width,
        metavar="N",
        help=f"columns, {MIN_WIDTH} or more (default 80, of a picture 120)",
    )
    parser.add_argument(
        "--order",
        choices=("both", "a", "b"),
        default="both",
        help="rows with both articles in their own order (default), or in that of one",
    )


def _add_format(parser: Parser, formats: str, words: str) -> None:
    """The format of what is printed: one of some, the first where none is named."""
    known = formats.split()
    parser.add_argument("--format", choices=known, default=known[0], help=words)


def claim_parser() -> argparse.ArgumentParser:
    """`newsdiff claim "TEXT" FILE ...`; `claim_and_files` checks them."""
    parser = make_parser(
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
    _add_format(parser, "text json", "text to read (default), or JSON")
    return parser


def explain_parser() -> argparse.ArgumentParser:
    """`newsdiff explain A:12 B:7 A B`; `two_sentences` checks them."""
    parser = make_parser(
        "newsdiff explain",
        "newsdiff explain [--table] [--format text|json] A:NUMBER B:NUMBER A B",
        help_texts.EXPLAIN_DESCRIPTION,
        help_texts.EXPLAIN_EPILOG,
    )
    parser.add_argument(
        "given",
        nargs="*",
        metavar="A:NUMBER B:NUMBER A B",
        help="a sentence of each article, and the two files",
    )
    parser.add_argument(
        "--table", action="store_true", help="what every feature adds, by what it is of"
    )
    _add_wishes(parser)
    _add_engine(parser)
    _add_format(parser, "text json", "text to read (default), or JSON")
    return parser


def gold_parser() -> argparse.ArgumentParser:
    """`newsdiff gold A B ...`; `several_articles` checks that there are some."""
    parser = make_parser(
        "newsdiff gold",
        "newsdiff gold [--format story|row] [--checked] [-o FILE] A B ...",
        help_texts.GOLD_DESCRIPTION,
        help_texts.GOLD_EPILOG,
    )
    _add_articles(parser)
    _add_format(
        parser,
        "story row",
        "sentences, alignments and facts (default), or a line of JSON a pair",
    )
    parser.add_argument(
        "--checked",
        action="store_true",
        help="only what you have said or marked as checked",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write into a file, the texts beside it: FILE-a.txt, -b.txt, ...",
    )
    _add_engine(parser)
    return parser


COMMANDS: Final[Mapping[str, Callable[[], argparse.ArgumentParser]]] = {
    "list": list_parser,
    "story": story_parser,
    "desk": desk_parser,
    "compare": compare_parser,
    "claim": claim_parser,
    "explain": explain_parser,
    "gold": gold_parser,
    "schema": schema_parser,
    "keys": keys_parser,
    "config": config_parser,
    "completions": completions_parser,
    "help": help_parser,
}
"""What each command can be given."""


def options_with_values() -> frozenset[str]:
    """Every option, of whatever command, behind which stands what it is given."""
    parsers = (open_parser(), *(make() for make in COMMANDS.values()))
    return frozenset(
        name
        for parser in parsers
        for action in parser._get_optional_actions()  # noqa: SLF001 - nothing else lists them
        for name in action.option_strings
        if action.nargs != 0
    )


def _theme(given: str) -> str:
    if not given:  # the default
        return given
    from newsdiff.colours import theme_problem

    if problem := theme_problem(given):
        message = f"--theme: {problem}"
        raise UsageError(message)
    return given


def _width(given: str) -> int:
    try:
        width = int(given)
    except ValueError:
        width = 0
    if width < MIN_WIDTH:
        message = f"{given} is no width: give {MIN_WIDTH} columns or more"
        raise argparse.ArgumentTypeError(message)
    return width
