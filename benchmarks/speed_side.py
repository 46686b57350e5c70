"""Keys of the diff beside those of bare Textual apps: in one process, in turn, by CPU.

    python -m benchmarks.speed_side [--rounds N] [--rows N] [--profile]

Every key of `speed_keys.WALK` is pressed in the reader with a generated pair open;
after each, a page down in a bare virtual ScrollView of plain lines. Both are headless:
what is measured is what Textual and newsdiff compute, and not the terminal. Themes are
set against a bare view of as much wrapped prose. A screen with one line that opens over
the bare view shows the least that a key for another screen can take. Counted is the
thread that draws and answers keys; what all threads took, work in the background too,
is told beside.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import pstats
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any, NamedTuple

from textual.app import App, ComposeResult
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from benchmarks.speed_keys import ENTER, ESC, TAB, WALK, late, named
from benchmarks.speed_prose import BareReader
from benchmarks.speed_reference import BareScroll
from benchmarks.speed_screen import ROWS_A_SENTENCE, Reader
from benchmarks.speed_terminal import COLUMNS, LINES

NAMES = {ENTER: "enter", ESC: "escape", TAB: "tab", " ": "space"}
SIZE = COLUMNS, LINES
_NAP = 0.03
"""Seconds in which what a key has set off is drawn: Textual draws 60 times in one."""
_MOST = 40
"""Naps after which work in the background is not waited for any more."""


class Cost(NamedTuple):
    """Milliseconds of CPU from a key until nothing is left to do."""

    own: float
    """Of the thread that answers keys."""
    whole: float
    """Of all threads."""


async def cpu_of(app: App[Any], press: Callable[[], object]) -> Cost:
    """What a key costs."""
    begun, own = time.process_time(), time.thread_time()
    press()
    used = time.process_time()
    for _ in range(_MOST):
        await asyncio.sleep(_NAP)
        now = time.process_time()
        if now - used < 0.002 and not any(not w.is_finished for w in app.workers):
            break
        used = now
    ended = time.thread_time(), time.process_time()
    return Cost((ended[0] - own) * 1000, (ended[1] - begun) * 1000)


async def keys_beside(rounds: int, rows: int, profile: bool) -> None:
    """Every key, and a page down of the bare view after it."""
    ours, bare = Reader(rows), BareScroll(4 * rows)
    async with ours.run_test(size=SIZE) as pilot, bare.run_test(size=SIZE) as other:
        await pilot.pause()
        await ours.opened()
        await other.pause()
        found: dict[tuple[str, str], list[Cost]] = defaultdict(list)
        plain: list[float] = []
        recorded = cProfile.Profile() if profile else None
        for _ in range(rounds):
            before = "g"
            for key in WALK:
                name = NAMES.get(key, key)
                if recorded:
                    recorded.enable()
                took = await cpu_of(ours, partial(ours.simulate_key, name))
                if recorded:
                    recorded.disable()
                found[before, key].append(took)
                before = key
                if len(plain) % 20 == 19:
                    bare.simulate_key("home")
                    await asyncio.sleep(_NAP)
                down = await cpu_of(bare, lambda: bare.simulate_key("pagedown"))
                plain.append(down.own)
        every = [value.own for values in found.values() for value in values]
        whole = [value.whole for values in found.values() for value in values]
        print(f"page down, bare: median {median(plain):.1f}, p95 {late(plain):.1f} ms")
        print(f"every key: median {median(every):.1f}, p95 {late(every):.1f} ms")
        print(f"p95 to p95: {late(every) / late(plain):.2f}")
        print(f"all threads: median {median(whole):.1f}, p95 {late(whole):.1f} ms")
        for pair in sorted(
            found, key=lambda pair: -median(one.own for one in found[pair])
        )[:16]:
            name, costs = " ".join(map(named, pair)), found[pair]
            own, everything = (median(side) for side in zip(*costs, strict=True))
            print(f"  {name:<12} {own:6.1f} ms, all threads {everything:6.1f}")
        if recorded:
            pstats.Stats(recorded).sort_stats("tottime").print_stats(35)


class OneLine(Screen[None]):
    """A screen with one line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("words")


class OneLineOver(ModalScreen[None]):
    """The same over another screen that stays in sight."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("words")


async def screens_beside(rounds: int) -> None:
    """A screen with one line over the bare view, in turn with a page down of it."""
    bare = BareScroll(4000)
    took: dict[str, list[float]] = defaultdict(list)
    async with bare.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for _ in range(rounds):
            for kind in (OneLine, OneLineOver):
                opened = await cpu_of(bare, partial(bare.push_screen, kind()))
                took[kind.__name__].append(opened.own)
                await cpu_of(bare, bare.pop_screen)
            down = await cpu_of(bare, partial(bare.simulate_key, "pagedown"))
            took["page down"].append(down.own)
    down_ms = median(took.pop("page down"))
    for name, values in took.items():
        ratio = median(values) / down_ms
        print(f"{name}: {median(values):.1f} ms: {ratio:.2f} page downs")


async def themes_beside(rounds: int, rows: int) -> None:
    """Another theme, in turn."""
    ours, bare = (
        Reader(rows),
        BareReader(round(rows / ROWS_A_SENTENCE)),
    )
    async with ours.run_test(size=SIZE) as pilot, bare.run_test(size=SIZE) as other:
        await pilot.pause()
        await ours.opened()
        await other.pause()
        took: dict[bool, list[float]] = {True: [], False: []}
        for n in range(2 * rounds):
            name = ("textual-light", "textual-dark")[n % 2]
            for app, is_ours in ((ours, True), (bare, False)):
                took[is_ours].append(
                    (await cpu_of(app, partial(setattr, app, "theme", name))).own
                )
        own, other_ms = median(took[True]), median(took[False])
        print(f"another theme: {own:.1f} ms, bare {other_ms:.1f}: {own / other_ms:.2f}")


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3, metavar="N")
    parser.add_argument("--rows", type=int, default=1000, metavar="N")
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    asyncio.run(keys_beside(options.rounds, options.rows, options.profile))
    asyncio.run(screens_beside(6 * options.rounds))
    asyncio.run(themes_beside(4 * options.rounds, options.rows))


if __name__ == "__main__":
    main()
