"""The fact ledger: what both articles state, and what only one does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newsdiff.mentions import mentions_of, tokens
from newsdiff.model import (
    Absence,
    Article,
    Fact,
    Kind,
    Link,
    Mention,
    Pair,
    Role,
    Side,
    Span,
    Status,
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One article with its mentions and its words, ready to be searched."""

    article: Article
    mentions: tuple[Mention, ...]
    words: str
    """All its words folded, blanks around each: a phrase is found by `in`."""

    @classmethod
    def of(cls, article: Article) -> _Reading:
        words = " ".join(
            token.folded.replace("-", " ") for token in tokens(article.text)
        )
        return cls(article, mentions_of(article), f" {words} ")

    def has(self, phrase: str) -> bool:
        """Whether the words of `phrase` stand together anywhere in the text."""
        words = " ".join(t.folded.replace("-", " ") for t in tokens(phrase))
        return f" {words} " in self.words


def ledger(articles: Pair[Article], links: Sequence[Link]) -> tuple[Fact, ...]:
    """The facts of two articles, in the order of their first place in A, then B."""
    readings = articles.map(_Reading.of)
    facts = [*_mention_facts(readings), *_claims(articles, links)]
    return tuple(sorted(facts, key=_place))


def _place(fact: Fact) -> tuple[object, ...]:
    first = fact.spans.map(lambda spans: spans[0] if spans else Span(10**9, 10**9))
    return (first.a, first.b, fact.kind, fact.value.a or "", fact.value.b or "")


def _mention_facts(readings: Pair[_Reading]) -> list[Fact]:
    alike = _Aliases(readings)
    grouped: Pair[defaultdict[tuple[Kind, str], list[Mention]]] = Pair(
        defaultdict(list), defaultdict(list)
    )
    for side in Side:
        for mention in readings[side].mentions:
            group = (alike.kind(mention), alike.key(mention))
            grouped[side][group].append(mention)
    found = []
    for group in sorted({*grouped.a, *grouped.b}):
        mentions = Pair(*(tuple(grouped[side].get(group, ())) for side in Side))
        found.append(_fact(readings, mentions))
    return found


def _fact(readings: Pair[_Reading], mentions: Pair[tuple[Mention, ...]]) -> Fact:
    first = (mentions.a or mentions.b)[0]
    value = Pair(*(_value(readings[side], mentions[side]) for side in Side))
    status, absence = Status.BOTH, None
    for side, only in ((Side.A, Status.ONLY_A), (Side.B, Status.ONLY_B)):
        told = value[side]
        if told is not None and not mentions[side.other]:
            status = only
            nowhere = not readings[side.other].has(told)
            absence = Absence.STRING if nowhere else Absence.MEANING
    return Fact(
        kind=first.kind,
        status=status,
        absence=absence,
        value=value,
        resolved=mentions.map(lambda side: side[0].resolved if side else None),
        spans=mentions.map(lambda side: tuple(m.span for m in side)),
    )


def _value(reading: _Reading, mentions: Sequence[Mention]) -> str | None:
    """The longest wording on one side: "Jake Sullivan" rather than "Sullivan"."""
    if not mentions:
        return None
    texts = [reading.article.text[m.span.start : m.span.end] for m in mentions]
    return max(texts, key=len)


class _Aliases:
    """Which keys mean the same: "Sullivan" is "Jake Sullivan" where he is named."""

    def __init__(self, readings: Pair[_Reading]) -> None:
        self._full: dict[str, str] = {}
        self._kinds: dict[str, Kind] = {}
        named = [
            mention
            for reading in readings
            for mention in reading.mentions
            if mention.kind in (Kind.PERSON, Kind.ORGANIZATION)
        ]
        for mention in sorted(named, key=lambda m: (-len(m.key.split()), m.key)):
            self._kinds.setdefault(mention.key, mention.kind)
            parts = mention.key.split()
            for part in (parts[0], parts[-1]):
                if len(parts) > 1 and mention.kind is Kind.PERSON:
                    self._full.setdefault(part, mention.key)

    def key(self, mention: Mention) -> str:
        """The key under which all names of the same thing meet."""
        if mention.kind in (Kind.PERSON, Kind.ORGANIZATION):
            return self._full.get(mention.key, mention.key)
        return mention.key

    def kind(self, mention: Mention) -> Kind:
        """One kind a key, whichever article typed it better."""
        return self._kinds.get(self.key(mention), mention.kind)


def _claims(articles: Pair[Article], links: Sequence[Link]) -> list[Fact]:
    """Whole sentences of the body that nothing in the other article is linked to."""
    linked = Pair({link.a for link in links}, {link.b for link in links})
    found = []
    for side, status in ((Side.A, Status.ONLY_A), (Side.B, Status.ONLY_B)):
        for i, sentence in enumerate(articles[side].sentences):
            if not sentence.role.compared or sentence.role is Role.SUBHEADING:
                continue
            if i not in linked[side]:
                found.append(_claim(articles[side], i, side, status))
    return found


def _claim(article: Article, index: int, side: Side, status: Status) -> Fact:
    told: Pair[str | None] = Pair(article.words_of(index), None)
    spans: Pair[tuple[Span, ...]] = Pair((article.sentences[index].span,), ())
    return Fact(
        kind=Kind.CLAIM,
        status=status,
        absence=Absence.MEANING,
        value=told if side is Side.A else told.swapped,
        resolved=Pair(None, None),
        spans=spans if side is Side.A else spans.swapped,
    )
