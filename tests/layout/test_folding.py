"""What one line stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsdiff.layout import Fold, LayoutOptions, Page, View, lay_out
from newsdiff.model import Article, Comparison, Pair, Role, Side

Make = Callable[..., Comparison]
BODY, PAGE = Role.BODY, Role.BOILERPLATE
OPTIONS = LayoutOptions(width=100, view=View.SPLIT, boilerplate=False)


def folds(page: Page) -> list[Fold]:
    return [row for row in page.rows if isinstance(row, Fold)]


def first_words(page: Page, row: int) -> str:
    line = "".join(run.text for run in page.line(page.top(row)))
    return " ".join(line.replace("│", " ").split())


def test_the_tops_of_both_articles_share_one_line(told: Make) -> None:
    a = [(PAGE, "Home"), (BODY, "The bridge fell.")]
    b = [(PAGE, "---"), (PAGE, "---"), (BODY, "Only here."), (BODY, "A bridge fell.")]
    page = lay_out(told(a, b), OPTIONS)
    assert folds(page) == [Fold(Pair((0,), (0, 1)), "of boilerplate")]
    assert first_words(page, 0) == "⋯ 1 line of boilerplate ⋯ 2 lines of boilerplate"


@pytest.mark.parametrize(
    ("sentences", "reworded", "said"),
    [
        (1, 1, "1 sentence in common, reworded"),
        (5, 5, "5 sentences in common, reworded"),
        (5, 2, "5 sentences in common, 2 of them reworded"),
        (5, 0, "5 sentences in common"),
    ],
)
def test_sentences_in_other_words_are_some_of_those_in_common(
    sentences: int, reworded: int, said: str
) -> None:
    fold = Fold(
        Pair(tuple(range(sentences)), ()),
        "in common",
        noun="sentence",
        reworded=Pair(reworded, 0),
    )
    assert fold.words([Side.A]) == said
    assert fold.words(Side) == said


def test_the_order_of_neither_article_is_changed(told: Make) -> None:
    a = [(PAGE, "Home"), (BODY, "The bridge fell."), (PAGE, "Comment")]
    b = [(BODY, "A bridge fell."), (PAGE, "Advertisement"), (BODY, "Only here.")]
    page = lay_out(told(a, b), OPTIONS)
    for side in ("a", "b"):
        order = [i for row in page.rows for i in getattr(row.sentences, side)]
        assert order == sorted(order)


def test_what_is_past_the_limit_is_not_called_boilerplate(told: Make) -> None:
    both = told([(BODY, "One."), (PAGE, "Two."), (PAGE, "Three.")], [(BODY, "One.")])
    page = lay_out(_past_the_limit(both, 2), OPTIONS)
    assert [fold.what for fold in folds(page)] == [
        "of boilerplate",
        "past the limit",
    ]
    last = len(page.rows) - 1
    assert first_words(page, last) == "⋯ 1 line past the limit"


def _past_the_limit(comparison: Comparison, sentence: int) -> Comparison:
    def past(article: Article) -> Article:
        sentences = list(article.sentences)
        if sentence < len(sentences):
            sentences[sentence] = replace(sentences[sentence], rule="beyond-limit")
        return replace(article, sentences=tuple(sentences))

    return replace(comparison, articles=comparison.articles.map(past))
