"""Links carry what their sentences say in other words, where meaning was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.analysis import AnalysedArticle, analyse
from newsdiff.comparing import compare_analysed, paraphrases_of
from newsdiff.model import Comparison, Pair, Side
from newsdiff.reading import read_text
from tests.aligning.meanings import Meanings

A = """\
Menu

Engineers closed the harbour bridge in Valona on Monday, and furious drivers complained.

The harbour film is shown on Tuesday in Valona by Anna Berg.
"""
B = """\
Angry drivers complained when engineers shut the harbour bridge in Valona on Monday.

The harbour movie is shown on Wednesday in Valona by Anna Moss.
"""
ALIKE = {
    "closed shut": 0.9,
    "furious angry": 0.8,
    "film movie": 0.9,
    "tuesday wednesday": 0.95,
    "berg moss": 0.95,
}


@pytest.fixture(scope="module")
def articles() -> Pair[AnalysedArticle]:
    encoder = Meanings(ALIKE)
    return Pair(A, B).map(lambda text: analyse(read_text(text, source="-"), encoder))


def said(comparison: Comparison) -> set[tuple[str, str]]:
    found = set()
    for link in comparison.links:
        for one in link.paraphrases:
            a, b = (
                comparison.articles[side].text[slice(*one.spans[side])] for side in Side
            )
            found.add((a, b))
    return found


def test_links_say_which_words_mean_the_same(
    articles: Pair[AnalysedArticle],
) -> None:
    found = said(compare_analysed(articles))
    assert found == {("closed", "shut"), ("furious", "Angry"), ("film", "movie")}


def test_exchanged_they_are_the_mirror(articles: Pair[AnalysedArticle]) -> None:
    there, back = compare_analysed(articles), compare_analysed(articles.swapped)
    assert said(there) == {(a, b) for b, a in said(back)}


def test_spans_lie_in_their_sentences(articles: Pair[AnalysedArticle]) -> None:
    comparison = compare_analysed(articles)
    for link in comparison.links:
        for one in link.paraphrases:
            for side in Side:
                sentence = comparison.articles[side].sentences[link.index(side)]
                start, end = one.spans[side]
                assert sentence.start <= start < end <= sentence.end


def test_by_words_alone_there_are_none(articles: Pair[AnalysedArticle]) -> None:
    bare = Pair(articles.a, replace(articles.b, encoded=None))
    assert said(compare_analysed(bare)) == set()


def test_sentences_without_a_link_can_be_asked_about(
    articles: Pair[AnalysedArticle],
) -> None:
    first, last = articles.a.article.compared[0], articles.b.article.compared[-1]
    assert paraphrases_of(articles, Pair(first, last)) == ()
    first = articles.a.article.compared[-1]
    (one,) = paraphrases_of(articles, Pair(first, last))
    assert articles.a.words_at(one.spans.a) == "film"
