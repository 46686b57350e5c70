"""The commands that read and compare articles, all of them through an engine."""

from __future__ import annotations

from math import inf

from newsdiff import __version__
from newsdiff.cli.attempts import Attempts
from newsdiff.cli.desk_command import lay_open
from newsdiff.cli.given import (
    claim_and_files,
    two_articles,
    two_sentences,
)
from newsdiff.cli.gold_command import annotate
from newsdiff.cli.options import read_options
from newsdiff.cli.sources import (
    engine_by,
    engine_of,
    gather_named,
    read_all,
    read_both,
    read_named,
    say_by_words,
    say_notes,
    settings_file,
)
from newsdiff.cli.story_command import tell
from newsdiff.cli.streams import print_result, put_out, say
from newsdiff.errors import ExitCode, UsageError
from newsdiff.terminal import has_input

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from newsdiff.config import SettingsFile
    from newsdiff.engine import Engine
    from newsdiff.gathering import Gathered
    from newsdiff.model import Article

_AT_ONCE = 0.2
"""Seconds in which articles are opened before the first screen."""


def _list(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import list_parser

    options = read_options(list_parser(), arguments)
    engine = engine_of(options, given)
    articles, code = read_named(options, engine, "list")
    return max(code, _print_list(articles, engine, options))


def _compare(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import compare_parser

    options = read_options(compare_parser(), arguments)
    a, b = two_articles(options.articles)
    engine = engine_of(options, given)
    articles = read_both((a, b), engine, options)
    from newsdiff.comparing import Order, rows_of
    from newsdiff.reading import unique_labels

    one, other = unique_labels(articles)
    comparison = engine.compare(one, other)
    say_notes(comparison.articles)
    say_by_words(comparison.articles, engine)
    from newsdiff.cli.looks import colours_for
    from newsdiff.export import Look, drawn

    colours = colours_for(options, options.format, to_file=bool(options.output))
    look = Look(options.width, options.ascii, colours, Order(options.order))
    text = drawn(comparison, options.format, look)
    put_out(text, options.output)
    if not options.exit_code:
        return ExitCode.DONE
    differ = any(row.mark.is_change for row in rows_of(comparison))
    return ExitCode.DIFFERENT if differ else ExitCode.DONE


def _claim(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import claim_parser

    options = read_options(claim_parser(), arguments)
    claim, named = claim_and_files(options.given, has_input=has_input())
    from newsdiff.wording.claims import what_is_wrong

    if wrong := what_is_wrong(claim):
        raise UsageError(wrong)
    engine = engine_of(options, given)
    articles, code = read_all(gather_named(named, options), engine)
    from newsdiff.export import claim_json, claim_text

    render = claim_json if options.format == "json" else claim_text
    attempts = Attempts(engine)
    findings = [
        (article, found)
        for article in articles
        if (found := attempts.find_claim(article, claim)) is not None
    ]
    say_by_words(articles, engine, claim)
    print_result(render(claim, findings))
    return max(code, attempts.code)


def _explain(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import explain_parser

    options = read_options(explain_parser(), arguments)
    i, j, named = two_sentences(options.given)
    engine = engine_of(options, given)
    articles = read_both(named, engine, options)
    from newsdiff.export import explanation_json, explanation_text
    from newsdiff.model import Pair
    from newsdiff.reading import unique_labels

    both = Pair(*unique_labels(articles))
    explained = engine.explain(both, i, j)
    say_notes(both)
    say_by_words(both, engine)
    if options.format == "json":
        print_result(explanation_json(explained))
    else:
        print_result(explanation_text(explained, table=options.table))
    return ExitCode.DONE


def open_articles(arguments: list[str], given: Engine | None) -> ExitCode | int:
    """Opens the reader; without a screen, prints what can be."""
    from newsdiff.cli.arguments import open_parser

    options = read_options(open_parser(), arguments)
    if options.version:
        from newsdiff.cli.program_commands import list_parts

        print_result(list_parts() if options.verbose else f"{__version__}\n")
        return ExitCode.DONE
    if options.verbose:
        message = "--verbose tells more of --version: newsdiff --version --verbose"
        raise UsageError(message)
    seconds = inf if options.plain else _AT_ONCE
    gathered = gather_named(options.articles, options, seconds, or_command=True)
    from newsdiff.terminal import choose_colour, has_terminal

    # Which takes the keyboard for standard input: articles that came by it are there.
    if options.plain or not has_terminal():
        from newsdiff.gathering import finished

        gathered = finished(gathered)
        engine = engine_of(options, given)
        return _print_story(gathered, engine, options)
    choose_colour(options.color)
    from dataclasses import replace

    from newsdiff.tui import run

    settings = _settings(options)
    gathered = replace(gathered, are_a_pair=len(options.articles) == 2)
    engine = given or engine_by(settings.settings, options)
    code = run(gathered, settings, say, engine)
    # Textual has shown an error of the reader and says 1 of it.
    return ExitCode.USAGE if code == ExitCode.DIFFERENT else code


def _settings(options: Namespace) -> SettingsFile:
    """The file of settings; what was said on the command line comes first."""
    from dataclasses import replace

    file = settings_file()
    settings = replace(
        file.settings,
        ascii=options.ascii or file.settings.ascii,
        engine=options.engine or file.settings.engine,
        theme=options.theme or file.settings.theme,
    )
    return replace(file, settings=settings)


def _print_story(gathered: Gathered, engine: Engine, options: Namespace) -> ExitCode:
    """The articles without a screen: one comparison, or the list and its shares."""
    articles, code = read_all(gathered, engine)
    if len(articles) == 2:
        from newsdiff.cli.looks import colours_for
        from newsdiff.export import Look, drawn

        comparison = engine.compare(articles[0], articles[1])
        say_by_words(articles, engine)
        coloured = options.color == "always"  # --plain is plain
        colours = colours_for(options, "text") if coloured else None
        look = Look(None, options.ascii, colours)
        print_result(drawn(comparison, "text", look))
        return code
    return max(code, _print_list(articles, engine, options))


def _print_list(
    articles: Sequence[Article], engine: Engine, options: Namespace
) -> ExitCode:
    """The articles and what they share, in the format that was asked for."""
    from newsdiff.export import listed
    from newsdiff.story.shares import summarise

    attempts = Attempts(engine)
    summaries = summarise(articles, attempts.compare)
    say_by_words(articles, engine)
    wanted = getattr(options, "format", "text")
    print_result(listed(articles, summaries, wanted, only_ascii=options.ascii))
    return attempts.code


COMMANDS = {
    "list": _list,
    "compare": _compare,
    "claim": _claim,
    "explain": _explain,
    "story": tell,
    "desk": lay_open,
    "gold": annotate,
}
"""Name → what takes the arguments after it, and an engine that was handed in."""
