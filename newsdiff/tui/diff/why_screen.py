"""Why two sentences are linked or not, over the text they were asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Final, Protocol, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsdiff.aligning.explaining import NotCompared
from newsdiff.aligning.selection import moved
from newsdiff.export.reasons import explain_briefly
from newsdiff.model import MEASURED, Article, Pair, State, Thresholds
from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.sections import Section
from newsdiff.tui.session.jobs import unless_cancelled
from newsdiff.tui.shared.body import Body
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import NewsScreen, TooSmall
from newsdiff.wording.about import count
from newsdiff.wording.blocks import Block, as_text, percent

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdiff.aligning.explaining import Explanation

_STEP: Final = 0.02
_ENDS: Final = (0.05, 0.99)
"""How far a threshold moves, and between what."""
_WIDTH: Final = 84
"""Columns of the text, at most."""
_AROUND: Final = 8
"""Columns of the frame, of the air inside it and of the scroll bar."""
_SCROLLING: Final = Section("Moving", tuple(Body.SCROLLING))


class _KeepsThresholds(Protocol):
    def keep_thresholds(self) -> str: ...


class WhyScreen(NewsScreen):
    """One pair of sentences at a time; others are a key away.

    Args:
        articles: Both.
        pairs: Sentences of A and B, at least one pair; the first is shown first.
        moved: What is to be done when thresholds have been moved.
    """

    CSS_PATH = "../shared/body.tcss"
    DEFAULT_CLASSES = "framed"
    HELP = (
        "Why these two sentences are linked, or are not: the words that carry it, how "
        "likely it is, and what came closest otherwise. The probability from which a "
        "link is made can be moved; every report says so then."
    )
    SECTIONS = (*keys.WHY, _SCROLLING)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.WHY)]

    class Explained(Message):
        """An explanation is ready."""

        def __init__(
            self,
            at: int,
            explained: Explanation | NotCompared,
            said: Mapping[Pair[int], bool],
        ) -> None:
            super().__init__()
            self.at = at
            self.explained = explained
            self.said = said

    def __init__(
        self,
        articles: Pair[Article],
        pairs: Sequence[Pair[int]],
        moved: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._moved = moved
        self._table = False
        """Whether weights are shown."""
        self._of_related = False
        """Which threshold + and - move."""
        self._articles = articles
        self._pairs = tuple(pairs)
        self._at = 0
        self._explained: dict[int, Explanation | NotCompared] = {}
        self._said: Mapping[Pair[int], bool] = {}
        """Sentences that a person has paired or parted, whatever was weighed."""

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
        parts = [*explain_briefly(explained, table=self._table)]
        if not isinstance(explained, NotCompared):
            parts.insert(1, ("From where on a link is made", self._links(explained)))
            if (holds := self._said.get(explained.sentences)) is not None:
                what = "paired" if holds else "parted"
                words = f"You have {what} these two, which holds whatever is weighed."
                parts.insert(0, ("By hand", [("", words)]))
        for heading, block in parts:
            text = as_text([block], max(20, width)).rstrip("\n")
            lines += [Content.styled(heading, "bold $primary"), Content(text)]
            lines.append(Content())
        return Content("\n").join(lines[:-1])

    def _links(self, explained: Explanation) -> Block:
        """Both thresholds, the one that keys move marked, and the links they make."""
        usual, now = (
            explained.counts(MEASURED, self._said),
            explained.counts(self.engine.thresholds, self._said),
        )
        lines: Block = []
        for n, state in enumerate((State.MATCHED, State.RELATED)):
            least, measured = explained.least[state], explained.measured[state]
            mark = "▸" if self._of_related == bool(n) else " "
            words = f"{state.value} from {percent(least)}: {count(now[n], 'link')}"
            if least != measured:
                more = now[n] - usual[n]
                words += (
                    f", {abs(more)} {'more' if more > 0 else 'fewer'}" if more else ""
                )
                words += f" (measured: {percent(measured)})"
            lines.append((f"{mark} ", words))
        return lines

    @work(thread=True, exclusive=True, exit_on_error=False, group="why")
    def _explain(self, at: int) -> None:
        pair = self._pairs[at]

        def work() -> WhyScreen.Explained:
            explained = self.engine.explain(self._articles, pair.a, pair.b)
            said = self.engine.links_said(self._articles)
            return self.Explained(at, explained, said)

        if done := unless_cancelled(work):
            self.post_message(done)

    def on_why_screen_explained(self, event: Explained) -> None:
        """Shows it, unless another pair has been asked for since."""
        self._explained[event.at], self._said = event.explained, event.said
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

    def action_table(self) -> None:
        """What weighs how much, or what came closest otherwise."""
        self._table = not self._table
        self._show()
        self.query_one(Body).scroll_home(animate=False)

    # Thresholds

    def action_other(self) -> None:
        """Keys move the other threshold from now on."""
        self._of_related = not self._of_related
        self._show()

    def action_move(self, step: int) -> None:
        """Moves a threshold up (1) or down (-1)."""
        explained = self._explained.get(self._at)
        if explained is None or isinstance(explained, NotCompared):
            return
        state = State.RELATED if self._of_related else State.MATCHED
        wanted = round(explained.least[state] + step * _STEP, 2)
        ends = _ENDS
        if state is State.RELATED:
            ends = (_ENDS[0], min(_ENDS[1], explained.least[State.MATCHED]))
        else:
            ends = (max(_ENDS[0], explained.least[State.RELATED]), _ENDS[1])
        wanted = min(max(wanted, ends[0]), ends[1])
        if wanted == round(explained.measured[state], 2):
            wanted = 0.0
        self._put(self.engine.thresholds._replace(**{state.value: wanted}))

    def action_reset(self) -> None:
        """Both as they were measured."""
        self._put(MEASURED)

    def _put(self, thresholds: Thresholds) -> None:
        if thresholds == self.engine.thresholds:
            return
        self.engine.thresholds = thresholds
        self._explained = {
            at: replace(
                one,
                least=(least := moved(one.measured, thresholds)),
                state=one.state_from(least),
            )
            for at, one in self._explained.items()
            if not isinstance(one, NotCompared)
        }
        self._show()
        self._moved()

    def leave(self) -> None:
        """Thresholds that were moved are kept."""
        if problem := cast("_KeepsThresholds", self.app).keep_thresholds():
            self.say(problem, warning=True)

    def action_close(self) -> None:
        """Back to the text."""
        self.dismiss()
