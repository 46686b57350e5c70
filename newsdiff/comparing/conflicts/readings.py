"""What a sentence says by its words, whatever its article is compared with.

A reading is made when it is first asked for, and kept with its article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from typing import Any, Final, TypeVar

from newsdiff.analysis import AnalysedArticle
from newsdiff.analysis.analyser import ContentWord
from newsdiff.english.events import actors_of, can_exclude, find_events, poles_of
from newsdiff.english.words import Token
from newsdiff.model import Kind, Mention, Role, Span

T = TypeVar("T")
_VALUES: Final = (Kind.NUMBER, Kind.DATE)
_NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Reading:
    """A sentence by its words; it keeps what it has made."""

    text: str
    """All of the article: places are places in it."""
    span: Span
    role: Role
    words: tuple[Token, ...]
    content: tuple[ContentWord, ...]
    clauses: tuple[Span, ...]
    values: tuple[Span, ...]
    """Where its numbers and dates stand."""
    names: tuple[Span, ...]
    verbs: tuple[Span, ...]
    """Where it stands that somebody says something."""
    hedges: tuple[Mention, ...]
    """The words that make what follows them less than sure."""
    known: dict[object, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was read of it `once`."""

    @cached_property
    def folded(self) -> frozenset[str]:
        """All its words as they are matched."""
        return frozenset(word.folded for word in self.words)

    @cached_property
    def parting(self) -> frozenset[str]:
        """Those of them that can set two sentences apart."""
        return frozenset(filter(_can_part, self.folded))

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.start for word in self.words]

    @cached_property
    def roots(self) -> Mapping[int, frozenset[str]]:
        """Start of each content word → its roots; none of values."""
        found: dict[int, frozenset[str]] = {}
        for word in self.content:
            at = word.span.start
            if not any(v.start <= at < v.end for v in self.values):
                root = _alone(word.root)
                found[at] = found[at] | root if at in found else root
        return found

    @cached_property
    def _plain(self) -> Mapping[int, frozenset[str]]:
        return {w.span.start: _alone(w.root) for w in self.content if w.plain}

    def plain_roots(self, start: int) -> frozenset[str]:
        """The roots of the word that starts there; none of names and numbers."""
        return self._plain.get(start, _NONE)

    @cached_property
    def events(self) -> Mapping[int, frozenset[str]]:
        """Number of each word that tells an event → the events."""
        return find_events(self.words)

    @cached_property
    def happened(self) -> frozenset[str]:
        """Every event of the sentence."""
        return frozenset(e for events in self.events.values() for e in events)

    @cached_property
    def every_root(self) -> frozenset[str]:
        """The roots of all its content words."""
        return frozenset(root for roots in self.roots.values() for root in roots)

    def roots_in(self, span: Span) -> frozenset[str]:
        """The roots of the content words of a place."""
        if span == self.span:
            return self.every_root
        return frozenset(
            root
            for at, roots in self.roots.items()
            if span.start <= at < span.end
            for root in roots
        )

    def events_in(self, spans: Iterable[Span]) -> frozenset[str]:
        """The events that the words of some places tell."""
        places = tuple(spans)
        return frozenset(
            event
            for n, events in self.events.items()
            if any(p.start <= self.words[n].start < p.end for p in places)
            for event in events
        )

    def clause(self, offset: int) -> Span:
        """The clause that holds an offset; the sentence where none does."""
        return next((c for c in self.clauses if c.start <= offset < c.end), self.span)

    def words_at(self, span: Span) -> str:
        """The words of a place."""
        return self.text[span.start : span.end]


def reading_of(
    analysed: AnalysedArticle, sentence: int, mentions: Sequence[Mention]
) -> Reading:
    """The reading of a sentence; the same one for everybody who asks.

    Args:
        analysed: Its article.
        sentence: Its number.
        mentions: Those of the sentence. Only what kinds they are counts, for a number
            can be a name in another company: "A320".
    """
    values = tuple(m.span for m in mentions if m.kind in _VALUES)
    names = tuple(m.span for m in mentions if m.kind.is_name)
    place = (sentence, values, names)
    found: Reading | None = analysed.kept.get(place)
    if found is None:
        whole = analysed.article.sentences[sentence]
        found = analysed.kept[place] = Reading(
            text=analysed.article.text,
            span=whole.span,
            role=whole.role,
            words=analysed.tokens[sentence],
            content=analysed.content_of(sentence),
            clauses=analysed.clauses_of(sentence),
            values=values,
            names=names,
            verbs=tuple(one.verb for one in analysed.sayings.get(sentence, ())),
            hedges=tuple(analysed.hedges.get(sentence, ())),
        )
    return found


def once(read: Callable[[Reading], T]) -> Callable[[Reading], T]:
    """What is read of a sentence a single time, whatever it is set against."""

    @wraps(read)
    def reading(one: Reading) -> T:
        if read not in one.known:
            one.known[read] = read(one)
        found: T = one.known[read]
        return found

    return reading


def _can_part(folded: str) -> bool:
    return can_exclude(folded) or bool(poles_of(folded) or actors_of(folded))


@lru_cache(maxsize=20_000)
def _alone(root: str) -> frozenset[str]:
    return frozenset((root,))
