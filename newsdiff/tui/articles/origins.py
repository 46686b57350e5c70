"""From the list to what the highlighted article was read from: o, O and e."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.tui.articles.loader import Loader
from newsdiff.tui.session.shelf import Shelf
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
        if original := self._original():
            self._sources.browse([original])

    def action_edit(self) -> None:
        """Opens the highlighted article in the editor."""
        if original := self._original():
            self._sources.edit(original)

    def _original(self) -> Original | None:
        """Where the highlighted article came from; read for it, if need be."""
        if (place := self._host.here) is None:
            return None
        article = self._shelf.articles[place]
        if article is None and self._shelf.listed[place] is None:
            article = self._host.engine.read(self._shelf.sources[place])
        return Original.of(self._shelf, place, article) if article else None
