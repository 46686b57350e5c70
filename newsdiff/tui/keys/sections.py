"""Keys that belong together, as data."""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.binding import Binding


class Section(NamedTuple):
    """Keys that belong together in the help."""

    title: str
    bindings: tuple[Binding, ...]


def key(
    name: str, keys: str, action: str, description: str, *, hint: str = ""
) -> Binding:
    """A binding; with a hint it stands in the key bar, sharing it with its like."""
    group = Binding.Group(hint) if hint else None
    return Binding(
        keys,
        action,
        description,
        show=bool(hint),
        id=name,
        group=group,
        priority=name in _BEFORE_WORDS,
    )


_BEFORE_WORDS: Final = ("list.filter", "diff.find", "diff.only-matches", "add.open")
"""Words follow these. They are carried out before the next key is looked at, so that
what is typed right behind them does not run as commands; or a line of words would take
the key for its own."""
