"""Which names are one thing across two articles, and which are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import make_canonical, mentions_of
from newsdiff.mentions.namesakes import one_names
from newsdiff.model import Article

Make = Callable[..., Article]


def names(*articles: Article) -> list[set[str]]:
    """The canonical keys of the names of each article."""
    found = make_canonical(*(mentions_of(article) for article in articles))
    return [{m.key for m in mentions if m.kind.is_name} for mentions in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They met Ana García Márquez.", "They met García."),
        ("They met J.K. Brandvold.", "They met Joan Brandvold."),
        ("They met Minister Lee Jae-tarn.", "They met Minister Jae-tarn Lee."),
        ("They met Lena Kvist MP.", "They met Kvist."),
        ("They met Robert 'Bob' Kvist.", "They met Bob Kvist."),
        ("The University of Tarnvik (UOT) shut.", "Tarnvik University shut."),
        ("The Brimvold Group grew.", "They wrote of Brimvold."),
        ("They slept in Brimvold.", "They left Brimvold."),
        ("They left Brimvold province.", "They slept in Brimvold."),
        ("They swam in the River Brimvold.", "They swam in the Brimvold river."),
        ("Georgian troops left.", "Georgia's troops left."),
        ("South Korean ships left.", "Korean ships left."),
        ("A Londoner won.", "A man from London won."),
        ("They met Mohammed al-Tarni.", "They met Muhammad el-Tarni."),
    ],
)
def test_one(make: Make, one: str, other: str) -> None:
    first, second = names(make(one), make(other))
    assert first == second
    assert len(first) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They met Lena Kvist.", "They met Olga Kvist."),
        ("They met J. Kvist.", "They met Olga Kvist."),
        ("The Brimvold Group grew.", "The Tarnvik Group grew."),
        ("They live in Brimvold province.", "They live in Tarnvik province."),
        ("The state of Georgia voted.", "The state of Iowa voted."),
        ("North Korean ships left.", "South Korean ships left."),
    ],
)
def test_two(make: Make, one: str, other: str) -> None:
    first, second = names(make(one), make(other))
    assert first.isdisjoint(second)


def test_what_one_article_names_both_stays_two(make: Make) -> None:
    both = make("They left Brimvold province.", "Then they slept in Brimvold.")
    assert len(names(both, both)[0]) == 2
    koreas = make("North Korean and South Korean ships met.", "Korean ships left.")
    assert len(names(koreas, koreas)[0]) == 3


def test_a_suffix_alone_is_nobody(make: Make) -> None:
    assert one_names([mentions_of(make("Sr. Jr. met Ann Lee."))]) == {
        "ann lee": "ann lee",
        "ann": "ann lee",
        "lee": "ann lee",
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They met Jörg Brandvold.", "They met Joerg Brandvold."),
        ("They met Steven Brandvold.", "They met Stephen Brandvold."),
        ("They met Maj-Gen Lena Kvist.", "They met Major General Lena Kvist."),
        ("They met Secretary-General Lena Kvist.", "They met Lena Kvist."),
        ("World War II ended.", "The Second World War ended."),
        ("The Isle of Brimvold froze.", "They left Brimvold island."),
        ("The Brimvian Labour Ministry spoke.", "Brimvia's labor ministry spoke."),
        ("The Foreign Ministry of Brimvia spoke.", "Brimvia's foreign ministry spoke."),
    ],
)
def test_one_in_rarer_forms(make: Make, one: str, other: str) -> None:
    first, second = names(make(one), make(other))
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("They met Jörg Brandvold.", "They met Jarg Brandvold."),
        ("World War II ended.", "World War I ended."),
        ("The Brimvian Labour Ministry spoke.", "Ostrovia's labor ministry spoke."),
        ("The Brimvian Labour Union spoke.", "Brimvia's labor union spoke."),
    ],
)
def test_two_in_rarer_forms(make: Make, one: str, other: str) -> None:
    first, second = names(make(one), make(other))
    assert first != second
