"""The keys of the tables of a story: pairs and coverage."""

from __future__ import annotations

from typing import Final

from newsdiff.tui.keys.sections import Section, key

PAIRS: Final = (
    Section(
        "Choosing a pair",
        (
            key("pairs.open", "enter", "open", "open this pair", hint="open"),
            key("pairs.swap", "x", "swap", "the same pair, row for column"),
            key("pairs.view", "v", "view", "facts, words, sentences", hint="view"),
            key("pairs.retry", "R", "retry", "compare again what failed"),
            key("pairs.close", "escape,p", "close", "back", hint="back"),
        ),
    ),
    Section(
        "Moving",
        (
            key("pairs.left", "h,left", "move(0, -1)", "to the left", hint="move"),
            key("pairs.down", "j,down", "move(1, 0)", "down", hint="move"),
            key("pairs.up", "k,up", "move(-1, 0)", "up", hint="move"),
            key("pairs.right", "l,right", "move(0, 1)", "to the right", hint="move"),
            key("pairs.top", "g,home", "end(0)", "first row"),
            key("pairs.bottom", "G,end", "end(-1)", "last row"),
        ),
    ),
)

COVERAGE: Final = (
    Section(
        "Who tells what",
        (
            key("coverage.open", "enter", "open", "compare there", hint="compare"),
            key(
                "coverage.fewer",
                "right_square_bracket",
                "group(1)",
                "next group",
                hint="group",
            ),
            key(
                "coverage.more",
                "left_square_bracket",
                "group(-1)",
                "previous group",
                hint="group",
            ),
            key(
                "coverage.filter", "slash", "filter", "filter the facts", hint="filter"
            ),
            key("coverage.trivial", "z", "trivial", "show or fold trivial ones"),
            key("coverage.desk", "Q", "desk", "quotations, sources, timeline"),
            key("coverage.retry", "R", "retry", "compare again what failed"),
            key("coverage.close", "escape,c", "close", "end filter; back", hint="back"),
        ),
    ),
    Section(
        "Moving",
        (
            key("coverage.down", "j,down", "move(1, 0)", "next fact", hint="fact"),
            key("coverage.up", "k,up", "move(-1, 0)", "previous fact", hint="fact"),
            key("coverage.left", "h,left", "move(0, -1)", "article", hint="article"),
            key("coverage.right", "l,right", "move(0, 1)", "article", hint="article"),
            key("coverage.page-down", "space,f,pagedown", "page(1)", "page down"),
            key("coverage.page-up", "b,pageup", "page(-1)", "page up"),
            key("coverage.top", "g,home", "end(0)", "first fact"),
            key("coverage.bottom", "G,end", "end(-1)", "last fact"),
        ),
    ),
)
