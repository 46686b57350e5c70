"""Symbols of shares, which name nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.mentions.tickers import find_tickers
from newsdiff.model import Article, Span

Make = Callable[..., Article]


def found(text: str) -> list[str]:
    return [text[slice(*span)] for span in find_tickers(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kvist ASA (OSE: KVS) rose.", ["OSE: KVS"]),
        ("Kvist (NASDAQ:KVST; TSX: KVS.TO) rose.", ["NASDAQ:KVST", "TSX: KVS.TO"]),
        ("Kvist, listed as BSE: 500999, rose.", ["BSE: 500999"]),
        ("Kvist (KVS.OL) rose.", ["KVS.OL"]),
        ("Kvist <KVS.N> rose.", ["KVS.N"]),
        ("Kvist (NYSE American: KVS) rose.", ["NYSE American: KVS"]),
        ("Kvist (QXE: KVS) rose.", ["QXE: KVS"]),
        ("The NYSE closed.", []),
        ("The army (U.S.) left.", []),
        ("KVIST: No. I left.", []),
        ("LSE: students left.", []),
        ("It rose (FTSE 100: up 3).", []),
    ],
)
def test_a_symbol_with_its_exchange(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_a_symbol_is_no_name_and_no_number(make: Make) -> None:
    keys = [m.key for m in mentions_of(make("Kvist Ltd (BSE: 500999) sold 4 boats."))]
    assert keys == ["kvist", "4 boat"]
