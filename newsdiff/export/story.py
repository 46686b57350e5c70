"""Several articles → the list of them and how much each pair shares, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from newsdiff.comparing import compare
from newsdiff.export.blocks import ASCII
from newsdiff.export.phrases import about, count, headline
from newsdiff.model import Article, Pair
from newsdiff.visible import visible

MAX_PAIRS: Final = 120
"""Pairs compared for one list: those of 16 articles."""
MAX_WORK: Final = 1_000_000
"""Pairs of sentences compared for one list; the first pair is compared whatever it
costs, as it would be if it had been asked for."""


def story_text(articles: Sequence[Article], *, only_ascii: bool = False) -> str:
    """The articles, one a paragraph; the share of linked sentences of every pair.

    Past `MAX_PAIRS` or `MAX_WORK` it says how many pairs were left out. Ends with how
    to go on, and a line feed. Headlines stay as they are in ASCII, too.
    """
    lines = []
    for number, article in enumerate(articles, 1):
        known, words = f" ({about(article)})", headline(article)
        if only_ascii:
            known = known.translate(ASCII)
            words = words if article.title else words.replace("…", "...")
        lines += [f"{number}  {article.label}{known}", f"   {words}"]
    if len(articles) < 2:
        lines += ["", "There is nothing to compare with: name a second article."]
    else:
        lines += ["", "Share of sentences linked to one of the other:"]
        lines += _shares(articles)
        lines += ["", "To read one pair: newsdiff compare FILE FILE"]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def _shares(articles: Sequence[Article]) -> Iterator[str]:
    """A line a pair in list order, as far as the limits allow."""
    pairs = list(combinations(range(len(articles)), 2))
    work = 0
    for done, (i, j) in enumerate(pairs):
        both = Pair(articles[i], articles[j])
        work += both.a.sentence_count * both.b.sentence_count
        if done == MAX_PAIRS or (done and work > MAX_WORK):
            left = count(len(pairs) - done, "more pair")
            verb = "was" if len(pairs) - done == 1 else "were"
            yield f"{left} {verb} not compared: name fewer articles, or one pair"
            return
        share = compare(both.a, both.b).linked_share
        yield (
            f"{i + 1} and {j + 1}  {both.a.label} {share.a:.0%}, "
            f"{both.b.label} {share.b:.0%}"
        )
