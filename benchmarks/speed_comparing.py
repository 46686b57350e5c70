"""How long a comparison takes, and how much memory.

Each function runs in a process of its own and returns plain numbers: milliseconds or
megabytes.

    python -m benchmarks.speed_comparing --against FOLDER [--times N]

sets comparing against another checkout, which has its environment in `.venv`: both
compare the same articles in turn, each in new processes. Shown are the medians of the
CPU time of comparing alone: all that depends on one article only is known before.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.speed_table import Row, table
from benchmarks.speed_texts import pair_of_texts
from newsdiff.engine import Engine
from newsdiff.gathering import gather, sample_sources
from newsdiff.model import Article
from newsdiff.reading import parse, read_text

ROOT = Path(__file__).parents[1]
STORY = ROOT.parent / "shared" / "stories" / "kim-putin"
PAIRS = Path(__file__).with_name("speed_pairs.py")

Figures = dict[str, float]


def apart(function: Callable[..., Figures], *arguments: object) -> Figures:
    """What a function of a benchmark returns, in a new process."""
    code = (
        "import json, sys; "
        f"from {function.__module__} import {function.__name__} as run; "
        "print(json.dumps(run(*json.loads(sys.argv[1]))))"
    )
    command = [sys.executable, "-c", code, json.dumps(arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    found: Figures = json.loads(done.stdout)
    return found


def story_of(folder: str | None) -> list[Article]:
    """The articles of a folder, or of the sample."""
    sources = gather([folder]).sources if folder else sample_sources()
    return [parse(source) for source in sources]


def largest_pair(folder: str | None, warm: bool) -> Figures:
    """The first comparison of the two longest articles, and the same one again.

    Args:
        folder: The story; the sample for None.
        warm: Whether every table has been loaded before.
    """
    articles = _longest_first(story_of(folder))
    engine = Engine()
    if warm:
        engine.warm_up()
    first = _milliseconds(engine, *articles[:2])
    return {"first": first, "again": _milliseconds(engine, *articles[:2])}


def leafing(sentences: int) -> Figures:
    """A pair whose articles are new, and one whose articles were compared before.

    Args:
        sentences: Length of each article.
    """
    engine = Engine()
    engine.warm_up()
    fresh = _pair(sentences, 1)
    new = _milliseconds(engine, *fresh)
    a, b = _pair(sentences, 2)
    for known in (a, b):
        engine.compare(known, fresh[0])
    return {"new": new, "known": _milliseconds(engine, a, b)}


def long_pair(sentences: int) -> Figures:
    """Time for reading and comparing two long articles, and the memory it takes."""
    engine = Engine()
    engine.warm_up()
    before = _peak()
    begun = time.perf_counter()
    a, b = _pair(sentences, 1)
    read = time.perf_counter()
    engine.compare(a, b)
    done = time.perf_counter()
    return {
        "reading": (read - begun) * 1000,
        "comparing": (done - read) * 1000,
        "before": before,
        "peak": _peak(),
    }


def _pair(sentences: int, seed: int) -> tuple[Article, Article]:
    a, b = pair_of_texts(sentences, seed)
    return read_text(a, source=f"a{seed}"), read_text(b, source=f"b{seed}")


def _milliseconds(engine: Engine, a: Article, b: Article) -> float:
    begun = time.perf_counter()
    engine.compare(a, b)
    return (time.perf_counter() - begun) * 1000


def _peak() -> float:
    """The most memory this process has held, in megabytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


def against_checkout(folder: Path, times: int) -> Iterator[Row]:
    """Comparing, beside what another checkout takes for the same articles.

    Args:
        folder: The other checkout.
        times: How often each is measured.
    """
    commit = ["git", "-C", str(folder), "rev-parse", "--short", "HEAD"]
    name = subprocess.check_output(commit, text=True).strip()
    pythons = sys.executable, str(folder.resolve() / ".venv" / "bin" / "python")
    for what, texts, most in _stories():
        with TemporaryDirectory() as kept:
            files = _written(texts, Path(kept))
            found = [
                [_cpu(python, files, kept) for python in pythons] for _ in range(times)
            ]
        ours, theirs = (median(values) for values in zip(*found, strict=True))
        yield Row(f"{what}, comparing, CPU", ours, "ms", theirs, name, most)


def _stories() -> Iterator[tuple[str, list[str], float]]:
    """What is compared, the texts of it, and the largest ratio that is wanted."""
    yield "two articles of 40 sentences", [*pair_of_texts(40)], 0.5
    if STORY.is_dir():
        articles = _longest_first(story_of(str(STORY)))
        yield "largest pair of kim-putin", [one.text for one in articles[:2]], 0.5
    yield "two articles of 1,000 sentences", [*pair_of_texts(1000)], 0.25
    every = [text for seed in range(1, 11) for text in pair_of_texts(40, seed)]
    yield "190 pairs of 20 articles of 40 sentences", every, 0.3


def _written(texts: list[str], folder: Path) -> list[str]:
    """The files that some texts were written to."""
    files = [folder / f"{n}.txt" for n in range(len(texts))]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    return [*map(str, files)]


def _cpu(python: str, files: list[str], kept: str) -> float:
    """Milliseconds of all pairs of some files, by what an interpreter has installed."""
    command = [python, "-P", str(PAIRS), *files]
    kept_there = os.environ | {"XDG_CACHE_HOME": kept}
    done = subprocess.run(
        command, check=True, stdout=subprocess.PIPE, env=kept_there, cwd=kept
    )
    return float(json.loads(done.stdout))


def _longest_first(articles: list[Article]) -> list[Article]:
    return sorted(articles, key=lambda a: (-a.sentence_count, a.label))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--against", type=Path, required=True, metavar="FOLDER")
    parser.add_argument("--times", type=int, default=7, metavar="N", help="runs (7)")
    options = parser.parse_args()
    print(*table(()), sep="\n")
    for row in against_checkout(options.against, options.times):
        print(*list(table([row]))[2:], sep="\n", flush=True)


if __name__ == "__main__":
    main()
