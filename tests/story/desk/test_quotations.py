"""Quotations across outlets: which are one, what drifted, who is named."""

from __future__ import annotations

from functools import cache
from itertools import permutations

from newsdiff.engine import Engine
from newsdiff.model import Pair
from newsdiff.reading import read_text
from newsdiff.story.desk.desk import Desk, make_desk, tie_all
from newsdiff.story.desk.quotations import QuoteRow, Wording
from newsdiff.story.desk.ties import How
from tests.story.desk import ferry


@cache
def the_desk() -> Desk:
    return ferry.desk()


def words(wording: Wording) -> str:
    text = ferry.articles()[wording.article].text
    return " / ".join(text[slice(*place)] for place in wording.places)


def differing(wording: Wording) -> list[str]:
    text = ferry.articles()[wording.article].text
    return [text[slice(*place)] for place in wording.differing]


def first() -> QuoteRow:
    return the_desk().quotations[0]


def test_a_quotation_of_three_outlets_is_one_and_comes_first() -> None:
    assert first().outlets == first().quoting == (0, 1, 2)
    assert [words(one) for one in first().wordings] == [
        "We have never lost a passenger in forty years",
        "We have never lost one passenger in thirty years",
        "We have never lost a passenger in forty years",
    ]


def test_the_words_that_another_outlet_has_otherwise_are_known() -> None:
    marked = [differing(one) for one in first().wordings]
    assert marked == [["a", "forty"], ["one", "thirty"], ["a", "forty"]]
    assert first().drifts
    assert not first().retold


def test_who_names_another_speaker_than_most_is_known() -> None:
    assert first().speaker == first().wordings[0].speaker
    assert [
        (one.speaker and one.speaker.name, one.other_speaker)
        for one in first().wordings
    ] == [("Lena Marrick", False), ("Lena Marrick", False), ("Paul Odd", True)]
    assert first().disputed


def test_who_tells_a_quotation_in_indirect_speech_stands_beside_it() -> None:
    row = the_desk().quotations[1]
    assert (row.quoting, row.outlets) == ((1,), (0, 1))
    quoted, indirect = row.wordings
    assert quoted.how is How.QUOTED
    assert (indirect.article, indirect.how) == (0, How.INDIRECT)
    said = ferry.articles()[0].words_of(indirect.sentence)
    assert said.startswith("Harbour master Tom Ansell said nobody was on the car deck")


def test_what_one_outlet_alone_quotes_is_there_too() -> None:
    row = the_desk().quotations[2]
    assert row.outlets == (1,)
    assert words(row.wordings[0]) == "I thought we would drown"
    assert not row.drifts


def test_the_order_of_the_articles_changes_nothing_but_their_numbers() -> None:
    engine, articles = Engine("words"), ferry.articles()
    seen = set()
    for order in permutations(range(3)):
        own = [articles[i] for i in order]
        rows = make_desk(tie_all(own, engine.compare, engine.tie)).quotations
        seen.add(
            frozenset(
                frozenset(
                    (order[w.article], w.places, w.differing, w.how)
                    for w in row.wordings
                )
                for row in rows
            )
        )
    assert len(seen) == 1


def test_ties_mirror_when_the_articles_are_exchanged() -> None:
    engine = Engine("words")
    a, b, _ = ferry.articles()
    ties = engine.tie(engine.compare(a, b))
    mirrored = engine.tie(engine.compare(b, a))
    assert all((ties.quotes, ties.retold, ties.times, ties.sources))
    assert ties.swapped.told == mirrored.told
    for name in ("quotes", "retold", "times", "sources"):
        assert sorted(map(repr, getattr(ties.swapped, name))) == sorted(
            map(repr, getattr(mirrored, name))
        )


def test_what_is_shown_to_be_left_out_is_no_drift() -> None:
    engine = Engine("words")
    one = '"We shut the gate, ran out and waited for help all night," Ann Lee said.'
    other = '"We shut the gate … and waited for help all night," Ann Lee said.'
    both = [
        read_text(f"Gate shut\n\n{text}", source=f"{n}.txt")
        for n, text in enumerate((one, other))
    ]
    (row,) = make_desk(tie_all(both, engine.compare, engine.tie)).quotations
    assert row.quoting == (0, 1)
    assert not row.drifts


def test_one_article_and_none_have_an_empty_desk() -> None:
    engine = Engine("words")
    assert make_desk({}) == Desk((), (), ())
    assert tie_all(ferry.articles()[:1], engine.compare, engine.tie) == {}


def test_what_a_translation_has_in_other_words_is_marked_where_no_other_has_it() -> (
    None
):
    one = '"We have never seen the ice break this fast," Berta Lunde said.'
    other = '"Never before has the ice broken up this quickly," Berta Lunde said.'
    both = [
        read_text(f"Ice in town\n\n{text}", source=f"{n}.txt")
        for n, text in enumerate((one, other))
    ]
    engine = Engine("words")
    (row,) = make_desk(tie_all(both, engine.compare, engine.tie)).quotations
    assert row.retold
    texts = Pair(both[0].text, both[1].text)
    marked = [
        [text[slice(*p)] for p in w.differing]
        for text, w in zip(texts, row.wordings, strict=True)
    ]
    assert marked == [
        ["We have", "seen", "break", "fast"],
        ["before has", "broken up", "quickly"],
    ]
