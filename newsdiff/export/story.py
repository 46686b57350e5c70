"""Several articles → their list, what each pair shares, and who tells what, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsdiff.model import Article, Kind
from newsdiff.story.ledger import Presence, StoryFact, list_story_facts
from newsdiff.story.shares import Summary
from newsdiff.text.visible import visible
from newsdiff.wording.about import count, describe, headline
from newsdiff.wording.blocks import ASCII, percent
from newsdiff.wording.phrases import QUOTES
from newsdiff.wording.wrapping import hang

WIDTH: Final = 80
"""Columns of the lists of facts."""

Summaries = Mapping[tuple[int, int], Summary]
"""Two articles by their places, the lower one as A → what is known of the pair."""


def story_text(
    articles: Sequence[Article], summaries: Summaries, *, only_ascii: bool = False
) -> str:
    """The articles, the share of linked sentences of every pair, who tells which fact.

    It says how many pairs were not compared, and then nothing of facts, since an
    article that was not compared may tell any. Ends with how to go on, and a line feed.
    Headlines stay as they are in ASCII, too.

    Args:
        articles: All of the story.
        summaries: The pairs that have been compared, in list order.
        only_ascii: Whether only ASCII signs are used.
    """
    lines = []
    for number, article in enumerate(articles, 1):
        known, words = f" ({describe(article)})", headline(article)
        if only_ascii:
            known = known.translate(ASCII)
            words = words if article.title else words.replace("…", "...")
        lines += [f"{number}  {article.label}{known}", f"   {words}"]
        if "#" in article.source:  # one of several in a file: how to name it
            lines.append(f"   {article.source}")
    if len(articles) < 2:
        lines += ["", "There is nothing to compare with: name a second article."]
    else:
        lines += ["", "Sentences told in the other article, or related to some there:"]
        lines += _shares(articles, summaries)
        left = len(articles) * (len(articles) - 1) // 2 - len(summaries)
        if left:
            verb = "was" if left == 1 else "were"
            pairs = f"{count(left, 'more pair')} {verb} not compared"
            lines.append(f"{pairs}: name fewer articles, or one pair")
        else:
            lines += _facts(articles, summaries, '""' if only_ascii else "“”")
        lines += ["", "To read one pair: newsdiff compare FILE FILE"]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def _shares(articles: Sequence[Article], summaries: Summaries) -> Iterator[str]:
    """A line a pair."""
    for (i, j), summary in summaries.items():
        a, b = (percent(share.linked) for share in summary.shares)
        yield f"{i + 1} and {j + 1}  {articles[i].label} {a}, {articles[j].label} {b}"


def _facts(
    articles: Sequence[Article], summaries: Summaries, marks: str
) -> Iterator[str]:
    """Names, numbers, dates and quotations, by the articles that tell them.

    Args:
        articles: All of the story.
        summaries: What is known of each pair.
        marks: What opens and what closes a quotation.
    """
    ledgers = {pair: summary.facts for pair, summary in summaries.items()}
    groups: dict[tuple[int, ...], list[str]] = {}
    for fact in list_story_facts(len(articles), ledgers):
        groups.setdefault(tuple(fact.tellers), []).append(_value(fact, marks))
    if groups:
        yield ""
        yield "Names, numbers, dates and quotations, by who was found to tell them:"
    for tellers, values in sorted(groups.items(), key=lambda g: (-len(g[0]), g[0])):
        yield f"{_who(tellers, articles)}:"
        yield from hang("; ".join(values), WIDTH, "   ")


def _value(fact: StoryFact, marks: str) -> str:
    """A fact in the words of the first who tells it."""
    words = " ".join(fact.value.strip(QUOTES).split())
    if fact.kind is Kind.QUOTE:
        words = f"{marks[0]}{words}{marks[1]}"
    differ = any(cell.presence is Presence.DIFFERENT for cell in fact.cells)
    return f"{words} (not all alike)" if differ else words


def _who(tellers: Sequence[int], articles: Sequence[Article]) -> str:
    """Some of the articles, by number: "all", "1, 3 and 4", "only 5 City Radio"."""
    if len(tellers) == len(articles):
        return "all"
    numbers = [str(i + 1) for i in tellers]
    if len(tellers) == 1:
        return f"only {numbers[0]} {articles[tellers[0]].label}"
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"
