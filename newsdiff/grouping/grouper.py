"""Signatures → stories, from nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from newsdiff.grouping.corrections import Corrections
from newsdiff.grouping.signatures import Signature
from newsdiff.grouping.stories import Stories, one_each
from newsdiff.grouping.weights import Counts, counts_of

_FEW: Final = 12
"""Articles up to which one alone is no proof of another event."""


def group(
    signatures: Iterable[Signature],
    corrections: Corrections | None = None,
    counts: Counts | None = None,
) -> Stories:
    """The stories of some articles; their order changes nothing.

    Args:
        signatures: Of each article; the same text counts once.
        corrections: What a person said of them.
        counts: What terms weigh by; None: counted among these articles. With the counts
            of a list, the result is that of adding its later articles one by one.
    """
    each = one_each(signatures)
    if counts is None:
        counts = counts_of(each)
    empty = Stories(corrections=corrections or Corrections(), counts=counts)
    return empty.with_articles(each)


def are_several(sizes: Sequence[int], *, corrected: bool = False) -> bool:
    """Whether articles tell of several events.

    Of a few, one that shares too little with the others is still one of those that a
    person has put together.

    Args:
        sizes: How many articles each story has.
        corrected: Whether a person has said of any where it belongs.
    """
    there = [size for size in sizes if size]
    told_by_several = sum(size > 1 for size in there)
    is_certain = told_by_several > 1 or corrected
    return len(there) > 1 and (
        is_certain or (told_by_several == 1 and sum(there) > _FEW)
    )
