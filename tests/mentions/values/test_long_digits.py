"""Rows of digits that no news counts: no number, and nothing is raised."""

from __future__ import annotations

import pytest

from newsdiff import compare
from newsdiff.reading import read_text

DIGITS = "9" * 400
FORMS = [
    "{}", "${}", "{}½", "{} km", "{}-year-old", "{} billion", "{}%", "{}th", "{}-{}",
    "{}:00", "one in {}", "1.{}", "£{}m", "{} feet 9 inches",
]  # fmt: skip


@pytest.mark.parametrize("form", FORMS)
def test_long_rows_of_digits_raise_nothing(form: str) -> None:
    texts = [f"The score was {form.format(n, n)} in Leeds." for n in (DIGITS, "12")]
    one, other = (read_text(text, source="text") for text in texts)
    assert not [f for f in compare(one, one).facts if f.status.value != "both"]
    compare(one, other)
    compare(other, one)
