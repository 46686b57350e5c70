"""Rich text (.rtf), as Word, LibreOffice, TextEdit and archives write it.

A reader of ours: the one that is kept up (striprtf) reads what was deleted or hidden,
loses footnotes and text boxes, and stops at a wide character in two halves. The text is
the accepted one, as in `docx`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from newsdiff.cancellation import cancellable
from newsdiff.errors import SourceError
from newsdiff.formats.documents import rtf_elements as rich
from newsdiff.formats.documents.paragraphs import (
    Counts,
    Document,
    Paragraph,
    article_of,
    symbol,
)
from newsdiff.formats.extracts import Extract, Options
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_START: Final = re.compile(r"\s*\{\\rtf\d*(?![a-z])")
_MAX_DEPTH: Final = 1_000
"""Groups inside one another; Word ends long before."""
_BODY_LEVEL: Final = 9
"""An outline level that means none."""
_RESAVE: Final = "open it in a word processor and save it again"
_HEADING: Final = re.compile(r"heading [1-9]")


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a file begins as rich text does."""
    return bool(_START.match(probe.head))


def extract(data: bytes, name: str, _options: Options) -> Iterator[Extract]:
    """The document as one article.

    Raises:
        SourceError: It is empty, or nested beyond any document.
    """
    yield article_of(read(data, name), name)


def text_of(data: bytes, name: str) -> str:
    """The text of a document: a paragraph or a row of a table in each line.

    Raises:
        SourceError: It is nested beyond any document.
    """
    return "\n".join(paragraph.text for paragraph in read(data, name).paragraphs)


def read(data: bytes, name: str) -> Document:
    """The document as it is, before anything is an article.

    Raises:
        SourceError: It is nested beyond any document.
    """
    return _Reader().document(data.decode("latin-1"), name)


class _Reader:
    """Goes through the tokens once."""

    def __init__(self) -> None:
        self._body = rich.Flow("body")
        self._title = rich.Flow("title")
        self._state = rich.State(self._body)
        self._outer: list[rich.State] = []
        self._counts = Counts()
        self._notes: list[Paragraph] = []
        self._furniture: set[tuple[str, str]] = set()
        self._page = rich.DOCUMENT_PAGES["ansi"]
        self._fonts: dict[int, str] = {}
        self._default_font = 0
        self._styles: dict[int, rich.Style] = {}
        self._style_name = ""
        self._bytes = bytearray()
        self._high = 0
        """The first half of a character beyond 16 bits."""
        self._to_skip = 0
        self._is_starred = False
        self._last = ""
        """What the last words were: shown (""), or counted as what."""

    def document(self, source: str, name: str) -> Document:
        """The document that a source is.

        Raises:
            SourceError: It is nested beyond any document.
        """
        for token in cancellable(rich.tokens(source)):
            self._take(token, name)
            if not self._outer and token["brace"]:
                break
        is_cut = bool(self._outer)
        while self._outer:
            self._end_group()
        self._flush()
        self._end_flow(self._body)
        self._end_flow(self._title)
        for kind, _ in sorted(self._furniture):
            self._counts.left_out[kind] += 1
        notes = self._counts.notes()
        return Document(
            paragraphs=[*self._body.paragraphs, *self._notes],
            title=self._title.text(),
            notes=(*notes, f"the end of {name} is missing") if is_cut else notes,
        )

    def _take(self, token: re.Match[str], name: str) -> None:
        if token["text"] or token["hex"]:
            self._take_bytes(token)
            return
        self._flush()
        if token["brace"] == "{":
            self._to_skip = 0
            self._outer.append(self._state)
            if len(self._outer) > _MAX_DEPTH:
                message = f"{name} is nested more deeply than any document: {_RESAVE}"
                raise SourceError(message)
        elif token["brace"]:
            self._to_skip = 0
            self._end_group()
        elif token["symbol"]:
            self._take_symbol(token["symbol"])
        else:
            number = token["number"]
            self._take_word(token["word"], None if number is None else int(number))

    def _take_bytes(self, token: re.Match[str]) -> None:
        text = token["text"] or chr(int(token["hex"], 16))
        skipped = min(self._to_skip, len(text))
        self._to_skip -= skipped
        if self._state.destination == "stylesheet":
            self._name_style(text)
        elif self._state.destination == "fonttbl":
            self._name_font(text)
        elif self._state.flow:
            self._bytes += text[skipped:].encode("latin-1")

    def _name_style(self, text: str) -> None:
        self._style_name += text
        if ";" in text:
            state = self._state
            name = self._style_name.rpartition(";")[0].strip().casefold()
            size = state.size if state.size != rich.DEFAULT_SIZE else 0
            style = rich.Style(name, state.parent, state.level, size)
            self._styles[state.style] = style
            self._style_name = ""

    def _name_font(self, text: str) -> None:
        font = self._state.font
        is_pictures = font is not None and self._fonts.get(font) == rich.PICTURES_PAGE
        if font is not None and is_pictures and text.casefold().startswith("symbol"):
            self._fonts[font] = rich.SYMBOL_PAGE

    def _take_symbol(self, mark: str) -> None:
        if mark == "*":
            self._is_starred = True
        elif mark in "\r\n":
            self._end_paragraph()
        elif shown := rich.ESCAPED.get(mark):
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._say(shown)

    def _take_word(self, word: str, number: int | None) -> None:
        is_starred, self._is_starred = self._is_starred, False
        if word in rich.CHARACTERS:
            if self._to_skip:
                self._to_skip -= 1
            else:
                self._say(rich.CHARACTERS[word])
            return
        self._to_skip = 0
        if self._state.destination == "fonttbl":
            self._describe_font(word, number)
        elif word == "u":
            self._say_unicode(number or 0)
            self._to_skip = self._state.fallback
        elif word in rich.SKIPPED or (is_starred and word not in rich.STARRED_BUT_READ):
            self._state = self._state._replace(flow=None, destination=word)
        elif not (self._begin_flow(word) or self._format(word, number)):
            self._structure(word, number)

    def _begin_flow(self, word: str) -> bool:
        """Whether a word begins text of its own."""
        flow = self._state.flow
        if word == "ud" and len(self._outer) > 1:
            flow = self._outer[-2].flow
        elif word == "title" and self._state.destination == "info":
            flow = self._title
        elif word in rich.FLOWS and flow:
            is_shown = not (self._state.is_deleted or self._state.is_hidden)
            flow = rich.Flow(rich.FLOWS[word]) if is_shown else None
        else:
            return False
        self._state = self._state._replace(flow=flow, is_in_table=False)
        return True

    def _format(self, word: str, number: int | None) -> bool:
        """Whether a word says how what follows looks."""
        said: dict[str, Any] = {}
        if word in rich.TOGGLES:
            said[rich.TOGGLES[word]] = number != 0
        elif word in rich.NUMBERS and number is not None:
            said[rich.NUMBERS[word]] = number
        elif word == "fs":
            said["size"] = (number or 0) / 2
        elif word == "plain":
            said.update(rich.PLAIN)
        elif word == "pard":
            said.update(style=0, level=None, is_in_table=False)
        self._state = self._state._replace(**said)
        return bool(said)

    def _structure(self, word: str, number: int | None) -> None:
        flow = self._state.flow
        if word in ("par", "sect", "nestcell"):
            self._end_paragraph()
        elif word == "cell" and flow:
            self._close(flow, is_in_table=True)
            flow.end_cell()
        elif word == "row" and flow:
            flow.end_row()
        elif word == "ftnalt" and flow and flow.kind == "footnote":
            flow.kind = "endnote"
        elif word in rich.DOCUMENT_PAGES:
            self._page = rich.DOCUMENT_PAGES[word]
        elif word == "ansicpg":
            self._page = rich.page_of(number) or self._page
        elif word == "deff":
            self._default_font = number or 0

    def _describe_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._state = self._state._replace(font=number)
        font = self._state.font
        if number is None or font is None:
            return
        if word == "fcharset" and number in rich.CHARSETS:
            self._fonts[font] = rich.CHARSETS[number]
        elif word == "cpg" and (page := rich.page_of(number)):
            self._fonts[font] = page

    def _end_group(self) -> None:
        ended = self._state.flow
        if not self._outer:
            return
        self._state = self._outer.pop()
        if ended and ended is not self._state.flow and ended is not self._body:
            self._end_flow(ended)

    def _end_flow(self, flow: rich.Flow) -> None:
        if flow.pieces:
            self._close(flow, is_in_table=False)
        flow.end_row()
        if flow.kind in ("header", "footer", "comment") and flow.text():
            self._furniture.add((flow.kind, flow.text()))
        elif flow.kind in ("footnote", "endnote") and flow.text():
            self._counts.moved[flow.kind] += 1
            self._notes += flow.paragraphs
        elif flow.kind == "boxed text" and flow.text():
            self._counts.moved[flow.kind] += 1
            around = self._state.flow or self._body
            around.boxes += flow.paragraphs

    def _end_paragraph(self) -> None:
        """The paragraph ends, unless its end is deleted or hidden."""
        state = self._state
        if state.flow and not (state.is_deleted or state.is_hidden):
            self._close(state.flow, is_in_table=state.is_in_table)

    def _close(self, flow: rich.Flow, *, is_in_table: bool) -> None:
        styles = list(self._chain(self._state.style))
        paragraph = Paragraph(
            "".join(flow.pieces),
            self._role(styles),
            styles[0].name if styles else "",
            flow.sizes.most_common(1)[0][0] if flow.sizes else 0,
        )
        if is_in_table:
            flow.cell.append(paragraph)
        else:
            flow.end_row()
            flow.paragraphs.append(paragraph)
        flow.pieces = []
        flow.sizes.clear()
        if flow.boxes and not is_in_table:
            flow.paragraphs += flow.boxes
            flow.boxes = []

    def _chain(self, number: int) -> Iterator[rich.Style]:
        met: set[int] = set()
        while number in self._styles and number not in met:
            met.add(number)
            yield self._styles[number]
            number = self._styles[number].parent

    def _role(self, styles: list[rich.Style]) -> Role | None:
        names = {style.name for style in styles}
        if "title" in names:
            return Role.HEADLINE
        if "caption" in names:
            return Role.CAPTION
        levels = (self._state.level, *(style.level for style in styles))
        level = next((level for level in levels if level is not None), _BODY_LEVEL)
        is_heading = level < _BODY_LEVEL or any(map(_HEADING.fullmatch, names))
        return Role.SUBHEADING if is_heading else None

    def _say_unicode(self, number: int) -> None:
        code = number % 0x10000
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            pair = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00
            shown = chr(pair) if self._high else "�"
        elif 0xF000 <= code <= 0xF0FF:
            shown = self._symbol(code, self._font_page())
        else:
            shown = chr(code)
        self._high = 0
        self._say(shown)

    def _symbol(self, code: int, page: str) -> str:
        shown = symbol(code) if page == rich.SYMBOL_PAGE else ""
        self._counts.left_out["symbol"] += not shown
        return shown

    def _font_page(self) -> str:
        """The code page of the font that text is in."""
        font = self._default_font if self._state.font is None else self._state.font
        return self._fonts.get(font, self._page)

    def _flush(self) -> None:
        """Bytes that came one after the other are decoded together."""
        if not self._bytes:
            return
        said, self._bytes = bytes(self._bytes), bytearray()
        page = self._font_page()
        if page in (rich.SYMBOL_PAGE, rich.PICTURES_PAGE):
            self._say("".join(self._symbol(code, page) for code in said))
        else:
            self._say(said.decode(page, errors="replace"))

    def _say(self, text: str) -> None:
        state = self._state
        if not state.flow:
            return
        kind = state.kind
        if text.strip():
            counted = self._counts.accepted
            if kind.endswith("passage"):
                counted = self._counts.left_out
            counted[kind] += bool(kind) and kind != self._last
            self._last = kind
        if kind in rich.SHOWN:
            state.flow.pieces.append(text)
            state.flow.sizes[state.size] += len(text)
