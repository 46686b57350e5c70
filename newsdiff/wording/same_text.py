"""How it is said that articles carry one text: as evidence, never as a verdict."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsdiff.grouping import Copy, Likeness, copies, signature
from newsdiff.model import Article
from newsdiff.story.common_text import CommonText
from newsdiff.wording.about import count
from newsdiff.wording.blocks import percent
from newsdiff.wording.story import numbers_words

_FULL = (Likeness.SAME, Likeness.NEARLY)


def together(found: Sequence[Copy], order: Sequence[int]) -> tuple[frozenset[int], ...]:
    """The articles that are the same text or share much of it, in groups.

    Args:
        found: Pairs of such articles, by their places.
        order: The places of the articles of a story.

    Returns:
        Groups of indices of `order`, in their order.
    """
    at = {place: i for i, place in enumerate(order)}
    groups: list[set[int]] = []
    for copy in found:
        if copy.a in at and copy.b in at:
            own = {at[copy.a], at[copy.b]}
            joined = [group for group in groups if group & own]
            groups = [group for group in groups if not group & own]
            groups.append(own.union(*joined))
    return tuple(sorted(map(frozenset, groups), key=min))


def groups_of(articles: Sequence[Article]) -> tuple[frozenset[int], ...]:
    """The articles that are the same text or share much of it, in groups."""
    return together(_copies_of(articles), range(len(articles)))


def copies_words(articles: Sequence[Article]) -> list[str]:
    """A sentence for each group of articles that carry one text."""
    found = _copies_of(articles)
    order = range(len(articles))
    return [common_text_words(found, order, own) for own in together(found, order)]


def _copies_of(articles: Sequence[Article]) -> tuple[Copy, ...]:
    return copies(
        [
            signature(
                one.text,
                one.title,
                one.published or one.updated,
                credit=" ".join(filter(None, (one.author, one.outlet))),
            )
            for one in articles
        ]
    )


def common_text_words(
    found: Sequence[Copy], order: Sequence[int], own: Collection[int], who: str = ""
) -> str:
    """What some articles have in common: "2 and 3 share much of their text (Reuters)".

    Args:
        found: Pairs of such articles, by their places.
        order: The places of the articles of a story.
        own: The indices in `order` of one group.
        who: What they are called; their numbers where nothing is given.
    """
    places = {order[i] for i in own}
    inside = [copy for copy in found if {copy.a, copy.b} <= places]
    agencies = sorted({name for copy in inside for name in copy.agencies})
    full = all(copy.likeness in _FULL for copy in inside)
    what = "have nearly one text" if full else "share much of their text"
    credit = f" (credited: {', '.join(agencies)})" if agencies else ""
    return f"{who or numbers_words(sorted(own))} {what}{credit}"


def run_words(common: CommonText) -> str:
    """The longest run of the same words: "at most 8 words in a row the same"."""
    if not common.words:
        return "no word the same outside quotations"
    return f"at most {count(common.words, 'word')} in a row the same outside quotations"


def identical_words(common: CommonText, of: int, label: str) -> str:
    """The sentences that are the same: "3 of 12 sentences of Wire word for word"."""
    if not of:
        return f"{label} has no sentence of length"
    share = percent(common.identical / of)
    return f"{common.identical} of {of:,} sentences of {label} word for word ({share})"
