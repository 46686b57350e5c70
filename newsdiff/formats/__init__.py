"""Bytes → articles as a file holds them: pages, feeds, exports, wires, documents.

One module a format, with two functions: `recognises` says by the bytes alone whether it
is one, `extract` takes the articles out. Nothing is opened, fetched or executed here;
what is heavy is loaded by the format that needs it, when it is met. `registry` knows
them all.

Read `extracts` first (what every format gives), `registry`, then a folder: `web`,
`feeds`, `mail`, `documents`, `exports`, `wires`, `tables`. What several of them need is
here once: bytes (`decoding`, `charsets`), trees (`html_trees`, `xml_trees`,
`elements`), their paragraphs (`markup`), `headlines`, `people`, `dates`, `addresses`,
and what is put around texts that are passed on (`syndicated`).
"""

from newsdiff.formats.decoding import decode
from newsdiff.formats.extracts import About, Block, Extract, Extracted, Options, Unread
from newsdiff.formats.registry import (
    extracted,
    format_of,
    holds_articles,
    may_be_format,
)

__all__ = [
    "About",
    "Block",
    "Extract",
    "Extracted",
    "Options",
    "Unread",
    "decode",
    "extracted",
    "format_of",
    "holds_articles",
    "may_be_format",
]
