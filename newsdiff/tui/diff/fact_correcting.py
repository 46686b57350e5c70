"""What a person says of facts in the panel: - parts one, + joins two."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdiff.corrections import AGREE, Saying, What, fact_place, joint_place
from newsdiff.model import Fact, Pair, Status
from newsdiff.tui.diff.chosen import partner_of
from newsdiff.wording.sayings import fact_name

if TYPE_CHECKING:
    from newsdiff.tui.diff.correcting import Correcting
    from newsdiff.tui.diff.screen import DiffScreen


class FactCorrecting:
    """The part of `Correcting` that facts are.

    Args:
        correcting: What keeps what is said.
        screen: Where the panel is.
    """

    def __init__(self, correcting: Correcting, screen: DiffScreen) -> None:
        self._correcting = correcting
        self._screen = screen
        self._taken: Fact | None = None
        """The fact of one article that waits for its other half."""

    @property
    def in_panel(self) -> bool:
        """Whether keys go to the panel."""
        return self._screen.panel.is_open and self._screen.panel.facts.has_focus

    @property
    def current(self) -> Fact | None:
        """The fact the panel stands on."""
        return self._screen.panel.current

    @property
    def waiting(self) -> str:
        """What waits for its other half; empty for nothing."""
        taken = self._taken
        if taken is None or taken.status.side is None:
            return ""
        key, other = self._screen.key_to("facts.join"), taken.status.side.other.name
        return f"{fact_name(taken)} taken: {key} or Enter where {other} tells it"

    def forget(self) -> None:
        """Nothing is taken."""
        self._taken = None

    def finish(self) -> bool:
        """Joins the fact that was taken with what is here; whether there was one.

        In the panel that is its current fact, which must be of the other article: Enter
        on another goes there.
        """
        taken = self._taken
        if taken is None:
            return False
        fact = self.current if self.in_panel else None
        if self.in_panel and (fact is None or fact.status is taken.status):
            return False
        if fact is None:
            self.join_here()
        else:
            self.join()
        return True

    def join_here(self) -> None:
        """Says that the current row tells the fact that was taken."""
        page, taken = self._screen.view.page, self._taken
        side = taken.status.side if taken else None
        if taken is None or side is None:
            panel = self._screen.key_to("diff.facts")
            self._screen.remark(f"no fact is taken: + in the facts panel ({panel})")
            return
        row = page.rows[self._screen.view.row] if page and page.rows else None
        first = page and page.comparison.articles[side].sentence_at(
            taken.spans[side][0].start
        )
        pair = None
        if page is not None and row is not None and isinstance(first, int):
            pair = partner_of(page.comparison, row, (side, first))
        if page is None or pair is None:
            name = side.other.name
            self._screen.remark(f"no compared sentence of {name} is here: go to one")
            return
        there = page.comparison.articles[side.other].sentences[pair[side.other]].span
        spans = Pair.on(side, taken.spans[side], (there,))
        place = replace(fact_place(taken), spans=spans)
        self._taken = None
        self._correcting.say([Saying(what=What.SAME_FACT, place=place)])

    def part(self) -> None:
        """Says that what both tell otherwise is not the same fact."""
        fact = self.current
        if fact is None:
            return
        if fact.status.side is not None:
            self._screen.remark("one article alone tells this: nothing to part")
            return
        place = fact_place(fact)
        self._correcting.say([Saying(what=What.SAME_FACT, place=place, holds=False)])

    def join(self) -> None:
        """Takes a fact; on one of the other article, says that both are the same."""
        fact, taken = self.current, self._taken
        if fact is None:
            return
        if fact.status is Status.CONFLICT:
            place = fact_place(fact)
            agree = Saying(what=What.SAME_FACT, place=place, words=AGREE)
            self._taken = None
            self._correcting.say([agree])
        elif fact.status.side is None:
            self._screen.remark("both tell this: it is one fact already")
        elif taken is None or taken.status is fact.status:
            again = taken is not None and taken.spans == fact.spans
            self._taken = None if again else fact
            self._screen.remark("nothing is taken" if again else "")
        else:
            self._taken = None
            place = joint_place(taken, fact)
            self._correcting.say([Saying(what=What.SAME_FACT, place=place)])
