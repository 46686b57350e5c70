"""The arguments of the commands that tell of newsdiff itself."""

from __future__ import annotations

import argparse
from typing import Final

from newsdiff.cli import help_texts
from newsdiff.cli.parsers import make_parser

SHELLS: Final = ("bash", "zsh", "fish", "tcsh", "powershell")
"""The shells whose completions newsdiff knows."""


def schema_parser() -> argparse.ArgumentParser:
    """`newsdiff schema [comparison|story|desk|list]`; `one_of` checks the word."""
    parser = make_parser(
        "newsdiff schema",
        "newsdiff schema [comparison|story|desk|list]",
        "Prints the JSON Schema of what newsdiff compare --format json prints, or\n"
        "newsdiff story, desk or list with --format json.",
    )
    parser.add_argument(
        "what",
        nargs="*",
        metavar="comparison|story|desk|list",
        help="of which (default: a comparison)",
    )
    return parser


def config_parser() -> argparse.ArgumentParser:
    """`newsdiff config path|show`; `one_of` checks the word."""
    parser = make_parser(
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
    return make_parser(
        "newsdiff keys",
        "newsdiff keys",
        "Prints every key of the reader as it is with your settings: the keys, what\n"
        "they do, and the name by which [keys] in config.toml gives them others.",
    )


def completions_parser() -> argparse.ArgumentParser:
    """`newsdiff completions SHELL`; `one_of` checks the word."""
    parser = make_parser(
        "newsdiff completions",
        f"newsdiff completions {'|'.join(SHELLS)}",
        help_texts.COMPLETIONS_DESCRIPTION,
        help_texts.COMPLETIONS_EPILOG,
    )
    parser.add_argument(
        "shell", nargs="*", metavar="|".join(SHELLS), help="which shell you use"
    )
    return parser


def help_parser() -> argparse.ArgumentParser:
    """`newsdiff help [COMMAND]`; `known_command` checks the word."""
    parser = make_parser(
        "newsdiff help",
        "newsdiff help [COMMAND]",
        "Prints what newsdiff, or one of its commands, can be given, as --help does.",
    )
    parser.add_argument(
        "command", nargs="*", metavar="COMMAND", help="the command to tell of"
    )
    return parser
