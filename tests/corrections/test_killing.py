"""A hundred processes are killed while they write: nothing saved is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

KILLING = Path(__file__).with_name("killing.py")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_nothing_that_was_shown_as_saved_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "corrections.sqlite"
    command = [sys.executable, str(KILLING), str(file), "100"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100  # they had come to say something
