"""What an article was read from, untouched: beside what was made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from newsdiff.errors import SourceError
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.sections import Section
from newsdiff.tui.session.jobs import unless_cancelled
from newsdiff.tui.shared.body import Body
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import NewsScreen, TooSmall, plain

if TYPE_CHECKING:
    from newsdiff.gathering import Opener
    from newsdiff.reading import Source

_MOST: Final = 50_000
"""Characters that are shown."""
_SCROLLING: Final = Section("Moving", tuple(Body.SCROLLING))


class OriginalScreen(NewsScreen):
    """The bytes of a source as text.

    Args:
        source: What was read.
        opener: What it was opened with.
    """

    CSS_PATH = "../shared/body.tcss"
    DEFAULT_CLASSES = "framed"
    HELP = (
        "What the article was read from, as it stands in its file or came by the web."
    )
    SECTIONS = (*keys.ORIGINAL, _SCROLLING)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.ORIGINAL)]

    class Found(Message):
        """It is there, or the reason why it is not."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, source: Source, opener: Opener) -> None:
        super().__init__()
        self._source = source
        self._opener = opener

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        yield TooSmall()
        with Body(id="original"):
            yield Static(plain(self._source.name, "bold"), id="name")
            yield Static(Content("reading …"), id="untouched")
        yield KeyBar()

    def on_mount(self) -> None:
        """Fetches what is to be shown."""
        self.query_one(Body).focus()
        self._look()

    @work(thread=True, exit_on_error=False)
    def _look(self) -> None:
        from newsdiff.gathering import original_of

        def text() -> str:
            try:
                return original_of(self._source, self._opener)
            except SourceError as problem:
                return f"{problem}."

        if (found := unless_cancelled(text)) is not None:
            self.post_message(self.Found(found))

    def on_original_screen_found(self, event: Found) -> None:
        """Shows it, up to a length."""
        lines = [plain(line) for line in event.text[:_MOST].split("\n")]
        if more := max(0, len(event.text) - _MOST):
            lines += [
                Content(),
                Content.styled(f"… {more:,} more characters", "$faint"),
            ]
        self.query_one("#untouched", Static).update(Content("\n").join(lines))

    def action_close(self) -> None:
        """Back to where it was asked for."""
        self.dismiss()
