"""From the list to what the highlighted article was read from: o, O and e."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdiff.tui.articles.loader import Loader
from newsdiff.tui.session.shelf import Shelf
from newsdiff.tui.shared.bringing import bring, say_gone
from newsdiff.tui.sharing.sources import Original, Sources

if TYPE_CHECKING:
    from textual.worker import Worker

    from newsdiff.tui.articles.screen import ArticlesScreen


class Origins:
    """The keys that lead to the source of an article.

    Args:
        host: The screen of the list.
        shelf: The articles.
        loader: What has opened them.
    """

    def __init__(self, host: ArticlesScreen, shelf: Shelf, loader: Loader) -> None:
        self._host = host
        self._shelf = shelf
        self._loader = loader
        self._sources = Sources(host, edited=loader.reread)

    def say_failure(self, event: Worker.StateChanged) -> None:
        """A browser that fails is said."""
        self._sources.say_failure(event)

    def action_original(self) -> None:
        """What the highlighted article was read from, untouched."""
        from newsdiff.tui.sharing.original_screen import OriginalScreen

        if (place := self._host.here) is not None:
            source = self._shelf.sources[place]
            screen = OriginalScreen(source, self._loader.opener)
            self._host.app.push_screen(screen)

    def action_source(self) -> None:
        """Opens the source of the highlighted article."""
        self._with_original(lambda original: self._sources.browse([original]))

    def action_edit(self) -> None:
        """Opens the highlighted article in the editor."""
        self._with_original(self._sources.edit)

    def _with_original(self, work: Callable[[Original], object]) -> None:
        """Does something with where the article came from, read for it if need be."""
        if (place := self._host.here) is None:
            return

        def go_on() -> None:
            article = self._shelf.articles.kept(place)
            if article is None and self._shelf.listed[place] is None:
                article = self._host.engine.read(self._shelf.sources[place])
            if article is None:
                say_gone(self._host, self._shelf, place)
            else:
                work(Original.of(self._shelf, place, article))

        bring(self._host, self._shelf, [place], go_on)
