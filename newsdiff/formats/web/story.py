"""Which elements of a page are its story, and their paragraphs.

The paragraphs are taken from the page itself, with all their words. What stands between
two of them belongs to the story unless it is a box of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from newsdiff.formats.elements import words_of
from newsdiff.formats.extracts import words_key
from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.formats.web.matches import (
    LINKED,
    common,
    is_paragraph,
    is_prose,
    mark_captions,
    matches_of,
    own_article,
    with_chunks,
    without_copies,
)
from newsdiff.formats.web.measures import link_share, links_of
from newsdiff.model import Role

_STORY_TAGS: Final = frozenset(
    "p h2 h3 h4 blockquote pre table ul ol dl figure".split()
)
_BOXES: Final = frozenset("div section aside article details header".split())
_STANDFIRST: Final = re.compile(
    r"standfirst|stand-first|sub-?(?:title|head|headline)|deck|\bdek\b|summary|intro|lead"
    r"|lede|abstract|chapeau|excerpt|description|synopsis|strap",
    re.IGNORECASE,
)
_CREDIT: Final = re.compile(
    r"byline|author|credits?\b|writer|timestamp|date|published|posted|meta|reading-?time"
    r"|read-?time|kicker|section-?(?:name|label|title)|eyebrow|overline|label|credit",
    re.IGNORECASE,
)
"""Classes of what stands between a headline and its text: who, when, where."""
_SEE: Final = re.compile(
    r"\W*(?:read|see|watch|more|related|also|click|don.t miss|in pictures)\b",
    re.IGNORECASE,
)
_COPIES: Final = "the page holds its text more than once; it is shown once"


@dataclass(frozen=True, slots=True)
class Story:
    """The story of a page."""

    paragraphs: tuple[Paragraph, ...] = ()
    """Without its headline."""
    left_out: Counter[str] = field(default_factory=Counter)
    notes: tuple[str, ...] = ()
    root: Any = None
    """The element that holds it; None where there is none."""
    first: Any = None
    """The element of its first paragraph."""


def story_of(body: Any, headline: str, heading: Any) -> Story:
    """The story of a page.

    Args:
        body: The body of a page without its furniture, by lxml.
        headline: What the story is headed.
        heading: The element of its headline; None where there is none.
    """
    mark_captions(body)
    matched, others = own_article(body, matches_of(body, headline), headline)
    if not matched:
        return Story()
    matched, copies = without_copies(with_chunks(body, matched))
    region = _Region(matched, heading)
    walk = Walk(skip=region.skips)
    paragraphs = tuple(_without_headline(walk.paragraphs(region.root), headline))
    left_out = walk.left_out + region.left_out
    left_out["further article"] += others
    notes = (_COPIES,) if copies else ()
    return Story(paragraphs, left_out, notes, region.root, region.first)


class _Region:
    """The part of a page that its story takes, and what of it is no story."""

    def __init__(self, matched: list[Any], heading: Any) -> None:
        self._matched = set(matched)
        self.left_out: Counter[str] = Counter()
        ends = [e for e in matched if is_prose(e)] or matched
        self.first, self._last = ends[0], ends[-1]
        self.root = common([*ends, *([heading] if heading is not None else [])])
        told = [*matched, *([heading] if heading is not None else [])]
        self._above = {a for e in told for a in e.iterancestors()}
        self._heading = heading

    @cached_property
    def _order(self) -> dict[Any, int]:
        return {element: at for at, element in enumerate(self.root.iter())}

    def skips(self, element: Any) -> bool:
        """Whether an element of the story's region is no story."""
        if not isinstance(element.tag, str):
            return False
        if element is self._heading:
            return True
        if element in self._matched or element in self._above:
            return False
        parent = element.getparent()
        if parent in self._matched and is_paragraph(parent):
            return False  # a part of a paragraph
        if parent not in self._above and parent is not self.root:
            return False  # a part of what was kept
        is_kept = self._keeps(element)
        if not is_kept and element.tag in _BOXES | _STORY_TAGS:
            self.left_out["related link"] += links_of(element)
        return not is_kept

    def _keeps(self, element: Any) -> bool:
        at = self._order[element]
        if element.tag in ("figure", "figcaption"):
            return True
        if at < self._order[self.first]:
            return self._keeps_above(element)
        if at > self._order[self._last]:
            return self._keeps_below(element)
        if element.tag in _BOXES and not self._is_like_a_paragraph(element):
            whole = next(element.iter("blockquote", "table", "figcaption"), None)
            share = link_share(element)
            return share < (LINKED if whole is not None else 0.2) and _has_prose(
                element
            )
        return link_share(element) < LINKED or _is_sentence(element)

    def _is_like_a_paragraph(self, element: Any) -> bool:
        """Whether a page has its paragraphs in elements like this one."""
        kind = (element.tag, element.get("class"))
        return any(
            beside in self._matched and (beside.tag, beside.get("class")) == kind
            for beside in (element.getprevious(), element.getnext())
            if beside is not None
        )

    def _keeps_above(self, element: Any) -> bool:
        """A standfirst, between the headline and the text."""
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}"
        is_below_heading = (
            self._heading is not None
            and self._heading in self._order
            and self._order[element] > self._order[self._heading]
        )
        words = words_of(element)
        if not is_below_heading or link_share(element) > LINKED:
            return False
        if element.tag in _BOXES and element.find(".//figcaption") is not None:
            return True
        if element.tag in ("p", "h2", "blockquote", "ul"):
            return bool(_STANDFIRST.search(marks)) or (
                len(words) > 40 and not _CREDIT.search(marks) and words[-1:] in '.?!”"'
            )
        return bool(_STANDFIRST.search(marks)) and len(words) > 20

    def _keeps_below(self, element: Any) -> bool:
        """The rest of the list or the paragraphs that the story ends with."""
        same = element.getparent() is self._last.getparent()
        return same and element.tag in ("p", "li") and not link_share(element)


def _is_sentence(element: Any) -> bool:
    """Whether a paragraph that is a link is a sentence of the story all the same."""
    words = words_of(element)
    return element.tag == "p" and words[-1:] in (".", "”") and not _SEE.match(words)


def _has_prose(element: Any) -> bool:
    """Whether an element holds sentences, or a table or list."""
    if next(element.iter("table", "figcaption", "li", "blockquote"), None) is not None:
        return True
    if len(list(element.iter("h2", "h3", "h4", "h5"))) > 2:
        return False  # a list of teasers
    return any(
        len("".join(p.itertext()).strip()) > 60 for p in element.iter("p", "div")
    )


def _without_headline(
    paragraphs: Iterator[Paragraph], headline: str
) -> Iterator[Paragraph]:
    """The paragraphs without the headline, which is told apart from them."""
    wanted = words_key(headline)
    captions = set()
    is_begun = False
    for text, role in paragraphs:
        key = words_key(text)
        if not is_begun and key == wanted:
            continue
        if role is Role.CAPTION:
            if key in captions:
                continue  # a picture that is shown twice
            captions.add(key)
        is_begun = is_begun or role is None
        yield text, Role.SUBHEADING if role is Role.HEADLINE else role
