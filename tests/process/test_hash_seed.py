"""The same articles give the same answers in every process."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """\
import sys
from newsdiff import find_claim
from newsdiff.comparing import compare
from newsdiff.export import to_json, to_text
from newsdiff.gathering import sample_sources
from newsdiff.reading import parse
articles = [parse(source) for source in sample_sources()]
both = compare(*articles[3:])
text = [articles[3].words_of(i) for i in range(len(articles[3].sentences))]
claims = "Engineers found gold", "Kim will visit Pier 33", text[20]
claimed = [find_claim(claim, text) for claim in claims]
said = repr(compare(*articles[2:4])), to_json(both), to_text(both), repr(claimed)
sys.stdout.buffer.write("\\n".join(said).encode())
"""


def test_neither_hash_seed_nor_locale_changes_a_byte() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONUTF8": utf8},
            capture_output=True,
            check=True,
        ).stdout
        for seed, utf8 in (("0", "0"), ("1", "1"), ("4242", "0"))
    }
    assert len(outputs) == 1
    assert b"ABSENT" in outputs.pop()
