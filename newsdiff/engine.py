"""Reading and comparing as the reader and the commands do it: with a line in the log.

Both work through an `Engine`, and tests put another in its place. It keeps what is
known of the last articles, so that one that is compared with many others is analysed
once, and what it means read once. One thread at a time does that, which all processors
help with; what somebody waits for comes first. What a method needs is loaded when it is
first called: the list of articles is drawn before anything that compares them.
"""

from __future__ import annotations

import gc
import os
from collections import OrderedDict
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import replace
from threading import Condition
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

from newsdiff.cancellation import (
    CancelledWorkError,
    cancel_when,
    is_unwanted,
    reporting_to,
)
from newsdiff.errors import EncoderError
from newsdiff.log import note

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from newsdiff.aligning.claims import EncodedClaim, FoundClaim
    from newsdiff.aligning.explaining import Explanation, NotCompared
    from newsdiff.analysis import AnalysedArticle
    from newsdiff.corrections import Corrections
    from newsdiff.encoding import Encoder
    from newsdiff.model import Article, Comparison, Pair
    from newsdiff.reading import Source
    from newsdiff.story.desk.ties import Ties

MAX_KEPT: Final = 64
"""Articles of which is kept what is known of them."""
_NAP: Final = 0.05
"""Seconds after which a thread that waits looks whether anybody waits for it."""


class _Known(NamedTuple):
    """What is known of an article."""

    analysed: AnalysedArticle
    problem: str
    """Why its meaning could not be read; empty where that was not the reason."""


class Engine:
    """What can be asked of articles; safe to be asked from several threads.

    Args:
        by: What sentences are compared by: "meaning" and words, where that can be had,
            or "words" alone.
        corrections: The file of what a person has corrected; None to keep none beyond
            the end.
        thresholds: From which probability links are made, where a person moved that.
    """

    def __init__(
        self,
        by: str = "meaning",
        corrections: Path | None = None,
        thresholds: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        from newsdiff.model import Thresholds

        self._corrections_file = corrections
        self._corrections: Corrections | None = None
        self.thresholds = Thresholds(*thresholds)
        """What holds for all that is compared or explained from now on."""
        self.by_words = by == "words"
        """Whether words alone decide: that was chosen, or nothing else can be had."""
        self.why_words = ""
        """One sentence: why they do where it was not chosen; empty until that is known,
        which it is once an article has been prepared."""
        self._kept: OrderedDict[Article, _Known] = OrderedDict()
        """The article asked for last comes last."""
        self._awaited: list[Article] = []
        """The articles of the comparisons under way."""
        self._begun: tuple[Article, float] | None = None
        """The article that is being prepared, and which share of it has been read."""
        self._turns = Condition()
        """Guards these three, and tells of their changes."""
        self._unread_claims: dict[str, str] = {}
        """Why the meaning of a claim could not be read, by the claim."""
        self._cached: Encoder | None = None
        """What reads the meaning of sentences, once it has been found."""

    # What a person has corrected

    @property
    def corrections(self) -> Corrections:
        """What is read and compared is as these have it; made when first needed."""
        from newsdiff.corrections import Corrections

        with self._turns:
            if self._corrections is None:
                self._corrections = Corrections(self._corrections_file)
            return self._corrections

    @corrections.setter
    def corrections(self, corrections: Corrections) -> None:
        self._corrections = corrections

    @property
    def is_corrected(self) -> bool:
        """Whether a person has corrected anything yet."""
        file = self._corrections_file
        if self._corrections is not None:
            return True
        # Unlike Path.exists it says no where one may not look.
        return file is not None and os.path.exists(file)  # noqa: PTH110

    def as_wanted(self, article: Article) -> Article:
        """An article with the lines compared that a person wants to be."""
        return self.corrections.as_wanted(article) if self.is_corrected else article

    def links_said(self, articles: Pair[Article]) -> dict[Pair[int], bool]:
        """Sentences that a person has paired (True) or parted, by their numbers."""
        if not self.is_corrected:
            return {}
        from newsdiff.corrections import links_said

        return links_said(articles, self.corrections.sayings(articles))

    def take_problem(self) -> str:
        """What is wrong with the file of corrections; that once, then nothing."""
        return self._corrections.take_problem() if self._corrections else ""

    def end(self) -> None:
        """Lets go of the file of corrections."""
        if self._corrections:
            self._corrections.close()

    # What can be asked

    def read(self, source: Source) -> Article:
        """The article in a source that has been read."""
        from newsdiff.reading import parse

        started = perf_counter()
        article = self.as_wanted(parse(source))
        size = article.sentence_count, article.word_count
        took = _ms(started)
        note("read %s: %d sentences, %d words, %.0f ms", source.given, *size, took)
        for sentence in article.notes:
            note("note: %s", sentence)
        return article

    def compare(self, a: Article, b: Article) -> Comparison:
        """Everything newsdiff says about two articles, as a person has corrected it."""
        from newsdiff.comparing import compare_analysed
        from newsdiff.model import Pair

        started = perf_counter()
        with _collector_paused(), self._awaiting(a, b):
            analysed = Pair(a, b).map(self._analysed)
            found = compare_analysed(analysed, self.thresholds)
        comparison = self.corrections.corrected(found) if self.is_corrected else found
        paths, took = (a.source, b.source), _ms(started)
        sizes = len(comparison.links), len(comparison.facts)
        note("compared %s, %s: %d links, %d facts, %.0f ms", *paths, *sizes, took)
        return comparison

    def tie(self, comparison: Comparison) -> Ties:
        """What two articles have in common of quotations, sources and times."""
        from newsdiff.story.desk.ties import tie

        with _collector_paused(), self._awaiting(*comparison.articles):
            analysed = comparison.articles.map(self._analysed)
            return tie(analysed, comparison.links, comparison.facts)

    def explain(
        self, articles: Pair[Article], a: int, b: int
    ) -> Explanation | NotCompared:
        """Why a sentence of A and a sentence of B are linked or not.

        Raises:
            UsageError: There is no such sentence.
        """
        from newsdiff.aligning.explaining import NotCompared, explain_by
        from newsdiff.analysis import both_encoded
        from newsdiff.comparing import paraphrases_of
        from newsdiff.model import Pair

        with self._awaiting(*articles):
            analysed = articles.map(self._analysed)
        terms, encoded = analysed.map(lambda one: one.terms), both_encoded(analysed)
        by = self.thresholds
        explained = explain_by(articles, Pair(a, b), terms, encoded, by)
        if isinstance(explained, NotCompared):
            return explained
        found = paraphrases_of(analysed, explained.sentences)
        return replace(explained, paraphrases=found)

    def find_claim(self, article: Article, claim: str) -> FoundClaim:
        """Whether an article states a claim."""
        from newsdiff.aligning.claims import find_claim_in

        return find_claim_in(article, claim, self._encoded_claim(article, claim))

    def _encoded_claim(self, article: Article, claim: str) -> EncodedClaim | None:
        """Both as vectors; None where words alone decide."""
        from newsdiff.aligning.claims import EncodedClaim
        from newsdiff.reading.language import is_latin

        encoder = self._encoder() if is_latin(claim) else None
        if encoder is None:
            return None
        with self._awaiting(article):
            text = self._analysed(article).encoded
        try:
            return EncodedClaim(encoder.encode([claim]), text) if text else None
        except EncoderError as error:
            problem = f"The claim is looked for by words alone: {error}"
            note("%s", problem)
            self._unread_claims[claim] = problem
            return None

    def warm_up(self) -> None:
        """Loads every table, so that the first comparison is as quick as the next."""
        from newsdiff.comparing import compare_analysed
        from newsdiff.model import Pair
        from newsdiff.reading import read_text

        article = read_text("Anna Berg of Oslo said so on 5 May.", source="-")
        with _collector_paused():
            analysed = self._analysed(article)
            compare_analysed(Pair(analysed, analysed))

    # What is known of each article

    def prepare(self, article: Article) -> None:
        """Finds out what comparing an article needs, before anybody waits for it.

        Raises:
            CancelledWorkError: Somebody waits for others now, or nobody for anything.
        """

        def in_the_way() -> bool:
            return any(other != article for other in self._awaited)

        self._analysed(article, in_the_way)

    def progress(self, *articles: Article) -> float:
        """Which share of what comparing some articles needs is known, 0..1."""
        with self._turns:
            return sum(map(self._share, articles)) / len(articles)

    def problems_of(self, *articles: Article, claim: str = "") -> tuple[str, ...]:
        """Why words alone decide about some of these, a sentence each.

        Args:
            articles: Those that were compared, or looked through.
            claim: What was looked for in them.
        """
        known = filter(None, map(self._known, articles))
        unread = self._unread_claims.get(claim, "")
        return tuple(filter(None, (unread, *(one.problem for one in known))))

    def _share(self, article: Article) -> float:
        if article in self._kept:
            return 1.0
        return self._begun[1] if self._begun and self._begun[0] == article else 0.0

    def _analysed(
        self, article: Article, in_the_way: Callable[[], bool] = lambda: False
    ) -> AnalysedArticle:
        """What is known of an article, once it is the turn of this thread."""
        known = self._known(article)
        if known is None:
            with self._turn(article, in_the_way):
                known = self._known(article) or self._found_out(article)
        return known.analysed

    def _known(self, article: Article) -> _Known | None:
        """What is known of an article already."""
        with self._turns:
            known = self._kept.get(article)
            if known is not None:
                self._kept.move_to_end(article)
            return known

    def _found_out(self, article: Article) -> _Known:
        """What there is to know of an article, which is kept."""
        from newsdiff.analysis import analyse

        def take(share: float) -> None:
            self._begun = article, share

        started = perf_counter()
        try:
            with reporting_to(take):
                known = _Known(analyse(article, self._encoder()), "")
        except EncoderError as error:
            problem = f"{article.label} is compared by words alone: {error}"
            known = _Known(analyse(article), problem)
        note("prepared %s, %.0f ms", article.source, _ms(started))
        if known.problem:
            note("%s", known.problem)
        with self._turns:
            self._kept[article] = known
            if len(self._kept) > MAX_KEPT:
                self._kept.popitem(last=False)
        return known

    def _encoder(self) -> Encoder | None:
        """What reads the meaning of sentences; None where words alone decide."""
        if self._cached is None and not self.by_words:
            from newsdiff import encoding
            from newsdiff.paths import vectors_folder

            if encoder := encoding.find_encoder():
                self._cached = encoding.CachedEncoder(encoder, vectors_folder())
            else:
                self.by_words, self.why_words = True, encoding.why_words_only() or ""
                note("%s", self.why_words)
        return self._cached

    # Whose turn it is

    @contextmanager
    def _awaiting(self, *articles: Article) -> Iterator[None]:
        """Inside it, what is prepared of others makes way."""
        with self._turns:
            self._awaited += articles
        try:
            yield
        finally:
            with self._turns:
                for article in articles:
                    self._awaited.remove(article)
                self._turns.notify_all()

    @contextmanager
    def _turn(self, article: Article, in_the_way: Callable[[], bool]) -> Iterator[None]:
        """Inside it, no other thread prepares an article.

        Raises:
            CancelledWorkError: Nobody waits any more, or it is in the way by now.
        """
        with self._turns:
            while self._begun or in_the_way():
                if is_unwanted():
                    raise CancelledWorkError
                self._turns.wait(_NAP)
            self._begun = article, 0.0
        try:
            with cancel_when(in_the_way):
                yield
        finally:
            with self._turns:
                self._begun = None
                self._turns.notify_all()


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Looks for no garbage in cycles: a comparison makes none, but many objects."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _ms(started: float) -> float:
    """Milliseconds since then."""
    return (perf_counter() - started) * 1000
