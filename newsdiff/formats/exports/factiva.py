"""Factiva exports as HTML, with two-letter codes or without, and what all kinds share.

With codes an article is a table: HD headline, LP lead, TD text, PD date, SN outlet and
so on; TD may be missing. Without them its outlet, date and length are lines, of which
only their order and their form tell which is which.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.charsets import decode_markup
from newsdiff.formats.dates import stated_date
from newsdiff.formats.elements import with_class, words_of
from newsdiff.formats.exports.common import (
    author_of,
    elements,
)
from newsdiff.formats.extracts import (
    About,
    Extracted,
    Options,
    Unread,
    extract_of,
    language_of,
    left_out,
)
from newsdiff.formats.markup import Walk
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_ARTICLE: Final = re.compile(rb"class=[\"']article(?: [a-zA-Z]{2,8}Article)?[\"']")
_INSIDE: Final = re.compile(
    rb"class=[\"'][a-zA-Z]{2,8}Headline[\"']|<b>(?:HD|LP)</b>"
    rb"|class=[\"']articleParagraph [a-zA-Z]{2,8}articleParagraph"
)
_LANGUAGE: Final = re.compile(r"\b([a-z]{2})Article\b")
_CODE: Final = re.compile(r"[A-Z]{2,3}")
WORDS: Final = re.compile(r"\d[\d.,\s]*[^\W\d]+")
"""The length of an article: "1,024 words", "664 Wörter"."""
CLOCK: Final = re.compile(r"\d{1,2}:\d\d(?:\s*[AaPp][Mm])?")
_PARAGRAPH: Final = "articleParagraph"


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it has articles of Factiva: that it names Factiva is not enough."""
    del options
    data = probe.data
    return bool(_ARTICLE.search(data)) and bool(_INSIDE.search(data))


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as HTML, as `Format.extract` says."""
    del options
    decoded = decode_markup(data, name)
    text, notes = decoded.text, decoded.notes
    lost: Counter[str] = Counter()
    root = elements(text, lost)
    found = [] if root is None else _articles(root)
    if not found:
        message = f"{name} has no article of Factiva: export the articles again as HTML"
        raise SourceError(message)
    for number, element in enumerate(found, 1):
        codes = _coded(element)
        fields = {code: words_of(cell) for code, cell in codes.items()}
        walk = Walk(Counter(lost))
        if codes:
            cells = [codes[code] for code in ("LP", "TD") if code in codes]
        else:
            fields, cells = _plain(element), list(with_class(element, _PARAGRAPH))
        body = [words for cell in cells for words, _ in walk.paragraphs(cell)]
        if found_language := _LANGUAGE.search(element.get("class") or ""):
            fields["LA"] = found_language[1]
        told = [*notes, left_out(walk.left_out)]
        yield article(fields, body, str(number), [note for note in told if note])


def article(
    fields: Mapping[str, str], body: Sequence[str], part: str, notes: Sequence[str] = ()
) -> Extracted:
    """An article of Factiva.

    Args:
        fields: By their codes: HD, BY, PD, ET, SN, LA, ART, CX.
        body: The paragraphs of LP and TD.
        part: Which article of its file it is.
        notes: What else must be said of it.

    Returns:
        The article; `Unread` if there is no text.
    """
    title = fields.get("HD")
    if not any(words.strip() for words in body):
        named = f" (“{title}”)" if title else ""
        why = f"article {part}{named} has no text in this export: export it in full"
        return Unread(part, why)
    date = stated_date(f"{fields.get('PD', '')} {fields.get('ET', '')}")
    correction = fields.get("CX")
    return extract_of(
        [(title or "", Role.HEADLINE), *((words, None) for words in body)],
        about=About(
            title=title or None,
            outlet=fields.get("SN") or None,
            author=author_of(fields.get("BY")),
            published=date.iso,
            unsure_date=date.unsure,
            language=language_of(fields.get("LA")),
        ),
        notes=[
            *notes,
            f"the archive adds a correction: {correction}" if correction else None,
            left_out({"picture caption": bool(fields.get("ART"))}),
        ],
        part=part,
    )


def _articles(root: Any) -> list[Any]:
    """The elements that are articles: the inner where two of the class are nested."""
    found = list(with_class(root, "article"))
    outer = {id(above) for element in found for above in element.iterancestors()}
    return [element for element in found if id(element) not in outer]


def _coded(element: Any) -> dict[str, Any]:
    """The cells of an article's table by their codes; none if it has no codes."""
    cells: dict[str, Any] = {}
    for row in element.iter("tr"):
        columns = list(row.iterchildren("td", "th"))
        if len(columns) == 2 and _CODE.fullmatch(code := words_of(columns[0])):
            cells.setdefault(code, columns[1])
    return cells if "HD" in cells or "LP" in cells or "TD" in cells else {}


def _plain(element: Any) -> dict[str, str]:
    """The fields of an article without codes."""
    fields: dict[str, str] = {}
    for line in _lines(element):
        words = words_of(line)
        if not words:
            continue
        if _is_headline(line):
            fields.setdefault("HD", words)
        elif "author" in (line.get("class") or "").split():
            fields.setdefault("BY", words)
        elif "HD" in fields:
            _add(fields, words)
    return fields


def _add(fields: dict[str, str], words: str) -> None:
    """Adds a line after the headline to the field that it is."""
    if "PD" not in fields:
        date = stated_date(words)
        if (date.iso or date.unsure) and not WORDS.fullmatch(words):
            fields["PD"] = words
        elif "WC" not in fields and WORDS.fullmatch(words):
            fields["WC"] = words
        elif "WC" not in fields:
            fields.setdefault("BY", words)
    elif CLOCK.fullmatch(words):
        fields.setdefault("ET", words)
    else:
        fields.setdefault("SN", words)


def _lines(element: Any) -> Iterator[Any]:
    """The innermost divisions before the first paragraph of the text."""
    for inner in element.iter():
        if _PARAGRAPH in (inner.get("class") or "").split():
            return
        if inner.tag == "div" and inner is not element and inner.find(".//div") is None:
            yield inner


def _is_headline(line: Any) -> bool:
    names = [
        line.get("class") or "",
        *(e.get("class") or "" for e in line.iter("span")),
    ]
    return line.get("id") == "hd" or any(name.endswith("Headline") for name in names)
