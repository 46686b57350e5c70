"""Finding words in one article: / n N and what is typed behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.actions import SkipAction

if TYPE_CHECKING:
    from newsdiff.tui.article.view import ArticleView
    from newsdiff.tui.shared.find_bar import FindBar


class ReadArticle(Protocol):
    """The screen of an article, as its search sees it."""

    @property
    def view(self) -> ArticleView:
        """The article itself."""

    def action_own(self, step: int) -> None:
        """The next sentence that no other article tells."""

    async def ask(self, sign: str, words: str = "") -> FindBar:
        """Opens the line in which words are typed."""


class Finder:
    """What is looked for, and where the reader was before.

    Args:
        host: The screen of the article.
    """

    def __init__(self, host: ReadArticle) -> None:
        self._host = host
        self.words = ""
        """What is looked for; nothing where nothing is."""
        self._before: tuple[str, int] | None = None
        """What was looked for, and at which sentence, before words are being typed."""
        self._bar: FindBar | None = None

    async def action_find(self) -> None:
        """Asks for words.

        Raises:
            SkipAction: They are being typed, and the key is one of them.
        """
        if self._before is not None:
            raise SkipAction
        self._before = self.words, self._host.view.sentence
        self._bar = await self._host.ask("/", "")

    def type(self, words: str) -> None:
        """Goes to the first sentence with the words, from where the reader was."""
        if self._before is None or self._bar is None:
            return
        self.words = words
        found = self._host.view.find(words)
        here = self._before[1]
        ahead = [i for i in found if i >= here] or found
        self._host.view.go_to(ahead[0] if ahead else here)
        self._bar.say(f"in {len(found):,} · Enter keeps · Esc ends")

    async def end_typing(self, *, keep: bool) -> None:
        """Enter keeps the words, Esc goes back to where the reader was."""
        before, bar = self._before, self._bar
        if before is None or bar is None:
            return
        self._before = self._bar = None
        await bar.close(self._host.view)
        if not keep:
            self.words = before[0]
            self._host.view.find(self.words)
            self._host.view.go_to(before[1])

    def action_match(self, step: int) -> None:
        """The next (1) or previous (-1) match; without words the next untold."""
        found = self._host.view.find(self.words)
        if not self.words.strip():
            self._host.action_own(step)
            return
        here = self._host.view.sentence
        ahead = [i for i in found if (i - here) * step > 0] or found
        if ahead:
            self._host.view.go_to(ahead[0] if step > 0 else ahead[-1])

    def end(self) -> bool:
        """Looks for nothing any more; whether it did."""
        sought = bool(self.words.strip())
        self.words = ""
        self._host.view.find("")
        return sought
