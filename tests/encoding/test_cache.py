"""What is kept equals what would be made, and nothing that is wrong is believed."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsdiff import log
from newsdiff.encoding import CachedEncoder, Encoded, Encoder
from tests.encoding.conftest import SENTENCES, Bits


class Counting:
    """An encoder that notes what it is asked for."""

    def __init__(self, encoder: Encoder, version: str = "1") -> None:
        self._encoder = encoder
        self.version = version
        self.asked: list[tuple[str, ...]] = []

    def encode(self, sentences: Sequence[str]) -> Encoded:
        self.asked.append(tuple(sentences))
        return self._encoder.encode(sentences)


@pytest.fixture
def counting(encoder: Encoder) -> Counting:
    return Counting(encoder)


def kept(folder: Path) -> list[Path]:
    return sorted(folder.glob("*"))


def test_what_was_kept_is_the_same_to_the_bit(
    counting: Counting, tmp_path: Path, bits: Bits
) -> None:
    folder = tmp_path / "some" / "vectors"
    first = CachedEncoder(counting, folder).encode(SENTENCES)
    again = CachedEncoder(counting, folder).encode(list(SENTENCES))
    assert bits(again) == bits(first)
    assert len(counting.asked) == 1
    assert not again.tokens.flags.writeable
    assert folder.stat().st_mode & 0o077 == 0


def test_a_file_under_the_name_of_another_text_is_not_used(
    counting: Counting, tmp_path: Path, bits: Bits
) -> None:
    one, other = SENTENCES, SENTENCES[::-1]
    for text in (one, other):
        CachedEncoder(counting, tmp_path).encode(text)
    first, second = kept(tmp_path)
    data = first.read_bytes(), second.read_bytes()
    first.write_bytes(data[1])
    second.write_bytes(data[0])
    for text in (one, other):
        again = CachedEncoder(counting, tmp_path).encode(text)
        assert bits(again) == bits(counting.encode(text))
    assert counting.asked == [one, other, one, one, other, other]


def test_each_text_and_each_model_has_its_own(
    counting: Counting, encoder: Encoder, tmp_path: Path
) -> None:
    texts = [("one two",), ("one", "two"), ("one", "two", ""), ("\ud800",)]
    for text in texts:
        CachedEncoder(counting, tmp_path).encode(text)
    CachedEncoder(Counting(encoder, "2"), tmp_path).encode(texts[0])
    assert counting.asked == texts
    assert len(kept(tmp_path)) == len(texts) + 1


def test_nothing_is_kept_of_nothing(counting: Counting, tmp_path: Path) -> None:
    assert len(CachedEncoder(counting, tmp_path).encode([]).sentences) == 0
    assert kept(tmp_path) == []


@pytest.mark.parametrize("at", [0, 20, 60, 150, -1])
def test_a_byte_is_another(
    counting: Counting, tmp_path: Path, bits: Bits, at: int
) -> None:
    cached = CachedEncoder(counting, tmp_path)
    first = cached.encode(SENTENCES)
    (path,) = kept(tmp_path)
    whole = path.read_bytes()
    data = bytearray(whole)
    data[at] ^= 1
    path.write_bytes(data)
    assert bits(cached.encode(SENTENCES)) == bits(first)
    assert len(counting.asked) == 2
    assert path.read_bytes() == whole


@pytest.mark.parametrize("size", [0, 10, 60, 5000])
def test_a_file_is_cut_off(counting: Counting, tmp_path: Path, size: int) -> None:
    cached = CachedEncoder(counting, tmp_path)
    cached.encode(SENTENCES)
    (path,) = kept(tmp_path)
    os.truncate(path, size)
    cached.encode(SENTENCES)
    cached.encode(SENTENCES)
    assert len(counting.asked) == 2


def test_the_file_of_another_text_is_not_believed(
    counting: Counting, tmp_path: Path
) -> None:
    cached = CachedEncoder(counting, tmp_path)
    cached.encode(["one"])
    (path,) = kept(tmp_path)
    cached.encode(SENTENCES)
    (other,) = set(kept(tmp_path)) - {path}
    other.write_bytes(path.read_bytes())
    assert len(cached.encode(SENTENCES).sentences) == len(SENTENCES)


def test_those_used_longest_ago_go(counting: Counting, tmp_path: Path) -> None:
    CachedEncoder(counting, tmp_path).encode(["text 0"])
    (path,) = kept(tmp_path)
    limit = int(path.stat().st_size * 3.5)
    cached = CachedEncoder(counting, tmp_path, limit)
    for i in range(1, 5):
        for older, file in enumerate(sorted(kept(tmp_path), key=os.path.getmtime)):
            os.utime(file, (1000 + older, 1000 + older))
        cached.encode([f"text {i}"])
        cached.encode(["text 0"])
    asked = len(counting.asked)
    assert asked == 5
    assert len(kept(tmp_path)) == 3
    cached.encode(["text 4"])
    assert len(counting.asked) == asked
    cached.encode(["text 1"])
    assert len(counting.asked) == asked + 1


def test_what_is_larger_than_everything_is_not_kept(
    counting: Counting, tmp_path: Path
) -> None:
    CachedEncoder(counting, tmp_path, 1000).encode(SENTENCES)
    assert kept(tmp_path) == []


def test_what_a_process_left_half_written_goes(
    counting: Counting, tmp_path: Path
) -> None:
    old, new = tmp_path / "old.part", tmp_path / "new.part"
    old.write_bytes(b"half")
    new.write_bytes(b"half")
    os.utime(old, (1000, 1000))
    CachedEncoder(counting, tmp_path).encode(SENTENCES)
    assert not old.exists()
    assert new.exists()


def test_a_file_is_in_the_place_of_the_folder(
    counting: Counting, tmp_path: Path, bits: Bits
) -> None:
    folder = tmp_path / "vectors"
    folder.write_text("not a folder", "utf-8")
    cached = CachedEncoder(counting, folder)
    first = cached.encode(SENTENCES)
    assert bits(cached.encode(SENTENCES)) == bits(first)
    assert folder.read_text("utf-8") == "not a folder"


def test_the_disk_is_full(
    counting: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[Path] = []

    def write(path: Path, data: bytes) -> int:
        written.append(path)
        path.open("wb").close()
        raise OSError(28, "No space left on device", data[:1])

    monkeypatch.setattr(Path, "write_bytes", write)
    file = tmp_path / "log.txt"
    log.start(str(file), "test")
    cached = CachedEncoder(counting, tmp_path / "vectors")
    assert len(cached.encode(SENTENCES).sentences) == len(SENTENCES)
    assert len(cached.encode(SENTENCES).sentences) == len(SENTENCES)
    log.stop()
    assert len(written) == 1
    assert kept(tmp_path / "vectors") == []
    assert file.read_text("utf-8").count("No space left on device") == 1
