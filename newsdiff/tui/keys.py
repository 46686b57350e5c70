"""Every key of the reader, as data: the screens bind them, the help shows them.

Each binding has an id, so that a person's own key map can name it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from textual.binding import Binding


class Section(NamedTuple):
    """Keys that belong together in the help."""

    title: str
    bindings: tuple[Binding, ...]


def _key(
    name: str, keys: str, action: str, description: str, *, show: bool = False
) -> Binding:
    return Binding(keys, action, description, show=show, id=name)


def _together(group: Binding.Group, *bindings: Binding) -> tuple[Binding, ...]:
    """Bindings that share one place in the footer."""
    return tuple(replace(binding, show=True, group=group) for binding in bindings)


_CHANGE: Final = Binding.Group("change", compact=True)
_PAIR: Final = Binding.Group("pair", compact=True)

LIST: Final = (
    Section(
        "Choosing",
        (
            _key("list.mark", "space", "mark", "mark", show=True),
            _key("list.open", "enter", "open", "compare", show=True),
            _key("list.clear", "escape", "clear", "clear the marks"),
            _key("list.reload", "R", "reload", "read changed files again"),
        ),
    ),
    Section(
        "Moving",
        (
            _key("list.down", "j,down", "cursor_down", "next article"),
            _key("list.up", "k,up", "cursor_up", "previous article"),
            _key("list.page-down", "f,pagedown", "page_down", "page down"),
            _key("list.page-up", "b,pageup", "page_up", "page up"),
            _key("list.half-down", "d,ctrl+d", "half(1)", "half a page down"),
            _key("list.half-up", "u,ctrl+u", "half(-1)", "half a page up"),
            _key("list.first", "g,home", "first", "first article"),
            _key("list.last", "G,end", "last", "last article"),
        ),
    ),
)

DIFF: Final = (
    Section(
        "Differences",
        (
            *_together(
                _CHANGE,
                _key(
                    "diff.next-change",
                    "right_square_bracket,l,right,n",
                    "change(1)",
                    "next change",
                ),
                _key(
                    "diff.previous-change",
                    "left_square_bracket,h,left,N",
                    "change(-1)",
                    "previous change",
                ),
            ),
            _key("diff.facts", "i", "facts", "facts", show=True),
            _key("diff.focus", "tab,shift+tab", "panel", "text or facts panel"),
        ),
    ),
    Section(
        "Articles",
        (
            *_together(
                _PAIR,
                _key("diff.next-pair", "J", "pair(1)", "next pair"),
                _key("diff.previous-pair", "K", "pair(-1)", "previous pair"),
            ),
            _key("diff.next-a", "comma", "other('a')", "next article as A"),
            _key("diff.next-b", "full_stop", "other('b')", "next article as B"),
            _key("diff.swap", "x", "swap", "swap A and B", show=True),
            _key("diff.reload", "r", "reload(False)", "read this pair again"),
            _key("diff.reload-all", "R", "reload(True)", "read everything again"),
        ),
    ),
    Section(
        "View",
        (
            _key("diff.view", "v", "view", "view", show=True),
            _key("diff.boilerplate", "B", "boilerplate", "boilerplate", show=True),
            _key("diff.order", "a", "order", "rows in A's or B's order"),
            _key("diff.numbers", "number_sign", "numbers", "sentence numbers"),
        ),
    ),
    Section(
        "Moving",
        (
            _key("diff.down", "j,down", "scroll(1)", "line down"),
            _key("diff.up", "k,up", "scroll(-1)", "line up"),
            _key("diff.page-down", "space,f,pagedown", "page(2)", "page down"),
            _key("diff.page-up", "b,pageup", "page(-2)", "page up"),
            _key("diff.half-down", "d,ctrl+d", "page(1)", "half a page down"),
            _key("diff.half-up", "u,ctrl+u", "page(-1)", "half a page up"),
            _key("diff.top", "g,home", "top", "top"),
            _key("diff.bottom", "G,end", "bottom", "bottom"),
            _key("diff.close", "escape", "close", "close the panel, stop loading"),
        ),
    ),
)

APP: Final = (
    Section(
        "newsdiff",
        (
            _key("app.help", "question_mark,f1", "help", "help", show=True),
            _key("app.back", "q", "back", "back", show=True),
            _key("app.quit", "Q,ctrl+q", "quit", "quit at once"),
            _key("app.theme", "t", "change_theme", "choose a theme"),
            _key("app.palette", "ctrl+p,colon", "command_palette", "all commands"),
            _key("app.interrupt", "ctrl+c", "quit", "quit (copies a selection)"),
            _key("app.suspend", "ctrl+z", "suspend_process", "to the background"),
            _key("app.redraw", "ctrl+l", "redraw", "draw the screen again"),
        ),
    ),
)

HELP: Final = (
    Section(
        "Moving",
        (
            _key("help.down", "j,down", "scroll_down", "line down"),
            _key("help.up", "k,up", "scroll_up", "line up"),
            _key("help.page-down", "space,f,d,pagedown", "page_down", "page down"),
            _key("help.page-up", "b,u,pageup", "page_up", "page up"),
            _key("help.top", "g,home", "scroll_home", "top"),
            _key("help.bottom", "G,end", "scroll_end", "bottom"),
            _key("help.close", "escape,question_mark,f1", "close", "close", show=True),
        ),
    ),
)

FACTS: Final = (
    Section(
        "In the facts panel",
        (
            _key("facts.jump", "enter", "select", "go to the sentence"),
            _key("facts.down", "j,down", "cursor_down", "next fact"),
            _key("facts.up", "k,up", "cursor_up", "previous fact"),
            _key("facts.page-down", "space,f,pagedown", "page_down", "page down"),
            _key("facts.page-up", "b,pageup", "page_up", "page up"),
            _key("facts.first", "g,home", "first", "first fact"),
            _key("facts.last", "G,end", "last", "last fact"),
        ),
    ),
)


def bindings(*groups: tuple[Section, ...]) -> list[Binding]:
    """All bindings of some groups of sections."""
    return [b for group in groups for section in group for b in section.bindings]
