"""Articles that were put away are read again behind the screen that asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, Final

from newsdiff.tui.session.jobs import Wanted, read_away, unless_cancelled

if TYPE_CHECKING:
    from newsdiff.engine import Engine
    from newsdiff.model import Article
    from newsdiff.tui.session.shelf import Shelf
    from newsdiff.tui.shared.screen import NewsScreen

_BRINGING: Final = "bring"
"""The group of the workers."""


def bring(
    screen: NewsScreen, shelf: Shelf, places: Iterable[int], then: Callable[[], object]
) -> None:
    """Does something once some articles are at hand: at once where they are.

    What is asked for last is brought, and what was asked for before is left. An article
    that cannot be read any more stays away.

    Args:
        screen: Whose thread it is done in, unless it has been left.
        shelf: The articles.
        places: Those wanted; what has not been read at all is passed over.
        then: What is to be done.
    """
    wanted = [place for place in places if shelf.is_away(place)]
    if not wanted:
        screen.workers.cancel_group(screen, _BRINGING)
        then()
        return
    sources = {place: Wanted.of(shelf, place) for place in wanted}

    def take(found: dict[int, Article]) -> None:
        shelf.restore(found)
        then()

    def work(engine: Engine) -> None:
        found = unless_cancelled(lambda: read_away(engine, sources))
        if found is not None:
            screen.call_later(take, found)

    screen.behind(partial(work, screen.engine), _BRINGING)


def say_gone(screen: NewsScreen, shelf: Shelf, place: int) -> None:
    """Says that an article that was to be brought stays away."""
    screen.say(f"{shelf.label(place)} cannot be read any more.", warning=True)
