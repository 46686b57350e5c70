"""Every check that the project asks of itself, so that one command runs them all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHECKS = [
    "ruff check --no-fix",
    "ruff format --check",
    "mypy",
    "lint-imports --no-cache",
]


@pytest.mark.parametrize("check", CHECKS)
def test_check(check: str) -> None:
    name, *options = check.split()
    tool = shutil.which(name, path=sysconfig.get_path("scripts"))
    if tool is None:
        pytest.skip(f"{name} is not installed: pip install --editable '.[dev]'")
    done = subprocess.run(
        [tool, *options], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_before_a_commit_the_same_ruff_is_run() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    assert re.findall(r"repo: (.*)", hooks) == ["local"]
    entries = re.findall(r"entry: .venv/bin/(\w+ \w+)", hooks)
    assert entries == [" ".join(check.split()[:2]) for check in CHECKS[:2]]
