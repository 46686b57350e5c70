"""How the ledger of a story speaks: its facts, what is told otherwise, who tells it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.model import Fact, Kind, Pair, Side, Status
from newsdiff.story.ledger import (
    Articles,
    Cell,
    Part,
    Presence,
    StoryFact,
    Summaries,
    list_story_facts,
    part_of,
)
from newsdiff.text.visible import visible
from newsdiff.wording.facts import fact_words, joined_values
from newsdiff.wording.phrases import QUOTES

_MOST: Final = 4
"""Values of a fact that are named in a line."""
_OTHERWISE: Final = {
    Presence.DIFFERENT: "tells it otherwise",
    Presence.SPEAKER: "has another speaker",
    Presence.AGENCY: "names another agency",
}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A fact of a story as it is listed."""

    fact: StoryFact
    words: str
    part: Part
    haystack: str
    """All its words in all articles, to be searched."""


def ledger_rows(articles: Articles, summaries: Summaries) -> tuple[LedgerRow, ...]:
    """The ledger of a story in words.

    Args:
        articles: Those of the story; None for one whose text cannot be had.
        summaries: What is known of its pairs, as far as they have been compared.
    """
    rows: list[LedgerRow] = []
    seen: set[tuple[int | None, str]] = set()
    for fact in list_story_facts(articles, summaries):
        words = story_words(fact, articles)
        if (fact.only, words) in seen:  # a name and a number of one clause
            words = plain_value(fact) or words
        seen.add((fact.only, words))
        values = (cell.value or "" for cell in fact.cells)
        haystack = "\n".join([words, fact.kind, fact.note, *values])
        rows.append(LedgerRow(fact, words, part_of(fact), haystack))
    return tuple(rows)


def story_words(fact: StoryFact, articles: Articles) -> str:
    """A fact of a story in a line of a text's own words, safe to show.

    What is told otherwise is named with its values: "three / five dead". What one
    article alone tells is worded as it does: "14 schools closed". Of what several tell
    no more is said than that: "14 schools". A claim is given whole.

    Args:
        fact: The fact.
        articles: Those of the story.
    """
    if fact.is_disputed:
        return _values(fact, articles)
    if fact.only is not None and fact.kind is not Kind.CLAIM:
        return _words(fact, articles, fact.only)
    words = plain_value(fact)
    return f"“{words}”" if fact.kind is Kind.QUOTE else words


def _words(fact: StoryFact, articles: Articles, place: int) -> str:
    cell, article = fact.cells[place], articles[place]
    if article is None or cell.span is None:
        return plain_value(fact, place)
    words = Pair(article, article)
    return fact_words(words, _fact(fact.kind, Pair(cell, Cell(cell.presence))), Side.A)


def _values(fact: StoryFact, articles: Articles) -> str:
    """The values of a fact that is told otherwise, each once."""
    places = [_shortest(fact, alike) for alike in fact.alike]
    texts = [articles[place] for place in places]
    if len(places) == 2 and texts[0] is not None and texts[1] is not None:
        cells = Pair(fact.cells[places[0]], fact.cells[places[1]])
        told = joined_values(Pair(texts[0], texts[1]), _fact(fact.kind, cells))
        return told.removeprefix("source: ")  # its kind stands before it
    named = [_named(fact, articles, place) for place in places[:_MOST]]
    return " / ".join([*named, *["…"] * (len(places) > _MOST)])


def _named(fact: StoryFact, articles: Articles, place: int) -> str:
    if fact.kind in (Kind.QUOTE, Kind.CERTAINTY):
        return _words(fact, articles, place)
    return plain_value(fact, place)


def _shortest(fact: StoryFact, alike: Collection[int]) -> int:
    """The article with the shortest wording of a value, then the first."""
    return min(alike, key=lambda i: (len(fact.cells[i].value or ""), i))


def plain_value(fact: StoryFact, place: int | None = None) -> str:
    """The words of a fact in an article, a quotation without marks, safe to show.

    Args:
        fact: The fact.
        place: Which article; None for the words that stand for it.
    """
    cell = fact.shown if place is None else fact.cells[place]
    words = " ".join(visible(cell.value or "").split())
    return words.strip(QUOTES) if fact.kind is Kind.QUOTE else words


def _fact(kind: Kind, cells: Pair[Cell]) -> Fact:
    """What two cells tell, as a fact of a pair."""
    return Fact(
        kind=kind,
        status=Status.CONFLICT if cells.b.value else Status.ONLY_A,
        absence=None,
        value=cells.map(lambda cell: cell.value),
        resolved=Pair(None, None),
        spans=cells.map(lambda cell: (cell.span,) if cell.span else ()),
    )


def cell_words(fact: StoryFact, place: int, articles: Articles, label: str) -> str:
    """A cell in words, what matters first: the end may be cut off.

    Args:
        fact: The fact.
        place: Which article.
        articles: Those of the story.
        label: What it is called, safe to show.
    """
    cell = fact.cells[place]
    words = plain_value(fact, place) or plain_value(fact)
    if cell.presence is Presence.OPEN:
        return f"{label}: comparing …"
    if cell.presence is Presence.NOWHERE:
        return f"Nowhere in {label}: “{words}”"
    if cell.presence is Presence.NOT_FOUND:
        return f"No sentence of {label} was found to {_verb(fact)} “{words}”."
    where = _where(cell, articles, place)
    if cell.presence is Presence.PART:
        return f"{label}{where} tells some of it: “{words}”"
    if how := _OTHERWISE.get(cell.presence):
        why = f" {fact.note}" if fact.note else ""
        return f"{label}{where} {how}: “{words}”{why}"
    how = "tells it" if cell.value else "tells it in other words"
    if not cell.value and (article := articles[place]) is not None and cell.span:
        words = " ".join(visible(article.text[slice(*cell.span)]).split())
    return f"{label}{where} {how}: “{words}”"


def _verb(fact: StoryFact) -> str:
    if fact.kind is Kind.QUOTE:
        return "quote"
    return "say" if fact.kind is Kind.CLAIM else "speak of"


def _where(cell: Cell, articles: Articles, place: int) -> str:
    article = articles[place]
    if article is None or cell.span is None:
        return ""
    sentence = article.sentence_at(cell.span.start)
    return "" if sentence is None else f", sentence {sentence + 1},"


def numbers_words(places: Sequence[int]) -> str:
    """Some articles by their numbers alone: "2", "1, 3 and 4"."""
    numbers = [str(place + 1) for place in places]
    if len(numbers) == 1:
        return numbers[0]
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"
