"""Paragraphs with roles → the sentences of an article, up to a limit and beyond it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.model import Role, Sentence, Span
from newsdiff.reading.datelines import wire_tag
from newsdiff.reading.front_matter import FrontMatter
from newsdiff.reading.paragraphs import on_one_line
from newsdiff.reading.roles import Labelled
from newsdiff.reading.segmenting import MAX_BLOCK, sentence_spans

_HEADING: Final = re.compile(r"#{1,6}(?= )")
_WHOLE: Final = (Role.HEADLINE, Role.SUBHEADING, Role.DATELINE)
"""Roles whose line is one sentence, whatever marks it holds."""
MAX_TOLD: Final = 10
"""How often one sentence is compared; a machine repeats itself more often than that,
and every copy would be linked to every copy."""
REPEATED: Final = "repeated-sentence"
"""The rule that says so."""
_TAG: Final = 200
"""Characters looked at for where and for whom a story was filed."""
_LIVE: Final = re.compile(
    r"posted at \d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?\d{1,2}[:.]\d\d)?"
    r"(?: (?:BST|GMT|[ECMP][SD]?T))?(?: \d{1,2} [A-Z][a-z]+(?: 20\d\d)?)?\s+(?=\S)",
    re.IGNORECASE,
)
"""What a post of a live page begins with."""
_COUNTER: Final = re.compile(
    r"(?:photo |image )?\d{1,3} of \d{1,3}(?:\.|\s*\|)?\s+(?=[A-Z“\"])"
)
"""What the caption of one of several pictures begins with."""
_MARKS: Final = {
    Role.HEADLINE: (_HEADING, "markdown-mark"),
    Role.SUBHEADING: (_HEADING, "markdown-mark"),
    Role.BODY: (_LIVE, "time-stamp"),
    Role.CAPTION: (_COUNTER, "picture-counter"),
}
"""What a paragraph may begin with that is not told, and the rule that says so."""


class Limit(NamedTuple):
    """How much of an article is taken apart."""

    sentences: int
    characters: int
    """From the first one on; a sentence that begins within them is kept whole."""


def front_lines(text: str, front: FrontMatter) -> Iterator[Sentence]:
    """The lines of the front matter, which are shown but no part of the story."""
    for line in re.finditer(r"\S(?:.*\S)?", text[: front.end]):
        yield Sentence(
            start=line.start(),
            end=line.end(),
            role=Role.BOILERPLATE,
            paragraph=0,
            rule="front-matter",
        )


def sentences_of(
    text: str, paragraphs: Sequence[Labelled], limit: Limit
) -> Iterator[Sentence]:
    """The sentences of paragraphs, numbered from 1, as far as the limit allows."""
    left = limit.sentences
    first = next((p for p in paragraphs if p.role is Role.BODY), None)
    told: dict[str, int] = {}
    end = paragraphs[0].span.start + limit.characters if paragraphs else 0
    for number, paragraph in enumerate(paragraphs, 1):
        for span, role, rule in _cut(text, paragraph, opening=paragraph is first):
            if left == 0 or span.start >= end:
                return
            left -= 1
            words = on_one_line(text[span.start : span.end])
            times = told[words] = told.get(words, 0) + 1
            if times > MAX_TOLD and role.compared:
                role, rule = Role.BOILERPLATE, REPEATED  # noqa: PLW2901
            yield Sentence(
                start=span.start, end=span.end, role=role, paragraph=number, rule=rule
            )


def _cut(
    text: str, paragraph: Labelled, *, opening: bool
) -> Iterator[tuple[Span, Role, str | None]]:
    span, role, rule = paragraph.span, paragraph.role, paragraph.rule
    if mark := _mark(text, paragraph):
        yield Span(span.start, span.start + len(mark.text)), Role.BOILERPLATE, mark.rule
        span = _after(text, span.start + len(mark.text), span.end)
    if role is Role.BODY and (
        tag := wire_tag(
            text[span.start : min(span.start + _TAG, span.end)], opening=opening
        )
    ):
        place = text[span.start : span.start + tag].rstrip()
        yield Span(span.start, span.start + len(place)), Role.DATELINE, None
        span = _after(text, span.start + tag, span.end)
    if role in _WHOLE:
        yield span, role, rule
        return
    for sentence in sentence_spans(text, span):
        yield sentence, role, rule


class _Mark(NamedTuple):
    """What a paragraph begins with that is not told."""

    text: str
    rule: str


def _mark(text: str, paragraph: Labelled) -> _Mark | None:
    (start, end), role = paragraph.span, paragraph.role
    pattern, rule = _MARKS.get(role, (None, ""))
    match = pattern.match(text, start, end) if pattern else None
    return _Mark(match.group().rstrip(), rule) if match else None


def _after(text: str, start: int, end: int) -> Span:
    """The stretch without the blanks it begins with."""
    return Span(end - len(text[start:end].lstrip()), end)


def beyond(text: str, last: Sentence | None) -> Iterator[Sentence]:
    """What is left of a text behind the last sentence, in pieces of a bounded length.

    Pieces end with a line where they can, so that a text of a million short lines
    does not become a million sentences.
    """
    start = last.end if last else 0
    number = last.paragraph if last else 0
    while start < len(text):
        end = _piece(text, start)
        piece = text[start:end]
        bare = piece.strip()
        if bare:
            number += 1
            at = start + len(piece) - len(piece.lstrip())
            yield Sentence(
                start=at,
                end=at + len(bare),
                role=Role.BOILERPLATE,
                paragraph=number,
                rule="beyond-limit",
            )
        start = end


def _piece(text: str, start: int) -> int:
    end = start + MAX_BLOCK
    if end >= len(text):
        return len(text)
    for blank in "\n ":
        if (cut := text.rfind(blank, start + 1, end)) > start:
            return cut
    return end
