"""What a command was given → its articles, and the engine that reads them.

What is wrong with any of them is said; the others are still read.
"""

from __future__ import annotations

import sys
from math import inf

from newsdiff import log
from newsdiff.cli.attempts import Attempts
from newsdiff.cli.streams import say
from newsdiff.errors import ExitCode, SourceError, UsageError
from newsdiff.terminal import has_input

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence
    from typing import NoReturn

    from newsdiff.config import Settings, SettingsFile
    from newsdiff.engine import Engine
    from newsdiff.gathering import Gathered, Wishes
    from newsdiff.model import Article


def engine_of(options: Namespace, given: Engine | None) -> Engine:
    """What reads and compares: as the option says, else as the settings do.

    Args:
        options: What was asked for.
        given: One that is to be used whatever they say.
    """
    if given is not None:
        return given
    file = settings_file()
    if not options.engine:
        for problem in file.problems:
            say(problem)
    return engine_by(file.settings, options)


def engine_by(settings: Settings, options: Namespace) -> Engine:
    """What reads and compares as a person wants it, and has corrected it."""
    from newsdiff.engine import Engine
    from newsdiff.paths import corrections_file

    by = options.engine or settings.engine
    corrections = None if options.no_corrections else corrections_file()
    return Engine(by, corrections, (settings.matched_from, settings.related_from))


def settings_file() -> SettingsFile:
    """The settings in the person's file."""
    from newsdiff.config import load
    from newsdiff.paths import config_file

    return load(config_file())


def wishes_of(options: Namespace) -> Wishes:
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


def gather_named(
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

    wishes = wishes_of(options)
    given = given or (["-"] if has_input(_say_waiting) else [])
    _say_how_to_paste(given)
    _say_what_is_fetched(given)
    gathered = gather(given, wishes, seconds) if given else Gathered(sample_sources())
    if or_command and gathered.problems:
        from newsdiff.cli.given import or_a_command

        problems = (or_a_command(given[0], said) for said in gathered.problems)
        gathered = replace(gathered, problems=tuple(problems))
    if not gathered.sources:
        give_up((*gathered.notices, *gathered.problems))
    for source in gathered.sources:
        log.note("opened %s", source.given)
    for sentence in (*gathered.problems, *gathered.notices):
        log.note("%s", sentence)
    return gathered


def read_named(
    options: Namespace, engine: Engine, command: str
) -> tuple[Sequence[Article], ExitCode]:
    """The articles that a command was given, or the sample, and the code so far.

    Raises:
        SourceError: None of them could be read.
    """
    from newsdiff.cli.given import or_a_file

    gathered = gather_named(options.articles, options)
    if not (options.articles or has_input()) and (elsewhere := or_a_file(command)):
        say(f"this is the sample story{elsewhere}")
    return read_all(gathered, engine)


def read_all(gathered: Gathered, engine: Engine) -> tuple[Sequence[Article], ExitCode]:
    """The articles that could be read, and the code; what is wrong with any is said.

    Raises:
        SourceError: None of them could be read.
    """
    from newsdiff.reading import unique_labels

    attempts = Attempts(engine)
    found = [one for source in gathered.sources if (one := attempts.read(source))]
    if not found:
        give_up((*gathered.notices, *gathered.problems, "no article could be read"))
    articles = unique_labels(found)
    for sentence in (*gathered.problems, *gathered.notices):
        say(sentence)
    say_notes(articles)
    code = ExitCode.USAGE if gathered.problems else ExitCode.DONE
    return articles, max(code, attempts.code)


def told_by_several(articles: Sequence[Article], command: str) -> list[list[Article]]:
    """The articles of each story that several tell; what is left out is said.

    Args:
        articles: All that could be read.
        command: The command that is about stories.

    Raises:
        UsageError: No two articles tell of one event.
    """
    from newsdiff.story.stories import stories_of

    stories = [[articles[n] for n in own] for own in stories_of(articles)]
    alone = [own[0].label for own in stories if len(own) == 1]
    told = [own for own in stories if len(own) > 1]
    if not told:
        lack = "one was given" if len(articles) == 1 else "no two of these are that"
        message = f"{command} takes two or more articles of one event, but {lack}"
        raise UsageError(message)
    if alone:
        tell, are = ("tells", "is") if len(alone) == 1 else ("tell", "are")
        say(f"{', '.join(alone)} {tell} of something else and {are} left out")
    return told


def read_both(
    both: tuple[str, str], engine: Engine, options: Namespace
) -> tuple[Article, Article]:
    """Both articles; what is wrong with either is said before giving up."""
    from newsdiff.gathering import source_of

    found: list[Article] = []
    problems: list[str] = []
    wishes = wishes_of(options)
    _say_how_to_paste(both)
    for given in both:
        try:
            found.append(engine.read(source_of(given, wishes)))
        except SourceError as problem:
            problems.append(str(problem))
    if problems:
        give_up(list(dict.fromkeys(problems)))
    return found[0], found[1]


def _say_what_is_fetched(given: Sequence[str]) -> None:
    """What is waited for before anything else can be shown."""
    from newsdiff.gathering import is_address

    first = given[0] if given else ""
    if is_address(first) and sys.stderr is not None and sys.stderr.isatty():
        say(f"fetching {first}; Ctrl-C stops")


def _say_how_to_paste(given: Iterable[str]) -> None:
    """What to do where an article is to come by the keyboard."""
    if "-" in given and sys.stdin is not None and sys.stdin.isatty():
        say("paste the text of an article, then press Ctrl-D")


def _say_waiting() -> None:
    say("waiting for an article from standard input; Ctrl-C ends that")


def give_up(problems: Sequence[str]) -> NoReturn:
    """Says all problems, the last one by way of an error.

    Raises:
        SourceError: Always.
    """
    for sentence in problems[:-1]:
        say(sentence)
        log.note("%s", sentence)
    raise SourceError(problems[-1])


def say_notes(articles: Iterable[Article]) -> None:
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


def say_by_words(articles: Iterable[Article], engine: Engine, claim: str = "") -> None:
    """Why words alone have decided, where nobody chose that."""
    problems = engine.problems_of(*articles, claim=claim)
    from newsdiff.wording.decisions import tell_thresholds

    damage = engine.take_problem()
    moved = "" if claim else tell_thresholds(engine.thresholds)
    for sentence in filter(None, (engine.why_words, *problems, damage, moved)):
        say(sentence)
