"""Europresse (Eureka) exports as HTML, in the layout of today and in the older one.

Today each article is an <article> with header, section, aside and footer. The older
layout is a table for each, whose cell holds everything in a row: only line breaks tell
author and text apart. The day of the certificate at the end is when it was looked up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.charsets import decode_markup
from newsdiff.formats.dates import StatedDate, stated_date
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
    left_out,
)
from newsdiff.formats.markup import Walk
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_OUTLET: Final = "DocPublicationName"
_BEGIN: Final = re.compile(rb"<\w+\s[^<>]*class\s*=[^<>]*DocPublicationName")
_HEADER: Final = "DocHeader"
_TITLES: Final = ("titreArticleVisu", "TitreArticleVisu", "titreArticle")
_BODIES: Final = ("DocText", "docOcurrContainer")
_ISSUE: Final = re.compile(r",\s*n[o°]\W.*$", re.IGNORECASE)
"""The number of an issue is none of its name: "Magazine 1, no. 5968"."""
_PAGE: Final = re.compile(r",\s*p(?:ages?)?\b\W.*$", re.IGNORECASE)
_AUTHOR: Final = re.compile(r"\n*([^\n]{2,80})\n{3,}")
"""In the older layout: a line, a line break and the end of a paragraph."""
_MAX_NAMES: Final = 10
"""Words of a line that is an author; a longer one is text."""
_END: Final = re.compile(
    r"(?:[Cc]opyright )?©|Copyright \d{4}|Numéro de document|news·"
)
_MAX_DATE: Final = 120
_PICTURE: Final = re.compile(r"\s*(?:illustration|photo)", re.IGNORECASE)


class _Parts(NamedTuple):
    """An article as either layout holds it."""

    outlet: str
    date: StatedDate
    title: str
    author: str
    body: Sequence[str]
    left_out: str | None


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it has the marks that Europresse puts around an article."""
    del options
    data = probe.data
    has_marks = b"DocHeader" in data and b"ArticleVisu" in data
    return has_marks and _BEGIN.search(data) is not None


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export, as `Format.extract` says."""
    del options
    decoded = decode_markup(data, name)
    text, notes = decoded.text, decoded.notes
    lost: Counter[str] = Counter()
    root = elements(text, lost)
    found = [] if root is None else list(_articles(root))
    if not found:
        message = f"{name} has no article of Europresse: export the articles again"
        raise SourceError(message)
    for number, parts in enumerate(found, 1):
        yield _article(parts, str(number), (*notes, *filter(None, [left_out(lost)])))


def _article(parts: _Parts, part: str, notes: Sequence[str]) -> Extracted:
    if not parts.body:
        named = f" (“{parts.title}”)" if parts.title else ""
        why = f"article {part}{named} has no text in this export: export it in full"
        return Unread(part, why)
    return extract_of(
        [(parts.title, Role.HEADLINE), *((words, None) for words in parts.body)],
        about=About(
            title=parts.title or None,
            outlet=_ISSUE.sub("", parts.outlet) or None,
            author=author_of(parts.author),
            published=parts.date.iso,
            unsure_date=parts.date.unsure,
        ),
        notes=[*notes, parts.left_out],
        part=part,
    )


def _articles(root: Any) -> Iterator[_Parts]:
    for mark in with_class(root, _OUTLET):
        above = next(mark.iterancestors("article", "td"), None)
        if above is not None and above.tag == "article":
            yield _today(above)
        elif above is not None:
            yield _older(above)


def _first(element: Any, *names: str) -> Any:
    """The first element of the first of several classes that there is one of."""
    found = (next(with_class(element, name), None) for name in names)
    return next((one for one in found if one is not None), None)


def _date(words: str) -> StatedDate:
    """The day in "Communication, mardi 14 mars 2006, p. 16"."""
    return stated_date(_PAGE.sub("", words))


def _today(article: Any) -> _Parts:
    header = next(article.iter("header"), article)
    titled = _first(header, *_TITLES)
    body = _first(article, *_BODIES)
    if body is None:
        body = next(article.iter("section"), None)
    walk = Walk()
    paragraphs = [] if body is None else [words for words, _ in walk.paragraphs(body)]
    asides = [words_of(part) for aside in article.iter("aside") for part in aside]
    walk.left_out["picture caption"] += any(map(_PICTURE.match, asides))
    return _Parts(
        words_of(_first(header, _OUTLET)),
        _date_in(header, titled),
        words_of(titled),
        words_of(_author_in(header)),
        paragraphs,
        left_out(walk.left_out),
    )


def _date_in(header: Any, titled: Any) -> StatedDate:
    """The date of a header; some write it into a line without a name."""
    marked = words_of(_first(header, _HEADER))
    others = (words_of(e) for e in header.iter("span", "div") if e is not titled)
    lines = (words for words in (marked, *others) if len(words) <= _MAX_DATE)
    dates = map(_date, lines)
    return next((d for d in dates if d.iso or d.unsure), StatedDate(None))


def _author_in(header: Any) -> Any:
    """The element with the authors: named so, or the one behind the title."""
    if (named := _first(header, "docAuthors")) is not None:
        return named
    title = _first(header, "titreArticle", "titreArticleVisu")
    return next(title.itersiblings("div"), None) if title is not None else None


def _older(cell: Any) -> _Parts:
    titled = _first(cell, *_TITLES)
    header = "".join(words_of(e) + " " for e in with_class(cell, _HEADER))
    text = "" if titled is None else _text_behind(titled)
    author = _AUTHOR.match(text)
    if author and len(author[1].split()) <= _MAX_NAMES:
        text = text[author.end() :]
    else:
        author = None
    lines = (line.strip() for line in text.split("\n"))
    return _Parts(
        words_of(_first(cell, _OUTLET)),
        _date(header),
        words_of(titled),
        author[1] if author else "",
        [line for line in _story(lines) if line],
        None,
    )


def _story(lines: Iterator[str]) -> Iterator[str]:
    """The lines before the copyright and the number of the document."""
    for line in lines:
        if _END.match(line):
            return
        yield line


def _text_behind(titled: Any) -> str:
    """The text behind a title, a line feed for each break and two for a paragraph."""
    pieces = [titled.tail or ""]
    for element in titled.itersiblings():
        if element.tag == "table":
            break
        if element.tag == "br":
            pieces.append("\n")
        elif element.tag == "p":
            words = words_of(element)
            pieces.append(f"\n\n{words}\n\n" if words else "\n\n")
        else:
            pieces.append("".join(element.itertext()))
        pieces.append(element.tail or "")
    return "".join(pieces)
