"""A comparison as a person has it: what newsdiff found, and what was said of that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdiff.aligning.moved import mark_moved
from newsdiff.comparing.grounds import noted_anew
from newsdiff.corrections.joining import correct_facts
from newsdiff.corrections.remarks import with_remarks
from newsdiff.corrections.saying import About, Place, Saying, What, in_force
from newsdiff.model import (
    Article,
    Comparison,
    Link,
    Nearest,
    Pair,
    Side,
    State,
)
from newsdiff.said import Origin


def corrected(comparison: Comparison, sayings: Iterable[Saying]) -> Comparison:
    """What a person makes of a comparison; without sayings, what newsdiff found.

    Depends on what newsdiff found and the sayings alone, and mirrors when both are
    swapped. A saying about a place that the texts do not have is passed over.

    Args:
        comparison: What newsdiff found, or what was made of it before.
        sayings: What a person said of the two, in the order in which it was said.
    """
    found = comparison.found or comparison
    last = in_force(sayings)
    if not last:
        return found
    links, parted = _links(found, last)
    made = replace(found, links=links, parted=parted, found=found)
    made = replace(made, nearest=Pair.each(lambda side: _nearest(made, side)))
    made = replace(made, facts=correct_facts(made, last))
    made = replace(made, facts=noted_anew(made))
    return with_remarks(made, last)


def sentences_at(articles: Pair[Article], place: Place) -> Pair[int] | None:
    """The two sentences that a place of a link is of; None where one is not there."""
    at = Pair.each(lambda side: _sentence_at(articles[side], place, side))
    if at.a is None or at.b is None:
        return None
    return Pair(at.a, at.b)


def _sentence_at(article: Article, place: Place, side: Side) -> int | None:
    spans = place.spans[side]
    number = article.sentence_at(spans[0].start) if spans else None
    if number is None or not article.sentences[number].role.compared:
        return None
    return number


def links_said(
    articles: Pair[Article], sayings: Iterable[Saying]
) -> dict[Pair[int], bool]:
    """Sentences that a person has paired (True) or parted, by their numbers."""
    said: dict[Pair[int], bool] = {}
    for saying in sayings:
        if saying.what is What.LINKED and saying.place.about is About.LINK:
            pair = sentences_at(articles, saying.place)
            if pair is not None:
                said[pair] = saying.holds
    return said


def _links(
    found: Comparison, sayings: Sequence[Saying]
) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links there are now, a person's first, and those taken away."""
    said = links_said(found.articles, sayings)
    known = {link.sentences: link for link in found.links}
    own = [
        replace(
            known.get(pair, Link(a=pair.a, b=pair.b, state=State.MATCHED, score=1.0)),
            state=State.MATCHED,
            score=1.0,
            origin=Origin.PERSON,
        )
        for pair, holds in said.items()
        if holds
    ]
    kept = [link for link in found.links if link.sentences not in said]
    parted = [link for link in found.links if said.get(link.sentences) is False]
    return (*_placed(own, kept, found.articles), *kept), tuple(parted)


def _placed(
    own: Sequence[Link], kept: Sequence[Link], articles: Pair[Article]
) -> list[Link]:
    """A person's links, with `moved` where they cross what is told in order."""
    texts = articles.map(
        lambda one: [one.words_of(i) for i in range(len(one.sentences))]
    )
    still = [replace(link, moved=False) for link in (*own, *kept)]
    return list(mark_moved(still, texts)[: len(own)]) if own else []


def _nearest(made: Comparison, side: Side) -> tuple[Nearest | None, ...]:
    """What comes closest to each sentence without a link, what was parted included."""
    nearest = list((made.found or made).nearest[side])
    for link in reversed(made.parted):
        nearest[link.index(side)] = Nearest(link.index(side.other), link.score)
    for link in made.links:
        nearest[link.index(side)] = None
    return tuple(nearest)
