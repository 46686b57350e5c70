"""CPU time of reading all files of a folder, by whatever newsdiff is installed.

Run as a script by the interpreter of a checkout, which need not be this one: it depends
on nothing else of it.

    python -P speed_folder.py FOLDER
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from newsdiff.reading import parse


def gathering() -> Callable[[list[str]], Any]:
    """What finds and opens the files of a folder."""
    try:
        from newsdiff.gathering import gather
    except ImportError:  # in releases that read nothing but text files
        from newsdiff.reading import gather  # type: ignore[no-redef]
    return gather


def main() -> None:
    """Prints the milliseconds that it takes, and the number of articles."""
    gather = gathering()
    begun = time.process_time()
    articles = [parse(source) for source in gather([sys.argv[1]]).sources]
    spent = (time.process_time() - begun) * 1000
    print(json.dumps({"milliseconds": spent, "articles": len(articles)}))


if __name__ == "__main__":
    main()
