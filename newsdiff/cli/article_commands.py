"""The commands that read and compare articles, all of them through an engine."""

from __future__ import annotations

from newsdiff import __version__, log
from newsdiff.cli.options import read_options
from newsdiff.cli.streams import print_result, say, write_result
from newsdiff.errors import ExitCode, SourceError, UsageError

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence
    from typing import NoReturn

    from newsdiff.config import SettingsFile
    from newsdiff.engine import Engine
    from newsdiff.model import Article
    from newsdiff.reading import Gathered

_LONGEST_CLAIM = 1_000
"""Characters: what is longer is no sentence, and takes its time."""


def _list(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import list_parser, or_a_file

    options = read_options(list_parser(), arguments)
    if not options.articles and (elsewhere := or_a_file("list")):
        say(f"this is the sample story{elsewhere}")
    engine = _engine(options, given)
    articles, code = _read_all(_gathered(options.articles), engine)
    _print_list(articles, engine, only_ascii=options.ascii)
    return code


def _compare(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import compare_parser, two_articles

    options = read_options(compare_parser(), arguments)
    a, b = two_articles(options.articles)
    engine = _engine(options, given)
    articles = _read_both(a, b, engine)
    from newsdiff.comparing import rows_of
    from newsdiff.reading import unique_labels

    one, other = unique_labels(articles)
    comparison = engine.compare(one, other)
    _say_notes(comparison.articles)
    _say_by_words(comparison.articles, engine)
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


def _claim(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import claim_and_files, claim_parser

    options = read_options(claim_parser(), arguments)
    claim, named = claim_and_files(options.given)
    from newsdiff.aligning.claims import is_statement

    if not is_statement(claim):
        message = (
            f"“{claim}” states nothing that could be looked for: claim takes a short "
            'sentence, such as "Anna Berg closed the bridge"'
        )
        raise UsageError(message)
    if len(claim) > _LONGEST_CLAIM:
        message = (
            f"the claim has {len(claim):,} characters: claim takes a short sentence, "
            f"of {_LONGEST_CLAIM:,} at most"
        )
        raise UsageError(message)
    engine = _engine(options, given)
    articles, code = _read_all(_gathered(named), engine)
    from newsdiff.export import claim_json, claim_text

    render = claim_json if options.format == "json" else claim_text
    findings = [(article, engine.find_claim(article, claim)) for article in articles]
    _say_by_words(articles, engine, claim)
    print_result(render(claim, findings))
    return code


def _explain(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import explain_parser, two_sentences

    options = read_options(explain_parser(), arguments)
    i, j, named = two_sentences(options.given)
    engine = _engine(options, given)
    articles = _read_both(*named, engine)
    from newsdiff.export import explanation_json, explanation_text
    from newsdiff.model import Pair
    from newsdiff.reading import unique_labels

    both = Pair(*unique_labels(articles))
    explained = engine.explain(both, i, j)
    _say_notes(both)
    _say_by_words(both, engine)
    render = explanation_json if options.format == "json" else explanation_text
    print_result(render(explained))
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
    gathered = _gathered(options.articles, or_command=True)
    from newsdiff.terminal import choose_colour, has_terminal

    if options.plain or not has_terminal():
        engine = _engine(options, given)
        return _print_story(gathered, engine, only_ascii=options.ascii)
    choose_colour(options.color)
    from newsdiff.tui import run

    settings = _settings(options)
    code = run(gathered.sources, gathered.problems, settings, say, given)
    # Textual has shown an error of the reader and says 1 of it.
    return ExitCode.USAGE if code == ExitCode.DIFFERENT else code


def _engine(options: Namespace, given: Engine | None) -> Engine:
    """What reads and compares: as the option says, else as the settings do.

    Args:
        options: What was asked for.
        given: One that is to be used whatever they say.
    """
    from newsdiff.engine import Engine

    if given is not None:
        return given
    if options.engine:
        return Engine(options.engine)
    file = _settings_file()
    for problem in file.problems:
        say(problem)
    return Engine(file.settings.engine)


def _settings_file() -> SettingsFile:
    from newsdiff.config import load
    from newsdiff.paths import config_file

    return load(config_file())


def _settings(options: Namespace) -> SettingsFile:
    """The file of settings; what was said on the command line comes first."""
    from dataclasses import replace

    file = _settings_file()
    settings = replace(
        file.settings,
        ascii=options.ascii or file.settings.ascii,
        engine=options.engine or file.settings.engine,
    )
    if options.theme:
        from newsdiff.tui.shared.themes import checked

        settings = replace(settings, theme=checked(options.theme))
    return replace(file, settings=settings)


def _print_story(gathered: Gathered, engine: Engine, *, only_ascii: bool) -> ExitCode:
    """The articles without a screen: one comparison, or the list and its shares."""
    articles, code = _read_all(gathered, engine)
    if len(articles) == 2:
        from newsdiff.export import to_text

        comparison = engine.compare(articles[0], articles[1])
        _say_by_words(articles, engine)
        print_result(to_text(comparison, only_ascii=only_ascii))
    else:
        _print_list(articles, engine, only_ascii=only_ascii)
    return code


def _print_list(
    articles: Sequence[Article], engine: Engine, *, only_ascii: bool
) -> None:
    from newsdiff.export import story_text
    from newsdiff.story.shares import summarise

    summaries = summarise(articles, engine.compare)
    _say_by_words(articles, engine)
    print_result(story_text(articles, summaries, only_ascii=only_ascii))


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


def _read_all(gathered: Gathered, engine: Engine) -> tuple[Sequence[Article], ExitCode]:
    """The articles that could be read, and the code; what is wrong with any is said."""
    from newsdiff.reading import unique_labels

    articles = unique_labels([engine.read(source) for source in gathered.sources])
    for sentence in gathered.problems:
        say(sentence)
    _say_notes(articles)
    return articles, ExitCode.USAGE if gathered.problems else ExitCode.DONE


def _read_both(a: str, b: str, engine: Engine) -> tuple[Article, Article]:
    """Both articles; what is wrong with either is said before giving up."""
    from newsdiff.reading import source_of

    found: list[Article] = []
    problems: list[str] = []
    for given in (a, b):
        try:
            found.append(engine.read(source_of(given)))
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


def _say_notes(articles: Iterable[Article]) -> None:
    """What a reader must know of how the articles were read, each thing once."""
    for note in dict.fromkeys(note for article in articles for note in article.notes):
        say(note)


def _say_by_words(articles: Iterable[Article], engine: Engine, claim: str = "") -> None:
    """Why words alone have decided, where nobody chose that."""
    problems = engine.problems_of(*articles, claim=claim)
    for sentence in filter(None, (engine.why_words, *problems)):
        say(sentence)


COMMANDS = {
    "list": _list,
    "compare": _compare,
    "claim": _claim,
    "explain": _explain,
}
"""Name → what takes the arguments after it, and an engine that was handed in."""
