"""Measures how fast newsdiff is: each figure beside what it is set against.

    python -m benchmarks.speed [--write] [--times N] [--against FOLDER]

Programs that are compared run in turn, so that a busy machine slows both down; medians
are shown. `--write` also writes docs/speed.md. `--against` sets comparing and reading
against another checkout, see `benchmarks.speed_comparing` and `speed_reading`.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.speed_comparing import (
    Figures,
    against_checkout,
    apart,
    largest_pair,
    leafing,
    long_pair,
    story_of,
)
from benchmarks.speed_keys import answers, late, named
from benchmarks.speed_prose import THEME_KEY
from benchmarks.speed_reading import reading
from benchmarks.speed_reference import FIRST_ROW
from benchmarks.speed_screen import ROWS_A_SENTENCE, first_frame
from benchmarks.speed_table import Row, table
from benchmarks.speed_terminal import COLUMNS, ROOT, Terminal
from benchmarks.speed_texts import pair_of_texts
from newsdiff.wording.about import headline

PAGE = ROOT / "docs" / "speed.md"
STORY = ROOT.parent / "shared" / "stories" / "kim-putin"
NEWSDIFF = str(Path(sys.executable).with_name("newsdiff"))
BARE = (sys.executable, "-m", "benchmarks.speed_reference")
PROSE = (sys.executable, "-m", "benchmarks.speed_prose")
PAGE_DOWN = "\x1b[6~"
OPENED = "\x1b[?1049h"
"""What a program writes first that takes the whole screen."""
FEW, MANY = 60, 600
"""Rows of a short and of a long diff."""
USUAL, LONG = 40, 1000
"""Sentences of an article."""
HEAD = """\
# How fast newsdiff is

Written by `python -m benchmarks.speed --write`, see
[benchmarks/README.md](../benchmarks/README.md). Programs that are compared ran in
turn, and medians are shown: times depend on the machine, ratios hardly do.
"""


def launching(times: int) -> Iterator[Row]:
    """From the command to the first article on the screen; the version."""
    title = " ".join(headline(story_of(None)[0]).split()[:3])
    ours, bare = in_turn(
        times,
        lambda: seconds_to_text((NEWSDIFF,), title),
        lambda: seconds_to_text((*BARE, "list"), FIRST_ROW),
    )
    against = "Textual app, 12 rows and a footer"
    yield Row("launch to first article", ours * 1000, "ms", bare * 1000, against, 1.3)
    ours, bare = in_turn(
        2 * times,
        lambda: seconds((NEWSDIFF, "--version")),
        lambda: seconds((sys.executable, "-c", "pass")),
    )
    against = "python -c pass"
    yield Row("newsdiff --version", ours * 1000, "ms", bare * 1000, against, 3)


def comparing(times: int) -> Iterator[Row]:
    """Pairs of usual and of great length, each time in a new process."""
    for name, folder in {"the sample": None, "kim-putin": str(STORY)}.items():
        if folder is None or STORY.is_dir():
            yield from _largest(f"largest pair of {name}", folder, times)
    leafed = middle(times, lambda: apart(leafing, USUAL))
    what = f"two articles of {USUAL} sentences"
    yield Row(f"{what}, new", leafed["new"], "ms", most=150)
    yield Row(f"{what}, compared before with others", leafed["known"], "ms", most=60)
    long = apart(long_pair, LONG)
    what = f"two articles of {LONG:,} sentences"
    yield Row(f"{what}, reading", long["reading"], "ms")
    yield Row(f"{what}, comparing", long["comparing"] / 1000, "s", most=3)
    yield Row(f"{what}, most memory", long["peak"], "MB", most=300)


def _largest(what: str, folder: str | None, times: int) -> Iterator[Row]:
    cold = middle(times, lambda: apart(largest_pair, folder, False))
    warm = middle(times, lambda: apart(largest_pair, folder, True))
    yield Row(f"{what}, first comparison", cold["first"], "ms", most=150)
    yield Row(f"{what}, tables loaded", warm["first"], "ms", most=150)


def looking(times: int) -> Iterator[Row]:
    """The first frame of a diff and turning its pages."""
    many, few = in_turn(
        times,
        lambda: apart(first_frame, MANY, 5)["frame"],
        lambda: apart(first_frame, FEW, 5)["frame"],
    )
    yield Row(f"first frame of {MANY} rows", many, "ms", few, f"{FEW} rows", 1.5)
    with TemporaryDirectory() as folder:
        write_pair(Path(folder), round(MANY / ROWS_A_SENTENCE))
        ours = in_diff(folder, lambda terminal: page_turn(terminal, times))
    with Terminal((*BARE, "scroll", str(4 * MANY))) as terminal:
        terminal.seconds_to("harbour")
        bare = page_turn(terminal, times)
    what, against = f"page down, {MANY} rows", "bare scroll view"
    yield Row(what, ours * 1000, "ms", bare * 1000, against, 1.5)
    yield from repainting(times)
    yield from pressing(times)


def repainting(times: int) -> Iterator[Row]:
    """Another theme and another width, with a long diff open."""
    sentences = str(round(MANY / ROWS_A_SENTENCE))
    with Terminal((*PROSE, "newsdiff", sentences)) as terminal:
        open_first_pair(terminal)
        ours = theme_change(terminal, times), width_change(terminal, times)
    with Terminal((*PROSE, "bare", sentences)) as terminal:
        terminal.seconds_to(OPENED)
        bare = theme_change(terminal, times), width_change(terminal, times)
    for what, value, beside in zip(("theme", "width"), ours, bare, strict=True):
        whole = f"another {what}, {MANY} rows"
        against = "bare view of as much wrapped prose"
        yield Row(whole, value * 1000, "ms", beside * 1000, against, 1.5)


def pressing(times: int) -> Iterator[Row]:
    """Every key of the diff, with a long pair open."""
    with TemporaryDirectory() as folder:
        write_pair(Path(folder), round(LONG / ROWS_A_SENTENCE))
        with Terminal((NEWSDIFF, folder)) as terminal:
            open_first_pair(terminal)
            found = answers(terminal, times)
    with Terminal((*BARE, "scroll", str(4 * LONG))) as terminal:
        terminal.seconds_to("harbour")
        bare = late(page_turns(terminal, 4 * times))
    every = late([value for values in found.values() for value in values])
    slowest = max(found, key=lambda key: median(found[key]))
    what, against = f"every key, {LONG:,} rows", "bare scroll view, page down"
    yield Row(f"{what}, p95", every * 1000, "ms", most=50)
    yield Row(f"{what}, p95", every * 1000, "ms", bare * 1000, against)
    name = " ".join(named(key) for key in slowest)
    yield Row(
        f"{what}: the slowest, {name}", median(found[slowest]) * 1000, "ms", most=50
    )


def holding() -> Iterator[Row]:
    """Memory of the running reader with a pair open."""
    with Terminal((*BARE, "list")) as terminal:
        terminal.seconds_to(FIRST_ROW)
        bare = terminal.memory()
    sample = in_diff(None, Terminal.memory)
    against = "Textual app, 12 rows and a footer"
    yield Row("memory with the sample", sample, "MB", most=220)
    yield Row("the same, set against", sample, "MB", bare, against)
    with TemporaryDirectory() as folder:
        write_pair(Path(folder), LONG)
        long = in_diff(folder, Terminal.memory)
    yield Row(f"memory with two articles of {LONG:,} sentences", long, "MB", most=300)


def write_pair(folder: Path, sentences: int) -> None:
    """Writes two generated articles into a folder."""
    for name, text in zip("ab", pair_of_texts(sentences), strict=True):
        (folder / f"{name}.txt").write_text(text, "utf-8")


def in_diff(folder: str | None, measure: Callable[[Terminal], float]) -> float:
    """What a measurement gives in the reader with the first pair open."""
    with Terminal((NEWSDIFF, *([folder] if folder else []))) as terminal:
        open_first_pair(terminal)
        return measure(terminal)


def open_first_pair(terminal: Terminal) -> None:
    """Waits for the list, opens its first pair and waits until it is drawn."""
    terminal.seconds_to(OPENED)
    terminal.press("\r")
    terminal.seconds_to("facts: ")
    terminal.settle()


def page_turn(terminal: Terminal, times: int) -> float:
    """Seconds from the key to the next page."""
    return median(page_turns(terminal, times))


def page_turns(terminal: Terminal, times: int) -> list[float]:
    """The same for each of some pages."""
    return [*pictures(terminal, lambda _: terminal.press(PAGE_DOWN), times)]


def theme_change(terminal: Terminal, times: int) -> float:
    """Seconds from the key to the picture in other colours."""
    return median(pictures(terminal, lambda _: terminal.press(THEME_KEY), times))


def width_change(terminal: Terminal, times: int) -> float:
    """Seconds from another width to the picture for it."""
    widths = (COLUMNS - 20, COLUMNS)
    return median(pictures(terminal, lambda n: terminal.resize(widths[n % 2]), times))


def pictures(
    terminal: Terminal, change: Callable[[int], None], times: int
) -> Iterator[float]:
    """Seconds from each of some changes to the end of the picture after it."""
    for n in range(times):
        change(n)
        yield terminal.seconds_to_picture()


def seconds_to_text(command: Sequence[str], text: str) -> float:
    """Seconds until a program in a terminal has shown a text."""
    with Terminal(command) as terminal:
        return terminal.seconds_to(text)


def seconds(command: Sequence[str]) -> float:
    """Seconds that a program runs."""
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def in_turn(times: int, *measures: Callable[[], float]) -> list[float]:
    """The median of each of some measurements, taken A B A B; the first is left out."""
    found = [[measure() for measure in measures] for _ in range(times + 1)]
    return [median(values) for values in zip(*found[1:], strict=True)]


def middle(times: int, measure: Callable[[], Figures]) -> Figures:
    """The median of each figure of a measurement."""
    found = [measure() for _ in range(times)]
    return {name: median(figures[name] for figures in found) for name in found[0]}


def machine() -> str:
    """What it was measured on."""
    return (
        f"Python {platform.python_version()}, Textual {version('textual')}, "
        f"{platform.system()}, {os.cpu_count()} cores."
    )


def main() -> None:
    """Measures everything; prints it, and writes it down where that is asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="write docs/speed.md")
    parser.add_argument("--times", type=int, default=7, metavar="N", help="runs (7)")
    parser.add_argument(
        "--against", type=Path, metavar="FOLDER", help="another checkout, with .venv"
    )
    options = parser.parse_args()
    rows = []
    print(*table(()), sep="\n")
    times = options.times
    beside: Iterator[Row] = iter(())
    if folder := options.against:
        beside = chain(against_checkout(folder, times), reading(folder, times))
    measured = launching(times), comparing(times), beside, looking(times), holding()
    for row in chain.from_iterable(measured):
        print(*list(table([row]))[2:], sep="\n", flush=True)
        rows.append(row)
    print(machine())
    if options.write:
        page = "\n".join((HEAD, *table(rows), "", machine(), ""))
        PAGE.write_text(page, "utf-8")


if __name__ == "__main__":
    main()
