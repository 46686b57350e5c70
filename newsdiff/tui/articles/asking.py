"""From the list to one article, and to a claim that is tested: w t."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsdiff.tui.shared.bringing import bring, say_gone

if TYPE_CHECKING:
    from newsdiff.tui.articles.filter import Filter
    from newsdiff.tui.articles.screen import ArticlesScreen
    from newsdiff.tui.session.shelf import Shelf


class Asking:
    """Opens one article, and asks those of a story whether they state a claim.

    Args:
        host: The screen of the list.
        shelf: The articles.
        search: What is searched for in them.
        coming: Says how many are still to be opened; empty for none.
    """

    def __init__(
        self,
        host: ArticlesScreen,
        shelf: Shelf,
        search: Filter,
        coming: Callable[[], str],
    ) -> None:
        self._host = host
        self._coming = coming
        self._shelf = shelf
        self._search = search

    def action_alone(self) -> None:
        """The highlighted article alone, where it has what is searched for."""
        from newsdiff.tui.article.screen import ArticleScreen

        place = self._host.here
        if place is None or self._shelf.listed[place] is None:
            self._host.say("This article is still being read.")
            return

        def show() -> None:
            if self._shelf.is_away(place):
                say_gone(self._host, self._shelf, place)
            elif self._host.is_current:
                at = self._search.sentence(place)
                self._host.app.push_screen(ArticleScreen(self._shelf, place, at))

        bring(self._host, self._shelf, [place], show)

    def action_claim(self) -> None:
        """Tests a claim against the story of the highlighted article."""
        from newsdiff.tui.article.screen import ArticleScreen
        from newsdiff.tui.asking.claim_screen import ClaimScreen

        def show(place: int, sentence: int) -> None:
            self._host.app.push_screen(ArticleScreen(self._shelf, place, sentence))

        place = self._host.here
        around = self._shelf.order if place is None else self._shelf.around([place])
        if self._coming():
            self._host.say("Articles are still being opened: ask again for those too.")
        self._host.app.push_screen(ClaimScreen(self._shelf, around, show))
