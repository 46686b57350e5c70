"""`newsdiff story`: articles → the story they tell, in words."""

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
from newsdiff.errors import ExitCode

TYPE_CHECKING = False  # as in typing, which costs more to import than all the rest
if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdiff.engine import Engine
    from newsdiff.model import Article
    from newsdiff.story.account import Account


def tell(arguments: list[str], given: Engine | None) -> ExitCode:
    """Prints a page a story, the one with the most articles first.

    Args:
        arguments: Those behind the command.
        given: What reads and compares; None for one as the settings say.

    Raises:
        UsageError: No two articles tell of one event.
    """
    from newsdiff.cli.arguments import story_parser

    options = read_options(story_parser(), arguments)
    engine = engine_of(options, given)
    articles, code = read_named(options, engine, "story")
    attempts = Attempts(engine)
    stories = told_by_several(articles, "story")
    accounts = [_told(own, attempts) for own in stories]
    say_by_words(articles, engine)
    from newsdiff.export import render_accounts
    from newsdiff.story.account import shortened

    shown = accounts if options.all else [shortened(one) for one in accounts]
    text = render_accounts(
        shown, options.format, options.width, only_ascii=options.ascii
    )
    put_out(text, options.output)
    return max(code, attempts.code)


def _told(own: Sequence[Article], attempts: Attempts) -> Account:
    """The story of some articles, of the first of them where they are many."""
    from newsdiff.story.account import MOST_ARTICLES, compare_all, give_account

    if len(own) > MOST_ARTICLES:
        say(
            f"of {len(own)} articles of one event the first {MOST_ARTICLES} are told: "
            "name fewer to choose others"
        )
    first = own[:MOST_ARTICLES]
    return give_account(first, compare_all(first, attempts.compare))
