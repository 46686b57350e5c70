"""How many words mean the same in linked sentences, and in as many that are not linked.

    python -m benchmarks.paraphrases outlets2_dev ecb_dev [--articles 20] [--show 100]

By this `LEAST` and `BESIDE` of `newsdiff/aligning/paraphrases.py` are chosen for the
encoder that is packaged; lower them to see what they leave out. What is shown is to be
read: would a reader take one for the other?
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from typing import Any, Final

from benchmarks.goldsets import rows
from newsdiff.analysis import AnalysedArticle, analyse
from newsdiff.comparing import paraphrases_of
from newsdiff.encoding import Encoder, find_encoder, why_words_only
from newsdiff.model import Article, Pair, Paraphrase, Role, Sentence, Side

STEPS: Final = tuple(n / 100 for n in range(60, 100, 5))
"""Likenesses that are counted."""


def main() -> None:
    """Counts and shows them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--articles", type=int, default=20, help="pairs of each set")
    parser.add_argument("--show", type=int, default=0, help="pairs of words to read")
    options = parser.parse_args()
    encoder = find_encoder()
    if encoder is None:
        sys.exit(why_words_only())
    counted: dict[bool, list[float]] = {True: [], False: []}
    shown: list[str] = []
    for name in options.sets:
        chosen = rows(name)
        random.Random(name).shuffle(chosen)  # noqa: S311
        for row in chosen[: options.articles]:
            articles = Pair(row["a"], row["b"]).map(lambda t: _article(t, encoder))
            for linked, found in _found(articles, row):
                counted[linked].append(found.likeness)
                if linked and not found.inflected:
                    shown.append(_words(articles, found))
    _print(counted)
    random.Random(0).shuffle(shown)  # noqa: S311
    print(*shown[: options.show], sep="\n")


def _article(sentences: list[str], encoder: Encoder) -> AnalysedArticle:
    """An article of given sentences."""
    placed, at = [], 0
    for text in sentences:
        end = at + len(text)
        placed.append(Sentence(start=at, end=end, role=Role.BODY, paragraph=0))
        at = end + 1
    article = Article(
        label="",
        title=None,
        outlet=None,
        published=None,
        source="",
        text=" ".join(sentences),
        sentences=tuple(placed),
    )
    return analyse(article, encoder)


def _found(
    articles: Pair[AnalysedArticle], row: dict[str, Any]
) -> Iterator[tuple[bool, Paraphrase]]:
    """What linked sentences say in other words, and as many others."""
    gold = {(a, b) for a, b in row["gold"]}
    sizes = articles.map(lambda one: range(len(one.article.sentences)))
    others = sorted({(a, b) for a in sizes.a for b in sizes.b} - gold)
    picked = random.Random(row["id"]).sample(  # noqa: S311
        others, min(len(gold), len(others))
    )
    for linked, places in ((True, sorted(gold)), (False, picked)):
        for place in places:
            for one in paraphrases_of(articles, Pair(*place)):
                yield linked, one


def _words(articles: Pair[AnalysedArticle], one: Paraphrase) -> str:
    a, b = (articles[side].words_at(one.spans[side]) for side in Side)
    return f"{one.likeness:.2f}  {a} ↔ {b}"


def _print(counted: dict[bool, list[float]]) -> None:
    print("from  linked  others")
    for least in STEPS:
        linked, others = (
            sum(one >= least for one in counted[k]) for k in (True, False)
        )
        print(f"{least:.2f}  {linked:6}  {others:6}")


if __name__ == "__main__":
    main()
