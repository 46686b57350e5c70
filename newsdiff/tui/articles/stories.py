"""The stories of the list: which rows stand under which heading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from newsdiff.text.cells import fit
from newsdiff.text.visible import visible
from newsdiff.tui.session.groups import Groups
from newsdiff.tui.session.shelf import Shelf
from newsdiff.wording.about import count
from newsdiff.wording.blocks import percent

if TYPE_CHECKING:
    from newsdiff.grouping import Copy

_ALONE = "told by one article only"
NOT_YET = "It is not known yet which articles tell of the same event."
_TERMS = 6
"""Reasons that are named."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list."""

    place: int | None
    """The article; None for the heading of a story."""
    story: int | None = None
    """The story of a heading; None for articles that stand alone."""
    size: int = 0
    """The articles under a heading."""


def rows_of(places: Sequence[int], groups: Groups | None) -> list[Row]:
    """The lines of the list: articles in their order, those of one story together.

    Stories come in the order of their first articles; articles that no other tells of
    come last. Where all tell of one event there are no headings.

    Args:
        places: The articles that are shown, in order.
        groups: Which of them tell of one event, as far as that is known.
    """
    if groups is None or not groups.several:
        return [Row(place) for place in places]
    stories: dict[int | None, list[int]] = {}
    for place in places:
        number = groups.of.get(place)
        alone = number is None or len(groups.members[number]) == 1
        stories.setdefault(None if alone else number, []).append(place)
    rows = []
    for number, own in sorted(stories.items(), key=lambda each: each[0] is None):
        rows += [Row(None, number, len(own)), *map(Row, own)]
    return rows


def heading(row: Row, shelf: Shelf, width: int) -> Content:
    """The line of a heading: what the story is called, how many articles tell it."""
    size = f" · {count(row.size, 'article')}"
    name = _ALONE if row.size == 1 else f"each {_ALONE}"
    if row.story is not None and shelf.groups:
        name = visible(shelf.groups.name(row.story))
    room = max(1, width - len(size) - 2)
    words = fit(name, room).rstrip()
    return Content.assemble((words, "$primary bold"), (size, "$faint"))


_SIGNS = {
    "same": "≡",
    "nearly": "≈",
    "agency": "⇉",
    "shared": "≈",
}
"""By how two articles are the same, the surest first."""


def sign_of(shelf: Shelf, place: int) -> str:
    """A sign for an article that is the same as another, or partly so."""
    found = shelf.groups.copies_of(place) if shelf.groups else []
    kinds = [copy.likeness for copy, _ in found]
    return next((sign for kind, sign in _SIGNS.items() if kind in kinds), "")


def copies_in_words(shelf: Shelf, place: int) -> list[str]:
    """What an article has word by word in common with others, a sentence each."""
    found = shelf.groups.copies_of(place) if shelf.groups else []
    return [_in_words(copy, shelf.label(other)) for copy, other in found]


def _in_words(copy: Copy, other: str) -> str:
    if copy.likeness == "same":
        return f"the same text as {other}"
    if copy.likeness == "nearly":
        return f"nearly the text of {other}: {percent(copy.share)} of it is the same"
    common = (
        f"{count(copy.sentences, 'sentence')} word for word as in {other} "
        f"({percent(copy.share)} of the shorter)"
    )
    if not copy.agencies:
        return common
    names = " and ".join(copy.agencies)
    who = "both credit" if all(copy.credited) else "one of them credits"
    return f"{common}; {who} {names}"


def why(shelf: Shelf, place: int) -> str:
    """Why an article is in its story, in a sentence."""
    from newsdiff.grouping import why as because

    groups = shelf.groups
    if groups is None or place not in groups.keys:
        return NOT_YET
    found = because(groups.stories, groups.keys[place])
    label = shelf.label(place)
    if not found.others:
        return f"{label} shares too little with any other article to be of its story."
    with_whom = count(found.others, "other article")
    if found.by_person:
        return f"{label} is with {with_whom} because you said so."
    terms = ", ".join(shared.text for shared in found.shared[:_TERMS])
    days = ""
    if found.days is not None:
        days = f"; {count(found.days, 'day')} from the nearest of them"
    return f"{label} is with {with_whom} for what it shares with them: {terms}{days}."
