"""States and parties behind names."""

from __future__ import annotations

import pytest

from newsdiff.mentions.names.states import has_state, states_after
from newsdiff.model import Span


@pytest.mark.parametrize(
    ("behind", "keys"),
    [
        (" (D-Iowa)", ["place:iowa", "democratic party"]),
        (", R-Ariz., left", ["place:arizona", "republican party"]),
        (" (R., Tex.)", ["place:texas", "republican party"]),
        (" (I-Vt.)", ["place:vermont"]),
        (", Tex., left", ["place:texas"]),
        (" (Lab, Tarn)", []),
        (", Holm and Tarn", []),
        (" met D-Day veterans", []),
    ],
)
def test_what_stands_behind_a_name(behind: str, keys: list[str]) -> None:
    text = "Kvist" + behind
    found = states_after(text, Span(0, 5), len(text), 0)
    assert [mention.key for mention in found] == keys


def test_a_city_s_state() -> None:
    assert has_state("Tarn, Ohio", 4)
    assert not has_state("Tarn, Holm", 4)
