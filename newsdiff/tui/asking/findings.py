"""What articles have of a claim, one below the other: those that state it first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from newsdiff.aligning.claims import Claimed, FoundClaim
from newsdiff.model import Article
from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.shared.fitted import Fitted
from newsdiff.tui.shared.screen import plain
from newsdiff.wording.claims import tell_finding

_SIGNS: Final = {
    Claimed.STATED: "=",
    Claimed.UNCLEAR: "~",
    Claimed.ABSENT: "·",
}
_OTHERWISE: Final = "!"
_RANKS: Final = (Claimed.STATED, None, Claimed.UNCLEAR, Claimed.ABSENT)
"""In which order findings stand; None: told otherwise."""
_ONE_LINE: Final = str.maketrans("\n\t", "  ")
_NUMBER: Final = 4
"""Cells of the number of a sentence."""
_EDGES: Final = 3
"""Cells that the list leaves free, and those of its scroll bar."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One article, and what was found in it."""

    place: int
    """On the shelf."""
    label: str
    article: Article
    found: FoundClaim

    @property
    def sentence(self) -> int | None:
        """The sentence that says it best, or comes closest; None where none does."""
        found = self.found
        return found.sentences[0] if found.sentences else found.nearest

    @property
    def rank(self) -> int:
        """Where it stands among others."""
        return _RANKS.index(None if self.found.differences else self.found.state)

    def words(self, width: int) -> Content:
        """The article, what it has of the claim, and the sentence, for a width."""
        found = self.found
        otherwise = bool(found.differences)
        sign = _OTHERWISE if otherwise else _SIGNS[found.state]
        tone = "bold $side-b" if otherwise else "bold $primary"
        told = tell_finding(found)
        if found.state is Claimed.ABSENT and not otherwise:
            told = f"{told}; the closest:" if self.sentence is not None else told
        head = Content.assemble((visible(self.label), "bold"), f"   {visible(told)}")
        lines = hanging(Content.styled(f"{sign} ", tone), head, width)
        if self.sentence is not None:
            lines += self._sentence(self.sentence, width)
        return Content("\n").join([*lines, Content()])

    def _sentence(self, index: int, width: int) -> list[Content]:
        """Its number and words, those that tell it otherwise brought out."""
        sentence = self.article.sentences[index]
        words = self.article.text[sentence.start : sentence.end]
        dim = "" if self.found.sentences else "$faint"
        text = plain(words.translate(_ONE_LINE), dim)
        for one in self.found.differences:
            if one.sentence == index:
                start, end = (k - sentence.start for k in one.span)
                text = text.stylize("bold underline", max(0, start), end)
        number = Content.styled(f"  {index + 1:<{_NUMBER}}", "$faint")
        return hanging(number, text, width)


def hanging(first: Content, words: Content, width: int) -> list[Content]:
    """Words behind something, and their further lines below their first."""
    lead = len(first)
    lines = words.wrap(max(8, width - lead))
    return [
        (first if n == 0 else Content(" " * lead)) + line
        for n, line in enumerate(lines)
    ]


class FindingsList(OptionList, Fitted, inherit_bindings=False):
    """Two or more lines an article; the highlighted one is kept while others come."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *keys.CLAIM[1].bindings,
    ]

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.findings: list[Finding] = []
        """In the order in which they stand."""

    @property
    def here(self) -> Finding | None:
        """The highlighted one."""
        at = self.highlighted
        return None if at is None else self.findings[at]

    def clear(self) -> None:
        """Another claim is asked for."""
        self.findings = []
        self.clear_options()

    def add(self, finding: Finding) -> None:
        """Puts one more in its place; a person who has not moved stays at the first."""
        here = self.here if self.highlighted else None
        before = [one.rank <= finding.rank for one in self.findings]
        at = before.index(False) if False in before else len(before)
        self.findings.insert(at, finding)
        self._fill(self.findings.index(here) if here else 0)

    def on_resize(self) -> None:
        """Wraps them for the width there is."""
        if self.findings:
            self._fill(self.highlighted or 0)

    def _fill(self, here: int) -> None:
        top, width = self.scroll_offset, self.size.width - _EDGES
        self.clear_options()
        self.add_options([Option(one.words(width)) for one in self.findings])
        self.highlighted = here
        self.scroll_to(y=top.y, animate=False)
