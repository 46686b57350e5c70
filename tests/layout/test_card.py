"""The card at the top of a page: what it has room for, and where it stands."""

from __future__ import annotations

import pytest

from newsdiff.analysis import analyse
from newsdiff.comparing import compare_analysed
from newsdiff.layout import LayoutOptions, Page, View, lay_out
from newsdiff.model import Comparison, Pair, Status
from newsdiff.reading import read_text
from newsdiff.text.cells import cells

SIZES = (30, 60, 80, 99, 120, 200)
A = (
    "The pier at Lunehaven burns\n\nThe pier burned for 14 hours, said Greta Lind.\n\n"
    + "\n\n".join(
        f"Number {n} of the boats lay in the harbour of Berth {n} with {n * 7} nets."
        for n in range(20, 40)
    )
)
B = "The pier at Lunehaven burns again\n\nIt burned for 16 hours, said Greta Lind."


@pytest.fixture(scope="module")
def pier() -> Comparison:
    texts = Pair(A, B).map(lambda text: read_text(text, source="-", label="News"))
    return compare_analysed(texts.map(analyse))


def page_of(comparison: Comparison, width: int, **options: object) -> Page:
    view = View.SPLIT if width >= 100 else View.UNIFIED
    return lay_out(comparison, LayoutOptions(width=width, view=view, **options))  # type: ignore[arg-type]


def text_of(page: Page) -> str:
    lines = (page.line(y) for y in range(page.card_end))
    return " ".join("".join(run.text for run in line) for line in lines)


@pytest.mark.parametrize("width", SIZES)
def test_every_line_is_as_wide_as_the_page(pier: Comparison, width: int) -> None:
    page = page_of(pier, width)
    for y in range(page.height):
        assert sum(cells(run.text) for run in page.line(y)) == width


@pytest.mark.parametrize("width", SIZES[1:])
def test_a_group_has_as_many_items_as_its_lines_have_room_for(
    pier: Comparison, width: int
) -> None:
    page = page_of(pier, width)
    assert page.card is not None
    only = [s for s in page.card.stops if s.fact.status is Status.ONLY_A]
    lines = {y for y in range(page.card_height) if page.in_card(page.card_end)}
    assert only
    assert len(lines) <= 10
    total = sum(fact.status is Status.ONLY_A for fact in pier.facts)
    assert f"and {total - len(only)} more" in " ".join(text_of(page).split())


@pytest.mark.parametrize("width", SIZES[2:])
def test_headlines_are_read_once_and_before_what_differs(
    pier: Comparison, width: int
) -> None:
    page = page_of(pier, width)
    said = " ".join(text_of(page).replace("│", " ").split())
    assert said.count("The pier at Lunehaven burns") == 2
    assert said.index("The pier at Lunehaven") < said.index("They differ on: ")
    assert page.lead == 1


def test_rows_and_lines_agree_around_the_card(pier: Comparison) -> None:
    for width in SIZES:
        page = page_of(pier, width)
        for row in range(len(page.rows)):
            assert page.row_at(page.top(row)) == row
            assert page.row_at(page.bottom(row) - 1) == row
            assert page.in_card(page.top(row)) is None
            assert page.in_card(page.bottom(row) - 1) is None
        assert page.bottom(len(page.rows) - 1) == page.height


def test_a_cell_of_an_item_leads_to_it(pier: Comparison) -> None:
    page = page_of(pier, 120)
    assert page.card is not None
    for n, stop in enumerate(page.card.stops):
        line = "".join(run.text for run in page.card.line(stop.line, n))
        lit = next(r for r in page.card.line(stop.line, n) if r.tone.value == "found")
        assert page.card.stop_at(stop.line, line.rindex(lit.text)) == n


def test_two_articles_that_tell_the_same_have_no_groups() -> None:
    one = read_text("The pier burned.\n\nNobody was hurt.", source="-")
    page = page_of(compare_analysed(Pair(one, one).map(analyse)), 80)
    assert page.card is not None
    assert "Only" not in text_of(page)
    assert "differ" not in text_of(page)
    assert not page.card.stops


MENU = (
    "Home\n\nSubscribe to our newsletter\n\nSign up for breaking news alerts\n\n"
    f"{A}\n\nShare this article\n\nAll rights reserved."
)


def kinds(page: Page) -> list[str]:
    """What stands from the top on, each kind once."""
    found: list[str] = []
    for y in range(page.height):
        row = page.rows[page.row_at(y)]
        kind = "card" if page.in_card(y) is not None else type(row).__name__
        found += [] if found and found[-1] == kind else [kind]
    return found


@pytest.mark.parametrize("width", SIZES)
def test_the_card_is_in_one_piece_below_the_headlines(width: int) -> None:
    texts = Pair(MENU, B).map(lambda text: read_text(text, source="-", label="News"))
    page = page_of(compare_analysed(texts.map(analyse)), width, boilerplate=False)
    assert kinds(page)[:4] == ["Row", "card", "Fold", "Row"]
    assert page.rows[0].sentences.a
    assert page.rows[0].sentences.b
    sentences = sorted(i for row in page.rows for i in row.sentences.a)
    assert sentences == [*range(len(texts.a.sentences))]


def test_headlines_that_nothing_links_stand_in_the_card() -> None:
    other = "Ministers quarrel over milk\n\nThe pier burned for 14 hours, she said."
    texts = Pair(A, other).map(lambda text: read_text(text, source="-", label="News"))
    page = page_of(compare_analysed(texts.map(analyse)), 120)
    assert page.lead == 0
    first = "".join(run.text for run in page.line(0))
    assert "The pier at Lunehaven burns" in first
    assert "Ministers quarrel over milk" in first
    assert kinds(page)[0] == "card"


def test_on_a_short_screen_each_group_has_one_line(pier: Comparison) -> None:
    page = page_of(pier, 60, short=True)
    assert page.card is not None
    assert page.card_height == 3
    lines = ["".join(r.text for r in page.card.line(y)).strip() for y in range(3)]
    starts = [line.partition(":")[0] for line in lines]
    assert starts == ["They differ on", "Only A", ""]
    assert [stop.line for stop in page.card.stops][:2] == [0, 1]


@pytest.mark.parametrize("width", [36, 44, 52, 60])
def test_an_item_of_a_short_card_is_cut_between_words(
    pier: Comparison, width: int
) -> None:
    page = page_of(pier, width, short=True)
    assert page.card is not None
    told = {word.strip(".,“”") for one in pier.articles for word in one.text.split()}
    for y in range(page.card_height - 1):
        line = "".join(run.text for run in page.card.line(y))
        item = line.partition(": ")[2].partition(" · ")[0].rstrip()
        if item.endswith("…"):
            assert item.strip("…").split()[-1] in told
