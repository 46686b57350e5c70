"""JSON Feed 1 and 1.1 → entries."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.decoding import decode
from newsdiff.formats.feeds.entries import (
    Entry,
    Feed,
    Words,
    html_paragraphs,
    page_address,
    plain_paragraphs,
)

VERSION: Final = re.compile(
    rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version'
)
"""What makes an object of JSON a feed."""
_ITEMS: Final = re.compile(r'"items"\s*:\s*\[')
_BETWEEN: Final = re.compile(r"[\s,]*")

_Object = Mapping[str, Any]


def feed_of(data: bytes, name: str) -> Feed:
    """The feed in a file of JSON; of a broken one the entries before the fault.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        SourceError: Nothing of it can be read.
    """
    decoded = decode(data, name)
    whole, is_cut = _parsed(decoded.text, name)
    items = whole.get("items")
    base = page_address(None, _words(whole, "home_page_url"))
    about = _About(base, _authors(whole), _words(whole, "language"))
    entries = [one for one in items if isinstance(one, dict)] if items else []
    return Feed(
        title=_words(whole, "title"),
        entries=(_entry(one, about) for one in entries),
        notes=decoded.notes,
        is_cut=is_cut,
    )


class _About(NamedTuple):
    """What a feed says for all its entries."""

    base: str | None
    authors: tuple[str, ...]
    language: str


def _parsed(text: str, name: str) -> tuple[_Object, bool]:
    try:
        whole = json.loads(text)
    except RecursionError:
        message = f"{name} is nested too deeply: no feed is"
        raise SourceError(message) from None
    except ValueError:
        return _salvaged(text, name), True
    return (whole if isinstance(whole, dict) else {}), False


def _salvaged(text: str, name: str) -> _Object:
    """What stands before the fault."""
    start = _ITEMS.search(text)
    items = list(_whole_items(text, start.end())) if start else []
    if not start or not items:
        message = f"{name} is a broken feed: there is no whole entry in it"
        raise SourceError(message)
    try:
        about = json.loads(text[: start.end()] + "]}")
    except ValueError:  # the fault is before the entries
        about = {}
    return {**about, "items": items}


def _whole_items(text: str, at: int) -> Iterator[Any]:
    decoder = json.JSONDecoder()
    while gap := _BETWEEN.match(text, at):
        try:
            item, at = decoder.raw_decode(text, gap.end())
        except (ValueError, RecursionError):
            return
        yield item


def _entry(item: _Object, about: _About) -> Entry:
    html, text = _words(item, "content_html"), _words(item, "content_text")
    read = html_paragraphs if html else plain_paragraphs
    return Entry(
        identity=_words(item, "id"),
        title=" ".join(_words(item, "title").split()),
        url=page_address(about.base, _words(item, "url")),
        content=Words.of(html or text, read),
        summary=Words.of(_words(item, "summary"), plain_paragraphs),
        authors=_authors(item) or about.authors,
        published=_words(item, "date_published"),
        updated=_words(item, "date_modified"),
        language=_words(item, "language") or about.language,
    )


def _authors(owner: _Object) -> tuple[str, ...]:
    given = owner.get("authors") or [owner.get("author")]
    listed: Iterator[Any] = iter(given if isinstance(given, list) else [given])
    names = [_words(one, "name") if isinstance(one, dict) else "" for one in listed]
    return tuple(dict.fromkeys(name for name in names if name))


def _words(owner: _Object, key: str) -> str:
    """What an object says; numbers as words, anything else as nothing."""
    value = owner.get(key)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        return ""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").strip()
