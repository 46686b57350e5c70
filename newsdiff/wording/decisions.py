"""Why two sentences are linked or not, in one sentence: what carries the decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newsdiff.model import MEASURED, Side, State, Thresholds
from newsdiff.wording.blocks import percent
from newsdiff.wording.reasons import in_quotes, tell_reason

if TYPE_CHECKING:
    from newsdiff.aligning.explaining import Explanation

_NAMED: Final = 3
"""Words of one sentence that are named because the other has not got them."""


def tell_decision(explained: Explanation) -> str:
    """One sentence that names the words which carry the decision.

    Both say it in other words: “bode well” ↔ “reflect positively”; both have “Pier 33”.
    B 32 comes nearest to A 19, but not near enough: both have “Kim”, but only A has …
    """
    if explained.identical:
        return "Both read the same, word for word, which settles it."
    matched = explained.state is State.MATCHED
    told = tell_reason(
        explained.articles, explained.paraphrases, explained.reason, matched=matched
    )
    apart = _only_one_has(explained)
    if matched:
        return told or f"{_both_have(explained.reason)}."
    if explained.state is State.RELATED:
        told = told.rstrip(".") or _both_have(explained.reason)
        rest = f"; {apart}" if apart else ""
        return f"Worth a look, but not surely the same. {told}{rest}."
    parts = [_both_have(explained.reason, linked=False), apart]
    evidence = (", but " if explained.reason else "; ").join(filter(None, parts))
    return f"{_how_near(explained)}: {evidence[0].lower()}{evidence[1:]}."


def tell_chance(explained: Explanation) -> str:
    """How likely both are to share a statement, and how likely a link must be."""
    from newsdiff.aligning.selection import LEADING

    least = explained.least
    moved = least != explained.measured
    usual = (
        f"; measured: {percent(explained.measured[State.MATCHED])} and "
        f"{percent(explained.measured[State.RELATED])}"
        if moved
        else ""
    )
    state = {
        State.MATCHED: "matched: they tell the same",
        State.RELATED: "only related: worth a look",
        None: "not linked",
    }[explained.state]
    return (
        f"Probability that both share a statement: {percent(explained.score)}, "
        f"{state} (matched from {percent(least[State.MATCHED])}, related from "
        f"{percent(least[State.RELATED])}, or from {percent(least[LEADING])} where one "
        f"of the two has no other candidate half as likely{usual})."
    )


def tell_thresholds(thresholds: Thresholds) -> str:
    """That a person has moved from where on links are made; empty where nobody has."""
    if thresholds == MEASURED:
        return ""
    names = {"matched": thresholds.matched, "related": thresholds.related}
    moved = " and ".join(f"{n} from {percent(p)}" for n, p in names.items() if p)
    return f"With thresholds that were moved: a link is {moved}."


def short_thresholds(thresholds: Thresholds) -> str:
    """The same in a few words, for a line that has little room."""
    if thresholds == MEASURED:
        return ""
    moved = (percent(one) if one else "measured" for one in thresholds)
    return f"thresholds moved: {' / '.join(moved)}"


def _both_have(words: Sequence[str], *, linked: bool = True) -> str:
    if words:
        return f"Both have {in_quotes(words)}"
    if linked:
        return "They share no telling word, but mean nearly the same"
    return "They share no telling word"


def _only_one_has(explained: Explanation) -> str:
    """The telling words that one alone has, but for those the other says otherwise."""
    said = {
        side: {
            word.casefold()
            for one in explained.paraphrases
            for word in explained.articles[side].text[slice(*one.spans[side])].split()
        }
        for side in Side
    }
    named = {
        side: [
            word
            for word in explained.lacking[side]
            if word.casefold() not in said[side]
        ][:_NAMED]
        for side in Side
    }
    parts = [
        f"{side.name} has {in_quotes(words)}" for side, words in named.items() if words
    ]
    return f"only {' and only '.join(parts)}" if parts else ""


def _how_near(explained: Explanation) -> str:
    """What came of it: "B 32 comes nearest to A 19, but not near enough"."""
    names = {side: f"{side.name} {explained.sentences[side] + 1}" for side in Side}
    if not explained.candidate:
        return "They are too far apart to be looked at"
    for side in Side:
        if explained.is_nearest(side):
            other = names[side.other]
            return f"{other} comes nearest to {names[side]}, but not near enough"
    return "They do not come near enough"
