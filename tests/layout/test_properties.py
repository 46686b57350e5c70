"""What must hold for any two texts at any width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from newsdiff.comparing import Order
from newsdiff.layout import Fold, LayoutOptions, Page, Run, Tone, View, lay_out
from newsdiff.model import Comparison, Role, Side
from newsdiff.text.cells import characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap

PIECES = [
    *"bridge Pier 33 [sic] [b]bold[/b] “quoted” U.S. a of cracks-and-pillars".split(),
    "北京的桥梁",
    "ソウル、",
    "한국",
    "Jose\u0301",
    "👩‍👩‍👧",
    "🇳🇴🇸🇪",
    "❤️",
    "e\u0301\u0323\u0308",
    "\x1b[31m",
    "\u202e",
    "שלום",
    "longwordwithoutanyblank" * 3,
]
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)
ANY_LINE = st.text(min_size=1, max_size=60).filter(lambda t: visible(t).strip() != "")
ROLES = st.sampled_from([Role.BODY, Role.BODY, Role.BOILERPLATE, Role.DATELINE])
TOLD = st.lists(st.tuples(ROLES, WORDS), min_size=1, max_size=7)
OPTIONS = st.builds(
    LayoutOptions,
    width=st.integers(1, 200),
    view=st.sampled_from(View),
    order=st.sampled_from(Order),
    boilerplate=st.booleans(),
    numbers=st.booleans(),
    ascii=st.booleans(),
)
Make = Callable[..., Comparison]
pytestmark = pytest.mark.slow(reason="lays out hundreds of comparisons")
FAST = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
TEXT_TONES = set(Tone) - {Tone.NUMBER, Tone.MARK, Tone.NOTE, Tone.GAP, Tone.RULE}


def lines(page: Page) -> list[Sequence[Run]]:
    return [page.line(y) for y in range(page.height)]


@FAST
@given(a=TOLD, b=TOLD, options=OPTIONS)
def test_every_line_is_exactly_as_wide_as_the_screen(
    told: Make,
    a: list[tuple[Role, str]],
    b: list[tuple[Role, str]],
    options: LayoutOptions,
) -> None:
    for line in lines(lay_out(told(a, b), options)):
        assert sum(cell_len(run.text) for run in line) == options.width
        assert cell_len("".join(run.text for run in line)) == options.width


@FAST
@given(a=TOLD, b=TOLD, options=OPTIONS)
def test_every_sentence_stands_in_exactly_one_row(
    told: Make,
    a: list[tuple[Role, str]],
    b: list[tuple[Role, str]],
    options: LayoutOptions,
) -> None:
    page = lay_out(told(a, b), options)
    for side, sentences in ((Side.A, a), (Side.B, b)):
        rows = [i for row in page.rows for i in row.sentences[side]]
        assert Counter(rows) == Counter(range(len(sentences)))
        for i in range(len(sentences)):
            assert i in page.rows[page.row_of(side, i)].sentences[side]


@FAST
@given(a=TOLD, b=TOLD, options=OPTIONS.filter(lambda o: o.width >= 30))
def test_no_word_of_an_article_is_lost(
    told: Make,
    a: list[tuple[Role, str]],
    b: list[tuple[Role, str]],
    options: LayoutOptions,
) -> None:
    page = lay_out(told(a, b), replace(options, boilerplate=True))
    shown = {side: Counter[str]() for side in Side}
    for line in lines(page)[page.card_end :]:
        for run in line:
            if run.side and run.tone in TEXT_TONES:
                shown[run.side].update(run.text.replace(" ", ""))
    for side, sentences in ((Side.A, a), (Side.B, b)):
        expected = Counter(visible("".join(w for _, w in sentences)).replace(" ", ""))
        if options.view is View.SPLIT:
            assert shown[side] == expected
        else:  # a sentence that reads the same on both sides is shown once
            assert shown[side] <= expected
            assert all(
                shown[Side.A][c] + shown[Side.B][c] >= n for c, n in expected.items()
            )


@FAST
@given(a=TOLD, b=TOLD, options=OPTIONS)
def test_folding_boilerplate_and_back_changes_nothing(
    told: Make,
    a: list[tuple[Role, str]],
    b: list[tuple[Role, str]],
    options: LayoutOptions,
) -> None:
    shown = replace(options, boilerplate=True)
    page = lay_out(told(a, b), shown)
    again = page.again(replace(options, boilerplate=False)).again(shown)
    assert again.rows == page.rows
    assert lines(again) == lines(page)


@FAST
@given(a=TOLD, b=TOLD, options=OPTIONS)
def test_a_fold_holds_all_boilerplate_and_nothing_else(
    told: Make,
    a: list[tuple[Role, str]],
    b: list[tuple[Role, str]],
    options: LayoutOptions,
) -> None:
    page = lay_out(told(a, b), replace(options, boilerplate=False))
    for side, sentences in ((Side.A, a), (Side.B, b)):
        hidden = {
            i for row in page.rows if isinstance(row, Fold) for i in row.sentences[side]
        }
        assert hidden == {
            i for i, (role, _) in enumerate(sentences) if role is Role.BOILERPLATE
        }


@FAST
@given(a=TOLD, b=TOLD, options=OPTIONS)
def test_lines_and_rows_lead_to_each_other(
    told: Make,
    a: list[tuple[Role, str]],
    b: list[tuple[Role, str]],
    options: LayoutOptions,
) -> None:
    page = lay_out(told(a, b), options)
    tops = [page.top(row) for row in range(len(page.rows) + 1)]
    assert tops == sorted(set(tops))
    assert tops[-1] == page.height
    for row, top in enumerate(tops[:-1]):
        assert page.row_at(top) == page.row_at(tops[row + 1] - 1) == row


@FAST
@given(text=WORDS | ANY_LINE, width=st.integers(1, 40))
def test_wrapping_keeps_every_character_and_cuts_none_in_two(
    text: str, width: int
) -> None:
    text = visible(text).strip(" ") or "x"
    spans = wrap(text, width, characters)
    starts = {start for start, _, _ in split_graphemes(text)[0]} | {len(text)}
    assert spans[0].start == 0
    assert spans[-1].end == len(text)
    for span, following in pairwise(spans):
        assert text[span.end : following.start].strip(" ") == ""
    for span in spans:
        assert {span.start, span.end} <= starts
        size = cell_len(text[span.start : span.end])
        alone = len(split_graphemes(text[span.start : span.end])[0]) == 1
        assert size <= width or alone
