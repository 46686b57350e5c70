"""What may be seen is kept, what commands or hides is replaced, and nothing moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.text.visible import CONTROL, visible

KEPT = [
    "The bridge [sic] — “closed”, [/b] [red]x[/] said.",
    "می‌خواهم",  # a joiner that Persian is written with
    "क्‍ष",
    "👨‍👩‍👧 ❤️ 1️⃣ 🏴",
    "北京，「好」。",
    "e\u0301 Å",
    "",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_a_script_needs_is_kept(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("hidden", "shown"),
    [
        ("\x1b", "␛"),
        ("\x00", "␀"),
        ("\x7f", "␡"),
        ("\x9b", "\ufffd"),
        ("\u202e", "\ufffd"),
        ("\u2066", "\ufffd"),
        ("\u200b", "\ufffd"),
        ("\u200d", "\ufffd"),
        ("\ufeff", "\ufffd"),
        ("\U000e0041", "\ufffd"),
        ("\ufe0f", "\ufffd"),
        ("\u3164", "\ufffd"),
        ("\ud83d", "\ufffd"),
        ("\xad", "-"),
        ("\n", " "),
        ("\r", " "),
        ("\t", " "),
        ("\x0c", " "),
        ("\x85", " "),
        ("\u2028", " "),
    ],
)
def test_what_hides_or_commands_is_replaced(hidden: str, shown: str) -> None:
    assert visible(f"a{hidden}b") == f"a{shown}b"


def test_no_control_format_or_separator_is_shown_among_letters() -> None:
    kinds = ("Cc", "Cf", "Cs", "Zl", "Zp")
    signs = [c for c in map(chr, range(0x110000)) if unicodedata.category(c) in kinds]
    risky = {c for c in signs if visible(f"a{c}b")[1] == c}
    # Signs of Arabic, Syriac, Kaithi and Egyptian writing: seen, though "format".
    assert all(
        unicodedata.name(c).split()[0] in ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN")
        for c in risky
    )


@given(st.text())
def test_one_character_stands_for_one(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert visible(shown) == shown


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Po"])))
def test_plain_words_are_untouched(text: str) -> None:
    if not CONTROL.search(text):
        assert visible(text) == text
