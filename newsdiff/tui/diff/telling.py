"""Which rows tell facts of a kind, and with which words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsdiff.comparing import Row
from newsdiff.layout import Page, Spots
from newsdiff.model import Fact, Pair, Span, Status
from newsdiff.wording.card import first_place, spots_of


def facts_by_row(page: Page, status: Status) -> Mapping[int, Sequence[Fact]]:
    """The facts of a status by the row that tells them first, but trivial ones.

    What is folded away is not listed.
    """
    found: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in page.ranking.of(status).telling:
        place = first_place(page.comparison, fact)
        row = page.row_of(*place) if place is not None else None
        if row is not None and isinstance(page.rows[row], Row):
            found[row].append(fact)
    return found


def merged_spots(page: Page, facts: Sequence[Fact]) -> Spots:
    """The words of some facts, what overlaps as one."""
    spots = [spots_of(page.comparison, fact) for fact in facts]
    return Pair.each(lambda side: _merged(span for own in spots for span in own[side]))


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
