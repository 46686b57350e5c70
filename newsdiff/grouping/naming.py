"""What a story is called: the headline nearest to its centre, and what it is about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from newsdiff.grouping.reasons import merged_names, weights_by_term
from newsdiff.grouping.signatures import ShownTerm, shown_terms
from newsdiff.grouping.stories import Stories, Story

TERMS: Final = 4
_MOST: Final = 0.5
"""Of the articles of a story have what it is about."""


@dataclass(frozen=True, slots=True)
class StoryName:
    """What a story is called."""

    headline: str
    """Of the article that is most like all others of the story."""
    key: str
    """That article."""
    terms: tuple[str, ...]
    """What most of its articles tell, what counts most first."""


def name_of(stories: Stories, story: Story) -> StoryName:
    """What a story is called.

    Args:
        stories: All stories.
        story: One of them.
    """
    articles = [stories.signature_of(key) for key in story.keys]
    weights: dict[int, float] = defaultdict(float)
    times: dict[int, int] = defaultdict(int)
    shown: dict[int, ShownTerm] = {}
    each = [weights_by_term(stories, one) for one in articles]
    for one, own in zip(articles, each, strict=True):
        for term, weight in own.items():
            weights[term] += weight
            times[term] += 1
        shown = {**shown_terms(one), **shown}
    scores = [sum(w * weights[term] for term, w in own.items()) for own in each]
    best = max(range(len(articles)), key=lambda n: (round(scores[n], 6), story.keys[n]))
    told = merged_names(
        (shown[term], weight)
        for term, weight in weights.items()
        if term in shown and times[term] >= _MOST * len(articles)
    )
    return StoryName(
        headline=articles[best].headline,
        key=articles[best].key,
        terms=tuple(term.text for term in list(told)[:TERMS]),
    )
