"""The weightiest run of words that one sentence shares with another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def weightiest_run(
    words: Sequence[str],
    weights: Sequence[float],
    places: Mapping[str, Sequence[tuple[int, float]]],
) -> float:
    """The weight of the heaviest run of `words` that another sentence has too.

    A word counts as much as it does in the sentence where it counts less.

    Args:
        words: One sentence, or a part of it, folded.
        weights: What each of the words weighs.
        places: Word → where it stands in the other sentence and what it weighs there.
    """
    best = 0.0
    runs: dict[int, float] = {}
    for word, weight in zip(words, weights, strict=True):
        here = places.get(word)
        if here:
            runs = {j: runs.get(j - 1, 0.0) + min(other, weight) for j, other in here}
            best = max(best, *runs.values())
        else:
            runs = {}
    return best
