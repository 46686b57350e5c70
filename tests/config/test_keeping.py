"""Numbers that the reader writes into the settings, and nothing else of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.config import keep, load, with_values

NAMES = {"matched_from": 0.5, "related_from": 0.0}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "matched_from = 0.50\n"),
        ('theme = "light"', 'theme = "light"\nmatched_from = 0.50\n'),
        ("# mine\nmatched_from=0.9 # x\n", "# mine\nmatched_from = 0.50\n"),
        ("related_from = 0.1\n", "matched_from = 0.50\n"),
        ('[keys]\n"a" = "b"\n', 'matched_from = 0.50\n[keys]\n"a" = "b"\n'),
    ],
)
def test_only_its_own_lines_change(before: str, after: str) -> None:
    assert with_values(before, NAMES) == after
    assert with_values(after, NAMES) == after


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "config.toml"
    assert keep(path, NAMES) == ""
    assert load(path).settings.matched_from == 0.5
    assert [one.name for one in path.parent.iterdir()] == ["config.toml"]
    assert keep(path, {"matched_from": 0.0}) == ""
    assert path.read_text() == ""


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("")
    link = tmp_path / "config.toml"
    link.symlink_to("real.toml")
    assert keep(link, NAMES) == ""
    assert link.is_symlink()
    assert "0.50" in (tmp_path / "real.toml").read_text()


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = keep(tmp_path / "file" / "config.toml", NAMES)
    assert said.endswith("what you chose holds until you quit")
    wrong = tmp_path / "wrong.toml"
    wrong.write_bytes(b"\xff")
    assert "until you quit" in keep(wrong, NAMES)
    assert wrong.read_bytes() == b"\xff"


@pytest.mark.parametrize("value", ["1", "-0.1", "true", '"0.5"', "0.01"])
def test_what_is_no_probability_is_said(tmp_path: Path, value: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"matched_from = {value}\n")
    (problem,) = load(path).problems
    assert "matched_from must be 0, or a number from 0.05 to 0.99" in problem


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of files there")
def test_where_a_file_cannot_grow_nothing_of_it_is_left(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "light"\n')
    script = (
        "import resource, sys; from pathlib import Path\n"
        "from newsdiff.config import keep\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8, 8))\n"
        'print(keep(Path(sys.argv[1]), {"matched_from": 0.7}))\n'
    )
    command = [sys.executable, "-c", script, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert f"{path} cannot be written: File too large" in done.stdout
    assert path.read_text() == 'theme = "light"\n'
    assert [one.name for one in tmp_path.iterdir()] == ["config.toml"]
