"""The keys that search both articles: / n N & and what is typed behind them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.actions import SkipAction

from newsdiff.layout import UNFOLDED, Folding, Page
from newsdiff.tui.diff.folds import ViewKeys
from newsdiff.tui.diff.view import Choices

if TYPE_CHECKING:
    from textual.widgets import Input

    from newsdiff.layout.finding import Found
    from newsdiff.tui.shared.find_bar import FindBar, FindInput


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a reader was before searching."""

    row: int
    scrolled: int
    """Lines above the first one in sight."""
    only: bool
    """Whether rows that match are to be all that is shown."""


class SearchKeys(ViewKeys):
    """A screen whose texts can be searched."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Found | None = None
        """What is searched for; None where nothing is."""
        self._at = 0
        """The match the reader came to last."""
        self._origin: _Origin | None = None
        """Where the search began; None unless words are being typed."""

    @property
    def _bar(self) -> FindBar | None:
        from newsdiff.tui.shared.find_bar import FindBar

        return next(iter(self.query(FindBar)), None) if self._origin else None

    @property
    def searched(self) -> str:
        """What is searched for and which match this is: "“bridge” 3/17"."""
        found = self._found
        if found is None:
            return ""
        only = "only " if self._choices.folding.only_with else ""
        return f"{only}“{found.query.words}” {self._counted(found)}"

    def _counted(self, found: Found) -> str:
        number = len(found.matches)
        parts = [f"{self._at + 1}/{number}" if number else "no match"]
        parts += self._counted_elsewhere(found)
        return " + ".join(parts)

    def _counted_elsewhere(self, found: Found) -> list[str]:
        """Matches beside the texts, in words: "2 in facts"."""
        del found
        return []

    def _show_found(self, found: Found | None) -> None:
        """Brings matches out beside the texts."""

    # Typing

    async def action_find(self, only: bool = False) -> None:
        """Asks what to search for.

        Raises:
            SkipAction: Words are being typed, and the key is one of them.
        """
        from newsdiff.layout.finding import prepare
        from newsdiff.tui.shared.find_bar import FindBar

        if self._origin is not None:
            raise SkipAction
        self._origin = _Origin(self._view.row, round(self._view.scroll_y), only)
        self.query_one("KeyBar").display = False
        bar = FindBar("&" if only else "/")
        await self.mount(bar, before="KeyBar")
        self.set_focus(bar.line)
        if self._view.page:
            self.call_after_refresh(prepare, self._view.page)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches for what has been typed so far."""
        event.stop()
        self._search_typed()

    def _search_typed(self) -> None:
        origin, bar = self._origin, self._bar
        if origin is None or bar is None:
            return
        self._search(bar.line.value, origin.row)
        if self._found is None or not self._found.matches:
            self._view.return_to(origin.row, origin.scrolled)
        bar.say(self._counted(self._found) if self._found else "")

    async def on_find_input_left(self, event: FindInput.Left) -> None:
        """Enter keeps the search, Esc ends it where it began."""
        origin, bar = self._origin, self._bar
        if origin is None or bar is None:
            return
        self._origin = None
        await bar.remove()
        self.query_one("KeyBar").display = True
        self._view.focus()
        if not event.keep:
            self._end_search()
            self._view.return_to(origin.row, origin.scrolled)
        elif origin.only and self._found:
            self.action_only()
        self._remark("")

    # Searching

    def _search(self, words: str, row: int) -> None:
        """Brings all matches out and goes to the first one from a row on."""
        from newsdiff.layout.finding import find

        page = self._view.page
        if page is None or not words.strip():
            self._end_search()
            return
        self._found = find(page, words)
        self._open_for(self._found, page)
        self._bring_out(self._found)
        self._at = self._found.at_or_after(self._view.page or page, row)
        self._go()

    def _search_again(self) -> None:
        """Searches what is shown now for the same words; goes nowhere.

        Words that are being typed go to their first match.
        """
        from newsdiff.layout.finding import find

        if self._origin is not None:
            self._search_typed()
            return
        page = self._view.page
        if self._found is None or page is None:
            return
        self._found = find(page, self._found.query.words)
        if not self._choices.folding.only_with:
            self._open_for(self._found, page)
        self._bring_out(self._found)
        self._at = self._found.at_or_after(self._view.page or page, self._view.row)

    def _bring_out(self, found: Found | None) -> None:
        self._view.bring_out(found)
        self._show_found(found)

    def _open_for(self, found: Found, page: Page) -> None:
        """Opens what hides a match, and nothing else: most searches open nothing."""
        folding = self._without_search()
        shown = page.hidden(found.places, folding)
        self._fold_quietly(replace(folding, shown=shown))

    def _without_search(self) -> Folding:
        """The folds as they are when nothing is searched for."""
        folding = self._choices.folding
        return replace(folding, shown=UNFOLDED.shown, only_with="")

    def _fold_quietly(self, folding: Folding) -> None:
        if folding != self._choices.folding:
            self._choices = replace(self._choices, folding=folding)
            self._view.choose(self._choices)

    def _choose(self, choices: Choices, said: str) -> None:
        if self._found is not None:
            folding = replace(choices.folding, shown=self._found.places)
            choices = replace(choices, folding=folding)
        super()._choose(choices, said)

    def on_diff_view_turned(self) -> None:
        """In another view or order the matches are others, or come in another order."""
        page = self._view.page
        if self._found and page and self._found.shown_as != page.shown_as:
            self._search_again()

    def _go(self) -> None:
        found = self._found
        if found and found.matches:
            side, sentence, span = found.matches[self._at]
            self._view.go_to_span(side, sentence, span)

    def _end_search(self) -> None:
        if self._found is not None:
            self._found = None
            self._fold_quietly(self._without_search())
            self._bring_out(None)

    def _leave_search(self) -> bool:
        """Shows all rows again, or ends the search; whether there was one."""
        if self._found is None:
            return False
        if self._choices.folding.only_with:
            self.action_only()
        else:
            self._end_search()
            self._remark("")
        return True

    # Keys

    def action_match(self, step: int) -> None:
        """The next (1) or previous (-1) match; without a search, change."""
        found, page = self._found, self._view.page
        if found is None or page is None:
            self.action_change(step)
        elif not found.matches:
            self._remark("")
        else:
            self._at, wrapped = found.next(page, self._view.row, self._at, step)
            self._go()
            end = "top" if step > 0 else "bottom"
            self._remark(f"went on from the {end}" if wrapped else "")

    def action_change(self, step: int) -> None:
        """The next (1) or previous (-1) change."""
        raise NotImplementedError

    async def action_only_matches(self) -> None:
        """Only rows that match, or all again; asks for words where there are none."""
        if self._found is None:
            await self.action_find(only=True)
        else:
            self.action_only()

    def action_only(self) -> None:
        """Only rows that match, or all again."""
        found, page = self._found, self._view.page
        if found is None or page is None:
            return
        if self._choices.folding.only_with:
            self._open_for(found, page)
            self._remark("all rows")
        elif not found.matches:
            self._remark("no row matches")
        else:
            folding = self._choices.folding
            words = found.query.words
            self._fold_quietly(replace(folding, shown=found.places, only_with=words))
            if self._view.row not in found.rows(self._view.page or page):
                self._go()
            self._remark("")
