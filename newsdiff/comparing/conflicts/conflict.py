"""One thing that two articles tell with two values."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsdiff.model import SIDES, Fact, Kind, Pair, Side, Span, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A conflict before it is a fact."""

    kind: Kind
    value: Pair[str]
    spans: Pair[tuple[Span, ...]]
    """In order; never empty."""
    note: str
    """What differs, in words that hold whichever article is A."""
    resolved: Pair[str | float | None] = Pair(None, None)
    mentions: Pair[frozenset[Span]] = Pair(frozenset(), frozenset())
    """Places of the mentions whose values these are."""

    def repeats(self, other: Conflict) -> bool:
        """Whether both say the same of places that overlap."""
        return (
            self.kind is other.kind
            and all(_within(self.value[s], other.value[s]) for s in SIDES)
            and any(self.overlaps(other, s) for s in SIDES)
        )

    def overlaps(self, other: Conflict, side: Side) -> bool:
        """Whether the places of both overlap on one side."""
        return any(
            one.start < two.end and two.start < one.end
            for one in self.spans[side]
            for two in other.spans[side]
        )

    def joined(self, other: Conflict) -> Conflict:
        """This conflict at the places of both."""
        both = (tuple(sorted({*self.spans[s], *other.spans[s]})) for s in SIDES)
        mentions = (self.mentions[s] | other.mentions[s] for s in SIDES)
        return replace(self, spans=Pair(*both), mentions=Pair(*mentions))

    @property
    def swapped(self) -> Conflict:
        """The same with the articles exchanged."""
        return replace(
            self,
            value=self.value.swapped,
            spans=self.spans.swapped,
            resolved=self.resolved.swapped,
            mentions=self.mentions.swapped,
        )

    @property
    def hedged(self) -> Conflict:
        """The same as a matter of how sure it is."""
        return replace(self, kind=Kind.CERTAINTY, resolved=Pair(None, None))

    @property
    def fact(self) -> Fact:
        """What the ledger lists."""
        return Fact(
            kind=self.kind,
            status=Status.CONFLICT,
            absence=None,
            value=self.value.map(lambda words: words),
            resolved=self.resolved,
            spans=self.spans,
            note=f"{self.note[0].upper()}{self.note[1:]}.",
        )


def _within(one: str, other: str) -> bool:
    one, other = one.casefold(), other.casefold()
    return one in other or other in one
