"""From an article to where it came from: o and e."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.worker import Worker, WorkerState

from newsdiff.gathering import PASTED, is_address
from newsdiff.model import Article
from newsdiff.reading import Source
from newsdiff.tui.session.shelf import Shelf
from newsdiff.tui.shared.screen import NewsScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from webbrowser import BaseBrowser

_BROWSING: Final = "browse"
"""The group of the workers that wait for a browser."""


@dataclass(frozen=True, slots=True)
class Original:
    """Where an article came from."""

    source: Source
    article: Article

    @classmethod
    def of(cls, shelf: Shelf, place: int, article: Article) -> Original:
        """Where an article came from that has a place on the shelf."""
        return cls(shelf.sources[place], shelf.articles.kept(place) or article)

    @property
    def path(self) -> Path | None:
        """Its file; None where there is none."""
        return None if self.source.stamp is None else Path(self.source.given)

    @property
    def address(self) -> str:
        """What a browser can open: its page, else its file, else nothing."""
        url = self.article.url or ""
        if url.startswith(("http://", "https://")):
            return url
        return self.path.resolve().as_uri() if self.path else ""

    @property
    def lack(self) -> str:
        """Why it has no file, where it has none."""
        if self.source.given == "-":
            return f"{self.article.label} came from stdin and has no file"
        if self.source.given == PASTED:
            return f"{self.article.label} was pasted and has no file"
        if is_address(self.source.given):
            return f"{self.article.label} came by the web and has no file"
        return f"{self.article.label} is part of the sample, not a file of yours"


class Sources:
    """Opens articles in the browser and in the editor.

    Args:
        screen: Where they are shown.
        edited: Called when a person comes back from the editor.
    """

    def __init__(self, screen: NewsScreen, edited: Callable[[], None]) -> None:
        self._screen = screen
        self._edited = edited

    def browse(self, originals: Sequence[Original]) -> None:
        """Opens articles in the browser, as far as they have an address."""
        addresses = []
        for original in originals:
            if original.address:
                addresses.append(original.address)
            else:
                self._screen.say(original.lack)
        if addresses:
            self.open(addresses)

    def open(self, addresses: Sequence[str]) -> None:
        """Opens addresses in the browser, away from the screen."""
        work, name = partial(self._browse, addresses), "_browse"
        self._screen.run_worker(
            work, name, group=_BROWSING, exit_on_error=False, thread=True
        )

    def say_failure(self, event: Worker.StateChanged) -> None:
        """A browser that fails is said."""
        if event.state is WorkerState.ERROR and event.worker.group == _BROWSING:
            problem = f"The browser could not be started: {event.worker.error}"
            self._screen.say(problem, warning=True)

    def _browse(self, addresses: Sequence[str]) -> None:
        """Finding a browser and waiting for it takes its time."""
        from newsdiff.tui.sharing.clipboard import (
            find_browser,
            open_all,
            runs_in_terminal,
        )

        screen = self._screen
        in_turn = screen.app.call_from_thread
        browser = find_browser()
        if browser is None:
            problem = (
                "no browser was found: name one in BROWSER, or open "
                f"{' and '.join(addresses)} yourself"
            )
        elif runs_in_terminal(browser):
            problem = in_turn(self._browse_here, browser, addresses)
        else:
            problem = open_all(browser, addresses)
        if problem:
            in_turn(screen.say, problem, warning=True)
        else:
            in_turn(screen.done, f"opened: {', '.join(addresses)}")

    def _browse_here(self, browser: BaseBrowser, addresses: Sequence[str]) -> str:
        """Lends the terminal to a browser."""
        from textual.app import SuspendNotSupported

        from newsdiff.tui.sharing.clipboard import open_all

        try:
            with self._screen.app.suspend():
                return open_all(browser, addresses)
        except SuspendNotSupported:
            named = " and ".join(addresses)
            return f"this terminal cannot be lent to a browser: open {named} yourself"

    def edit(self, original: Original) -> None:
        """Opens an article in the editor."""
        from newsdiff.tui.sharing.clipboard import edit

        if original.path is None:
            self._screen.say(original.lack)
        elif problem := edit(self._screen.app, original.path):
            self._screen.say(problem, warning=True)
        else:
            self._edited()
