"""Documents of LibreOffice and OpenOffice (.odt, .fodt), read from the XML itself.

The text is the accepted one and stands as in `docx`: notes at the end, text boxes
behind the paragraph that they are fixed to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from newsdiff.cancellation import cancellable
from newsdiff.errors import SourceError
from newsdiff.formats.documents.packages import Package, damaged, locked, parsed
from newsdiff.formats.documents.paragraphs import (
    Counts,
    Document,
    Paragraph,
    article_of,
    row_of,
)
from newsdiff.formats.extracts import Extract, Options
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_PREFIXES: Final = {
    f"{_OASIS}office:1.0": "office:",
    f"{_OASIS}text:1.0": "text:",
    f"{_OASIS}table:1.0": "table:",
    f"{_OASIS}drawing:1.0": "draw:",
    f"{_OASIS}style:1.0": "style:",
    f"{_OASIS}xsl-fo-compatible:1.0": "fo:",
    f"{_OASIS}meta:1.0": "meta:",
    f"{_OASIS}manifest:1.0": "manifest:",
    "http://purl.org/dc/elements/1.1/": "dc:",
}
_SPACES: Final = {prefix: space for space, prefix in _PREFIXES.items()}
_MEMBERS: Final = frozenset(("content.xml", "META-INF/manifest.xml"))
_BEGINNING: Final = 200
"""Bytes, where a package says what it is even if its end is missing."""
_MIME: Final = b"application/vnd.oasis.opendocument.text"
_FLAT: Final = re.compile(r"\s*(?:<\?xml[^>]*>)?\s*<office:document\s")
_SILENT: Final = frozenset(
    "text:tracked-changes text:note-citation text:ruby-text text:bookmark-start "
    "text:list-header-mark text:script office:forms office:annotation-end "
    "text:index-title-template ?:title ?:desc".split()
)
"""Elements whose text is none of the document's."""
_CHARACTERS: Final = {"text:tab": "\t", "text:line-break": "\n"}
_PARAGRAPHS: Final = frozenset(("text:p", "text:h"))
_COUNTED: Final = {
    "office:annotation": "comment",
    "text:placeholder": "empty form field",
    "text:hidden-text": "hidden passage",
    "text:table-of-content": "table of contents",
}
"""Elements that are left out, and what they are."""
_DRAWN: Final = frozenset(
    "draw:text-box draw:custom-shape draw:rect draw:ellipse draw:caption".split()
)
"""Shapes that hold paragraphs."""
_FURNITURE: Final = {"header": "header", "footer": "footer"}
_MAX_REPEATED: Final = 1_000
"""Blanks that one element may stand for."""
_DEFAULT_SIZE: Final = 12.0


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a file is a package of OpenDocument, or the same in one file of XML."""
    if probe.data.startswith(b"PK"):
        return probe.members >= _MEMBERS or _MIME in probe.data[:_BEGINNING]
    return bool(_FLAT.match(probe.head)) and _MIME.decode() in probe.head


def extract(data: bytes, name: str, _options: Options) -> Iterator[Extract]:
    """The document as one article.

    Raises:
        SourceError: It is damaged, locked or empty, or unpacks to too much.
    """
    yield article_of(read(data, name), name)


def read(data: bytes, name: str) -> Document:
    """The document as it is, before anything is an article.

    Raises:
        SourceError: It is damaged, locked, or unpacks to too much.
    """
    parts = _parts(data, name)
    bodies = [text for part in parts for text in part.iter(_tag("office:text"))]
    if not bodies:
        message = f"{name} is no text document: save its text as .odt or .txt"
        raise SourceError(message)
    reader = _Reader(_Styles.of(parts))
    reader.count_changes(bodies[0])
    try:
        paragraphs = [*reader.blocks(bodies[0]), *reader.notes_met()]
    except RecursionError as fault:  # elements nested beyond any document
        raise damaged(name) from fault
    reader.count_furniture(parts)
    titles = (part.findtext(f".//{_tag('dc:title')}") for part in parts)
    return Document(
        paragraphs=paragraphs,
        title=next((title for title in titles if title), ""),
        notes=reader.counts.notes(),
    )


def _parts(data: bytes, name: str) -> list[Any]:
    """The roots of the XML that a document is made of."""
    if not data.startswith(b"PK"):
        return [parsed(data, name)]
    package = Package.opened(data, name)
    manifest = package.xml("META-INF/manifest.xml")
    encrypted = _tag("manifest:encryption-data")
    if manifest is not None and next(manifest.iter(encrypted), None) is not None:
        raise locked(name)
    members = [*map(package.xml, ("content.xml", "styles.xml", "meta.xml"))]
    if members[0] is None:
        raise damaged(name)
    return [root for root in members if root is not None]


class _Style(NamedTuple):
    name: str
    parent: str
    size: str
    level: str
    gone: str
    """What its text is left out as, if it is: "hidden passage"."""


@dataclass(frozen=True)
class _Styles:
    by_name: Mapping[tuple[str, str], _Style]
    """By family and name."""
    size: float

    @classmethod
    def of(cls, parts: list[Any]) -> _Styles:
        size = _DEFAULT_SIZE
        styles = {}
        for part in reversed(parts):  # those of the text itself count most
            for element in part.iter(_tag("style:default-style")):
                if _value(element, "style:family") == "paragraph":
                    size = _points(_text_property(element, "fo:font-size"), 1) or size
            for element in part.iter(_tag("style:style")):
                key = _value(element, "style:family"), _value(element, "style:name")
                styles[key] = _Style(
                    _value(element, "style:display-name") or key[1],
                    _value(element, "style:parent-style-name"),
                    _text_property(element, "fo:font-size"),
                    _value(element, "style:default-outline-level"),
                    _gone(element),
                )
        return cls(styles, size)

    def chain(self, family: str, name: str) -> Iterator[_Style]:
        """A style and those it is made from."""
        met = set()
        while (style := self.by_name.get((family, name))) and name not in met:
            met.add(name)
            yield style
            name = style.parent

    def sized(self, family: str, name: str, around: float) -> float:
        """The size of a style, where the text around it has one."""
        size = around
        for style in reversed(list(self.chain(family, name))):
            size = _points(style.size, size) or size
        return size

    def gone(self, family: str, name: str) -> str:
        """What the text of a style is left out as, if it is."""
        return next((s.gone for s in self.chain(family, name) if s.gone), "")


@dataclass
class _Reader:
    """Goes through a document once."""

    styles: _Styles
    counts: Counts = field(default_factory=Counts)
    _sizes: Counter[float] = field(default_factory=Counter)
    _boxes: list[Any] = field(default_factory=list)
    _notes: list[Any] = field(default_factory=list)

    def blocks(self, parent: Any) -> Iterator[Paragraph]:
        """The paragraphs in a body, a cell, a list, a text box or a note."""
        for element in cancellable(parent):
            name = _name(element)
            if name in _PARAGRAPHS:
                yield self._paragraph(element)
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    yield from self.blocks(box)
            elif name == "table:table":
                yield from self._table(element)
            elif name in _DRAWN:
                self.counts.moved["boxed text"] += _has_text(element)
                yield from self.blocks(element)
            elif not self._is_left_out(element, name):
                yield from self.blocks(element)

    def notes_met(self) -> Iterator[Paragraph]:
        """The footnotes and endnotes that the text refers to."""
        for note in self._notes:
            yield from self.blocks(note)

    def count_changes(self, body: Any) -> None:
        """Counts the tracked changes of a document."""
        for tracked in body.iter(_tag("text:tracked-changes")):
            for kind in ("insertion", "deletion"):
                found = sum(1 for _ in tracked.iter(_tag(f"text:{kind}")))
                self.counts.accepted[kind] += found

    def count_furniture(self, parts: list[Any]) -> None:
        """Counts the headers and footers of a document."""
        for part in parts:
            for kind in ("header", "footer"):
                found = part.iter(_tag(f"style:{kind}"))
                self.counts.left_out[kind] += sum(map(_has_text, found))

    def _table(self, table: Any) -> Iterator[Paragraph]:
        for child in table:
            name = _name(child)
            if name == "table:table-row":
                yield from row_of(
                    list(self.blocks(cell))
                    for cell in child
                    if _name(cell) == "table:table-cell"
                )
            elif not self._is_left_out(child, name):
                yield from self._table(child)

    def _is_left_out(self, element: Any, name: str) -> bool:
        if name in _SILENT:
            return True
        what = _COUNTED.get(name)
        if name == "text:section" and _value(element, "text:display") == "none":
            what = "hidden passage"
        if what:
            self.counts.left_out[what] += 1
        return bool(what)

    def _paragraph(self, element: Any) -> Paragraph:
        style = _value(element, "text:style-name")
        size = self.styles.sized("paragraph", style, self.styles.size)
        self._sizes = Counter()
        text = "".join(self._words(element, size))
        chain = list(self.styles.chain("paragraph", style))
        if text.strip() and (gone := self._gone(element, style)):
            self.counts.left_out[gone] += 1
            text = ""
        most = self._sizes.most_common(1)
        named = [s for s in chain if not _AUTOMATIC.fullmatch(s.name)]
        return Paragraph(
            text,
            _role(_name(element) == "text:h", chain),
            named[0].name.casefold() if named else "",
            most[0][0] if most else size,
        )

    def _gone(self, paragraph: Any, style: str) -> str:
        marks = paragraph.iter(_tag("text:hidden-paragraph"))
        if any(_value(mark, "text:is-hidden") == "true" for mark in marks):
            return "hidden passage"
        return self.styles.gone("paragraph", style)

    def _words(self, element: Any, size: float) -> Iterator[str]:
        """The words of a paragraph or of a part of it."""
        yield self._sized(element.text, size)
        for child in element:
            yield from self._child(child, size)
            yield self._sized(child.tail, size)

    def _child(self, child: Any, size: float) -> Iterator[str]:
        name = _name(child)
        if name == "text:s":
            repeated = _value(child, "text:c") or "1"
            amount = int(repeated) if repeated.isdecimal() else 1
            yield " " * min(amount, _MAX_REPEATED)
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        elif name == "text:note":
            self._note(child)
        elif name in _DRAWN:
            self.counts.moved["boxed text"] += _has_text(child)
            self._boxes.append(child)
        elif name == "text:span":
            yield from self._span(child, size)
        elif not self._is_left_out(child, name):
            yield from self._words(child, size)

    def _span(self, span: Any, size: float) -> Iterator[str]:
        style = _value(span, "text:style-name")
        if gone := self.styles.gone("text", style):
            self.counts.left_out[gone] += _has_text(span)
        else:
            yield from self._words(span, self.styles.sized("text", style, size))

    def _sized(self, text: str | None, size: float) -> str:
        """Text as it shows: line breaks and blanks of the XML are one blank."""
        if not text:
            return ""
        self._sizes[size] += len(text.strip())
        return _BLANKS.sub(" ", text).replace("\xad", "")

    def _note(self, note: Any) -> None:
        kind = _value(note, "text:note-class") or "footnote"
        self.counts.moved[kind] += 1
        self._notes += (child for child in note if _name(child) == "text:note-body")


_AUTOMATIC: Final = re.compile(r"P\d+")
"""Names of styles that nobody gave."""
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_LENGTH: Final = re.compile(r"(\d+(?:\.\d+)?)(pt|%|in|cm|mm)")
_POINTS: Final = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835}


def _tag(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix + ':']}}}{local}"


def _name(element: Any) -> str:
    space, _, local = element.tag.rpartition("}")
    return _PREFIXES.get(space[1:], "?:") + str(local)


def _value(element: Any, name: str) -> str:
    return str(element.get(_tag(name), ""))


def _text_property(style: Any, name: str) -> str:
    for child in style:
        if _name(child) == "style:text-properties":
            return _value(child, name)
    return ""


def _gone(style: Any) -> str:
    """What the text of a style is left out as: it is hidden, or struck out."""
    if _text_property(style, "text:display") == "none":
        return "hidden passage"
    line = _text_property(style, "style:text-line-through-style")
    return "struck-out passage" if line not in ("", "none") else ""


def _points(length: str, around: float) -> float:
    found = _LENGTH.fullmatch(length)
    if not found:
        return 0
    amount = float(found[1])
    return amount * around / 100 if found[2] == "%" else amount * _POINTS[found[2]]


def _role(is_heading: bool, chain: list[_Style]) -> Role | None:
    names = {style.name.casefold() for style in chain}
    if "title" in names:
        return Role.HEADLINE
    if "caption" in names:
        return Role.CAPTION
    return Role.SUBHEADING if is_heading else None


def _has_text(element: Any) -> bool:
    return any(text.strip() for text in element.itertext())
