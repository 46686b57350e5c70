"""The keys of the quote desk."""

from __future__ import annotations

from typing import Final

from newsdiff.tui.keys.sections import Section, key

DESK: Final = (
    Section(
        "Who says what, and when",
        (
            key("desk.open", "enter", "open", "go there", hint="go there"),
            key("desk.view", "tab,t", "view(1)", "next view", hint="view"),
            key("desk.view-back", "shift+tab", "view(-1)", "the view before"),
            key("desk.alone", "w", "alone", "this article alone", hint="article"),
            key(
                "desk.next",
                "right_square_bracket,n",
                "differing(1)",
                "next that outlets tell otherwise",
                hint="differing",
            ),
            key(
                "desk.previous",
                "left_square_bracket,N",
                "differing(-1)",
                "previous that outlets tell otherwise",
                hint="differing",
            ),
            key("desk.retry", "R", "retry", "compare again what failed"),
            key("desk.close", "escape,Q", "close", "back"),
        ),
    ),
    Section(
        "Moving",
        (
            key("desk.down", "j,down", "move(1, 0)", "down"),
            key("desk.up", "k,up", "move(-1, 0)", "up"),
            key("desk.left", "h,left", "move(0, -1)", "article to the left"),
            key("desk.right", "l,right", "move(0, 1)", "article to the right"),
            key("desk.page-down", "space,f,pagedown", "page(1)", "page down"),
            key("desk.page-up", "b,pageup", "page(-1)", "page up"),
            key("desk.top", "g,home", "end(0)", "first"),
            key("desk.bottom", "G,end", "end(-1)", "last"),
        ),
    ),
)
