"""The same statement on the authority of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from newsdiff.analysis import AnalysedArticle
from newsdiff.analysis.analyser import ContentWord
from newsdiff.analysis.sayings import Saying
from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.contrasts import are_told_otherwise
from newsdiff.comparing.conflicts.likeness import weigh
from newsdiff.comparing.conflicts.offices import may_be_one, speaks_for
from newsdiff.comparing.conflicts.quotations import GUESSED, SameQuote, are_of_two
from newsdiff.comparing.conflicts.scenes import Scene, scene_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import are_others
from newsdiff.english.tables import table
from newsdiff.model import SIDES, Kind, Link, Mention, Pair, Role, Span, State

_LEAST_SHARED: Final = 4.5
"""Weight of the words that both speakers must have said."""
_CARRIES: Final = 0.4
"""Likeness of what two agencies carry whose sentences surely tell the same."""
_NEARLY_ALL: Final = 0.7
"""Share from which a single word in common is enough."""
_LITTLE: Final = 2.5
"""Weight that is enough where nearly all that both say is the same."""
_LEAST_OF_MORE: Final = 0.2
"""Share of what the one who says more says that both must have said."""
_SURE: Final = 0.85
"""Probability of a link from which what two agencies carry is the same."""
_VALUE: Final = 4.5
"""What a number or date weighs that both tell of one event."""
_DECIMALS: Final = 6
_MISSPELT: Final = 0.8
"""Likeness of two surnames from which one is the other with a slip."""
_ANOTHER: Final = "another speaker"
_OF_IT: Final = "said by a body in one article, by a person of it in the other"
CARRIED: Final = "carried by another agency or outlet"
_STATE: Final = re.compile(r"place:[A-Z]{2}")
"""The key of a country: of all places only states speak."""
_SILENT: Final = ("known-state", "known-city", "state-abbreviation", "known-region")
"""Rules of names that lie in a country and do not speak for it."""
_LETTERS: Final = re.compile(r"[^\W_]+")
_ARTICLE: Final = {"the", "org"}
_PRONOUNS: Final = ("he", "she", "it", "they")
_BEFORE_NOUN: Final = 3
"""Words before a source noun among which its article stands."""


class _Rank(Enum):
    """What a source is, as far as the text says."""

    PERSON = "a person"
    BODY = "a body"
    ONE = "somebody unnamed"
    MANY = "people unnamed"


class _Match(NamedTuple):
    """Two who say the same in linked sentences."""

    score: float
    sayings: Pair[Saying]


def find_quoted_speakers(
    sides: Pair[ConflictSide], quotes: Sequence[SameQuote]
) -> Iterator[Conflict]:
    """Quotations that have another speaker, or came by another agency."""
    for same in quotes:
        speakers = same.quotes.map(lambda q: q.speaker)
        # Two who say much the same in other words are both quoted rightly.
        is_one = not (same.drifted and are_of_two(sides, same.quotes))
        if speakers.a and speakers.b and is_one:
            pair = Pair(speakers.a, speakers.b)
            sentences = same.quotes.map(lambda q: q.sentence)
            guessed = any(s.rule in GUESSED for s in pair)
            named = _is_named(sides, pair, sentences)
            if not guessed and (not named or _have_changed_places(sides, pair, same)):
                yield from _conflict(sides, pair, pair.map(lambda s: (s.span,)))
        agencies = same.quotes.map(lambda q: q.agency)
        if agencies.a and agencies.b and _are_two_outlets(agencies.a, agencies.b):
            pair = Pair(agencies.a, agencies.b)
            yield _conflict_of(sides, pair, pair.map(lambda s: (s.span,)), CARRIED)


def find_stated_speakers(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> Iterator[Conflict]:
    """Statements of sentences that surely tell the same, by somebody else.

    Of all who say something in linked sentences those are set against each other who
    say most of the same, each with nobody better to be set against.
    """
    matches = [match for link in cancellable(links) for match in _matches(sides, link)]
    best: Pair[dict[Saying, float]] = Pair({}, {})
    for match, side in product(matches, SIDES):
        saying = match.sayings[side]
        best[side][saying] = max(best[side].get(saying, 0.0), match.score)
    for match in matches:
        if any(match.score < best[s][match.sayings[s]] for s in SIDES):
            continue
        sources = match.sayings.map(lambda s: s.source)
        sentences = match.sayings.map(lambda s: s.sentence)
        if any(source.rule in GUESSED for source in sources):
            continue
        told = match.sayings.a.carries or not are_told_otherwise(
            _scenes_of(sides, sentences)
        )
        if not told:
            continue
        if _speaks(sides, match.sayings) or not _is_named(sides, sources, sentences):
            places = match.sayings.map(lambda s: tuple(sorted((s.source.span, s.verb))))
            if not match.sayings.a.carries:
                yield from _conflict(sides, sources, places)
            elif _are_two_outlets(*sources):
                yield _conflict_of(sides, sources, places, CARRIED)


def _scenes_of(sides: Pair[ConflictSide], sentences: Pair[int]) -> Pair[Scene]:
    return Pair.each(lambda s: scene_of(sides[s], sentences[s]))


def _matches(sides: Pair[ConflictSide], link: Link) -> Iterator[_Match]:
    roles = (sides[s].analysed.article.sentences[link.index(s)].role for s in SIDES)
    if link.state is not State.MATCHED or any(role is not Role.BODY for role in roles):
        return
    sayings = (
        [one for one in sides[s].sayings.get(link.index(s), ()) if not _is_thing(one)]
        for s in SIDES
    )
    for a, b in product(*sayings):
        pair = Pair(a, b)
        likeness = 0.0 if a.carries != b.carries else _likeness(sides, pair)
        if not likeness and a.carries and b.carries and link.score >= _SURE:
            likeness = _CARRIES  # all that the sentences tell comes by them
        if likeness:
            yield _Match(round(likeness * link.score, _DECIMALS), Pair(a, b))


def _is_thing(saying: Saying) -> bool:
    """Whether what says something is a report or a letter: nobody in particular."""
    return saying.source.key.partition(" of ")[0] in _crowd("things")


def _likeness(sides: Pair[ConflictSide], sayings: Pair[Saying]) -> float:
    """Weight of the words in common times their share; 0.0 where it is too little.

    The most alike of what both say in all and clause by clause counts. Names count only
    where both sources can be one: half a story has the same names.
    """
    with_names = _alike(*sayings.map(lambda one: one.source.key))
    values = sayings.map(lambda one, side: _values_in(side, one), sides)
    most = _VALUE * len(values.a & values.b) if _tell_one_event(sides, sayings) else 0.0
    parts = sides.map(
        lambda side, one: [
            (own, weigh(own, sides.a)) for own in _parts(side, one, with_names)
        ],
        sayings,
    )
    for (one, weight), (other, other_weight) in product(*parts):
        common = one & other
        shared = weigh(common, sides.a)
        share = shared / (min(weight, other_weight) or 1.0)
        of_more = shared / (max(weight, other_weight) or 1.0)
        enough = len(common) > 1 or share > _NEARLY_ALL
        least = _LITTLE if of_more > _NEARLY_ALL else _LEAST_SHARED
        if enough and shared >= least and of_more >= _LEAST_OF_MORE:
            most = max(most, shared * share)
    return most


def _values_in(side: ConflictSide, saying: Saying) -> frozenset[str]:
    """The numbers and dates that somebody tells."""
    return frozenset(
        mention.key
        for mention in side.mentions.get(saying.sentence, ())
        if mention.kind in (Kind.NUMBER, Kind.DATE)
        and any(s.start <= mention.span.start < s.end for s in saying.scope)
    )


def _tell_one_event(sides: Pair[ConflictSide], sayings: Pair[Saying]) -> bool:
    """Whether both tell that the same happened: "collapsed", "was swept away"."""
    events = sayings.map(
        lambda one, side: scene_of(side, one.sentence).reading.events_in(one.scope),
        sides,
    )
    return bool(events.a & events.b)


def _parts(
    side: ConflictSide, saying: Saying, with_names: bool
) -> tuple[frozenset[str], ...]:
    """The roots of what somebody says: of all of it, and of each clause."""
    kept, place = (
        side.analysed.kept,
        (Saying, saying.sentence, saying.scope, with_names),
    )
    found: tuple[frozenset[str], ...] | None = kept.get(place)
    if found is None:
        found = kept[place] = tuple(
            frozenset(word.root for word in part if word.plain or with_names)
            for part in _split(side.analysed, saying)
        )
    return found


def _split(analysed: AnalysedArticle, saying: Saying) -> list[tuple[ContentWord, ...]]:
    """What somebody says: all of it, and each clause."""
    whole = analysed.within(saying.sentence, saying.scope)
    if not whole:
        return []
    clauses = analysed.clauses_of(saying.sentence)
    split = [
        tuple(w for w in whole if c.start <= w.span.start < c.end) for c in clauses
    ]
    return [whole, *(part for part in split if part and part != whole)]


def _is_named(
    sides: Pair[ConflictSide], sources: Pair[Mention], sentences: Pair[int]
) -> bool:
    """Whether one side names the other's speaker in its own sentence.

    Then it is likelier that a subject was read wrong than that the outlets differ.
    """
    return any(
        mention.key == sources[s].key and mention.kind is Kind.PERSON
        for s in SIDES
        for mention in sides[s.other].mentions.get(sentences[s.other], ())
    )


def _have_changed_places(
    sides: Pair[ConflictSide], sources: Pair[Mention], same: SameQuote
) -> bool:
    """Whether the very words are those of one person to another, and the reverse."""
    if same.drifted or sources.a.key == sources.b.key:
        return False
    people = Pair.each(
        lambda s: {
            m.key
            for m in sides[s].mentions.get(same.quotes[s].sentence, ())
            if m.kind is Kind.PERSON
        }
    )
    return people.a == people.b == {source.key for source in sources}


def _speaks(sides: Pair[ConflictSide], sayings: Pair[Saying]) -> bool:
    """Whether one side lets the other's speaker say something else in its sentence."""
    return any(
        one.source.key == sayings[s].source.key
        for s in SIDES
        for one in sides[s.other].sayings.get(sayings[s.other].sentence, ())
    )


def _conflict(
    sides: Pair[ConflictSide], sources: Pair[Mention], places: Pair[tuple[Span, ...]]
) -> Iterator[Conflict]:
    if _are_others(*sources.map(lambda s: s.key)):
        yield _conflict_of(sides, sources, places, _ANOTHER)
        return
    ranks = Pair.each(lambda s: _rank(sides[s], sources[s]))
    if ranks.a is None or ranks.b is None:
        return
    if _alike(*sources.map(lambda s: s.key)):
        note = "one source in one article, several in the other"
        if set(ranks) == {_Rank.ONE, _Rank.MANY}:
            yield _conflict_of(sides, sources, places, note)
    elif (
        _Rank.ONE not in ranks
        and not _is_trivial(ranks, sources)
        and not may_be_one(sides, sources)
    ):
        # "An official" may be whom the other names.
        own = set(ranks) == {_Rank.PERSON, _Rank.BODY} and speaks_for(sides, sources)
        note = _OF_IT if own else _note(ranks.a, ranks.b)
        yield _conflict_of(sides, sources, places, note)


def _is_trivial(ranks: Pair[_Rank | None], sources: Pair[Mention]) -> bool:
    """Whether somebody's word stands against nobody's: "officials" of no body."""
    return any(
        ranks[s] is _Rank.MANY
        and ranks[s.other] is not _Rank.MANY
        and " of " not in sources[s].key
        for s in SIDES
    )


def _note(one: _Rank, other: _Rank) -> str:
    first, second = sorted((one, other), key=list(_Rank).index)
    if first is second:
        return _ANOTHER
    return f"said by {first.value} in one article, by {second.value} in the other"


def _conflict_of(
    sides: Pair[ConflictSide],
    sources: Pair[Mention],
    places: Pair[tuple[Span, ...]],
    note: str,
) -> Conflict:
    return Conflict(
        kind=Kind.ATTRIBUTION,
        value=Pair.each(lambda s: sides[s].wording(sources[s])),
        spans=places,
        note=note,
        mentions=Pair.each(
            lambda s: sides[s].inside(sources[s].span, sources[s].sentence)
        ),
    )


@cache
def _crowd(group: str) -> frozenset[str]:
    return frozenset(table("conflicts")["crowds"][group].split())


def _rank(side: ConflictSide, source: Mention) -> _Rank | None:
    """What a source is; None where it may be anyone: "the chairman", "it"."""
    kind = side.kinds.get(source.key)
    if kind is Kind.PERSON:
        return _Rank.PERSON
    letters = "".join(_LETTERS.findall(side.analysed.words_at(source.span)))
    if letters.isupper() and letters.casefold() in _crowd("offices"):
        return None  # whoever holds it
    last = side.analysed.words_at(source.span).casefold().rsplit(maxsplit=1)[-1]
    if last in _PRONOUNS:
        return None
    noun = source.key.partition(" of ")[0]
    if kind is Kind.ORGANIZATION or noun in _crowd("bodies"):
        return _Rank.BODY
    if kind is Kind.PLACE or noun.startswith("place:"):
        speaks = _STATE.fullmatch(noun) and source.rule not in _SILENT
        return _Rank.BODY if speaks else None
    return _unnamed(side, source) if noun in _crowd("people") else None


def _unnamed(side: ConflictSide, source: Mention) -> _Rank | None:
    """Whether a source noun means one or more; None where it means somebody known.

    "An official" is one, "officials" are more, "the official" was named before.
    """
    noun, owned, _ = source.key.partition(" of ")
    words = side.analysed.words_at(source.span).casefold().split()
    before = side.analysed.article.text[: source.span.start].casefold().split()
    around = {*words, *before[-_BEFORE_NOUN:]}
    if noun in (word.removesuffix("’s").removesuffix("'s") for word in words):
        return _Rank.ONE if {"a", "an"} & around else None
    return _Rank.MANY if owned or "the" not in around else None


def _alike(one: str, other: str) -> bool:
    """Whether two sources can be one: "officials" and "White House officials"."""
    if one in other.split(" and ") or other in one.split(" and "):
        return True
    noun, _, owner = one.partition(" of ")
    other_noun, _, other_owner = other.partition(" of ")
    if owner and other_owner:
        return owner == other_owner
    if owner:
        return other in (owner, noun)
    if other_owner:
        return one in (other_owner, other_noun)
    surname, other_surname = (key.rsplit(maxsplit=1)[-1] for key in (one, other))
    return SequenceMatcher(None, surname, other_surname).ratio() > _MISSPELT


def _are_two_outlets(one: Mention, other: Mention) -> bool:
    """Whether two outlets are no longer and shorter name of one: "The Times"."""
    words = [set(_LETTERS.findall(m.key.casefold())) - _ARTICLE for m in (one, other)]
    return not (words[0] <= words[1] or words[1] <= words[0])


def _are_others(one: str, other: str) -> bool:
    """Whether two sources without a name cannot be one: "mayor", "bishop of Hallin"."""
    return are_others(*(key.partition(" of ")[0] for key in (one, other)))
