"""Two articles → what they share, what one adds, what stands opposite what."""

from __future__ import annotations

from dataclasses import replace

from newsdiff import encoding
from newsdiff.aligning import Alignment, align
from newsdiff.aligning.aligner import packaged
from newsdiff.aligning.logistic import Model
from newsdiff.analysis import AnalysedArticle, analyse, both_encoded
from newsdiff.comparing.alike import without_forms
from newsdiff.comparing.facts import list_facts
from newsdiff.comparing.paraphrasing import add_paraphrases
from newsdiff.model import MEASURED, Article, Comparison, Pair, Thresholds


def compare(a: Article, b: Article) -> Comparison:
    """Everything newsdiff says about two articles.

    Depends on the two articles and the packaged tables alone, and mirrors when the
    articles are exchanged. Where the packaged encoder cannot be had, words decide.

    Raises:
        EncoderError: The encoder cannot read one of them.
    """
    encoder = encoding.find_encoder()
    return compare_analysed(Pair(a, b).map(lambda one: analyse(one, encoder)))


def compare_analysed(
    articles: Pair[AnalysedArticle], thresholds: Thresholds = MEASURED
) -> Comparison:
    """The same of articles that have been analysed, each once for all comparisons.

    Args:
        articles: Both.
        thresholds: From which probability links are made, where that was moved.
    """
    links = packaged(both_encoded(articles), thresholds) if any(thresholds) else None
    return replace(compare_by(articles, links), thresholds=thresholds)


def compare_by(
    articles: Pair[AnalysedArticle],
    links: Model | None = None,
    omissions: Model | None = None,
) -> Comparison:
    """The same by other models than the packaged ones, for measuring how good they are.

    Args:
        articles: Both.
        links: How two sentences are weighed; None for the packaged model.
        omissions: How a word is weighed; None for the packaged model.
    """
    alignment = align_analysed(articles, links)
    texts = articles.map(lambda one: one.article)
    found = list_facts(articles, alignment, omissions)
    return Comparison(
        articles=texts,
        links=add_paraphrases(alignment.links, articles),
        nearest=alignment.nearest,
        facts=without_forms(found, texts, alignment.links),
    )


def align_analysed(
    articles: Pair[AnalysedArticle], model: Model | None = None
) -> Alignment:
    """Links the compared sentences of two articles by what is known of them."""
    return align(
        articles.map(lambda one: one.article),
        model,
        terms=articles.map(lambda one: one.terms),
        encoded=both_encoded(articles),
    )
