"""What was checked and what notes there are, put where they belong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.corrections.joining import find_fact
from newsdiff.corrections.saying import About, Saying, What
from newsdiff.model import SIDES, Comparison, Pair, Side
from newsdiff.said import Said


def with_remarks(made: Comparison, sayings: Sequence[Saying]) -> Comparison:
    """A comparison with checks and notes on its sentences, links and facts.

    What was said of a link or a fact that is there no more is said of its sentences:
    nothing that a person wrote is lost.
    """
    links = {link.sentences: link for link in made.links}
    facts = list(made.facts)
    said: Pair[dict[int, Said]] = Pair({}, {})
    for saying in sayings:
        if saying.what not in (What.CHECKED, What.NOTED):
            continue
        place, at = saying.place, _sentences(made, saying)
        both = Pair(at.a, at.b) if at.a is not None and at.b is not None else None
        fact = find_fact(facts, place) if place.about is About.FACT else None
        if place.about is About.LINK and both is not None and both in links:
            link = links[both]
            links[both] = replace(link, said=_after(link.said, saying))
        elif fact is not None:
            facts[facts.index(fact)] = replace(fact, said=_after(fact.said, saying))
        else:
            for side in SIDES:
                number = at[side]
                if number is not None:
                    before = said[side].get(number, Said())
                    said[side][number] = _after(before, saying)
    left = said.map(lambda own: {i: one for i, one in own.items() if one})
    return replace(made, links=tuple(links.values()), facts=tuple(facts), said=left)


def _sentences(made: Comparison, saying: Saying) -> Pair[int | None]:
    """The first sentence of a place on either side."""

    def at(side: Side) -> int | None:
        spans = saying.place.spans[side]
        return made.articles[side].sentence_at(spans[0].start) if spans else None

    return Pair.each(at)


def _after(said: Said, saying: Saying) -> Said:
    """What has been said of a thing once one saying more is heard."""
    if saying.what is What.CHECKED:
        return replace(said, checked=saying.holds)
    note = saying.words if saying.holds else ""
    if said.note and note:  # of a link or fact that is gone, beside the sentence's own
        note = f"{said.note} · {note}"
    return replace(said, note=note)
