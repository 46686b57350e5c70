"""The keys of a story in words."""

from __future__ import annotations

from typing import Final

from newsdiff.tui.keys.sections import Section, key

ACCOUNT: Final = (
    Section(
        "The story in words",
        (
            key("account.open", "enter", "open", "compare there", hint="open"),
            key("account.alone", "w", "alone", "this article alone"),
            key(
                "account.next-version",
                "l,right",
                "version(1)",
                "next article it names",
                hint="article",
            ),
            key(
                "account.previous-version",
                "h,left",
                "version(-1)",
                "previous article it names",
                hint="article",
            ),
            key(
                "account.next-section",
                "right_square_bracket",
                "section(1)",
                "next section",
                hint="section",
            ),
            key(
                "account.previous-section",
                "left_square_bracket",
                "section(-1)",
                "previous section",
                hint="section",
            ),
            key("account.whole", "a", "whole", "all, or the most telling", hint="all"),
            key("account.copy", "y", "copy", "copy the statement"),
            key("account.copy-all", "Y", "copy_all", "copy everything as Markdown"),
            key("account.save", "s", "save", "save it", hint="save"),
            key("account.retry", "R", "retry", "compare again what failed"),
            key("account.close", "escape,S", "close", "stop, back"),
        ),
    ),
    Section(
        "Moving",
        (
            key("account.down", "j,down", "step(1)", "next statement"),
            key("account.up", "k,up", "step(-1)", "previous statement"),
            key("account.page-down", "space,f,pagedown", "page(2)", "page down"),
            key("account.page-up", "b,pageup", "page(-2)", "page up"),
            key("account.half-down", "d,ctrl+d", "page(1)", "half a page down"),
            key("account.half-up", "u,ctrl+u", "page(-1)", "half a page up"),
            key("account.top", "g,home", "end(0)", "top"),
            key("account.bottom", "G,end", "end(-1)", "bottom"),
        ),
    ),
)
