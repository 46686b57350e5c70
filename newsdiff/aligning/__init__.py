"""Which sentences of two articles tell the same, and why.

Links are many-to-many and may cross. A score is the share of weighted words two
sentences have in common, set against the best competing candidates of both, so that
short and long articles behave alike.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from newsdiff.aligning.crossings import mark_moved
from newsdiff.aligning.terms import Terms, terms_of
from newsdiff.model import Article, Link, Nearest, Pair, Side, State

__all__ = ["Alignment", "align", "align_sentences"]

MATCHED: Final = 0.62
RELATED: Final = 0.5
MAX_REASONS: Final = 4


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links between two articles and what comes closest to the rest."""

    links: tuple[Link, ...]
    """Best first; sentence indexes count all sentences of the article."""
    nearest: Pair[tuple[Nearest | None, ...]]


def align(articles: Pair[Article]) -> Alignment:
    """Links the compared sentences of two articles."""
    indexes = articles.map(
        lambda article: [i for i, s in enumerate(article.sentences) if s.role.compared]
    )
    texts = Pair(*(tuple(articles[s].words_of(i) for i in indexes[s]) for s in Side))
    links, nearest = _align(texts)
    placed = tuple(
        replace(link, a=indexes.a[link.a], b=indexes.b[link.b]) for link in links
    )
    return Alignment(
        placed,
        Pair(
            *(
                _spread(
                    nearest[s], indexes[s], indexes[s.other], len(articles[s].sentences)
                )
                for s in Side
            )
        ),
    )


def align_sentences(a: Sequence[str], b: Sequence[str]) -> tuple[Link, ...]:
    """Links between two texts given as sentences, best first.

    `Link.a` and `Link.b` are positions in `a` and `b`.
    """
    return _align(Pair(tuple(a), tuple(b)))[0]


def _spread(
    nearest: Sequence[Nearest | None],
    own: Sequence[int],
    other: Sequence[int],
    size: int,
) -> tuple[Nearest | None, ...]:
    """`nearest` of the compared sentences, put at their places among all."""
    found: list[Nearest | None] = [None] * size
    for i, candidate in zip(own, nearest, strict=True):
        if candidate:
            found[i] = Nearest(other[candidate.sentence], candidate.score)
    return tuple(found)


def _align(
    texts: Pair[tuple[str, ...]],
) -> tuple[tuple[Link, ...], Pair[tuple[Nearest | None, ...]]]:
    terms = terms_of(texts)
    similar = _similarities(terms) | _identical(texts)
    scores = _probabilities(similar)
    links = []
    for (i, j), score in scores.items():
        if score >= RELATED:
            state = State.MATCHED if score >= MATCHED else State.RELATED
            reason = _reasons(terms.a[i], terms.b[j])
            links.append(Link(a=i, b=j, state=state, score=score, reason=reason))

    def best_first(link: Link) -> tuple[float, list[str], int, int]:
        pair = sorted((texts.a[link.a], texts.b[link.b]))
        return (-link.score, pair, link.a + link.b, abs(link.a - link.b))

    links.sort(key=best_first)
    return mark_moved(links, texts), _nearest(scores, links, texts)


def _identical(texts: Pair[tuple[str, ...]]) -> dict[tuple[int, int], float]:
    """1.0 for every pair of sentences that read the same, whatever their words."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(texts.b):
        places[" ".join(text.split())].append(j)
    return {
        (i, j): 1.0
        for i, text in enumerate(texts.a)
        for j in places.get(" ".join(text.split()), ())
    }


def _similarities(terms: Pair[tuple[Terms, ...]]) -> dict[tuple[int, int], float]:
    """Similarity of every pair of sentences that share a term, 0..1."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(terms.b):
        for s in other.weight:
            having[s].append(j)
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    for i, one in enumerate(terms.a):
        for s, weight in one.weight.items():
            for j in having.get(s, ()):
                shared[i, j] += min(weight, terms.b[j].weight[s])
    found = {}
    for (i, j), mass in shared.items():
        contained = sorted((mass / terms.a[i].mass, mass / terms.b[j].mass))
        found[i, j] = math.sqrt(contained[0] * contained[1]) * min(1.0, mass / 8)
    return found


def _probabilities(
    similar: dict[tuple[int, int], float],
) -> dict[tuple[int, int], float]:
    """Each similarity against the best competitors of its row and column."""
    best: Pair[defaultdict[int, list[float]]] = Pair(
        defaultdict(list), defaultdict(list)
    )
    for (i, j), score in similar.items():
        best.a[i].append(score)
        best.b[j].append(score)
    top = best.map(
        lambda side: {k: sorted(v, reverse=True)[:3] for k, v in side.items()}
    )
    found = {}
    for (i, j), score in similar.items():
        rivals = (max(top.a[i]) + max(top.b[j])) / 2
        logit = 14 * (score - 0.20) + 6 * (score / rivals - 0.8)
        found[i, j] = 1 / (1 + math.exp(-logit))
    return found


def _reasons(one: Terms, other: Terms) -> tuple[str, ...]:
    common = [s for s in one.weight if s in other.weight]
    common.sort(key=lambda s: (-min(one.weight[s], other.weight[s]), s))
    return tuple(min(one.surface[s], other.surface[s]) for s in common[:MAX_REASONS])


def _nearest(
    scores: dict[tuple[int, int], float],
    links: Sequence[Link],
    texts: Pair[tuple[str, ...]],
) -> Pair[tuple[Nearest | None, ...]]:
    found: Pair[list[Nearest | None]] = texts.map(lambda side: [None] * len(side))
    linked = Pair({link.a for link in links}, {link.b for link in links})

    def order(item: tuple[tuple[int, int], float]) -> tuple[float, list[str], int]:
        (i, j), score = item
        return (-score, sorted((texts.a[i], texts.b[j])), i + j)

    for (i, j), score in sorted(scores.items(), key=order):
        if i not in linked.a and found.a[i] is None:
            found.a[i] = Nearest(j, score)
        if j not in linked.b and found.b[j] is None:
            found.b[j] = Nearest(i, score)
    return found.map(tuple)
