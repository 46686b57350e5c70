"""What exports of all archives need: addresses, elements of their HTML."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any, Final

from newsdiff.formats.extracts import one_line
from newsdiff.formats.html_trees import html_root
from newsdiff.formats.people import people_of

_ADDRESS: Final = re.compile(r"https?://[^\s/<>\"]+/[^\s<>\"]+")

_BY: Final = re.compile(r"\W*(?:by|par|von|por|di|door)\b\s*:?\s+", re.IGNORECASE)
_DIVIDED: Final = re.compile(r"[,;@()]")
_NAME_AND_POST: Final = 3
"""Words of a byline that has a name and a post have more."""


def author_of(byline: str | None, *, surname_first: bool = False) -> str | None:
    """The people in a byline; with their posts, where an archive writes all in a row.

    Args:
        byline: As the archive writes it: "By Jane Marsh Political Correspondent".
        surname_first: Whether "Marsh, Jane; Cole, Tom" is how it writes names.
    """
    words = one_line(byline or "")
    found = ", ".join(people_of(words, surname_first=surname_first))
    is_row = len(words.split()) > _NAME_AND_POST and not _DIVIDED.search(words)
    return found or (_BY.sub("", words) if is_row else None)


def address(words: str | None) -> str | None:
    """The address in a field, if it is one of a page and not of a whole site."""
    found = _ADDRESS.search(words or "")
    return found[0].rstrip(".,;)") if found else None


def elements(markup: str, left_out: Counter[str]) -> Any:
    """The root of a piece of HTML, however broken; None if there is nothing in it.

    A line end is a blank there, so that after this only <br> makes one.

    Args:
        markup: The piece.
        left_out: What is lost is counted here.
    """
    return html_root(re.sub(r"[\r\n]+", " ", markup), left_out)
