"""Who carries a sentence, and with which words: over the article it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from newsdiff.model import Article, Span, State
from newsdiff.story.coverage import Degree, Telling, prominence_of
from newsdiff.story.telling import Carrier
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.sections import Section
from newsdiff.tui.shared.body import Body
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import NewsScreen, TooSmall, plain
from newsdiff.wording.blocks import Block, as_text, percent

_WIDTH: Final = 84
_AROUND: Final = 8
"""Columns of the frame, of the air inside it and of the scroll bar."""
_ORDER: Final = (Degree.TOLD, Degree.PART, Degree.NOT)
_DEGREES: Final = {Degree.TOLD: "tells it", Degree.PART: "tells some of it"}
_MOST: Final = 3
"""Sentences of one article that are shown."""


@dataclass(frozen=True, slots=True)
class OtherArticle:
    """Another article, and what it has of a sentence."""

    label: str
    article: Article
    telling: Telling | None
    """What it tells of the sentence."""


class CarriersScreen(NewsScreen):
    """The other articles, those that tell it first.

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
        for heading, block in [
            *parts,
            *(_block(one, self._article) for one in self._others),
        ]:
            text = as_text([block], width).rstrip("\n")
            lines += [plain(heading, "bold $primary"), Content(text), Content()]
        return Content("\n").join(lines[:-1])

    def action_close(self) -> None:
        """Back to the article."""
        self.dismiss()


def _rank(other: OtherArticle) -> int:
    return _ORDER.index(other.telling.degree if other.telling else Degree.NOT)


def _block(other: OtherArticle, own: Article) -> tuple[str, Block]:
    """What another article tells, where, with which words, and what it leaves out."""
    telling = other.telling
    if telling is None or telling.degree is Degree.NOT:
        return other.label, [("  ", "No sentence of it was found to say this.")]
    heading = f"{other.label} {_DEGREES[telling.degree]}"
    block: Block = []
    for carrier in telling.carriers[:_MOST]:
        words = other.article.words_of(carrier.sentence)
        block.append(("  ", f"{_place(other.article, carrier)}: {words}"))
        if shared := ", ".join(f"“{word}”" for word in carrier.reason):
            block.append(("  ", f"In both: {shared}."))
    if not telling.carriers and telling.near is not None:
        words = other.article.words_of(telling.near)
        block.append(("  ", f"Nearest, sentence {telling.near + 1}: {words}"))
    if telling.untold:
        left = " … ".join(own.text[slice(*span)] for span in _whole(telling.untold))
        block.append(("  ", f"Not found there: “{left}”."))
    return heading, block


def _place(article: Article, carrier: Carrier) -> str:
    """Where a sentence stands, and how alike it is: "Sentence 3, lede, 91%"."""
    where = prominence_of(article, carrier.sentence)
    alike = percent(carrier.score)
    related = ", related" if carrier.state is State.RELATED else ""
    return f"Sentence {carrier.sentence + 1}, {where}{related}, {alike}"


def _whole(spans: Sequence[Span]) -> list[Span]:
    """Stretches in order, those that share characters as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found
