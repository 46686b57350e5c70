"""What was given to a command, checked: words, articles, sentences, a claim."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import Final
from unicodedata import normalize

from newsdiff.errors import UsageError

_LONGEST: Final = 9
"""Digits of a sentence's number that are read: more are past every article."""


def one_of(given: Sequence[str], known: Sequence[str], command: str) -> str:
    """The one word that was given.

    Raises:
        UsageError: It is none of those known, or there is not just one.
    """
    words = f"newsdiff {command} {'|'.join(known)}{or_a_file(command)}"
    if len(given) != 1:
        counted = f", but {len(given)} were given" if given else ""
        message = f"{command} takes one word{counted}: {words}"
        raise UsageError(message)
    if given[0] not in known:
        from newsdiff.config import suggestion

        near = suggestion(given[0], known)
        meant = f" ({near.removeprefix('; ')})" if near else ""
        message = f'{command} does not know "{given[0]}"{meant}: {words}'
        raise UsageError(message)
    return given[0]


def known_command(given: Sequence[str], commands: Iterable[str]) -> str:
    """The one command that was named; "" where none was.

    Raises:
        UsageError: There is no such command, or there are several.
    """
    if len(given) > 1:
        message = f"help takes one command, but {len(given)} were given"
        raise UsageError(message)
    name = given[0] if given else ""
    if name and name not in (known := tuple(commands)):
        from newsdiff.config import suggestion

        near = suggestion(name, known) or f": there are {', '.join(known)}"
        message = f'there is no command "{name}"{near}'
        raise UsageError(message)
    return name


def two_articles(given: Sequence[str], command: str = "compare") -> tuple[str, str]:
    """The two articles that were named.

    Raises:
        UsageError: There are more or fewer, or both come by standard input.
    """
    if len(given) != 2:
        counted = {0: "none was", 1: "one was"}.get(len(given), f"{len(given)} were")
        message = (
            f"{command} takes two articles, but {counted} given: newsdiff {command} A B"
        )
        if len(given) == 1 and os.path.isdir(given[0]):  # noqa: PTH112 - as below
            message += f"; newsdiff list {given[0]} names those of the folder"
        raise UsageError(message + or_a_file(command))
    if given[0] == given[1] == "-":
        message = "standard input holds one article: name a file for the other"
        raise UsageError(message)
    return given[0], given[1]


def several_articles(given: Sequence[str], command: str) -> Sequence[str]:
    """What was named of which two or more articles are to come.

    Raises:
        UsageError: That is nothing, or standard input several times.
    """
    if not given:
        message = f"{command} takes two or more articles: newsdiff {command} A B ..."
        raise UsageError(message + or_a_file(command))
    if given.count("-") > 1:
        message = "standard input holds one article: name files for the others"
        raise UsageError(message)
    return given


def claim_and_files(
    given: Sequence[str], *, has_input: bool = False
) -> tuple[str, Sequence[str]]:
    """The claim and the articles that were named.

    Args:
        given: What was given.
        has_input: Whether an article comes by standard input where none is named.

    Raises:
        UsageError: One of them is missing.
    """
    claim = normalize("NFC", " ".join(given[0].split())) if given else ""
    named = given[1:] or (["-"] if has_input else [])
    if not (any(map(str.isalnum, claim)) and named):
        message = 'claim takes a claim and articles: newsdiff claim "TEXT" FILE ...'
        raise UsageError(message + or_a_file("claim"))
    return claim, named


def two_sentences(given: Sequence[str]) -> tuple[int, int, tuple[str, str]]:
    """The indexes of a sentence of A and of one of B, and the two articles.

    Raises:
        UsageError: That is not what was given.
    """
    named = {}
    for word in given[:2]:
        side, number = word[:1].upper(), word[1:].removeprefix(":")
        if number.isascii() and number.isdigit():
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
    from newsdiff.cli.arguments import COMMANDS
    from newsdiff.config import suggestion

    if not (word.isalpha() and problem.startswith(f"{word} does not exist")):
        return problem
    return f"{problem}{suggestion(word, COMMANDS, 'the command ')}"
