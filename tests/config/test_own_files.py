"""Files are written whole, by no way that loses what was there."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from threading import Thread

import pytest

from newsdiff.own_files import write_whole


def _fails(code: int) -> OSError:
    return OSError(code, os.strerror(code))


def test_a_name_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 251 + ".txt")
    write_whole(path, "one")
    write_whole(path, "two")
    assert path.read_text() == "two"
    assert [*tmp_path.iterdir()] == [path]


def test_a_link_stays_one_and_a_ring_of_links_is_said(tmp_path: Path) -> None:
    link, ring, told = (tmp_path / name for name in ("link", "ring", "told.txt"))
    link.symlink_to(told)
    write_whole(link, "one")
    assert (link.is_symlink(), told.read_text()) == (True, "one")
    ring.symlink_to(ring)
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        write_whole(ring, "one")
    assert {one.name for one in tmp_path.iterdir()} == {"link", "ring", "told.txt"}


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("theirs")
    path.chmod(0o444)
    # Whoever may do anything runs tests too.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError):
        write_whole(path, "mine")
    assert path.read_text() == "theirs"
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_a_file_whose_folder_takes_no_other_is_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old and long")

    def replace(_: Path, __: Path) -> None:
        raise _fails(code)

    monkeypatch.setattr(Path, "replace", replace)
    write_whole(path, "new")
    assert path.read_text() == "new"
    assert [*tmp_path.iterdir()] == [path]
    with pytest.raises(OSError, match=os.strerror(code)):
        write_whole(tmp_path / "b.txt", "new")
    assert [*tmp_path.iterdir()] == [path]


def test_who_writes_at_once_writes_whole_files(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    texts = [letter * 200_000 for letter in "abcdefgh"]
    threads = [Thread(target=write_whole, args=(path, text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text() in texts
    assert [*tmp_path.iterdir()] == [path]
