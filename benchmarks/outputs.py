"""Everything newsdiff prints about the articles at hand, kept to be compared later.

A change that is to change nothing for the reader proves it by this: store before,
check after. Commands run as `python -m newsdiff` would, so that the script does not
depend on where anything is in the package.

    python -m benchmarks.outputs store FOLDER
    python -m benchmarks.outputs check FOLDER
"""

from __future__ import annotations

import io
import json
import os
import runpy
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from itertools import combinations, permutations
from pathlib import Path

from benchmarks.goldsets import ROOT, STORIES

SAMPLE = ROOT / "newsdiff" / "sample"
FORMATS = ("text", "json", "markdown", "html", "svg")
CLAIMS = 12
"""Sentences of the first article of a story that are looked for in all of them."""
EXPLAINED = 40
"""Links of a pair, best first, that are explained; as many that came nearest too."""


def stories() -> dict[str, list[Path]]:
    """Name → the articles of the sample and of every story that is at hand."""
    folders = [SAMPLE, *sorted(STORIES.glob("*/"))]
    found = {}
    for folder in folders:
        files = [*folder.glob("*.txt"), *folder.glob("*.md")]
        articles = sorted(f for f in files if f.name != "expected.md")
        if articles:
            found[folder.name] = articles
    return found


def printed(*arguments: str) -> bytes:
    """What newsdiff prints, results and messages, and its exit code."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    before, sys.argv = sys.argv, ["newsdiff", *arguments]
    try:
        with redirect_stdout(out), redirect_stderr(err):
            runpy.run_module("newsdiff", run_name="__main__")
    except SystemExit as end:
        code = end.code
    finally:
        sys.argv = before
    for stream in (out, err):
        stream.flush()
    said = [stream.buffer.getvalue() for stream in (out, err)]
    return b"\n".join([*said, f"exit code {code}\n".encode()])


def outputs(name: str, files: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of everything that is printed about one story."""
    given = [file.name for file in files]
    yield f"{name}-list", printed("list", *given)
    for a, b in permutations(given, 2):
        for kind in FORMATS:
            shown = printed("compare", a, b, "--format", kind)
            yield f"{name}-{a}-{b}-{kind}", shown
    for a, b in combinations(given, 2):
        yield f"{name}-{a}-{b}-explain", b"".join(_explained(a, b))
    text = json.loads(_result(given[0], given[-1]))["articles"][0]
    claims = [
        text["text"][s["start"] : s["end"]]
        for s in text["sentences"]
        if s["role"] == "body"
    ]
    for i, claim in enumerate(claims[:CLAIMS]):
        for kind in ("text", "json"):
            said = printed("claim", claim, *given, "--format", kind)
            yield f"{name}-claim-{i}-{kind}", said


def _result(a: str, b: str) -> bytes:
    """A comparison as JSON, alone."""
    return printed("compare", a, b, "--format", "json").partition(b"\n\n")[0]


def _explained(a: str, b: str) -> Iterator[bytes]:
    comparison = json.loads(_result(a, b))
    linked = [(link["a"], link["b"]) for link in comparison["links"]]
    nearest = [
        (i, sentence["nearest"]["sentence"])
        for i, sentence in enumerate(comparison["articles"][0]["sentences"])
        if sentence["nearest"]
    ]
    for i, j in (*linked[:EXPLAINED], *nearest[:EXPLAINED]):
        yield printed("explain", f"A:{i + 1}", f"B:{j + 1}", a, b)


def everything() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of everything that is printed about every story."""
    for name, files in stories().items():
        os.chdir(files[0].parent)
        yield from outputs(name, files)


def main(what: str, folder: str) -> int:
    """Stores everything, or says what has changed; 1 where anything has."""
    kept = Path(folder).resolve()
    kept.mkdir(parents=True, exist_ok=True)
    found = dict(everything())
    if what == "store":
        for name, shown in found.items():
            (kept / name).write_bytes(shown)
        print(f"{len(found)} outputs stored")
        return 0
    before = {path.name: path.read_bytes() for path in kept.iterdir()}
    changed = [
        n for n in sorted(found.keys() | before) if found.get(n) != before.get(n)
    ]
    for name in changed:
        print(f"changed: {name}")
    print(f"{len(found)} outputs, {len(changed)} changed")
    return int(bool(changed))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
