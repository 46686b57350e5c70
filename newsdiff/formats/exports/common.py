"""What exports of all archives need: addresses, elements of their HTML."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import Any, Final
from urllib.parse import quote, unquote

from newsdiff.formats.extracts import one_line
from newsdiff.formats.html_trees import html_root
from newsdiff.formats.people import people_of

_ADDRESS: Final = re.compile(r"https?://[^\s/<>\"]+/[^\s<>\"]+")
_PROXY: Final = re.compile(
    r"https?://[^\s?]+/login\?(?:qurl|url)=(?=https?(?::|%3[Aa]))"
)
"""What a library's proxy (EZproxy) puts before the address of a page."""
_ESCAPED: Final = re.compile(r"(https?%3A%2F%2F[^\s&<>\"]+)[^\s<>\"]*", re.IGNORECASE)
"""The address of a page among what else its proxy is told."""
_OF_ADDRESSES: Final = "%:/?#[]@!$&'()*+,;=~"
"""What an address may have beside letters and digits."""

_ENTITY: Final = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|#\d{2,5});")
_BY: Final = re.compile(r"\W*(?:by|par|von|por|di|door)\b\s*:?\s+", re.IGNORECASE)
_CONTRIBUTED: Final = re.compile(
    r"\b(?:contribut(?:ed|ing)|reported from|reporting (?:from|by))\b", re.IGNORECASE
)
"""Who helped, and where, which the archive puts behind the names."""
_DIVIDED: Final = re.compile(r"[,;@()]")
_NAME_AND_POST: Final = 3
"""Words of a byline that has a name and a post have more."""


def author_of(byline: str | None, *, surname_first: bool = False) -> str | None:
    """The people in a byline; with their posts, where an archive writes all in a row.

    Args:
        byline: As the archive writes it: "By Jane Marsh Political Correspondent".
        surname_first: Whether "Marsh, Jane; Cole, Tom" is how it writes names.
    """
    pieces = (byline or "").split(";")
    words = one_line(";".join(p for p in pieces if not _CONTRIBUTED.search(p)))
    found = ", ".join(people_of(words, surname_first=surname_first))
    is_row = len(words.split()) > _NAME_AND_POST and not _DIVIDED.search(words)
    return found or (_BY.sub("", words) if is_row else None)


def address(words: str | None) -> str | None:
    """The address in a field, if it is one of a page and not of a whole site."""
    direct, proxies = _PROXY.subn("", words or "")
    if proxies:
        direct = _ESCAPED.sub(
            lambda one: quote(unquote(one[1]), safe=_OF_ADDRESSES), direct
        )
    found = _ADDRESS.search(direct)
    return found[0].rstrip(".,;)") if found else None


def unescaped(words: str) -> str:
    """The words without the entities of HTML that were escaped once too often."""
    return _ENTITY.sub(lambda found: unescape(found[0]), words)


def elements(markup: str, left_out: Counter[str]) -> Any:
    """The root of a piece of HTML, however broken; None if there is nothing in it.

    A line end is a blank there, so that after this only <br> makes one.

    Args:
        markup: The piece.
        left_out: What is lost is counted here.
    """
    return html_root(re.sub(r"[\r\n]+", " ", markup), left_out)
