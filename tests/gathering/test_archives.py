"""What is in an archive, whatever is in it: nothing is written, all within limits."""

from __future__ import annotations

import io
import os
import stat
import struct
import time
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event

import pytest

from newsdiff.cancellation import CancelledWorkError, cancel_when
from newsdiff.errors import SourceError
from newsdiff.gathering.archives import Limits, Member, is_archive, members

TEXT = b"The bridge is closed."
Named = str | zipfile.ZipInfo


def packed(
    files: Iterable[tuple[Named, bytes]], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there already
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def read(data: bytes | Path, limits: Limits | None = None) -> list[Member]:
    found = list(members(data, "a.zip", limits))
    names = [member.name for member in found]
    assert len(set(names)) == len(names)
    for member in found:
        assert member.name.isprintable()
        assert not (member.why and member.data)
        assert member.why is None or ("\n" not in member.why and "a.zip" in member.why)
    return found


def told(data: bytes, limits: Limits | None = None) -> dict[str, str | None]:
    return {member.name: member.why for member in read(data, limits)}


def test_the_files_in_their_order(tmp_path: Path) -> None:
    data = packed([("b/two.txt", TEXT), ("b/", b""), ("a.txt", b""), ("ü.html", b"x")])
    want = [Member("b/two.txt", TEXT), Member("a.txt"), Member("ü.html", b"x")]
    assert read(data) == want
    (tmp_path / "a.zip").write_bytes(data)
    assert read(tmp_path / "a.zip") == want
    assert read(packed([("a.txt", TEXT)], zipfile.ZIP_STORED)) == [
        Member("a.txt", TEXT)
    ]
    assert "bridge" not in repr(want)


def test_what_systems_put_there_is_left_out_in_silence() -> None:
    names = ["__MACOSX/._a.txt", "x/__MACOSX/a", ".DS_Store", "x/.DS_Store", "x/._a"]
    names += ["Thumbs.db", "x/desktop.ini", "a.txt", "_a.txt", "my.DS_Store.txt"]
    found = told(packed((name, TEXT) for name in names))
    assert list(found) == ["a.txt", "_a.txt", "my.DS_Store.txt"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("a/../../b.txt", "a/b.txt"),
        ("..\\..\\b.txt", "b.txt"),
        ("C:\\news\\b.txt", "C:/news/b.txt"),
        ("..", "without a name"),
        ("a\0/../b.txt", "a␀/b.txt"),
        ("a\x1b[31m\u202e.txt", "a␛[31m\ufffd.txt"),
        ("a\nb.txt", "a b.txt"),
        ("a" * 3000, "a" * 200 + "…"),
    ],
)
def test_no_name_leads_out_of_the_archive(
    name: str, shown: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    stand_in = "n" * len(name.encode())
    data = packed([(stand_in, TEXT)], zipfile.ZIP_STORED)
    data = data.replace(stand_in.encode(), name.encode())
    if not name.isascii():
        data = with_flags(data, 0x800)
    assert read(data) == [Member(shown, TEXT)]
    assert os.listdir(tmp_path) == []  # noqa: PTH208


def with_flags(data: bytes, flags: int) -> bytes:
    """The archive of one file with other flags, here and in the list."""
    whole = bytearray(data)
    struct.pack_into("<H", whole, 6, flags)
    struct.pack_into("<H", whole, whole.rindex(b"PK\x01\x02") + 8, flags)
    return bytes(whole)


def test_names_in_utf_8_that_do_not_say_so() -> None:
    data = packed([("nnnnnn", TEXT)]).replace(b"nnnnnn", "été".encode() + b"s")
    assert read(data) == [Member("étés", TEXT)]
    old = packed([("nnn", TEXT)]).replace(b"nnn", b"\x82t\x82")
    assert read(old) == [Member("été", TEXT)]


def test_the_same_name_twice() -> None:
    names = ["a", "a", "a (2)", "x/../a", "a"]
    found = read(packed((name, bytes([i])) for i, name in enumerate(names)))
    assert [m.name for m in found] == ["a", "a (2)", "a (2) (2)", "x/a", "a (3)"]
    assert [m.data for m in found] == [b"\0", b"\1", b"\2", b"\3", b"\4"]


def test_links_and_devices() -> None:
    link, pipe = zipfile.ZipInfo("link"), zipfile.ZipInfo("pipe")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    pipe.external_attr = (stat.S_IFIFO | 0o600) << 16
    found = told(packed([(link, b"/etc/passwd"), (pipe, b""), ("a", TEXT)]))
    for name in ("link", "pipe"):
        assert found[name] == (
            f"a.zip/{name} is a link or a device, not a file: name the file that is "
            "meant"
        )
    assert found["a"] is None


def test_what_is_encrypted() -> None:
    data = with_flags(packed([("a", TEXT)]), 0x1)
    want = "a.zip/a is encrypted: unpack the archive with its password"
    assert told(data) == {"a": want}


@pytest.mark.parametrize("method", [1, 9, 12, 14, 93, 99])
def test_other_ways_of_packing(method: int) -> None:
    data = bytearray(packed([("a", TEXT)]))
    struct.pack_into("<H", data, 8, method)
    struct.pack_into("<H", data, data.rindex(b"PK\x01\x02") + 10, method)
    want = "a.zip/a is packed in a way that is not read: unpack the archive"
    assert told(bytes(data)) == {"a": want}


def bounded(work: Callable[[], object], seconds: float, megabytes: float) -> None:
    tracemalloc.start()
    began = time.process_time()  # what the machine does besides is not measured
    work()
    took, (_, most) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < seconds
    assert most < megabytes * 1_000_000


def test_a_member_that_says_it_is_huge() -> None:
    data = packed([("huge", bytes(30_000_000)), ("a", TEXT)])
    limits = Limits(member=10_000_000)

    def work() -> None:
        assert told(data, limits) == {
            "huge": (
                "a.zip/huge is larger than 10 MB: unpack it and save the article alone"
            ),
            "a": None,
        }

    bounded(work, 2, 5)


def test_a_member_that_does_not_say_so() -> None:
    data = bytearray(packed([("huge", bytes(30_000_000)), ("a", TEXT)]))
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 24, 1000)

    def work() -> None:
        found = told(bytes(data), Limits(member=10_000_000))
        assert found["huge"] == (
            "a.zip/huge is damaged: unpack the archive, or get it again"
        )
        assert found["a"] is None

    bounded(work, 2, 5)


def test_all_together_have_a_limit() -> None:
    data = packed((f"{i}", bytes(4_000_000)) for i in range(6))
    found = told(data, Limits(whole=10_000_000))
    assert list(found) == ["0", "1", "2", "…"]
    assert found["2"] == (
        "a.zip/2 is left out: the archive holds more than 10 MB; unpack it"
    )
    assert found["…"] == "a.zip holds more than 10 MB: 3 files are left out"


@pytest.mark.slow(reason="ten thousand files are read, and where memory went is noted")
def test_ten_thousand_members_and_one() -> None:
    data = packed(((f"{i}.txt", b"x") for i in range(10_001)), zipfile.ZIP_STORED)

    def work() -> None:
        *found, rest = members(data, "a.zip")
        assert len(found) == 10_000
        want = "a.zip holds more than 10,000 files: 1 file is left out"
        assert rest == Member("…", why=want)

    bounded(work, 10, 40)


def test_thousands_of_one_name() -> None:
    data = packed((("a", b"x") for _ in range(3000)), zipfile.ZIP_STORED)
    began = time.process_time()
    assert read(data)[-1].name == "a (3000)"
    assert time.process_time() - began < 5


def test_a_list_without_end() -> None:
    """It is longer than the number of members says that is at its end."""
    one = packed([("a", b"")])
    start, end = one.index(b"PK\x01\x02"), one.index(b"PK\x05\x06")
    entries = one[start:end] * 200_000
    tail = bytearray(one[end:])
    struct.pack_into("<II", tail, 12, len(entries), start)
    data = one[:start] + entries + tail

    def work() -> None:
        with pytest.raises(SourceError, match=r"^a\.zip is a damaged archive: get it"):
            list(members(data, "a.zip"))

    bounded(work, 2, 30)


def test_members_that_share_their_bytes() -> None:
    """A bomb without an end: each member is the rest of the file."""
    whole = packed([("a", bytes(1_000_000)), ("b", TEXT)])
    start = whole.index(b"PK\x01\x02")
    first = whole[start : whole.index(b"PK\x01\x02", start + 4)]
    tail = bytearray(whole[whole.index(b"PK\x05\x06") :])
    entries = whole[start : -len(tail)] + first * 500
    struct.pack_into("<HHII", tail, 8, 502, 502, len(entries), start)
    found = read(whole[:start] + entries + tail)
    shared = [member for member in found if member.why]
    assert len(shared) == 501
    assert all("shares its bytes with another member" in str(m.why) for m in shared)
    assert [m for m in found if not m.why] == [Member("b", TEXT)]


def test_an_archive_in_an_archive() -> None:
    inner = packed([("a.txt", TEXT), ("../b.txt", b"b")])
    deeper = packed([("c.zip", inner), ("d.txt", b"d")])
    found = read(packed([("x/inner.zip", inner), ("deep.zip", deeper), ("e", b"e")]))
    assert found == [
        Member("x/inner.zip/a.txt", TEXT),
        Member("x/inner.zip/b.txt", b"b"),
        Member(
            "deep.zip/c.zip",
            why="a.zip/deep.zip/c.zip is an archive in an archive: unpack it",
        ),
        Member("deep.zip/d.txt", b"d"),
        Member("e", b"e"),
    ]


def test_the_limits_hold_for_archives_inside() -> None:
    inner = packed((f"{i}", bytes(1_000_000)) for i in range(50))
    data = packed((f"{i}.zip", inner) for i in range(50))
    found = read(data, Limits(whole=10_000_000))
    assert sum(len(member.data) for member in found) <= 10_000_000
    assert len(found) < 15
    few = read(data, Limits(members=10))
    assert len([member for member in few if not member.why]) < 10


@pytest.mark.parametrize("damage", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 500])
def test_a_damaged_archive_inside(damage: bytes) -> None:
    found = told(packed([("b.zip", damage), ("a", TEXT)]))
    want = "a.zip/b.zip is a damaged archive: get it again, or unpack it"
    assert found == {"b.zip": want, "a": None}


def test_documents_are_no_archives() -> None:
    for name in ("[Content_Types].xml", "mimetype"):
        document = packed([(name, b"x"), ("word/document.xml", b"y")])
        assert not is_archive(document)
        assert read(packed([("b", document)])) == [Member("b", document)]
    assert is_archive(packed([("a.txt", TEXT)]))
    assert not is_archive(TEXT)
    assert not is_archive(b"")


@pytest.mark.parametrize("data", [b"", b"PK", TEXT, b"PK\x03\x04" * 1000])
def test_what_is_no_archive(data: bytes) -> None:
    with pytest.raises(
        SourceError, match=r"^a\.zip is a damaged archive: get it again"
    ):
        list(members(data, "a.zip"))


def test_an_archive_of_nothing() -> None:
    for data in (packed([]), packed([("x/", b""), (".DS_Store", b"x")])):
        with pytest.raises(SourceError, match=r"^a\.zip holds no file: there is no"):
            list(members(data, "a.zip"))


def test_an_archive_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"^a\.zip cannot be read: No such file"):
        list(members(tmp_path / "a.zip", "a.zip"))


def test_wherever_it_is_cut_or_altered_it_ends_in_sentences() -> None:
    whole = packed([("a.txt", TEXT * 5), ("b/c.txt", TEXT), ("d", bytes(5000))])
    sentences = set()
    for at in range(len(whole)):
        altered = bytearray(whole)
        altered[at] ^= 0xFF
        for data in (whole[:at], bytes(altered)):
            try:
                sentences |= {m.why for m in members(data, "a.zip") if m.why}
            except SourceError as problem:
                sentences.add(str(problem))
    assert len(sentences) > 4
    assert all(sentence.startswith("a.zip") for sentence in sentences)


def test_nobody_waits_any_more() -> None:
    data = packed((f"{i}", b"x") for i in range(10))
    unwanted = Event()
    with cancel_when(unwanted.is_set):
        found = members(data, "a.zip")
        next(found)
        unwanted.set()
        with pytest.raises(CancelledWorkError):
            next(found)
