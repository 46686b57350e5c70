"""Everybody who is quoted or cited, how often and by whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsdiff.story.desk.joining import Joined
from newsdiff.story.desk.naming import Sort, Who
from newsdiff.story.desk.quotations import Tied, told_of
from newsdiff.story.desk.told import Told

_SORTS: Final = tuple(Sort)
_MOST_NAMES: Final = 3
"""Wordings by which a source without a name of its own is told."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One place where an article quotes or cites a source."""

    article: int
    sentence: int
    quoted: bool
    guessed: bool = False
    """Whether no verb of saying names the source."""


@dataclass(frozen=True)
class SourceRow:
    """One source in all articles."""

    name: str
    sort: Sort
    citations: tuple[Citation, ...]
    """In the order of articles and sentences."""

    @cached_property
    def outlets(self) -> tuple[int, ...]:
        """The articles that quote or cite it."""
        return tuple(sorted({one.article for one in self.citations}))

    def counts(self, article: int) -> tuple[int, int]:
        """How often an article quotes it, and cites it in words of its own."""
        own = [one.quoted for one in self.citations if one.article == article]
        return sum(own), len(own) - sum(own)


def join_sources(tied: Tied) -> Joined[tuple[int, str]]:
    """Articles with keys of theirs, those joined that are one source."""
    every = Joined[tuple[int, str]]()
    alike: dict[str, tuple[int, str]] = {}
    for article, told in sorted(told_of(tied).items()):
        for who, _ in _citing(article, told):
            every.join(
                alike.setdefault(who.key, (article, who.key)), (article, who.key)
            )
    for (a, b), ties in sorted(tied.items()):
        for keys in ties.sources:
            every.join((a, keys.a), (b, keys.b))
    return every


def list_sources(tied: Tied, sources: Joined[tuple[int, str]]) -> list[SourceRow]:
    """The sources, those with a name first, and of these whom most outlets cite."""
    found: dict[tuple[int, str], list[tuple[Who, Citation]]] = {}
    for article, told in sorted(told_of(tied).items()):
        for who, citation in _citing(article, told):
            root = sources.root((article, who.key))
            found.setdefault(root, []).append((who, citation))
    return sorted((_row(own) for own in found.values()), key=_rank)


def _citing(article: int, told: Told) -> Iterator[tuple[Who, Citation]]:
    """Whom an article quotes or cites, each once a sentence."""
    seen: set[tuple[int, str]] = set()
    for quote in told.quotes:
        for who in filter(None, (quote.speaker, quote.agency)):
            # Two halves of a quotation around "she said" are one.
            if (quote.sentences[0], who.key) not in seen:
                place = article, quote.sentences[0], True, who.guessed
                yield who, Citation(*place)
            seen.update((sentence, who.key) for sentence in quote.sentences)
    for cited in told.cited:
        if (cited.sentence, cited.who.key) not in seen:
            yield cited.who, Citation(article, cited.sentence, quoted=False)


def _row(own: Sequence[tuple[Who, Citation]]) -> SourceRow:
    sorts = Counter(who.sort for who, _ in own)
    sort = min(sorts, key=lambda s: (-sorts[s], _SORTS.index(s)))
    names = Counter(who.name for who, _ in own)
    if sort is Sort.PERSON:
        name = max(names, key=lambda n: (len(n), n))
    else:
        name = " / ".join(_wordings(names))
    citations = {citation for _, citation in own}
    ordered = sorted(citations, key=lambda c: (c.article, c.sentence, not c.quoted))
    return SourceRow(name, sort, tuple(ordered))


def _wordings(names: Counter[str]) -> list[str]:
    """How outlets call a body, or somebody without a name, the most common first."""
    found: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (-names[n], n.casefold(), n)):
        found.setdefault(name.casefold(), name)
    return [*found.values()][:_MOST_NAMES]


def _rank(row: SourceRow) -> tuple[object, ...]:
    return (
        _SORTS.index(row.sort),
        -len(row.outlets),
        -len(row.citations),
        row.name.casefold(),
        row.citations[0].article,
        row.citations[0].sentence,
    )
