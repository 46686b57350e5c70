"""What all screens have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual import events, on
from textual.actions import SkipAction
from textual.content import Content
from textual.message import Message
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsdiff.engine import Engine
from newsdiff.log import note_failure
from newsdiff.model import Pair
from newsdiff.text.cells import cells, characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.tui.keys.names import NO_KEY, shown
from newsdiff.tui.keys.sections import Section
from newsdiff.wording.about import count

if TYPE_CHECKING:
    from newsdiff.tui.shared.find_bar import FindBar

MIN_WIDTH, MIN_HEIGHT = 40, 10
_FAILURES = 3
"""Pairs that failed of which each is named in a toast."""
SHORT = 18
"""Lines below which everything that is not the text itself makes way."""


def plain(text: str, style: str = "") -> Content:
    """Article text as a widget may show it: never markup, never a control code."""
    return Content.styled(visible(text), style) if style else Content(visible(text))


def both_ends(left: Content, right: Content, width: int) -> Content:
    """One line with something at either end; the left makes way for the right."""
    room = width - cells(right.plain)
    if room < 1:
        return left.truncate(width, ellipsis=True)
    return left.truncate(room - 1, ellipsis=True, pad=True) + Content(" ") + right


def within(text: str, width: int, lines: int) -> str:
    """A text in some lines of a width; what has no room ends with an ellipsis."""
    places = wrap(text, width, characters)
    told = [text[slice(*place)] for place in places[:lines]]
    if len(places) > lines:
        rest = text[places[lines - 1].start :]
        told[-1] = Content(rest).truncate(width, ellipsis=True).plain
    return "\n".join(told)


class Legend(Enum):
    """What the help of a screen explains beside its keys."""

    MARKS = auto()
    """The marks of a comparison."""
    NUMBERS = auto()
    """Who carries a sentence, in front of it."""


class AccountWanted(Message):
    """A person asks for a story in words.

    Args:
        about: The articles whose story it is.
    """

    def __init__(self, about: Sequence[int]) -> None:
        super().__init__()
        self.about = about


class DeskWanted(Message):
    """A person asks for the quote desk.

    Args:
        about: The articles whose story it is of, the one she is at first.
    """

    def __init__(self, about: Sequence[int]) -> None:
        super().__init__()
        self.about = about


class TooSmall(Static):
    """Shown instead of a screen that cannot be drawn."""

    def __init__(self) -> None:
        super().__init__(
            Content(f"newsdiff needs {MIN_WIDTH} × {MIN_HEIGHT} characters.\n")
            + Content("Make the window larger, or press q to go back.")
        )


class _HasEngine(Protocol):
    engine: Engine


class NewsScreen(Screen[None]):
    """A screen that knows how large it is and which keys it has."""

    SECTIONS: ClassVar[tuple[Section, ...]] = ()
    LEGEND: ClassVar[Legend | None] = None

    # What gains or loses the focus draws itself anew; Textual would draw all else too.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._focused_before: Widget | None = None
        """What had the focus before the screen became too small to show it."""
        self._said_until: dict[str, float] = {}
        """When the toasts of this screen go away."""

    @property
    def engine(self) -> Engine:
        """What reads and compares; the application has one for all screens."""
        return cast("_HasEngine", self.app).engine

    def behind(self, work: Callable[[], object], group: str) -> None:
        """Does something away from the screen, instead of what else a group does.

        Args:
            work: What to do, in a thread.
            group: What it stops, if that is still being done.
        """
        self.run_worker(
            work, group, group=group, exclusive=True, exit_on_error=False, thread=True
        )

    @property
    def focused_sections(self) -> tuple[Section, ...]:
        """The keys of a part of the screen that has the focus: first in the help."""
        return ()

    def action_copy_text(self) -> None:
        """Copies what is selected, and says so."""
        text = self.get_selected_text()
        if not text:
            raise SkipAction
        self.app.copy_to_clipboard(text)
        self.done(f"sent to the terminal's clipboard: {count(len(text), 'character')}")

    def add_parts(self, *parts: object) -> None:
        """Lets parts of the screen answer its keys: by their methods `action_…`."""
        for part in parts:
            for name in dir(part):
                if name.startswith("action_"):
                    setattr(self, name, getattr(part, name))

    async def ask(self, sign: str, words: str = "") -> FindBar:
        """Opens a line to type in, in the place of the keys.

        Args:
            sign: What stands in front of it.
            words: What stands in it at first.
        """
        from newsdiff.tui.shared.find_bar import FindBar

        bar = FindBar(sign, words)
        self.query_one("KeyBar").display = False
        await self.mount(bar, before="KeyBar")
        self.set_focus(bar.line)
        return bar

    def leave(self) -> None:
        """Notes where the reader is, who may not come back."""

    def on_screen_suspend(self) -> None:
        """Another screen takes the place of this one."""
        self.leave()

    # Textual calls the handlers of a screen and of its base, one after the other: those
    # of the base have names of their own, so that none of them is called by hand too.

    @on(events.Resize)
    def _fit(self, event: events.Resize) -> None:
        """Marks screens that are too small or short, for the style sheet."""
        width, height = event.size
        small = width < MIN_WIDTH or height < MIN_HEIGHT
        if small and not self.has_class("-small"):
            self._focused_before = self.focused
        elif not small and self._focused_before is not None:
            self.call_after_refresh(self._focused_before.focus)
            self._focused_before = None
        self.set_class(small, "-small")
        self.set_class(height < SHORT, "-short")

    @on(Worker.StateChanged)
    def _note_failure(self, event: Worker.StateChanged) -> None:
        """Notes in the log why work in the background failed; a screen says that."""
        if event.worker.error and event.state is WorkerState.ERROR:
            note_failure(event.worker.name, event.worker.error)

    def key_to(self, name: str) -> str:
        """The key of a binding as it is called; the first where it has several."""
        entries = self.active_bindings.values()
        keys = (e.binding.key for e in entries if e.binding.id == name)
        return shown(next(keys, NO_KEY))

    def done(self, message: str) -> None:
        """What came of a key, in a few words; a screen may have a line for that."""
        self.say(message)

    def say(self, message: str, *, warning: bool = False) -> None:
        """A toast that shows the message as it is, once as long as it is shown."""
        now = monotonic()
        if self._said_until.get(message, now) > now:
            return
        self._said_until[message] = now + self.app.NOTIFICATION_TIMEOUT
        self.notify(
            visible(message),
            markup=False,
            severity="warning" if warning else "information",
        )


NOTHING_FAILED = "Nothing has failed: there is nothing to compare again."


def compared_words(done: int, every: int, failed: int, key: str) -> str:
    """How far comparing is: "9/10 compared", "9 compared, 1 failed: R tries again".

    Args:
        done: What has been compared.
        every: What is to be.
        failed: What could not be.
        key: What compares that again.
    """
    if done == every:
        return ""
    if not failed:
        return f"{done}/{every} compared"
    left = every - done - failed
    coming = f" of {every}" if left > 0 else ""
    return f"{done}{coming} compared, {failed} failed: {key} tries again"


def say_not_compared(
    screen: NewsScreen, names: Pair[str], error: object, number: int
) -> None:
    """Says which pair failed; of many, the first few, for each is a toast.

    Args:
        screen: Where it is said.
        names: What the two articles are called.
        error: Why.
        number: How many pairs have failed by now.
    """
    if number <= _FAILURES:
        words = f"{' and '.join(names)} could not be compared: {error}"
        screen.say(words, warning=True)
    elif number == _FAILURES + 1:
        screen.say("More pairs could not be compared.", warning=True)
