"""Several articles → their list, what each pair shares, and who tells what, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from newsdiff.comparing import compare
from newsdiff.model import Article, Fact, Kind, Pair
from newsdiff.story.ledger import Presence, StoryFact, story_ledger
from newsdiff.story.shares import Summary
from newsdiff.text.visible import visible
from newsdiff.wording.about import count, describe, headline
from newsdiff.wording.blocks import ASCII, percent
from newsdiff.wording.phrases import QUOTES
from newsdiff.wording.wrapping import hang

WIDTH: Final = 80
"""Columns of the lists of facts."""
MAX_PAIRS: Final = 120
"""Pairs compared for one list: those of 16 articles."""
MAX_WORK: Final = 1_000_000
"""Pairs of sentences compared for one list; the first pair is compared whatever it
costs, as it would be if it had been asked for."""


def story_text(articles: Sequence[Article], *, only_ascii: bool = False) -> str:
    """The articles, the share of linked sentences of every pair, who tells which fact.

    Past `MAX_PAIRS` or `MAX_WORK` it says how many pairs were left out, and nothing of
    facts, since an article that was not compared may tell any. Ends with how to go on,
    and a line feed. Headlines stay as they are in ASCII, too.
    """
    lines = []
    for number, article in enumerate(articles, 1):
        known, words = f" ({describe(article)})", headline(article)
        if only_ascii:
            known = known.translate(ASCII)
            words = words if article.title else words.replace("…", "...")
        lines += [f"{number}  {article.label}{known}", f"   {words}"]
    if len(articles) < 2:
        lines += ["", "There is nothing to compare with: name a second article."]
    else:
        lines += ["", "Sentences told in the other article, or related to some there:"]
        ledgers: dict[tuple[int, int], Sequence[Fact]] = {}
        lines += _shares(articles, ledgers)
        if len(ledgers) == len(articles) * (len(articles) - 1) // 2:
            facts = story_ledger(len(articles), ledgers)
            lines += _told(articles, facts, '""' if only_ascii else "“”")
        lines += ["", "To read one pair: newsdiff compare FILE FILE"]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def _shares(
    articles: Sequence[Article], ledgers: dict[tuple[int, int], Sequence[Fact]]
) -> Iterator[str]:
    """A line a pair in list order, as far as the limits allow; notes their facts."""
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
        comparison = compare(both.a, both.b)
        ledgers[i, j] = Summary.of(comparison).facts
        share = comparison.linked_share.map(percent)
        yield (
            f"{i + 1} and {j + 1}  {both.a.label} {share.a}, {both.b.label} {share.b}"
        )


def _told(
    articles: Sequence[Article], facts: Sequence[StoryFact], marks: str
) -> Iterator[str]:
    """Names, numbers, dates and quotations, by the articles that tell them.

    Args:
        articles: All of the story.
        facts: Those that any of them tells.
        marks: What opens and what closes a quotation.
    """
    groups: dict[tuple[int, ...], list[str]] = {}
    for fact in facts:
        words = " ".join(fact.value.strip(QUOTES).split())
        if fact.kind is Kind.QUOTE:
            words = f"{marks[0]}{words}{marks[1]}"
        if any(cell.presence is Presence.DIFFERENT for cell in fact.cells):
            words += " (not all alike)"
        groups.setdefault(tuple(fact.tellers), []).append(words)
    if groups:
        yield ""
        yield "Names, numbers, dates and quotations, by who was found to tell them:"
    for tellers, values in sorted(groups.items(), key=lambda g: (-len(g[0]), g[0])):
        yield f"{_who(tellers, articles)}:"
        yield from hang("; ".join(values), WIDTH, "   ")


def _who(tellers: Sequence[int], articles: Sequence[Article]) -> str:
    """Some of the articles, by number: "all", "1, 3 and 4", "only 5 City Radio"."""
    if len(tellers) == len(articles):
        return "all"
    numbers = [str(i + 1) for i in tellers]
    if len(tellers) == 1:
        return f"only {numbers[0]} {articles[tellers[0]].label}"
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"
