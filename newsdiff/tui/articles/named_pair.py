"""Two articles that were named, and nothing else: their diff opens at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.gathering import Gathered
    from newsdiff.tui.articles.screen import ArticlesScreen
    from newsdiff.tui.session.shelf import Shelf


class NamedPair:
    """Opens them as soon as both are there; the list is one key away.

    Args:
        screen: The list.
        shelf: The articles.
        gathered: What was named.
    """

    def __init__(
        self, screen: ArticlesScreen, shelf: Shelf, gathered: Gathered
    ) -> None:
        self._screen = screen
        self._shelf = shelf
        self._waits = gathered.are_a_pair and not gathered.problems

    def open(self) -> None:
        """Opens them once, unless something else has been opened meanwhile."""
        if self._waits and len(self._shelf) == 2:
            self._waits = False
            if self._screen.is_active:
                self._screen.action_open()
