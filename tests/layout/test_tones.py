"""Words of a reworded row: what means the same is quiet, what is added is not."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.layout.lines import LayoutOptions, Tone, View
from newsdiff.layout.page import lay_out
from newsdiff.model import Comparison, Pair, Paraphrase, Role, Span
from tests.conftest import article, link

A = [
    (Role.BODY, "Rain fell for days."),
    (Role.BODY, "The furious crowd left the old film."),
]
B = [
    (Role.BODY, "The angry crowd left."),
    (Role.BODY, "It saw a new movie there."),
]


def paraphrase(comparison: Comparison, a: str, b: str) -> Paraphrase:
    texts = comparison.articles.map(lambda one: one.text)
    starts = texts.map(str.index, Pair(a, b))
    return Paraphrase(
        spans=Pair(
            Span(starts.a, starts.a + len(a)), Span(starts.b, starts.b + len(b))
        ),
        likeness=0.8,
    )


def changed(comparison: Comparison) -> Pair[set[str]]:
    """The words of either side that are drawn as changed."""
    found: Pair[set[str]] = Pair(set(), set())
    page = lay_out(comparison, LayoutOptions(width=100, view=View.SPLIT))
    for y in range(page.height):
        for run in page.line(y):
            if run.tone is Tone.CHANGED and run.side:
                found[run.side].update(run.text.replace(".", "").split())
    return found


def comparison() -> Comparison:
    articles = Pair(article("one", A), article("two", B))
    return Comparison(
        articles=articles,
        links=(link(1, 0), link(1, 1)),
        nearest=Pair((None,) * 2, (None,) * 2),
        facts=(),
    )


def test_what_means_the_same_is_quiet_in_a_row_of_several_sentences() -> None:
    bare = comparison()
    first, second = bare.links
    told = replace(
        bare,
        links=(
            replace(first, paraphrases=(paraphrase(bare, "furious", "angry"),)),
            replace(second, paraphrases=(paraphrase(bare, "film", "movie"),)),
        ),
    )
    marked, without = changed(told), changed(bare)
    assert without == Pair({"furious", "old", "film"}, {"angry", "saw", "new", "movie"})
    assert marked == Pair({"old"}, {"saw", "new"})
