"""Several articles → their list, what each pair shares, and who tells what, as text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsdiff.model import MEASURED, Article, Kind, Thresholds
from newsdiff.story.ledger import (
    Part,
    StoryFact,
    Summaries,
    list_story_facts,
    part_of,
)
from newsdiff.text.visible import visible
from newsdiff.wording.about import count, describe, headline
from newsdiff.wording.blocks import ASCII, percent
from newsdiff.wording.decisions import tell_thresholds
from newsdiff.wording.same_text import copies_words, groups_of
from newsdiff.wording.story import (
    numbers_words,
    plain_value,
    story_words,
)
from newsdiff.wording.wrapping import hang

WORD_FOR_WORD: Final = (
    "Word for word, quotations aside; evidence of a common source, never a verdict:"
)
WIDTH: Final = 80
"""Columns of the lists of facts."""


def thresholds_of(summaries: Summaries) -> Thresholds:
    """From where on links were made in some pairs, which is the same in all."""
    return next((one.thresholds for one in summaries.values()), MEASURED)


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
        if moved := tell_thresholds(thresholds_of(summaries)):
            lines += ["", *hang(moved, WIDTH)]
        lines += ["", "Sentences told in the other article, or related to some there:"]
        lines += _shares(articles, summaries)
        lines += ["", WORD_FOR_WORD]
        lines += _word_for_word(articles, summaries)
        if left := not_compared(articles, summaries):
            lines.append(left)
        else:
            lines += _facts(articles, summaries, '""' if only_ascii else "“”")
        lines += ["", "To read one pair: newsdiff compare FILE FILE"]
    return "".join(f"{visible(line).rstrip()}\n" for line in lines)


def not_compared(articles: Sequence[Article], summaries: Summaries) -> str:
    """How many pairs were not compared, and what to do; "" where all were."""
    left = len(articles) * (len(articles) - 1) // 2 - len(summaries)
    if not left:
        return ""
    verb = "was" if left == 1 else "were"
    pairs = f"{count(left, 'more pair')} {verb} not compared"
    return f"{pairs}: name fewer articles, or one pair"


def _shares(articles: Sequence[Article], summaries: Summaries) -> Iterator[str]:
    """A line a pair."""
    for (i, j), summary in summaries.items():
        a, b = (percent(share.linked) for share in summary.shares)
        yield f"{i + 1} and {j + 1}  {articles[i].label} {a}, {articles[j].label} {b}"


def _word_for_word(articles: Sequence[Article], summaries: Summaries) -> Iterator[str]:
    """What pairs have in the same words, a line each, and which carry one text."""
    for (i, j), summary in summaries.items():
        common = summary.common_text
        run = f"{count(common.words, 'word')} in a row"
        same = count(common.identical, "sentence")
        yield f"{i + 1} and {j + 1}  at most {run}, {same} the same"
    for words in copies_words(articles):
        yield f"{words}: counted together, they may be one source"


def _facts(
    articles: Sequence[Article], summaries: Summaries, marks: str
) -> Iterator[str]:
    """What is told otherwise, then who tells what, below headings."""
    facts = list_story_facts(articles, summaries)
    for n, words in enumerate(disputes(facts, marks)):
        if n == 0:
            yield from ("", "Told otherwise:")
        yield from hang(words, WIDTH, "   ")
    for n, told in enumerate(facts_by_tellers(facts, articles, marks)):
        if n == 0:
            yield from ("", "What they tell, by who was found to tell it:")
        yield f"{told.who}:"
        for claim in told.claims:
            yield from hang(claim, WIDTH, "   - ")
        if told.values:
            yield from hang("; ".join(told.values), WIDTH, "   ")


def disputes(facts: Sequence[StoryFact], marks: str) -> Iterator[str]:
    """What is told otherwise: "Another date. 1: Tuesday; 2 and 3: Wednesday".

    Args:
        facts: All of the story.
        marks: What opens and what closes a quotation.
    """
    for fact in facts:
        if part_of(fact) is Part.DISPUTED:
            parts = [
                f"{numbers_words(sorted(alike))}: {_value(fact, marks, alike)}"
                for alike in fact.alike
            ]
            yield f"{fact.note} {'; '.join(parts)}".strip()


@dataclass(frozen=True, slots=True)
class ToldBy:
    """What some articles tell, and no other."""

    who: str
    """They: "all", "only City Radio (2)", "1 and 3 (2 in part)"."""
    claims: tuple[str, ...]
    values: tuple[str, ...]
    """Names, numbers, dates and quotations."""


def facts_by_tellers(
    facts: Sequence[StoryFact], articles: Sequence[Article], marks: str
) -> Iterator[ToldBy]:
    """What is not in dispute: what one article alone tells first, then the rest.

    Args:
        facts: All of the story.
        articles: Those of the story.
        marks: What opens and what closes a quotation.
    """
    copied = groups_of(articles)
    groups: dict[_Tellers, list[StoryFact]] = {}
    for fact in facts:
        if part_of(fact) is not Part.DISPUTED:
            who = _Tellers(
                fact.only is None,
                -len(fact.tellers),
                tuple(fact.tellers),
                tuple(fact.partly),
            )
            groups.setdefault(who, []).append(fact)
    for tellers, told in sorted(groups.items(), key=lambda group: group[0]):
        claims = [fact for fact in told if fact.kind is Kind.CLAIM]
        yield ToldBy(
            _who(tellers, [article.label for article in articles])
            + _copied(tellers.whole, copied),
            tuple(_marked(story_words(fact, articles), marks) for fact in claims),
            tuple(_value(fact, marks) for fact in told if fact.kind is not Kind.CLAIM),
        )


class _Tellers(NamedTuple):
    """Who tells something, in the order in which it is told."""

    is_shared: bool
    fewer: int
    """How many fewer than none tell it: most of them come first."""
    whole: tuple[int, ...]
    partly: tuple[int, ...]


def _who(tellers: _Tellers, labels: Sequence[str]) -> str:
    """Who tells it: "all", "only City Radio (2)", "1 and 3 (2 in part)"."""
    if not tellers.is_shared:
        place = tellers.whole[0]
        return f"only {labels[place]} ({place + 1})"
    if len(tellers.whole) == len(labels):
        return "all"
    some = f" ({numbers_words(tellers.partly)} in part)" if tellers.partly else ""
    return f"{numbers_words(tellers.whole)}{some}"


def _copied(tellers: Sequence[int], copied: Sequence[frozenset[int]]) -> str:
    """Which of some articles carry one text: ", of which 2 and 3 carry one text"."""
    own = [sorted(group.intersection(tellers)) for group in copied]
    named = [group for group in own if len(group) > 1]
    if named == [[*tellers]]:
        return ", which carry one text"
    return "".join(f", of which {numbers_words(one)} carry one text" for one in named)


def _value(fact: StoryFact, marks: str, alike: Collection[int] = ()) -> str:
    """A fact in its own words, or in the shortest of some articles."""
    place = min(alike, key=lambda i: (len(fact.cells[i].value or ""), i), default=None)
    words = plain_value(fact, place)
    return f"{marks[0]}{words}{marks[1]}" if fact.kind is Kind.QUOTE else words


def _marked(words: str, marks: str) -> str:
    """Words with quotation marks that can be written."""
    return words.replace("“", marks[0]).replace("”", marks[1])
