"""RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom → entries.

The names of elements are told by what their namespaces mean, whatever their prefixes
are; where a prefix means nothing in a file it is taken for what it usually means.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from newsdiff.formats.feeds.entries import (
    NO_WORDS,
    Entry,
    Feed,
    Words,
    either_paragraphs,
    element_paragraphs,
    html_paragraphs,
    page_address,
    plain_paragraphs,
)
from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.formats.xml_trees import Xml, parsed

_PREFIXES: Final[Mapping[str, str]] = {
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
}
_ENTRIES: Final = frozenset(("item", "entry"))
_HOLDERS: Final = frozenset(("channel", "feed"))
_PUBLISHED: Final = (
    "pubdate published issued atom:published dc:date dcterms:issued".split()
)
_UPDATED: Final = "updated modified atom:updated dcterms:modified".split()
_CONTENT: Final = "content:encoded content atom:content xhtml:body xhtml:div".split()
_SUMMARY: Final = "description summary atom:summary".split()
_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_INLINE: Final = re.compile(
    r"</?(?:a|abbr|b|br|cite|code|em|font|i|img|p|q|small|span|strong|sub|sup|u)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
"""Tags that a title of RSS may have; any other "<" is a word of it."""
_NAME_BEHIND: Final = re.compile(r"\S+@\S+\s*\((?P<name>[^()]+)\)")
"""An author as RSS wants it: "jane@example.com (Jane Marsh)"."""
_NAME_BEFORE: Final = re.compile(r"(?P<name>[^<>]*?)\s*<\S+@\S+>")
_START: Final = re.compile(r"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
_MOST_APART: Final = 5000
_LONGEST_START: Final = 20_000
"""Limits of what is read entry by entry: the start of a feed is read for each."""

_Fields = Mapping[str, list[Any]]
"""The children of an element by their names."""


def feed_of(xml: Xml) -> Feed:
    """The feed in a file of XML."""
    holder = _holder(xml.root)
    is_entry = _split(holder)[1] in _ENTRIES
    fields = {} if is_entry else _fields(holder)
    base = _own_page(holder, fields)
    about = _About(
        base=base,
        authors=_authors(fields),
        language=_first(fields, "language", "dc:language")
        or holder.get(_LANG, "")
        or xml.root.get(_LANG, ""),
    )
    return Feed(
        title=_title(fields),
        entries=_entries(xml, about),
        notes=xml.notes,
        is_cut=xml.is_cut,
    )


@dataclass(frozen=True, slots=True)
class _About:
    """What a feed says for all its entries."""

    base: str | None
    authors: tuple[str, ...]
    language: str


def _entries(xml: Xml, about: _About) -> Iterator[Entry]:
    for root in _roots(xml):
        namespace = _split(_holder(root))[0]
        for element in root.iter():
            own, name = _split(element)
            if name in _ENTRIES and own == namespace:
                yield _entry(element, about)


def _roots(xml: Xml) -> Iterator[Any]:
    """The whole tree; of a damaged one each entry, so that it harms no other."""
    starts = [found.start() for found in _START.finditer(xml.text)]
    if (
        not xml.is_damaged
        or not 0 < len(starts) <= _MOST_APART
        or starts[0] > _LONGEST_START
    ):
        yield xml.root
        return
    for start, end in zip(starts, [*starts[1:], len(xml.text)], strict=True):
        root, _ = parsed(xml.text[: starts[0]] + xml.text[start:end])
        if root is not None:
            yield root


def _holder(root: Any) -> Any:
    """The element with the title and the link of a feed."""
    for element in root.iter():
        name = _split(element)[1]
        if name in _HOLDERS:
            return element
        if name in _ENTRIES:
            break
    return root


def _entry(element: Any, about: _About) -> Entry:
    fields = _fields(element)
    source = next(iter(fields.get("source", [])), None)
    within = _fields(source) if source is not None else {}
    source_title = _title(within) or (
        " ".join((source.text or "").split()) if source is not None else ""
    )
    return Entry(
        identity=_first(fields, "guid", "id", "atom:id", "dc:identifier"),
        title=_title(fields),
        url=_page(element, fields, about.base),
        content=_longest(fields, _CONTENT),
        summary=_longest(fields, _SUMMARY),
        authors=_authors(fields) or _authors(within) or about.authors,
        outlet=_first(fields, "dc:publisher") or source_title,
        published=_first(fields, *_PUBLISHED),
        updated=_first(fields, *_UPDATED),
        language=element.get(_LANG) or _first(fields, "dc:language") or about.language,
    )


def _split(element: Any) -> tuple[str, str]:
    """The namespace and the name of an element, the name in lower case."""
    tag = element.tag
    if not isinstance(tag, str):
        return "", ""
    namespace, _, name = tag.rpartition("}")
    return namespace.lstrip("{"), name.lower()


def _fields(element: Any) -> _Fields:
    """Children by name: those of the element's own namespace without a prefix."""
    fields: dict[str, list[Any]] = {}
    own = _split(element)[0]
    for child in element:
        namespace, name = _split(child)
        if namespace != own:
            name = f"{_PREFIXES.get(namespace, '')}:{name}"
        fields.setdefault(name, []).append(child)
    return fields


def _first(fields: _Fields, *names: str) -> str:
    """The words of the first of these that has any."""
    for name in names:
        for element in fields.get(name, []):
            if words := " ".join("".join(element.itertext()).split()):
                return words
    return ""


def _title(fields: _Fields) -> str:
    for element in [*fields.get("title", []), *fields.get("dc:title", [])]:
        kind = _kind(element)
        text = "".join(element.itertext())
        if len(element):
            inside = deepcopy(element)
            inside.tag = "span"  # a title is no text of a page
            words = _joined(Walk().paragraphs(inside))
        elif "html" in kind:
            words = _joined(Walk().html(text))
        elif kind:  # of Atom: it means what it says
            words = text
        else:
            words = unescape(_INLINE.sub("", text))
        if words := " ".join(words.split()):
            return words
    return ""


def _joined(paragraphs: Iterator[Paragraph]) -> str:
    return " ".join(text for text, _ in paragraphs)


def _kind(element: Any) -> str:
    """The type of a text of Atom; empty for RSS, which has none."""
    is_atom = _PREFIXES.get(_split(element)[0]) == "atom"
    if (element.get("mode") or "").lower() == "base64":
        return "base64"
    return (element.get("type") or ("text" if is_atom else "")).lower()


def _longest(fields: _Fields, names: list[str]) -> Words:
    """The text of the field with the most words."""
    found = [
        Words.of(element, _of_text)
        for name in names
        for element in fields.get(name, [])
    ]
    return max(found, key=lambda words: words.length, default=NO_WORDS)


def _of_text(element: Any, counts: Counter[str]) -> Iterator[Paragraph]:
    kind = _kind(element)
    text = element.text or ""
    if element.get("src"):
        return iter(())  # it is elsewhere
    if len(element):
        return element_paragraphs(element, counts)
    if "html" in kind or _split(element)[1] == "encoded":
        return html_paragraphs(text, counts)
    if not kind:
        return either_paragraphs(text, counts)
    if kind == "text" or kind.startswith("text/"):
        return plain_paragraphs(text, counts)
    return iter(())  # a picture, a table of figures


def _page(element: Any, fields: _Fields, feed_page: str | None) -> str | None:
    """The page of an entry."""
    for original in fields.get("feedburner:origlink", []):
        if address := page_address(feed_page, original.text):
            return address
    for link in _alternates(fields):
        base = page_address(feed_page, link.base) or feed_page
        if address := page_address(base, link.get("href") or link.text):
            return address
    for guid in fields.get("guid", []):
        if (guid.get("isPermaLink") or "true").strip().lower() == "true":
            return page_address(None, guid.text)
    about = element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about")
    return page_address(None, about)


def _own_page(holder: Any, fields: _Fields) -> str | None:
    """The page of a feed; where it has none, its own address."""
    links = _alternates(fields)
    itself = [*fields.get("link", []), *fields.get("atom:link", [])]
    links += [link for link in itself if _relation(link) == "self"]
    for link in links:
        if address := page_address(link.base, link.get("href") or link.text):
            return address
    return page_address(None, holder.base)


def _alternates(fields: _Fields) -> list[Any]:
    """Links to the page itself, pages before other documents."""
    links = [*fields.get("link", []), *fields.get("atom:link", [])]
    pages = [link for link in links if _relation(link) == "alternate"]
    return sorted(pages, key=lambda link: "html" not in (link.get("type") or "html"))


def _relation(link: Any) -> str:
    relation = (link.get("rel") or "alternate").strip().lower()
    return str(relation.rpartition("/")[2])


def _authors(fields: _Fields) -> tuple[str, ...]:
    """All authors, each once."""
    names = [
        _author(words)
        for field in ("author", "atom:author", "dc:creator")
        for element in fields.get(field, [])
        if (words := _first(_fields(element), "name", "atom:name") or _own(element))
    ]
    return tuple(dict.fromkeys(name for name in names if name))


def _own(element: Any) -> str:
    """The words of an element that has no others in it."""
    return "" if len(element) else " ".join((element.text or "").split())


def _author(words: str) -> str:
    """A name without its address; empty where there is none."""
    found = _NAME_BEHIND.fullmatch(words) or _NAME_BEFORE.fullmatch(words)
    name = found["name"] if found else words
    name = re.sub(r"^by\s+", "", unescape(name).strip(" \"'"), flags=re.IGNORECASE)
    return "" if "@" in name or "://" in name else name
