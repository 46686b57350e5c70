"""The comparisons of a story → its statements, in the order in which they are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from newsdiff.cancellation import cancellable
from newsdiff.model import MEASURED, Absence, Article, Kind, Pair, Span
from newsdiff.story.account.alone import told_alone, words_alone
from newsdiff.story.account.disputes import Dispute, find_disputes
from newsdiff.story.account.quoting import quote_at, whole_of
from newsdiff.story.account.retold import Retold, find_retold
from newsdiff.story.account.statements import (
    Account,
    Form,
    Lack,
    Section,
    Statement,
    Version,
)
from newsdiff.story.account.told import PairTold, overlap
from newsdiff.story.account.voices import Voices
from newsdiff.story.ledger import Presence, StoryFact, Summaries
from newsdiff.story.presences import telling_in
from newsdiff.story.values import list_values

_NAMES: Final = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE)
_VALUES: Final = (
    Kind.NUMBER,
    Kind.DATE,
    Kind.QUOTE,
    Kind.CERTAINTY,
    Kind.ATTRIBUTION,
)
"""What can be told differently by two that tell the same."""
_FEWEST_WORDS: Final = {Kind.ATTRIBUTION: 7}
"""Content words of what is quoted: of who says it, what is said as well."""
_SHORTEST: Final = 3
"""Letters of what is hardly a name: "Dem", "R"."""
_UNSAID: Final = (Kind.ATTRIBUTION, Kind.CERTAINTY)
"""Disputes of which nothing is said of others: how, not what, is told."""


def give_account(articles: Sequence[Article], summaries: Summaries) -> Account:
    """What all tell, what is disputed, what some tell, what one alone tells.

    Args:
        articles: Those of one story, two or more.
        summaries: What is known of every pair of them; what is missing could not be
            compared.
    """
    return _Teller(articles, summaries).account()


def _rank(fact: StoryFact) -> tuple[object, ...]:
    """People first; countries, and who is named on the way, last."""
    return fact.is_trivial, _NAMES.index(fact.kind), fact.weight or (), fact.value


class _Teller:
    def __init__(self, articles: Sequence[Article], summaries: Summaries) -> None:
        self._articles = tuple(articles)
        self._summaries = summaries
        told = {pair: PairTold.of(one) for pair, one in summaries.items()}
        self._told = told
        pairs = combinations(range(len(articles)), 2)
        left = (Pair(a, b) for a, b in pairs if (a, b) not in summaries)
        self._bare = Account(self._articles, (), not_compared=tuple(left))
        self._voices = [Voices(article) for article in articles]
        self._disputes = find_disputes(articles, told)

    def account(self) -> Account:
        """All statements of the story."""
        parted = {
            place
            for one in self._disputes
            if one.kind not in _VALUES
            for place in one.covers
        }
        every = find_retold(self._articles, self._told, parted)
        common = [one for one in every if len(one.tellers) == len(self._articles) - 1]
        some = [
            one
            for one in every
            if len(one.tellers) < len(self._articles) - 1 and not self._is_disputed(one)
        ]
        names = list(self._names())
        first = len(common) + len(names) + 1
        numbers = {n: first + n for n in range(len(self._disputes))}
        statements = [
            *(self._retold(one, Section.ALL, numbers) for one in common),
            *names,
            *map(self._dispute, self._disputes),
            *(self._retold(one, Section.SOME, numbers) for one in some),
            *self._alone(),
        ]
        thresholds = next((s.thresholds for s in self._summaries.values()), MEASURED)
        return replace(
            self._bare, statements=tuple(cancellable(statements)), thresholds=thresholds
        )

    def _retold(
        self, one: Retold, section: Section, numbers: dict[int, int]
    ) -> Statement:
        """A sentence that several tell; where they differ in it is told elsewhere."""
        first = self._version(one.article, one.quoted)
        others = [self._whole(n, i) for n, i in one.tellers.items()]
        inside = [n for n in range(len(numbers)) if self._lies_in(n, one)]
        sees = [numbers[n] for n in inside if not self._disputes[n].is_unsure]
        lacks = [
            n
            for n in range(len(self._articles))
            if n not in one.articles
            and not any(n in self._in(d) for d in inside)
            and self._has_nothing(n, one)
        ]
        return Statement(
            section=section,
            form=Form.RETOLD,
            kind=Kind.CLAIM,
            versions=((first, *others),),
            lacks=tuple(Lack(n, Absence.MEANING) for n in lacks),
            sees=tuple(sees),
            differs=bool(sees),
        )

    def _has_nothing(self, number: int, one: Retold) -> bool:
        """Whether no sentence that tells it has one like it in an article.

        Where one is only related, or tells a part, nothing is said of that article.
        """
        tellings = (
            telling_in(self._summaries, n, sentence, number)
            for n, sentence in sorted(one.sentences)
        )
        return all(t is not None and not t.carriers for t in tellings)

    def _is_disputed(self, one: Retold) -> bool:
        """Whether all that tell it are in a dispute about it, which says more."""
        return any(
            self._lies_in(n, one) and one.articles <= self._in(n)
            for n in range(len(self._disputes))
        )

    def _in(self, dispute: int) -> set[int]:
        """The articles that a dispute is between."""
        return {n for part in self._disputes[dispute].versions for n, _ in part}

    def _lies_in(self, dispute: int, one: Retold) -> bool:
        return any(
            article == one.article and overlap(span, one.quoted)
            for article, span in self._disputes[dispute].covers
        )

    def _names(self) -> Iterator[Statement]:
        """The people, bodies and places that all articles name."""
        facts = list_values(self._articles, self._summaries)
        common = [
            fact
            for fact in facts
            if fact.kind in _NAMES
            and all(cell.presence is Presence.TOLD for cell in fact.cells)
            and len(fact.value) > _SHORTEST
        ]
        common.sort(key=_rank)
        if common:
            yield Statement(
                section=Section.ALL,
                form=Form.NAMES,
                kind=common[0].kind,
                versions=tuple(self._name(fact) for fact in common),
            )

    def _name(self, fact: StoryFact) -> tuple[Version, ...]:
        """One name, where each article has it, in its fullest form if it has that."""
        words = Counter(cell.value or "" for cell in fact.cells)
        # Of a country its adjective is no fuller name.
        usual = words.most_common()[0][0]
        longest = usual if fact.kind is Kind.PLACE else max(words, key=len)
        return tuple(
            Version(
                n, self._sentence(n, cell.span), self._worded(n, cell.span, longest)
            )
            for n, cell in enumerate(fact.cells)
            if cell.span is not None
        )

    def _worded(self, n: int, span: Span, words: str) -> Span:
        """Where an article has some words; else a place of its own."""
        at = self._articles[n].text.find(words)
        return Span(at, at + len(words)) if at >= 0 else span

    def _dispute(self, one: Dispute) -> Statement:
        tellers = {n for part in one.versions for n, _ in part}
        return Statement(
            section=Section.DISPUTED,
            form=Form.DIFFERS,
            kind=one.kind,
            versions=tuple(
                tuple(
                    self._version(n, span, kind=one.kind, spot=span) for n, span in part
                )
                for part in one.versions
            ),
            lacks=tuple(
                Lack(n, absence)
                for n, absence in one.lacks
                if one.kind not in _UNSAID and tellers <= {*self._bare.compared_with(n)}
            ),
            note=one.note,
        )

    def _alone(self) -> Iterator[Statement]:
        """What each article alone tells, one after another."""
        for n, article in enumerate(self._articles):
            if not self._bare.compared_with(n):
                continue
            for one in told_alone(article, n, self._told):
                yield Statement(
                    section=Section.ALONE,
                    form=Form.UNTOLD,
                    kind=Kind.CLAIM,
                    versions=((self._version(n, one.quoted),),),
                    lacks=self._others(n, Absence.MEANING),
                )
            if words := words_alone(article, n, self._told):
                yield Statement(
                    section=Section.ALONE,
                    form=Form.NOWHERE,
                    kind=words[0].kind,
                    versions=tuple(
                        (Version(n, self._sentence(n, one.span), one.span),)
                        for one in words
                    ),
                    lacks=self._others(n, Absence.STRING),
                )

    def _others(self, number: int, absence: Absence) -> tuple[Lack, ...]:
        return tuple(Lack(n, absence) for n in self._bare.compared_with(number))

    def _version(
        self, n: int, place: Span, *, kind: Kind = Kind.CLAIM, spot: Span | None = None
    ) -> Version:
        """How an article has it.

        Args:
            n: The article.
            place: Where.
            kind: What is quoted: of a quotation just these words.
            spot: The value that it is about; then its clause is quoted.
        """
        article, sentence = self._articles[n], self._sentence(n, place)
        quoted = place
        if spot is not None and kind is not Kind.QUOTE:
            quoted = quote_at(article, sentence, place, _FEWEST_WORDS.get(kind, 3))
        source = spot and self._voices[n].behind(sentence, quoted, spot)
        return Version(n, sentence, quoted, spot, source)

    def _whole(self, n: int, sentence: int) -> Version:
        return Version(n, sentence, whole_of(self._articles[n], sentence))

    def _sentence(self, n: int, span: Span) -> int:
        return self._articles[n].sentence_at(span.start) or 0
