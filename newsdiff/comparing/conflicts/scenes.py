"""A sentence with what its values and names are told of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from itertools import islice
from typing import Any, Final, TypeVar

from newsdiff.analysis.sayings import Saying
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import find_events
from newsdiff.english.words import Token
from newsdiff.model import Kind, Mention, Role, Span

T = TypeVar("T")
_VALUES: Final = (Kind.NUMBER, Kind.DATE)
_MOST_VALUES: Final = 24
"""Values of one sentence that are set against others: more are a table's."""


@dataclass(frozen=True)
class Scene:
    """A sentence with what its values are told of; it keeps what it has made."""

    side: ConflictSide
    sentence: int
    known: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was read of it `once`."""

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.side.analysed.article.sentences[self.sentence].span

    @property
    def words(self) -> tuple[Token, ...]:
        """All words of the sentence."""
        return self.side.analysed.tokens[self.sentence]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.start for word in self.words]

    @cached_property
    def roots(self) -> Mapping[int, frozenset[str]]:
        """Start of each content word → its roots; none of values."""
        values = [m.span for m in self.mentions if m.kind in _VALUES]
        found: dict[int, set[str]] = {}
        for word in self.side.analysed.content_of(self.sentence):
            at = word.span.start
            if not any(v.start <= at < v.end for v in values):
                found.setdefault(at, set()).add(word.root)
        return {at: frozenset(roots) for at, roots in found.items()}

    @cached_property
    def _plain(self) -> Mapping[int, frozenset[str]]:
        words = self.side.analysed.content_of(self.sentence)
        return {w.span.start: frozenset({w.root}) for w in words if w.plain}

    def plain_roots(self, start: int) -> frozenset[str]:
        """The roots of the word that starts there; none of names and numbers."""
        return self._plain.get(start, frozenset())

    @cached_property
    def events(self) -> Mapping[int, frozenset[str]]:
        """Number of each word that tells an event → the events."""
        return find_events(self.words)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names and values of the sentence."""
        return self.side.mentions.get(self.sentence, ())

    @property
    def values(self) -> tuple[Mention, ...]:
        """Its numbers and dates; of a table the first."""
        values = (m for m in self.mentions if m.kind in _VALUES)
        return tuple(islice(values, _MOST_VALUES))

    @property
    def role(self) -> Role:
        """What the sentence is for."""
        return self.side.analysed.article.sentences[self.sentence].role

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Who says what in it."""
        return self.side.sayings.get(self.sentence, ())

    def names(self) -> frozenset[str]:
        """The keys of all its names."""
        return self.keys((Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE))

    def keys(self, kinds: Iterable[Kind]) -> frozenset[str]:
        """The keys of its mentions of some kinds."""
        return frozenset(m.key for m in self.mentions if m.kind in kinds)

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
        clauses = self.side.analysed.clauses_of(self.sentence)
        return next((c for c in clauses if c.start <= offset < c.end), self.span)


def scene_of(side: ConflictSide, sentence: int) -> Scene:
    """The scene of a sentence; the same one for everybody who asks."""
    scene: Scene | None = side.kept.get(sentence)
    if scene is None:
        scene = side.kept[sentence] = Scene(side, sentence)
    return scene


def once(read: Callable[[Scene], T]) -> Callable[[Scene], T]:
    """A reading of a scene that is made once, however many links its sentence has."""

    @wraps(read)
    def reading(scene: Scene) -> T:
        if read not in scene.known:
            scene.known[read] = read(scene)
        found: T = scene.known[read]
        return found

    return reading
