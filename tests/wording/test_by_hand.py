"""What a person said, in words, below rows and in reports."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from newsdiff.corrections import Saying, What, fact_place, link_place, sentence_place
from newsdiff.corrections.applying import corrected
from newsdiff.export import rendered, schema
from newsdiff.layout import LayoutOptions, View, lay_out
from newsdiff.model import Comparison, Pair, Side, Status
from newsdiff.wording.by_hand import ByHand, count_by_hand


@pytest.fixture
def by_hand(bridge: Comparison) -> Comparison:
    pair = link_place(bridge.articles, Pair(4, 12))
    parted = link_place(bridge.articles, Pair(3, 6))
    conflict = next(f for f in bridge.facts if f.status is Status.CONFLICT)
    alone = sentence_place(bridge.articles.b, Side.B, 4)
    return corrected(
        bridge,
        [
            Saying(what=What.LINKED, place=pair),
            Saying(what=What.NOTED, place=pair, words="<b>*who*</b> \x1b[31m?"),
            Saying(what=What.CHECKED, place=pair),
            Saying(what=What.LINKED, place=parted, holds=False),
            Saying(what=What.SAME_FACT, place=fact_place(conflict), words="agree"),
            Saying(what=What.NOTED, place=alone, words="when?"),
        ],
    )


def test_nothing_was_said_of_what_was_found(bridge: Comparison) -> None:
    said = ByHand(bridge)
    assert said.is_empty
    assert said.lines(Pair((3,), (6,))) == Pair((), ())
    assert said.sign(Pair((3,), (6,))) == ""
    assert count_by_hand(bridge) == ""


def test_a_row_tells_what_was_said_of_it(by_hand: Comparison) -> None:
    said = ByHand(by_hand)
    assert said.lines(Pair((4,), (12,))).a == (
        "paired by hand · checked · note: <b>*who*</b> \x1b[31m?",
    )
    assert said.lines(Pair((3,), ())).a == ("parted by hand from B 7",)
    assert said.lines(Pair((), (4,))).b == ("note: when?",)
    assert said.lines(Pair((6,), (8,))).a == ("“4,000”: one fact in both, by hand",)
    assert [said.sign(Pair((4,), (12,))), said.sign(Pair((), (4,)))] == ["own", "note"]


def test_it_is_counted(by_hand: Comparison) -> None:
    assert count_by_hand(by_hand) == (
        "By hand: 1 link made, 1 link taken away, 1 fact judged, 1 thing checked, "
        "2 notes."
    )


@pytest.mark.parametrize("wanted", ["text", "markdown", "html", "svg"])
def test_every_report_has_it_and_nothing_in_it_is_a_command(
    by_hand: Comparison, wanted: str
) -> None:
    text = rendered(by_hand, wanted)
    for words in ("paired by hand", "parted by hand from B 7", "when?"):
        assert words.replace(" ", "\u00a0") in text or words in text
    assert "\x1b" not in text
    assert "<b>" not in text or wanted == "text"


def test_json_says_whose_everything_is(by_hand: Comparison) -> None:
    document = json.loads(rendered(by_hand, "json"))
    Draft202012Validator(json.loads(schema())).validate(document)
    first = document["links"][0]
    assert (first["a"], first["b"], first["origin"]) == (4, 12, "person")
    assert first["said"] == {"checked": True, "note": "<b>*who*</b> \x1b[31m?"}
    assert document["parted"] == [{"a": 3, "b": 6}]
    sentence = document["articles"][1]["sentences"][4]
    assert sentence["said"] == {"checked": False, "note": "when?"}
    assert {f["origin"] for f in document["facts"]} == {"engine", "person"}


def test_in_ascii_it_is_ascii(by_hand: Comparison) -> None:
    options = LayoutOptions(width=80, view=View.UNIFIED, ascii=True)
    page = lay_out(by_hand, options)
    lines = ["".join(r.text for r in page.line(y)) for y in range(page.height)]
    said = [line for line in lines if "by hand" in line]
    assert len(said) >= 3
    assert all(line.replace("␛", "").isascii() for line in said)
