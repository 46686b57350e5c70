"""The commands that tell of newsdiff itself: schema, settings, keys, completions."""

from __future__ import annotations

from newsdiff import __version__
from newsdiff.cli.options import read_options
from newsdiff.cli.streams import print_result, say
from newsdiff.errors import ExitCode

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from newsdiff.config import SettingsFile


def _schema(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.given import one_of
    from newsdiff.cli.program_arguments import schema_parser

    options = read_options(schema_parser(), arguments)
    wanted = options.what or ["comparison"]
    what = one_of(wanted, ("comparison", "story", "desk", "list"), "schema")
    from newsdiff.export import account_schema, list_schema, schema
    from newsdiff.export.desk import desk_schema

    schemas = {"story": account_schema, "desk": desk_schema, "list": list_schema}
    print_result(schemas.get(what, schema)())
    return ExitCode.DONE


def _config(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.given import one_of
    from newsdiff.cli.program_arguments import config_parser

    options = read_options(config_parser(), arguments)
    what = one_of(options.what, ("path", "show"), "config")
    from newsdiff.paths import config_file

    if what == "path":
        print_result(f"{config_file()}\n")
        return ExitCode.DONE
    from newsdiff.config import as_toml, load

    file = _in_force(load(config_file()))
    for sentence in file.problems:
        say(sentence)
    print_result(as_toml(file.settings))
    return ExitCode.DONE


def _in_force(file: SettingsFile) -> SettingsFile:
    """The settings without the keys that the reader knows nothing of."""
    settings = file.settings
    if not settings.keys:
        return file  # which spares loading the reader
    from dataclasses import replace

    from newsdiff.tui.keys.keymap import key_map

    alone = {
        name: replace(file, settings=replace(settings, keys={name: keys}))
        for name, keys in settings.keys.items()
    }
    known = {n: k for n, k in settings.keys.items() if not key_map(alone[n])[1]}
    settings = replace(settings, keys=known)
    return replace(
        file, settings=settings, problems=(*file.problems, *key_map(file)[1])
    )


def _keys(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.program_arguments import keys_parser

    read_options(keys_parser(), arguments)
    from newsdiff.config import load
    from newsdiff.paths import config_file
    from newsdiff.tui.keys.keymap import key_table

    table, problems = key_table(load(config_file()))
    for sentence in problems:
        say(sentence)
    print_result(table)
    return ExitCode.DONE


def _completions(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.given import one_of
    from newsdiff.cli.program_arguments import SHELLS, completions_parser

    options = read_options(completions_parser(), arguments)
    shell = one_of(options.shell, SHELLS, "completions")
    from newsdiff.cli.completions import make_completions

    print_result(make_completions(shell))
    return ExitCode.DONE


def _help(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import COMMANDS, open_parser
    from newsdiff.cli.given import known_command
    from newsdiff.cli.program_arguments import help_parser

    options = read_options(help_parser(), arguments)
    name = known_command(options.command, COMMANDS)
    print_result((COMMANDS[name] if name else open_parser)().format_help())
    return ExitCode.DONE


def list_parts() -> str:
    """The versions of everything that takes part, one a line."""
    import platform
    from importlib.metadata import version

    return (
        f"{__version__}\n"
        f"Textual {version('textual')}\n"
        f"Rich {version('rich')}\n"
        f"Python {platform.python_version()}\n"
        f"{platform.platform()}\n"
    )


COMMANDS = {
    "schema": _schema,
    "config": _config,
    "keys": _keys,
    "completions": _completions,
    "help": _help,
}
"""Name → what takes the arguments after it."""
