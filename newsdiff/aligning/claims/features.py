"""What speaks for a text stating a claim, as numbers that a model weighs."""

from __future__ import annotations

from operator import mul
from typing import Final

from newsdiff.aligning.claims.differences import Checked, Verdict
from newsdiff.aligning.claims.search import Search
from newsdiff.aligning.claims.sentences import searched_sentence

FEATURES: Final = {
    "words": "the claim's words in two neighbouring sentences, later ones more",
    "spelling": "the claim's letter runs in two neighbouring sentences",
    "elsewhere": "letter runs only in other sentences, less in a long text",
    "rarest missing": "weight of the rarest word that the best sentence lacks",
    "names missing": "weight of the names and numbers that both sentences lack",
    "number": "the claim holds a number",
    "even words": "the claim's words in two neighbouring sentences, all alike",
    "values missing": "the claim's numbers and dates that the text has nowhere",
    "two sentences": "the claim's words are put together from two sentences",
    "told otherwise": "the text tells another value or the opposite",
}
"""Every feature in the order of a vector, with what it says."""

_NEAR: Final = 4
"""Sentences that are about one thing; in a longer text stray words turn up anywhere."""


def vector_of(search: Search, checked: Checked) -> tuple[float, ...]:
    """The features, in the order of `FEATURES`.

    Args:
        search: The claim in the text.
        checked: What `check` gives for them.
    """
    words, grams = search.claim.words, search.claim.told.grams
    together = search.together(search.pair)
    spelt = _spelt(search)
    near = max(len(frozenset().union(*(spelt[i] for i in p))) for p in search.pairs)
    rest = len(frozenset().union(*spelt)) - near
    weights = [word.weight for word in words]
    even = sum(map(mul, weights, together)) / sum(weights)
    verdicts = [judged.verdict for judged in checked.values]
    lacking = zip(words, search.shares[search.best[0]], strict=True)
    return (
        search.share(together),
        near / len(grams),
        rest / len(grams) * min(1.0, _NEAR / len(spelt)),
        max(word.weight * (1 - part) for word, part in lacking),
        sum(
            word.weight * (1 - part)
            for word, part in zip(words, together, strict=True)
            if word.is_name
        ),
        float(any(word.folded[0].isdigit() for word in words)),
        even,
        float(verdicts.count(Verdict.MISSING)),
        float(len(search.best) > 1),
        float(bool(checked.differences)),
    )


def _spelt(search: Search) -> list[frozenset[str]]:
    """The claim's letter runs in each sentence, those of an equal value with them."""
    claim = search.claim
    found = [claim.told.grams & sentence.grams for sentence in search.sentences]
    for value in claim.values:
        own = searched_sentence(claim.told.text[slice(*value.span)]).grams
        numbers = claim.within(value)
        for i, shares in enumerate(search.shares):
            if numbers and all(shares[k] == 1 for k in numbers):
                found[i] |= own & claim.told.grams
    return found
