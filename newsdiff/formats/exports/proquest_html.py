"""ProQuest exports as HTML, saved or in the e-mails that ProQuest sends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.formats.charsets import decode_markup
from newsdiff.formats.exports.common import elements
from newsdiff.formats.exports.proquest import article, is_article
from newsdiff.formats.extracts import Extracted, Options, left_out
from newsdiff.formats.markup import Walk
from newsdiff.formats.registry import Probe

_BEGIN: Final = re.compile(r"<a\s+name=\"?DocID_", re.IGNORECASE)
_PAGE: Final = re.compile(r"</?(?:html|head|body)\b[^<>]*>|\bhtml&gt;", re.IGNORECASE)
"""The tags of pages inside the page; one kind is damaged in the same way each time."""
_MARKS: Final = (
    re.compile(rb"<a\s+name=\"?DocID_", re.IGNORECASE),
    re.compile(
        rb"<strong[^>]*>\s*(?:Full [Tt]ext|Abstract|Publication (?:title|info))"
    ),
    re.compile(rb"ProQuest document"),
)


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it has the marks and labels of ProQuest: its name is not enough."""
    del options
    return all(mark.search(probe.data) for mark in _MARKS)


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as HTML, as `Format.extract` says."""
    del options
    decoded = decode_markup(data, name)
    text, notes = decoded.text, decoded.notes
    starts = [found.start() for found in _BEGIN.finditer(text)]
    number = 0
    for start, end in pairwise([*starts, len(text)]):
        # Each apart: some hold a page of their own, whose end would end all.
        walk = Walk()
        root = elements(_PAGE.sub(" ", text[start:end]), walk.left_out)
        paragraphs = [] if root is None else walk.paragraphs(root)
        lines = [line for words, _ in paragraphs for line in (words, "")]
        if is_article(lines):
            number += 1
            told = [*notes, left_out(walk.left_out)]
            yield article(lines, str(number), [note for note in told if note])
    if not number:
        message = f"{name} has no article of ProQuest: export the articles again"
        raise SourceError(message)
