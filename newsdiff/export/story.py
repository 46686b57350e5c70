"""Several articles → the list of them and how much each pair shares, as text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from newsdiff.comparing import compare
from newsdiff.export.phrases import about, headline
from newsdiff.model import Article
from newsdiff.visible import visible


def story_text(articles: Sequence[Article]) -> str:
    """The articles, one a paragraph; the share of linked sentences of every pair.

    Ends with how to go on, and a line feed.
    """
    lines = []
    for number, article in enumerate(articles, 1):
        lines += [
            f"{number}  {article.label} ({about(article)})",
            f"   {headline(article)}",
        ]
    if len(articles) < 2:
        lines += ["", "There is nothing to compare with: name a second article."]
    else:
        lines += ["", "Share of sentences linked to one of the other:"]
        lines += [
            f"{i + 1} and {j + 1}  {_shares(articles[i], articles[j])}"
            for i, j in combinations(range(len(articles)), 2)
        ]
        lines += ["", "To read one pair: newsdiff compare A B"]
    return "".join(f"{visible(line)}\n" for line in lines)


def _shares(a: Article, b: Article) -> str:
    share = compare(a, b).linked_share
    return f"{a.label} {share.a:.0%}, {b.label} {share.b:.0%}"
