"""The keys of the facts panel."""

from __future__ import annotations

from typing import Final

from newsdiff.tui.keys.sections import Section, key

FACTS: Final = (
    Section(
        "In the facts panel",
        (
            key("facts.jump", "enter", "select", "go to the sentence", hint="go there"),
            key("facts.part", "minus", "screen.part_fact", "not the same fact"),
            key("facts.join", "plus", "screen.join_fact", "same fact: then its other"),
            key("facts.checked", "C", "screen.check", "checked, or not yet"),
            key("facts.note", "A", "screen.annotate", "add a note"),
            key("facts.down", "j,down", "cursor_down", "next fact"),
            key("facts.up", "k,up", "cursor_up", "previous fact"),
            key("facts.page-down", "space,f,pagedown", "page_down", "page down"),
            key("facts.page-up", "b,pageup", "page_up", "page up"),
            key("facts.first", "g,home", "first", "first fact"),
            key("facts.last", "G,end", "last", "last fact"),
            key("facts.arrange", "t", "arrange", "by kind, or by place"),
            key("facts.filter", "F", "filter", "only one kind, the next"),
            key("facts.trivial", "z", "trivial", "open or close trivial ones"),
        ),
    ),
)
