"""What the list opens of a whole story: its tables, the desk, the story in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.screen import AccountWanted, DeskWanted

if TYPE_CHECKING:
    from newsdiff.model import SentencePlace
    from newsdiff.tui.articles.screen import ArticlesScreen


class Tables:
    """Answers the keys that open them.

    Args:
        host: The list.
        shelf: The articles.
    """

    def __init__(self, host: ArticlesScreen, shelf: Shelf) -> None:
        self._host = host
        self._shelf = shelf

    def action_pairs(self) -> None:
        """All pairs and what they have in common; Enter opens one over them."""
        from newsdiff.tui.diff.screen import DiffScreen
        from newsdiff.tui.story.pairs_screen import PairsScreen

        def show(pair: PairOf) -> None:
            self._host.app.push_screen(DiffScreen(self._shelf, pair))

        if pair := self._host.chosen():
            self._host.app.push_screen(PairsScreen(self._shelf, pair, show))
        else:
            self._host.say_why_not()

    def action_coverage(self) -> None:
        """All facts and who tells them; Enter opens a pair over them."""
        from newsdiff.tui.diff.screen import DiffScreen
        from newsdiff.tui.story.coverage_screen import CoverageScreen

        def show(pair: PairOf, at: SentencePlace) -> None:
            self._host.app.push_screen(DiffScreen(self._shelf, pair, at))

        if (place := self._here()) is not None:
            screen = CoverageScreen(self._shelf, place, show)
            self._host.app.push_screen(screen)

    def action_desk(self) -> None:
        """Who says what, and when, in all articles of the story."""
        if (place := self._here()) is not None:
            self._host.post_message(DeskWanted([place]))

    def action_story(self) -> None:
        """The story of the highlighted article, in words."""
        if (place := self._here()) is None:
            return
        if len(self._shelf.around([place])) < 2:
            self._host.say("No other article tells of this event.", warning=True)
        else:
            self._host.post_message(AccountWanted([place]))

    def _here(self) -> int | None:
        """The highlighted article; None, which is said, with no other beside it."""
        place = self._host.here
        if place is None or len(self._shelf) < 2:
            self._host.say_why_not()
            return None
        return place
