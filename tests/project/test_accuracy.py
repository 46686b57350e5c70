"""The figures in docs/ are the figures of the weights that are packaged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.accuracy import packaged_figures, table

ROOT = Path(__file__).parents[2]
KEPT = json.loads((ROOT / "docs" / "accuracy.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def measured() -> dict[str, dict[str, float]]:
    return packaged_figures()


@pytest.mark.slow(reason="links every annotated pair there is")
@pytest.mark.parametrize("name", list(KEPT["packaged"]))
def test_a_change_of_accuracy_shows_in_review(
    name: str, measured: dict[str, dict[str, float]]
) -> None:
    if name not in measured:
        pytest.skip(f"the set {name} is not here")
    assert measured[name] == KEPT["packaged"][name], (
        "accuracy has changed: run python -m benchmarks.accuracy --write"
    )


@pytest.mark.slow(reason="the same figures")
def test_the_sample_is_always_measured(measured: dict[str, dict[str, float]]) -> None:
    assert "sample" in measured
    assert measured["sample"]["boilerplate F1"] == 1


@pytest.mark.parametrize("title", [name for name in KEPT if name != "made by"])
def test_the_page_shows_the_figures(title: str) -> None:
    page = (ROOT / "docs" / "accuracy.md").read_text("utf-8")
    assert table(KEPT[title]) in page
