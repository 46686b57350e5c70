"""What it takes to group many articles, and one more: processor time and memory.

    python -m benchmarks.speed_grouping [ARTICLES]

Articles (10,000 unless told otherwise) are made at run time: sentences of an annotated
event in `../shared/eval` (of the sample, where that is not there), 40 an article, drawn
by chance; names are replaced by invented ones, other ones for each story, so that there
are as many stories as in a newsroom. Every second story keeps its names: it tells of
the same people as others do. Stories have one to sixty articles, over sixty days.
Prints milliseconds of this process alone, and what else runs on the machine costs it.
"""

from __future__ import annotations

import gc
import random
import re
import sys
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from statistics import median
from typing import Final, NamedTuple, TypeVar

from benchmarks.goldsets import ROOT
from benchmarks.grouping_accuracy import pool
from newsdiff.grouping import Signature, Stories, group, signature

T = TypeVar("T")
SENTENCES: Final = 40
DAYS: Final = 60
LARGEST: Final = 60
FIRST: Final = date(2024, 1, 1)
ONE_MORE: Final = 25
"""Articles that are added one by one."""
COPIED: Final = (2500, 3500)
"""Edited copies in one story: all pairs of the first count, not all of the other."""
TRACED: Final = 2000
"""Articles whose memory is traced, which makes all slow."""
_NAME: Final = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_SYLLABLES: Final = (
    "bal dor fen gar hol kem lun mar nor pel quis ras sel tor vin".split()
)


class Written(NamedTuple):
    """A made article."""

    text: str
    published: str


def made(number: int) -> Iterator[Written]:
    """Articles made of sentences of annotated ones.

    Args:
        number: How many.
    """
    draw = random.Random(0)  # noqa: S311 - no secret
    events = sorted(_sentences().items())
    left = number
    while left > 0:
        _, told = draw.choice(events)
        renamed = _renamed(told, draw) if draw.random() < 0.5 else told
        begun = draw.randrange(DAYS)
        size = min(left, round(LARGEST ** draw.random()))
        left -= size
        for _ in range(size):
            chosen = [draw.choice(renamed) for _ in range(SENTENCES)]
            day = FIRST + timedelta(begun + draw.randrange(4))
            yield Written("\n\n".join(chosen), day.isoformat())


def _sentences() -> dict[str, list[str]]:
    """Event → all sentences that tell it."""
    articles = pool()
    found: dict[str, list[str]] = defaultdict(list)
    for text, event in zip(articles.texts, articles.events, strict=True):
        found[event] += text.split("\n\n")
    if found:
        return found
    texts = (ROOT / "newsdiff" / "sample").glob("*.txt")
    return {"sample": [p for t in texts for p in t.read_text("utf-8").split("\n\n")]}


def _renamed(told: list[str], draw: random.Random) -> list[str]:
    names = sorted({name for sentence in told for name in _NAME.findall(sentence)})
    new = {name: "".join(draw.choices(_SYLLABLES, k=3)).capitalize() for name in names}
    words = re.compile(rf"\b(?:{'|'.join(names)})\b") if names else None
    if words is None:
        return told
    return [words.sub(lambda found: new[found[0]], sentence) for sentence in told]


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What work gives, and the milliseconds of this process that it took."""
    gc.collect()
    begun = time.process_time()
    result = work()
    return result, (time.process_time() - begun) * 1000


def _unit() -> float:
    """Milliseconds of a fixed piece of work: how busy the machine is."""
    return min(timed(lambda: sum(n * n for n in range(1_000_000)))[1] for _ in range(5))


def _signature(written: Written) -> Signature:
    return signature(written.text, published=written.published)


def one_by_one(stories: Stories, more: list[Signature]) -> tuple[Stories, list[float]]:
    """Stories with articles more, and the milliseconds that each took."""
    each = []
    for one in more:
        stories, took = timed(partial(stories.with_article, one))
        each.append(took)
    return stories, each


def copied(size: int) -> float:
    """Milliseconds for one more in a story of copies, a fifth of each another's words.

    Args:
        size: How many there are already.
    """
    draw = random.Random(1)  # noqa: S311 - no secret
    told = max(_sentences().values(), key=len)
    made = []
    for n in range(size + 1):
        own = told[:SENTENCES]
        for _ in range(SENTENCES // 5):
            own[draw.randrange(SENTENCES)] = f"{draw.choice(told)} Edition {n}."
        made.append(signature("\n\n".join(own), published=FIRST.isoformat()))
    stories = group(made[:-1])
    return timed(partial(stories.with_article, made[-1]))[1]


def main(number: int) -> None:
    """Prints what it takes.

    Args:
        number: Articles that are grouped from nothing.
    """
    articles = list(made(number + ONE_MORE))
    for written in articles[:50]:
        _signature(written)  # tables are read, caches are warm
    before = _unit()
    signed, signing = timed(lambda: [_signature(written) for written in articles])
    stories, grouping = timed(partial(group, signed[:number]))
    grown, each = one_by_one(stories, signed[number:])
    at_once = group(signed, counts=stories.counts)
    largest = max(sum(map(len, g)) for g in stories.partition.groups.values())
    one = signing / len(articles)
    print(f"{number:,} articles of {SENTENCES} sentences in {len(stories.stories):,}")
    print(f"stories, the largest component of {largest:,} articles")
    print(f"the machine's unit: {before:.0f} ms before, {_unit():.0f} ms after")
    print(f"signatures: {one:.2f} ms each")
    print(f"grouping from nothing: {grouping / 1000:.1f} s, without signatures")
    print(f"from nothing, all: {(signing + grouping) / 1000:.1f} s (at most 60)")
    print(f"one more: {median(each) + one:.0f} ms (at most 200)")
    print(f"the slowest of {ONE_MORE}: {max(each) + one:.0f} ms")
    print(f"one by one as all at once: {at_once.stories == grown.stories}")
    for size in COPIED:
        print(f"one more edited copy of {size:,}: {copied(size):,.0f} ms")
    del signed, stories, grown, at_once
    memory(articles[: min(number, TRACED)])


def memory(articles: list[Written]) -> None:
    """Prints the memory that listed articles take."""
    tracemalloc.start()
    kept = [_signature(written) for written in articles]
    gc.collect()
    signed = tracemalloc.get_traced_memory()[0]
    stories = group(kept)
    gc.collect()
    grouped, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    text = sum(len(written.text.encode()) for written in articles)
    listed = len(stories.signatures)
    print(f"memory an article: {signed / listed:,.0f} bytes of signature,")
    print(f"{(grouped - signed) / listed:,.0f} of stories; its text has", end=" ")
    print(f"{text / listed:,.0f}; at most {peak / listed:,.0f} while grouping")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
