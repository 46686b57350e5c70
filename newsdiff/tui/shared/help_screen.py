"""Every key of a screen and what the marks mean, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from newsdiff.comparing import Mark
from newsdiff.model import Pair
from newsdiff.text.cells import fit
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.names import shown
from newsdiff.tui.keys.sections import Section
from newsdiff.tui.shared.body import Body
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import Legend
from newsdiff.wording.phrases import mark_words

_KEYS: Final = 15
"""Cells of the column of keys."""
_COLUMN: Final = 48
"""Cells of a column of sections."""
_TWO_COLUMNS: Final = 2 * _COLUMN + 8
"""Columns of the screen from which sections stand in two columns."""


class HelpScreen(Screen[None]):
    """Closed by the key that opened it. Not modal: the keys of the app work here too.

    Args:
        sections: The keys to show.
        about: What the screen is for, in a few words.
        legend: What is explained beside the keys, and how many sections stand before
            that: those of the part of the screen that has the keys.
    """

    CSS_PATH: ClassVar = ["body.tcss", "help_screen.tcss"]
    DEFAULT_CLASSES = "framed"
    BINDINGS: ClassVar[list[BindingType]] = [
        b for b in keys.bindings(keys.HELP) if b.id == "help.close"
    ]

    def __init__(
        self,
        sections: Sequence[Section],
        about: str,
        legend: tuple[Legend | None, int] = (None, 0),
    ) -> None:
        super().__init__()
        self._about = about
        blocks = [_block(section) for section in sections]
        explained, before = legend
        if explained:
            blocks.insert(before, _LEGENDS[explained]())
        self._blocks = blocks
        self._two = False

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        self._two = self.app.size.width >= _TWO_COLUMNS
        with Body(id="help", classes="-two" if self._two else ""):
            yield Static(Content(self._about), id="about")
            yield Static(self._text(), id="keys")
        yield KeyBar()

    def on_mount(self) -> None:
        """Keys scroll at once."""
        self.query_one("#help").focus()

    def on_resize(self, event: events.Resize) -> None:
        """One column of sections or two."""
        two = event.size.width >= _TWO_COLUMNS
        if two != self._two:
            self._two = two
            self.query_one("#help").set_class(two, "-two")
            self.query_one("#keys", Static).update(self._text())

    def _text(self) -> Content:
        lines = _in_two(self._blocks) if self._two else _in_one(self._blocks)
        return Content("\n").join(lines)

    def action_close(self) -> None:
        """Back to the screen it was opened on."""
        self.dismiss()


def _block(section: Section) -> list[Content]:
    lines = [Content.styled(section.title, "bold $primary")]
    for binding in section.bindings:
        names = fit(" ".join(map(shown, binding.key.split(","))), _KEYS)
        lines.append(Content.assemble("  ", (names, "bold"), " ", binding.description))
    return lines


def _marks() -> list[Content]:
    """What stands in the gutter, and what is brought out in the text."""
    lines = [Content.styled("Marks", "bold $primary")]
    for mark in Mark:
        if mark is not Mark.NONE:
            words = mark_words(mark, Pair("A", "B"))
            tone = f"$side-{mark.side}" if mark.side else ""
            lines.append(
                Content.assemble(
                    "  ", (fit(mark.value, _KEYS), f"bold {tone}"), " ", words
                )
            )
    samples = (
        (("name", "bold $side-a on $side-a-tint"), "a fact that only A mentions"),
        (("name", "bold $side-b on $side-b-tint"), "a fact that only B mentions"),
        (("words", "bold $side-a"), "a passage that only A tells"),
        (("word", "underline"), "a word that differs"),
        (("– not found", "$faint"), "no sentence tells this"),
        (("→ B tells this", "italic $faint"), "elsewhere; m goes there"),
        (("told ↓4 in B", "italic $faint"), "the same, in few columns"),
    )
    return [*lines, *_samples(samples)]


def _numbers() -> list[Content]:
    """What stands in front of the sentences of one article."""
    samples = (
        (("3/4", "bold"), "three of four others tell it"),
        (("~", "bold"), "one more tells some of it"),
        (("shade", "on $side-a-tint"), "the darker, the more tell it"),
    )
    return [Content.styled("Numbers", "bold $primary"), *_samples(samples)]


def _samples(
    samples: Iterable[tuple[tuple[str, str], str]],
) -> Iterator[Content]:
    """Lines with something as it is drawn, and what that means."""
    for sample, words in samples:
        gap = " " * (_KEYS + 1 - len(sample[0]))
        yield Content.assemble("  ", sample, gap, words)


_LEGENDS: Final = {Legend.MARKS: _marks, Legend.NUMBERS: _numbers}


def _in_one(blocks: Iterable[list[Content]]) -> list[Content]:
    """All blocks below each other, an empty line between them."""
    lines = [line for block in blocks for line in [*block, Content()]]
    return lines[:-1]


def _in_two(blocks: Sequence[list[Content]]) -> list[Content]:
    """Blocks in two columns of about the same height, read down and then across."""
    half = (sum(len(block) + 1 for block in blocks) + 1) // 2
    left = 0
    taken = 0
    while left < len(blocks) and taken + len(blocks[left]) // 2 < half:
        taken += len(blocks[left]) + 1
        left += 1
    columns = _in_one(blocks[:left]), _in_one(blocks[left:])
    height = max(map(len, columns))
    first, second = ([*c, *[Content()] * (height - len(c))] for c in columns)
    return [
        a.truncate(_COLUMN, ellipsis=True, pad=True) + Content("  ") + b
        for a, b in zip(first, second, strict=True)
    ]
