"""Widths in terminal cells."""

from __future__ import annotations

import pytest

from newsdiff.text.cells import cells, characters, fit
from newsdiff.text.wrapping import wrap

LONG = "The bridge fell at dawn, police said."


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("Pier 33", 7),
        ("“Why not?” – Peskov…", 20),
        ("北京", 4),
        ("Jose\u0301", 4),
        ("👩‍👩‍👧", 2),
        ("🇳🇴", 2),
    ],
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "fitted"),
    [
        ("Oslo", 6, "Oslo  "),
        ("Oslo", 4, "Oslo"),
        ("Oslo", 3, "Os…"),
        ("Oslo", 1, "…"),
        ("Oslo", 0, ""),
        ("北京市", 5, "北京…"),
        ("北京市", 4, "北… "),
        ("Jose\u0301s", 4, "Jos…"),
        ("Jose\u0301 2", 5, "Jose\u0301…"),
    ],
)
def test_fit_gives_exactly_the_width(text: str, width: int, fitted: str) -> None:
    assert fit(text, width) == fitted
    assert cells(fitted) == width


def test_fit_with_another_ellipsis() -> None:
    assert fit("Vladivostok", 8, ellipsis="...") == "Vladi..."


def test_an_ellipsis_wider_than_the_room_is_left_out() -> None:
    assert fit("Vladivostok", 2, ellipsis="...") == "Vl"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 5, [""]),
        (LONG, 40, [LONG]),
        (LONG, 14, ["The bridge", "fell at dawn,", "police said."]),
        ("a  b", 1, ["a", "b"]),
        ("abcdef", 4, ["abcd", "ef"]),
        ("to abcdef", 4, ["to", "abcd", "ef"]),
        ("桥梁将关闭", 4, ["桥梁", "将关", "闭"]),
        ("Pier 桥梁 33", 7, ["Pier 桥", "梁 33"]),
        ("会场，没有", 4, ["会", "场，", "没有"]),
        ("他说“好”了", 7, ["他说", "“好”了"]),
        ("他在「会」场", 6, ["他在", "「会」", "场"]),
        ("👩‍👩‍👧👩‍👩‍👧", 2, ["👩‍👩‍👧", "👩‍👩‍👧"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("北", 1, ["北"]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, width, characters)] == lines


def test_a_width_of_nothing_still_gives_lines() -> None:
    assert len(wrap("abc", 0, characters)) == 3
