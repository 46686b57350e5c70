"""What a page says of itself in JSON-LD: all its blocks that can be read, as items.

A block that is broken loses no other. Only what is at the top of a block, in its
`@graph` or its `mainEntity` is an item of the page; what is linked below it is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any, Final

from newsdiff.formats.extracts import one_line, words_key

Item = Mapping[str, Any]
"""An object of JSON-LD."""

_WRAPPED: Final = re.compile(
    r"^\s*(?://)?\s*(?:<!\[CDATA\[|<!--)|(?:(?://\s*)?(?:\]\]>|-->)\s*)?;?\s*$"
)
_TRAILING_COMMA: Final = re.compile(r",(?=\s*[}\]])")
_DEPTH: Final = 5
"""How deep in `@graph`, `mainEntity` and lists the items of a page are looked for."""
_POSTINGS: Final = frozenset(
    "BlogPosting LiveBlogPosting SocialMediaPosting Report Review".split()
)


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a page."""

    all: tuple[Item, ...] = ()
    broken: int = 0
    """Blocks that could not be read."""

    def articles(self) -> list[Item]:
        """Those that are news, in order, each once."""
        return [item for item in self.all if is_article(item)]

    def resolved(self, value: Any) -> Any:
        """A value; where it only names another item, that item."""
        if isinstance(value, Mapping) and set(value) <= {"@id", "@type"}:
            for item in self.all:
                if "@id" in value and item.get("@id") == value["@id"]:
                    return item
        return value

    def article_of_page(self, urls: Iterable[str], headlines: Iterable[str]) -> Item:
        """The item that is the page's own article; empty where it has none.

        Args:
            urls: The addresses of the page.
            headlines: What the page is headed elsewhere.
        """
        articles = self.articles()
        addresses = {address_key(url) for url in urls}
        heads = {words_key(headline) for headline in headlines} - {""}
        by_address = [a for a in articles if addresses.intersection(_addresses(a))]
        by_headline = [a for a in articles if _headline_key(a) in heads]
        for found in (by_address, by_headline):
            if found:
                return max(found, key=len)  # page and plug-in tell it: the fuller one
        return articles[0] if articles else {}


def items_of(blocks: Iterable[str]) -> Items:
    """The items of blocks of JSON-LD.

    Args:
        blocks: What stands in the scripts of type "application/ld+json".
    """
    found: list[Item] = []
    broken = 0
    for block in blocks:
        try:
            found.extend(_flat(_parsed(block), _DEPTH))
        except (ValueError, RecursionError):
            broken += 1
    return Items(tuple(found), broken)


def _parsed(block: str) -> Any:
    bare = _WRAPPED.sub("", _WRAPPED.sub("", block))
    if bare.lstrip()[:8].startswith(("{&quot;", "[{&quot;")):
        bare = unescape(bare)
    try:
        return json.loads(bare, strict=False)
    except ValueError:
        return json.loads(_TRAILING_COMMA.sub("", bare), strict=False)


def _flat(node: Any, depth: int) -> Iterator[Item]:
    if not depth:
        return
    if isinstance(node, list):
        for each in node:
            yield from _flat(each, depth - 1)
    elif isinstance(node, Mapping):
        yield node
        for key in ("@graph", "mainEntity"):
            yield from _flat(node.get(key), depth - 1)


def types_of(item: Item) -> frozenset[str]:
    """The types of an item, without their namespace."""
    given = item.get("@type")
    names = given if isinstance(given, list) else [given]
    return frozenset(re.split("[/:#]", n)[-1] for n in names if isinstance(n, str))


def is_article(item: Item) -> bool:
    """Whether an item is news, a blog's post, a live blog."""
    return any(kind.endswith("Article") or kind in _POSTINGS for kind in types_of(item))


def text_of(value: Any) -> str:
    """A value as text: a string, the name of an object, the first of a list."""
    if isinstance(value, list):
        return next((text for text in map(text_of, value) if text), "")
    if isinstance(value, Mapping):
        return text_of(value.get("name") or value.get("@value"))
    return one_line(unescape(value)) if isinstance(value, str) else ""


def address_of(value: Any) -> str:
    """A value as an address: a string, or the `url` or `@id` of an object."""
    if isinstance(value, Mapping):
        value = value.get("url") or value.get("@id")
    return value.strip() if isinstance(value, str) else ""


def _addresses(item: Item) -> list[str]:
    keys = ("mainEntityOfPage", "url", "@id")
    return [address_key(url) for key in keys if (url := address_of(item.get(key)))]


def _headline_key(item: Item) -> str:
    return words_key(text_of(item.get("headline")))


def address_key(url: str) -> str:
    """What two spellings of one address share: neither scheme, query nor "www."."""
    bare = re.sub(r"^https?://(?:www\.)?", "", url.strip(), flags=re.IGNORECASE)
    return re.split("[?#]", bare)[0].rstrip("/").casefold()
