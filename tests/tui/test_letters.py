"""Letters that mean two things, in the list and in a pair."""

from __future__ import annotations

from itertools import chain

from newsdiff.tui.keys import table as keys

BOTH_WAYS = {
    "a": ("list.add", "diff.order"),
    "s": ("list.sort", "diff.save"),
    "r": ("list.backwards", "diff.reload"),
    "O": ("list.original", "diff.sources"),
}
"""What docs/architecture.md gives the reason for: each is seen or asked at once, and
taken back by the same key or Esc."""
ALIKE = {
    frozenset(pair)
    for pair in (
        ("list.open", "diff.enter"),
        ("list.filter", "diff.find"),
        ("list.clear", "diff.close"),
        ("list.reload", "diff.reload-all"),
        ("list.mark", "diff.page-down"),
        ("list.move", "diff.pair-up"),
        ("list.split", "diff.part"),
        ("list.first", "diff.top"),
        ("list.last", "diff.bottom"),
    )
}
"""Other names for what is the same on both, as a person sees it."""


def by_key(group: str) -> dict[str, str]:
    bindings = chain.from_iterable(part.bindings for part in keys.GROUPS[group])
    return {key: b.id or "" for b in bindings for key in b.key.split(",")}


def test_letters_of_the_list_and_of_a_pair_mean_the_same_or_are_accounted_for() -> None:
    listed, diff = by_key("The list of articles"), by_key("The diff")
    apart = {
        key: (listed[key], diff[key])
        for key in listed.keys() & diff.keys()
        if listed[key].partition(".")[2] != diff[key].partition(".")[2]
        and frozenset((listed[key], diff[key])) not in ALIKE
    }
    assert apart == BOTH_WAYS


def test_what_changes_the_stories_has_no_letter_that_moves_about_in_a_pair() -> None:
    diff = by_key("The diff")
    by_hand = {"list.move", "list.merge", "list.split"}
    for key, name in by_key("The list of articles").items():
        if name in by_hand:
            assert diff.get(key, "diff.pair-up") in ("diff.pair-up", "diff.part")
