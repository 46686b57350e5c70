"""What each command does, and with which exit code it ends.

stdout carries the result and nothing else; everything said to the person goes to
stderr. Nothing heavy is imported before it is known to be needed: `newsdiff --version`
and a wrong argument answer at once.
"""

from __future__ import annotations

import os
import sys

from newsdiff import __version__, log
from newsdiff.cli.streams import (
    be_quiet,
    print_result,
    say,
    say_failure,
    use_utf8,
    write_result,
)
from newsdiff.errors import ExitCode, NewsdiffError, SourceError, UsageError

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence
    from typing import NoReturn

    from newsdiff.config import SettingsFile
    from newsdiff.model import Article
    from newsdiff.reading import Gathered


def main(argv: Sequence[str] | None = None) -> int:
    """Runs newsdiff; returns its exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    use_utf8()
    try:
        code = int(_outcome(arguments))
        log.note("ended with %d", code)
    finally:
        log.stop()
    return code


def _outcome(arguments: list[str]) -> ExitCode | int:
    try:
        return _run(arguments)
    except NewsdiffError as error:
        say(str(error))
        log.note("%s", error)
        return ExitCode.USAGE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        return be_quiet()
    except Exception as error:  # noqa: BLE001 - Python would end with 1: "different"
        log.note_failure("newsdiff", error)
        say_failure(error)
        return ExitCode.USAGE


def _run(arguments: list[str]) -> ExitCode | int:
    if arguments == ["--version"]:
        print_result(f"{__version__}\n")
        return ExitCode.DONE
    commands = {
        "list": _list,
        "compare": _compare,
        "claim": _claim,
        "explain": _explain,
        "schema": _schema,
        "config": _config,
        "keys": _keys,
        "completions": _completions,
    }
    command = commands.get(arguments[0]) if arguments else None
    return command(arguments[1:]) if command else _open(arguments)


def _options(parser: ArgumentParser, arguments: list[str]) -> Namespace:
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


def _schema(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import schema_parser

    _options(schema_parser(), arguments)
    from newsdiff.export import schema

    print_result(schema())
    return ExitCode.DONE


def _compare(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import compare_parser, two_articles

    options = _options(compare_parser(), arguments)
    a, b = two_articles(options.articles)
    articles = _read_both(a, b)
    from newsdiff.comparing import rows_of
    from newsdiff.reading import unique_labels

    one, other = unique_labels(articles)
    comparison = log.compared(one, other)
    _say_notes(comparison.articles)
    from newsdiff.export import rendered

    only_ascii = options.ascii
    text = rendered(comparison, options.format, options.width, only_ascii=only_ascii)
    if options.output:
        write_result(options.output, text)
    else:
        print_result(text)
    if not options.exit_code:
        return ExitCode.DONE
    differ = any(row.mark.is_change for row in rows_of(comparison))
    return ExitCode.DIFFERENT if differ else ExitCode.DONE


def _claim(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import claim_and_files, claim_parser

    options = _options(claim_parser(), arguments)
    claim, given = claim_and_files(options.given)
    from newsdiff.aligning.claims.finder import claim_in, is_statement

    if not is_statement(claim):
        message = (
            f"“{claim}” states nothing that could be looked for: claim takes a short "
            'sentence, such as "Anna Berg closed the bridge"'
        )
        raise UsageError(message)
    articles, code = _parsed(_gathered(given))
    from newsdiff.export import claim_json, claim_text

    render = claim_json if options.format == "json" else claim_text
    print_result(
        render(claim, [(article, claim_in(article, claim)) for article in articles])
    )
    return code


def _explain(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import explain_parser, two_sentences

    options = _options(explain_parser(), arguments)
    i, j, given = two_sentences(options.given)
    articles = _read_both(*given)
    from newsdiff.aligning.explaining import explain
    from newsdiff.export import explanation_json, explanation_text
    from newsdiff.model import Pair
    from newsdiff.reading import unique_labels

    both = Pair(*unique_labels(articles))
    explained = explain(both, i, j)
    _say_notes(both)
    render = explanation_json if options.format == "json" else explanation_text
    print_result(render(explained))
    return ExitCode.DONE


def _say_notes(articles: Iterable[Article]) -> None:
    """What a reader must know of how the articles were read, each thing once."""
    for note in dict.fromkeys(note for article in articles for note in article.notes):
        say(note)


def _gathered(given: Sequence[str], *, or_command: bool = False) -> Gathered:
    """Where the articles are that were named; without any, those of the sample.

    Args:
        given: Files and folders.
        or_command: Whether the first may have been meant for a command.

    Raises:
        SourceError: None of them is there.
    """
    from newsdiff.reading import Gathered, gather, sample_sources

    gathered = gather(given) if given else Gathered(sample_sources())
    if or_command and gathered.problems:
        from newsdiff.cli.arguments import or_a_command

        problems = (or_a_command(given[0], said) for said in gathered.problems)
        gathered = Gathered(gathered.sources, tuple(problems))
    if not gathered.sources:
        _give_up(gathered.problems)
    for source in gathered.sources:
        log.note("opened %s", source.given)
    for sentence in gathered.problems:
        log.note("%s", sentence)
    return gathered


def _parsed(gathered: Gathered) -> tuple[Sequence[Article], ExitCode]:
    """The articles that could be read, and the code; what is wrong with any is said."""
    from newsdiff.reading import unique_labels

    articles = unique_labels([log.parsed(source) for source in gathered.sources])
    for sentence in gathered.problems:
        say(sentence)
    _say_notes(articles)
    return articles, ExitCode.USAGE if gathered.problems else ExitCode.DONE


def _read_both(a: str, b: str) -> tuple[Article, Article]:
    """Both articles; what is wrong with either is said before giving up."""
    from newsdiff.reading import source_of

    found: list[Article] = []
    problems: list[str] = []
    for given in (a, b):
        try:
            found.append(log.parsed(source_of(given)))
        except SourceError as problem:
            problems.append(str(problem))
    if problems:
        _give_up(list(dict.fromkeys(problems)))
    return found[0], found[1]


def _give_up(problems: Sequence[str]) -> NoReturn:
    """Says all problems, the last one by way of an error.

    Raises:
        SourceError: Always.
    """
    for sentence in problems[:-1]:
        say(sentence)
        log.note("%s", sentence)
    raise SourceError(problems[-1])


def _open(arguments: list[str]) -> ExitCode | int:
    from newsdiff.cli.arguments import open_parser

    options = _options(open_parser(), arguments)
    if options.version:
        print_result(_parts() if options.verbose else f"{__version__}\n")
        return ExitCode.DONE
    if options.verbose:
        message = "--verbose tells more of --version: newsdiff --version --verbose"
        raise UsageError(message)
    gathered = _gathered(options.articles, or_command=True)
    from newsdiff.terminal import choose_colour, has_terminal

    if options.plain or not has_terminal():
        return _print_story(gathered, only_ascii=options.ascii)
    choose_colour(options.color)
    from newsdiff.tui import run

    code = run(gathered.sources, gathered.problems, _settings(options), say)
    # Textual has shown an error of the reader and says 1 of it.
    return ExitCode.USAGE if code == ExitCode.DIFFERENT else code


def _list(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import list_parser, or_a_file

    options = _options(list_parser(), arguments)
    if not options.articles and (elsewhere := or_a_file("list")):
        say(f"this is the sample story{elsewhere}")
    articles, code = _parsed(_gathered(options.articles))
    from newsdiff.export import story_text

    print_result(story_text(articles, only_ascii=options.ascii))
    return code


def _settings(options: Namespace) -> SettingsFile:
    """The file of settings; what was said on the command line comes first."""
    from dataclasses import replace

    from newsdiff.config import load
    from newsdiff.paths import config_file

    file = load(config_file())
    settings = replace(file.settings, ascii=options.ascii or file.settings.ascii)
    if options.theme:
        from newsdiff.tui.shared.themes import checked

        settings = replace(settings, theme=checked(options.theme))
    return replace(file, settings=settings)


def _config(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import config_parser, one_of

    options = _options(config_parser(), arguments)
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
    """The settings without the themes and keys that the reader knows nothing of."""
    settings = file.settings
    if not (settings.theme or settings.keys):
        return file  # which spares loading the reader
    from dataclasses import replace

    from newsdiff.tui.keys.keymap import key_map
    from newsdiff.tui.shared.themes import DEFAULT, PREFIX, checked

    problems = [*file.problems, *key_map(file)[1]]
    try:
        theme = settings.theme and checked(settings.theme)
    except UsageError as error:
        theme = DEFAULT.removeprefix(PREFIX)
        problems.append(file.at("theme", str(error)))
    alone = {
        name: replace(file, settings=replace(settings, keys={name: keys}))
        for name, keys in settings.keys.items()
    }
    known = {n: k for n, k in settings.keys.items() if not key_map(alone[n])[1]}
    settings = replace(settings, theme=theme, keys=known)
    return replace(file, settings=settings, problems=tuple(problems))


def _keys(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import keys_parser

    _options(keys_parser(), arguments)
    from newsdiff.config import load
    from newsdiff.paths import config_file
    from newsdiff.tui.keys.keymap import key_table

    table, problems = key_table(load(config_file()))
    for sentence in problems:
        say(sentence)
    print_result(table)
    return ExitCode.DONE


def _completions(arguments: list[str]) -> ExitCode:
    from newsdiff.cli.arguments import SHELLS, completions_parser, one_of

    options = _options(completions_parser(), arguments)
    shell = one_of(options.shell, SHELLS, "completions")
    from newsdiff.cli.completions import completions

    print_result(completions(shell))
    return ExitCode.DONE


def _parts() -> str:
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


def _print_story(gathered: Gathered, *, only_ascii: bool) -> ExitCode:
    """The articles without a screen: one comparison, or the list and its shares."""
    from newsdiff.export import story_text, to_text

    articles, code = _parsed(gathered)
    if len(articles) == 2:
        comparison = log.compared(articles[0], articles[1])
        print_result(to_text(comparison, only_ascii=only_ascii))
    else:
        print_result(story_text(articles, only_ascii=only_ascii))
    return code
