"""The keys that decide how two articles stand on the screen: v B a # z Z { }."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.comparing import Mark
from newsdiff.layout import UNFOLDED, Entry, Fold, Folding
from newsdiff.layout.folding import MOST_CONTEXT
from newsdiff.text.visible import visible
from newsdiff.tui.diff.view import Choices, DiffView
from newsdiff.tui.sharing.actions import TakingKeys
from newsdiff.wording.about import count

_NOTHING_COMMON = "nothing to fold: no sentences are in common"


class ViewKeys(TakingKeys):
    """A screen with a view of two articles."""

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()

    @property
    def _view(self) -> DiffView:
        return self.query_one(DiffView)

    def _remark(self, sentence: str) -> None:
        """A word in the status line that stays until the next key."""
        raise NotImplementedError

    def done(self, message: str) -> None:
        """In the status line, not over it."""
        self._remark(visible(message))

    def _choose(self, choices: Choices, said: str) -> None:
        self._choices = choices
        self._view.choose(choices)
        self._remark(said)

    def _fold(self, folding: Folding, said: str) -> None:
        self._choose(replace(self._choices, folding=folding), said)

    def action_view(self) -> None:
        """Auto, side by side, unified."""
        self._choose(self._choices.next_view(), "")

    def action_boilerplate(self) -> None:
        """Shows or hides what is no part of the story."""
        shown = not self._choices.boilerplate
        folding = replace(self._choices.folding, but=frozenset())
        choices = replace(self._choices, boilerplate=shown, folding=folding)
        self._choose(choices, "boilerplate shown" if shown else "boilerplate hidden")

    def action_order(self) -> None:
        """Rows in the order of the other side."""
        order = self._choices.order.other
        choices = replace(self._choices, order=order)
        self._choose(choices, f"in {order.name}'s order")

    def action_numbers(self) -> None:
        """Sentence numbers on or off."""
        self._choose(replace(self._choices, numbers=not self._choices.numbers), "")

    def _only_matches(self) -> bool:
        """Says so where only rows that match are shown: nothing else folds then."""
        only = bool(self._choices.folding.only_with)
        if only:
            self._remark("only matches: & shows all")
        return only

    def action_fold(self) -> None:
        """Opens the fold that is the current row, or closes the one it belongs to."""
        page = self._view.page
        if page is None or not page.rows or self._only_matches():
            return
        folding = page.toggled(self._view.row)
        if folding is None:
            self._remark("this row is not in common: no fold here")
        else:
            closed = isinstance(page.rows[self._view.row], Fold)
            self._fold(folding, "opened" if closed else "folded")

    def action_fold_all(self) -> None:
        """Closes all stretches in common; opens them where they are closed."""
        folding = self._choices.folding
        if self._only_matches():
            return
        if folding.common:
            self._fold(replace(folding, common=False, but=frozenset()), "all open")
        else:
            self._fold_common(folding.context)

    def action_context(self, step: int) -> None:
        """More (1) or less (-1) of what is in common next to changes."""
        folding = self._choices.folding
        if self._only_matches():
            return
        if not folding.common and step > 0:
            self._remark("everything is shown; Z folds what is in common")
            return
        wanted = folding.context + (step if folding.common else 0)
        self._fold_common(min(max(0, wanted), MOST_CONTEXT))

    def _fold_common(self, context: int) -> None:
        before = self._choices.folding
        but = before.but if before.common else UNFOLDED.but
        folding = replace(before, common=True, context=context, but=but)
        around = f"{count(context, 'row')} of context" if context else "no context"
        self._fold(folding, f"folded, {around}")
        page = self._view.page
        if page and not any(_is_common(entry) for entry in page.rows):
            self._remark(f"{around}: nothing to fold" if context else _NOTHING_COMMON)


def _is_common(entry: Entry) -> bool:
    return isinstance(entry, Fold) and entry.mark is Mark.SAME
