"""Quotations: the words between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.mentions.words import tokens
from newsdiff.model import Kind, Mention, Span

_QUOTED: Final = re.compile(r"“([^“”]+)(?:”|$)|(?<![\w\"])\"([^\"]+)\"|«([^«»]+)»")
MIN_WORDS: Final = 3
"""Shorter ones are scare quotes and nicknames as often as speech."""


def quotes(text: str, span: Span, sentence: int) -> Iterator[Mention]:
    """The quotations of three words or more inside a sentence."""
    for match in _QUOTED.finditer(text, span.start, span.end):
        group = match.lastindex or 1
        start, end = match.span(group)
        words = [token.folded for token in tokens(text, start, end)]
        if len(words) >= MIN_WORDS:
            yield Mention(
                kind=Kind.QUOTE,
                span=Span(start, end),
                sentence=sentence,
                key=" ".join(words),
                rule="quotation-marks",
            )
