"""A sentence as what a claim is looked for in, and as what it tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.aligning.profiles import stem
from newsdiff.english.besting import read_besting
from newsdiff.english.clauses import split_clauses
from newsdiff.english.denials import find_denier, is_finite
from newsdiff.english.events import (
    can_exclude,
    excluded_by,
    find_events,
    opposed_to,
    poles_of,
    says_no,
)
from newsdiff.english.lexicon import is_common_word
from newsdiff.english.tables import word_group
from newsdiff.english.words import Token, is_function_word, is_number_word, tokens
from newsdiff.mentions import make_canonical, mentions_of, statements_of
from newsdiff.mentions.finder import article_of, values_of
from newsdiff.model import Mention, Span

_AHEAD: Final = 4
"""Words behind a denial among which its clause begins."""
_NONE: Final[frozenset[str]] = frozenset()
GRAM: Final = 3
PREFIX: Final = 4
"""Letters from which two words that begin alike may be forms of one."""


class _Statable(NamedTuple):
    word: int
    folded: str
    stem: str
    events: frozenset[str]
    poles: frozenset[str]


class Stated(NamedTuple):
    """A word that can be opposed, and whether its sentence says no to it."""

    word: int
    """Its number in the sentence."""
    folded: str
    """It, or it and the next: "called-off"."""
    stem: str
    """Empty for a name, a number or a small word."""
    events: frozenset[str]
    poles: frozenset[str]
    """On which side of which opposites it stands."""
    span: Span
    """With what says no to it."""
    is_denied: bool


@dataclass(frozen=True)
class SearchedSentence:
    """A sentence of a text, or a claim. Not slotted: it keeps what it made."""

    text: str
    published: str | None = None
    """The day its dates are read against."""

    @cached_property
    def shares(self) -> dict[tuple[str, bool], float]:
        """What it has of words that were looked for, and whether each is a name."""
        return {}

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """All its words."""
        return tokens(self.text)

    @cached_property
    def folded(self) -> frozenset[str]:
        """All its words as they are matched."""
        return frozenset(word.folded for word in self.words)

    @cached_property
    def denies(self) -> bool:
        """Whether it has a word that says no to others."""
        return any(map(says_no, self.folded)) or self.denied_report is not None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all its words."""
        return frozenset(stem(part) for _, part in parts_of(self.words))

    @cached_property
    def beginnings(self) -> Mapping[str, Sequence[str]]:
        """First letters → the words that begin so."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted({part for _, part in parts_of(self.words)}):
            if len(word) >= PREFIX:
                found[word[:PREFIX]].append(word)
        return dict(found)

    @cached_property
    def grams(self) -> frozenset[str]:
        """Its letter runs."""
        line = f" {' '.join(part for _, part in parts_of(self.words))} "
        return frozenset(line[i : i + GRAM] for i in range(len(line) - GRAM + 1))

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """The places of its clauses."""
        return split_clauses(self.text)

    @cached_property
    def events(self) -> Mapping[int, frozenset[str]]:
        """Number of each word that tells an event → the events."""
        return find_events(self.words)

    @cached_property
    def happened(self) -> frozenset[str]:
        """Every event it tells."""
        return frozenset(e for events in self.events.values() for e in events)

    @cached_property
    def values(self) -> tuple[Mention, ...]:
        """Its numbers and dates."""
        return values_of(self.text, self.words, self.published)

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        """Its words that can be opposed, in order."""
        return tuple(map(self._stated, self._statable))

    def stated_among(
        self, stems: frozenset[str], told: frozenset[str], words: frozenset[str]
    ) -> tuple[Stated, ...]:
        """Of these words those with one of some stems, events or poles, or forms."""
        return tuple(
            self._stated(one)
            for one in self._statable
            if one.stem in stems
            or one.folded in words
            or not told.isdisjoint(one.events | one.poles)
        )

    @cached_property
    def _statable(self) -> tuple[_Statable, ...]:
        found = []
        for n, word in enumerate(self.words):
            events = self.events.get(n, _NONE)
            root = "" if _is_name_or_small(word) else stem(word.folded)
            folded = word.folded
            if n and word.text[0].isupper():
                folded = ""  # a part of a name excludes nothing: "South Korea"
            elif n + 1 < len(self.words):
                joined = f"{folded}-{self.words[n + 1].folded}"
                is_joined = can_exclude(joined) or bool(poles_of(joined))
                folded = joined if is_joined else folded
            poles = poles_of(folded) if folded else _NONE
            if folded and (meant := read_besting(self.words, n)):
                folded, poles = meant
            if events or poles or root or can_exclude(folded):
                found.append(_Statable(n, folded, root, events, poles))
        return tuple(found)

    @cached_property
    def poles(self) -> frozenset[str]:
        """On which sides of opposites its words stand."""
        return frozenset(pole for one in self._statable for pole in one.poles)

    @cached_property
    def opposing_poles(self) -> frozenset[str]:
        """The other sides of these."""
        return opposed_to(self.poles)

    @cached_property
    def opposing_words(self) -> frozenset[str]:
        """Words that cannot be true where its own are: "unsafe" of "safe"."""
        return frozenset().union(*map(excluded_by, self.folded))

    @cached_property
    def denied_report(self) -> range | None:
        """Which words deny all that follows them: "rejected claims that"; else None."""
        if self.folded.isdisjoint(word_group("claims", "dismissing")):
            return None
        folded = [word.folded for word in self.words]
        for n, word in enumerate(folded):
            ahead = folded[n + 1 : n + 1 + _AHEAD]
            if "that" in ahead:
                end = ahead.index("that")
                named = not word_group("claims", "sayings").isdisjoint(ahead[:end])
                tells = self._tells_from(n + end + 3)
                if tells and word in word_group(
                    "claims", "dismissing" if named else "denying"
                ):
                    return range(n, n + end + 2)
            denies = word in word_group("claims", "denying")
            if denies and any(map(is_finite, ahead)):
                return range(n, n + 1)
        return None

    def _tells_from(self, n: int) -> bool:
        """Whether something is told from a word on."""
        return any(
            k in self.events or is_finite(self.words[k].folded)
            for k in range(n, len(self.words))
        )

    @cached_property
    def points_to_a_place(self) -> bool:
        """Whether it means a place that was named before: "the city"."""
        folded = [word.folded for word in self.words]
        pointing = any(
            one in word_group("claims", "pointing")
            and other in word_group("claims", "places")
            for one, other in pairwise(folded)
        )
        return pointing or not word_group("claims", "here").isdisjoint(folded)

    @cached_property
    def goes_on(self) -> bool:
        """Whether it begins with a word for what the sentence before it tells.

        "He", "That"; "The 27-year-old" is somebody who was named.
        """
        folded = [word.folded for word in self.words[:2]]
        aged = folded[:1] == ["the"] and folded[-1][:1].isdigit()
        return aged or not word_group("claims", "continuing").isdisjoint(folded[:1])

    @cached_property
    def first_name(self) -> str | None:
        """The last word of a name that it begins with, folded; None where none does."""
        name = None
        for word in self.words:
            if not word.text[0].isupper() or is_function_word(word.folded):
                break
            name = None if is_common_word(word.folded) else word.folded
        return name

    def clause(self, offset: int) -> Span:
        """The clause that holds an offset; all of it where none does."""
        whole = Span(0, len(self.text))
        return next((c for c in self.clauses if c.start <= offset < c.end), whole)

    def event_of(self, value: Mention) -> frozenset[str]:
        """What happened to a value: the events of the nearest word in its clause."""
        clause, span = self.clause(value.span.start), value.span
        options = [
            (max(span.start - w.end, w.start - span.end), n)
            for n, w in enumerate(self.words)
            if n in self.events
            and clause.start <= w.start < clause.end
            and not span.start <= w.start < span.end
        ]
        return self.events[min(options)[1]] if options else frozenset()

    def beside(self, value: Mention) -> tuple[str, str]:
        """The words right before and behind a value, folded."""
        inside = [
            n
            for n, w in enumerate(self.words)
            if value.span.start <= w.start < value.span.end
        ]
        if not inside:
            return "", ""
        return self._folded(inside[0] - 1), self._folded(inside[-1] + 1)

    def _folded(self, n: int) -> str:
        return self.words[n].folded if 0 <= n < len(self.words) else ""

    def _stated(self, one: _Statable) -> Stated:
        words, n = self.words, one.word
        start = self.clause(words[n].start).start
        denier = find_denier(self.text, words, n, start)
        span = Span(words[n if denier is None else denier].start, words[n].end)
        report = self.denied_report
        is_reported = report is not None and n >= report.stop
        if report and is_reported:
            span = Span(words[report[0]].start, words[report[-1]].end)
        return Stated(*one, span, is_denied=(denier is not None) != is_reported)

    def neighbours(self, n: int) -> tuple[str, str]:
        """The stems of the content words before and behind a word in its clause.

        Empty where there is none.
        """
        clause = self.clause(self.words[n].start)
        stems = [
            (k, stem(w.folded))
            for k, w in enumerate(self.words)
            if clause.start <= w.start < clause.end and not is_function_word(w.folded)
        ]
        before = [root for k, root in stems if k < n]
        behind = [root for k, root in stems if k > n]
        return (before or [""])[-1], (behind or [""])[0]


@lru_cache(maxsize=8192)
def searched_sentence(text: str, published: str | None = None) -> SearchedSentence:
    """What a claim is looked for in, given one sentence."""
    return SearchedSentence(text, published)


def parts_of(words: Iterable[Token]) -> list[tuple[Token, str]]:
    """Each word folded, a hyphenated one in its parts."""
    return [(t, part) for t in words for part in t.folded.split("-") if part]


def _is_name_or_small(word: Token) -> bool:
    return (
        word.text[0].isupper()
        or word.text[0].isdigit()
        or is_number_word(word.folded)
        or is_function_word(word.folded)
    )


@lru_cache(maxsize=4096)
def voices_of(text: str) -> tuple[Mention, ...]:
    """Who is named as saying something in a sentence by itself, with what each is."""
    article = article_of(text)
    (mentions,) = make_canonical(mentions_of(article))
    kinds = {m.key: m.kind for m in mentions if m.kind.is_name}
    return tuple(
        replace(voice.source, kind=kinds[voice.source.key])
        for statement in statements_of(article, mentions)
        for voice in statement.voices
        if voice.source.key in kinds and not voice.carries
    )
