"""The nouns of newsdiff, all frozen.

Every place in a text is a pair of character offsets into `Article.text`; the one
trap is that offsets count code points, not bytes and not terminal cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final, Generic, NamedTuple, TypeVar, overload

from newsdiff.said import NOTHING_SAID, Origin, Said

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")
V = TypeVar("V")


class Side(StrEnum):
    """One of the two articles of a pair."""

    A = "a"
    B = "b"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return _B if self is _A else _A

    @property
    def only(self) -> Status:
        """The status of what just this side states."""
        return Status.ONLY_A if self is _A else Status.ONLY_B


SIDES: Final = (Side.A, Side.B)
"""Both. Looking a member up in an enumeration takes twenty times as long as this, and
most of what newsdiff does is done for both sides."""
_A, _B = SIDES


@dataclass(frozen=True, slots=True)
class Pair(Generic[T_co]):
    """The same thing for both sides, so that nothing is written twice."""

    a: T_co
    b: T_co

    def __getitem__(self, side: Side) -> T_co:
        return self.a if side is _A else self.b

    def __iter__(self) -> Iterator[T_co]:
        yield self.a
        yield self.b

    @staticmethod
    def each(make: Callable[[Side], U]) -> Pair[U]:
        """The pair of what `make` gives for either side."""
        return Pair(make(_A), make(_B))

    @staticmethod
    def on(side: Side, mine: U, theirs: U) -> Pair[U]:
        """The pair that has `mine` on one side and `theirs` on the other."""
        return Pair(mine, theirs) if side is _A else Pair(theirs, mine)

    @overload
    def map(self, function: Callable[[T_co], U]) -> Pair[U]: ...

    @overload
    def map(self, function: Callable[[T_co, V], U], other: Pair[V], /) -> Pair[U]: ...

    def map(self, function: Callable[..., U], *others: Pair[Any]) -> Pair[U]:
        """The pair of what `function` makes of each side, and of that side of others.

        Like the built-in `map`: `texts.map(str.count, words)`.
        """
        if not others:
            return Pair(function(self.a), function(self.b))
        return Pair(
            function(self.a, *[other.a for other in others]),
            function(self.b, *[other.b for other in others]),
        )

    @property
    def swapped(self) -> Pair[T_co]:
        """The pair with its sides exchanged."""
        return Pair(self.b, self.a)


SentencePlace = tuple[Side, int]
"""A sentence of a pair: whose it is, and its number."""


class Span(NamedTuple):
    """A stretch of text: `text[start:end]`."""

    start: int
    end: int


class Role(StrEnum):
    """What a sentence is for in its article."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"

    @property
    def compared(self) -> bool:
        """Whether sentences of this role take part in links and facts."""
        return self not in _UNCOMPARED


_UNCOMPARED: Final = (Role.BOILERPLATE, Role.DATELINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence or line of an article."""

    start: int
    end: int
    role: Role
    paragraph: int
    """Number of its paragraph in the article, from 0."""
    rule: str | None = None
    """The named rule that made it boilerplate, also where a person has put it back into
    the comparison; else None."""

    @property
    def span(self) -> Span:
        """Its place in the article's text."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was given, cut into sentences."""

    label: str
    """Short name: the outlet where known, else the file's stem."""
    title: str | None
    """The headline as plain text; None where the article has none."""
    outlet: str | None
    author: str | None = None
    """Who signs it, names joined by ", "; None where its source names nobody."""
    published: str | None
    """ISO 8601 date or date and time; None where none is given, or an unsure one."""
    unsure_date: str | None = None
    """The date as it is written, where it can be read in two ways: "5/9/2023"."""
    updated: str | None = None
    """When it was changed last, ISO 8601; None where its source does not say."""
    source: str
    """Where it came from: a path, an address or "-", and which part of it."""
    url: str | None = None
    text: str
    sentences: tuple[Sentence, ...]
    notes: tuple[str, ...] = ()
    """What a reader must know of how it was read, one sentence each."""

    def words_of(self, index: int) -> str:
        """The text of one sentence."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]

    def sentence_at(self, offset: int) -> int | None:
        """The sentence an offset lies in; None between sentences."""
        found = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        inside = found >= 0 and offset < self.sentences[found].end
        return found if inside else None

    @property
    def compared(self) -> tuple[int, ...]:
        """The numbers of the sentences that take part in links and facts, in order."""
        return tuple(i for i, s in enumerate(self.sentences) if s.role.compared)

    @property
    def word_count(self) -> int:
        """Words outside boilerplate and datelines."""
        return sum(len(self.words_of(i).split()) for i in self.compared)

    @property
    def sentence_count(self) -> int:
        """Sentences outside boilerplate and datelines."""
        return len(self.compared)


class Kind(StrEnum):
    """What a mention or a fact is about."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    DATE = "date"
    NUMBER = "number"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    CLAIM = "claim"

    @property
    def is_name(self) -> bool:
        """Whether it is what somebody or something is called."""
        return self in _NAMES


_NAMES: Final = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name, place, number, date or quotation at a place in the text."""

    kind: Kind
    span: Span
    sentence: int
    key: str
    """What is compared: equal keys mean the same thing in either article."""
    rule: str
    """The named rule that found it."""
    resolved: str | float | None = None
    """The value it stands for (an ISO date; a number in its unit, the ends of a range
    as "2/3"; the ISO code of a place's country); None where it has none."""
    phrase: Span | None = None
    """The mention with what belongs to it: a person's title and name, a number and
    what it counts. None where there is nothing more."""
    unit: str | None = None
    """What a number is of, comparable: the unit of its dimension ("$", "%", "metre",
    "second"), or the noun it counts, in the singular; None: just a number."""
    bound: str | None = None
    """How a number is meant: "about", "nearly", "at least", "more than", "at most",
    "less than"; None: exactly."""


class State(StrEnum):
    """How sure a link is."""

    MATCHED = "matched"
    RELATED = "related"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paraphrase:
    """Words of A that say in other words what words of B say."""

    spans: Pair[Span]
    """Their places in the texts of both articles."""
    likeness: float
    """How alike they are in meaning, 0..1."""
    inflected: bool = False
    """Whether both are forms of the same words: “died”, “dies”."""

    @property
    def swapped(self) -> Paraphrase:
        """The same with the sides exchanged."""
        return replace(self, spans=self.spans.swapped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A sentence of A and a sentence of B that tell the same."""

    a: int
    b: int
    state: State
    score: float
    """Probability that the two share a statement, 0..1."""
    moved: bool = False
    """Told in another order than its neighbours."""
    reason: tuple[str, ...] = ()
    """What both share, as it stands in the texts: rare words, names, numbers."""
    paraphrases: tuple[Paraphrase, ...] = ()
    """What both say in other words, in the order of A; nothing where words alone were
    compared."""
    origin: Origin = Origin.ENGINE
    said: Said = NOTHING_SAID

    def index(self, side: Side) -> int:
        """The sentence on one side."""
        return self.a if side is _A else self.b

    @property
    def sentences(self) -> Pair[int]:
        """Both sentences."""
        return Pair(self.a, self.b)

    @property
    def swapped(self) -> Link:
        """The same link with the sides exchanged."""
        said = sorted(
            (one.swapped for one in self.paraphrases), key=lambda one: one.spans.a
        )
        return replace(self, a=self.b, b=self.a, paraphrases=tuple(said))


@dataclass(frozen=True, slots=True)
class Nearest:
    """The closest sentence of the other article to one without a link."""

    sentence: int
    score: float


class Status(StrEnum):
    """Which article states a fact."""

    ONLY_A = "only_a"
    ONLY_B = "only_b"
    BOTH = "both"
    CONFLICT = "conflict"

    @property
    def side(self) -> Side | None:
        """The side that alone states it; None where both do."""
        if self is Status.ONLY_A:
            return _A
        return _B if self is Status.ONLY_B else None


class Absence(StrEnum):
    """What is claimed of the article that lacks a fact."""

    STRING = "string"
    """The words appear nowhere in it: certain."""
    MEANING = "meaning"
    """No sentence of it was found to say this: probable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What a mention or a sentence states, with its places in A and B."""

    kind: Kind
    status: Status
    absence: Absence | None
    """None where neither article lacks it."""
    value: Pair[str | None]
    """The words of the first place on each side; None where it is not told."""
    resolved: Pair[str | float | None]
    spans: Pair[tuple[Span, ...]]
    note: str | None = None
    origin: Origin = Origin.ENGINE
    said: Said = NOTHING_SAID

    @property
    def swapped(self) -> Fact:
        """The same fact with the sides exchanged."""
        return replace(
            self,
            status=self.status.side.other.only if self.status.side else self.status,
            value=self.value.swapped,
            resolved=self.resolved.swapped,
            spans=self.spans.swapped,
        )


class Thresholds(NamedTuple):
    """From which probability links are made where a person moved it; 0: as measured."""

    matched: float = 0.0
    related: float = 0.0


MEASURED: Final = Thresholds()  # nothing has been moved


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Everything newsdiff says about two articles."""

    articles: Pair[Article]
    links: tuple[Link, ...]
    """Best first."""
    nearest: Pair[tuple[Nearest | None, ...]]
    """One entry a sentence; None for linked and for uncompared sentences."""
    facts: tuple[Fact, ...]
    """In the order of their first place in A, then in B."""
    said: Pair[Mapping[int, Said]] = Pair({}, {})
    """What a person has said of sentences, by their numbers."""
    parted: tuple[Link, ...] = ()
    """Links that newsdiff found and a person has taken away."""
    found: Comparison | None = None
    """What newsdiff found, where a person has corrected it."""
    thresholds: Thresholds = MEASURED

    @property
    def linked_share(self) -> Pair[float]:
        """Share of each side's compared sentences that have a link, 0..1."""
        return Pair.each(self._share)

    def _share(self, side: Side) -> float:
        total = self.articles[side].sentence_count
        linked = {link.index(side) for link in self.links}
        return len(linked) / total if total else 0.0
