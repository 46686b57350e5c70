"""The weightiest run of words that one sentence shares with another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def weightiest_run(
    words: Sequence[str],
    weights: Sequence[float],
    places: Mapping[str, Sequence[int]],
) -> float:
    """The weight of the heaviest run of `words` that another sentence has too.

    Args:
        words: One sentence, or a part of it, folded.
        weights: What each of the words weighs.
        places: Word → where it stands in the other sentence.
    """
    best = 0.0
    runs: dict[int, float] = {}
    for word, weight in zip(words, weights, strict=True):
        runs = {j: runs.get(j - 1, 0.0) + weight for j in places.get(word, ())}
        for total in runs.values():
            best = max(best, total)
    return best
