"""From a row to another, to elsewhere, to another pair: ] j m = w J , x p c."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdiff.comparing import Mark, Row
from newsdiff.comparing.cross_references import (
    CrossReference,
    Relation,
    explainable,
    find_cross_references,
    shared_places,
)
from newsdiff.layout import Entry, Page, Spots
from newsdiff.model import Pair, SentencePlace, Side, Status
from newsdiff.tui.diff.telling import facts_by_row, merged_spots
from newsdiff.wording.blocks import percent
from newsdiff.wording.card import spots_of

if TYPE_CHECKING:
    from newsdiff.tui.diff.host import DiffHost
    from newsdiff.tui.diff.opening import Opening
    from newsdiff.tui.session.shelf import PairOf, Shelf

_NO_ROW = {
    Mark.CONFLICT: "nothing is told with another value",
    Mark.ONLY_A: "A tells nothing that B was not found to tell",
    Mark.ONLY_B: "B tells nothing that A was not found to tell",
}
_STATUSES = {
    Mark.CONFLICT: Status.CONFLICT,
    Mark.ONLY_A: Status.ONLY_A,
    Mark.ONLY_B: Status.ONLY_B,
}
_KINDS = {
    Mark.CONFLICT: "in conflict",
    Mark.ONLY_A: "only in A",
    Mark.ONLY_B: "only in B",
}
_NOWHERE = "told nowhere else, and nothing comes near"
_OPPOSITE = "told beside it, and nowhere else"


@dataclass(frozen=True, slots=True)
class Trail:
    """The way taken from a row, by sentences: rows change with the view."""

    start: SentencePlace
    references: tuple[CrossReference, ...]
    """At least one."""
    at: int = 0
    """Which reference the reader is at; behind the last one: back at the start."""

    @property
    def here(self) -> SentencePlace:
        """The sentence the trail has led to."""
        if self.reference is None:
            return self.start
        return self.reference.side, self.reference.sentence

    @property
    def reference(self) -> CrossReference | None:
        """Where the reader is; None back at the start."""
        return self.references[self.at] if self.at < len(self.references) else None

    @property
    def next(self) -> Trail:
        """One reference on; behind the last one, back at the start."""
        return replace(self, at=(self.at + 1) % (len(self.references) + 1))

    @property
    def words(self) -> str:
        """What the trail has led to: "from A 7: told at B 12, 1 of 3".

        The row that it says this of is no longer the current one, so it is named.
        """
        start = f"{self.start[0].name} {self.start[1] + 1}"
        if self.reference is None:
            return f"back at {start}"
        several = len(self.references) > 1
        number = f", {self.at + 1} of {len(self.references)}" if several else ""
        return f"from {start}: {_where(self.reference)}{number}"


def place_of(entry: Entry) -> SentencePlace:
    """The first sentence of a row: it is found again in whatever way it is shown."""
    side = Side.A if entry.sentences.a else Side.B
    return side, entry.sentences[side][0]


def offer(page: Page, row: int) -> str:
    """What a row without a counterpart may be followed to: "nearest, 23%: B 9"."""
    entry = page.rows[row]
    if not isinstance(entry, Row) or entry.mark.side is None:
        return ""
    references = find_cross_references(page.comparison, entry)
    return _where(references[0]) if references else ""


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


def _spots(page: Page, trail: Trail) -> Spots:
    """The words that both sentences have, or say in others, in the one gone to."""
    reference = trail.reference
    if reference is None:
        return Pair((), ())
    article = page.comparison.articles[reference.side]
    side = reference.side
    spans = (
        *shared_places(article, reference.sentence, reference.reason),
        *(one.spans[side] for one in reference.paraphrases if not one.inflected),
    )
    return Pair.on(side, tuple(sorted(spans)), ())


class Navigation:
    """Where the keys lead that move.

    Args:
        host: The screen of the texts.
        opening: Which pair is asked for, and which is on the screen.
        shelf: The articles.
    """

    def __init__(self, host: DiffHost, opening: Opening, shelf: Shelf) -> None:
        self._host = host
        self._opening = opening
        self._shelf = shelf
        self._trail: Trail | None = None
        """The way taken from a row to where it is told elsewhere."""

    def forget(self) -> None:
        """Other texts are shown: no way leads through them yet."""
        self._trail = None

    # To other lines

    def action_change(self, step: int) -> None:
        """The next (1) or previous (-1) change, around the end."""
        wrapped = self._host.view.next_change(step)
        end = "top" if step > 0 else "bottom"
        self._host.remark(f"went on from the {end}" if wrapped else "")

    def action_marked(self, mark: str) -> None:
        """The next row that tells something of a kind, around the end.

        Rows and not facts are gone to: one press brings out all that a row has of the
        kind, where five facts of one sentence would take five that move nothing.
        """
        kind, view = Mark(mark), self._host.view
        page = view.page
        if page is None:
            return
        facts = facts_by_row(page, _STATUSES[kind])
        rows = sorted({*page.marked(kind), *facts})
        if not rows:
            self._host.remark(_NO_ROW[kind])
            return
        wrapped = view.next_of(rows, 1)
        here = facts.get(view.row, ())
        if here:
            view.point_out(merged_spots(page, here))
        said = ["the only one" if len(rows) == 1 else ""]
        said += ["went on from the top"] if wrapped and len(rows) > 1 else []
        if len(here) > 1:
            said.append(f"{len(here)} {_KINDS[kind]} on this row")
        self._host.remark(", ".join(filter(None, said)))

    def action_scroll(self, lines: int) -> None:
        """Lines down, or up for a negative number."""
        self._host.hush()
        if abs(lines) != 1 or not self._host.view.step_in_card(lines):
            self._host.view.scroll_lines(lines)

    def action_sideways(self, step: int) -> None:
        """The next (1) or previous (-1) item of the card; elsewhere, change."""
        self._host.hush()
        if not self._host.view.step_to_item(step):
            self.action_change(step)

    def action_enter(self) -> None:
        """From an item of the card to its sentence, from a row to where else it is."""
        item, page = self._host.view.at_item, self._host.view.page
        if item is None or page is None:
            self.action_follow()
            return
        spots = spots_of(page.comparison, item.fact)
        self._host.view.go_to_place(*item.place, spots)
        self._host.remark("")

    def action_page(self, halves: int) -> None:
        """Half pages down, or up for a negative number."""
        height = self._host.view.clear_height
        whole = height - 2 if abs(halves) == 2 else height // 2
        self._host.hush()
        self._host.view.scroll_lines(max(1, whole) * (1 if halves > 0 else -1))

    def action_top(self) -> None:
        """The first line."""
        self._host.hush()
        self._host.view.go_to_end(top=True)

    def action_bottom(self) -> None:
        """The last line."""
        self._host.hush()
        self._host.view.go_to_end(top=False)

    # To where the same is told

    def action_follow(self) -> None:
        """Goes where the current row is told elsewhere, and back."""
        view = self._host.view
        page = view.page
        if page is None or not page.rows:
            self._trail, remark = None, ""
        elif trail := self._current_trail():
            self._trail, remark = trail.next, trail.next.words
        else:
            self._trail, remark = _begun(page, view.row)
        if page is not None and self._trail is not None:
            view.go_to_place(*self._trail.here, _spots(page, self._trail))
        self._host.remark(remark)

    def _current_trail(self) -> Trail | None:
        """The way taken, unless the reader has left it."""
        trail, page = self._trail, self._host.view.page
        if trail is None or page is None:
            return None
        return trail if page.row_of(*trail.here) == self._host.view.row else None

    def action_why(self) -> None:
        """Says why the current row is linked, or is not."""
        from newsdiff.tui.diff.why_screen import WhyScreen

        page = self._host.view.page
        row = page.rows[self._host.view.row] if page and page.rows else None
        pairs = self._in_question(page, row) if page and isinstance(row, Row) else ()
        if page is None or not pairs:
            self._host.remark("nothing was weighed here: no sentence comes near")
        else:
            articles = page.comparison.articles
            screen = WhyScreen(articles, pairs, self._host.compare_again)
            self._host.app.push_screen(screen)

    def _in_question(self, page: Page, row: Row) -> tuple[Pair[int], ...]:
        """The pairs of sentences that can be explained, what was followed first."""
        pairs = explainable(page.comparison, row)
        trail = self._current_trail()
        reference = trail.reference if trail else None
        if reference and reference.relation is not Relation.MOVED:
            pairs = (reference.pair, *pairs)
        return tuple(dict.fromkeys(pairs))

    def action_claim(self) -> None:
        """Tests a claim against the story; the current row's sentence is one."""
        from newsdiff.tui.asking.claim_screen import ClaimScreen, claimable

        page, shown = self._host.view.page, self._opening.shown
        if page is None or shown is None or not page.rows:
            return
        side, sentence = place_of(page.rows[self._host.view.row])
        words = claimable(page.comparison.articles[side], sentence)

        def show(place: int, sentence: int) -> None:
            if place in shown:
                at = Side.A if place == shown.a else Side.B
                self._open_over(shown, (at, sentence))
            else:
                self._open_over(Pair(shown.a, place), (Side.B, sentence))

        places = self._shelf.around(shown)
        self._host.app.push_screen(ClaimScreen(self._shelf, places, show, words))

    def action_alone(self) -> None:
        """One article alone: that of the current row, A where it has both."""
        from newsdiff.tui.article.screen import ArticleScreen

        page, shown = self._host.view.page, self._opening.shown
        if page is not None and shown is not None and page.rows:
            side, sentence = place_of(page.rows[self._host.view.row])
            screen = ArticleScreen(self._shelf, shown[side], sentence)
            self._host.app.push_screen(screen)

    # To other articles

    def action_pair(self, step: int) -> None:
        """The next (1) or previous (-1) pair of the list."""
        self._leaf(self._shelf.neighbour(self._opening.pair, step))

    def action_other(self, side: str) -> None:
        """The next article on one side, the other side kept."""
        self._leaf(self._shelf.leaf(self._opening.pair, Side(side)))

    def _leaf(self, pair: PairOf) -> None:
        if pair in (self._opening.pair, self._opening.pair.swapped):
            self._host.remark("there is no other article")
        else:
            self._host.open(pair)

    def action_swap(self) -> None:
        """A becomes B."""
        self._host.open(self._opening.pair.swapped)

    def action_pairs(self) -> None:
        """All pairs and what they have in common; Enter opens one over them."""
        from newsdiff.tui.story.pairs_screen import PairsScreen

        screen = PairsScreen(self._shelf, self._opening.pair, self._open_over)
        self._host.app.push_screen(screen)

    def action_coverage(self) -> None:
        """All facts of the story and who tells them; Enter compares two over them."""
        from newsdiff.tui.story.coverage_screen import CoverageScreen

        screen = CoverageScreen(self._shelf, self._opening.pair.a, self._open_over)
        self._host.app.push_screen(screen)

    def _open_over(self, pair: PairOf, at: SentencePlace | None = None) -> None:
        """Shows a pair over the screen it was chosen on: back leads there again."""
        from newsdiff.tui.diff.screen import DiffScreen

        self._host.app.push_screen(DiffScreen(self._shelf, pair, at))

    def action_story(self) -> None:
        """The story of both articles, in words."""
        from newsdiff.tui.shared.screen import AccountWanted

        self._host.app.post_message(AccountWanted([*self._opening.pair]))

    def action_desk(self) -> None:
        """Who says what, and when, in all articles of the story."""
        from newsdiff.tui.shared.screen import DeskWanted

        self._host.app.post_message(DeskWanted([*self._opening.pair]))


def _begun(page: Page, row: int) -> tuple[Trail | None, str]:
    """The first step from a row, and what to say of it or of why there is none."""
    entry = page.rows[row]
    if not isinstance(entry, Row):
        return None, "what is folded away cannot be followed"
    references = find_cross_references(page.comparison, entry, page.options.order)
    if not references:
        both = entry.sentences.a and entry.sentences.b
        return None, _OPPOSITE if both else _NOWHERE
    trail = Trail(place_of(entry), references)
    return trail, trail.words
