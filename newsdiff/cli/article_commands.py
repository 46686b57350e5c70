"""The commands that read and compare articles, all of them through an engine."""

from __future__ import annotations

from math import inf

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
    from newsdiff.gathering import Gathered, Wishes
    from newsdiff.model import Article

_AT_ONCE = 0.2
"""Seconds in which articles are opened before the first screen."""
_LONGEST_CLAIM = 1_000
"""Characters: what is longer is no sentence, and takes its time."""


def _list(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import list_parser, or_a_file

    options = read_options(list_parser(), arguments)
    if not options.articles and (elsewhere := or_a_file("list")):
        say(f"this is the sample story{elsewhere}")
    engine = _engine(options, given)
    articles, code = _read_all(_gathered(options.articles, options), engine)
    _print_list(articles, engine, only_ascii=options.ascii)
    return code


def _compare(arguments: list[str], given: Engine | None) -> ExitCode:
    from newsdiff.cli.arguments import compare_parser, two_articles

    options = read_options(compare_parser(), arguments)
    a, b = two_articles(options.articles)
    engine = _engine(options, given)
    articles = _read_both((a, b), engine, options)
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
    articles, code = _read_all(_gathered(named, options), engine)
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
    articles = _read_both(named, engine, options)
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
    seconds = inf if options.plain else _AT_ONCE
    gathered = _gathered(options.articles, options, seconds, or_command=True)
    from newsdiff.terminal import choose_colour, has_terminal

    # Which takes the keyboard for standard input: articles that came by it are there.
    if options.plain or not has_terminal():
        from newsdiff.gathering import finished

        gathered = finished(gathered)
        engine = _engine(options, given)
        return _print_story(gathered, engine, only_ascii=options.ascii)
    choose_colour(options.color)
    from newsdiff.tui import run

    settings = _settings(options)
    code = run(gathered, settings, say, given)
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


def _wishes(options: Namespace) -> Wishes:
    """How what was named is to be opened."""
    from newsdiff.formats import Options
    from newsdiff.gathering import Wishes
    from newsdiff.paths import pages_folder

    columns = {name: getattr(options, name) for name in ("text", "title", "outlet")}
    return Wishes(
        deep=options.deep,
        follow=options.follow,
        allow_private=options.allow_private,
        options=Options(**columns, date=options.date),
        cache=pages_folder(),
    )


def _gathered(
    given: Sequence[str],
    options: Namespace,
    seconds: float = inf,
    *,
    or_command: bool = False,
) -> Gathered:
    """Where the articles are that were named; without any, those of the sample.

    Args:
        given: Whatever was named.
        options: How it is to be opened.
        seconds: After this time the rest is left to the reader.
        or_command: Whether the first may have been meant for a command.

    Raises:
        SourceError: None of them is there.
    """
    from dataclasses import replace

    from newsdiff.gathering import Gathered, gather, sample_sources

    wishes = _wishes(options)
    gathered = gather(given, wishes, seconds) if given else Gathered(sample_sources())
    if or_command and gathered.problems:
        from newsdiff.cli.arguments import or_a_command

        problems = (or_a_command(given[0], said) for said in gathered.problems)
        gathered = replace(gathered, problems=tuple(problems))
    if not gathered.sources:
        _give_up((*gathered.notices, *gathered.problems))
    for source in gathered.sources:
        log.note("opened %s", source.given)
    for sentence in (*gathered.problems, *gathered.notices):
        log.note("%s", sentence)
    return gathered


def _read_all(gathered: Gathered, engine: Engine) -> tuple[Sequence[Article], ExitCode]:
    """The articles that could be read, and the code; what is wrong with any is said."""
    from newsdiff.reading import unique_labels

    articles = unique_labels([engine.read(source) for source in gathered.sources])
    for sentence in (*gathered.problems, *gathered.notices):
        say(sentence)
    _say_notes(articles)
    return articles, ExitCode.USAGE if gathered.problems else ExitCode.DONE


def _read_both(
    both: tuple[str, str], engine: Engine, options: Namespace
) -> tuple[Article, Article]:
    """Both articles; what is wrong with either is said before giving up."""
    from newsdiff.gathering import source_of

    found: list[Article] = []
    problems: list[str] = []
    wishes = _wishes(options)
    for given in both:
        try:
            found.append(engine.read(source_of(given, wishes)))
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
    those: dict[str, list[str]] = {}
    for article in articles:
        for note in article.notes:
            is_named = article.label in note or article.source in note
            those.setdefault(note, []).extend([] if is_named else [article.label])
    for note, labels in those.items():
        more = len(labels) - 1
        others = f" and {more:,} other{'s' * (more > 1)}" if more > 0 else ""
        say(f"{labels[0]}{others}: {note}" if labels else note)


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
