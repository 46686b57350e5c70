"""The nouns of newsdiff, all frozen.

Every place in a text is a pair of character offsets into `Article.text`; the one
trap is that offsets count code points, not bytes and not terminal cells.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, Generic, NamedTuple, TypeVar

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")


class Side(StrEnum):
    """One of the two articles of a pair."""

    A = "a"
    B = "b"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.B if self is Side.A else Side.A


@dataclass(frozen=True, slots=True)
class Pair(Generic[T_co]):
    """The same thing for both sides, so that nothing is written twice."""

    a: T_co
    b: T_co

    def __getitem__(self, side: Side) -> T_co:
        return self.a if side is Side.A else self.b

    def __iter__(self) -> Iterator[T_co]:
        yield self.a
        yield self.b

    def map(self, function: Callable[[T_co], U]) -> Pair[U]:
        """The pair of what `function` makes of each side."""
        return Pair(function(self.a), function(self.b))

    @property
    def swapped(self) -> Pair[T_co]:
        """The pair with its sides exchanged."""
        return Pair(self.b, self.a)


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
        return self not in (Role.BOILERPLATE, Role.DATELINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence or line of an article."""

    start: int
    end: int
    role: Role
    paragraph: int
    """Number of its paragraph in the article, from 0."""
    rule: str | None = None
    """The named rule that made it boilerplate; None for every other role."""

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
    published: str | None
    """ISO 8601 date or date and time; None where the text gives none."""
    source: str
    """Where it came from, as the person gave it: a path, or "-"."""
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
    def word_count(self) -> int:
        """Words outside boilerplate and datelines."""
        return sum(
            len(self.words_of(i).split())
            for i, sentence in enumerate(self.sentences)
            if sentence.role.compared
        )

    @property
    def sentence_count(self) -> int:
        """Sentences outside boilerplate and datelines."""
        return sum(sentence.role.compared for sentence in self.sentences)


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
    """The value it stands for (an ISO date, a number, the ISO code of a place's
    country); None where it has none."""
    phrase: Span | None = None
    """The mention with what belongs to it: a person's title and name, a number and
    what it counts. None where there is nothing more."""
    unit: str | None = None
    """What a number is of, comparable: "$", "%", "year"; None: just a number."""
    bound: str | None = None
    """How a number is meant: "about", "at least", "at most"; None: exactly."""


class State(StrEnum):
    """How sure a link is."""

    MATCHED = "matched"
    RELATED = "related"


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

    def index(self, side: Side) -> int:
        """The sentence on one side."""
        return self.a if side is Side.A else self.b


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

    @property
    def swapped(self) -> Fact:
        """The same fact with the sides exchanged."""
        return replace(
            self,
            status=_OTHER_WAY.get(self.status, self.status),
            value=self.value.swapped,
            resolved=self.resolved.swapped,
            spans=self.spans.swapped,
        )


_OTHER_WAY: Final = {Status.ONLY_A: Status.ONLY_B, Status.ONLY_B: Status.ONLY_A}


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

    @property
    def linked_share(self) -> Pair[float]:
        """Share of each side's compared sentences that have a link, 0..1."""
        return Pair(*(self._share(side) for side in Side))

    def _share(self, side: Side) -> float:
        total = self.articles[side].sentence_count
        linked = {link.index(side) for link in self.links}
        return len(linked) / total if total else 0.0
