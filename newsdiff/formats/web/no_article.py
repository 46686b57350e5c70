"""Pages that are no article: what they are instead, and what to do."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final
from urllib.parse import urlsplit

from newsdiff.formats.elements import words_of
from newsdiff.formats.extracts import one_line
from newsdiff.formats.markup import Paragraph
from newsdiff.formats.web.meta import PageMeta

_SHORT: Final = 300
"""Characters of text up to which a page may be a message and no story."""
_SEEN: Final = 160
"""Characters at the beginning of a page in which a message stands."""
_FROM_BROWSER: Final = "open it in a browser, and save the page from there"
_NEEDS_SCRIPTS: Final = f"""
needs JavaScript to show its text, which is not in it: {_FROM_BROWSER}
""".strip()
_ASKS_WHO: Final = f"""
asks whether you are a person and holds no article: {_FROM_BROWSER}
""".strip()
_ERROR: Final = "is a page of an error and holds no article: check its address"
_MESSAGES: Final = (
    (
        re.compile(
            r"\b(?:enable|turn on|requires?|activate|without|disabled?)\b.{0,40}"
            r"\bjava ?script|java ?script\b.{0,60}\b(?:required|disabled|enable|"
            r"necessary|turned off)",
            re.IGNORECASE,
        ),
        _NEEDS_SCRIPTS,
    ),
    (
        re.compile(
            r"verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|captcha"
            r"|^just a moment|checking your browser|unusual traffic",
            re.IGNORECASE | re.MULTILINE,
        ),
        _ASKS_WHO,
    ),
    (
        re.compile(
            r"^(?:error )?[45]\d\d\b.{0,9}(?:not found|forbidden|error|bad gateway|$)"
            r"|page (?:was |could |can )?not (?:be )?found|error 40\d|error 50\d"
            r"|^access denied|^forbidden$|^bad gateway|internal server error"
            r"|service (?:temporarily )?unavailable|gateway time-?out",
            re.IGNORECASE | re.MULTILINE,
        ),
        _ERROR,
    ),
)
_LOGIN: Final = re.compile(
    r"\b(?:log ?in|sign ?in|anmelden|connexion|iniciar sesión)\b", re.IGNORECASE
)
_FRAMES: Final = (
    "only sets out frames: open the frame that holds the article, and save that"
)
_ASKS_LOGIN: Final = f"asks to log in and holds no article: {_FROM_BROWSER}"
_LISTS: Final = "lists articles and is none itself: open one of them, and save that"
_NOTHING: Final = (
    "holds no article: no text of one was found in it; paste the text into a .txt file"
)
_FEWEST_PARAGRAPHS: Final = 2
"""Paragraphs beside teasers that make an article of a page."""
_FIRST_TEXTS: Final = 40
_PROSE: Final = 80
"""Characters of a paragraph that is no headline."""
_FEWEST_TEASERS: Final = 5
_ROW: Final = 4
"""Paragraphs in a row that are a story, and no summaries of others."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What of a page tells that it is no article, before it is changed."""

    has_frames: bool
    asks_password: bool
    without_scripts: str
    """What it shows to browsers that run none."""
    words: str
    """The beginning of what it shows."""


def signs_of(tree: Any) -> Signs:
    """The signs of a page.

    Args:
        tree: The page as it came, by lxml.
    """
    noscript = " ".join("".join(e.itertext()) for e in tree.iter("noscript"))
    body = tree.find(".//body")
    words = "" if body is None else "\n".join(islice(_texts(body), _FIRST_TEXTS))
    return Signs(
        has_frames=next(tree.iter("frameset"), None) is not None,
        asks_password=tree.find(".//input[@type='password']") is not None,
        without_scripts=noscript[:_SHORT],
        words=words[:_SEEN],
    )


def _texts(body: Any) -> Iterator[str]:
    for element in body.iter():
        if element.tag not in ("script", "style", "noscript"):
            for text in (element.text, element.tail):
                if text and text.strip():
                    yield text.strip()


def why_no_article(
    meta: PageMeta, signs: Signs, text: str, *, is_front: bool
) -> str | None:
    """What a page is instead of an article, and what to do; None where it is one.

    Args:
        meta: What its head says.
        signs: What else tells it.
        text: What was found as its story.
        is_front: Whether it lists stories of elsewhere.
    """
    if len(text) <= _SHORT:
        if signs.has_frames and not text:
            return _FRAMES
        unscripted = "" if text else signs.without_scripts
        seen = f"{meta.title}\n{signs.words}\n{unscripted}"
        for pattern, message in _MESSAGES:
            if not meta.own and pattern.search(seen):
                return message
        if signs.asks_password and _LOGIN.search(seen) and not meta.own:
            return _ASKS_LOGIN
    if is_front:
        return _LISTS
    return None if text else _NOTHING


def is_front(body: Any, meta: PageMeta, paragraphs: Iterable[Paragraph]) -> bool:
    """Whether a page lists stories of elsewhere, and is none itself.

    Args:
        body: Its body without furniture, by lxml.
        meta: What its head says.
        paragraphs: What was found as its story.
    """
    if meta.own or meta.first("article:published_time"):
        return False
    teasers: set[str] = set()
    summaries: set[str] = set()
    for heading in body.iter("h2", "h3", "h4", "li"):
        link = next(heading.iter("a"), None)
        if link is not None and len(words_of(link).split()) > 3:
            teasers.add(words_of(link))
            summaries.update(
                map(words_of, heading.getparent().iterchildren("p", "div"))
            )
            summaries.add(words_of(heading))
    told = [one_line(text) for text, role in paragraphs if role is None]
    prose = [text for text in told if len(text) > _PROSE and text not in summaries]
    if len(teasers) < _FEWEST_TEASERS or len(prose) < _FEWEST_PARAGRAPHS:
        return len(teasers) >= _FEWEST_TEASERS
    few = _is_root(meta.address) and len(prose) < len(teasers)
    return few and not _stand_in_a_row(body, set(told) - summaries)


def _stand_in_a_row(body: Any, told: Collection[str]) -> bool:
    """Whether paragraphs follow each other, as summaries of other stories do not.

    Some pages call themselves by the address of their site.
    """
    run = 0
    for paragraph in body.iter("p"):
        before = paragraph.getprevious()
        goes_on = before is not None and before.tag == "p"
        run = (run * goes_on + 1) * (words_of(paragraph) in told)
        if run == _ROW:
            return True
    return False


def _is_root(address: str | None) -> bool:
    """Whether an address is that of a whole site."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path in ("", "/") and not parts.query
