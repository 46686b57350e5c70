"""Every key of the reader, as data: the screens bind them, the help shows them.

Each binding has an id, so that a person's own key map can name it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from textual.binding import Binding


class Section(NamedTuple):
    """Keys that belong together in the help."""

    title: str
    bindings: tuple[Binding, ...]


def _key(
    name: str, keys: str, action: str, description: str, *, hint: str = ""
) -> Binding:
    """A binding; with a hint it stands in the key bar, sharing it with its like."""
    group = Binding.Group(hint) if hint else None
    return Binding(
        keys,
        action,
        description,
        show=bool(hint),
        id=name,
        group=group,
        priority=name in _BEFORE_WORDS,
    )


_BEFORE_WORDS: Final = ("list.filter", "diff.find", "diff.only-matches")
"""Words follow these. They are carried out before the next key is looked at, so that
what is typed right behind them does not run as commands."""


LIST: Final = (
    Section(
        "Choosing",
        (
            _key("list.mark", "space", "mark", "mark for comparison", hint="mark"),
            _key("list.open", "enter", "open", "compare", hint="compare"),
            _key("list.clear", "escape", "clear", "end filter, clear marks"),
            _key(
                "list.pairs", "p", "pairs", "all pairs, what they share", hint="pairs"
            ),
            _key("list.coverage", "c", "coverage", "all facts, who tells them"),
            _key("list.filter", "slash", "filter", "filter the list", hint="filter"),
            _key("list.sort", "s", "sort", "sort: name, date, length", hint="sort"),
            _key("list.backwards", "S", "backwards", "sort the other way round"),
            _key("list.alone", "w", "alone", "read it, with who carries it"),
            _key("list.source", "o", "source", "open the source"),
            _key("list.edit", "e", "edit", "open in the editor"),
            _key("list.reload", "R", "reload", "read changed files again"),
            _key("list.quit", "q", "app.back", "quit", hint="quit"),
        ),
    ),
    Section(
        "Moving",
        (
            _key("list.down", "j,down", "cursor_down", "next article"),
            _key("list.up", "k,up", "cursor_up", "previous article"),
            _key("list.page-down", "f,pagedown", "page(1)", "page down"),
            _key("list.page-up", "b,pageup", "page(-1)", "page up"),
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
            _key(
                "diff.next-change",
                "right_square_bracket,l,right",
                "change(1)",
                "next change",
                hint="change",
            ),
            _key(
                "diff.previous-change",
                "left_square_bracket,h,left",
                "change(-1)",
                "previous change",
                hint="change",
            ),
        ),
    ),
    Section(
        "Finding",
        (
            _key("diff.find", "slash", "find", "find in both texts", hint="find"),
            _key("diff.next-match", "n", "match(1)", "next match, or change"),
            _key("diff.previous-match", "N", "match(-1)", "previous match, or change"),
            _key("diff.only-matches", "ampersand", "only_matches", "only what matches"),
        ),
    ),
    Section(
        "Elsewhere",
        (
            _key("diff.follow", "m", "follow", "where else it is told"),
            _key("diff.alone", "w", "alone", "this article alone"),
            _key("diff.why", "equals_sign", "why", "why it is linked, or is not"),
        ),
    ),
    Section(
        "Articles",
        (
            _key("diff.next-pair", "J", "pair(1)", "next pair", hint="pair"),
            _key("diff.previous-pair", "K", "pair(-1)", "previous pair", hint="pair"),
            _key("diff.next-a", "comma", "other('a')", "next article as A"),
            _key("diff.next-b", "full_stop", "other('b')", "next article as B"),
            _key("diff.swap", "x", "swap", "swap A and B"),
            _key("diff.pairs", "p", "pairs", "all pairs and what they share"),
            _key("diff.coverage", "c", "coverage", "all facts and who tells them"),
            _key("diff.reload", "r", "reload(False)", "read this pair again"),
            _key("diff.reload-all", "R", "reload(True)", "read everything again"),
        ),
    ),
    Section(
        "View",
        (
            _key("diff.facts", "i", "facts", "facts panel", hint="facts"),
            _key("diff.focus", "tab,shift+tab", "panel", "from text to facts and back"),
            _key("diff.view", "v", "view", "side by side, unified, auto", hint="view"),
            _key("diff.fold", "z", "fold", "open or close this fold", hint="fold"),
            _key("diff.fold-all", "Z", "fold_all", "fold all that is in common"),
            _key("diff.more", "right_curly_bracket", "context(1)", "more context"),
            _key("diff.less", "left_curly_bracket", "context(-1)", "less context"),
            _key("diff.boilerplate", "B", "boilerplate", "show or fold boilerplate"),
            _key("diff.order", "a", "order", "rows in A's or B's order"),
            _key("diff.numbers", "number_sign", "numbers", "sentence numbers"),
        ),
    ),
    Section(
        "Taking along",
        (
            _key("diff.copy", "y", "copy_row", "copy the row"),
            _key("diff.copy-all", "Y", "copy_all", "copy everything as Markdown"),
            _key("diff.save", "s", "save", "save a report"),
            _key("diff.source", "o", "source(False)", "open the source"),
            _key("diff.sources", "O", "source(True)", "open both sources"),
            _key("diff.edit", "e", "edit", "open in the editor"),
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
            _key("diff.close", "escape", "close", "close panel, end search, stop"),
        ),
    ),
)

APP: Final = (
    Section(
        "newsdiff",
        (
            _key("app.help", "question_mark,f1", "help", "help", hint="help"),
            _key("app.back", "q", "back", "back", hint="back"),
            _key("app.quit", "Q,ctrl+q", "quit", "quit at once"),
            _key("app.theme", "t", "change_theme", "choose a theme"),
            _key("app.palette", "ctrl+p,colon", "command_palette", "all commands"),
            _key("app.interrupt", "ctrl+c", "interrupt", "quit (copies a selection)"),
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
            _key(
                "help.close", "escape,question_mark,f1", "close", "close", hint="close"
            ),
        ),
    ),
)

PAIRS: Final = (
    Section(
        "Choosing a pair",
        (
            _key("pairs.open", "enter", "open", "open this pair", hint="open"),
            _key("pairs.swap", "x", "swap", "the same pair, row for column"),
            _key("pairs.close", "escape,p", "close", "back", hint="back"),
        ),
    ),
    Section(
        "Moving",
        (
            _key("pairs.left", "h,left", "move(0, -1)", "to the left", hint="move"),
            _key("pairs.down", "j,down", "move(1, 0)", "down", hint="move"),
            _key("pairs.up", "k,up", "move(-1, 0)", "up", hint="move"),
            _key("pairs.right", "l,right", "move(0, 1)", "to the right", hint="move"),
            _key("pairs.top", "g,home", "end(0)", "first row"),
            _key("pairs.bottom", "G,end", "end(-1)", "last row"),
        ),
    ),
)

COVERAGE: Final = (
    Section(
        "Who tells what",
        (
            _key("coverage.open", "enter", "open", "compare there", hint="compare"),
            _key(
                "coverage.fewer",
                "right_square_bracket",
                "group(1)",
                "what fewer tell",
                hint="fewer, more",
            ),
            _key(
                "coverage.more",
                "left_square_bracket",
                "group(-1)",
                "what more tell",
                hint="fewer, more",
            ),
            _key("coverage.close", "escape,c", "close", "back", hint="back"),
        ),
    ),
    Section(
        "Moving",
        (
            _key("coverage.down", "j,down", "move(1, 0)", "next fact", hint="fact"),
            _key("coverage.up", "k,up", "move(-1, 0)", "previous fact", hint="fact"),
            _key("coverage.left", "h,left", "move(0, -1)", "article", hint="article"),
            _key("coverage.right", "l,right", "move(0, 1)", "article", hint="article"),
            _key("coverage.page-down", "space,f,pagedown", "page(1)", "page down"),
            _key("coverage.page-up", "b,pageup", "page(-1)", "page up"),
            _key("coverage.top", "g,home", "end(0)", "first fact"),
            _key("coverage.bottom", "G,end", "end(-1)", "last fact"),
        ),
    ),
)

ALONE: Final = (
    Section(
        "Reading one article",
        (
            _key("alone.who", "enter", "who", "who carries it", hint="who carries it"),
            _key(
                "alone.next-own",
                "right_square_bracket,l,right,n",
                "own(1)",
                "next that no other carries",
                hint="only here",
            ),
            _key(
                "alone.previous-own",
                "left_square_bracket,h,left,N",
                "own(-1)",
                "previous that no other carries",
                hint="only here",
            ),
            _key("alone.next", "J", "other(1)", "next article", hint="article"),
            _key("alone.previous", "K", "other(-1)", "previous one", hint="article"),
            _key("alone.boilerplate", "B", "boilerplate", "show or fold boilerplate"),
            _key("alone.close", "escape,w", "close", "back"),
        ),
    ),
    Section(
        "Moving",
        (
            _key("alone.down", "j,down", "step(1)", "next sentence"),
            _key("alone.up", "k,up", "step(-1)", "previous sentence"),
            _key("alone.page-down", "space,f,pagedown", "page(2)", "page down"),
            _key("alone.page-up", "b,pageup", "page(-2)", "page up"),
            _key("alone.half-down", "d,ctrl+d", "page(1)", "half a page down"),
            _key("alone.half-up", "u,ctrl+u", "page(-1)", "half a page up"),
            _key("alone.top", "g,home", "end(0)", "top"),
            _key("alone.bottom", "G,end", "end(-1)", "bottom"),
        ),
    ),
)

CARRIERS: Final = (
    Section(
        "Who carries it",
        (_key("carriers.close", "escape,enter", "close", "close", hint="close"),),
    ),
)

WHY: Final = (
    Section(
        "Why",
        (
            _key(
                "why.next",
                "right_square_bracket,l,right,n",
                "step(1)",
                "next pair of sentences",
                hint="pair of sentences",
            ),
            _key(
                "why.previous",
                "left_square_bracket,h,left,N",
                "step(-1)",
                "previous pair of sentences",
                hint="pair of sentences",
            ),
            _key("why.close", "escape,equals_sign", "close", "close", hint="close"),
        ),
    ),
)

FIND: Final = (
    Section(
        "While typing what to find or to filter by",
        (
            _key("find.keep", "enter", "leave(True)", "keep it and read on"),
            _key("find.end", "escape", "leave(False)", "back to where it began"),
        ),
    ),
)

FACTS: Final = (
    Section(
        "In the facts panel",
        (
            _key(
                "facts.jump", "enter", "select", "go to the sentence", hint="go there"
            ),
            _key("facts.down", "j,down", "cursor_down", "next fact"),
            _key("facts.up", "k,up", "cursor_up", "previous fact"),
            _key("facts.page-down", "space,f,pagedown", "page_down", "page down"),
            _key("facts.page-up", "b,pageup", "page_up", "page up"),
            _key("facts.first", "g,home", "first", "first fact"),
            _key("facts.last", "G,end", "last", "last fact"),
        ),
    ),
)

SAVE: Final = (
    Section(
        "Saving a report",
        (_key("save.cancel", "escape", "cancel", "save nothing"),),
    ),
)

GROUPS: Final[Mapping[str, tuple[Section, ...]]] = {
    "The list of articles": LIST,
    "The diff": DIFF,
    "The facts panel": FACTS,
    "The line in which words are typed": FIND,
    "Pairs": PAIRS,
    "Coverage": COVERAGE,
    "One article alone": ALONE,
    "Who carries a sentence": CARRIERS,
    "Why": WHY,
    "The help and what else scrolls in a frame": HELP,
    "Saving a report": SAVE,
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
