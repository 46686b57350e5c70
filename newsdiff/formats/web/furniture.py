"""What of a web page is no story: set aside before that is looked for, and counted.

A class or id alone proves little: links are related only where there are links, a
comment section has a form or says that it is one, and nothing that holds a large part
of the page's paragraphs is furniture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from newsdiff.formats.elements import cut, words_of
from newsdiff.formats.extracts import words_key
from newsdiff.formats.web.furniture_words import (
    ADVERT,
    ANY,
    ASKS,
    AUTHOR,
    COMMENT_HEADING,
    COMMENTS,
    COOKIE,
    HIDDEN,
    MENU,
    NEWSLETTER,
    OFFER,
    PULLED,
    RELATED,
    SHARING,
    SLIDES,
    TAGS,
)
from newsdiff.formats.web.measures import (
    has_prose,
    key_of,
    length_of,
    link_share,
    links_of,
    marks_of,
)

_SHARE_OF_STORY: Final = 0.3
"""Part of a page's paragraphs that no furniture holds."""
_SHARE_OF_COMMENTS: Final = 0.95
_BOX: Final = 600
"""Characters of a box that asks for something; a story is longer."""
_PULLED_LETTERS: Final = 40
"""Letters of a pull quote that stand in the text too."""
_SCRIPTS: Final = ("script", "style", "noscript", "template", "iframe", "svg", "link")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DIVISIONS: Final = frozenset(
    "div section aside ul ol p nav footer form header dialog span table details figure "
    "amp-consent amp-sidebar amp-social-share amp-ad amp-embed article h2 h3 h4".split()
)


_TELLING: Final = frozenset(
    "nav footer form header dialog aside amp-consent amp-sidebar amp-social-share "
    "amp-ad amp-embed".split()
)
_ATTRIBUTES: Final = frozenset("hidden aria-hidden style role itemprop".split())
"""Tags and attributes that may tell what an element is without a class."""
_DATA: Final = frozenset("publisher logo image width height url".split())
"""Properties that machines read in elements that people see."""
_HIDING_STYLE: Final = re.compile(
    r"display:\s*none|visibility:\s*hidden", re.IGNORECASE
)


@dataclass(frozen=True)
class _Page:
    """The page whose parts are judged."""

    body: Any

    @cached_property
    def key(self) -> str:
        """All its letters and digits."""
        return key_of(self.body)

    @cached_property
    def has_paragraphs(self) -> bool:
        """Whether its text stands in <p>."""
        return self._paragraphs > _BOX

    @cached_property
    def _paragraphs(self) -> int:
        return sum(map(length_of, self.body.iter("p")))

    def share(self, element: Any) -> float:
        """The part of the page's paragraphs that stands in an element."""
        if self.has_paragraphs:
            return sum(map(length_of, element.iter("p"))) / self._paragraphs
        return length_of(element) / max(1, length_of(self.body))


@dataclass(frozen=True)
class _Part:
    """An element of a page as it is judged."""

    page: _Page
    element: Any
    tag: str
    marks: str
    """Its id and class, in lower case."""

    @cached_property
    def text(self) -> str:
        return words_of(self.element)

    @cached_property
    def links(self) -> int:
        """Addresses it links to, each once."""
        return links_of(self.element)

    @cached_property
    def link_share(self) -> float:
        """The part of its characters that is linked."""
        return link_share(self.element)

    def has(self, *tags: str) -> bool:
        """Whether it holds one of these elements, or is one."""
        return next(self.element.iter(*tags), None) is not None


_Count = tuple[str, int]
"""What a part is called in a note, and how many it stands for; ("", 0): not told."""
_Judge = Callable[[_Part], _Count | None]
_SILENTLY: Final[_Count] = ("", 0)


def _frame(part: _Part) -> _Count | None:
    """Menus, headers and footers of the site."""
    role = part.element.get("role") or ""
    if part.tag in ("nav", "dialog", "amp-sidebar") or role in (
        *("navigation", "search", "dialog", "alertdialog", "menu", "menubar"),
        "contentinfo",
    ):
        return _SILENTLY
    if part.tag == "footer" and not _inside(part, "blockquote"):
        return _related(part) if RELATED.search(part.marks) else _SILENTLY
    if part.tag == "header" or role == "banner":
        outside = not (_inside(part, "article", "main") or part.has("h1"))
        return _SILENTLY if outside else None
    if MENU.search(part.marks) and (part.link_share > 0.5 or not part.text):
        return _SILENTLY
    return None


def _inside(part: _Part, *tags: str) -> bool:
    return next(part.element.iterancestors(*tags), None) is not None


def _hidden(part: _Part) -> _Count | None:
    element = part.element
    hides = (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDING_STYLE.search(element.get("style") or "")
        or HIDDEN.search(part.marks)
    )
    return _SILENTLY if hides else None


def _comments(part: _Part) -> _Count | None:
    if part.tag == "form" and part.has("textarea"):
        return "comment form", 1
    if not COMMENTS.search(part.marks) or part.has("h1"):
        return None
    if part.has("textarea"):
        return "comment form", 1
    first = next((t.strip() for t in part.element.itertext() if t.strip()), "")
    asks = part.has("form", "input", "iframe") or "disqus" in part.marks
    if asks or not first or COMMENT_HEADING.match(first):
        return "comment section", 1
    return None


def _newsletter(part: _Part) -> _Count | None:
    asks = part.has("input", "button", "form", "iframe") or part.links
    if part.tag == "form":
        kind = next((f.get("type") for f in part.element.iter("input")), "")
        is_one = kind == "email" or NEWSLETTER.search(part.marks)
        return ("newsletter box", 1) if is_one else _SILENTLY
    if NEWSLETTER.search(part.marks) and len(part.text) <= _BOX and asks:
        return "newsletter box", 1
    return None


def _cookies(part: _Part) -> _Count | None:
    if part.tag == "amp-consent":
        return "cookie banner", 1
    asks = part.has("button", "input") or part.links
    if COOKIE.search(part.marks) and asks and len(part.text) <= 4 * _BOX:
        return "cookie banner", 1
    return None


def _sharing(part: _Part) -> _Count | None:
    if part.tag == "amp-social-share":
        return "share bar", 1
    if not SHARING.search(part.marks) or len(part.text) > 200:
        return None
    return ("share bar", 1) if part.links or part.has("button") else None


def _author(part: _Part) -> _Count | None:
    told = AUTHOR.search(part.marks) and len(part.text.split()) > 4
    return ("author note", 1) if told and len(part.text) <= 2 * _BOX else None


def _advert(part: _Part) -> _Count | None:
    if part.tag in ("amp-ad", "amp-embed"):
        return "advertisement", 1
    is_one = ADVERT.search(part.marks) and len(part.text) <= _BOX // 2
    return ("advertisement", 1 if part.text else 0) if is_one else None


def _offer(part: _Part) -> _Count | None:
    if not OFFER.search(part.marks) or len(part.text) > _BOX:
        return None
    asks = ASKS.search(part.text) and (part.links or part.has("button", "form"))
    return ("subscription offer", 1) if asks else None


def _related(part: _Part) -> _Count | None:
    is_aside = part.tag == "aside"
    if not part.links or not (RELATED.search(part.marks) or is_aside):
        return None
    is_one = part.link_share > 0.3 or not has_prose(part.element)
    return ("related link", part.links) if is_one else None


def _slides(part: _Part) -> _Count | None:
    return ("slideshow", 1) if SLIDES.search(part.marks) else None


def _data(part: _Part) -> _Count | None:
    """What machines read in elements that people see: a logo's width."""
    is_one = (part.element.get("itemprop") or "") in _DATA and not part.has(
        "figcaption"
    )
    return _SILENTLY if is_one and len(part.text) < _BOX // 2 else None


def _tags(part: _Part) -> _Count | None:
    is_one = TAGS.search(part.marks) and part.links and part.link_share > 0.6
    return ("topic link", part.links) if is_one else None


def _pulled(part: _Part) -> _Count | None:
    if not PULLED.search(part.marks):
        return None
    words = words_key(part.text)[:_PULLED_LETTERS]
    return ("pull quote", 1) if part.page.key.count(words) > 1 else None


_JUDGES: Final[tuple[_Judge, ...]] = (
    _comments,
    _frame,
    _newsletter,
    _cookies,
    _sharing,
    _author,
    _offer,
    _related,
    _tags,
    _advert,
    _hidden,
    _pulled,
    _slides,
    _data,
)


def set_aside(body: Any) -> Counter[str]:
    """Removes from a page what is no story.

    Args:
        body: The body of a page, by lxml; it is changed.

    Returns:
        How many of what was removed, in the singular; menus and the like are not told.
    """
    for script in list(body.iter(*_SCRIPTS)):
        cut(script)
    told: Counter[str] = Counter()
    removed: dict[Any, None] = {}
    for part in _suspects(_Page(body)):
        if any(above in removed for above in part.element.iterancestors()):
            continue
        judged = next((j for judge in _JUDGES if (j := judge(part))), None)
        if judged and not _is_story(part, judged[0]):
            told[judged[0]] += judged[1]
            removed[part.element] = None
    for element in removed:
        cut(element)
    del told[""]
    return +told


def _suspects(page: _Page) -> Iterator[_Part]:
    for element in page.body.iter(*_DIVISIONS):
        parts = _CAMEL.sub("-", marks_of(element)).lower()
        if (
            element.tag in _TELLING
            or ANY.search(parts)
            or _ATTRIBUTES & set(element.keys())
        ):
            yield _Part(page, element, element.tag, parts)


def _is_story(part: _Part, kind: str) -> bool:
    """Whether a part cannot be furniture, whatever it is called.

    Comments may be longer than the story.
    """
    if part.tag in ("nav", "footer") and not part.has("h1"):
        return False
    if part.element.xpath("boolean(.//*[@itemprop='articleBody'])"):
        return True
    limit = _SHARE_OF_COMMENTS if kind.startswith("comment") else _SHARE_OF_STORY
    return part.page.share(part.element) > limit
