"""Web pages, as any browser saves them, as they are fetched, or inside other files.

`article_of` makes an article of a page, wherever its bytes or text come from: mails,
feeds and web archives ask it too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.charsets import decode_markup
from newsdiff.formats.elements import words_of
from newsdiff.formats.extracts import (
    About,
    Extract,
    Options,
    extract_of,
    left_out,
    words_key,
)
from newsdiff.formats.html_trees import html_root
from newsdiff.formats.markup import Paragraph
from newsdiff.formats.registry import Probe
from newsdiff.formats.web.bodies import (
    is_beginning,
    paragraphs_of_body,
)
from newsdiff.formats.web.credits import bylines_near, stated_near, without_credits
from newsdiff.formats.web.dates import dates_of
from newsdiff.formats.web.furniture import set_aside
from newsdiff.formats.web.live_blogs import live_posts
from newsdiff.formats.web.meta import PageMeta, authors_of, meta_of
from newsdiff.formats.web.no_article import is_front, signs_of, why_no_article
from newsdiff.formats.web.story import Story, story_of
from newsdiff.model import Role

_BEGINS: Final = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT: Final = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*<(?:article|main|section|div|header|h1|title|meta)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT_END: Final = re.compile(
    rb"</(?:article|main|section|div|p|footer)>\s*(?:<!--[^>]*-->\s*)?\Z", re.IGNORECASE
)
_END: Final = 400
_KICKER: Final = re.compile(r"kicker|eyebrow|overline|topline|dachzeile", re.IGNORECASE)
_FROM_DATA: Final = (
    "the page shows only a part of the text; all of it was taken from the data that it "
    "carries for search engines"
)
_ONE_LINE: Final = "paragraphs are not told apart there"
_NOT_FREE: Final = (
    "the page says that it is not free to read: the text may be a part only"
)
_BY_ADDRESS: Final = "its day is the one in its address: the page states none"


def recognises(probe: Probe, options: Options) -> bool:
    """Whether a file is a web page, or a part of one."""
    del options
    if _BEGINS.match(probe.head):
        return True
    tail = probe.data[-_END:].replace(b"\0", b"")
    return bool(_FRAGMENT.match(probe.head) and _FRAGMENT_END.search(tail))


def extract(data: bytes, name: str, options: Options) -> Iterator[Extract]:
    """The article of a page.

    Raises:
        SourceError: It is no article, or cannot be read.
    """
    del options
    yield article_of(data, name=name)


def article_of(
    html: str | bytes,
    *,
    name: str,
    url: str | None = None,
    charset: str | None = None,
) -> Extract:
    """The article of a web page.

    Args:
        html: The page; its bytes, or its text where that is known already.
        name: What to call it in messages.
        url: Where it comes from, where that is known; its canonical address wins.
        charset: What its transport says of its bytes.

    Raises:
        SourceError: It is no article, or cannot be read.
    """
    text, notes = (html, ()) if isinstance(html, str) else _decoded(html, name, charset)
    lost: Counter[str] = Counter()
    tree = html_root(text, lost)
    if tree is None:
        message = f"{name} holds no page: there is no text in it"
        raise SourceError(message)
    meta, signs = meta_of(tree, text, url), signs_of(tree)
    body = tree.find(".//body")
    told = _Told() if body is None else _told_by(body, meta)
    if why := why_no_article(meta, signs, told.text, is_front=told.is_front):
        message = f"{name} {why}"
        raise SourceError(message)
    told = replace(told, left_out=told.left_out + lost)
    return _extract_of(told, meta, notes)


def _decoded(
    html: bytes, name: str, charset: str | None
) -> tuple[str, tuple[str, ...]]:
    decoded = decode_markup(html, name, charset)
    return decoded.text, decoded.notes


@dataclass(frozen=True)
class _Told:
    """What the body of a page tells."""

    headline: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    left_out: Counter[str] = field(default_factory=Counter)
    notes: tuple[str, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()
    """Dates near the headline."""
    bylines: tuple[str, ...] = ()
    is_front: bool = False

    @property
    def text(self) -> str:
        """Its paragraphs as one."""
        return "\n".join(words for words, _ in self.paragraphs)


def _told_by(body: Any, meta: PageMeta) -> _Told:
    aside = set_aside(body)
    heading = _heading(body, meta)
    headline = _headline(heading, meta)
    posts = live_posts(body, meta.items)
    story = posts or story_of(body, headline, heading)
    paragraphs, notes = _whole(story, meta)
    return _Told(
        headline=headline,
        paragraphs=tuple(paragraphs),
        left_out=aside + story.left_out,
        notes=(*story.notes, *notes),
        stated=tuple(stated_near(story)),
        bylines=tuple(bylines_near(story)),
        is_front=is_front(body, meta, paragraphs),
    )


def _whole(story: Story, meta: PageMeta) -> tuple[tuple[Paragraph, ...], list[str]]:
    """The paragraphs of a story, from JSON-LD where the page shows less, and why."""
    shown = story.paragraphs
    body = meta.own.get("articleBody")
    if isinstance(body, str) and is_beginning(shown, body):
        whole = tuple(paragraphs_of_body(body))
        return whole, [_FROM_DATA if len(whole) > 1 else f"{_FROM_DATA}; {_ONE_LINE}"]
    if not meta.is_free and shown:
        return shown, [_NOT_FREE]
    return shown, []


def _extract_of(told: _Told, meta: PageMeta, notes: tuple[str, ...]) -> Extract:
    dates = dates_of(meta, told.stated)
    authors = authors_of(meta, told.bylines)
    text = without_credits(told.paragraphs, authors)
    return extract_of(
        [(told.headline, Role.HEADLINE), *text],
        about=About(
            title=told.headline or None,
            outlet=meta.outlet,
            author=", ".join(authors) or None,
            published=dates.published,
            unsure_date=dates.unsure,
            updated=dates.updated,
            url=meta.url,
            language=meta.language,
        ),
        notes=[
            *notes,
            *told.notes,
            left_out(told.left_out),
            _BY_ADDRESS if dates.from_address else None,
        ],
    )


def _heading(body: Any, meta: PageMeta) -> Any:
    """The element of the headline: the one that says what the page's head says.

    A site's name in an h1 is its logo. Where no heading says the same, the h1 that
    shares most words with it, or the only one.
    """
    wanted = [h for h in (meta.headline, meta.uncut_title) if h]
    keys = {words_key(h) for h in wanted}
    for tags in (("h1",), ("h2", "h3")):
        for heading in body.iter(*tags):
            if words_key(words_of(heading)) in keys:
                return heading
    sites = {
        words_key(name) for name in (meta.outlet, meta.first("og:site_name")) if name
    }
    headings = [
        h
        for h in body.iter("h1")
        if (key := words_key(words_of(h))) and key not in sites
    ]
    if len(headings) < 2:
        return headings[0] if headings else None
    return max(headings, key=lambda h: _shared(words_of(h), wanted))


def _headline(heading: Any, meta: PageMeta) -> str:
    """The words of the headline, without a kicker above them and the site's name."""
    if heading is None:
        return meta.headline
    for kicker in list(heading.iter()):
        if kicker is not heading and _KICKER.search(kicker.get("class") or ""):
            kicker.drop_tree()
    words = meta.cut(words_of(heading))
    key, named = words_key(words), words_key(meta.headline)
    is_within = key.endswith(named) and len(named) > len(key) / 2
    return meta.headline if named and is_within else words


def _shared(words: str, others: list[str]) -> float:
    """The part of its words that one of the others has."""
    mine = set(words.casefold().split())
    shares = (len(mine.intersection(o.casefold().split())) for o in others)
    return max(shares, default=0) / max(1, len(mine))
