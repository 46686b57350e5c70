"""The keys that lead from an article to where it came from: o and e."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import Worker, WorkerState

from newsdiff.model import Article
from newsdiff.reading import Source
from newsdiff.tui.shared.screen import NewsScreen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from webbrowser import BaseBrowser


@dataclass(frozen=True, slots=True)
class Original:
    """Where an article came from."""

    source: Source
    article: Article

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
        return f"{self.article.label} is part of the sample, not a file of yours"


class SourceKeys(NewsScreen):
    """A screen whose articles can be opened elsewhere."""

    def edited(self) -> None:
        """A person comes back from the editor."""

    def copy(self, text: str, what: str) -> None:
        """Asks the terminal to copy some text; whether it does, nobody can know."""
        self.app.copy_to_clipboard(text)
        size = f"{len(text):,} characters"
        self.done(f"sent to the terminal's clipboard: {what}, {size}")

    def browse(self, originals: Sequence[Original]) -> None:
        """Opens articles in the browser, as far as they have an address."""
        addresses = []
        for original in originals:
            if original.address:
                addresses.append(original.address)
            else:
                self.say(original.lack)
        if addresses:
            self._browse(addresses)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A browser that fails is said."""
        if event.state is WorkerState.ERROR and event.worker.group == "browse":
            problem = f"The browser could not be started: {event.worker.error}"
            self.say(problem, warning=True)

    @work(thread=True, exit_on_error=False, group="browse")
    def _browse(self, addresses: Sequence[str]) -> None:
        """Finding a browser and waiting for it takes its time."""
        from newsdiff.tui.sharing.clipboard import (
            find_browser,
            open_all,
            runs_in_terminal,
        )

        browser = find_browser()
        if browser is None:
            problem = f"no browser was found; the address is {addresses[0]}"
        elif runs_in_terminal(browser):
            problem = self.app.call_from_thread(self._browse_here, browser, addresses)
        else:
            problem = open_all(browser, addresses)
        if problem:
            self.app.call_from_thread(self.say, problem, warning=True)
        else:
            said = f"opened: {', '.join(addresses)}"
            self.app.call_from_thread(self.done, said)

    def _browse_here(self, browser: BaseBrowser, addresses: Sequence[str]) -> str:
        """Lends the terminal to a browser."""
        from textual.app import SuspendNotSupported

        from newsdiff.tui.sharing.clipboard import open_all

        try:
            with self.app.suspend():
                return open_all(browser, addresses)
        except SuspendNotSupported:
            return f"this terminal cannot be lent; the address is {addresses[0]}"

    def edit(self, original: Original) -> None:
        """Opens an article in the editor."""
        from newsdiff.tui.sharing.clipboard import edit

        if original.path is None:
            self.say(original.lack)
        elif problem := edit(self.app, original.path):
            self.say(problem, warning=True)
        else:
            self.edited()
