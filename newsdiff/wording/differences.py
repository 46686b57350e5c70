"""How it is said that a text tells a claim otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.aligning.claims import Difference, Differs
from newsdiff.english.words import is_number_word

_SAID: Final = {
    Differs.VALUE: "told with another value: {}",
    Differs.OPPOSITE: "states the opposite: “{}”",
    Differs.DOER: "told the other way round: “{}”",
    Differs.SPEAKER: "said by {}",
}


def tell_differences(differences: Sequence[Difference]) -> str:
    """What differs, each way to differ once: "told with another value: three"."""
    said = []
    for kind in Differs:
        words = [_in_a_line(one.words) for one in differences if one.kind is kind]
        if words:
            said.append(_SAID[kind].format(", ".join(dict.fromkeys(words))))
    return "; ".join(said)


def _in_a_line(words: str) -> str:
    """Words as they stand inside a sentence: a number that begins one, small."""
    first = words.casefold().replace("-", " ").partition(" ")[0]
    return words[0].lower() + words[1:] if is_number_word(first) else words
