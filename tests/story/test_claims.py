"""What sentences and parts of them say, and who says it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import combinations, permutations
from pathlib import Path

import pytest

from newsdiff.comparing import compare
from newsdiff.engine import Engine
from newsdiff.gathering import sample_sources
from newsdiff.model import Article, Kind, Role
from newsdiff.reading import parse, read_text
from newsdiff.story.ledger import (
    Part,
    Presence,
    StoryFact,
    Summaries,
    list_story_facts,
    part_of,
)
from newsdiff.story.shares import Summary

STORM = "The storm sank three ferries in the harbour of Valona on Sunday."
BEES = "Bees in the valley of Permet thrive this year, keepers said."
LONG = f"{STORM[:-1]}, and export controls kept spare parts away from the yard."
KIM_PUTIN = Path(__file__).parents[3] / "shared" / "stories" / "kim-putin"
KNOWN_FOR = {
    "001": (
        "will provide public updates",
        "mercenary organization",
    ),
    "000": (
        "export controls",
        "covertly shipping artillery shells",
        "vehemently denied by both Moscow and Pyongyang",
        "appropriate steps as necessary",
    ),
    "002": (
        "CNN reached out to the Russian embassy",
        "nuclear-powered submarine",
        "intercontinental ballistic missile tests",
    ),
    "003": (
        "Pier 33",
        "Far Eastern Federal University campus",
        "September 10 to 13",
        "anniversary of its founding",
    ),
    "004": (
        "Slovak citizen",
        "sanctions on three entities",
        "in a joint statement",
        "John Kirby, expressed his concern",
        "Linda Thomas Greenfield said",
        "conduct naval exercises",
        "trips to Singapore and Vietnam",
        "attended a military parade",
    ),
}
"""What a reader of the five articles knows each of them for, by close reading."""


def story(*texts: str) -> tuple[list[Article], Summaries]:
    articles = [read_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    return articles, {
        (a, b): Summary.of(compare(articles[a], articles[b]))
        for a, b in combinations(range(len(articles)), 2)
    }


def claims(facts: Sequence[StoryFact]) -> dict[str, list[Presence]]:
    return {
        fact.value: [cell.presence for cell in fact.cells]
        for fact in facts
        if fact.kind is Kind.CLAIM
    }


def test_sentences_that_tell_the_same_are_one_claim() -> None:
    told, lacking = Presence.TOLD, Presence.NOT_FOUND
    texts = (f"{STORM}\n\n{BEES}", STORM, f"A dull day it was.\n\n{STORM}")
    found = claims(list_story_facts(*story(*texts)))
    assert found[STORM] == [told, told, told]
    assert found[BEES] == [told, lacking, lacking]
    assert found["A dull day it was."] == [lacking, lacking, told]
    assert len(found) == 3


def test_what_a_matched_sentence_says_beside_is_a_claim_of_its_own() -> None:
    facts = list_story_facts(*story(LONG, STORM, STORM))
    parts = [fact for fact in facts if "export controls" in fact.value]
    alone = [fact for fact in parts if part_of(fact) is Part.ALONE]
    (own,) = (fact for fact in alone if fact.kind is Kind.CLAIM)
    assert "ferries" not in own.value
    assert own.only == 0


def test_what_has_not_been_compared_is_open() -> None:
    articles, summaries = story(f"{STORM}\n\n{BEES}", STORM, BEES)
    some = {pair: one for pair, one in summaries.items() if 2 not in pair}
    found = claims(list_story_facts(articles, some))
    assert found[STORM] == [Presence.TOLD, Presence.TOLD, Presence.OPEN]
    assert found[BEES] == [Presence.TOLD, Presence.NOT_FOUND, Presence.OPEN]
    assert not any(f.only is not None for f in list_story_facts(articles, some))


def test_a_claim_of_a_text_that_cannot_be_had_is_left_out() -> None:
    articles, summaries = story(f"{STORM}\n\n{BEES}", STORM)
    found = claims(list_story_facts([None, articles[1]], summaries))
    assert [*found] == [STORM]


def reordered(
    articles: Sequence[Article], summaries: Summaries, order: Sequence[int]
) -> tuple[list[Article], Summaries]:
    """The same story with its articles in another order."""
    found = {}
    for a, b in combinations(range(len(order)), 2):
        one, other = order[a], order[b]
        known = summaries[min(one, other), max(one, other)]
        found[a, b] = known if one < other else known.swapped
    return [articles[i] for i in order], found


def test_claims_do_not_depend_on_the_order_of_the_articles() -> None:
    articles, summaries = sample()
    first = None
    for order in [*permutations(range(5))][::17]:
        facts = list_story_facts(*reordered(articles, summaries, order))
        found = {
            (
                *(f.kind, f.value, f.weight, part_of(f), f.is_trivial),
                *(f.cells[order.index(i)] for i in range(5)),
            )
            for f in facts
        }
        first = first or found
        assert found == first
        assert len(facts) == len(found)


@cache
def sample() -> tuple[list[Article], Summaries]:
    return compared([parse(source) for source in sample_sources()])


def compared(articles: list[Article]) -> tuple[list[Article], Summaries]:
    engine = Engine()
    return articles, {
        (a, b): Summary.of(engine.compare(articles[a], articles[b]))
        for a, b in combinations(range(len(articles)), 2)
    }


def test_every_sentence_of_the_sample_is_in_some_row() -> None:
    """No sentence that is compared is hidden behind a row of another."""
    articles, summaries = sample()
    rows = [f for f in list_story_facts(articles, summaries) if f.kind is Kind.CLAIM]
    for i, article in enumerate(articles):
        spans = [cell.span for row in rows if (cell := row.cells[i]).span]
        for s in article.compared:
            sentence = article.sentences[s]
            if sentence.role is not Role.SUBHEADING:
                assert any(
                    span.start < sentence.end and sentence.start < span.end
                    for span in spans
                ), article.words_of(s)


@pytest.mark.skipif(not KIM_PUTIN.is_dir(), reason="the articles are not here")
def test_what_the_five_are_known_for_is_what_one_has_alone() -> None:
    files = sorted(KIM_PUTIN.glob("*.txt"))
    articles, summaries = compared(
        [read_text(f.read_text("utf-8"), source=str(f)) for f in files]
    )
    alone = [f for f in list_story_facts(articles, summaries) if f.only is not None]
    missed = []
    for number, file in enumerate(files):
        told = [fact.value for fact in alone if fact.only == number]
        missed += [
            words
            for words in KNOWN_FOR[file.name[:3]]
            if not any(words.casefold() in value.casefold() for value in told)
        ]
    assert missed == []
