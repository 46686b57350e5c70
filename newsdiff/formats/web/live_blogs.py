"""Live blogs: all posts of a page, each with its time and heading, in page order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.formats.web.bodies import paragraphs_of_body
from newsdiff.formats.web.json_ld import Item, Items, text_of, types_of
from newsdiff.formats.web.measures import link_share
from newsdiff.formats.web.story import Story
from newsdiff.model import Role

_FEWEST: Final = 2
_POSTS: Final = ("article", "section", "li", "div")
_CLOCK: Final = re.compile(
    r"\W*(?:(?:posted|updated|published)\s*)?(?:at\s+)?(?:.{0,30}\d{1,2}[.:h]\d\d|"
    r"\d{1,2}\s*[ap]\.?m|\d{1,3}\s*(?:min(?:ute)?s?|h(?:ou)?rs?|[mhd])\s+ago)"
    r".{0,30}",
    re.IGNORECASE,
)
_LONGEST_TIME: Final = 60
_LIVE: Final = re.compile(
    r"live-?(?:blog|updates?|feed|post|text)|liveblog", re.IGNORECASE
)


def live_posts(body: Any, items: Items) -> Story | None:
    """The posts of a live blog as one story; None where a page is none.

    Args:
        body: The body of a page without its furniture, by lxml.
        items: What its JSON-LD says.
    """
    item = next((i for i in items.all if "LiveBlogPosting" in types_of(i)), None)
    if posts := _posts_of(body, is_stated=item is not None):
        walk = Walk()
        paragraphs = tuple(_paragraphs(walk, posts))
        note = (
            f"a live blog: its {len(posts)} posts are one article, in the page's order"
        )
        root = posts[0].getparent()
        return Story(paragraphs, walk.left_out, (note,), root, posts[0])
    if item and (told := tuple(_of_updates(item))):
        note = (
            "a live blog whose posts were taken from the data it carries: it shows none"
        )
        return Story(told, notes=(note,))
    return None


def _posts_of(body: Any, *, is_stated: bool) -> list[Any]:
    """The posts of a live blog on a page, in order; none where it is no live blog.

    Args:
        body: The body of a page without its furniture.
        is_stated: Whether the page's head says that it is one.

    Posts are elements of one kind beside each other, each with a time. Where the head
    does not say so, a class or itemtype must.
    """
    if not is_stated and not any(map(_says_live, body.iter("div", "section", "main"))):
        return []
    groups: dict[tuple[Any, str, str], list[Any]] = {}
    for element in body.iter(*_POSTS):
        time = next(element.iter("time"), None)
        if time is None and not _has_clock(element):
            continue
        kind = (element.get("class") or "").split()
        key = (element.getparent(), element.tag, kind[0] if kind else "")
        groups.setdefault(key, []).append(element)
    found = [g for g in groups.values() if len(g) >= _FEWEST and _are_posts(g)]
    if not found:
        return []
    posts = max(found, key=lambda g: sum(len(e.text_content()) for e in g))
    is_one = is_stated or any(map(_says_live, (posts[0], *posts[0].iterancestors())))
    return posts if is_one else []


def _has_clock(element: Any) -> bool:
    """Whether an element begins with a time of day."""
    words = islice((t.strip() for t in element.itertext() if t.strip()), 2)
    return any(len(w) <= _LONGEST_TIME and _CLOCK.fullmatch(w) for w in words)


def _are_posts(group: list[Any]) -> bool:
    """Whether elements hold text, not links to stories elsewhere."""
    long = [e for e in group if len(e.text_content().split()) > 8]
    return len(long) >= _FEWEST and sum(map(link_share, group)) / len(group) < 0.4


def _says_live(element: Any) -> bool:
    marks = (element.get(key) or "" for key in ("class", "id", "itemtype"))
    return any(mark and _LIVE.search(mark) for mark in marks)


def _paragraphs(walk: Walk, posts: list[Any]) -> Iterator[Paragraph]:
    """The paragraphs of posts: times as lines of their own, headings, text."""
    for post in posts:
        for text, role in walk.paragraphs(post):
            line = " ".join(text.split())
            if len(line) <= _LONGEST_TIME and _CLOCK.fullmatch(line):
                yield line, Role.DATELINE
            else:
                yield text, Role.SUBHEADING if role is Role.HEADLINE else role


def _of_updates(item: Item) -> Iterator[Paragraph]:
    """The paragraphs of the posts that JSON-LD has."""
    updates = item.get("liveBlogUpdate")
    for update in updates if isinstance(updates, list) else [updates]:
        if not isinstance(update, dict):
            continue
        if isinstance(body := update.get("articleBody"), str):
            yield text_of(update.get("datePublished")), Role.DATELINE
            yield text_of(update.get("headline")), Role.SUBHEADING
            yield from paragraphs_of_body(body)
