"""What a value or name stands for in its sentence: what is told of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsdiff.comparing.conflicts.readings import Reading
from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.english.events import is_state, time_of
from newsdiff.model import Kind, Mention, Span

_REACH: Final = 5
"""Words on each side of a value that are next to it."""
_HEDGED: Final = 3
"""Words before a number among which a hedge is one of the number."""


@dataclass(frozen=True)
class Around:
    """What stands around a place in its sentence, whatever that is compared with."""

    reading: Reading
    span: Span

    @cached_property
    def place(self) -> range:
        """Which words of the sentence it is."""
        starts, span = self.reading.starts, self.span
        return range(bisect_left(starts, span.start), bisect_left(starts, span.end))

    @cached_property
    def near(self) -> frozenset[str]:
        """The roots of the words next to it."""
        return self._within(_REACH)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The roots of the two words on each side of it."""
        return self._within(2)

    def _within(self, reach: int) -> frozenset[str]:
        words, place = self.reading.words, self.place
        around = (
            *words[max(0, place.start - reach) : place.start],
            *words[place.stop : place.stop + reach],
        )
        roots = self.reading.roots
        return frozenset(root for w in around for root in roots.get(w.start, ()))

    @cached_property
    def clause(self) -> Span:
        """The clause it stands in."""
        return self.reading.clause(self.span.start)

    @cached_property
    def told(self) -> frozenset[str]:
        """The roots of its clause."""
        return self.reading.roots_in(self.clause)

    @cached_property
    def event(self) -> frozenset[str]:
        """What happened to it: the events of the nearest word in its clause."""
        words, place, within = self.reading.words, self.place, self.clause
        options = [
            (max(place.start - n, n - place.stop + 1), n)
            for n in self.reading.events
            if within.start <= words[n].start < within.end and n not in place
        ]
        return self.reading.events[min(options)[1]] if options else frozenset()

    @cached_property
    def events(self) -> frozenset[str]:
        """Every event of its clause."""
        return self.reading.events_in((self.clause,))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its clause, folded."""
        start, end = self.clause
        return frozenset(w.folded for w in self.reading.words if start <= w.start < end)

    @cached_property
    def times(self) -> frozenset[str]:
        """Words of its clause that say of what time it is told: "last", "now"."""
        return frozenset(filter(None, map(time_of, self.words)))

    @cached_property
    def is_state(self) -> bool:
        """Whether it merely was so at some time."""
        return any(map(is_state, self.words)) and not self.event - {"contain"}

    def word(self, step: int) -> str:
        """The word so far before (-1) or after (1, 2) it; empty at the ends."""
        at = self.place.start + step if step < 0 else self.place.stop + step - 1
        words = self.reading.words
        return words[at].folded if 0 <= at < len(words) else ""


@dataclass(frozen=True)
class Slot:
    """A value in its sentence."""

    scene: Scene
    mention: Mention

    @cached_property
    def around(self) -> Around:
        """What stands around it."""
        known, span = self.scene.reading.known, self.mention.span
        found: Around | None = known.get(span)
        if found is None:
            found = known[span] = Around(self.scene.reading, span)
        return found

    def names(self, kinds: Iterable[Kind]) -> frozenset[str]:
        """The keys of the names of its clause that say nothing in the sentence.

        Those of the sentence where the clause has none.
        """
        speaking = {s.source.key for s in self.scene.sayings}
        every = [
            m
            for m in self.scene.mentions
            if m.kind in kinds and m is not self.mention and m.key not in speaking
        ]
        return frozenset(m.key for m in filter(self._holds, every)) or frozenset(
            m.key for m in every
        )

    @property
    def hedge(self) -> str | None:
        """The rung of a hedge right before it: "could reach 15 million"."""
        hedges = self.scene.reading.hedges
        before = max(0, self.around.place.start - _HEDGED)
        starts = self.scene.reading.starts
        reach = starts[before] if starts else 0
        close = [h for h in hedges if reach <= h.span.start < self.mention.span.start]
        return close[-1].key if close else None

    @property
    def is_timed(self) -> bool:
        """Whether its sentence says of what moment it is told: "when he came"."""
        return "when" in self.scene.reading.folded

    @cached_property
    def is_quoted(self) -> bool:
        """Whether it stands in a quotation."""
        span = self.mention.span
        return any(
            q.span.start <= span.start and span.end <= q.span.end
            for q in self.scene.side.quotes
            if q.sentence == self.scene.sentence
        )

    @cached_property
    def bracketed_by(self) -> str | None:
        """The key of the name in front of the brackets it stands in."""
        text, at = self.scene.reading.text, self.mention.span.start
        opened = text.rfind("(", self.scene.reading.span.start, at)
        if opened < 0 or ")" in text[opened:at]:
            return None
        return next(
            (
                m.key
                for m in self.scene.mentions
                if m.kind.is_name and text[m.span.end : opened].isspace()
            ),
            None,
        )

    @cached_property
    def dated(self) -> tuple[Slot, ...]:
        """The dates of its clause, itself apart; of the sentence if it has none."""
        every = [
            m
            for m in self.scene.mentions
            if m.kind is Kind.DATE and m is not self.mention
        ]
        inside = [m for m in every if self._holds(m)]
        return tuple(slot_of(self.scene, m) for m in inside or every)

    @cached_property
    def days(self) -> frozenset[str]:
        """The keys of these dates."""
        return frozenset(slot.mention.key for slot in self.dated)

    @property
    def values(self) -> tuple[Mention, ...]:
        """The other numbers and dates of its clause; of the sentence if it has none."""
        every = tuple(m for m in self.scene.values if m is not self.mention)
        return tuple(filter(self._holds, every)) or every

    @property
    def numbers(self) -> tuple[Mention, ...]:
        """The numbers among these."""
        return tuple(m for m in self.values if m.kind is Kind.NUMBER)

    def _holds(self, mention: Mention) -> bool:
        return self.around.clause.start <= mention.span.start < self.around.clause.end


def slot_of(scene: Scene, mention: Mention) -> Slot:
    """The slot of a value; the same one for everybody who asks."""
    found: Slot | None = scene.kept.get(mention)
    if found is None:
        found = scene.kept[mention] = Slot(scene, mention)
    return found
