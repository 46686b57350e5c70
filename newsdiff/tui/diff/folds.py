"""How two articles stand on the screen, and what is folded away: v B a # z Z { }."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdiff.comparing import Mark
from newsdiff.layout import UNFOLDED, Entry, Fold, Folding
from newsdiff.layout.folding import MOST_CONTEXT
from newsdiff.model import Role
from newsdiff.wording.about import count
from newsdiff.wording.phrases import order_words

if TYPE_CHECKING:
    from newsdiff.tui.diff.choices import Choices
    from newsdiff.tui.diff.host import DiffHost
    from newsdiff.tui.diff.search import Search

_NONE = "no boilerplate was found in either"
_NOTHING_COMMON = "nothing to fold: no sentences are in common"


class Folds:
    """Changes the choices of a reader and says what came of it.

    Args:
        host: The screen of the texts.
        search: What must not be folded away.
    """

    def __init__(self, host: DiffHost, search: Search) -> None:
        self._host = host
        self._search = search

    def _choose(self, choices: Choices, remark: str) -> None:
        self._host.choose(self._search.with_matches(choices))
        self._host.remark(remark)

    def _fold(self, folding: Folding, remark: str) -> None:
        self._choose(replace(self._host.choices, folding=folding), remark)

    def action_view(self) -> None:
        """Auto, side by side, unified."""
        self._choose(self._host.choices.next_view(), "")

    def action_boilerplate(self) -> None:
        """Shows or hides what is no part of the story."""
        choices = self._host.choices
        shown = not choices.boilerplate
        folding = replace(choices.folding, but=frozenset())
        choices = replace(choices, boilerplate=shown, folding=folding)
        remark = "boilerplate shown" if shown else "boilerplate hidden"
        self._choose(choices, remark if self.has_boilerplate else _NONE)

    @property
    def has_boilerplate(self) -> bool:
        """Whether any line of the two articles is no part of the story."""
        page = self._host.view.page
        articles = page.comparison.articles if page else ()
        return any(
            sentence.role is Role.BOILERPLATE
            for article in articles
            for sentence in article.sentences
        )

    def action_order(self) -> None:
        """Rows in the next order: both articles', A's, B's."""
        order = self._host.choices.order.next
        choices = replace(self._host.choices, order=order)
        self._choose(choices, order_words(order))

    def action_numbers(self) -> None:
        """Sentence numbers on or off."""
        choices = self._host.choices
        self._choose(replace(choices, numbers=not choices.numbers), "")

    def _only_matches(self) -> bool:
        """Says so where only rows that match are shown: nothing else folds then."""
        only = bool(self._host.choices.folding.only_with)
        if only:
            self._host.remark("only matches: & shows all")
        return only

    def action_fold(self) -> None:
        """Opens the fold that is the current row, or closes the one it belongs to."""
        view = self._host.view
        page = view.page
        if page is None or not page.rows or self._only_matches():
            return
        folding = page.toggled(view.row)
        if folding is None:
            self._host.remark("this row is not in common: no fold here")
        else:
            closed = isinstance(page.rows[view.row], Fold)
            self._fold(folding, "opened" if closed else "folded")

    def action_fold_all(self) -> None:
        """Closes all stretches in common; opens them where they are closed."""
        folding = self._host.choices.folding
        if self._only_matches():
            return
        if folding.common:
            self._fold(replace(folding, common=False, but=frozenset()), "all open")
        else:
            self._fold_common(folding.context)

    def action_context(self, step: int) -> None:
        """More (1) or less (-1) of what is in common next to changes."""
        folding = self._host.choices.folding
        if self._only_matches():
            return
        if not folding.common and step > 0:
            self._host.remark("everything is shown; Z folds what is in common")
            return
        wanted = folding.context + (step if folding.common else 0)
        self._fold_common(min(max(0, wanted), MOST_CONTEXT))

    def _fold_common(self, context: int) -> None:
        before = self._host.choices.folding
        but = before.but if before.common else UNFOLDED.but
        folding = replace(before, common=True, context=context, but=but)
        around = f"{count(context, 'row')} of context" if context else "no context"
        self._fold(folding, f"folded, {around}")
        page = self._host.view.page
        if page and not any(_is_common(entry) for entry in page.rows):
            words = f"{around}: nothing to fold" if context else _NOTHING_COMMON
            self._host.remark(words)


def _is_common(entry: Entry) -> bool:
    return isinstance(entry, Fold) and entry.mark is Mark.SAME
