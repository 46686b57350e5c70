"""What a person said, in a few words: "paired A 6 with B 10"."""

from __future__ import annotations

from typing import Final

from newsdiff.corrections import AGREE, About, Place, Saying, What
from newsdiff.model import SIDES, Comparison, Fact, Pair, SentencePlace
from newsdiff.wording.phrases import QUOTES

_CUT: Final = 30
"""Characters of words of an article that are enough to know them by."""


def sentence_name(place: SentencePlace) -> str:
    """A sentence by its number: "A 6"."""
    side, number = place
    return f"{side.name} {number + 1}"


def pair_name(sentences: Pair[int]) -> str:
    """Two sentences by their numbers: "A 6 and B 10"."""
    return f"A {sentences.a + 1} and B {sentences.b + 1}"


def fact_name(fact: Fact) -> str:
    """A fact by its words: "“14 schools”"."""
    return _quoted(fact.value.a or fact.value.b or "")


def saying_words(comparison: Comparison, saying: Saying) -> str:
    """What was said, as it is told when it has been kept."""
    place, holds = saying.place, saying.holds
    about = _named(comparison, place)
    match saying.what:
        case What.LINKED:
            return f"{'paired' if holds else 'parted'} {about}"
        case What.SAME_FACT if not holds:
            return f"not the same fact: {about}"
        case What.SAME_FACT:
            agree = ", no other value" if saying.words == AGREE else ""
            return f"the same fact{agree}: {about}"
        case What.CHECKED:
            return f"{'checked' if holds else 'not checked'}: {about}"
        case What.NOTED:
            return f"{'note' if holds else 'no note'} on {about}"
        case What.COMPARED:
            where = "is compared" if holds else "is boilerplate again"
            rule = f" (rule “{saying.words}”)" if saying.words else ""
            return f"{about} {where}{rule}"


def _named(comparison: Comparison, place: Place) -> str:
    """What a place is called: sentences by number, a fact by its words."""
    parts = []
    for side in SIDES:
        for span in place.spans[side][:1]:
            article = comparison.articles[side]
            number = article.sentence_at(span.start)
            if place.about is About.FACT:
                parts.append(_quoted(article.text[slice(*span)]))
            elif number is not None:
                parts.append(sentence_name((side, number)))
    return " and ".join(parts)


def _quoted(words: str) -> str:
    plain = " ".join(words.strip(QUOTES).split())
    short = plain if len(plain) <= _CUT else f"{plain[:_CUT].rstrip()}…"
    return f"“{short}”"
