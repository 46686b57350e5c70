"""States and parties behind names: "(D-Iowa)", "R-Ariz.", "Corpus Christi, Tex."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.english.gazetteer import state_abbreviations
from newsdiff.model import Kind, Mention, Span

_STATE: Final = r"(?P<state>[A-Z][A-Za-z]*(?:\.[A-Z][a-z]*)*(?: [A-Z][a-z]+)?)"
_PARTY: Final = re.compile(rf"(?<![\w-])(?P<party>[RDI])(?:-|\., ){_STATE}")
_AFTER_CITY: Final = re.compile(r", (?P<state>[A-Z][A-Za-z]*(?:\.[A-Z])*)")
_PARTY_REACH: Final = 30
"""Characters after a name within which its party and state may stand."""
_PARTIES: Final = {"R": "republican party", "D": "democratic party"}


def states_after(text: str, name: Span, end: int, sentence: int) -> Iterator[Mention]:
    """The state and the party that stand behind a name.

    Args:
        text: The article's text.
        name: Where the name stands.
        end: Where its sentence ends.
        sentence: Number of that.
    """
    place = _AFTER_CITY.match(text, name.end, end)
    party = _PARTY.search(text, name.end, min(name.end + _PARTY_REACH, end))
    for match in (place, party):
        if match is None:
            continue
        for state in (match["state"], match["state"].split(" ")[0]):
            key = state_abbreviations().get(state)
            short = len(state) > 2 and text[match.end() : match.end() + 1] != "."
            if key is None or (match is place and short):
                continue
            start = match.start("state")
            span = Span(start, start + len(state))
            yield _mention(Kind.PLACE, span, sentence, key)
            if match is party and (whose := _PARTIES.get(match["party"])):
                yield _mention(
                    Kind.ORGANIZATION, Span(*match.span("party")), sentence, whose
                )
            break


def has_state(text: str, end: int) -> bool:
    """Whether a state stands after a name that ends at `end`."""
    match = _AFTER_CITY.match(text, end)
    return match is not None and match["state"] in state_abbreviations()


def _mention(kind: Kind, span: Span, sentence: int, key: str) -> Mention:
    place = kind is Kind.PLACE
    return Mention(
        kind=kind,
        span=span,
        sentence=sentence,
        key=key,
        rule="state-abbreviation" if place else "party-letter",
        resolved="US" if place else None,
    )
