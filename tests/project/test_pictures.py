"""The pictures of the README are of today's reader."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from screenshots.make import PICTURES, SHOWN, digest, take_all

ROOT = Path(__file__).parents[2]
KEPT = json.loads(SHOWN.read_text("utf-8"))
MAKE = "a picture is older than what it shows: run python -m screenshots.make"


def test_every_picture_is_there_and_used() -> None:
    files = {path.stem for path in SHOWN.parent.glob("*.png")}
    readme = (ROOT / "README.md").read_text("utf-8")
    used = set(re.findall(r"screenshots/([\w-]+)\.png", readme))
    assert [*KEPT] == [picture.name for picture in PICTURES]
    assert {*KEPT} == files == used


@pytest.mark.parametrize("name", [picture.name for picture in PICTURES])
def test_a_picture_is_the_one_that_was_made(name: str) -> None:
    png = SHOWN.with_name(f"{name}.png").read_bytes()
    assert digest(png) == KEPT[name]["png"], MAKE


@pytest.mark.slow  # opens the reader eleven times, by meaning
def test_every_picture_shows_the_reader_as_it_is() -> None:
    shown = {picture.name: taken.screen for picture, taken in take_all()}
    assert shown == {name: kept["screen"] for name, kept in KEPT.items()}, MAKE
