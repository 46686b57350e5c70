"""Paragraph → sentences, as spans: sentencex and a thin layer of repairs.

sentencex (Rust) knows abbreviations and closed quotations. The repairs join what a
newsroom never splits ("R-Iowa.", "a.m. Tuesday", a stray stop before a small letter,
an open quotation) and split behind a closing quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.model import Span

MAX_BLOCK: Final = 4_000
"""Characters segmented at once: sentencex is quadratic in unclosed quotations."""
MAX_JOINED: Final = 1_200
"""A quotation that runs on longer than this is taken for a missing mark."""

_ABBREVIATION: Final = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Maj|Capt|"
    r"Adm|Rev|Hon|St|Mt|Ft|vs|No|Nos|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|"
    r"Mon|Tues|Wed|Thurs|Fri|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|"
    r"La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|"
    r"Wyo|Ltd|Co|Corp|Inc|Jr|Sr)|U\.S|U\.K|U\.N|E\.U|[ap]\.m|[DR]-[A-Z][a-z]*|e\.g|i\.e)\.$"
)
_ALWAYS_OPEN: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Col|Lt|Sgt|Maj|Capt|Adm|Rev|"
    r"Hon|St|Mt|Ft|vs|No|Nos|[A-Z])\.$"
)
_FOLLOWS_TIME: Final = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|E[DS]?T\b|GMT|\d"
)
_SENTENCE_OPENERS: Final = re.compile(
    r"(?:The|A|An|He|She|It|They|We|I|You|But|And|In|On|At|This|That|These|Those|His|"
    r"Her|Their|Its|There|As|For|If|When|While|After|Before)\b"
)
_MISSED: Final = re.compile(
    r"[.!?…][”\"’')\]]+\s+(?=[“\"‘(\[]?[A-Z])|(?<=\w\w)[.!?]\s+(?=[“\"]?[A-Z][a-z]+\s)"
    r"|[。！？](?=\S)"
)
_PLAIN_END: Final = re.compile(r"(?:\s[a-z]{3,}|\d)[.!?]$")
_QUOTE: Final = re.compile('[“”"]')
_BEFORE_CLOSING: Final = ".,!?;:…’')]-—%$*"


def sentence_spans(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of one paragraph of `text`, in order, without outer blanks."""
    for block in _blocks(text, paragraph):
        yield from _repaired(text, list(_segmented(text, block)))


def _blocks(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph cut at white space into pieces of a bounded length."""
    start = paragraph.start
    while paragraph.end - start > MAX_BLOCK:
        cut = max(text.rfind(" ", start + 1, start + MAX_BLOCK), start)
        stop = text.rfind(". ", start + MAX_BLOCK // 2, cut)
        cut = stop + 1 if stop > start else cut if cut > start else start + MAX_BLOCK
        yield Span(start, cut)
        start = cut
    yield Span(start, paragraph.end)


def _segmented(text: str, block: Span) -> Iterator[Span]:
    from sentencex import get_sentence_boundaries

    # Line ends inside a wrapped paragraph are blanks to the segmenter.
    piece = text[block.start : block.end].replace("\n", " ")
    at = 0
    for end in [
        *(b["end_index"] for b in get_sentence_boundaries("en", piece)),
        len(piece),
    ]:
        for missed in _MISSED.finditer(piece, at, end):
            if _ends_there(piece, at, missed):
                yield Span(block.start + at, block.start + missed.end())
                at = missed.end()
        if at < end:
            yield Span(block.start + at, block.start + end)
            at = end


def _ends_there(piece: str, start: int, missed: re.Match[str]) -> bool:
    """Whether a sentence that sentencex kept whole ends at this mark after all."""
    mark = missed.group().rstrip()
    if mark in "。！？":
        return True
    head = piece[start : missed.end()].rstrip()
    if _open_quotes(head) or _ABBREVIATION.search(head):
        return False
    if len(mark) > 1 and mark[0] == ".":  # American papers put a comma before "he said"
        return True
    if len(mark) == 1 and _PLAIN_END.search(head):
        return True
    after = piece[missed.end() :].lstrip('“"‘([')
    return _SENTENCE_OPENERS.match(after) is not None


def _repaired(text: str, spans: list[Span]) -> Iterator[Span]:
    """The spans with wrong cuts joined again and blanks cut off their ends."""
    kept: list[Span] = []
    for span in (_bare(text, s) for s in spans):
        if span.start == span.end:
            continue
        if kept and _belongs_together(text, kept[-1], span):
            kept[-1] = Span(kept[-1].start, span.end)
        else:
            kept.append(span)
    yield from kept


def _bare(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))


def _belongs_together(text: str, one: Span, other: Span) -> bool:
    if other.end - one.start > MAX_JOINED:
        return False
    before, after = text[one.start : one.end], text[other.start : other.end]
    first = after.lstrip("“\"‘'([")[:1]
    if one.end == other.start and before[-1:] not in '。！？.!?”"':
        return True  # a cut in the middle of a word
    if first.islower() and before[-1:] not in "!?" and not _is_lower_case(text, one):
        return True
    if _open_quotes(before) and _closes_later(after):
        return True
    if _ALWAYS_OPEN.search(before) and len(before) > 2:
        return True
    return bool(
        _ABBREVIATION.search(before)
        and (_FOLLOWS_TIME.match(after) or not _SENTENCE_OPENERS.match(after))
        and not before.endswith(("Inc.", "Corp.", "Ltd.", "Co.", "Jr.", "Sr."))
    )


def _is_lower_case(text: str, span: Span) -> bool:
    """Whether the text writes sentence starts small, as machine summaries do."""
    return not any(c.isupper() for c in text[span.start : span.end])


def _quote_marks(piece: str) -> Iterator[bool]:
    """True for each opening, False for each closing double quotation mark."""
    for mark in _QUOTE.finditer(piece):
        if mark.group() == '"':
            before = piece[mark.start() - 1 : mark.start()] or " "
            yield not (before.isalnum() or before in _BEFORE_CLOSING)
        else:
            yield mark.group() == "“"


def _open_quotes(piece: str) -> bool:
    """Whether a quotation is open where the piece ends."""
    is_open = False
    for is_open in _quote_marks(piece):  # noqa: B007 - the last mark decides
        pass
    return is_open


def _closes_later(after: str) -> bool:
    return next(_quote_marks(after), True) is False
