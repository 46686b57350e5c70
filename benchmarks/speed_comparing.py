"""How long a comparison takes, and how much memory.

Each function runs in a process of its own and returns plain numbers: milliseconds or
megabytes.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.speed_texts import pair_of_texts
from newsdiff.engine import Engine
from newsdiff.model import Article
from newsdiff.reading import gather, parse, read_text, sample_sources

ROOT = Path(__file__).parents[1]


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
    articles = sorted(story_of(folder), key=lambda a: (-a.sentence_count, a.label))
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
