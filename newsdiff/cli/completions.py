"""Scripts that complete newsdiff's commands, options and files in a shell.

Made from the parsers of the commands; what the name of an argument says can be given
for it: a file for FILE, one of the words of path|show.
"""

from __future__ import annotations

import argparse
import re
from typing import Final

import shtab

from newsdiff.cli.arguments import COMMANDS, open_parser

_NAME: Final = "newsdiff"
_THEMES: Final = ("dark", "light", "contrast", "terminal")
_ELSE_FILES: Final = {
    "fish": f"complete -c {_NAME} -n _shtab_{_NAME}_using -F\n",
    "bash": f"complete -o bashdefault -o default -F _shtab_{_NAME} {_NAME}\n",
    "zsh": f"functions[_shtab_{_NAME}]+=$'\\n(( compstate[nmatches] )) || _files'\n",
}
"""What makes a file fit where nothing else does: `newsdiff my-st<Tab>`."""


def make_completions(shell: str) -> str:
    """The script for one of `arguments.SHELLS`, ending with a line feed."""
    more = _ELSE_FILES.get(shell, "")
    before, after = (more, "") if shell == "zsh" else ("", more)  # it registers last
    script = shtab.complete(_all_commands(), shell, root_prefix=_NAME, preamble=before)
    return f"{script.rstrip()}\n{after}"


def _all_commands() -> argparse.ArgumentParser:
    """One parser that has every command as a part; it is described, never run."""
    opening = open_parser()
    whole = argparse.ArgumentParser(_NAME, add_help=False)
    for option in opening._get_optional_actions():  # noqa: SLF001 - nothing else lists them
        whole._add_action(option)  # noqa: SLF001
    commands = whole.add_subparsers()
    for name, make in COMMANDS.items():
        part = make()
        about = re.split("[.,:;]", part.description or "")[0].replace("\n", " ")
        commands.add_parser(
            name, parents=[part], add_help=False, help=about, description=about
        )
    for parser in (whole, *commands.choices.values()):
        for action in parser._actions:  # noqa: SLF001
            _describe(action)
    return whole


def _describe(action: argparse.Action) -> None:
    """Says what can be given for an argument."""
    named = str(action.metavar or "")
    if re.search(r"\b(FILE|PATH|A B)\b", named):
        action.complete = shtab.FILE  # type: ignore[attr-defined] # read by shtab
    elif "|" in named:
        action.choices = named.split("|")
    elif action.dest == "theme":
        action.choices = _THEMES
