"""The facts that differ or that one article has alone; Enter leads to the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from newsdiff.comparing.grounds import find_unsure
from newsdiff.comparing.ranking import Ranking
from newsdiff.layout import NO_SPOTS, Page, Spots
from newsdiff.model import (
    Absence,
    Comparison,
    Fact,
    Kind,
    Pair,
    SentencePlace,
    Side,
    Status,
)
from newsdiff.text.cells import cells
from newsdiff.text.visible import visible
from newsdiff.tui.diff.fact_lines import fact_line
from newsdiff.tui.diff.facts_entries import (
    Arrangement,
    Entry,
    Heading,
    Shown,
    Trivial,
    counts_of,
    kinds_of,
    list_entries,
)
from newsdiff.tui.diff.facts_list import FactsList
from newsdiff.tui.shared.screen import plain
from newsdiff.wording.by_hand import SIGNS, fact_remarks, fact_sign
from newsdiff.wording.card import first_place, spots_of
from newsdiff.wording.facts import telling_place
from newsdiff.wording.phrases import KINDS, absence, kind_words, quoted

if TYPE_CHECKING:
    from newsdiff.layout.finding import Query

_BESIDE: Final = 150
"""Columns of the screen from which the panel stands beside the text."""
_BELOW: Final = 24
"""Lines of the screen from which the panel stands below the text."""
_TRIVIAL: Final = (
    "These say little: countries, weekdays, small numbers, and names that both have, "
    "in other forms."
)
_NONE: Final = Ranking((), ())


class PanelPlace(StrEnum):
    """Where the panel stands; a class of what holds it and the text."""

    BESIDE = "-beside"
    BELOW = "-below"
    OVER = "-over"


def place_on(screen: Size) -> PanelPlace:
    """The place that suits the size of the screen."""
    if screen.width >= _BESIDE:
        return PanelPlace.BESIDE
    return PanelPlace.BELOW if screen.height >= _BELOW else PanelPlace.OVER


class FactsPanel(Vertical):
    """Beside or below the text where there is room, over it where there is not."""

    class Jump(Message):
        """A person wants to see where a fact is told."""

        def __init__(self, place: SentencePlace, spots: Spots) -> None:
            super().__init__()
            self.place = place
            self.spots = spots

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[Entry] = []
        """One entry a line of the list."""
        self._worded: dict[tuple[int, int], Content] = {}
        """Entries in words, by their width."""
        self._shown = Shown()
        self._ranking = _NONE
        self._matches: int | None = None
        self._comparison: Comparison | None = None
        self._unsure: Sequence[Fact] = ()
        self._labels = Pair("A", "B")
        self._query: Query | None = None

    def compose(self) -> ComposeResult:
        """A title, the list, and what is claimed of the highlighted fact."""
        yield Static(classes="title")
        with Container():
            yield FactsList()
            yield Static(classes="explanation")

    @property
    def facts(self) -> FactsList:
        """The list."""
        return self.query_one(FactsList)

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self.has_class("-open")

    @property
    def covers(self) -> bool:
        """Whether it stands over the text."""
        return self.parent is not None and self.parent.has_class(PanelPlace.OVER)

    @property
    def in_front(self) -> bool:
        """Whether it is what the reader is looking at."""
        return self.is_open and (self.covers or self.facts.has_focus)

    def open(self, *, shown: bool) -> None:
        """Comes on the screen or goes from it."""
        self.set_class(shown, "-open")
        self.refill()

    def show(self, page: Page, labels: Pair[str]) -> None:
        """Lists the facts of another comparison, in the way the last were listed."""
        self._comparison, self._labels = page.comparison, labels
        self._unsure = [page.comparison.facts[n] for n in find_unsure(page.comparison)]
        self._ranking, self._facts = page.ranking, []
        if self._shown.kind not in kinds_of(self._ranking):
            self._shown = replace(self._shown, kind=None)
        self._list()

    def _list(self) -> None:
        """Lists what is wanted of the facts, the current one in its place if it can."""
        comparison = self._comparison
        if comparison is None:
            return
        before = self._current_entry
        self._worded.clear()
        self._facts = list(list_entries(comparison, self._ranking, self._shown))
        if isinstance(before, Trivial):  # the same line has other words now
            status = before.status
            again = (one for one in self._facts if isinstance(one, Trivial))
            before = next((one for one in again if one.status is status), None)
        self._matches = None
        at = next((n for n, one in enumerate(self._facts) if one is before), None)
        self.facts.highlighted = at
        self.refill()
        if at is not None and self.is_open:
            self.facts.go_to(at)

    # How they are listed

    def on_facts_list_wanted(self, event: FactsList.Wanted) -> None:
        """Lists the facts in another way."""
        ways = {
            "arrange": self._arrange,
            "filter": self._filter,
            "trivial": self._turn_trivial,
        }
        ways[event.what]()

    def _arrange(self) -> None:
        """By kind, or by place."""
        by_place = self._shown.by is Arrangement.PLACE
        by = Arrangement.KIND if by_place else Arrangement.PLACE
        self._shown = replace(self._shown, by=by)
        self._list()

    def _filter(self) -> None:
        """Only the facts of the next kind there is; behind the last, all."""
        kinds: list[Kind | None] = [None, *kinds_of(self._ranking)]
        at = (kinds.index(self._shown.kind) + 1) % len(kinds)
        self._shown = replace(self._shown, kind=kinds[at])
        self._list()

    def _turn_trivial(self) -> None:
        """Lists trivial facts too, or one line for them."""
        self._shown = replace(self._shown, trivial=not self._shown.trivial)
        self._list()

    def find(self, query: Query | None) -> None:
        """Shows which facts have the words that are searched for."""
        self._query, self._matches = query, None
        self.facts.refresh()

    @property
    def matches(self) -> int:
        """How many facts in sight of the reader have words that are searched for."""
        query = self._query
        if query is None or not self.is_open:
            return 0
        if self._matches is None:
            self._matches = sum(
                any(value and query.spans(visible(value)) for value in fact.value)
                or bool(query.spans(self._words(fact, 1000).plain))
                for fact in self._facts
                if isinstance(fact, Fact)
            )
        return self._matches

    def refill(self) -> None:
        """Writes the list anew; a closed one can wait."""
        if self._comparison is None or not self.is_open:
            return
        stops = [i for i, one in enumerate(self._facts) if not isinstance(one, Heading)]
        self.facts.fill(len(self._facts), stops, self._line)
        self.query_one(".title", Static).update(self._title(self._comparison))
        if not stops:
            self._explain("Neither article tells a fact that the other one lacks.")
        elif self.facts.highlighted is None:
            self.facts.go_to(stops[0])

    def _title(self, comparison: Comparison) -> Content:
        numbers = counts_of(comparison)
        parts: list[str | tuple[str, str]] = ["Facts"]
        for side in Side:
            name = f"only {side.name}"
            parts += [" · ", (f"{numbers[side.only]} {name}", f"$side-{side}")]
        if numbers[Status.CONFLICT]:
            parts.append(f" · {numbers[Status.CONFLICT]} in conflict")
        kind = self._shown.kind
        parts.append(f" · {self._shown.by.value}")
        if kind:
            parts.append(f" · shown: {KINDS[kind][1]}")
        return Content.assemble(*parts)

    def _group(self, heading: Heading) -> Content:
        status = heading.status
        if status is None:
            return plain(f" {heading.words}", "$faint italic")
        side = status.side
        if side is None:
            return plain(f"told with different values: {heading.words}", "bold")
        label = visible(self._labels[side])
        words = f"only in {side.name} {label}: {heading.words}"
        return plain(words, f"bold $side-{side}")

    def _line(self, at: int, width: int) -> Content:
        fact = self._facts[at]
        if isinstance(fact, Heading):
            return self._group(fact)
        if isinstance(fact, Trivial):
            return plain(f"  ⋯ {fact.words}", "$faint")
        beside = self._beside(fact)
        room = max(8, width - cells(beside) - 3)
        text = self._worded.get((at, room))
        if text is None:
            text = self._worded[at, room] = self._words(fact, room)
        for span in self._query.spans(text.plain) if self._query else ():
            text = text.stylize("reverse", *span)
        padded = Content.assemble(text, " " * max(0, room - text.cell_length))
        sign = SIGNS.get(fact_sign(fact), " ")
        end = (beside, "$faint")
        return Content.assemble((f"{sign} ", "bold $primary"), padded, " ", end)

    def _words(self, fact: Fact, width: int) -> Content:
        if self._comparison is None:
            return Content()
        unsure = any(fact is one for one in self._unsure)
        return fact_line(self._comparison.articles, fact, width, unsure=unsure)

    def _beside(self, fact: Fact) -> str:
        """Where a fact is told; of what kind it is, where that is no heading."""
        if self._shown.by is Arrangement.PLACE:
            return self._kind(fact)
        return " ".join(
            f"{side.name} {number + 1}"
            for side in Side
            if (number := self._first(fact, side)) is not None
        )

    def _first(self, fact: Fact, side: Side) -> int | None:
        """The sentence of a side that tells a fact in full."""
        if self._comparison is None or not fact.spans[side]:
            return None
        article = self._comparison.articles[side]
        return article.sentence_at(telling_place(article, fact, side).start)

    def _kind(self, fact: Fact) -> str:
        """What a fact is, in a word that a reader knows."""
        return kind_words(fact.kind)

    def _tells_a_sentence(self, fact: Fact) -> bool:
        """Whether a fact is a whole sentence of the side that states it."""
        side = fact.status.side
        if self._comparison is None or side is None:
            return False
        article, span = self._comparison.articles[side], fact.spans[side][0]
        place = article.sentence_at(span.start)
        return place is not None and article.sentences[place].span == span

    @property
    def current(self) -> Fact | None:
        """The fact that is highlighted."""
        entry = self._current_entry
        return entry if isinstance(entry, Fact) else None

    @property
    def _current_entry(self) -> Entry | None:
        at = self.facts.highlighted
        return self._facts[at] if at is not None and at < len(self._facts) else None

    def on_facts_list_highlighted(self) -> None:
        """Explains the highlighted fact."""
        if fact := self.current:
            said = fact_remarks(fact)
            self._explain(self._explained(fact) + (f" ({said})" if said else ""))
        else:
            self._explain(_TRIVIAL)

    def _explain(self, words: str) -> None:
        self.query_one(".explanation", Static).update(plain(words))

    def _explained(self, fact: Fact) -> str:
        side = fact.status.side
        if side is None:
            between = " and " if fact.status is Status.BOTH else " but "
            values = between.join(
                f"{self._labels[s]} has {quoted(fact, s)}" for s in Side
            )
            return f"{values}. {fact.note}" if fact.note else f"{values}."
        lacking, comparison = absence(fact, self._labels), self._comparison
        if fact.absence is Absence.STRING:
            # Where there is little room a long quotation is cut, never the verdict.
            return f"Nowhere in {self._labels[side.other]}: {quoted(fact, side)}"
        if fact.kind is not Kind.CLAIM or comparison is None:
            return lacking
        own = comparison.articles[side].sentence_at(fact.spans[side][0].start)
        near = comparison.nearest[side][own] if own is not None else None
        if near is None:
            return f"{lacking} None comes near."
        words = comparison.articles[side.other].words_of(near.sentence)
        return f"{lacking} The nearest is sentence {near.sentence + 1}: {words}"

    def on_facts_list_chosen(self) -> None:
        """Leads to the sentence."""
        fact, comparison = self.current, self._comparison
        if fact is None:
            self._turn_trivial()
            return
        place = first_place(comparison, fact) if comparison else None
        if comparison is not None and place is not None:
            # A row brings out a whole sentence; words need a mark of their own.
            whole = self._tells_a_sentence(fact)
            spots = NO_SPOTS if whole else spots_of(comparison, fact)
            self.post_message(self.Jump(place, spots))

    def on_descendant_focus(self) -> None:
        """Shows that keys go to the panel."""
        self.add_class("-focused")

    def on_descendant_blur(self) -> None:
        """Shows that keys go elsewhere."""
        self.remove_class("-focused")
