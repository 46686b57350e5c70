"""A headline stands above its text, and once: many sources repeat it in the text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newsdiff.formats.extracts import one_line, words_key
from newsdiff.formats.markup import Paragraph
from newsdiff.model import Role

_TOP: Final = 8
"""Paragraphs among which a headline stands: kicker and date may come first."""
_LONG: Final = 120
"""Characters from which on a line under a headline is a summary."""


def same(one: str, other: str | None) -> bool:
    """Whether two strings have the same words."""
    if not other or not words_key(one):
        return one == other  # marks alone, like a title "…"
    return words_key(one) == words_key(other)


def headed(
    headline: str | None,
    paragraphs: Iterable[Paragraph],
    *,
    under: Iterable[str] = (),
) -> tuple[str | None, list[Paragraph]]:
    """An article's headline and its paragraphs, the headline first and once.

    Args:
        headline: As the source states it; None: the first at the top of the text.
        paragraphs: The text, which may repeat it.
        under: Lines that stand under the headline.
    """
    text = [p for p in paragraphs if p[0]]
    if not headline:
        roles = [role for _, role in text[:_TOP]]
        at = roles.index(Role.HEADLINE) if Role.HEADLINE in roles else None
        if at is not None:
            headline = one_line(text.pop(at)[0])
    kept = [
        (words, Role.SUBHEADING if role is Role.HEADLINE else role)
        for i, (words, role) in enumerate(text)
        if not (same(words, headline) and (i == 0 or role is not None))
    ]
    lines = [
        (line, Role.SUBHEADING if len(line) <= _LONG else None)
        for line in under
        if not same(line, headline) and not any(same(line, p[0]) for p in kept[:2])
    ]
    top: list[Paragraph] = [(headline, Role.HEADLINE)] if headline else []
    return headline or None, top + lines + kept
