"""`newsdiff desk`: articles → what they quote, whom they cite, when things were."""

from __future__ import annotations

from newsdiff.cli.attempts import Attempts
from newsdiff.cli.options import read_options
from newsdiff.cli.sources import (
    engine_of,
    read_named,
    say_by_words,
    told_by_several,
)
from newsdiff.cli.streams import put_out, say
from newsdiff.errors import ExitCode, UsageError

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from newsdiff.engine import Engine
    from newsdiff.export.desk import DeskView, Sheet
    from newsdiff.model import Article, Thresholds


def lay_open(arguments: list[str], given: Engine | None) -> ExitCode:
    """Prints the desk of each story, that of the most articles first.

    Args:
        arguments: Those behind the command.
        given: What reads and compares; None for one as the settings say.

    Raises:
        UsageError: No two articles tell of one event, or a table is of no one view.
    """
    from newsdiff.cli.arguments import desk_parser

    options = read_options(desk_parser(), arguments)
    views = _views(options)
    engine = engine_of(options, given)
    articles, code = read_named(options, engine, "desk")
    attempts = Attempts(engine)
    stories = told_by_several(articles, "desk")
    sheets = [_sheet(own, attempts, views, engine.thresholds) for own in stories]
    say_by_words(articles, engine)
    from newsdiff.export.desk import render_desks

    text = render_desks(sheets, options.format, only_ascii=options.ascii)
    put_out(text, options.output)
    return max(code, attempts.code)


def _views(options: Namespace) -> Sequence[DeskView]:
    """The views that were asked for."""
    from newsdiff.export.desk import DeskView

    if options.view:
        return (DeskView(options.view),)
    if options.format == "csv":
        message = "a table is of one view: add --view quotes, sources or timeline"
        raise UsageError(message)
    return tuple(DeskView)


def _sheet(
    own: Sequence[Article],
    attempts: Attempts,
    views: Sequence[DeskView],
    thresholds: Thresholds,
) -> Sheet:
    """The desk of a story, as far as the limits of one list allow."""
    from newsdiff.export.desk import Sheet
    from newsdiff.story.desk.desk import make_desk, tie_all

    before = attempts.failed
    tied = tie_all(own, attempts.compare, attempts.tie)
    failed = attempts.failed - before
    left = len(own) * (len(own) - 1) // 2 - len(tied) - failed
    if left:
        pairs = "pair was" if left == 1 else "pairs were"
        say(f"{left:,} {pairs} not compared: name fewer articles")
    return Sheet(own, make_desk(tied), views, thresholds)
