"""The diff screen as its parts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.app import App

    from newsdiff.layout.finding import Found
    from newsdiff.model import SentencePlace
    from newsdiff.tui.diff.choices import Choices
    from newsdiff.tui.diff.view import DiffView
    from newsdiff.tui.session.shelf import PairOf
    from newsdiff.tui.shared.find_bar import FindBar


class DiffHost(Protocol):
    """What search, folds and navigation ask of the screen they are parts of."""

    @property
    def app(self) -> App[object]:
        """Where other screens are opened."""

    @property
    def view(self) -> DiffView:
        """The texts."""

    @property
    def choices(self) -> Choices:
        """How they are shown."""

    @property
    def matching_facts(self) -> int:
        """How many facts in sight have the words that are searched for."""

    def remark(self, sentence: str) -> None:
        """Says something in the status line that stays until the next key."""

    def hush(self) -> None:
        """What was said is gone when the status line is written again."""

    def choose(self, choices: Choices) -> None:
        """Shows the texts in another way."""

    def bring_out(self, found: Found | None) -> None:
        """Shows where matches are, in the texts and beside them, or no longer."""

    async def ask(self, sign: str, words: str = "") -> FindBar:
        """Opens the line in which words are typed."""

    def compare_again(self) -> None:
        """Thresholds have been moved: everything is compared anew."""

    def open(self, pair: PairOf, at: SentencePlace | None = None) -> None:
        """Shows another pair, at a sentence or where it was left."""
