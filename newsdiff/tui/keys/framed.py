"""The keys of what stands over another screen, and of lines to type in."""

from __future__ import annotations

from typing import Final

from newsdiff.tui.keys.sections import Section, key

HELP: Final = (
    Section(
        "Moving",
        (
            key("help.down", "j,down", "scroll_down", "line down"),
            key("help.up", "k,up", "scroll_up", "line up"),
            key("help.page-down", "space,f,d,pagedown", "page_down", "page down"),
            key("help.page-up", "b,u,pageup", "page_up", "page up"),
            key("help.top", "g,home", "scroll_home", "top"),
            key("help.bottom", "G,end", "scroll_end", "bottom"),
            key(
                "help.close", "escape,question_mark,f1", "close", "close", hint="close"
            ),
        ),
    ),
)

CARRIERS: Final = (
    Section(
        "Who carries it",
        (key("carriers.close", "escape,enter", "close", "close", hint="close"),),
    ),
)

WHY: Final = (
    Section(
        "Why",
        (
            key(
                "why.next",
                "right_square_bracket,l,right,n",
                "step(1)",
                "next pair of sentences",
                hint="pair of sentences",
            ),
            key(
                "why.previous",
                "left_square_bracket,h,left,N",
                "step(-1)",
                "previous pair of sentences",
                hint="pair of sentences",
            ),
            key("why.close", "escape,equals_sign", "close", "close", hint="close"),
        ),
    ),
)

FIND: Final = (
    Section(
        "While typing what to find or to filter by",
        (
            key("find.keep", "enter", "leave(True)", "keep it and read on"),
            key("find.end", "escape", "leave(False)", "back to where it began"),
        ),
    ),
)

SAVE: Final = (
    Section(
        "Saving a report",
        (key("save.cancel", "escape", "cancel", "save nothing"),),
    ),
)

ADD: Final = (
    Section(
        "Opening another article",
        (
            key("add.open", "enter", "add", "open it"),
            key("add.cancel", "escape", "cancel", "open nothing"),
        ),
    ),
)

ORIGINAL: Final = (
    Section(
        "The source untouched",
        (key("original.close", "escape,O", "close", "close", hint="close"),),
    ),
)
