"""What is English, and what is not even in its letters."""

from __future__ import annotations

import pytest

from newsdiff.reading.language import is_english, is_latin


@pytest.mark.parametrize(
    "text",
    ["", "12, 13!", "Zoë Müller, Łódź", "He said “здравствуйте” and left the room."],
)
def test_latin_letters(text: str) -> None:
    assert is_latin(text)
    assert is_english(text)


@pytest.mark.parametrize(
    "text", ["Мост закрыт.", "桥梁将关闭三个星期。", "पुल बंद है", "Η γέφυρα έκλεισε."]
)
def test_other_letters_are_no_english_however_few(text: str) -> None:
    assert not is_latin(text)
    assert not is_english(text)
