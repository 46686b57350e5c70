"""Whatever bytes a file has, opening it gives articles or sentences, and soon."""

from __future__ import annotations

import random
from pathlib import Path
from time import perf_counter

import pytest

from newsdiff.gathering import gather
from newsdiff.reading import parse
from newsdiff.text.visible import visible
from tests.formats.shapes import SHAPES

_DAMAGES = 40
"""Of each format."""
_SECONDS = 5
_INSERTED = (
    b"\0" * 40,
    b"\xff\xfe",
    b"\xed\xa0\x80",
    b"<" * 300,
    b"[" * 400,
    b"&#27;[31m",
    b"&#xD800;",
    b"\x1b]0;x\x07",
    "\u202e".encode(),
    b"]]>",
    b'"""',
    b"1e999",
    b"\r\r\n",
    b"\n" * 60,
)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file that is cut, has other bytes, or has a part of it elsewhere as well."""
    one, other = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    match chance.randrange(5):
        case 0:
            return data[:other]
        case 1:
            return data[:one] + data[other:]
        case 2:
            return data[:one] + data[one:other] * chance.randrange(2, 20) + data[other:]
        case 3:
            return data[:one] + chance.choice(_INSERTED) + data[one:]
    spoilt = bytearray(data)
    for _ in range(chance.randrange(1, 9)):
        spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
    return bytes(spoilt)


@pytest.mark.parametrize("name", SHAPES)
def test_a_damaged_file_is_read_or_said_to_be_none(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)  # noqa: S311
    file = tmp_path / "file"
    for _ in range(_DAMAGES):
        file.write_bytes(damaged(SHAPES[name].encode(), chance))
        begun = perf_counter()
        gathered = gather([str(file)])
        for source in gathered.sources:
            article = parse(source)
            for words in (source.part, article.text, article.title, article.outlet):
                visible(words or "").encode()
        assert gathered.sources or gathered.problems
        assert all(said and "\n" not in said for said in gathered.problems)
        parts = [source.part for source in gathered.sources]
        assert len(parts) == len(set(parts))
        assert perf_counter() - begun < _SECONDS


def test_files_are_what_they_are_beside_any_others(tmp_path: Path) -> None:
    for name, words in SHAPES.items():
        (tmp_path / f"{name}.txt").write_bytes(words.encode())
    paths = sorted(map(str, tmp_path.iterdir()))
    forwards, backwards = gather(paths), gather(paths[::-1])
    by_name = {(source.given, source.part): source for source in backwards.sources}
    assert {(s.given, s.part): s for s in forwards.sources} == by_name
    assert set(forwards.problems) == set(backwards.problems)
