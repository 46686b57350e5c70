"""Why two sentences are linked or not, over the text they were asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsdiff.export.reasons import explain_briefly
from newsdiff.model import Article, Pair
from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.sections import Section
from newsdiff.tui.session.jobs import unless_cancelled
from newsdiff.tui.shared.body import Body
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import NewsScreen, TooSmall
from newsdiff.wording.blocks import as_text

if TYPE_CHECKING:
    from newsdiff.aligning.explaining import Explanation, NotCompared

_WIDTH: Final = 84
"""Columns of the text, at most."""
_AROUND: Final = 8
"""Columns of the frame, of the air inside it and of the scroll bar."""
_SCROLLING: Final = Section("Moving", tuple(Body.SCROLLING))


class WhyScreen(NewsScreen):
    """One pair of sentences at a time; others are a key away.

    Args:
        articles: Both.
        pairs: Sentences of A and B, at least one pair; the first is shown first.
    """

    CSS_PATH = "../shared/body.tcss"
    DEFAULT_CLASSES = "framed"
    HELP = (
        "Why these two sentences are linked, or are not: what speaks for it, what "
        "against it, and what came closest otherwise."
    )
    SECTIONS = (*keys.WHY, _SCROLLING)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.WHY)]

    class Explained(Message):
        """An explanation is ready."""

        def __init__(self, at: int, explained: Explanation | NotCompared) -> None:
            super().__init__()
            self.at = at
            self.explained = explained

    def __init__(self, articles: Pair[Article], pairs: Sequence[Pair[int]]) -> None:
        super().__init__()
        self._articles = articles
        self._pairs = tuple(pairs)
        self._at = 0
        self._explained: dict[int, Explanation | NotCompared] = {}

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        yield TooSmall()
        with Body(id="why"):
            yield Static(id="reasons")
        yield KeyBar()

    def on_mount(self) -> None:
        """Starts weighing."""
        self.query_one(Body).focus()
        self._show()

    def on_resize(self) -> None:
        """Wraps the text anew."""
        self._show()

    def _show(self) -> None:
        explained = self._explained.get(self._at)
        if explained is None:
            self._explain(self._at)
        self.query_one("#reasons", Static).update(self._text(explained))
        body = self.query_one(Body)
        body.border_title = "Why"
        if len(self._pairs) > 1:
            body.border_subtitle = f"{self._at + 1} of {len(self._pairs)} pairs"

    def _text(self, explained: Explanation | NotCompared | None) -> Content:
        if explained is None:
            return Content("weighing …")
        width = min(_WIDTH, self.app.size.width - _AROUND)
        lines: list[Content] = []
        for heading, block in explain_briefly(explained):
            text = as_text([block], max(20, width)).rstrip("\n")
            lines += [Content.styled(heading, "bold $primary"), Content(text)]
            lines.append(Content())
        return Content("\n").join(lines[:-1])

    @work(thread=True, exclusive=True, exit_on_error=False, group="why")
    def _explain(self, at: int) -> None:
        pair = self._pairs[at]

        def work() -> WhyScreen.Explained:
            explained = self.engine.explain(self._articles, pair.a, pair.b)
            return self.Explained(at, explained)

        if done := unless_cancelled(work):
            self.post_message(done)

    def on_why_screen_explained(self, event: Explained) -> None:
        """Shows it, unless another pair has been asked for since."""
        self._explained[event.at] = event.explained
        if event.at == self._at:
            self._show()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What could not be explained is said."""
        if event.state is WorkerState.ERROR:
            words = f"This pair could not be explained: {event.worker.error}"
            self.query_one("#reasons", Static).update(Content(visible(words)))

    def action_step(self, step: int) -> None:
        """The next (1) or previous (-1) pair, around the end."""
        self._at = (self._at + step) % len(self._pairs)
        self._show()
        self.query_one(Body).scroll_home(animate=False)

    def action_close(self) -> None:
        """Back to the text."""
        self.dismiss()
