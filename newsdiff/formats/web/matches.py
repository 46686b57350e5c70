"""Which elements of a page hold the words of its story.

trafilatura says which words those are; they are found again in the page. Of several
articles the page's own is chosen, of several copies one, and a story that is cut into
containers is put together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain
from typing import Any, Final

from newsdiff.formats.extracts import words_key
from newsdiff.formats.web.measures import has_prose, key_of, link_share

_TEXTUAL: Final = frozenset(
    "p li h1 h2 h3 h4 h5 h6 blockquote pre td th dd dt figcaption summary".split()
)
"""Elements that are a paragraph."""
_SINGLE: Final = frozenset("p h1 h2 h3 h4 h5 h6".split())
_WITHIN: Final = frozenset("p div h1 h2 h3 h4 ul ol table blockquote dl center".split())
"""Elements whose parents hold several paragraphs."""
_LINES: Final = frozenset("p li h1 h2 h3 h4 h5 h6".split())
"""Those of them that hold no others."""
_HOLDERS: Final = frozenset("div section article main span center font body".split())
"""Elements that may hold words of a paragraph of their own."""
_ANCHOR: Final = 32
"""Letters by which a paragraph is found again in what trafilatura gives."""
_SHORT: Final = 14
"""Letters below which a paragraph is found as a whole only."""
_PROSE: Final = 40
"""Letters of a paragraph that tells where a story begins or ends."""
_FARM: Final = 0.8
"""Linked part of a list that is nothing but links."""
_LUMP: Final = 1000
"""Letters from which an element may hold a whole story without paragraphs."""
_CAPTION: Final = re.compile("caption|(?:photo|image)-?_*credit", re.IGNORECASE)
_COMMENT: Final = re.compile("comment", re.IGNORECASE)
LINKED: Final = 0.5
"""Linked part of a paragraph or list that trafilatura dropped for good reason."""


def matches_of(body: Any, headline: str) -> list[Any]:
    """The elements of a page that are paragraphs of its story, in order.

    Args:
        body: The body of a page without its furniture, by lxml.
        headline: What the story is headed; it is none of them.
    """
    found = _Found.of(body)
    head = words_key(headline)
    return [
        element
        for element in _candidates(body)
        if found.has(element)
        and not _heads(element, head)
        and not _announces_links(element)
    ]


def mark_captions(body: Any) -> None:
    """Makes captions of pictures of what only its class calls so."""
    for element in body.iter("div", "p", "small", "figure"):
        if element.tag != "figure" and _CAPTION.search(element.get("class") or ""):
            is_one = next(element.iter("h2", "h3", "p", "div"), element) is element
            if is_one and link_share(element) < LINKED:
                element.tag = "figcaption"


@dataclass(frozen=True)
class _Found:
    """What trafilatura gives, as letters."""

    all: str
    each: frozenset[str]
    """Its paragraphs."""

    @staticmethod
    def of(body: Any) -> _Found:
        from trafilatura import bare_extraction

        document = bare_extraction(_plain(body), fast=True, include_comments=False)
        if document is None or isinstance(document, dict):
            return _Found("", frozenset())
        paragraphs = ["".join(e.itertext()) for e in document.body.iter("*")]
        whole = words_key(" ".join(document.body.itertext()))
        return _Found(whole, frozenset(map(words_key, paragraphs)))

    def has(self, element: Any) -> bool:
        """Whether an element is a paragraph of it."""
        words = words_key(_own_words(element))
        if len(words) < _SHORT:
            return bool(words) and words in self.each
        return words[:_ANCHOR] in self.all or words[-_ANCHOR:] in self.all


def _plain(body: Any) -> Any:
    """A copy of a page for trafilatura.

    "comment" in a class is no proof of a comment: those that are one are gone.
    """
    from lxml.html import HtmlElement, document_fromstring

    page: HtmlElement = document_fromstring("<html><body></body></html>")
    page.replace(page[0], deepcopy(body))
    for element in page.iter("div", "section", "details", "ul", "ol", "p", "span"):
        for key in ("class", "id"):
            value = element.get(key)
            if value and _COMMENT.search(value):
                del element.attrib[key]
    return page


def _candidates(body: Any) -> Iterator[Any]:
    """The elements of a page that may be paragraphs, in order."""
    for element in body.iter():
        if is_paragraph(element):
            yield element
        elif element.tag in _HOLDERS | _TEXTUAL and _own_text(element):
            parent = element.getparent()
            if parent is None or parent.tag not in _LINES:
                yield element


def is_paragraph(element: Any) -> bool:
    """Whether an element is one paragraph, and does not hold several."""
    if element.tag not in _TEXTUAL:
        return False
    return element.tag in _SINGLE or all(child.tag not in _WITHIN for child in element)


def _heads(element: Any, headline: str) -> bool:
    """Whether an element is the headline, or a link to the page with it."""
    words = words_key(_own_words(element))
    if not headline or not words.startswith(headline):
        return False
    return words == headline or link_share(element) > 0


def _announces_links(element: Any) -> bool:
    """Whether an element is the heading of a list of links, or that list's item."""
    listed = element.getnext()
    if listed is None or len(_own_words(element)) > _PROSE:
        return False
    return listed.tag in ("ul", "ol", "div", "nav") and link_share(listed) > _FARM


def is_prose(element: Any) -> bool:
    """Whether a paragraph is long enough to tell where a story is."""
    words = words_key(_own_words(element))
    return len(words) >= _PROSE and link_share(element) < LINKED


def _own_text(element: Any) -> str:
    """The words that stand in an element itself."""
    return "".join(
        (element.text or "", *(child.tail or "" for child in element))
    ).strip()


def _own_words(element: Any) -> str:
    return "".join(element.itertext()) if is_paragraph(element) else _own_text(element)


def own_article(body: Any, matched: list[Any], headline: str) -> tuple[list[Any], int]:
    """The paragraphs of the page's own article where it has several, and how many more.

    Articles are told apart by headings of their own.
    """
    headed = {
        article: key_of(heading)
        for article in body.iter("article")
        if next(article.iterancestors("article"), None) is None
        and (heading := next(article.iter("h1"), None)) is not None
        and has_prose(article)
    }
    if len(headed) < 2:
        return matched, 0
    inside = {article: set(article.iter()) for article in headed}
    wanted = words_key(headline)
    named = (article for article, words in headed.items() if words == wanted)
    told = (a for e in matched for a in headed if e in inside[a])
    own = next(chain(named, told), None)
    if own is None:
        return matched, 0
    dropped = set().union(*(inside[a] for a in headed if a is not own))
    return [e for e in matched if e not in dropped], len(headed) - 1


def with_chunks(body: Any, matched: list[Any]) -> list[Any]:
    """The paragraphs with those of containers of the same kind, in order.

    Some sites cut one story into several containers, for advertisements between them.
    They have one class and one article around them.
    """
    weights: Counter[Any] = Counter()
    for element in matched:
        if element.tag == "p" and (parent := element.getparent()) is not None:
            weights[parent] += len("".join(element.itertext()))
    if not weights:
        return matched
    main = weights.most_common(1)[0][0]
    kind, scope = main.get("class"), next(main.iterancestors("article", "main"), None)
    if not kind or scope is None or scope.find(".//article") is not None:
        return matched
    more = {
        p
        for other in scope.iter(main.tag)
        if other is not main and other.get("class") == kind and has_prose(other)
        for p in other.iterchildren("p")
        if link_share(p) < LINKED
    }
    if not more - set(matched):
        return matched
    return [e for e in body.iter() if e in more or e in set(matched)]


def without_copies(matched: list[Any]) -> tuple[list[Any], bool]:
    """The paragraphs without whole copies of the story, and whether there were any.

    Copies stand in containers of their own, such as one for telephones. A text whose
    paragraphs stand twice in one container is left as it is.
    """
    keys = {e: words_key(_own_words(e)) for e in matched if is_prose(e)}
    if lumps := _lumps(keys):
        return [e for e in matched if e not in lumps], True
    if not keys or len(set(keys.values())) > len(keys) * 2 / 3:
        return matched, False
    root = common(list(keys))
    branches: dict[Any, list[Any]] = {}
    for element in keys:
        chain = [element, *element.iterancestors()]
        branch = chain[chain.index(root) - 1] if chain[0] is not root else root
        branches.setdefault(branch, []).append(element)
    if len(branches) < 2 or max(map(len, branches.values())) < 2:
        return matched, False
    own, held = max(branches.items(), key=lambda branch: len(branch[1]))
    told = {keys[element] for element in held}
    copies = {
        branch
        for branch, elements in branches.items()
        if branch is not own and all(keys[e] in told for e in elements)
    }
    if not copies:
        return matched, False
    return [e for e in matched if copies.isdisjoint((e, *e.iterancestors()))], True


def _lumps(keys: dict[Any, str]) -> set[Any]:
    """The elements that hold paragraphs of others as one lump of text."""
    return {
        lump
        for lump, text in keys.items()
        if len(text) > _LUMP
        and sum(words in text for e, words in keys.items() if e is not lump) >= 3
        and lump.tag not in ("blockquote", "td", "body")
    }


def common(elements: list[Any]) -> Any:
    """The lowest element that holds all."""
    first, *others = elements
    if not others:
        return first.getparent() if first.getparent() is not None else first
    chain = [first, *first.iterancestors()]
    for element in others:
        own = {element, *element.iterancestors()}
        chain = [held for held in chain if held in own]
    return chain[0]
