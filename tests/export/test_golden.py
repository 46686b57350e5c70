"""The exports of one small comparison, byte for byte.

    NEWSDIFF_WRITE=1 .venv/bin/pytest tests/export/test_golden.py

writes them anew.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.export import rendered, to_json, to_text
from newsdiff.model import Comparison

Golden = Callable[[str, str], None]


@pytest.mark.parametrize("width", [40, 80])
def test_text(comparison: Comparison, golden: Golden, width: int) -> None:
    golden(f"export/bridge-{width}.txt", to_text(comparison, width))


def test_json(comparison: Comparison, golden: Golden) -> None:
    golden("export/bridge.json", to_json(comparison))


@pytest.mark.parametrize(("name", "suffix"), [("markdown", "md"), ("html", "html")])
def test_pages(comparison: Comparison, golden: Golden, name: str, suffix: str) -> None:
    golden(f"export/bridge.{suffix}", rendered(comparison, name))


@pytest.mark.parametrize("width", [80, 120])
def test_picture(bridge: Comparison, golden: Golden, width: int) -> None:
    golden(f"export/bridge-{width}.svg", rendered(bridge, "svg", width))
