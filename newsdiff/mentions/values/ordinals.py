"""Places in a row: "21st", "hundredth", "third seed" and "No. 3 seed"."""

from __future__ import annotations

import re
from typing import Final

from newsdiff.english.words import is_function_word
from newsdiff.mentions.values.amounts import Amount, Form, Line
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.model import Span

_NOUN: Final = re.compile(r"\s(?P<noun>[^\W\d_][\w’'-]*)")
_RANKED: Final = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|came|come|comes|coming|rank(?:ed|s|ing)?|placed|seeded|"
    r"in|joint|was|were|is|are|equal)\s(?:joint\s|equal\s)?$",
    re.IGNORECASE,
)
_RESULT: Final = re.compile(
    r"\b(?:finish|c[oa]m[ei]|rank|placed|seeded|joint)", re.IGNORECASE
)
_FIRST: Final = re.compile(
    r"[\s-](?:round|place|prize|seed|half|quarter|floor|division|degree|set|leg|stage|"
    r"innings|period|century|edition|phase|anniversary|term)\b"
)
_SUPERLATIVE: Final = re.compile(
    r"[\s-](?!guest|request|forest|west|harvest|contest|inquest|arrest|quest|test)[a-z]+est\b"
)
_FURTHER: Final = re.compile(
    r"(?:,\s|,?\s(?:and|or|to)\s)(?:last|final|second|third|\w+[dhx]th|tenth|seventh|ninth)(?=\s[a-z])"
)
"""A second place that shares its noun with the first: "fifth and sixth victims"."""
_HYPHENED: Final = re.compile(
    r"-(?:round|place|placed|quarter|floor|year|grade|degree|minute|seed|seeded|ranked|choice|string|half|day|"
    r"week|term|century|generation|innings?|set|leg|stage|division|tier|wicket)\b"
)


def read_ordinal(line: Line, amount: Amount) -> Quantity | None:
    """A place in a row; None for "second, he said" and the first that is no count."""
    if amount.form is not Form.ORDINAL:
        return None
    spelled = line.text[amount.span.end - 1].isalpha() and not (
        line.text[amount.span.start].isdigit()
    )
    if _SUPERLATIVE.match(line.text, amount.span.end):
        return None
    if amount.value == 1 and not _FIRST.match(line.text, amount.span.end):
        return None
    if spelled and not _is_counted(line, amount.span):
        return None
    return Quantity(amount.span, amount.value, "ordinal")


def _is_counted(line: Line, span: Span) -> bool:
    """Whether an ordinal in words counts: before a noun, or as a result."""
    behind = line.after(span.end)
    if behind[:1] == "-":
        return _HYPHENED.match(behind) is not None
    before = line.before(span.start)
    if _RANKED.search(before) and _RESULT.search(before):
        return True
    match = _NOUN.match(behind)
    if further := _FURTHER.match(behind):
        return _NOUN.match(behind, further.end()) is not None
    if match is None or not match["noun"][0].islower():
        shouted = line.text[span.start : span.end].isupper()
        return bool(match and shouted and not is_function_word(match["noun"]))
    return not is_function_word(match["noun"])
