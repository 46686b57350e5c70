"""The text that is copied from the reader view of Firefox.

It begins with the host, the title, often the credits, and how long reading takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.formats.decoding import decode
from newsdiff.formats.extracts import About, Extract, Options, extract_of
from newsdiff.formats.people import people_of
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_BEGINS: Final = re.compile(
    r"\s*(?P<host>(?:[a-z0-9-]+\.)+[a-z]{2,}|(?:\d{1,3}\.){3}\d{1,3}|localhost)(?::\d+)?"
    r"[ \t]*\n\s*(?P<title>\S[^\n]{2,300})\n(?:\s*(?P<credits>\S[^\n]{0,200})\n)?"
    r"\s*~?\d{1,3}(?:\s?[-–]\s?\d{1,3})? minutes?[ \t]*\n"
)


def recognises(probe: Probe, options: Options) -> bool:
    """Whether a text was copied from a reader view."""
    del options
    return bool(_BEGINS.match(probe.head.replace("\r\n", "\n")))


def extract(data: bytes, name: str, options: Options) -> Iterator[Extract]:
    """The article of a copied reader view.

    Raises:
        SourceError: It is no text.
    """
    del options
    decoded = decode(data, name)
    begin = _BEGINS.match(decoded.text)
    if begin is None:  # its head can be read otherwise than all of it
        yield Extract(text=decoded.text, notes=decoded.notes)
        return
    title, rest = begin["title"].strip(), decoded.text[begin.end() :]
    separator = "\n\n" if "\n\n" in rest.strip() else "\n"
    yield extract_of(
        [(title, Role.HEADLINE), *((p, None) for p in rest.split(separator))],
        about=About(
            title=title,
            outlet=begin["host"].removeprefix("www."),
            author=", ".join(people_of(begin["credits"] or "")) or None,
        ),
        notes=[*decoded.notes, "copied from a reader view, which tells no date"],
    )
