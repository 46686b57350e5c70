"""Two small articles in the folder the program runs in, and ways to run it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.engine import Engine
from newsdiff.model import Article, Comparison

A = """\
Bridge in Valona closed

The bridge in Valona was closed on Monday after engineers found cracks.
The boats will leave from Pier 14, Anna Berg said.
"""
B = """\
Engineers found cracks in the bridge in Valona, which was closed on Monday.
Nobody was hurt.
"""
Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program runs."""
    (tmp_path / "a.txt").write_text(A, "utf-8")
    (tmp_path / "b.txt").write_text(B, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(folder: Path) -> Run:
    """Runs the program in a process of its own: `run("compare", "a.txt", "b.txt")`."""

    def start(
        *arguments: str, given: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "newsdiff", *arguments],
            cwd=folder,
            input=given,
            env=os.environ | environment,
            capture_output=True,
            check=False,
        )

    return start


@pytest.fixture
def broken() -> Callable[[str], Engine]:
    """An engine whose comparisons fail, saying something."""

    class Broken(Engine):
        def __init__(self, words: str) -> None:
            super().__init__()
            self._words = words

        def compare(self, a: Article, b: Article) -> Comparison:
            del a, b
            raise ValueError(self._words)

    return Broken
