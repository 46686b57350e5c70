"""Who carries a sentence, and with which words: over the article it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from newsdiff.model import Article, State
from newsdiff.story.coverage import Carrier
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.sections import Section
from newsdiff.tui.shared.body import Body
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import NewsScreen, TooSmall, plain
from newsdiff.wording.blocks import Block, as_text, percent

_WIDTH: Final = 84
_AROUND: Final = 8
"""Columns of the frame, of the air inside it and of the scroll bar."""
_ORDER: Final = (State.MATCHED, State.RELATED, None)
_STATES: Final = {
    State.MATCHED: "tells the same",
    State.RELATED: "has something like it",
}


@dataclass(frozen=True, slots=True)
class OtherArticle:
    """Another article, and what it has of a sentence."""

    label: str
    article: Article
    carrier: Carrier | None
    """None: no sentence of it is linked."""


class CarriersScreen(NewsScreen):
    """The other articles, those that match first.

    Args:
        article: Whose sentence.
        sentence: Its index.
        others: What has been compared so far.
    """

    CSS_PATH = "../shared/body.tcss"
    DEFAULT_CLASSES = "framed"
    HELP = "One sentence, and what the other articles have of it."
    SECTIONS = (*keys.CARRIERS, Section("Moving", tuple(Body.SCROLLING)))
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.CARRIERS)]

    def __init__(
        self, article: Article, sentence: int, others: Sequence[OtherArticle]
    ) -> None:
        super().__init__()
        self._article = article
        self._sentence = sentence
        self._others = sorted(others, key=_rank)

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        yield TooSmall()
        with Body(id="why"):
            yield Static(self._text(), id="reasons")
        yield KeyBar()

    def on_mount(self) -> None:
        """Keys scroll at once."""
        body = self.query_one(Body)
        body.border_title = "Who carries it"
        body.focus()

    def on_resize(self) -> None:
        """Wraps the text for the width there is."""
        self.query_one("#reasons", Static).update(self._text())

    def _text(self) -> Content:
        width = max(20, min(_WIDTH, self.app.size.width - _AROUND))
        own = f"{self._article.label}, sentence {self._sentence + 1}"
        words = self._article.words_of(self._sentence)
        parts: list[tuple[str, Block]] = [(own, [("  ", words)])]
        lines: list[Content] = []
        for heading, block in [*parts, *map(_block, self._others)]:
            text = as_text([block], width).rstrip("\n")
            lines += [plain(heading, "bold $primary"), Content(text), Content()]
        return Content("\n").join(lines[:-1])

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss()


def _rank(other: OtherArticle) -> int:
    return _ORDER.index(other.carrier.state if other.carrier else None)


def _block(other: OtherArticle) -> tuple[str, Block]:
    carrier = other.carrier
    if carrier is None:
        return other.label, [("  ", "No sentence of it was found to say this.")]
    shared = ", ".join(f"“{word}”" for word in carrier.reason)
    what = f"{_STATES[carrier.state]}, {percent(carrier.score)}"
    heading = f"{other.label} {what}: sentence {carrier.sentence + 1}"
    block: Block = [("  ", other.article.words_of(carrier.sentence))]
    return heading, [*block, ("  ", f"In both: {shared}.")] if shared else block
