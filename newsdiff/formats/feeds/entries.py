"""What every kind of feed says of its entries, and the words as it says them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, NamedTuple
from urllib.parse import urljoin

from newsdiff.formats.addresses import is_page
from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.formats.syndicated import count_pixels, without_links_on

_HTML: Final = re.compile(r"</?[A-Za-z][\w-]*[\s/>]|<!--|&(?:\#\d|\#x|[A-Za-z]\w*;)")
"""What text that is meant as HTML has somewhere."""
_GAP: Final = re.compile(r"\n\s*\n")


class Words(NamedTuple):
    """A text that an entry has."""

    paragraphs: tuple[Paragraph, ...] = ()
    left_out: Mapping[str, int] = MappingProxyType({})
    """How many of what is no part of it."""

    @classmethod
    def of(
        cls, text: Any, read: Callable[[Any, Counter[str]], Iterator[Paragraph]]
    ) -> Words:
        """What a reader of paragraphs makes of a text, or of an element."""
        counts: Counter[str] = Counter()
        return cls(tuple(read(text, counts)), counts)

    @property
    def length(self) -> int:
        """How many words it has."""
        return sum(len(text.split()) for text, _ in self.paragraphs)


NO_WORDS: Final = Words()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of a feed."""

    identity: str = ""
    """What its feed knows it by: guid, id."""
    title: str = ""
    url: str | None = None
    """Its page."""
    content: Words = NO_WORDS
    """The whole text, as far as the feed has it."""
    summary: Words = NO_WORDS
    authors: tuple[str, ...] = ()
    outlet: str = ""
    """Whose it is, where that is not the feed's own."""
    published: str = ""
    """The date in the feed's own words."""
    updated: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, as far as its entries need it."""

    title: str
    entries: Iterator[Entry] = field(repr=False)
    notes: tuple[str, ...] = ()
    """What is true of every entry."""
    is_cut: bool = False
    """Whether the file ends in the middle."""


def html_paragraphs(text: str, counts: Counter[str]) -> Iterator[Paragraph]:
    """The paragraphs of an entry's HTML, without what is no text of it."""
    walk = Walk(counts)
    body = walk.body(text)
    return iter(()) if body is None else element_paragraphs(body, counts)


def element_paragraphs(element: Any, counts: Counter[str]) -> Iterator[Paragraph]:
    """The same of an element."""
    count_pixels(element, counts)
    return without_links_on(Walk(counts).paragraphs(element), counts)


def plain_paragraphs(text: str, counts: Counter[str]) -> Iterator[Paragraph]:
    """The paragraphs of plain text, which blank lines part."""
    return without_links_on(((words, None) for words in _GAP.split(text)), counts)


def either_paragraphs(text: str, counts: Counter[str]) -> Iterator[Paragraph]:
    """The paragraphs of text that may be HTML, which its own tags and names tell."""
    kind = html_paragraphs if _HTML.search(text) else plain_paragraphs
    return kind(text, counts)


def page_address(base: str | None, link: str | None) -> str | None:
    """An address of http or https in full; None where it is none."""
    if not link or not link.strip():
        return None
    try:
        address = urljoin(base or "", "".join(link.split()))
    except ValueError:  # brackets that hold no address, for one
        return None
    return address if is_page(address) else None
