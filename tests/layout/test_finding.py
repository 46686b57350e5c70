"""Where words stand that a reader types."""

from __future__ import annotations

import pytest

from newsdiff.layout import Folding, LayoutOptions, Page, View, lay_out
from newsdiff.layout.finding import Query, find
from newsdiff.layout.tones import NO_SPOTS
from newsdiff.model import Comparison, Side
from tests.layout.rows import comparison_of

SPLIT = LayoutOptions(width=100, view=View.SPLIT)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("bridge", "Bridge, bridge and BRIDGES", ["Bridge", "bridge", "BRIDGE"]),
        ("Bridge", "Bridge, bridge and BRIDGES", ["Bridge"]),
        ("ukraine's", "Ukraine’s army", ["Ukraine’s"]),
        ('"why', "“Why not?”", ["“Why"]),
        ("2022-24", "in 2022–24", ["2022–24"]),
        ("erdogan", "Erdoğan met José", ["Erdoğan"]),
        ("jose", "Erdoğan met José", ["José"]),
        ("josé", "Jose and José", ["José"]),
        ("lodz", "from Łódź", ["Łódź"]),
        ("10 km", "10\u00a0km and 10\n km", ["10\u00a0km", "10\n km"]),
        ("[sic] .*", "He [sic] .* said", ["[sic] .*"]),
        ("大桥", "长江大桥", ["大桥"]),
        ("zebra", "no such animal", []),
    ],
)
def test_a_keyboard_is_enough(words: str, text: str, found: list[str]) -> None:
    assert [text[s.start : s.end] for s in Query(words).spans(text)] == found


def page_of(pattern: str) -> Page:
    return lay_out(comparison_of(pattern), SPLIT)


def test_matches_are_in_reading_order_and_in_the_text(bridge: Comparison) -> None:
    page = lay_out(bridge, SPLIT)
    found = find(page, "bridge")
    rows = [page.row_of(match.side, match.sentence) for match in found.matches]
    assert rows == sorted(rows)
    for side, sentence, span in found.matches:
        article = bridge.articles[side]
        assert article.text[span.start : span.end].lower() == "bridge"
        assert article.sentence_at(span.start) == sentence


def test_folds_hide_nothing_from_a_search(bridge: Comparison) -> None:
    hidden = LayoutOptions(width=100, view=View.SPLIT, boilerplate=False)
    closed = LayoutOptions(
        width=100, view=View.SPLIT, boilerplate=False, folding=Folding(common=True)
    )
    shown = find(lay_out(bridge, SPLIT), "a")
    assert find(lay_out(bridge, hidden), "a").matches == shown.matches
    assert find(lay_out(bridge, closed), "a").matches == shown.matches


def test_one_column_shows_what_reads_the_same_once() -> None:
    comparison = comparison_of("=<")
    unified = LayoutOptions(width=100, view=View.UNIFIED)
    assert len(find(lay_out(comparison, SPLIT), "row").matches) == 3
    assert len(find(lay_out(comparison, unified), "row").matches) == 2


def test_blank_words_are_found_nowhere(bridge: Comparison) -> None:
    page = lay_out(bridge, SPLIT)
    assert find(page, "").matches == ()
    assert find(page, "  ").matches == ()


def test_going_round() -> None:
    page = page_of("<=<>")  # "row" is found once in a row of one side, else twice
    found = find(page, "row")
    rows = [page.row_of(match.side, match.sentence) for match in found.matches]
    assert rows == [0, 1, 1, 2, 3]
    assert found.at_or_after(page, 1) == 1
    assert found.next(page, 1, 1, 1) == (2, False)
    assert found.next(page, 1, 1, -1) == (0, False)
    assert found.next(page, 3, 4, 1) == (0, True)
    assert found.next(page, 0, 0, -1) == (4, True)
    # A reader who has gone elsewhere goes on from there.
    assert found.next(page, 2, 0, 1) == (4, False)
    assert found.next(page, 2, 0, -1) == (2, False)


def test_after_the_last_match_the_first_one_comes() -> None:
    page = page_of("<>>")
    found = find(page, "< told")
    assert [match.sentence for match in found.matches] == [0]
    assert found.at_or_after(page, 2) == 0


def test_rows_know_their_matches() -> None:
    page = page_of("=<=")
    found = find(page, "of <")
    assert found.rows(page) == {1}
    assert found.in_row(page.rows[0]) == NO_SPOTS
    (span,) = found.in_row(page.rows[1]).a
    text = page.comparison.articles.a.text
    assert text[span.start : span.end] == "of <"
    assert found.places == {(Side.A, 1)}


def test_headlines_outside_of_the_text_are_counted(bridge: Comparison) -> None:
    page = lay_out(bridge, SPLIT)
    titled = any(s.role.value == "headline" for s in bridge.articles.a.sentences)
    assert find(page, "cracks").in_titles == (0 if titled else 1)
