"""Launch of five files until their headlines stand in the list, beside a plain app.

    python -m benchmarks.speed_launch [--times N]

Both run in a pseudo-terminal of the same size, in turn (A B A B …), settings, a
remembered story and what a person has corrected included. Counted is the processor
time, user and system, of the process up to the moment at which the text is on the
screen, so that what else the machine does hardly matters; and the time on the clock.
The plain app is Textual's own list with twelve rows and a footer.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.speed_reference import FIRST_ROW
from benchmarks.speed_terminal import Terminal
from newsdiff.gathering import sample_sources

NEWSDIFF = str(Path(sys.executable).with_name("newsdiff"))
BARE = (sys.executable, "-m", "benchmarks.speed_reference", "list")
SETTINGS = 'theme = "dark"\nview = "auto"\nnumbers = true\n[keys]\n"diff.swap" = "w"\n'
LAST = "World service"
"""The outlet of the last of the five: all headlines stand above it."""
_TICKS = os.sysconf("SC_CLK_TCK")


def processor_seconds(process: int) -> float:
    """User and system time of a running process, of all its threads; Linux only."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def launch(command: tuple[str, ...], text: str) -> tuple[float, float]:
    """Processor and clock seconds until a program has shown a text."""
    with Terminal(command) as terminal:
        clock = terminal.seconds_to(text)
        return processor_seconds(terminal.process_id), clock


def measured(times: int) -> tuple[list[list[float]], list[list[float]]]:
    """Processor and clock seconds of newsdiff and of the plain app, by turn."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = []
        for source in sample_sources():
            path = folder / source.given
            path.write_text(source.text, "utf-8")
            files.append(str(path))
        (folder / "config.toml").write_text(SETTINGS, "utf-8")
        os.environ["NEWSDIFF_CONFIG"] = str(folder / "config.toml")
        for kind in ("STATE", "DATA", "CACHE"):
            os.environ[f"XDG_{kind}_HOME"] = str(folder / kind)
        ours: list[list[float]] = []
        bare: list[list[float]] = []
        _leave_a_mark(files)
        for _ in range(times + 1):
            ours.append([*launch((NEWSDIFF, *files), LAST)])
            bare.append([*launch(BARE, FIRST_ROW)])
    return ours[1:], bare[1:]


def _leave_a_mark(files: list[str]) -> None:
    """Opens the story and a pair of it, and leaves: that is remembered from then on."""
    with Terminal((NEWSDIFF, "--engine", "words", *files)) as terminal:
        terminal.seconds_to(LAST)
        terminal.press("\r")
        terminal.seconds_to("pair")
        terminal.press("\x11")  # Ctrl-Q
        terminal.settle()


def main() -> None:
    """Measures and prints medians, and the median of the ratios of each turn."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=15, metavar="N")
    ours, bare = measured(parser.parse_args().times)
    for n, what in enumerate(("processor", "clock")):
        one, other = ([turn[n] * 1000 for turn in side] for side in (ours, bare))
        ratio = median(a / b for a, b in zip(one, other, strict=True))
        print(
            f"launch of five files, {what}: {median(one):.0f} ms beside "
            f"{median(other):.0f} ms, {ratio:.2f} ×"
        )


if __name__ == "__main__":
    main()
