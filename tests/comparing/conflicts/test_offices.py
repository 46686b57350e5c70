"""Two sources that may be one are no disagreement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.speakers import find_stated_speakers

SAID = "said the old harbour would close for repairs this winter"


ANOTHER = "said by a person in one article, by a body in the other"
OF_IT = "said by a body in one article, by a person of it in the other"


@pytest.fixture(scope="module")
def notes(reader: Callable[..., Any]) -> Callable[[str, str], list[str]]:
    def between(a: str, b: str) -> list[str]:
        sides, links = reader(a, b)
        found = list(find_stated_speakers(sides, links))
        back = list(find_stated_speakers(sides.swapped, links))
        assert [one.swapped for one in back] == found
        return [one.note for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"The A.G. {SAID}. Attorney General Ada Lund met them.", f"Ada Lund {SAID}."),
        (f"The CEO {SAID}.", f"Ada Lund {SAID}."),
        (f"The mayor {SAID}.", f"Mayor Per Holm {SAID}."),
        (f"The NHB {SAID}.", f"The National Harbour Board {SAID}."),
    ],
)
def test_an_office_and_its_holder_are_one(
    notes: Callable[[str, str], list[str]], a: str, b: str
) -> None:
    assert notes(a, b) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (f"The Port Authority {SAID}.", f"Port Authority director Per Holm {SAID}."),
        (
            f"The Port Authority {SAID}.",
            f"Per Holm, a spokesman for the Port Authority, {SAID}.",
        ),
        (
            f"The Port Authority {SAID}.",
            f"Per Holm {SAID}. Per Holm, head of the Port Authority, left early.",
        ),
        (f"Norway {SAID}.", f"Norwegian Prime Minister Per Holm {SAID}."),
    ],
)
def test_a_body_is_not_set_against_who_speaks_for_it(
    notes: Callable[[str, str], list[str]], a: str, b: str
) -> None:
    assert notes(a, b) == [OF_IT]


@pytest.mark.parametrize(
    ("a", "b", "note"),
    [
        (f"The Port Authority {SAID}.", f"Per Holm {SAID}. He is tall.", ANOTHER),
        (f"Norway {SAID}.", f"Per Holm, the ambassador to Norway, {SAID}.", ANOTHER),
        (
            f"Harbour Minister Per Holm {SAID}.",
            f"Harbour Minister Olga Berg {SAID}.",
            "another speaker",
        ),
        (
            f"The Herring Board {SAID}.",
            f"Port Authority director Per Holm {SAID}.",
            ANOTHER,
        ),
    ],
)
def test_two_who_have_nothing_to_do_with_each_other_are_two(
    notes: Callable[[str, str], list[str]], a: str, b: str, note: str
) -> None:
    assert notes(a, b) == [note]
