"""How it is said what articles have of a claim, and why something is none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from newsdiff.aligning.claims import Claimed, FoundClaim, is_statement
from newsdiff.wording.about import count
from newsdiff.wording.blocks import percent
from newsdiff.wording.differences import tell_differences

LIMIT: Final = "A free retelling may not be found."
CAUTION: Final = f"Its numbers, dates, names, denials and speaker are checked. {LIMIT}"
_LONGEST: Final = 1_000
"""Characters: what is longer is no sentence, and takes its time."""


def what_is_wrong(claim: str) -> str:
    """Why something cannot be looked for as a claim; empty where it can."""
    if not is_statement(claim):
        return (
            f"“{claim}” states nothing that could be looked for: claim takes a short "
            'sentence, such as "Anna Berg closed the bridge"'
        )
    if len(claim) > _LONGEST:
        return (
            f"the claim has {len(claim):,} characters: claim takes a short sentence, "
            f"of {_LONGEST:,} at most"
        )
    return ""


def tell_summary(findings: Iterable[FoundClaim]) -> str:
    """In how many articles it is stated, told otherwise, unclear, not found."""
    counted = Counter(None if f.differences else f.state for f in findings)
    articles = count(counted.total(), "article")
    if counted[Claimed.ABSENT] == counted.total():
        return f"Not found in any of {articles}."
    others = {
        "told otherwise": counted[None],
        "unclear": counted[Claimed.UNCLEAR],
        "not found": counted[Claimed.ABSENT],
    }
    stated = counted[Claimed.STATED] or "none"
    told = (f"{how} in {number}" for how, number in others.items() if number)
    return f"{', '.join([f'Probably stated in {stated} of {articles}', *told])}."


def tell_finding(found: FoundClaim) -> str:
    """What one article has of it: "told with another value: three"."""
    if found.differences:
        return tell_differences(found.differences)
    likely = percent(found.score)
    match found.state:
        case Claimed.STATED:
            return f"probably states it, {likely}"
        case Claimed.UNCLEAR:
            return f"unclear, {likely} likely to be stated"
        case Claimed.ABSENT:
            return f"not found, {likely} likely to be stated"
