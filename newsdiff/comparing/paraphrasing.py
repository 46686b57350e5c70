"""What the sentences of two analysed articles say in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newsdiff.model import Kind, Link, Pair, Paraphrase, Span

if TYPE_CHECKING:
    from newsdiff.aligning.paraphrases import Wording
    from newsdiff.analysis import AnalysedArticle
    from newsdiff.encoding import Encoded

_VALUES: Final = (Kind.NUMBER, Kind.DATE)


def add_paraphrases(
    links: Iterable[Link], articles: Pair[AnalysedArticle]
) -> tuple[Link, ...]:
    """Links with what their sentences say in other words.

    As they are where the meaning of one of the articles was not read.
    """
    read = _Read(articles)
    return tuple(
        replace(link, paraphrases=read.paraphrases(link.sentences)) for link in links
    )


def paraphrases_of(
    articles: Pair[AnalysedArticle], sentences: Pair[int]
) -> tuple[Paraphrase, ...]:
    """What a compared sentence of A and one of B say in other words, in order of A."""
    return _Read(articles).paraphrases(sentences)


class _Read:
    """The sentences of two articles by their words and what these mean."""

    def __init__(self, articles: Pair[AnalysedArticle]) -> None:
        self._articles = articles.map(_Sentences)

    def paraphrases(self, sentences: Pair[int]) -> tuple[Paraphrase, ...]:
        from newsdiff.aligning.paraphrases import find_paraphrases

        a, b = self._articles.map(_Sentences.wording, sentences)
        if a is None or b is None:
            return ()
        starts = self._articles.map(_Sentences.start, sentences)
        return tuple(
            replace(one, spans=one.spans.map(_moved, starts))
            for one in find_paraphrases(Pair(a, b))
        )


class _Sentences:
    """The compared sentences of one article; each is looked at once."""

    def __init__(self, analysed: AnalysedArticle) -> None:
        self._analysed = analysed

    def start(self, number: int) -> int:
        """Where a sentence starts."""
        return self._analysed.article.sentences[number].start

    def wording(self, number: int) -> Wording | None:
        """A sentence by its words; None where what they mean was not read."""
        from newsdiff.aligning.paraphrases import Wording

        kept, encoded = self._analysed.kept, self._analysed.encoded
        found: Wording | None = kept.get((Wording, number))
        if found is None and encoded is not None:
            found = kept[Wording, number] = self._wording(encoded, number)
        return found

    def _wording(self, encoded: Encoded, number: int) -> Wording:
        from newsdiff.aligning.paraphrases import read_wording

        return read_wording(
            text=self._analysed.article.words_of(number),
            profile=self._analysed.profiles[number],
            fixed=self._fixed.get(number, ()),
            encoded=encoded,
            number=self._ranks[number],
        )

    @cached_property
    def _ranks(self) -> dict[int, int]:
        """Number of each compared sentence → its place among them."""
        return {i: rank for rank, i in enumerate(self._analysed.article.compared)}

    @cached_property
    def _fixed(self) -> dict[int, list[Span]]:
        """What is never said in other words: where names, numbers and dates stand."""
        found: defaultdict[int, list[Span]] = defaultdict(list)
        for mention in self._analysed.mentions:
            if mention.kind.is_name or mention.kind in _VALUES:
                start = self.start(mention.sentence)
                found[mention.sentence].append(_moved(mention.span, -start))
        return found


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
