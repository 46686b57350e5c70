"""The keys that lead from a row to elsewhere: m = w p c."""

from __future__ import annotations

from newsdiff.model import SentencePlace
from newsdiff.tui.diff.choices import place_of
from newsdiff.tui.diff.search import SearchKeys
from newsdiff.tui.diff.trail import Trail, follow, in_question
from newsdiff.tui.session.shelf import PairOf, Shelf


class ElsewhereKeys(SearchKeys):
    """A screen with rows of a pair of articles.

    Args:
        shelf: The articles.
        pair: Their places in the list.
    """

    def __init__(self, shelf: Shelf, pair: PairOf) -> None:
        super().__init__()
        self._shelf = shelf
        self._pair = pair
        self._shown: PairOf | None = None
        """The pair whose texts are on the screen."""
        self._trail: Trail | None = None
        """The way taken from a row to where it is told elsewhere."""

    def _open(self, pair: PairOf, at: SentencePlace | None = None) -> None:
        """Shows another pair, at a sentence or where it was left."""
        raise NotImplementedError

    def action_follow(self) -> None:
        """Goes where the current row is told elsewhere, and back."""
        self._trail, said = follow(self._view, self._trail)
        self._remark(said)

    def action_why(self) -> None:
        """Says why the current row is linked, or is not."""
        from newsdiff.tui.diff.why_screen import WhyScreen

        page = self._view.page
        pairs = in_question(self._view, self._trail)
        if page is None or not pairs:
            self._remark("nothing was weighed here: no sentence comes near")
        else:
            self.app.push_screen(WhyScreen(page.comparison.articles, pairs))

    def action_alone(self) -> None:
        """One article alone: that of the current row, A where it has both."""
        from newsdiff.tui.article.screen import ArticleScreen

        page = self._view.page
        if page is not None and self._shown is not None and page.rows:
            side, sentence = place_of(page.rows[self._view.row])
            place = self._shown[side]
            self.app.push_screen(ArticleScreen(self._shelf, place, sentence))

    def action_pairs(self) -> None:
        """All pairs and what they have in common; Enter shows one here."""
        from newsdiff.tui.story.pairs_screen import PairsScreen

        def show(pair: PairOf) -> None:
            self.app.pop_screen()
            self._open(pair)

        self.app.push_screen(PairsScreen(self._shelf, self._pair, show))

    def action_coverage(self) -> None:
        """All facts of the story and who tells them; Enter compares two there."""
        from newsdiff.tui.story.coverage_screen import CoverageScreen

        def show(pair: PairOf, at: SentencePlace) -> None:
            self.app.pop_screen()
            self._open(pair, at)

        self.app.push_screen(CoverageScreen(self._shelf, self._pair.a, show))
