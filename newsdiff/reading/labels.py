"""Labels that all differ: one that comes again gets a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.model import Article


class Labels:
    """The labels that have been given so far."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._last: dict[str, int] = {}
        """The number given last to each label that came again."""

    def given(self, label: str, before: str | None = None) -> str:
        """The label, with a number where it has been given to another article.

        Args:
            label: What an article is called.
            before: What it has been called so far, which it may keep.
        """
        if before is not None:
            self._taken.discard(before)
            self._last.pop(label, None)
        chosen, number = label, self._last.get(label, 1)
        while chosen in self._taken:
            number += 1
            chosen = f"{label} {number}"
        self._last[label] = number
        self._taken.add(chosen)
        return chosen


def unique_labels(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles with labels that all differ."""
    labels = Labels()
    return tuple(replace(one, label=labels.given(one.label)) for one in articles)
