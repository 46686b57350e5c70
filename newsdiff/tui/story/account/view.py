"""An account as a scrolling surface with a current statement."""

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
from newsdiff.layout.account_page import AccountPage
from newsdiff.story.account import Account, Statement, Version
from newsdiff.tui.shared.passages import AROUND, CURSOR, PassagesView

_TONES = (
    Tone.HEAD,
    Tone.LABEL,
    Tone.MARK,
    Tone.NUMBER,
    Tone.PASSAGE,
    Tone.SPOT,
)


class AccountView(PassagesView, inherit_bindings=False):
    """Statements, and of the current one the version that was chosen."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "account--current",
        "account--cursor",
        *(f"account--{tone}" for tone in _TONES),
    }

    class Moved(Message):
        """Another statement or version is the current one."""

    class Opened(Message):
        """A click on the current statement."""

    def __init__(self) -> None:
        super().__init__()
        self.page: AccountPage | None = None
        self._make: Callable[[int], AccountPage] | None = None
        self.at = 0
        """The current statement, by its place among all."""
        self._version = 0
        """Which of its versions is chosen."""

    def show(self, account: Account, *, only_ascii: bool) -> None:
        """Shows an account, at the statement that was current if there is one."""
        self._make = lambda width: AccountPage(account, width, only_ascii=only_ascii)
        self._lay_out()
        self.go_to(self.at)

    def _return(self) -> None:
        self.go_to(self.at, self._version)

    def _lay_out(self) -> None:
        if self._make and self.outer_size.width:
            self.page = self._make(max(1, self.outer_size.width - AROUND))
            self.virtual_size = Size(self.size.width, self.page.height)
            self.refresh()

    @property
    def statement(self) -> Statement | None:
        """The current statement."""
        return self.page.statement(self.at) if self.page else None

    @property
    def version(self) -> Version | None:
        """The version of it that is chosen."""
        statement = self.statement
        if statement is None:
            return None
        places = [*statement.places]
        return places[min(self._version, len(places) - 1)]

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        page, line = self.page, y + round(self.scroll_y)
        if page is None or line >= page.height:
            return Strip.blank(self.size.width, self.rich_style)
        here = bool(page.statements) and (
            page.top(self.at) <= line < page.bottom(self.at)
        )
        segments = [
            Segment(CURSOR if here else " ", self._style("cursor", 0, here)),
            *(
                Segment(run.text, self._style(run.tone.value, 0, here))
                for run in page.line(line, self.at, self.version)
            ),
        ]
        rest = self._style("blank", 0, here)
        return Strip(segments).adjust_cell_length(self.size.width, rest)

    def _make_style(self, tone: str, shade: int, here: bool) -> Style:
        del shade
        style = self.rich_style
        if here:
            style += self.get_component_rich_style("account--current", partial=True)
        if f"account--{tone}" in self.COMPONENT_CLASSES:
            style += self.get_component_rich_style(f"account--{tone}", partial=True)
        return style

    # Moving

    def go_to(self, at: int, version: int = 0) -> None:
        """Makes a statement the current one and brings it in sight."""
        page = self.page
        if page is None or not self.size.height:
            return
        self.at = min(max(at, 0), max(0, len(page.statements) - 1))
        self._version = version
        if page.statements:
            self._bring_in_sight(page.head(self.at), page.bottom(self.at))
        self.refresh()
        self.post_message(self.Moved())

    def scroll_page(self, halves: int) -> None:
        """Half pages down, or up for a negative number; the statement goes along."""
        page = self.page
        if page is None or not page.statements:
            return
        line = self._half_pages_on(page.top(self.at), halves, page.height)
        there = page.statement_at(line)
        if there == self.at:
            there += 1 if halves > 0 else -1
        self.go_to(there)
        if self.at == len(page.statements) - 1 and halves > 0:
            self._scroll(page.height - self.size.height)

    def go_to_section(self, step: int) -> None:
        """The first statement of the next (1) or previous (-1) section, around."""
        starts = self.page.sections() if self.page else []
        if starts:
            ahead = [at for at in starts if (at - self.at) * step > 0] or starts
            self.go_to(min(ahead) if step > 0 else max(ahead))

    def choose(self, step: int) -> None:
        """The next (1) or previous (-1) version of the current statement, around."""
        if (statement := self.statement) is not None:
            number = len([*statement.places])
            self.go_to(self.at, (self._version + step) % number)

    def on_click(self, event: events.Click) -> None:
        """A click makes a statement the current one; on that it opens it."""
        line = event.y + round(self.scroll_y)
        if self.page is None or not self.page.statements or line >= self.page.height:
            return
        there = self.page.statement_at(line)
        if there == self.at:
            self.post_message(self.Opened())
        else:
            self.go_to(there)
