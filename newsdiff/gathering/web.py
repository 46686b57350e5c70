"""Addresses → sources: a page is one article, of a feed each entry is one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsdiff.errors import SourceError
from newsdiff.fetching import Fetched, Fetcher, Rules
from newsdiff.formats import Extract, Extracted, Unread, decode, extracted, format_of
from newsdiff.formats.feeds import opml
from newsdiff.formats.web.pages import article_of
from newsdiff.gathering.pieces import LISTS, Problem, made
from newsdiff.gathering.wishes import Wishes
from newsdiff.reading import Source


class Web:
    """Fetches what was named, and the pages of a feed where that was asked for.

    Args:
        wishes: How the person wants it.
    """

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        rules = Rules(allow_private=wishes.allow_private)
        self._fetcher = Fetcher(rules, wishes.cache)

    def open(self, address: str) -> Iterator[Source | Problem]:
        """The articles at an address.

        Raises:
            SourceError: It cannot be fetched, or holds no article.
        """
        fetched = self._fetcher.fetch(address)
        pieces = self._pieces(fetched)
        if self._wishes.follow and format_of(fetched.data) in LISTS:
            pieces = self.followed(fetched.data, pieces)
        for piece in pieces:
            found = made(address, piece)
            if isinstance(found, Source):
                found = replace(found, notes=(*fetched.notes, *found.notes))
            yield found

    def page(self, address: str) -> str:
        """What an address gives, as text.

        Raises:
            SourceError: It cannot be fetched, or is no text.
        """
        return decode(self._fetcher.fetch(address).data, address).text

    def _pieces(self, fetched: Fetched) -> Iterator[Extracted]:
        if format_of(fetched.data) == "pages":
            yield article_of(
                fetched.data,
                url=fetched.final,
                name=fetched.address,
                charset=fetched.charset,
            )
        else:
            yield from extracted(fetched.data, fetched.address, self._wishes.options)

    def followed(self, data: bytes, pieces: Iterator[Extracted]) -> Iterator[Extracted]:
        """The page of each entry of a feed, of each feed of a list of feeds.

        An entry whose page cannot be had stays what the feed has of it.
        """
        if format_of(data) == "opml":
            for _, address in opml.subscriptions(data, "the list of feeds"):
                try:
                    yield from self._feed(self._fetcher.fetch(address))
                except SourceError as problem:
                    yield Unread(address, str(problem))
            return
        for piece in pieces:
            yield self._page_of(piece) if isinstance(piece, Extract) else piece

    def _feed(self, fetched: Fetched) -> Iterator[Extracted]:
        """What a list of feeds names: the entries of a feed, or a page."""
        kind = format_of(fetched.data)
        if kind == "opml":  # it may name itself
            where = fetched.address
            message = f"{where} is a list of feeds in a list of feeds: name it alone"
            raise SourceError(message)
        pieces = self._pieces(fetched)
        yield from self.followed(fetched.data, pieces) if kind in LISTS else pieces

    def _page_of(self, entry: Extract) -> Extract:
        if not entry.about.url:
            return entry
        try:
            fetched = self._fetcher.fetch(entry.about.url)
            page = next(self._pieces(fetched))
        except SourceError as problem:
            page = Unread(entry.part, str(problem))
        if isinstance(page, Unread):
            note = f"only what the feed has of it: {page.why}"
            return replace(entry, notes=(*entry.notes, note))
        known = {k: getattr(page.about, k) or getattr(entry.about, k) for k in _KNOWN}
        return replace(page, part=entry.part, about=replace(page.about, **known))


_KNOWN = ("title", "outlet", "author", "published", "url", "language")
"""What a feed may know of an entry whose page does not say it."""
