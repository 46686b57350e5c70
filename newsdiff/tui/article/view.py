"""One article as a scrolling surface with a current sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from newsdiff.layout import Tone
from newsdiff.layout.annotated import AnnotatedPage
from newsdiff.layout.matrix import LEVELS
from newsdiff.model import Article
from newsdiff.story.coverage import Count
from newsdiff.tui.shared.passages import AROUND, CURSOR, PassagesView

_TONES = (
    *(Tone.HEAD, Tone.CAPTION, Tone.DIM, Tone.NUMBER, Tone.MARK),
    Tone.FOUND,
)


class ArticleView(PassagesView, inherit_bindings=False):
    """Sentences with the number of those that carry them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article--current",
        "article--cursor",
        *(f"article--{tone}" for tone in _TONES),
        *(f"article--level-{n}" for n in range(LEVELS)),
    }

    class Moved(Message):
        """Another sentence is the current one."""

    def __init__(self) -> None:
        super().__init__()
        self._page: AnnotatedPage | None = None
        self._make: Callable[[int], AnnotatedPage] | None = None
        self._count_of: Callable[[int], Count] = lambda _: Count(0, 0, 0)
        self._sought = ""
        self.boilerplate = False
        """Whether boilerplate is shown."""
        self.sentence = 0
        """The current sentence."""

    def show(
        self, article: Article, others: int, sentence: int, *, only_ascii: bool
    ) -> None:
        """Shows an article with one of its sentences as the current one."""
        self._make = lambda width: AnnotatedPage(
            article,
            others,
            width,
            boilerplate=self.boilerplate,
            only_ascii=only_ascii,
        )
        self.sentence = sentence
        self._lay_out()
        self.go_to(sentence)

    def fold(self, *, boilerplate: bool) -> None:
        """Shows boilerplate, or a line for each stretch of it."""
        self.boilerplate = boilerplate
        self._lay_out()
        self.go_to(self.sentence)

    def find(self, words: str) -> list[int]:
        """Brings out some words; the sentences that have them."""
        self._sought = words
        found = self._page.find(words) if self._page else []
        self.refresh()
        return found

    def count(self, count_of: Callable[[int], Count]) -> None:
        """Writes other numbers."""
        self._count_of = count_of
        self.refresh()

    def _return(self) -> None:
        self.go_to(self.sentence)

    def _lay_out(self) -> None:
        if self._make and self.outer_size.width:
            self._page = self._make(max(1, self.outer_size.width - AROUND))
            self._page.find(self._sought)
            self.virtual_size = Size(self.size.width, self._page.height)
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        page, line = self._page, y + round(self.scroll_y)
        if page is None or line >= page.height:
            return Strip.blank(self.size.width, self.rich_style)
        runs, shade = page.line(line, self._count_of)
        here = page.top(self.sentence) <= line < page.bottom(self.sentence)
        segments = [
            Segment(CURSOR if here else " ", self._style("cursor", 0, here)),
            *(
                Segment(run.text, self._style(run.tone.value, shade, here))
                for run in runs
            ),
        ]
        rest = self._style("blank", 0, here)
        return Strip(segments).adjust_cell_length(self.size.width, rest)

    def _make_style(self, tone: str, shade: int, here: bool) -> Style:
        style, background = self.rich_style, self.background_colors[1]
        if here:
            style += self.get_component_rich_style("article--current", partial=True)
            background = self.get_component_styles("article--current").background
        if shade and tone != Tone.BLANK:
            tint = self.get_component_styles(f"article--level-{shade}").background
            # A style has no half-transparent colours: they are mixed here.
            style += Style(bgcolor=(background + tint).rich_color)
        if f"article--{tone}" in self.COMPONENT_CLASSES:
            style += self.get_component_rich_style(f"article--{tone}", partial=True)
        return style

    # Moving

    def go_to(self, sentence: int) -> None:
        """Makes a sentence the current one and brings it in sight."""
        page, height = self._page, self.size.height
        self.sentence = sentence
        if page is None or not page.height or not height:
            return
        sentence = self.sentence = page.shown(sentence)
        self._bring_in_sight(page.top(sentence), page.bottom(sentence))
        self.refresh()
        self.post_message(self.Moved())

    def page(self, halves: int) -> None:
        """Half pages down, or up for a negative number; the sentence goes along."""
        page = self._page
        if page is None or not page.height:
            return
        line = self._half_pages_on(page.top(self.sentence), halves, page.height)
        there = page.sentence_at(line)
        if there == self.sentence:
            there = page.beside(there, 1 if halves > 0 else -1)
        self.go_to(there)

    def step(self, step: int) -> None:
        """The next (1) or previous (-1) sentence that is shown."""
        if self._page and self._page.height:
            self.go_to(self._page.beside(self.sentence, step))

    def on_click(self, event: events.Click) -> None:
        """A click makes a sentence the current one."""
        line = event.y + round(self.scroll_y)
        if self._page and line < self._page.height:
            self.go_to(self._page.sentence_at(line))
