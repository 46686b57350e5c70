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
            key("why.table", "t", "table", "what weighs how much", hint="weights"),
            key("why.close", "escape,equals_sign", "close", "close", hint="close"),
        ),
    ),
    Section(
        "From where on a link is made",
        (
            key("why.more", "plus", "move(1)", "a higher threshold", hint="threshold"),
            key("why.less", "minus", "move(-1)", "a lower threshold", hint="threshold"),
            key("why.other", "tab", "other", "the other threshold"),
            key("why.reset", "0", "reset", "both as measured"),
        ),
    ),
)

CLAIM: Final = (
    Section(
        "Testing a claim",
        (
            key("claim.open", "enter", "select", "go to the sentence", hint="go there"),
            key("claim.edit", "t,slash", "edit", "change the words", hint="change"),
            key("claim.close", "escape", "close", "stop, then back", hint="back"),
        ),
    ),
    Section(
        "Moving",
        (
            key("claim.down", "j,down", "cursor_down", "next article", hint="article"),
            key("claim.up", "k,up", "cursor_up", "previous article", hint="article"),
            key("claim.page-down", "space,f,pagedown", "page_down", "page down"),
            key("claim.page-up", "b,pageup", "page_up", "page up"),
            key("claim.first", "g,home", "first", "first article"),
            key("claim.last", "G,end", "last", "last article"),
        ),
    ),
    Section(
        "While typing a claim",
        (
            key(
                "claim.look", "enter", "leave(True)", "look for it", hint="look for it"
            ),
            key("claim.leave", "escape", "leave(False)", "as it was", hint="back"),
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

NOTE: Final = (
    Section(
        "A note",
        (key("note.cancel", "escape", "cancel", "change nothing"),),
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
