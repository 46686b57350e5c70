"""From a row to where the same is told elsewhere, and back."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.comparing import Row
from newsdiff.comparing.cross_references import (
    CrossReference,
    Relation,
    explainable,
    find_cross_references,
    shared_places,
)
from newsdiff.layout import Page, Spots
from newsdiff.model import Pair, Side
from newsdiff.tui.diff.view import DiffView
from newsdiff.wording.blocks import percent

_NOWHERE = "told nowhere else, and nothing comes near"
_OPPOSITE = "told beside it, and nowhere else"


@dataclass(frozen=True, slots=True)
class Trail:
    """The way taken from a row, by sentences: rows change with the view."""

    start: tuple[Side, int]
    references: tuple[CrossReference, ...]
    at: int
    """Which reference the reader is at; behind the last one: back at the start."""

    @property
    def here(self) -> tuple[Side, int]:
        """The sentence the trail has led to."""
        if self.at == len(self.references):
            return self.start
        return self.references[self.at].side, self.references[self.at].sentence

    @property
    def reference(self) -> CrossReference | None:
        """Where the reader is; None back at the start."""
        return self.references[self.at] if self.at < len(self.references) else None

    @property
    def words(self) -> str:
        """What the trail has led to: "told at B 12, 1 of 3"."""
        if self.reference is None:
            return f"back at {self.start[0].name} {self.start[1] + 1}"
        number = (
            f", {self.at + 1} of {len(self.references)}"
            if len(self.references) > 1
            else ""
        )
        return f"{_where(self.reference)}{number}"


def offer(page: Page, row: int) -> str:
    """What a row without a counterpart may be followed to: "nearest, 23%: B 9"."""
    entry = page.rows[row]
    if not isinstance(entry, Row) or entry.mark.side is None:
        return ""
    found = find_cross_references(page.comparison, entry)
    return _where(found[0]) if found else ""


def _where(reference: CrossReference) -> str:
    name = f"{reference.side.name} {reference.sentence + 1}"
    match reference.relation:
        case Relation.MATCHED:
            return f"told at {name}"
        case Relation.RELATED:
            return f"related, {percent(reference.score)}: {name}"
        case Relation.NEAREST:
            return f"nearest, {percent(reference.score)}: {name}, not linked"
        case Relation.MOVED:
            return f"{reference.side.name} tells it here, by {name}"


def follow(view: DiffView, trail: Trail | None) -> tuple[Trail | None, str]:
    """Goes one reference on from the current row; behind the last one, back.

    Args:
        view: Where the texts are shown.
        trail: The way taken so far; another one begins where the reader left it.

    Returns:
        The way, None where there is none, and what to say of it.
    """
    page = view.page
    if page is None or not page.rows:
        return None, ""
    if trail is not None and trail.references and _is_at(view, trail):
        trail = Trail(
            trail.start, trail.references, (trail.at + 1) % (len(trail.references) + 1)
        )
    else:
        row = page.rows[view.row]
        if not isinstance(row, Row):
            return None, "what is folded away cannot be followed"
        found = find_cross_references(page.comparison, row, page.options.order)
        start = next((s, i) for s in Side for i in row.sentences[s])
        if not found:
            both = row.sentences.a and row.sentences.b
            return None, _OPPOSITE if both else _NOWHERE
        trail = Trail(start, found, 0)
    view.go_to_place(*trail.here, _spots(view, trail))
    return trail, trail.words


def _is_at(view: DiffView, trail: Trail) -> bool:
    page = view.page
    return page is not None and page.row_of(*trail.here) == view.row


def _spots(view: DiffView, trail: Trail) -> Spots:
    """The words that both sentences have, in the one that is gone to."""
    reference, page = trail.reference, view.page
    if reference is None or page is None:
        return Pair((), ())
    article = page.comparison.articles[reference.side]
    spans = shared_places(article, reference.sentence, reference.reason)
    return Pair.on(reference.side, spans, ())


def in_question(view: DiffView, trail: Trail | None) -> tuple[Pair[int], ...]:
    """The pairs of sentences that can be explained of the current row.

    What the reader has just followed comes first.
    """
    page = view.page
    row = page.rows[view.row] if page and page.rows else None
    if page is None or not isinstance(row, Row):
        return ()
    pairs = explainable(page.comparison, row)
    followed = trail.reference if trail and _is_at(view, trail) else None
    if followed and followed.relation is not Relation.MOVED:
        pairs = (followed.pair, *pairs)
    return tuple(dict.fromkeys(pairs))
