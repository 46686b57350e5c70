"""Taking a story in words along: copied, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.text.visible import visible
from newsdiff.tui.story.account.progress import NOT_YET
from newsdiff.wording.statements import statement_line

if TYPE_CHECKING:
    from newsdiff.tui.story.account.screen import AccountScreen


class Taking:
    """Answers the keys that copy and save.

    Args:
        screen: Where it is shown.
    """

    def __init__(self, screen: AccountScreen) -> None:
        self._screen = screen

    def action_copy(self) -> None:
        """Copies the current statement."""
        account, page = self._screen.shown, self._screen.view.page
        if account is None or page is None or not page.statements:
            self._screen.done(NOT_YET)
            return
        line = page.paragraph(self._screen.view.at)
        if line.statement is not None:
            said = statement_line(account, line.number, line.statement, apart=True)
            self._copy(f"{visible(said.text)}\n", f"statement {line.number}")

    def action_copy_all(self) -> None:
        """Copies the page as Markdown; what is too large can be saved."""
        from newsdiff.export import render_accounts
        from newsdiff.tui.sharing.clipboard import fits_clipboard

        if (account := self._screen.shown) is None:
            self._screen.done(NOT_YET)
            return
        text = render_accounts([account], "markdown")
        if fits_clipboard(text):
            self._copy(text, "all as Markdown")
        else:
            self._save("This is too large for the clipboard of a terminal.")

    def action_save(self) -> None:
        """Asks where to save the page."""
        self._save("")

    def _copy(self, text: str, what: str) -> None:
        self._screen.app.copy_to_clipboard(text)
        size = f"{len(text):,} characters"
        self._screen.done(f"sent to the terminal's clipboard: {what}, {size}")

    def _save(self, why: str) -> None:
        from newsdiff.tui.story.account.saving import SaveAccountScreen

        def saved(path: str | None) -> None:
            if path:
                self._screen.done(f"saved: {path}")

        if (account := self._screen.shown) is not None:
            self._screen.app.push_screen(SaveAccountScreen(account, why), saved)
        else:
            self._screen.done(NOT_YET)
