"""What a text tells otherwise than a claim: another value, the opposite, a speaker.

Only sentences that have most of the rest of the claim are asked; where one of them
tells the claim's own value or word, nothing differs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.aligning.claims.exchanges import deeds_of, find_exchange
from newsdiff.aligning.claims.opposites import are_opposite, suspects_of, tells
from newsdiff.aligning.claims.search import (
    Claim,
    Search,
    share_without,
    shares_of,
)
from newsdiff.aligning.claims.sentences import (
    SearchedSentence,
    searched_sentence,
    voices_of,
)
from newsdiff.english.events import (
    are_distinct,
)
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import is_function_word
from newsdiff.mentions.contrasts import (
    are_equal,
    bounds_differ,
    count_alike,
    sort_of,
    values_differ,
)
from newsdiff.model import Kind, Mention, Span

_MOST: Final = 0.5
"""Part of the rest of a claim that a sentence must have to tell something of it."""
_APART: Final = 0.25
"""How much less of the rest a sentence may have that tells the claim's own value."""
_SURELY: Final = 0.7
"""The same where somebody else says it."""
_THERE: Final = 0.5
"""Share of a word from which it is there."""
_ROUNDED_FROM: Final = 1000
"""Number from which a claim may be what a text tells, rounded."""
_MARGIN: Final = 0.1
"""How much more of the rest a sentence must have than one that tells the claim's own
word."""


class Differs(StrEnum):
    """How a text tells otherwise what a claim says."""

    VALUE = "value"
    """With another number or date."""
    OPPOSITE = "opposite"
    DOER = "doer"
    """With doer and done-to exchanged."""
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words of a text that stand against words of a claim."""

    kind: Differs
    sentence: int
    span: Span
    """Their place in the sentence; in the text of an article where one was searched."""
    words: str
    """The words there: "three", "refused to visit", "Sullivan"."""
    claimed: str
    """Those of the claim."""


class Verdict(Enum):
    """What a text tells of a claim's number or date."""

    TOLD = "told"
    OTHER = "another in its stead"
    ELSEWHERE = "told of something else"
    MISSING = "nowhere"


class JudgedValue(NamedTuple):
    """A number or date of a claim, and what the text tells of it."""

    value: Mention
    verdict: Verdict
    other: Difference | None = None
    """What stands in its stead."""


class Checked(NamedTuple):
    """What a text tells of what a claim can be wrong in."""

    values: tuple[JudgedValue, ...]
    """Of each number and date of the claim."""
    reversed: Difference | None
    """The opposite of one of its words, or its deed the other way round."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """What is told otherwise."""
        found = [judged.other for judged in self.values] + [self.reversed]
        return tuple(one for one in found if one)


def check(search: Search) -> Checked:
    """What the text tells of the claim's values and of the opposite of its words."""
    values = tuple(_judge(search, value) for value in search.claim.values)
    return Checked(values, _find_opposite(search) or _find_exchange(search))


def _judge(search: Search, value: Mention) -> JudgedValue:
    numbers = search.claim.within(value)
    asked = _asked(search, numbers)
    rival, least = None, 0.0
    for i in dict.fromkeys((*asked, search.best[0])):
        sentence, share = search.sentences[i], search.share_without(i, numbers)
        if share >= least and _is_told_in(search, value, sentence):
            return JudgedValue(value, Verdict.TOLD)
        others = (t for t in sentence.values if _is_rival(search, value, sentence, t))
        if rival is None and i in asked and (told := next(others, None)):
            rival = _difference(search, Differs.VALUE, i, (told.span, value.span))
            least = share - _APART
    literal = [
        i
        for i, shares in enumerate(search.shares)
        if all(shares[k] == 1 for k in numbers)
    ]
    elsewhere = any(_is_told_in(search, value, search.sentences[i]) for i in literal)
    if rival and not (elsewhere and value.kind is Kind.NUMBER):
        return JudgedValue(value, Verdict.OTHER, rival)
    if elsewhere:
        return JudgedValue(value, Verdict.ELSEWHERE)
    if set(literal).isdisjoint(asked):
        return JudgedValue(value, Verdict.MISSING)
    return JudgedValue(value, Verdict.TOLD)


def _is_told_in(search: Search, value: Mention, sentence: SearchedSentence) -> bool:
    """Whether a sentence tells a value that may be of the same."""
    return any(
        are_equal(value, told)
        and not _excludes(value, told)
        and _may_be_of_one(search, value, sentence, told)
        for told in sentence.values
    )


def _excludes(value: Mention, told: Mention) -> bool:
    """Whether a text's value does not state a claim's, though both can be right."""
    return _bounds_exclude(value, told) or _is_finer(value, told)


def _bounds_exclude(one: Mention, other: Mention) -> bool:
    """Whether two bounds lie on two sides: "fewer than 100", "more than 100"."""
    return None not in (one.bound, other.bound) and bounds_differ(one, other)


def _is_finer(value: Mention, told: Mention) -> bool:
    """Whether a claim counts more exactly than a text: "5,820" where it has "6,000".

    What is small is not rounded: "582" and "600" are two numbers either way.
    """
    counts = [m.rule == "count" and m.bound is None for m in (value, told)]
    mine, its = value.resolved, told.resolved
    if not all(counts) or not isinstance(mine, float) or not isinstance(its, float):
        return False
    if max(mine, its) < _ROUNDED_FROM:
        return mine != its
    return len(f"{mine:.0f}".rstrip("0")) > len(f"{its:.0f}".rstrip("0"))


def _asked(search: Search, left_out: tuple[int, ...]) -> list[int]:
    """The sentences that have most of the claim but some words, best first."""
    shares = [search.share_without(i, left_out) for i in range(len(search.sentences))]
    asked = [i for i, share in enumerate(shares) if share >= _MOST]
    return sorted(asked, key=lambda i: (-shares[i], i))


def _may_be_of_one(
    search: Search, value: Mention, sentence: SearchedSentence, told: Mention
) -> bool:
    events = search.claim.told.event_of(value), sentence.event_of(told)
    return not are_distinct(*events)


def _is_rival(
    search: Search, value: Mention, sentence: SearchedSentence, told: Mention
) -> bool:
    """Whether another value stands in the place of the claim's."""
    if sort_of(value) != sort_of(told):
        return False
    if not (values_differ(value, told) or _excludes(value, told)):
        return False
    coined = sort_of(value) == "money"  # "$1.5bn" and "1.5 billion euros"
    if value.kind is Kind.NUMBER and not (coined or count_alike(value, told)):
        return False
    claim = search.claim.told
    events = claim.event_of(value), sentence.event_of(told)
    if are_distinct(*events):
        return False
    return bool(events[0] & events[1]) or _is_told_of_the_same(
        search, value, sentence, told
    )


def _is_told_of_the_same(
    search: Search, value: Mention, sentence: SearchedSentence, told: Mention
) -> bool:
    """Whether two values whose events say nothing stand beside the same."""
    if value.kind is Kind.DATE:
        return _clause_has_most(search, value, sentence, told)
    claim = search.claim.told
    if value.unit and value.unit == told.unit:
        return not (claim.event_of(value) and sentence.event_of(told))
    beside = zip(claim.beside(value), sentence.beside(told), strict=True)
    return any(w and w == other and not is_function_word(w) for w, other in beside)


def _clause_has_most(
    search: Search, value: Mention, sentence: SearchedSentence, told: Mention
) -> bool:
    """Whether the clause of a value tells most of the rest of the claim."""
    clause = searched_sentence(sentence.text[slice(*sentence.clause(told.span.start))])
    out = search.claim.within(value)
    return share_without(search.claim, shares_of(search.claim, clause), out) >= _MOST


def _find_opposite(search: Search) -> Difference | None:
    """The word that says the opposite of one of the claim; None where none does."""
    claim = search.claim.told
    suspects = {
        i: found
        for i, sentence in enumerate(search.sentences)
        if (found := suspects_of(claim, sentence))
    }
    for mine in claim.stated if suspects else ():
        opposing = {
            i: other
            for i, found in suspects.items()
            for other in found
            if are_opposite(claim, mine, search.sentences[i], other)
        }
        if not opposing:
            continue
        left_out = search.claim.inside(mine.span)
        asked = _asked(search, left_out)
        told = (i for i in asked if tells(search.sentences[i], mine))
        most = max((search.share_without(i, left_out) for i in told), default=-_MARGIN)
        for i in asked:
            if i in opposing and search.share_without(i, left_out) > most + _MARGIN:
                spans = opposing[i].span, mine.span
                return _difference(search, Differs.OPPOSITE, i, spans)
    return None


def _find_exchange(search: Search) -> Difference | None:
    claim = search.claim.told
    mine = deeds_of(claim)
    for i in _asked(search, ()) if mine else ():
        if found := find_exchange(claim, search.sentences[i]):
            return _difference(search, Differs.DOER, i, (found.span, mine[0].span))
    return None


def find_speaker(search: Search) -> tuple[Difference, ...]:
    """Who says in the text what the claim says that somebody else does."""
    claim = search.claim
    voices = voices_of(claim.told.text) if claim.names and _speaks(claim) else ()
    for mine in voices:
        name = next((m for m in claim.names if m.span == mine.span), None)
        if name is None:
            continue
        numbers = claim.within(name)
        for i in _asked(search, numbers):
            own = voices_of(search.sentences[i].text)
            named = any(search.shares[i][k] >= _THERE for k in numbers[-1:])
            if named or any(_are_one_speaker(mine.key, one.key) for one in own):
                return ()
            others = [one for one in own if one.kind is mine.kind]
            if others and search.share_without(i, numbers) >= _SURELY:
                spans = others[0].span, mine.span
                return (_difference(search, Differs.SPEAKER, i, spans),)
    return ()


def _speaks(claim: Claim) -> bool:
    """Whether a claim has any word for saying something."""
    spoken = word_group("attribution", "verbs")
    return "to" in claim.told.folded or not spoken.isdisjoint(claim.told.folded)


def _are_one_speaker(one: str, other: str) -> bool:
    """Whether two keys can name one: "biden" and "joe biden"."""
    return one.split()[-1:] == other.split()[-1:]


def _difference(
    search: Search, kind: Differs, sentence: int, spans: tuple[Span, Span]
) -> Difference:
    there, claimed = spans
    return Difference(
        kind=kind,
        sentence=sentence,
        span=there,
        words=search.sentences[sentence].text[slice(*there)],
        claimed=search.claim.told.text[slice(*claimed)],
    )


def lacks_a_name(search: Search) -> bool:
    """Whether the text has no word of a name of the claim."""
    found = filter(None, map(search.claim.within, search.claim.names))
    return any(all(s[ns[-1]] < _THERE for s in search.shares) for ns in found)


def is_put_together(search: Search) -> bool:
    """Whether a claim's words are there only in two sentences about two.

    What is told stands in one that begins with another name, and lacks the first of
    the claim: "Kvist spoke. Orlova visited Tarnholm."
    """
    words = search.claim.words
    first = next((k for k, word in enumerate(words) if word.is_name), None)
    if len(search.best) == 1 or first is None:
        return False
    known = {word.folded for word in words}
    for i, j in (search.best, search.best[::-1]):
        own, others = search.shares[i], search.shares[j]
        subject = search.sentences[i].first_name
        adds = any(
            own[k] >= _THERE > others[k]
            for k, word in enumerate(words)
            if not word.is_name
        )
        if adds and own[first] < _THERE and subject and subject not in known:
            return True
    return False


def is_turned(search: Search) -> bool:
    """Whether a claim or the sentence nearest to it has a word that turns it alone.

    "None survived" and "all survived", "If talks fail, it will close" and "it will
    close", "would have closed" and "closed" share all other words.
    """
    claim, nearest = search.claim.told, search.sentences[search.best[0]]
    if len(search.best) > 1 or claim.text == nearest.text:
        return False
    return any(_turns(claim, nearest)) or _conditions(claim) != _conditions(nearest)


def _turns(claim: SearchedSentence, nearest: SearchedSentence) -> Iterator[bool]:
    """For each way to turn a sentence, whether only one of the two is turned."""
    for line in table("claims")["turning"]:
        words = frozenset(line.split())
        yield words.isdisjoint(claim.folded) != words.isdisjoint(nearest.folded)


def _conditions(sentence: SearchedSentence) -> tuple[bool, bool]:
    """Whether a sentence begins with a condition, and whether it "would have" been."""
    words = [token.folded for token in sentence.words]
    return words[:1] in (["if"], ["unless"]), ("would", "have") in pairwise(words)
