"""Which words of one article the other was not found to tell.

A linked sentence can add facts, and a sentence without a link can consist of facts told
elsewhere. So every content word is weighed on its own, by how sure it is that some
sentence of the other article tells the same with such a word. Words in a row that are
not told make a stretch.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from newsdiff.aligning import Alignment
from newsdiff.aligning.aligner import LookedAt
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.aligning.sparse import Flags, Floats, Ints, Places, spread
from newsdiff.analysis import AnalysedArticle
from newsdiff.cancellation import cancellable
from newsdiff.comparing import retelling
from newsdiff.comparing.content_words import ContentWords, content_words_of
from newsdiff.comparing.retelling import retelling_of
from newsdiff.comparing.told_values import ToldValues, find_told_values
from newsdiff.model import SIDES, Mention, Pair, Side, Span

FEATURES: Final = {
    "text": "share of its sentence's words that the other article has anywhere",
    "second partner": "probability that its sentence's next best partner tells it",
    "spelling": "share of its letters in a partner, times that partner's probability",
    "words": "content words of its sentence, as a logarithm",
    "place": "how far down its article the sentence stands",
    "other article": "sentences of the other article, as a logarithm",
}
"""What speaks for a word being told. Where both articles have been encoded, what
`retelling` finds joins them."""

MOST_OF_CLAUSE: Final = 0.75
"""Share of a clause's content words from which all of it is untold."""
FEWEST_WORDS: Final = 2
"""Untold content words in a row that count inside a clause that is told; a single one
is a choice of words as often as a fact."""
_SAME: Final = 1.0
"""The probability of two sentences that read the same."""
_AT_ONCE: Final = 64
"""Sentences of A that are looked at in one go: what they take is a few megabytes."""


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of one side."""

    sentence: int
    span: Span
    """Its place in the article's text."""
    clause: Span
    """The clause it stands in, as a place in its sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class DescribedWords:
    """Content words of one side and what speaks for their being told."""

    every: ContentWords
    chosen: Ints
    """Which of them: all but those of sentences that the other article has."""
    columns: Mapping[str, Floats]
    """Name of each feature → its values, one a word."""

    @property
    def words(self) -> tuple[Word, ...]:
        """They."""
        every, chosen = self.every, self.chosen
        parts = (every.sentences, every.spans, every.clause_spans)
        listed = (part[chosen].tolist() for part in parts)
        return tuple(
            Word(sentence, Span(*span), Span(*clause))
            for sentence, span, clause in zip(*listed, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Stretch:
    """Content words in a row that the other article was not found to tell."""

    sentence: int
    span: Span
    words: int
    """How many content words it has."""
    whole: bool
    """Whether these are all content words of the sentence."""


def find_untold(
    articles: Pair[AnalysedArticle],
    alignment: Alignment,
    mentions: Pair[Sequence[Mention]],
    model: Model | None = None,
) -> Pair[tuple[Stretch, ...]]:
    """The stretches of each article that the other was not found to tell.

    Args:
        articles: Both.
        alignment: Their links and the probabilities of all candidates.
        mentions: Those of both, with the keys of the pair.
        model: How words are weighed; None for the packaged model.
    """
    described = describe_words(articles, alignment, mentions)
    return described.map(lambda side: tuple(_stretches(side, model)))


def _stretches(side: DescribedWords, model: Model | None) -> Iterator[Stretch]:
    weighing = model or _packaged(side)
    flags = weighing.probabilities(side.columns) >= weighing.least["untold"]
    every, chosen = side.every, side.chosen
    untold = _settled(flags, every.clauses[chosen])
    ranks = every.ranks[chosen]
    firsts, stops = _runs(untold, ranks)
    sentences, spans = every.sentences[chosen], every.spans[chosen]
    sizes = np.diff(every.firsts)[ranks]
    for first, stop in zip(firsts.tolist(), stops.tolist(), strict=True):
        if untold[first]:
            span = Span(int(spans[first, 0]), int(spans[stop - 1, 1]))
            size = stop - first
            whole = size == int(sizes[first])
            yield Stretch(int(sentences[first]), span, size, whole)


def _runs(flags: Flags, groups: Ints) -> tuple[Ints, Ints]:
    """Where runs of words with one flag begin and end, none beyond its group."""
    new = np.ones(len(flags), bool)
    new[1:] = (flags[1:] != flags[:-1]) | (groups[1:] != groups[:-1])
    firsts = np.flatnonzero(new)
    return firsts, np.append(firsts, len(flags))[1:]


def _packaged(side: DescribedWords) -> Model:
    """The packaged model: by words, or by words and meaning where that is known."""
    is_meant = retelling.FEATURES.keys() <= side.columns.keys()
    return fitted(__package__, "omissions_meaning" if is_meant else "omissions")


def _settled(flags: Flags, clauses: Ints) -> Flags:
    """Which words are untold: clauses as wholes, and longer runs in others."""
    if not len(flags):
        return flags
    whole = np.bincount(clauses, flags) >= MOST_OF_CLAUSE * np.bincount(clauses)
    firsts, stops = _runs(flags, clauses)
    sizes = np.repeat(stops - firsts, stops - firsts)
    settled: Flags = whole[clauses] | (flags & (sizes >= FEWEST_WORDS))
    return settled


def describe_words(
    articles: Pair[AnalysedArticle],
    alignment: Alignment,
    mentions: Pair[Sequence[Mention]],
) -> Pair[DescribedWords]:
    """Every content word of the compared sentences, with its features.

    A word of a number or date that the other article tells counts as spelled there.

    Args:
        articles: Both.
        alignment: Their links and the probabilities of all candidates.
        mentions: Those of both, with the keys of the pair.
    """
    words = articles.map(content_words_of)
    values = find_told_values(mentions)
    seen = alignment.looked_at
    spelled = _spelled(words, seen)
    for side in SIDES:
        _add_named(spelled[side], articles, words[side], seen, side)
    return Pair.each(
        lambda s: _described(
            articles, words[s], _Told(alignment, spelled[s], values[s], s)
        )
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What is known of how the other article tells the words of one side."""

    alignment: Alignment
    spelled: Floats
    """How well a partner has the letters of each."""
    values: ToldValues
    side: Side

    @property
    def places(self) -> Places:
        """The sentence of this side first."""
        places = self.alignment.looked_at.places
        return places if self.side is Side.A else places[:, ::-1]


def _described(
    articles: Pair[AnalysedArticle], words: ContentWords, told: _Told
) -> DescribedWords:
    own, other = articles[told.side], articles[told.side.other]
    chances, size = told.alignment.looked_at.chances, len(own.profiles)
    lines = told.places[:, 0]
    same = np.zeros(size, bool)
    same[lines[chances == _SAME]] = True  # it stands in the other, word for word
    chosen = np.flatnonzero(~same[words.ranks])
    ranks = words.ranks[chosen]
    telling = told.values.tellers_of(words.spans[:, 0])
    columns = {
        "text": _share(words, told, [*telling])[ranks],
        "second partner": _second(lines, chances, size)[ranks],
        "spelling": _with_values(words, told, telling)[chosen],
        "words": words.sizes[chosen],
        "place": ranks / max(1, size - 1),
        "other article": np.full(len(chosen), math.log(max(1, len(other.profiles)))),
    }
    seen = told.alignment.looked_at
    if seen.best:
        partners = seen.places, seen.chances
        rows = retelling_of(words, chosen, partners, seen.best, told.side)
        columns |= zip(retelling.FEATURES, rows.T, strict=True)
    return DescribedWords(words, chosen, columns)


def _second(lines: Ints, chances: Floats, size: int) -> Floats:
    """The probability of the next best partner of each sentence; 0 without one."""
    order = np.lexsort((-chances, lines))
    ordered = lines[order]
    again = np.flatnonzero(ordered[1:] == ordered[:-1]) + 1
    second = np.zeros(size)
    # Written from the last to the first: what stays is the best of them.
    second[ordered[again][::-1]] = chances[order][again][::-1]
    return second


def _share(words: ContentWords, told: _Told, telling: Sequence[int]) -> Floats:
    """For each sentence the share of the weight of its words that is told, 0..1.

    Told are words with a stem that the other article has, and those of a number or date
    that has tellers.
    """
    seen, size = told.alignment.looked_at, len(words.firsts) - 1
    if not len(words.stems):
        return np.zeros(size)
    weights = seen.stem_weights[told.side][words.stems]
    weight = np.maximum.reduceat(weights, words.stem_starts)
    shared = seen.shared_stems[told.side][words.stems]
    has = np.logical_or.reduceat(shared, words.stem_starts)
    has[telling] = True
    found = np.bincount(words.ranks, weight * has, size)
    total = np.bincount(words.ranks, weight, size)
    share: Floats = found / np.where(total, total, 1.0)
    return share


def _with_values(
    words: ContentWords, told: _Told, telling: Mapping[int, frozenset[int]]
) -> Floats:
    """How well a partner has each word: the words of a value as its tellers do."""
    best, chances = told.spelled.copy(), told.alignment.probabilities
    for word, tellers in telling.items():
        own = int(words.sentences[word])
        pairs = (Pair.on(told.side, own, teller) for teller in tellers)
        most = max((chances.get((p.a, p.b), 0.0) for p in pairs), default=0.0)
        best[word] = max(best[word], most)
    return best


def _spelled(words: Pair[ContentWords], seen: LookedAt) -> Pair[Floats]:
    """How well any partner has each word's letters, times its probability."""
    best = words.map(lambda own: np.zeros(len(own.ranks)))
    order = np.argsort(seen.places[:, 0], kind="stable")
    places, chances = seen.places[order], seen.chances[order]
    groups = np.flatnonzero(np.diff(places[:, 0] // _AT_ONCE)) + 1
    for part in cancellable(np.split(np.arange(len(places)), groups)):
        found = seen.grams.matches(places[part])
        for side, entries in zip(SIDES, (found.left, found.right), strict=True):
            lines = places[part, 0 if side is Side.A else 1]
            entry = seen.grams.entries[side][entries]
            place, word, share = _shares(words[side], lines, found.place, entry)
            np.maximum.at(best[side], word, share * chances[part][place])
    return best


def _shares(
    words: ContentWords, lines: Ints, place: Ints, entry: Ints
) -> tuple[Ints, Ints, Floats]:
    """The share of the letters of words that partners of their sentences have.

    Args:
        words: Those of one article.
        lines: The sentence of it that stands at each of some places.
        place: The place of each letter run in common.
        entry: Which of the letter runs of the article it is.

    Returns:
        Place, word and share, where there is any.
    """
    match, at = spread(words.run_starts[entry], np.diff(words.run_starts)[entry])
    own = place[match]
    width = 1 + int(np.diff(words.firsts).max(initial=0))
    cell = own * width + (words.run_words[at] - words.firsts[lines[own]])
    counts = np.bincount(cell, minlength=len(lines) * width)
    cells = np.flatnonzero(counts)
    where, local = np.divmod(cells, width)
    word = words.firsts[lines[where]] + local
    return where, word, counts[cells] / words.letters[word]


def _add_named(
    best: Floats,
    articles: Pair[AnalysedArticle],
    words: ContentWords,
    seen: LookedAt,
    side: Side,
) -> None:
    """Has words with a root of a country, or of letters, found whole.

    Args:
        best: How well the letters of each word are found, which is raised.
        articles: Both.
        words: Those of one side.
        seen: What both have in common.
        side: Whose words they are.
    """
    other = articles[side.other]
    there_are = other.terms.stems.numbers.keys()
    named = {w: own for w, own in words.named.items() if not there_are.isdisjoint(own)}
    if not named:
        return
    lines = seen.places[:, 0 if side is Side.A else 1]
    asked = np.flatnonzero(np.isin(lines, words.ranks[[*named]]))
    order = asked[np.argsort(-seen.chances[asked], kind="stable")]
    partners: dict[int, list[tuple[int, float]]] = {}
    for n, chance in zip(order.tolist(), seen.chances[order].tolist(), strict=True):
        there = int(seen.places[n, 1 if side is Side.A else 0])
        partners.setdefault(int(lines[n]), []).append((there, chance))
    profiles = [*other.profiles.values()]
    for word, own in named.items():
        for there, chance in partners.get(int(words.ranks[word]), ()):
            if chance <= best[word]:
                break
            if not profiles[there].stems.keys().isdisjoint(own):
                best[word] = chance
                break
