"""From the list to one article, and to a claim that is tested: w t."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.app import App

    from newsdiff.tui.articles.filter import Filter
    from newsdiff.tui.session.shelf import Shelf


class AskingList(Protocol):
    """The screen of a list, as this part of it sees it."""

    @property
    def app(self) -> App[object]:
        """Where other screens are opened."""

    @property
    def here(self) -> int | None:
        """The highlighted article."""

    def say(self, message: str) -> None:
        """A toast."""


class Asking:
    """Opens one article, and asks those of a story whether they state a claim.

    Args:
        host: The screen of the list.
        shelf: The articles.
        search: What is searched for in them.
    """

    def __init__(self, host: AskingList, shelf: Shelf, search: Filter) -> None:
        self._host = host
        self._shelf = shelf
        self._search = search

    def action_alone(self) -> None:
        """The highlighted article alone, where it has what is searched for."""
        from newsdiff.tui.article.screen import ArticleScreen

        place = self._host.here
        if place is None or self._shelf.articles[place] is None:
            self._host.say("This article is still being read.")
        else:
            at = self._search.sentence(place)
            self._host.app.push_screen(ArticleScreen(self._shelf, place, at))

    def action_claim(self) -> None:
        """Tests a claim against the story of the highlighted article."""
        from newsdiff.tui.article.screen import ArticleScreen
        from newsdiff.tui.asking.claim_screen import ClaimScreen

        def show(place: int, sentence: int) -> None:
            self._host.app.push_screen(ArticleScreen(self._shelf, place, sentence))

        place = self._host.here
        around = self._shelf.order if place is None else self._shelf.around([place])
        read = [i for i in around if self._shelf.listed[i] is not None]
        self._host.app.push_screen(ClaimScreen(self._shelf, read, show))
