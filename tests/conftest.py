"""What several folders of tests share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
Golden = Callable[[str, str], None]


@pytest.fixture
def golden() -> Golden:
    """Compares a text with the one kept in `tests/golden/`.

    NEWSDIFF_WRITE=1 writes the kept one anew instead; where CI is set, never.
    """

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if os.environ.get("NEWSDIFF_WRITE"):
            assert "CI" not in os.environ, "goldens are written by hand, and looked at"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        assert path.read_text("utf-8") == text

    return check
