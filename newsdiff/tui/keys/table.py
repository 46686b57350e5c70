"""Every key of the reader, as data: the screens bind them, the help shows them.

Each binding has an id, so that a person's own key map can name it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from textual.binding import Binding

from newsdiff.tui.keys.account import ACCOUNT
from newsdiff.tui.keys.desk import DESK
from newsdiff.tui.keys.facts import FACTS
from newsdiff.tui.keys.framed import (
    ADD,
    CARRIERS,
    CLAIM,
    FIND,
    HELP,
    NOTE,
    ORIGINAL,
    SAVE,
    WHY,
)
from newsdiff.tui.keys.sections import Section, key
from newsdiff.tui.keys.tables import COVERAGE, PAIRS

__all__ = [
    "ACCOUNT",
    "ADD",
    "ALONE",
    "APP",
    "CARRIERS",
    "CLAIM",
    "COVERAGE",
    "DESK",
    "DIFF",
    "FACTS",
    "FIND",
    "GROUPS",
    "HELP",
    "LIST",
    "NOTE",
    "ORIGINAL",
    "PAIRS",
    "SAVE",
    "WHY",
    "Section",
    "bindings",
    "without",
]


LIST: Final = (
    Section(
        "Choosing",
        (
            key("list.mark", "space", "mark", "mark for comparison", hint="mark"),
            key("list.open", "enter", "open", "compare", hint="compare"),
            key("list.clear", "escape", "clear", "end filter, clear marks"),
            key("list.pairs", "p", "pairs", "all pairs, what they share", hint="pairs"),
            key(
                "list.coverage",
                "c",
                "coverage",
                "all facts, who tells them",
                hint="facts",
            ),
            key("list.story", "S", "story", "the story in words", hint="story"),
            key(
                "list.desk", "Q", "desk", "quotations, sources, timeline", hint="quotes"
            ),
            key(
                "list.filter", "slash", "filter", "search lines and texts", hint="find"
            ),
            key("list.add", "a", "add", "open another file or address", hint="add"),
            key("list.sort", "s", "sort", "sort: name, date, length", hint="sort"),
            key("list.backwards", "r", "backwards", "sort the other way round"),
            key(
                "list.alone", "w", "alone", "read it, with who carries it", hint="read"
            ),
            key("list.claim", "t", "claim", "test a claim", hint="claim"),
            key("list.source", "o", "source", "open the source"),
            key("list.original", "O", "original", "show the source untouched"),
            key("list.edit", "e", "edit", "open in the editor"),
            key("list.reload", "R", "reload", "read changed files again"),
            key("list.why", "equals_sign", "why", "why it is in this story"),
            key("list.move", "P", "move", "put it in the marked story"),
            key("list.merge", "M", "merge", "make one story of both"),
            key("list.split", "U", "split", "a story of its own"),
            key("list.quit", "q", "app.back", "quit", hint="quit"),
        ),
    ),
    Section(
        "Moving",
        (
            key("list.down", "j,down", "cursor_down", "next article"),
            key("list.up", "k,up", "cursor_up", "previous article"),
            key("list.page-down", "f,pagedown", "page(1)", "page down"),
            key("list.page-up", "b,pageup", "page(-1)", "page up"),
            key("list.half-down", "d,ctrl+d", "half(1)", "half a page down"),
            key("list.half-up", "u,ctrl+u", "half(-1)", "half a page up"),
            key("list.first", "g,home", "first", "first article"),
            key("list.last", "G,end", "last", "last article"),
        ),
    ),
)

DIFF: Final = (
    Section(
        "Differences",
        (
            key(
                "diff.next-change",
                "right_square_bracket",
                "change(1)",
                "next change",
                hint="change",
            ),
            key(
                "diff.previous-change",
                "left_square_bracket",
                "change(-1)",
                "previous change",
                hint="change",
            ),
            key("diff.right", "l,right", "sideways(1)", "next change; item of card"),
            key("diff.left", "h,left", "sideways(-1)", "the previous one"),
            key(
                "diff.next-conflict", "exclamation_mark", "marked('!')", "next conflict"
            ),
            key("diff.next-only-a", "less_than_sign", "marked('<')", "next only in A"),
            key(
                "diff.next-only-b", "greater_than_sign", "marked('>')", "next only in B"
            ),
            key("diff.enter", "enter", "enter", "go to what the line tells of"),
        ),
    ),
    Section(
        "Finding",
        (
            key("diff.find", "slash", "find", "find in both texts", hint="find"),
            key("diff.next-match", "n", "match(1)", "next match, or change"),
            key("diff.previous-match", "N", "match(-1)", "previous match, or change"),
            key("diff.only-matches", "ampersand", "only_matches", "only what matches"),
        ),
    ),
    Section(
        "Elsewhere",
        (
            key("diff.follow", "m", "follow", "where else it is told"),
            key("diff.alone", "w", "alone", "this article alone", hint="article"),
            key("diff.claim", "t", "claim", "test a claim", hint="claim"),
            key(
                "diff.why",
                "equals_sign",
                "why",
                "why it is linked, or is not",
                hint="why",
            ),
        ),
    ),
    Section(
        "By hand",
        (
            key(
                "diff.pair-up",
                "P",
                "pair_up",
                "pair: this, then its partner",
                hint="pair by hand",
            ),
            key("diff.part", "U", "part", "part what is paired here"),
            key("diff.join", "plus", "join_here", "the fact taken is told here"),
            key("diff.checked", "C", "check", "checked, or not yet"),
            key("diff.note", "A", "annotate", "add a note", hint="note"),
            key("diff.undo", "ctrl+z", "undo", "undo what you said last"),
            key("diff.redo", "ctrl+y", "redo", "say it again"),
        ),
    ),
    Section(
        "Articles",
        (
            key("diff.next-pair", "J", "pair(1)", "next pair", hint="pair"),
            key("diff.previous-pair", "K", "pair(-1)", "previous pair", hint="pair"),
            key("diff.next-a", "comma", "other('a')", "next article as A"),
            key("diff.next-b", "full_stop", "other('b')", "next article as B"),
            key("diff.swap", "x", "swap", "swap A and B"),
            key("diff.pairs", "p", "pairs", "all pairs and what they share"),
            key(
                "diff.coverage",
                "c",
                "coverage",
                "all facts and who tells them",
                hint="coverage",
            ),
            key("diff.story", "S", "story", "the story in words", hint="story"),
            key(
                "diff.desk", "Q", "desk", "quotations, sources, timeline", hint="quotes"
            ),
            key("diff.reload", "r", "reload(False)", "read this pair again"),
            key("diff.reload-all", "R", "reload(True)", "read everything again"),
        ),
    ),
    Section(
        "View",
        (
            key("diff.facts", "i", "facts", "facts panel", hint="facts"),
            key("diff.focus", "tab,shift+tab", "panel", "from text to facts and back"),
            key("diff.view", "v", "view", "side by side, unified, auto", hint="view"),
            key("diff.fold", "z", "fold", "open or close this fold", hint="fold"),
            key("diff.fold-all", "Z", "fold_all", "fold all that is in common"),
            key("diff.more", "right_curly_bracket", "context(1)", "more context"),
            key("diff.less", "left_curly_bracket", "context(-1)", "less context"),
            key(
                "diff.boilerplate", "B", "boilerplate", "boilerplate; on it: compare it"
            ),
            key("diff.order", "a", "order", "order: both', A's, B's", hint="order"),
            key("diff.legend", "L", "legend", "what the marks say"),
            key("diff.numbers", "number_sign", "numbers", "sentence numbers"),
        ),
    ),
    Section(
        "Taking along",
        (
            key("diff.copy", "y", "copy_row", "copy the row", hint="copy"),
            key("diff.copy-all", "Y", "copy_all", "copy everything as Markdown"),
            key("diff.save", "s", "save", "save a report", hint="save"),
            key("diff.source", "o", "source(False)", "open the source"),
            key("diff.sources", "O", "source(True)", "open both sources"),
            key("diff.edit", "e", "edit", "open in the editor"),
        ),
    ),
    Section(
        "Moving",
        (
            key("diff.down", "j,down", "scroll(1)", "line down"),
            key("diff.up", "k,up", "scroll(-1)", "line up"),
            key("diff.page-down", "space,f,pagedown", "page(2)", "page down"),
            key("diff.page-up", "b,pageup", "page(-2)", "page up"),
            key("diff.half-down", "d,ctrl+d", "page(1)", "half a page down"),
            key("diff.half-up", "u,ctrl+u", "page(-1)", "half a page up"),
            key("diff.top", "g,home", "top", "top"),
            key("diff.bottom", "G,end", "bottom", "bottom"),
            key("diff.close", "escape", "close", "close panel, end search, stop"),
        ),
    ),
)

APP: Final = (
    Section(
        "newsdiff",
        (
            key("app.help", "question_mark,f1", "help", "help", hint="help"),
            key("app.back", "q", "back", "back", hint="back"),
            key("app.quit", "ctrl+q", "quit", "quit at once"),
            key("app.theme", "T", "change_theme", "choose a theme"),
            key("app.palette", "ctrl+p,colon", "command_palette", "all commands"),
            key("app.interrupt", "ctrl+c", "interrupt", "quit (copies a selection)"),
            key("app.suspend", "ctrl+z", "suspend_process", "to the background"),
            key("app.redraw", "ctrl+l", "redraw", "draw the screen again"),
        ),
    ),
)

ALONE: Final = (
    Section(
        "Reading one article",
        (
            key("alone.who", "enter", "who", "who carries it", hint="who carries it"),
            key(
                "alone.next-own",
                "right_square_bracket,l,right",
                "own(1)",
                "next that no other tells",
                hint="only here",
            ),
            key(
                "alone.previous-own",
                "left_square_bracket,h,left",
                "own(-1)",
                "previous one, untold",
                hint="only here",
            ),
            key("alone.find", "slash", "find", "find words", hint="find"),
            key("alone.next-match", "n", "match(1)", "next match, or only here"),
            key("alone.previous-match", "N", "match(-1)", "previous one"),
            key("alone.next", "J", "other(1)", "next article", hint="article"),
            key("alone.previous", "K", "other(-1)", "previous one", hint="article"),
            key("alone.boilerplate", "B", "boilerplate", "show or fold boilerplate"),
            key("alone.desk", "Q", "desk", "quotations, sources, timeline"),
            key("alone.claim", "t", "claim", "test a claim", hint="claim"),
            key("alone.retry", "R", "retry", "compare again what failed"),
            key("alone.close", "escape,w", "close", "back"),
        ),
    ),
    Section(
        "Moving",
        (
            key("alone.down", "j,down", "step(1)", "next sentence"),
            key("alone.up", "k,up", "step(-1)", "previous sentence"),
            key("alone.page-down", "space,f,pagedown", "page(2)", "page down"),
            key("alone.page-up", "b,pageup", "page(-2)", "page up"),
            key("alone.half-down", "d,ctrl+d", "page(1)", "half a page down"),
            key("alone.half-up", "u,ctrl+u", "page(-1)", "half a page up"),
            key("alone.top", "g,home", "end(0)", "top"),
            key("alone.bottom", "G,end", "end(-1)", "bottom"),
        ),
    ),
)

GROUPS: Final[Mapping[str, tuple[Section, ...]]] = {
    "The list of articles": LIST,
    "The diff": DIFF,
    "The facts panel": FACTS,
    "The line in which words are typed": FIND,
    "Pairs": PAIRS,
    "Coverage": COVERAGE,
    "The story in words": ACCOUNT,
    "The quote desk": DESK,
    "One article alone": ALONE,
    "Who carries a sentence": CARRIERS,
    "Testing a claim": CLAIM,
    "Why": WHY,
    "The help and what else scrolls in a frame": HELP,
    "A note": NOTE,
    "Saving a report": SAVE,
    "Opening another article": ADD,
    "The source untouched": ORIGINAL,
    "Everywhere": APP,
}
"""All keys there are, by where they work."""


def bindings(*groups: tuple[Section, ...]) -> list[Binding]:
    """All bindings of some groups of sections."""
    return [b for group in groups for section in group for b in section.bindings]


def without(
    sections: tuple[Section, ...], taken: Sequence[Binding]
) -> tuple[Section, ...]:
    """The sections without the bindings all of whose keys are taken."""
    gone = {key for binding in taken for key in binding.key.split(",")}
    return tuple(
        Section(title, tuple(b for b in kept if not gone.issuperset(b.key.split(","))))
        for title, kept in sections
    )
