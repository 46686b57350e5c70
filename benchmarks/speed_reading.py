"""How long a folder of text files takes to be read, beside another checkout.

    python -m benchmarks.speed_reading --against FOLDER [--times N]

The other checkout has its environment in `.venv`. Both read the same files in turn,
each in new processes; shown are the medians of the CPU time from the name of the folder
to the last article, the tables that are loaded meanwhile included.

The files are made of the sample and of the annotated sets, where these are at hand.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.speed_table import Row, table
from newsdiff.gathering import sample_sources

ROOT = Path(__file__).parents[1]
EVAL = ROOT.parent / "shared" / "eval"
SETS = ("outlets_dev", "outlets2_dev", "ecb_dev", "ecb2_dev")
READING = Path(__file__).with_name("speed_folder.py")
FILES = 1_000


def reading(folder: Path, times: int, files: int = FILES) -> Iterator[Row]:
    """Reading a folder of text files, beside what another checkout takes.

    Args:
        folder: The other checkout.
        times: How often each is measured.
        files: How many files there are in it.
    """
    commit = ["git", "-C", str(folder), "rev-parse", "--short", "HEAD"]
    name = subprocess.check_output(commit, text=True).strip()
    pythons = sys.executable, str(folder.resolve() / ".venv" / "bin" / "python")
    with TemporaryDirectory() as kept:
        write_files(Path(kept), files)
        found = [[_cpu(python, kept) for python in pythons] for _ in range(times)]
    ours, theirs = (median(values) for values in zip(*found, strict=True))
    what = f"reading a folder of {files:,} text files, CPU"
    yield Row(what, ours, "ms", theirs, name, 0.5)


def write_files(folder: Path, files: int) -> None:
    """Writes articles into a folder, in turn where there are not as many."""
    for n, text in enumerate(islice(cycle(_texts()), files)):
        (folder / f"{n:04}.txt").write_text(text, "utf-8")


def _texts() -> list[str]:
    """The sample and every article of the annotated sets at hand, each once."""
    found = dict.fromkeys(source.text for source in sample_sources())
    for file in (EVAL / f"{name}.jsonl" for name in SETS):
        rows = file.read_text("utf-8").splitlines() if file.exists() else ()
        for pair in map(json.loads, rows):
            found |= dict.fromkeys(_laid_out(pair[side]) for side in ("a", "b"))
    return [*found]


def _laid_out(sentences: list[str]) -> str:
    """An article in paragraphs of one and of two sentences, as newspapers have them."""
    headline, *told = sentences
    paragraphs = [headline]
    while told:
        size = 1 + len(paragraphs) % 2
        paragraphs.append(" ".join(told[:size]))
        told = told[size:]
    return "\n\n".join(paragraphs) + "\n"


def _cpu(python: str, folder: str) -> float:
    """Milliseconds of reading a folder, by what an interpreter has installed."""
    command = [python, "-P", str(READING), folder]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=folder)
    return float(json.loads(done.stdout)["milliseconds"])


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--against", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--times", type=int, default=7, metavar="N", help="runs (7)")
    options = parser.parse_args()
    print(*table(reading(options.against, options.times)), sep="\n")


if __name__ == "__main__":
    main()
