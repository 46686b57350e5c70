"""The engine analyses each article once, for all comparisons and from all threads."""

from __future__ import annotations

import gc
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations, permutations
from typing import Any

import pytest

import newsdiff.analysis
from newsdiff import engine as module
from newsdiff.aligning.explaining import Explanation, explain
from newsdiff.analysis import AnalysedArticle, analyse
from newsdiff.cancellation import CancelledWorkError, cancel_when
from newsdiff.comparing import compare
from newsdiff.engine import Engine
from newsdiff.gathering import sample_sources
from newsdiff.model import Article, Pair
from newsdiff.reading import parse, read_text
from tests.aligning.meanings import Meanings

STORY = [parse(source) for source in sample_sources()[:3]]


def article(name: str) -> Article:
    text = f"The bridge in {name} was closed on Monday, Anna Berg said."
    return read_text(text, source=f"{name}.txt")


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each article has been analysed, by its source."""
    counted: Counter[str] = Counter()

    def count(article: Article, *how: Any) -> AnalysedArticle:
        counted[article.source] += 1
        return analyse(article, *how)

    monkeypatch.setattr(newsdiff.analysis, "analyse", count)
    return counted


def test_it_compares_as_the_library_does() -> None:
    engine = Engine()
    for a, b in combinations(STORY, 2):
        assert engine.compare(a, b) == compare(a, b)


def test_an_article_is_analysed_once(analysed: Counter[str]) -> None:
    engine = Engine()
    for a, b in permutations(STORY, 2):
        engine.compare(a, b)
    assert analysed == {article.source: 1 for article in STORY}


def test_what_is_known_of_the_last_articles_is_kept(
    analysed: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_KEPT", 2)
    engine = Engine()
    oslo, bergen, narvik = map(article, ("Oslo", "Bergen", "Narvik"))
    for other in (bergen, narvik, narvik):
        engine.compare(oslo, other)
    assert set(analysed.values()) == {1}
    engine.compare(oslo, bergen)
    assert analysed == {"Oslo.txt": 1, "Bergen.txt": 2, "Narvik.txt": 1}


def test_threads_may_ask_at_once() -> None:
    engine = Engine()
    pairs = [Pair(a, b) for a, b in combinations(STORY, 2)] * 3
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda pair: engine.compare(*pair), pairs))
    alone = [compare(*pair) for pair in pairs[:3]]
    assert found == alone * 3
    assert gc.isenabled()


def test_what_was_stopped_is_begun_anew() -> None:
    engine = Engine()
    oslo, bergen = article("Oslo"), article("Bergen")
    with pytest.raises(CancelledWorkError), cancel_when(lambda: True):
        engine.compare(oslo, bergen)
    assert gc.isenabled()
    assert engine.compare(oslo, bergen) == compare(oslo, bergen)


@pytest.mark.parametrize("compared", [False, True])
def test_a_link_is_explained_whether_or_not_the_pair_was_compared(
    compared: bool,
) -> None:
    engine, articles = Engine(), Pair(*STORY[:2])
    if compared:
        engine.compare(*articles)
    link = compare(*articles).links[0]
    found = engine.explain(articles, link.a, link.b)
    assert isinstance(found, Explanation)
    assert found.paraphrases == link.paraphrases
    assert (found.score, found.state, found.reason) == (
        link.score,
        link.state,
        link.reason,
    )


def test_by_words_it_is_explained_by_words() -> None:
    articles = Pair(*STORY[:2])
    found = Engine("words").explain(articles, 0, 0)
    assert found == explain(articles, 0, 0)


def test_an_explanation_says_what_is_told_in_other_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = Pair("Anna Berg saw the film in Oslo.", "Anna Berg saw the movie in Oslo.")
    articles = texts.map(lambda text: read_text(text, source="-"))
    engine = Engine()
    monkeypatch.setattr(engine, "_encoder", lambda: Meanings({"film movie": 0.9}))
    found = engine.explain(articles, 0, 0)
    assert isinstance(found, Explanation)
    (one,) = found.paraphrases
    words = texts.map(lambda text, span: text[slice(*span)], one.spans)
    assert words == Pair("film", "movie")
    assert engine.compare(*articles).links[0].paraphrases == found.paraphrases
    by_words = Engine("words").explain(articles, 0, 0)
    assert isinstance(by_words, Explanation)
    assert by_words.paraphrases == ()


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was_and_by_the_library_alone(
    enabled: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def look(article: Article, *how: Any) -> AnalysedArticle:
        seen.append(gc.isenabled())
        return analyse(article, *how)

    monkeypatch.setattr(newsdiff.analysis, "analyse", look)
    monkeypatch.setattr("newsdiff.comparing.comparer.analyse", look)
    if not enabled:
        gc.disable()
    try:
        Engine().compare(article("Oslo"), article("Bergen"))
        compare(article("Oslo"), article("Bergen"))
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
    assert seen == [False, False, enabled, enabled]
