"""HTML, whole or a piece of it, however broken → a tree: the one place that parses it.

The parser stops where elements are nested more than 255 deep, and gives nothing of all
that comes behind, without a word (findings/lxml-html-loses-the-rest-of-a-deep-page.sh).
That is counted here as left out, for all formats.
"""

from __future__ import annotations

from collections import Counter
from typing import Any, Final

from newsdiff.formats.characters import sound

TOO_DEEP: Final = "passage behind elements that are nested too deeply"


def html_root(text: str, left_out: Counter[str]) -> Any | None:
    """The root element, which has a body; None where there is nothing in it.

    Nothing is fetched, and comments and instructions are none of it.

    Args:
        text: A page or a piece of one, already decoded: its own charset is not asked.
        left_out: What is lost is counted here.
    """
    from lxml import etree, html

    parser = html.HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        no_network=True,
        huge_tree=False,
    )
    try:
        root = html.document_fromstring(sound(text), parser=parser)
    except etree.ParserError:  # it is empty
        return None
    limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
    left_out[TOO_DEEP] += any(error.type == limit for error in parser.error_log)
    return root
