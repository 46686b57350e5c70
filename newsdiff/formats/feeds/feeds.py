"""Feeds: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom, JSON Feed; each entry is an article.

lxml alone reads them, not a library for feeds: what such a library gives is what must
be chosen anew from the XML (the page among links, dates as they stand, all authors,
titles in XHTML), and what is left of it is finding the entries.

The page of an entry is its extract's `about.url`; its notes say where the feed has less
than the whole article.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from newsdiff.errors import SourceError
from newsdiff.formats.dates import stated_date, update_of
from newsdiff.formats.extracts import (
    About,
    Extracted,
    Options,
    Unread,
    extract_of,
    language_of,
    left_out,
    one_line,
)
from newsdiff.formats.feeds import json_feeds, xml_feeds
from newsdiff.formats.feeds.entries import Entry, Feed, Words
from newsdiff.formats.headlines import headed
from newsdiff.formats.xml_trees import root_name, xml_of

if TYPE_CHECKING:
    from newsdiff.formats.registry import Probe

_OF_ATOM: Final = re.compile(r"w3\.org/2005/Atom|purl\.org/atom/ns#")
_ENTRY: Final = re.compile(r"<(?:\w+:)?entry[\s>]")
_OF_RDF: Final = re.compile(r"purl\.org/rss/|netscape\.com/rdf/simple/0\.9")
_HOW: Final = "open its page, or use --follow, for the whole article"
_SUMMARY: Final = f"only the feed's summary: {_HOW}"
_BEGINNING: Final = f"only the beginning of the article: {_HOW}"
_HEADLINE: Final = f"only the headline: {_HOW}"
_LONG: Final = 250
"""Words of a description that is no summary but the article."""
_CUT: Final = re.compile(r"(?:\[\s*(?:…|\.{3})\s*\]|…|\.{3})\W*\Z")
"""The end of a text that goes on elsewhere."""
_LONGEST_PART: Final = 40
_NO_PART: Final = re.compile(r"[^\w.=-]+")


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a file is a feed: by its root element, or by the version it states."""
    root = root_name(probe.head)
    if root in ("feed", "entry"):
        is_atom = _OF_ATOM.search(probe.head) is not None
        return is_atom or (root == "feed" and _ENTRY.search(probe.head) is not None)
    if root == "rdf":
        return bool(_OF_RDF.search(probe.head))
    is_object = probe.head.lstrip().startswith("{")
    return root == "rss" or (
        is_object and json_feeds.VERSION.search(probe.data) is not None
    )


def extract(data: bytes, name: str, _options: Options) -> Iterator[Extracted]:
    """The entries of a feed, in its order.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        SourceError: Nothing of it can be read, or it has no entry.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        feed = json_feeds.feed_of(data, name)
    else:
        feed = xml_feeds.feed_of(xml_of(data, name))
    entries = list(feed.entries)
    if not entries:
        message = f"{name} is a feed without entries: there is no article in it"
        raise SourceError(message)
    for entry, part in zip(entries, parts_of(entries), strict=True):
        is_last = entry is entries[-1]
        ends_early = "the feed ends in the middle: this article may be cut"
        notes = [ends_early] if is_last and feed.is_cut else []
        yield _extracted(entry, feed, part, notes)


def parts_of(entries: Sequence[Entry]) -> list[str]:
    """A short name for each entry, unique among them, by what its feed knows it by."""
    identities = [entry.identity or entry.url or "" for entry in entries]
    names = [_short(identity) for identity in identities]
    often = Counter(names)
    parts: list[str] = []
    taken: set[str] = set()
    for number, (identity, name) in enumerate(zip(identities, names, strict=True), 1):
        part = name
        if name and often[name] > 1:
            part = f"{name}-{hashlib.sha256(identity.encode()).hexdigest()[:6]}"
        if not part or part in taken:
            part = f"{name}-{number}" if name else str(number)
        while part in taken:
            part += "-"
        taken.add(part)
        parts.append(part)
    return parts


def _short(identity: str) -> str:
    """The last piece of an address or a tag that says something."""
    try:
        split = urlsplit(identity)
    except ValueError:  # no address
        path, query = identity, ""
    else:
        path, query = split.path, split.query
    pieces = [piece for piece in re.split(r"[/:,]", path) if piece.strip()]
    name = pieces[-1] if pieces else query
    return _NO_PART.sub("-", name).strip("-")[-_LONGEST_PART:].strip("-")


def _extracted(entry: Entry, feed: Feed, part: str, notes: list[str]) -> Extracted:
    text, lack = _text(entry)
    title, paragraphs = headed(one_line(entry.title), text.paragraphs)
    if not paragraphs[bool(title) :]:
        if not title or not entry.url:
            return Unread(part, f"{part} has no text and no page in the feed")
        lack = _HEADLINE
    return extract_of(
        paragraphs,
        about=_about(entry, feed, title),
        notes=[
            (lack if entry.url else lack.partition(":")[0]) if lack else None,
            *notes,
            left_out(text.left_out),
            *feed.notes,
        ],
        part=part,
    )


def _text(entry: Entry) -> tuple[Words, str]:
    """The text of an entry, and a note where it is less than the article."""
    content, summary = entry.content, entry.summary
    if content.length and content.length >= summary.length:
        return content, _BEGINNING if _ends_early(content) else ""
    is_whole = summary.length >= _LONG and not _ends_early(summary)
    return summary, "" if is_whole or not summary.length else _SUMMARY


def _ends_early(words: Words) -> bool:
    return _CUT.search(words.paragraphs[-1][0]) is not None


def _about(entry: Entry, feed: Feed, title: str | None) -> About:
    published = stated_date(_four_digits(entry.published))
    updated = stated_date(_four_digits(entry.updated)).iso
    outlet = one_line(entry.outlet or feed.title)
    authors = [name for name in entry.authors if name.casefold() != outlet.casefold()]
    return About(
        title=title,
        outlet=outlet or None,
        author=", ".join(authors) or None,
        published=published.iso,
        unsure_date=published.unsure,
        updated=update_of(updated, published.iso),
        url=entry.url,
        language=language_of(entry.language),
    )


_TWO_DIGITS: Final = re.compile(r"\b(\d{1,2} [A-Z][a-z]{2}) (\d\d)(?= \d\d:\d\d)")


def _four_digits(words: str) -> str:
    """A date of RFC 822, whose years have two digits, with four (as RFC 5322 says)."""
    return _TWO_DIGITS.sub(
        lambda found: f"{found[1]} {'20' if found[2] < '50' else '19'}{found[2]}", words
    )
