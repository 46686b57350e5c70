"""Searching both articles: / n N & and what is typed behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.actions import SkipAction

from newsdiff.layout import UNFOLDED, Folding, Page

if TYPE_CHECKING:
    from newsdiff.layout.finding import Found
    from newsdiff.tui.diff.choices import Choices
    from newsdiff.tui.diff.host import DiffHost
    from newsdiff.tui.shared.find_bar import FindBar


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a reader was before searching."""

    row: int
    scrolled: int
    """Lines above the first one in sight."""
    only: bool
    """Whether rows that match are to be all that is shown."""


class Search:
    """What is searched for, and which match the reader is at.

    Args:
        host: The screen of the texts.
        first: What is searched for in the first pair; empty for nothing.
    """

    def __init__(self, host: DiffHost, first: str = "") -> None:
        self._host = host
        self._first = first
        self.found: Found | None = None
        """What is searched for; None where nothing is."""
        self._at = 0
        """The match the reader came to last."""
        self._origin: _Origin | None = None
        """Where the search began; None unless words are being typed."""
        self._bar: FindBar | None = None
        """The line they are typed in, once it is there."""

    @property
    def words(self) -> str:
        """What is searched for and which match this is: "“bridge” 3/17"."""
        found = self.found
        if found is None:
            return ""
        only = "only " if self._host.choices.folding.only_with else ""
        return f"{only}“{found.query.words}” {self._counted(found)}"

    def _counted(self, found: Found) -> str:
        number = len(found.matches)
        parts = [f"{self._at + 1}/{number}" if number else "no match"]
        beside = {"in facts": self._host.matching_facts, "above": found.in_titles}
        parts += [f"{number} {where}" for where, number in beside.items() if number]
        return " + ".join(parts)

    def with_matches(self, choices: Choices) -> Choices:
        """Choices of the reader, but so that no match is folded away."""
        if self.found is None:
            return choices
        folding = replace(choices.folding, shown=self.found.places)
        return replace(choices, folding=folding)

    # Typing

    async def action_find(self) -> None:
        """Asks what to search for."""
        await self._ask("/", only=False)

    async def action_only_matches(self) -> None:
        """Only rows that match, or all again; asks for words where there are none."""
        if self.found is None:
            await self._ask("&", only=True)
        else:
            self._turn_only()

    async def _ask(self, sign: str, *, only: bool) -> None:
        """Opens the line in which words are typed.

        Raises:
            SkipAction: Words are being typed, and the key is one of them.
        """
        from newsdiff.layout.finding import prepare

        if self._origin is not None:
            raise SkipAction
        view = self._host.view
        self._origin = _Origin(view.row, round(view.scroll_y), only)
        self._bar = await self._host.ask(sign)
        if view.page:
            view.call_after_refresh(prepare, view.page)

    def type(self) -> None:
        """Searches for what has been typed so far."""
        origin, bar, view = self._origin, self._bar, self._host.view
        if origin is None or bar is None:
            return
        self.find(bar.line.value, origin.row)
        if self.found is None or not self.found.matches:
            view.return_to(origin.row, origin.scrolled)
        bar.say(self._counted(self.found) if self.found else "")

    async def end_typing(self, *, keep: bool) -> None:
        """Enter keeps the search, Esc ends it where it began."""
        origin, bar, view = self._origin, self._bar, self._host.view
        if origin is None or bar is None:
            return
        self._origin = self._bar = None
        await bar.close(view)
        if not keep:
            self._end()
            view.return_to(origin.row, origin.scrolled)
        elif origin.only and self.found:
            self._turn_only()
        self._host.remark("")

    # Searching

    def find(self, words: str, row: int) -> None:
        """Brings all matches out and goes to the first one from a row on."""
        from newsdiff.layout.finding import find

        page = self._host.view.page
        if page is None or not words.strip():
            self._end()
            return
        self.found = find(page, words)
        self._open_for(self.found, page)
        self._host.bring_out(self.found)
        self._at = self.found.at_or_after(self._host.view.page or page, row)
        self._go()

    def again(self) -> None:
        """Searches what is shown now for the same words; goes nowhere.

        Words that are being typed go to their first match.
        """
        from newsdiff.layout.finding import find

        if self._bar is not None:
            self.type()
            return
        page = self._host.view.page
        if page is not None and self._first:
            words, self._first = self._first, ""
            self.find(words, self._host.view.row)
            return
        if self.found is None or page is None:
            return
        self.found = find(page, self.found.query.words)
        if not self._host.choices.folding.only_with:
            self._open_for(self.found, page)
        self._host.bring_out(self.found)
        view = self._host.view
        self._at = self.found.at_or_after(view.page or page, view.row)

    def turn(self) -> None:
        """In another view or order the matches are others, or come in another order."""
        page = self._host.view.page
        if self.found and page and self.found.shown_as != page.shown_as:
            self.again()

    def go_on(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) match; False without a search."""
        found, view = self.found, self._host.view
        if found is None or view.page is None:
            return False
        if not found.matches:
            self._host.remark("")
            return True
        self._at, wrapped = found.next(view.page, view.row, self._at, step)
        self._go()
        end = "top" if step > 0 else "bottom"
        self._host.remark(f"went on from the {end}" if wrapped else "")
        return True

    def leave(self) -> bool:
        """Shows all rows again, or ends the search; whether there was one."""
        if self.found is None:
            return False
        if self._host.choices.folding.only_with:
            self._turn_only()
        else:
            self._end()
            self._host.remark("")
        return True

    def _go(self) -> None:
        if self.found and self.found.matches:
            side, sentence, span = self.found.matches[self._at]
            self._host.view.go_to_span(side, sentence, span)

    def _end(self) -> None:
        if self.found is not None:
            self.found = None
            self._fold(self._without_search())
            self._host.bring_out(None)

    # What is folded away

    def _open_for(self, found: Found, page: Page) -> None:
        """Opens what hides a match, and nothing else: most searches open nothing."""
        folding = self._without_search()
        shown = page.hidden(found.places, folding)
        self._fold(replace(folding, shown=shown))

    def _without_search(self) -> Folding:
        """The folds as they are when nothing is searched for."""
        folding = self._host.choices.folding
        return replace(folding, shown=UNFOLDED.shown, only_with="")

    def _fold(self, folding: Folding) -> None:
        choices = self._host.choices
        if folding != choices.folding:
            self._host.choose(replace(choices, folding=folding))

    def _turn_only(self) -> None:
        """Only rows that match, or all again."""
        found, view = self.found, self._host.view
        page = view.page
        if found is None or page is None:
            return
        folding = self._host.choices.folding
        if folding.only_with:
            self._open_for(found, page)
            self._host.remark("all rows")
        elif not found.matches:
            self._host.remark("no row matches")
        else:
            words = found.query.words
            self._fold(replace(folding, shown=found.places, only_with=words))
            if view.row not in found.rows(view.page or page):
                self._go()
            self._host.remark("")
