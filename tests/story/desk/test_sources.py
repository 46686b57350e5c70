"""Sources: who they are, whether they have a name, how often each outlet cites them."""

from __future__ import annotations

from functools import cache

import pytest

from newsdiff.engine import Engine
from newsdiff.reading import read_text
from newsdiff.story.desk.desk import make_desk, tie_all
from newsdiff.story.desk.naming import Sort
from newsdiff.story.desk.sources import SourceRow
from tests.story.desk import ferry


@cache
def of_the_ferry() -> tuple[SourceRow, ...]:
    return ferry.desk().sources


def of(text: str) -> dict[str, tuple[Sort, tuple[int, int]]]:
    """The sources of one article, beside one that tells nothing."""
    both = [
        read_text(f"One\n\n{text}", source="a.txt"),
        read_text("Other\n\nIt rained.", source="b.txt"),
    ]
    engine = Engine("words")
    rows = make_desk(tie_all(both, engine.compare, engine.tie)).sources
    return {row.name: (row.sort, row.counts(0)) for row in rows}


def test_each_source_has_what_it_is_and_its_counts_by_article() -> None:
    found = [
        (row.name, row.sort.value, [row.counts(n) for n in range(3)])
        for row in of_the_ferry()
    ]
    assert found == [
        ("Lena Marrick", "person", [(1, 0), (1, 0), (0, 0)]),
        ("Tom Ansell", "person", [(0, 1), (1, 0), (0, 0)]),
        ("Greta Holm", "person", [(0, 0), (1, 0), (0, 0)]),
        ("Paul Odd", "person", [(0, 0), (0, 0), (1, 0)]),
        ("coast guard", "body", [(0, 1), (0, 1), (0, 1)]),
        ("spokesman for Northway Lines", "unnamed", [(0, 1), (0, 0), (0, 1)]),
    ]


def test_a_citation_knows_its_place() -> None:
    (marrick, *_) = of_the_ferry()
    article = ferry.articles()[0]
    place = marrick.citations[0]
    assert place.quoted
    assert "Lena Marrick told reporters" in article.words_of(place.sentence)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The city said that it would pay.", {"city": (Sort.BODY, (0, 1))}),
        ("It will pay, according to the city.", {"city": (Sort.BODY, (0, 1))}),
        (
            "Rescue crews said they were tired.",
            {"Rescue crews": (Sort.UNNAMED, (0, 1))},
        ),
        ("Two officials said it would rain.", {"officials": (Sort.UNNAMED, (0, 1))}),
        ('"It is over now," said the deckhand.', {"deckhand": (Sort.UNNAMED, (1, 0))}),
    ],
)
def test_sources_without_a_name(
    text: str, found: dict[str, tuple[Sort, tuple[int, int]]]
) -> None:
    names = of(text)
    for name, (sort, counts) in found.items():
        key = next(n for n in names if n.casefold().endswith(name.casefold()))
        assert names[key][0] is sort
        assert sum(names[key][1]) == sum(counts)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Berta Lunde declared an emergency.",
        "Governor Olav Strand refused to come to the harbour.",
        "Mayor Berta Lunde told 900 sailors to leave.",
        "Mayor Berta Lunde is blamed for a late warning.",
        "It was cold and it rained.",
    ],
)
def test_deeds_are_no_citations(text: str) -> None:
    assert of(text) == {}


def test_declared_that_is_one() -> None:
    assert of("Mayor Berta Lunde declared that the bridge was safe.") == {
        "Berta Lunde": (Sort.PERSON, (0, 1))
    }


def test_two_halves_of_a_quotation_are_one_citation() -> None:
    found = of('"It is over," Ann Lee said, "and we are all very tired now."')
    assert found == {"Ann Lee": (Sort.PERSON, (1, 0))}
