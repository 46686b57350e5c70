"""The same quotation in both articles, and what the outlets made of its words.

Two quotations are one where they share a run of words. That one outlet merely quotes
more of it is no difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Final

from newsdiff.analysis import AnalysedArticle
from newsdiff.analysis.quoted_words import Quote, make_quote
from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.quote_aligning import Aligned
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.model import SIDES, Kind, Link, Mention, Pair, Side, Span, State

_TRANSLATED: Final = 0.6
"""Share of the words in common from which one speaker's words are a translation."""
_FEWEST_TRANSLATED: Final = 3
GUESSED: Final = ("subject", "last-speaker", "pronoun")
"""Rules that find whose a quotation is without a verb of saying and a name."""
_VALUES: Final = (Kind.DATE, Kind.NUMBER)
_FEWEST_UNMARKED: Final = 10
"""Words of a quotation that the other article has without marks."""


@dataclass(frozen=True, slots=True)
class SameQuote:
    """A quotation that both articles have, whole or in part."""

    quotes: Pair[Quote]
    spans: Pair[Span]
    """The stretch that both have."""
    parted: tuple[Pair[Span | None], ...]
    """Where words of the stretch differ; None where a side has none there."""

    @property
    def drifted(self) -> bool:
        """Whether words of the stretch differ."""
        return bool(self.parted)


def find_same_quotes(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> tuple[SameQuote, ...]:
    """Every two quotations that are one.

    One that drifted is left out where the other article has it word for word too.
    """
    linked = {(link.a, link.b) for link in links}
    found = []
    for a, b in cancellable(_with_a_common_word(sides)):
        is_linked = (a.sentence, b.sentence) in linked
        if not _may_be_same(a, b, is_linked=is_linked):
            continue
        pair = Pair(a, b)
        aligned = Aligned(sides, pair)
        if aligned.is_same(is_linked=is_linked):
            parted = tuple(
                p for p in aligned.parted if not _is_one_value(sides, pair, p)
            )
            found.append(SameQuote(pair, aligned.spans, parted))
    exact = Pair.each(lambda side: [s.spans[side] for s in found if not s.drifted])
    return tuple(
        same
        for same in found
        if not same.drifted
        or not any(_lies_in(same.spans[side], exact[side]) for side in SIDES)
    )


def are_of_two(sides: Pair[ConflictSide], quotes: Pair[Quote]) -> bool:
    """Whether two people say much the same: other words are no drift then.

    A speaker who was merely guessed may be the other's, and a person a body's.
    """
    speakers = quotes.map(lambda quote: quote.speaker)
    if not speakers.a or not speakers.b or speakers.a.key == speakers.b.key:
        return False
    return not any(
        speaker.rule in GUESSED or side.kinds.get(speaker.key) is not Kind.PERSON
        for side, speaker in zip(sides, (speakers.a, speakers.b), strict=True)
    )


def _with_a_common_word(sides: Pair[ConflictSide]) -> Iterator[tuple[Quote, Quote]]:
    """Every two quotations that share a content word, in order."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for n, quote in enumerate(sides.b.quotes):
        for word in quote.wording.content:
            having[word].append(n)
    for quote in sides.a.quotes:
        found = {n for word in quote.wording.content for n in having.get(word, ())}
        for n in sorted(found):
            yield quote, sides.b.quotes[n]


def _may_be_same(one: Quote, other: Quote, *, is_linked: bool) -> bool:
    """Whether two quotations share enough content words to be looked at."""
    common = one.wording.content & other.wording.content
    return len(common) > (0 if is_linked else 1)


def find_wording_conflicts(
    sides: Pair[ConflictSide], quotes: Sequence[SameQuote], links: Sequence[Link]
) -> Iterator[Conflict]:
    """Quotations whose words differ."""
    for same in quotes:
        if same.drifted and not are_of_two(sides, same.quotes):
            yield _drifted(sides, same)
    known = Pair.each(lambda s: {same.quotes[s].span for same in quotes})
    quoted = sides.map(_by_sentence)
    for link in cancellable(links):
        if link.state is State.MATCHED:
            own = quoted.map(lambda of, i: of.get(i, []), link.sentences)
            for pair in (Pair(a, b) for a, b in product(own.a, own.b)):
                if not any(pair[s].span in known[s] for s in SIDES):
                    yield from _translated(sides, pair)
            for side in SIDES:
                for quote in own[side]:
                    yield from _unmarked(sides, quote, link, side)


def _drifted(sides: Pair[ConflictSide], same: SameQuote) -> Conflict:
    """A quotation in two wordings, or with two values, which are no facts besides."""
    values: Pair[set[Span]] = Pair(set(), set())
    kinds: set[Kind | None] = set()
    for parted, side in product(same.parted, Side):
        mentions = sides[side].mentions.get(same.quotes[side].sentence, ())
        found = [m for m in mentions if _covers(m, parted[side])]
        values[side].update(mention.span for mention in found)
        kinds.update([mention.kind for mention in found] or [None])
    (kind, *others) = kinds
    what = "in different words"
    if kind is not None and not others:
        what = f"with another {kind.value}"
    differing = _conflict_of(sides, same.spans, f"the same quotation {what}")
    consumed = (differing.mentions[side] | values[side] for side in SIDES)
    return replace(differing, mentions=Pair(*consumed))


def _is_one_value(
    sides: Pair[ConflictSide], quotes: Pair[Quote], parted: Pair[Span | None]
) -> bool:
    """Whether words that differ are one number or date: "12 people", "twelve"."""
    keys = [
        {
            mention.key
            for mention in sides[side].mentions.get(quotes[side].sentence, ())
            if _covers(mention, parted[side])
        }
        for side in SIDES
    ]
    return not keys[0].isdisjoint(keys[1])


def _are_dates(
    sides: Pair[ConflictSide], quotes: Pair[Quote], parted: Pair[Span | None]
) -> bool:
    """Whether words that differ hold dates, which an outlet writes in its own way."""
    return all(
        any(
            mention.kind is Kind.DATE and _touches(mention, parted[s])
            for mention in sides[s].mentions.get(quotes[s].sentence, ())
        )
        for s in SIDES
    )


def _touches(mention: Mention, words: Span | None) -> bool:
    if words is None:
        return False
    return mention.span.start < words.end and words.start < mention.span.end


def _covers(mention: Mention, words: Span | None) -> bool:
    """Whether words that differ are those of a value, or a part of it."""
    if words is None or mention.kind not in _VALUES:
        return False
    return mention.span.start <= words.start and words.end <= mention.span.end


def _by_sentence(side: ConflictSide) -> dict[int, list[Quote]]:
    found: defaultdict[int, list[Quote]] = defaultdict(list)
    for quote in side.quotes:
        found[quote.sentence].append(quote)
    return found


def _conflict_of(sides: Pair[ConflictSide], spans: Pair[Span], note: str) -> Conflict:
    quoted = (
        frozenset(q.span for q in sides[s].quotes if _lies_in(spans[s], [q.span]))
        for s in SIDES
    )
    return Conflict(
        kind=Kind.QUOTE,
        value=Pair.each(lambda s: sides[s].analysed.words_at(spans[s])),
        spans=spans.map(lambda span: (span,)),
        note=note,
        mentions=Pair(*quoted),
    )


def _lies_in(span: Span, others: Sequence[Span]) -> bool:
    return any(o.start <= span.start and span.end <= o.end for o in others)


def _translated(sides: Pair[ConflictSide], quotes: Pair[Quote]) -> Iterator[Conflict]:
    """Words of one speaker that share no run, but most content words."""
    speakers = quotes.map(lambda q: q.speaker)
    if not (speakers.a and speakers.b and speakers.a.key == speakers.b.key):
        return
    words = Pair.each(
        lambda s: sides[s].analysed.within(quotes[s].sentence, [quotes[s].span])
    )
    roots = words.map(lambda side: {word.root for word in side})
    common = roots.a & roots.b
    weights = roots.map(lambda side: sum(sides.a.root_weights[r] for r in sorted(side)))
    shared = sum(sides.a.root_weights[r] for r in sorted(common))
    if len(common) >= _FEWEST_TRANSLATED and shared >= _TRANSLATED * min(weights):
        hits = words.map(lambda side: [w.span for w in side if w.root in common])
        spans = hits.map(lambda side: Span(side[0].start, side[-1].end))
        yield _conflict_of(
            sides, spans, "the same words of one speaker in two versions"
        )


def _whole(analysed: AnalysedArticle, number: int) -> Quote:
    """A sentence as if all of it were quoted; made once."""
    found: Quote | None = analysed.kept.get((Quote, number))
    if found is None:
        span = analysed.article.sentences[number].span
        found = make_quote(analysed.article.text, number, span)
        analysed.kept[Quote, number] = found
    return found


def _unmarked(
    sides: Pair[ConflictSide], quote: Quote, link: Link, side: Side
) -> Iterator[Conflict]:
    """A long quotation whose words the other article has, changed, without marks."""
    other = sides[side.other]
    number = link.index(side.other)
    if len(quote.words) < _FEWEST_UNMARKED:
        return
    sentence = _whole(other.analysed, number)
    if len(quote.wording.content & sentence.wording.content) < _FEWEST_TRANSLATED:
        return
    pair = Pair.on(side, quote, sentence)
    aligned = Aligned(sides, pair)
    if aligned.shared < _FEWEST_UNMARKED or not aligned.differing:
        return
    if all(_are_dates(sides, pair, parted) for parted in aligned.parted):
        return
    here = aligned.spans[side.other]
    marked = [q.span for q in other.quotes if q.sentence == number]
    if not any(m.start < here.end and here.start < m.end for m in marked):
        note = "quoted in one article, without quotation marks in the other"
        yield _conflict_of(sides, aligned.spans, note)
