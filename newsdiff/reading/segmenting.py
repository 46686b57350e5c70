"""Paragraph → sentences, as spans: sentencex and a thin layer of corrections.

sentencex (Rust) knows abbreviations. It is asked about a copy of the paragraph whose
quotations hold no sentence end, so that none of them is cut; the ends it names, and
those it may have missed, are then put to `boundaries`. The copy has the length of
the original: offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import Any, Final

from newsdiff.model import Span
from newsdiff.reading.boundaries import CLOSERS, MARKS, Block, Candidate
from newsdiff.reading.quoting import quotations

MAX_BLOCK: Final = 2_400
"""Characters segmented at once: sentencex is quadratic in some of what it is given."""

_MISSED: Final = re.compile(
    r"[.!?…。！？](?:(?<=\w\w[.!?…])[.!?…]*[)\]]*\s+(?=[(\[]?[^\W\d_])"
    r"|(?<=[a-z]{2}[.!?])(?=\s?[A-Z][a-z])|(?<=\b[ap]\.m\.)\s+(?=[A-Z])"
    r"|(?<=\b[AP]\.M\.)\s+(?=[A-Z])|(?<=[\s\d]\d\.)\s+(?=[A-Z][a-z])"
    r"|(?<=[。！？])[。！？]*)"
)
"""Where sentencex may have seen no end: each begins with a mark, for speed."""
ENDS: Final = re.compile(
    f"[{MARKS}\u0589\u061d-\u1fff\u2024\u203c-\u2049\u2e00-\U0010ffff]"
)
"""What may end a sentence in any script, and much that does not."""
_LAST: Final = ".!?…"
"""What one sentence ends with before it is closed."""
_STRAY: Final = re.compile('[“”„"«»「」『』]')
_BLANK: Final = re.compile(r"[^\S\x00-\x7f]")
"""Blanks that sentencex counts as one byte: beside an initial it fails on them."""
_BROKEN: Final = re.compile("[\ud800-\udfff]")
"""Halves of a character, which have no place outside Python."""
_MARK: Final = re.compile(f"[{MARKS}]")


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph of `text`, in order, without outer blanks."""
    start = paragraph.start
    while paragraph.end - start > MAX_BLOCK:
        spans = list(_sentences(text, start, start + MAX_BLOCK))
        last = spans[-1] if spans else Span(start, start)
        if last.start - start > MAX_BLOCK // 2:
            # It may go on behind the block: it is read again with what follows.
            yield from spans[:-1]
            start = last.start
        else:
            cut = _cut(text, last.start, start + MAX_BLOCK)
            yield from spans[:-1]
            if last.start < cut:
                yield _bare(text, Span(last.start, min(last.end, cut)))
            start = cut
    yield from _sentences(text, start, paragraph.end)


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut what is too long: behind its last blank, or anywhere."""
    return max(text.rfind(blank, start + 1, end) for blank in " \n\t") + 1 or end


def _bare(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip()))


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a stretch of bounded length."""
    # Line ends inside a wrapped paragraph are blanks to the segmenter.
    piece = text[start:end].replace("\n", " ")
    at = len(piece) - len(piece.lstrip())
    if not _is_one(piece):
        block = Block(piece, quotations(piece))
        for candidate in _candidates(block):
            if candidate.end > at and block.ends_there(at, candidate):
                yield Span(start + at, start + candidate.end)
                at = candidate.next
    if at < len(piece):
        yield _bare(text, Span(start + at, end))


def _is_one(piece: str) -> bool:
    """Whether a stretch is one sentence for sure, as many paragraphs are."""
    told = piece.rstrip(CLOSERS).rstrip(_LAST)
    return told[-1:].isalnum() and not ENDS.search(told)


@cache
def _segmenter() -> Any:
    """sentencex, loaded when a text is first cut."""
    return import_module("sentencex").get_sentence_boundaries


def _candidates(block: Block) -> Iterator[Candidate]:
    """Every place where a sentence may end, in order, the end of the text left out."""
    masked = _masked(block)
    known = {b["end_index"] for b in _segmenter()("en", masked)}
    missed = {match.end() for match in _MISSED.finditer(masked)}
    found: dict[int, Candidate] = {}
    for position in sorted(known | missed):
        end = _end(block, len(masked[:position].rstrip()))
        after = block.text[end:]
        following = end + len(after) - len(after.lstrip())
        if following < len(block.text):
            certain = position in known or (end in found and found[end].certain)
            found[end] = Candidate(end, following, certain)
    return iter(found.values())


def _end(block: Block, end: int) -> int:
    """`end` moved behind the closing marks that stand there."""
    if not block.quoted and block.text[end : end + 1] not in CLOSERS:
        return end
    while end < len(block.text) and (
        end in block.closings
        or (block.text[end] in CLOSERS and end not in block.openings)
    ):
        end += 1
    return end


def _masked(block: Block) -> str:
    """A copy without quotation marks and without sentence ends inside quotations."""
    parts = []
    at = 0
    for span in block.quoted:
        inner = block.text[span.start + 1 : span.end - 1]
        body = inner.rstrip(MARKS + CLOSERS + " ")
        parts += [
            block.text[at : span.start],
            " ",
            _MARK.sub(",", body),
            inner[len(body) :],
            " ",
        ]
        at = span.end
    parts.append(block.text[at:])
    masked = _STRAY.sub(" ", "".join(parts))
    if masked.isascii():
        return masked
    return _BROKEN.sub("x", _BLANK.sub(" ", masked))
