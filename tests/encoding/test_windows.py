"""Windows hold whole sentences, each once, in order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.encoding.windows import FRAME, windows_of


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([1], [(0, 0, 1)]),
        ([4, 4], [(0, 0, 2)]),
        ([4, 5], [(0, 0, 1), (3, 1, 2)]),  # the second leaves room for three
        ([8, 8], [(0, 0, 1), (0, 1, 2)]),  # and here for none
        ([2, 6, 1, 1, 1], [(0, 0, 2), (3, 2, 5)]),
        ([2, 7, 5, 1], [(0, 0, 1), (1, 1, 2), (3, 2, 3), (3, 3, 4)]),
    ],
)
def test_windows_of_ten(
    lengths: list[int], expected: list[tuple[int, int, int]]
) -> None:
    assert windows_of(lengths, 10, 3) == expected


@given(
    st.lists(st.integers(1, 30), max_size=60), st.integers(32, 64), st.integers(0, 64)
)
def test_every_sentence_is_read_once_and_none_is_cut(
    lengths: list[int], limit: int, lead: int
) -> None:
    found = windows_of(lengths, limit, lead)
    assert [i for w in found for i in range(w.first, w.stop)] == [*range(len(lengths))]
    for before, first, stop in found:
        assert FRAME + before + sum(lengths[first:stop]) <= limit
        assert before <= min(lead, lengths[first - 1] if first else 0)
