"""Keys that need the texts say so while these are being compared."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from newsdiff.tui.keys import table as keys

if TYPE_CHECKING:
    from newsdiff.tui.diff.opening import Opening
    from newsdiff.tui.diff.screen import DiffScreen

_ANYTIME: Final = frozenset(
    "close pair other swap pairs coverage story desk reload legend".split()
    + "find only_matches".split()
)
"""What can be done without the texts, or waits for them itself."""


class Readiness:
    """Answers in the place of keys that have nothing to work on.

    Args:
        screen: Whose keys they are; all its parts answer to theirs by now.
        opening: Whether the texts are on their way.
    """

    def __init__(self, screen: DiffScreen, opening: Opening) -> None:
        self._screen = screen
        self._opening = opening
        needing = {b.action.partition("(")[0] for b in keys.bindings(keys.DIFF)}
        for name in needing - _ANYTIME:
            work = getattr(screen, f"action_{name}")
            setattr(screen, f"action_{name}", partial(self._if_there, work))

    def _if_there(self, work: Callable[..., object], *how: object) -> object:
        """Does it, or says why it cannot be done yet."""
        if self._screen.view.page is not None and not self._opening.is_late:
            return work(*how)
        if self._opening.is_waiting:
            self._screen.remark("still comparing: this key works once that is done")
        else:
            again = self._screen.key_to("diff.reload")
            self._screen.remark(
                f"there are no texts to do that with; {again} tries again"
            )
        return None
