"""Elements of HTML or XML → paragraphs, with every word of every inline tag.

What is struck out is left out and counted; `<q>` keeps its quotation marks; a line
break inside a paragraph is a blank, two are the end of it. Nothing is judged: what is
an article and what is furniture of its page is for whoever chose the element.

A table is read by its rows where it holds data: two rows or more in which two cells or
more have a few words each, no heading and no other table. Any other only arranges the
page, and each of its cells has paragraphs of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from newsdiff.formats.html_trees import html_root
from newsdiff.model import Role

Paragraph = tuple[str, Role | None]
"""Its words and its role."""

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main "
    "nav ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
"""Elements that stand in lines of their own."""
_COMMENT: Final = "#comment"
_SILENT: Final = frozenset(
    "#comment script style noscript template head title iframe object svg math button "
    "input select textarea canvas audio video".split()
)
"""Elements whose text is none of a story."""
_STRUCK: Final = frozenset("del s strike".split())
_CELLS: Final = frozenset(("td", "th"))
_QUOTED: Final = "q"
_LINE_END: Final = "br"
_ARRANGED: Final = frozenset("table h1 h2 h3 h4 h5 h6".split())
"""Elements that a table of data has none of."""
_MAX_CELL: Final = 200
"""Characters of the longest cell of a table of data."""
_ROLES: Final = {
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), Role.SUBHEADING),
    "h1": Role.HEADLINE,
    "figcaption": Role.CAPTION,
    "caption": Role.CAPTION,
}


class _End(NamedTuple):
    """The end of a paragraph."""

    role: Role | None


class _Line(NamedTuple):
    """The end of a line; of the paragraph too, where it follows another."""

    role: Role | None


class _Element(NamedTuple):
    """An element that is still to be gone through."""

    element: Any
    role: Role | None
    is_data: bool = False
    """Whether the table that it is in holds data."""
    in_cell: bool = False
    """Whether it is in a cell of such a table: all of a row is one paragraph."""


_Piece = str | _End | _Line


@dataclass
class Walk:
    """Goes through elements once, and counts what it leaves out."""

    left_out: Counter[str] = field(default_factory=Counter)
    """How many of what, in the singular."""
    skip: Callable[[Any], bool] = lambda _element: False
    """Whether an element below the chosen one is passed over, words and all."""

    def html(self, text: str) -> Iterator[Paragraph]:
        """The paragraphs of HTML, whole or a piece of it, however broken."""
        body = self.body(text)
        return iter(()) if body is None else self.paragraphs(body)

    def body(self, text: str) -> Any | None:
        """The body of HTML, None where there is nothing in it.

        What lies so deep that the parser stops there is counted as left out.
        """
        root = html_root(text, self.left_out)
        return None if root is None else root.find("body")

    def paragraphs(self, element: Any) -> Iterator[Paragraph]:
        """The paragraphs of an element of lxml, in order, with their roles.

        The cells of a row of data are one paragraph, with " | " between them.
        """
        pieces: list[str] = []
        ends_line = False
        for piece in self._pieces(element):
            if isinstance(piece, str):
                pieces.append(piece)
                ends_line = ends_line and not piece.strip()
            elif isinstance(piece, _Line) and not ends_line:
                pieces.append("\n")
                ends_line = True
            else:
                if text := "".join(pieces).strip():
                    yield text, piece.role
                pieces.clear()

    def _pieces(self, root: Any) -> Iterator[_Piece]:
        """Words, and the ends of lines and paragraphs.

        What is still to come is kept in a list, so that no nesting is too deep.
        """
        to_come: list[_Piece | _Element] = [_End(None), _Element(root, None)]
        while to_come:
            next_one = to_come.pop()
            if isinstance(next_one, _Element):
                to_come.extend(reversed(self._inside(next_one)))
            else:
                yield next_one

    def _inside(self, outer: _Element) -> list[_Piece | _Element]:
        """What an element says, in order, its children unopened."""
        element, role, is_data, in_cell = outer
        name = _name(element)
        if name in _SILENT or self._is_struck(element, name):
            return []
        own = _ROLES.get(name, role)
        if name == "table":
            is_data = _holds_data(element)
        is_cell = is_data and name in _CELLS
        inside: list[_Piece | _Element] = [element.text or ""]
        for child in element:
            if not self.skip(child):
                inside.append(_Element(child, own, is_data, in_cell or is_cell))
            inside.append(child.tail or "")
        if name == _QUOTED:
            return ["“", *inside, "”"]
        if is_cell:
            return [*inside, " | "] if element.getnext() is not None else inside
        if name == _LINE_END:
            return [" " if in_cell else _Line(role)]
        if name in _BLOCKS:
            return [" ", *inside, " "] if in_cell else [_End(role), *inside, _End(own)]
        return inside

    def _is_struck(self, element: Any, name: str) -> bool:
        if name not in _STRUCK and "line-through" not in (element.get("style") or ""):
            return False
        self.left_out["struck-out passage"] += bool("".join(element.itertext()))
        return True


def _holds_data(table: Any) -> bool:
    """Whether a table holds data, and does not only arrange a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    rows = 0
    for element in table.iterdescendants():
        name = _name(element)
        if name in _ARRANGED:
            return False
        if name == "tr":
            cells = [len("".join(cell.itertext()).strip()) for cell in element]
            if max(cells, default=0) > _MAX_CELL:
                return False
            rows += sum(map(bool, cells)) > 1
    return rows > 1


def _name(element: Any) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else _COMMENT
