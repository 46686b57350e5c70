"""What holds between processes: nothing heavy too early, and one cache for several."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LIGHT = """\
import sys
import newsdiff.encoding
print(*sorted({"numpy", "onnxruntime", "json"} & set(sys.modules)))
"""
KEEPS = """\
import hashlib, os, sys
from pathlib import Path
from newsdiff.encoding import CachedEncoder, find_encoder
encoder = find_encoder()
cached = CachedEncoder(encoder, Path(sys.argv[1]), 150_000)
whole = hashlib.sha256()
for again in range(2):
    for i in range(6):
        encoded = cached.encode([f"Story {i}.", "Police closed the bridge."] * 5)
        whole.update(encoded.sentences.tobytes() + encoded.tokens.tobytes())
        whole.update(encoded.weights.tobytes() + encoded.spans.tobytes())
print(whole.hexdigest())
"""
THREADS = """\
import hashlib, sys
from newsdiff.encoding import find_encoder, packaged
packaged.THREADS = int(sys.argv[1])
encoded = find_encoder().encode(["Police closed the bridge after cracks."] * 60)
numbers = encoded.sentences.tobytes() + encoded.tokens.tobytes()
print(hashlib.sha256(numbers).hexdigest())
"""


def start(program: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def said(process: subprocess.Popen[str]) -> str:
    out, trouble = process.communicate(timeout=60)
    assert trouble == ""
    assert process.returncode == 0
    return out.strip()


def test_nothing_heavy_is_loaded_with_the_room() -> None:
    assert said(start(LIGHT)) in ("", "json")


def test_two_processes_keep_vectors_in_one_folder(tmp_path: Path) -> None:
    running = [start(KEEPS, str(tmp_path)) for _ in range(2)]
    first, second = map(said, running)
    assert first == second
    files = list(tmp_path.iterdir())
    assert files
    assert {path.suffix for path in files} == {".vectors"}
    assert sum(path.stat().st_size for path in files) <= 150_000


def test_vectors_do_not_depend_on_how_many_threads_there_are() -> None:
    running = [start(THREADS, str(count)) for count in (1, 2, 3)]
    assert len({said(process) for process in running}) == 1
