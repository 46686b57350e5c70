"""Whole pages as text: what a reader sees at several widths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from newsdiff.comparing import Mark, Order
from newsdiff.layout import (
    NO_SPOTS,
    LayoutOptions,
    Line,
    Page,
    Run,
    Spots,
    Tone,
    View,
    auto_view,
    lay_out,
)
from newsdiff.model import Comparison, Pair, Side, Span

Golden = Callable[[str, str], None]


def plain(page: Page, spots: Spots = NO_SPOTS) -> str:
    """The lines of a page; the bar shows where each one ends."""
    return "".join(
        "".join(run.text for run in page.line(y, spots)) + "|\n"
        for y in range(page.height)
    )


def toned(page: Page, spots: Spots = NO_SPOTS) -> str:
    """The lines of a page with what is brought out in them in braces."""
    return "".join(
        "".join(map(_braced, page.line(y, spots))).rstrip() + "\n"
        for y in range(page.height)
    )


def _braced(run: Run) -> str:
    if run.tone in (Tone.TEXT, Tone.BLANK, Tone.RULE, Tone.GAP):
        return run.text
    side = f" {run.side}" if run.side else ""
    return f"{{{run.tone}{side}: {run.text}}}"


def options(width: int, view: View | None = None) -> LayoutOptions:
    return LayoutOptions(width=width, view=view or auto_view(width))


@pytest.mark.parametrize("width", [60, 100, 140])
@pytest.mark.parametrize("view", View)
def test_page(bridge: Comparison, golden: Golden, width: int, view: View) -> None:
    name = "side-by-side" if view is View.SPLIT else view.value
    text = plain(lay_out(bridge, options(width, view)))
    golden(f"layout/{name}-{width}.txt", text)


@pytest.mark.parametrize(
    ("width", "view"),
    [(40, View.UNIFIED), (99, View.UNIFIED), (100, View.SPLIT), (200, View.SPLIT)],
)
def test_auto_is_side_by_side_where_two_columns_have_room(
    width: int, view: View
) -> None:
    assert auto_view(width) is view


def test_folded_boilerplate(bridge: Comparison, golden: Golden) -> None:
    folded = replace(options(100), boilerplate=False)
    golden("layout/folded-100.txt", plain(lay_out(bridge, folded)))


def test_the_order_of_b(bridge: Comparison, golden: Golden) -> None:
    of_b = replace(options(100), order=Order.B, numbers=False)
    golden("layout/order-of-b-without-numbers-100.txt", plain(lay_out(bridge, of_b)))


def test_ascii_draws_nothing_of_its_own_but_ascii(
    bridge: Comparison, golden: Golden
) -> None:
    page = lay_out(bridge, replace(options(100), ascii=True, boilerplate=False))
    golden("layout/ascii-100.txt", plain(page))
    drawn = (Tone.GAP, Tone.MARK, Tone.NUMBER, Tone.NOTE, Tone.RULE, Tone.BLANK)
    runs = [run for y in range(page.height) for run in page.line(y)]
    assert all(run.text.isascii() for run in runs if run.tone in drawn)


def test_tones(bridge: Comparison, golden: Golden) -> None:
    golden("layout/tones-100.txt", toned(lay_out(bridge, options(100))))


def test_every_mark_is_in_these_pages(bridge: Comparison) -> None:
    marks = {row.mark for row in lay_out(bridge, options(100)).rows}
    assert marks == set(Mark) - {Mark.OTHERWISE}


def test_a_spot_is_brought_out_and_nothing_else_moves(bridge: Comparison) -> None:
    page = lay_out(bridge, options(100))
    start = bridge.articles.a.text.index("the ferry from")
    spots = Pair((Span(start, start + 9),), ())
    assert "{spot a: the ferry}" in toned(page, spots)
    assert plain(page, spots) == plain(page)
    assert "{spot" not in toned(page)


def heading(*runs: Run) -> Line:
    return runs


@pytest.mark.parametrize("view", View)
def test_headings_stand_over_their_columns(bridge: Comparison, view: View) -> None:
    page = lay_out(bridge, options(100, view))
    long = Run("River Herald " * 20, Tone.LABEL, Side.B)
    texts = Pair(heading(Run("Harbour Post", Tone.LABEL, Side.A)), heading(long))
    lines = ["".join(run.text for run in line) for line in page.heading(texts)]
    assert [len(line) for line in lines] == [100] * (1 if view is View.SPLIT else 2)
    row = next(
        "".join(run.text for run in page.line(y))
        for y in range(page.height)
        if any(run.text.startswith("Police") for run in page.line(y))
    )
    assert lines[0].index("Harbour") == row.index("Police")
    assert lines[-1].rstrip().endswith("…")
    assert lines[0].lstrip().startswith("A ")
