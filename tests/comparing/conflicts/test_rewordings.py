"""One utterance in the words of two outlets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsdiff.comparing.conflicts.rewordings import find_reworded_quotes


def reworded(reader: Callable[..., Any], a: str, b: str) -> int:
    sides, links = reader(a, b)
    return len(list(find_reworded_quotes(sides, (), links)))


def test_who_is_quoted_once_says_one_thing(reader: Callable[..., Any]) -> None:
    a = "“Nobody here has ever seen a winter as hard as this,” Lena Holm said."
    b = "“It is the hardest winter that anyone can remember,” Lena Holm said."
    assert reworded(reader, a, b) == 1
    other = b.replace("Lena Holm", "Erik Dahl")
    assert reworded(reader, a, other) == 0


def test_what_is_cut_shorter_is_no_other_version(reader: Callable[..., Any]) -> None:
    a = "“Nobody here has ever seen a winter as hard as this,” Lena Holm said."
    b = "“Nobody here has seen a winter,” Lena Holm said."
    assert reworded(reader, a, b) == 0


def test_who_is_quoted_twice_may_say_two_things(reader: Callable[..., Any]) -> None:
    a = "“Nobody here has ever seen a winter as hard as this,” Lena Holm said."
    b = (
        "“It is the hardest winter that anyone can remember,” Lena Holm said. "
        "“We have no wood left in the village,” Lena Holm said."
    )
    assert reworded(reader, a, b) == 0
