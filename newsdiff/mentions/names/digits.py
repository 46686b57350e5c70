"""Capitals beside a number that are no names: "CHF30", "Over-65s", "Route | 9"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from newsdiff.english.tables import table
from newsdiff.english.words import Token

_AGES: Final = re.compile(r"(?:over|under)-\d+s?$")


@cache
def _sums() -> re.Pattern[str]:
    signs = (sign for sign in table("money")["signs"] if sign.isalpha())
    return re.compile(rf"(?:{'|'.join(sorted(s for s in signs if len(s) > 1))})\d")


@cache
def _designators() -> frozenset[str]:
    return frozenset(table("numbers")["designators"]["capital"].split())


def is_sum_or_age(token: Token) -> bool:
    """Whether a word with a capital is money or an age: "Rs4,000", "Over-65s"."""
    return bool(_sums().match(token.text) or _AGES.match(token.folded))


def leads_number(text: str, words: Sequence[Token], i: int) -> bool:
    """Whether a word makes a name of the number behind it: "UN | Resolution 242".

    Args:
        text: The article's text.
        words: The words of the sentence.
        i: The word's index.
    """
    following = words[i + 1] if i + 1 < len(words) else None
    return (
        words[i].text in _designators()
        and following is not None
        and following.text[0].isdigit()
        and text[words[i].end : following.start] == " "
    )
