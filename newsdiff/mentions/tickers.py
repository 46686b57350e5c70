"""Symbols under which shares are traded: "(OSE: NRV)", "Nasdaq: KVST", "(KVST.L)".

They name no body besides the company before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsdiff.english.tables import table
from newsdiff.model import Span


def find_tickers(text: str, span: Span) -> Iterator[Span]:
    """The symbols of a stretch of text, each with its exchange, in order.

    Args:
        text: The article's text.
        span: Where to search.
    """
    if ":" in text[slice(*span)] or "." in text[slice(*span)]:
        for match in _ticker().finditer(text, *span):
            yield Span(*match.span())


@cache
def _ticker() -> re.Pattern[str]:
    exchanges = "|".join(sorted(table("names")["exchanges"].split(), key=len)[::-1])
    symbol = r"[A-Z0-9]{1,12}(?:[.-][A-Z]{1,3})?"
    return re.compile(
        rf"(?<!\w)(?:{exchanges})(?:\s[A-Z][a-z]+)?\s?:\s?{symbol}(?!\w)"
        rf"|(?<=\()[A-Z]{{2,8}}\s?:\s?{symbol}(?=\))"
        r"|(?<=[(<])[A-Z0-9]{2,8}\.[A-Z]{1,2}(?=[)>])"
    )
