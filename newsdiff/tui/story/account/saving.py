"""Where to save a story in words."""

from __future__ import annotations

from newsdiff.export import ACCOUNT_FORMATS, render_accounts
from newsdiff.story.account import Account
from newsdiff.tui.sharing.saving import SavingScreen


class SaveAccountScreen(SavingScreen):
    """Saves an account.

    Args:
        account: What to save.
        why: A sentence to begin with; empty for none.
    """

    CSS_PATH = "../../sharing/save_screen.tcss"
    WHAT = "the story in words"
    FORMATS = ACCOUNT_FORMATS

    def __init__(self, account: Account, why: str) -> None:
        super().__init__(why)
        self._account = account

    def offered(self) -> str:
        """A file name to begin with."""
        return "story.md"

    def written(self, wanted: str) -> str:
        """The story in one of the formats."""
        return render_accounts([self._account], wanted)
