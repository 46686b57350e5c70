"""`newsdiff gold`: articles as a person has corrected them, to measure others by."""

from __future__ import annotations

from itertools import combinations

from newsdiff.cli.given import several_articles
from newsdiff.cli.options import read_options
from newsdiff.cli.sources import engine_of, gather_named, read_all, say_by_words
from newsdiff.cli.streams import put_out, write_result
from newsdiff.errors import ExitCode, UsageError

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.engine import Engine
    from newsdiff.model import Article


def annotate(arguments: list[str], given: Engine | None) -> ExitCode:
    """Prints a story's gold, or a row of it for each pair.

    Args:
        arguments: Those behind the command.
        given: What reads and compares; None for one as the settings say.

    Raises:
        UsageError: There are too few articles, or too many.
    """
    from newsdiff.cli.arguments import gold_parser

    options = read_options(gold_parser(), arguments)
    named = several_articles(options.articles, "gold")
    engine = engine_of(options, given)
    articles, code = read_all(gather_named(named, options), engine)
    _check_number(articles)
    from newsdiff.export import gold_row, gold_story

    comparisons = {
        (a, b): engine.compare(articles[a], articles[b])
        for a, b in combinations(range(len(articles)), 2)
    }
    say_by_words(articles, engine)
    if options.format == "row":
        rows = comparisons.values()
        text = "".join(gold_row(one, only_checked=options.checked) for one in rows)
    else:
        files = _files(articles, options.output)
        text = gold_story(comparisons, files, only_checked=options.checked)
    put_out(text, options.output)
    return code


def _check_number(articles: Sequence[Article]) -> None:
    from newsdiff.export.gold import MOST_ARTICLES

    number = len(articles)
    if not 2 <= number <= MOST_ARTICLES:
        lack = "one was" if number == 1 else f"{number} were"
        message = f"gold takes 2 to {MOST_ARTICLES} articles, but {lack} given"
        raise UsageError(message)


def _files(articles: Sequence[Article], output: str) -> list[str]:
    """The files that hold the texts: beside the output, where there is one."""
    from pathlib import Path
    from string import ascii_lowercase

    if not output:
        return [Path(article.source).name for article in articles]
    path = Path(output)
    files = [f"{path.stem}-{ascii_lowercase[n]}.txt" for n in range(len(articles))]
    for name, article in zip(files, articles, strict=True):
        write_result(str(path.with_name(name)), article.text)
    return files
