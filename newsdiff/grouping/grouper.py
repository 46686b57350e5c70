"""Signatures → stories, from nothing."""

from __future__ import annotations

from collections.abc import Iterable

from newsdiff.grouping.corrections import Corrections
from newsdiff.grouping.signatures import Signature
from newsdiff.grouping.stories import Stories, one_each
from newsdiff.grouping.weights import Counts, counts_of


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
