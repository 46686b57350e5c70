"""Every key of the diff, in a pseudo-terminal: how long until its answer is there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from benchmarks.speed_terminal import PAUSE, Terminal

ENTER, ESC, TAB = "\r", "\x1b[27u", "\t"
"""Esc as terminals send it that Textual asks for unmistakable keys; from others it
waits a tenth of a second in case more follows."""
WALK: Final = (
    *("]", "[", "n", "N", " ", "b", "d", "u", "j", "k", "G", "g"),
    *("/", "h", "o", ENTER, "n", "N", "&", "]", "&", ESC),
    *("&", "s", "a", ENTER, "n", "&", ESC),
    *("z", "z", "Z", "]", "}", "}", "{", "{", "Z"),
    *("v", "v", "v", "B", "B", "a", "a", "#", "#"),
    *("i", "j", "k", "f", "G", "g", ENTER, TAB, TAB, "i", "y", "J", ","),
    *("]", "m", "m", "?", ESC, "s", ESC, ":", ESC, "T", ESC, "=", ESC),
    *("w", "j", ESC, "p", ESC),
)
"""Each round ends where it began.

Keys that compare anew are left out: how long that takes is measured on its own, and
until it is done it slows down the keys behind them.
"""
_OPENS: Final = ("?", "s", ":", "T", "=", "w", "p")
"""Keys whose answer goes on, as work in the background gets done."""
_ALL_OF_IT: Final = 0.05
"""Seconds without output after which the answer of any other key is all there."""
_NOTHING: Final = 0.3
"""Seconds after which a key has no answer: it changes nothing on the screen."""


def answers(terminal: Terminal, rounds: int) -> Mapping[tuple[str, str], list[float]]:
    """Seconds from each key to its answer, in the diff that a terminal shows.

    A key that changes nothing on the screen has no answer.

    Args:
        terminal: Nothing but the diff is open in it.
        rounds: How often each key is pressed; the first time counts.

    Returns:
        For each key with the one before it, what was measured.
    """
    found: dict[tuple[str, str], list[float]] = defaultdict(list)
    for _ in range(rounds):
        for name, seconds in _round(terminal):
            if seconds:
                found[name].append(seconds)
    return found


def late(values: list[float]) -> float:
    """What 95 of 100 values do not exceed."""
    return sorted(values)[min(len(values) - 1, round(0.95 * len(values)))]


def _round(terminal: Terminal) -> Iterator[tuple[tuple[str, str], float]]:
    before = "g"
    for key in WALK:
        terminal.press(key)
        pause = PAUSE if key in _OPENS else _ALL_OF_IT
        yield (before, key), terminal.seconds_to_picture(pause, _NOTHING)
        before = key


def named(key: str) -> str:
    """A key as a table shows it."""
    return {ENTER: "Enter", ESC: "Esc", TAB: "Tab", " ": "Space"}.get(key, key)
