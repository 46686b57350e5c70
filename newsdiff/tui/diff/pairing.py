"""Which sentences a person pairs or parts, where one key does not say it: P U Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdiff.corrections import Saying, What, link_place
from newsdiff.tui.diff.chosen import next_taken, parted_by, partner_of
from newsdiff.wording.sayings import pair_name, sentence_name

if TYPE_CHECKING:
    from newsdiff.layout import Page
    from newsdiff.model import Comparison, Pair, SentencePlace
    from newsdiff.tui.diff.correcting import Correcting
    from newsdiff.tui.diff.screen import DiffScreen


class Pairing:
    """The part of `Correcting` that links are.

    A sentence that was taken waits for its partner; of several links that could be
    parted one is offered, and waits for a yes.

    Args:
        correcting: What keeps what is said.
        screen: Where the texts are.
    """

    def __init__(self, correcting: Correcting, screen: DiffScreen) -> None:
        self._correcting = correcting
        self._screen = screen
        self._taken: SentencePlace | None = None
        """The sentence that waits for its partner."""
        self._offered: tuple[Pair[int], ...] = ()
        """The links of a row, of which the first is the one that Enter parts."""
        self._at = 0
        """How many of them were passed over; and the row they are of."""
        self._row = 0

    @property
    def waiting(self) -> str:
        """What waits, for the status line; empty for nothing."""
        key_to = self._screen.key_to
        if self._offered:
            pair, number = self._offered[self._at], len(self._offered)
            which = f"{pair_name(pair)} ({self._at + 1} of {number})"
            return f"Enter parts {which}, {key_to('diff.part')} the next, Esc none"
        if self._taken is None:
            return ""
        keys = f"{key_to('diff.pair-up')} or {key_to('diff.enter')}"
        name = sentence_name(self._taken)
        return f"{name} taken: {keys} on the other side, Esc drops it"

    def forget(self) -> None:
        """Nothing waits."""
        self._taken, self._offered = None, ()

    def move(self) -> None:
        """The reader has moved: links of the row before are no longer offered."""
        if self._row != self._screen.view.row:
            self._offered = ()

    def pair_up(self, page: Page) -> None:
        """Takes a sentence; on another row, pairs it with the one there."""
        comparison, row = page.comparison, page.rows[self._screen.view.row]
        taken, self._offered = self._taken, ()
        if taken is None or taken[1] in row.sentences[taken[0]]:
            self._taken = next_taken(comparison, row, taken)
            none = "nothing is taken" if taken else "this is not compared: B changes it"
            self._screen.remark("" if self._taken else none)
            return
        partner = partner_of(comparison, row, taken)
        if partner is None:
            other = taken[0].other.name
            self._screen.remark(f"no compared sentence of {other} is here: go to one")
            return
        self._taken = None
        self.pair(comparison, partner)

    def pair(self, comparison: Comparison, sentences: Pair[int]) -> None:
        """Says that two sentences tell the same, unless newsdiff says so too."""
        known = [k for k in comparison.links if k.sentences == sentences]
        if any(k.state.value == "matched" for k in known):
            check = self._screen.key_to("diff.checked")
            self._screen.remark(f"newsdiff pairs them too: {check} marks it checked")
            return
        place = link_place(comparison.articles, sentences)
        self._correcting.say([Saying(what=What.LINKED, place=place)])

    def part(self, page: Page) -> None:
        """Parts what is paired in the current row; of several asks which."""
        row = self._screen.view.row
        pairs = parted_by(page.comparison, page.rows[row])
        self._taken = None
        if len(pairs) < 2:
            self._offered = ()
            self._part(page, pairs)
            return
        again = self._offered == pairs and self._row == row
        self._at = (self._at + 1) % len(pairs) if again else 0
        self._offered, self._row = pairs, row
        self._screen.remark("")

    def _part(self, page: Page, pairs: tuple[Pair[int], ...]) -> None:
        articles = page.comparison.articles
        if pairs:
            places = [link_place(articles, pair) for pair in pairs]
            said = [Saying(what=What.LINKED, place=p, holds=False) for p in places]
            self._correcting.say(said)
        else:
            self._screen.remark("nothing is paired here")

    def finish(self, page: Page) -> bool:
        """Pairs what waits with what is here, or parts it; whether anything waited."""
        if self._offered:
            chosen, self._offered = self._offered[self._at], ()
            self._part(page, (chosen,))
            return True
        taken = self._taken
        if taken is None:
            return False
        row = page.rows[self._screen.view.row]
        if taken[1] in row.sentences[taken[0]]:
            name, other = sentence_name(taken), taken[0].other.name
            words = f"this is {name} itself: go to a sentence of {other}"
            self._screen.remark(words)
        else:
            self.pair_up(page)
        return True
