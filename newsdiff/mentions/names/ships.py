"""Names of ships: what stands before them tells what they are."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.english.tables import word_group
from newsdiff.mentions.names.runs import Run
from newsdiff.mentions.names.units import Unit


def is_ship(run: Run, units: Sequence[Unit]) -> bool:
    """Whether a run begins as ships' names do: "MV Brask", "HMS Queen Ingrid"."""
    surface = run.words[units[0].first].text.replace(".", "")
    ship = surface.isupper() and surface.casefold() in word_group("names", "ships")
    named = len(units) > 1 and units[-1].folded not in word_group("names", "places")
    return (ship or _is_vessel(run, units)) and named and units[0].is_word


def _is_vessel(run: Run, units: Sequence[Unit]) -> bool:
    """Whether a name is a ship's: "the tanker Sea Kvist", "the ship Ada Lund"."""
    first = units[0].first
    before = run.words[first - 1].text if first else ""
    leads = units[0].folded in word_group("names", "places")
    if before not in word_group("names", "vessels"):
        return False
    return leads or (first > 1 and run.words[first - 2].folded in ("the", "a"))
