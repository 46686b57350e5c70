"""`newsdiff desk`: articles → what they quote, whom they cite, when things were."""

from __future__ import annotations

from newsdiff.cli.given import or_a_file
from newsdiff.cli.options import read_options
from newsdiff.cli.sources import (
    engine_of,
    gather_named,
    read_all,
    say_by_words,
    told_by_several,
)
from newsdiff.cli.streams import print_result, say, write_result
from newsdiff.errors import ExitCode, UsageError
from newsdiff.terminal import has_input

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from newsdiff.engine import Engine
    from newsdiff.export.desk import DeskView, Sheet
    from newsdiff.model import Article


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
    gathered = gather_named(options.articles, options)
    if not (options.articles or has_input()) and (elsewhere := or_a_file("desk")):
        say(f"this is the sample story{elsewhere}")
    articles, code = read_all(gathered, engine)
    sheets = [_sheet(own, engine, views) for own in told_by_several(articles, "desk")]
    say_by_words(articles, engine)
    from newsdiff.export.desk import render_desks

    text = render_desks(sheets, options.format, only_ascii=options.ascii)
    if options.output:
        write_result(options.output, text)
    else:
        print_result(text)
    return code


def _views(options: Namespace) -> Sequence[DeskView]:
    """The views that were asked for."""
    from newsdiff.export.desk import DeskView

    if options.view:
        return (DeskView(options.view),)
    if options.format == "csv":
        message = "a table is of one view: add --view quotes, sources or timeline"
        raise UsageError(message)
    return tuple(DeskView)


def _sheet(own: Sequence[Article], engine: Engine, views: Sequence[DeskView]) -> Sheet:
    """The desk of a story, as far as the limits of one list allow."""
    from newsdiff.export.desk import Sheet
    from newsdiff.story.desk.desk import make_desk, tie_all

    tied = tie_all(own, engine.compare, engine.tie)
    left = len(own) * (len(own) - 1) // 2 - len(tied)
    if left:
        pairs = "pair was" if left == 1 else "pairs were"
        say(f"{left:,} {pairs} not compared: name fewer articles")
    return Sheet(own, make_desk(tied), views, engine.thresholds)
