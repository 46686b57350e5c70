"""Letters by which an archive sends articles: its export as HTML, in a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from typing import Final

from newsdiff.formats.charsets import decode_markup
from newsdiff.formats.exports import (
    europresse,
    factiva,
    nexis_html,
    proquest_html,
)
from newsdiff.formats.extracts import Extracted, Options
from newsdiff.formats.registry import Format, Probe

_MAY_BE: Final = re.compile(
    rb"DocID_|ProQuest|class=[\"'](?:en|fr|de|es)?article|DOCUMENTS|DocPublicationName",
    re.IGNORECASE,
)
"""What one of these exports has; letters are seldom asked further."""
_ARCHIVES: Final[tuple[Format, ...]] = (
    factiva,
    europresse,
    proquest_html,
    nexis_html,
)


def articles_in(message: Message, part: str, name: str) -> Iterator[Extracted]:
    """The articles that an archive sends by a letter; none where it is another letter.

    Args:
        message: The letter.
        part: Which letter of its file it is; empty where it is the only one.
        name: What to call it in messages.

    Raises:
        SourceError: Nothing of them can be read.
    """
    options = Options()
    for markup in _pages(message, name):
        probe = Probe(markup)
        found = next((f for f in _ARCHIVES if f.recognises(probe, options)), None)
        if found:
            for one in found.extract(markup, name, options):
                yield replace(one, part=f"{part}.{one.part}".lstrip("."))
            return


def _pages(message: Message, name: str) -> Iterator[bytes]:
    """The HTML of a letter that may be such an export, in UTF-8."""
    for each in message.walk():
        if each.get_content_type() != "text/html" or each.get_filename():
            continue
        raw = each.get_payload(decode=True)
        if isinstance(raw, bytes) and _MAY_BE.search(raw):
            yield decode_markup(raw, name, each.get_content_charset()).text.encode()
