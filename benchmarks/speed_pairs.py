"""CPU time of comparing all pairs of some articles, by whatever newsdiff is installed.

Run as a script by the interpreter of a checkout, which need not be this one: it depends
on nothing else of it.

    python -P speed_pairs.py FILE…
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

from newsdiff.reading import read_text


def comparing() -> Callable[[Any, Any], object]:
    """What compares two articles; it keeps what it knows of each."""
    try:
        from newsdiff.engine import Engine
    except ImportError:  # in releases before the engine functions remembered articles
        from newsdiff.comparing import compare

        return compare
    return Engine().compare


def main() -> None:
    """Prints the milliseconds that all pairs take, once each article is known."""
    articles = [
        read_text(Path(name).read_text("utf-8"), source=name) for name in sys.argv[1:]
    ]
    compare = comparing()
    for article in articles:
        # The same and a sentence more: all of its sentences are looked at.
        more = read_text(f"{article.text}\n\nThat is all.\n", source="more")
        compare(article, more)
    gc.collect()
    begun = time.process_time()
    for a, b in combinations(articles, 2):
        compare(a, b)
    print(json.dumps((time.process_time() - begun) * 1000))


if __name__ == "__main__":
    main()
