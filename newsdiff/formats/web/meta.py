"""What a web page says of its article outside the text: JSON-LD, meta tags, elements.

The page's own statements come first, its address last; nothing is guessed from what
stands in footers or in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from newsdiff.formats.extracts import language_of, one_line, words_key
from newsdiff.formats.people import people_of
from newsdiff.formats.web.json_ld import Item, Items, address_of, items_of, text_of

_SAVED: Final = (
    re.compile(
        r"<!--\s*(?:Page saved with|Archive processed by) SingleFile\s+url:\s*(\S+)"
    ),
    re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)"),
)
"""Comments in which browsers tell the address of a page that they saved."""
_SAVED_WITHIN: Final = 4096
_TITLES: Final = "og:title twitter:title headline parsely-title dc.title title".split()
_SITES: Final = ("og:site_name", "application-name", "apple-mobile-web-app-title")
_AUTHORS: Final = """
    author article:author parsely-author sailthru.author dc.creator dcterms.creator byl
    dc.author cxenseparse:author citation_author
""".split()
_CUTS: Final = (" - ", " | ", " — ", " – ")
"""Where a title is cut, and only before or after the name of its site."""


@dataclass(frozen=True)
class PageMeta:
    """What a page says of itself in its head."""

    metas: Mapping[str, tuple[str, ...]]
    """Contents by name, property or itemprop, in lower case."""
    items: Items
    address: str | None
    """Where it came from, as the caller, its canonical link or a comment tells."""
    title: str
    """Its <title>."""
    languages: tuple[str, ...]
    headings: tuple[str, ...]
    """Its h1, as words."""

    def first(self, *names: str) -> str:
        """The first content of the first of these names that has any."""
        return next((c for name in names for c in self.metas.get(name, ()) if c), "")

    def all_of(self, names: Iterable[str]) -> list[str]:
        """All contents of these names, in their order."""
        return [content for name in names for content in self.metas.get(name, ())]

    @cached_property
    def own(self) -> Item:
        """The item of JSON-LD that is the page's article; empty where it has none."""
        heads = [*self.headings, self.first(*_TITLES), self.uncut_title]
        urls = [self.address] if self.address else []
        return self.items.article_of_page(urls, filter(None, heads))

    @cached_property
    def uncut_title(self) -> str:
        """Its <title> without the name of a site that its meta tags tell."""
        return without_site(self.title, self._site_names)

    @cached_property
    def outlet(self) -> str | None:
        """Whose page it is."""
        own = self.items.resolved(self.own.get("publisher")) if self.own else None
        named = text_of(own) or self.first(*_SITES) or self._publisher
        if _web_address(named):
            named = host_of(named) or ""
        return named or host_of(self.address)

    @property
    def _publisher(self) -> str:
        """The publisher of the site, where JSON-LD tells it apart from any article."""
        for item in self.items.all:
            if text := text_of(self.items.resolved(item.get("publisher"))):
                return text
        return ""

    @cached_property
    def _site_names(self) -> list[str]:
        host = host_of(self.address) or ""
        return [*(self.first(name) for name in _SITES), host, host.split(".")[0]]

    @cached_property
    def headline(self) -> str:
        """What its article is headed in its head, or in its only h1."""
        named = text_of(self.own.get("headline")) or self.first(*_TITLES)
        return self.cut(named or self.title)

    def cut(self, title: str) -> str:
        """A title without the name of its site."""
        return without_site(title, [*self._site_names, self.outlet or ""])

    @property
    def url(self) -> str | None:
        """The canonical address of its article."""
        main = address_of(self.own.get("mainEntityOfPage"))
        return self.address or _web_address(main)

    @property
    def language(self) -> str | None:
        """What its article is written in."""
        own = language_of(text_of(self.own.get("inLanguage")))
        return own or next(iter(self.languages), None)

    @property
    def is_free(self) -> bool:
        """Whether all may read it: False only where it says so."""
        return str(self.own.get("isAccessibleForFree")).casefold() != "false"


def meta_of(tree: Any, html: str, url: str | None) -> PageMeta:
    """What a page says of itself.

    Args:
        tree: The page, by lxml.
        html: The same as text, for the comments that browsers write.
        url: Where it was fetched from, if the caller knows.
    """
    metas: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        content = one_line(meta.get("content") or "")
        for key in ("name", "property", "itemprop", "http-equiv"):
            if content and (name := (meta.get(key) or "").strip().casefold()):
                metas.setdefault(name, []).append(content)
    frozen = {name: tuple(contents) for name, contents in metas.items()}
    title = next(tree.iter("title"), None)
    return PageMeta(
        metas=frozen,
        items=items_of(_blocks(tree)),
        address=_address(tree, html, url, frozen),
        title=one_line("".join(title.itertext())) if title is not None else "",
        languages=tuple(_languages(tree, frozen)),
        headings=tuple(one_line("".join(h.itertext())) for h in tree.iter("h1")),
    )


def _blocks(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            yield script.text or ""


def _address(
    tree: Any, html: str, url: str | None, metas: Mapping[str, tuple[str, ...]]
) -> str | None:
    """The canonical address, else the one that the page was fetched from or saved at.

    A canonical address that is a site's front page is a fault of its settings, where
    the page itself came from below it.
    """
    head = html[:_SAVED_WITHIN]
    saved = next((s[1] for comment in _SAVED if (s := comment.search(head))), None)
    came_from = _web_address(url or saved)
    reader = tree.xpath("//a[contains(@class, 'reader-domain')]/@href")
    links = [link.get("href") for link in tree.iter("link") if _is_canonical(link)]
    for link in (*links, *reader, *metas.get("og:url", ())):
        address = _web_address(_joined(came_from, link))
        if address and not (came_from and _path(came_from) and not _path(address)):
            return address
    return came_from


def _is_canonical(link: Any) -> bool:
    return "canonical" in (link.get("rel") or "").lower().split()


def _joined(base: str | None, link: str | None) -> str | None:
    try:
        return urljoin(base or "", (link or "").strip()) or None
    except ValueError:  # "http://[": no address
        return None


def _path(address: str) -> str:
    return urlsplit(address).path.strip("/")


def _web_address(url: str | None) -> str | None:
    if not url or not re.match(r"https?://[^\s/]+", url, re.IGNORECASE):
        return None
    return url if host_of(url) else None


def host_of(address: str | None) -> str | None:
    """The host of an address, without "www."."""
    if not address:
        return None
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return None
    return host.removeprefix("www.") or None


def _languages(tree: Any, metas: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    root = tree.getroottree().getroot()
    for raw in (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        root.get("xml:lang"),
        *metas.get("content-language", ()),
        *metas.get("inlanguage", ()),
        *metas.get("og:locale", ()),
    ):
        if raw and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", raw.strip()):
            yield raw.strip().replace("_", "-").lower()


def without_site(title: str, names: Iterable[str]) -> str:
    """A title without the name of its site, before or behind it.

    Args:
        title: "Ex-minister jailed - Harbour Post".
        names: What the site is called; its host too.
    """
    keys = {_site_key(name) for name in names} - {""}
    for cut in _CUTS:
        before, found, last = title.rpartition(cut)
        if found and before.strip() and _site_key(last) in keys:
            return before.strip()
        first, found, behind = title.partition(cut)
        if found and behind.strip() and _site_key(first) in keys:
            return behind.strip()
    return title


def _site_key(name: str) -> str:
    return words_key(re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE))


def authors_of(meta: PageMeta, bylines: Iterable[str]) -> list[str]:
    """The people who wrote an article: of JSON-LD, meta tags, the byline of the page.

    Args:
        meta: What its head says.
        bylines: Lines near its headline that tell who wrote it.
    """
    given = meta.own.get("author") or meta.own.get("creator")
    authors = given if isinstance(given, list) else [given]
    for value in (
        [meta.items.resolved(author) for author in authors],
        meta.all_of(_AUTHORS),
        bylines,
    ):
        if found := people_of(value, outlet=meta.outlet):
            return found
    return []
