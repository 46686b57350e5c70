"""Documents of Word (.docx), also as Google Docs, LibreOffice and Pages write them.

Read from the XML itself: python-docx leaves out insertions, content controls, text
boxes and notes, and keeps hidden text. The text is the accepted one: what tracked
changes insert is in, what they delete is out. Notes come at the end, text boxes behind
the paragraph that they are fixed to; headers, footers, comments and hidden text are
left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from newsdiff.cancellation import cancellable
from newsdiff.formats.documents import docx_elements as word
from newsdiff.formats.documents.packages import Package, damaged
from newsdiff.formats.documents.paragraphs import (
    Counts,
    Document,
    Paragraph,
    article_of,
    row_of,
    symbol,
)
from newsdiff.formats.extracts import Extract, Options
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_NAME: Final = b"word/document.xml"
_TRANSPARENT: Final = frozenset(
    "ins moveTo hyperlink smartTag customXml sdtContent bdo dir fldSimple ruby "
    "rubyBase m:oMath m:oMathPara".split()
)
"""Elements around others that are none of the text's structure."""
_GONE: Final = {
    "del": "deletion",
    "moveFrom": "",
    "rt": "",
    "altChunk": "embedded file",
    "subDoc": "embedded file",
}
"""Elements whose text is none of the accepted text."""
_CHARACTERS: Final = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "-",
}
_HEADINGS: Final = frozenset(f"heading {level}" for level in range(1, 10))
_TITLE_STYLE: Final = "title"
_DEFAULT_SIZE: Final = 10.0
_CORE: Final = "{http://purl.org/dc/elements/1.1/}title"
_MAX_DEPTH: Final = 64
"""Tables, boxes and controls inside one another; Word ends long before."""


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a zip archive holds a document of Word, or began to."""
    names = probe.members
    if "[Content_Types].xml" in names:
        return any(name.startswith("word/") for name in names)
    return not names and _NAME in probe.data  # its end, with the names, is missing


def extract(data: bytes, name: str, _options: Options) -> Iterator[Extract]:
    """The document as one article.

    Raises:
        SourceError: It is damaged, locked or empty, or unpacks to too much.
    """
    yield article_of(read(data, name), name)


def paragraphs_of(data: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of a document, in order, those without words too.

    Raises:
        SourceError: It is damaged, locked, or unpacks to too much.
    """
    return list(read(data, name).paragraphs)


def read(data: bytes, name: str) -> Document:
    """The document as it is, before anything is an article.

    Raises:
        SourceError: It is damaged, locked, or unpacks to too much.
    """
    package = Package.opened(data, name)
    main = word.related_to(package, "").get("officeDocument", [_NAME.decode()])[0]
    root = package.xml(main)
    body = None if root is None else next(word.named(root, "body"), None)
    if body is None:
        raise damaged(name)
    related = word.related_to(package, main)
    reader = _Reader(
        styles=_Styles.of(word.first_related(package, related, "styles")),
        notes={
            kind: word.notes_of(word.first_related(package, related, f"{kind}s"), kind)
            for kind in ("footnote", "endnote")
        },
    )
    try:
        paragraphs = [*reader.blocks(body), *reader.notes_met()]
    except RecursionError as fault:  # elements nested beyond any document
        raise damaged(name) from fault
    for kind in ("header", "footer"):
        parts = (package.xml(part) for part in related.get(kind, ()))
        reader.counts.left_out[kind] += sum(word.has_text(part) for part in parts)
    core = word.first_related(package, word.related_to(package, ""), "core-properties")
    title = "" if core is None else core.findtext(_CORE) or ""
    return Document(paragraphs=paragraphs, title=title, notes=reader.counts.notes())


class _Style(NamedTuple):
    name: str
    parent: str
    values: Mapping[str, str]
    """What it says itself: sz, vanish, outlineLvl."""


@dataclass(frozen=True)
class _Styles:
    by_id: Mapping[str, _Style]
    default: str
    """The style of a paragraph that names none."""
    size: float

    @classmethod
    def of(cls, root: Any) -> _Styles:
        styles: dict[str, _Style] = {}
        default = ""
        size = _DEFAULT_SIZE
        for element in () if root is None else root:
            if word.name_of(element) == "style":
                key = word.value_of(element, "styleId")
                styles[key] = _Style(
                    (word.child_value(element, "name") or key).casefold(),
                    word.child_value(element, "basedOn") or "",
                    word.properties_of(element),
                )
                if word.is_default_paragraph(element):
                    default = key
            elif word.name_of(element) == "docDefaults":
                for defaults in word.named(element, "rPrDefault"):
                    size = (
                        word.points_of(word.properties_of(defaults).get("sz")) or size
                    )
        return cls(styles, default, size)

    def chain(self, style: str) -> Iterator[_Style]:
        """A style and those it is based on."""
        met = set()
        while style in self.by_id and style not in met:
            met.add(style)
            yield self.by_id[style]
            style = self.by_id[style].parent

    def value(self, style: str, key: str) -> str | None:
        """What a style says, or the next that it is based on."""
        said = (found.values.get(key) for found in self.chain(style))
        return next((value for value in said if value is not None), None)


@dataclass
class _Reader:
    """Goes through a document once."""

    styles: _Styles
    notes: Mapping[str, Mapping[str, Any]]
    counts: Counts = field(default_factory=Counts)
    _fields: list[bool] = field(default_factory=list)
    """Of each field that is open: whether its result has begun."""
    _boxes: list[Any] = field(default_factory=list)
    _notes_met: list[Any] = field(default_factory=list)
    _depth: int = 0

    def blocks(self, parent: Any) -> Iterator[Paragraph]:
        """The paragraphs in a body, a cell, a text box or a note."""
        if self._depth > _MAX_DEPTH:
            self.counts.left_out["too deeply nested part"] += 1
            return
        self._depth += 1
        pending = ""
        for element in cancellable(self._accepted(parent)):
            if word.name_of(element) == "p":
                paragraph = self._paragraph(element)
                boxes, self._boxes = self._boxes, []
                paragraph = paragraph._replace(text=pending + paragraph.text)
                pending = paragraph.text if word.is_joined(element) else ""
                if not pending:
                    yield paragraph
                for box in boxes:
                    yield from self.blocks(box)
            elif word.name_of(element) == "tbl":
                yield from self._table(element)
        if pending:
            yield Paragraph(pending)
        self._depth -= 1

    def notes_met(self) -> Iterator[Paragraph]:
        """The footnotes and endnotes that the text refers to."""
        for note in self._notes_met:  # one may refer to others
            yield from self.blocks(note)

    def _table(self, table: Any) -> Iterator[Paragraph]:
        for row in self._accepted(table):
            if word.name_of(row) == "tr" and not word.is_marked(row, "trPr", "del"):
                yield from row_of(
                    list(self.blocks(cell))
                    for cell in self._accepted(row)
                    if word.name_of(cell) == "tc"
                    and not word.is_marked(cell, "tcPr", "cellDel")
                )

    def _accepted(self, parent: Any) -> Iterator[Any]:
        """The children that are there once all changes are accepted."""
        for child in parent:
            name = word.name_of(child)
            if name in _GONE:
                self._count_gone(child, _GONE[name])
            elif name in _TRANSPARENT:
                self._count_change(child, name)
                yield from self._accepted(child)
            elif name == "sdt":
                yield from self._control(child)
            elif name == "mc:AlternateContent":
                yield from self._accepted(word.shown_of(child))
            else:
                yield child

    def _count_gone(self, element: Any, what: str) -> None:
        if what == "deletion":
            self.counts.accepted[what] += word.has_text(element, "delText")
        elif what:
            self.counts.left_out[what] += 1

    def _count_change(self, element: Any, name: str) -> None:
        kind = {"ins": "insertion", "moveTo": "move"}.get(name)
        if kind and word.has_text(element):
            self.counts.accepted[kind] += 1

    def _control(self, control: Any) -> Iterator[Any]:
        """What a content control holds, if somebody filled it in."""
        if word.is_marked(control, "sdtPr", "showingPlcHdr"):
            self.counts.left_out["empty form field"] += 1
            return
        for child in control:
            if word.name_of(child) == "sdtContent":
                yield from self._accepted(child)

    def _paragraph(self, element: Any) -> Paragraph:
        own = word.properties_of(element)
        style = own.get("pStyle") or self.styles.default
        sizes: Counter[float] = Counter()
        pieces = []
        for run in self._accepted(element):
            if word.name_of(run) == "r":
                text, size = self._run(run, style)
                pieces.append(text)
                sizes[size] += len(text.strip())
            elif word.name_of(run) == "m:r":
                pieces += [t.text or "" for t in run if word.name_of(t) == "m:t"]
        self._fields = [shown for shown in self._fields if shown]
        names = [found.name for found in self.styles.chain(style)]
        return Paragraph(
            "".join(pieces),
            self._role(names, own.get("outlineLvl"), style),
            names[0] if names else "",
            sizes.most_common(1)[0][0] if sizes else 0,
        )

    def _role(self, names: list[str], level: str | None, style: str) -> Role | None:
        if _TITLE_STYLE in names:
            return Role.HEADLINE
        if "caption" in names:
            return Role.CAPTION
        level = level or self.styles.value(style, "outlineLvl")
        is_heading = (
            _HEADINGS.intersection(names) if level is None else word.is_level(level)
        )
        return Role.SUBHEADING if is_heading else None

    def _run(self, run: Any, style: str) -> tuple[str, float]:
        """The words of a run, and their size."""
        own = word.properties_of(run)
        character = own.get("rStyle", "")
        said = {
            key: own.get(key)
            or self.styles.value(character, key)
            or self.styles.value(style, key)
            for key in ("sz", *word.HIDING)
        }
        text = "".join(self._piece(child) for child in self._accepted(run))
        for key, what in word.HIDING.items():
            if text and (said[key] or "0") not in word.OFF:
                self.counts.left_out[what] += bool(text.strip())
                text = ""
        return text, word.points_of(said["sz"]) or self.styles.size

    def _piece(self, element: Any) -> str:
        name = word.name_of(element)
        if name == "fldChar":
            self._field(word.value_of(element, "fldCharType"))
        if not all(self._fields):
            return ""
        if name == "t":
            return self._readable(element)
        if name == "sym":
            return self._symbol(
                word.value_of(element, "font"), word.value_of(element, "char")
            )
        if name in ("drawing", "pict", "object"):
            self._boxes += self._text_boxes(element)
        elif name in ("footnoteReference", "endnoteReference"):
            self._refer(name.removesuffix("Reference"), word.value_of(element, "id"))
        elif name == "commentReference":
            self.counts.left_out["comment"] += 1
        return _CHARACTERS.get(name, "")

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields:
            self._fields.pop()

    def _readable(self, element: Any) -> str:
        """Text, with what is written in fonts of symbols as the characters it shows."""
        text = str(element.text or "")
        if text.isascii() or not any(map(word.is_private, text)):
            return text
        fonts = [
            word.value_of(said, "ascii")
            for properties in word.named(element.getparent(), "rPr")
            for said in word.named(properties, "rFonts")
        ]
        return "".join(
            self._symbol("".join(fonts[:1]), f"{ord(character):x}")
            if word.is_private(character)
            else character
            for character in text
        )

    def _symbol(self, font: str, code: str) -> str:
        try:
            shown = symbol(int(code, 16)) if font == "Symbol" else ""
        except ValueError:
            shown = ""
        self.counts.left_out["symbol"] += not shown
        return shown

    def _text_boxes(self, element: Any) -> Iterator[Any]:
        """The outermost text boxes in a drawing, each once."""
        for child in element:
            if word.name_of(child) == "txbxContent":
                self.counts.moved["boxed text"] += word.has_text(child)
                yield child
            elif word.name_of(child) == "mc:AlternateContent":
                yield from self._text_boxes(word.shown_of(child))
            else:
                yield from self._text_boxes(child)

    def _refer(self, kind: str, number: str) -> None:
        note = self.notes[kind].get(number)
        if note is not None and note not in self._notes_met:
            self.counts.moved[kind] += 1
            self._notes_met.append(note)
