"""Which story an article is of: why, and what a person says of that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from newsdiff.model import Side
from newsdiff.tui.articles.stories import NOT_YET, why
from newsdiff.tui.session.groups import Groups
from newsdiff.tui.session.shelf import Shelf

_NO_STORIES: Final = "Articles are told apart by story from three articles on."


class ListOfArticles(Protocol):
    """The screen of a list, as whoever corrects its stories sees it."""

    @property
    def here(self) -> int | None:
        """The highlighted article."""

    @property
    def marked(self) -> Mapping[int, Side]:
        """The marked articles."""

    def fill(self, here: int | None = None) -> None:
        """Writes everything anew."""

    def say(self, message: str, *, warning: bool = False) -> None:
        """Tells the person something."""


class Corrector:
    """The keys that explain and correct the stories of a list.

    Args:
        host: The screen of the list.
        shelf: The articles.
    """

    def __init__(self, host: ListOfArticles, shelf: Shelf) -> None:
        self._host = host
        self._shelf = shelf

    def action_why(self) -> None:
        """Says why the highlighted article is in its story."""
        if (place := self._host.here) is not None:
            self._host.say(why(self._shelf, place))

    def action_move(self) -> None:
        """Puts the highlighted article into the story of the marked one."""
        self._correct(Groups.together, "moved to the story of {}")

    def action_merge(self) -> None:
        """Makes one story of that of the highlighted and that of the marked one."""
        self._correct(Groups.merged, "one story now with that of {}")

    def action_split(self) -> None:
        """Takes the highlighted article out of its story."""
        groups, place = self._shelf.groups, self._host.here
        if groups is None or place is None:
            self._host.say(_NO_STORIES)
        elif place not in groups.of:
            self._host.say(NOT_YET)
        else:
            self._take(groups.apart(place))
            self._host.say(f"{self._shelf.label(place)}: a story of its own now")

    def _correct(
        self, change: Callable[[Groups, int, int], Groups], words: str
    ) -> None:
        groups, place = self._shelf.groups, self._host.here
        marked = [other for other in self._host.marked if other != place]
        if groups is None or place is None:
            self._host.say(_NO_STORIES)
        elif len(marked) != 1:
            self._host.say("Mark one article of the other story first: Space.")
        elif not {place, *marked} <= groups.of.keys():
            self._host.say(NOT_YET)
        else:
            self._take(change(groups, place, marked[0]))
            labels = [self._shelf.label(one) for one in (place, marked[0])]
            self._host.say(f"{labels[0]}: {words.format(labels[1])}")

    def _take(self, groups: Groups) -> None:
        self._shelf.group(groups)
        self._host.fill()
