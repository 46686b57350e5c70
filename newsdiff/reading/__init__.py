"""Anything → Article: text, paragraphs, sentences, and what each is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from newsdiff.model import Article, Role, Sentence, Span
from newsdiff.reading.dating import published_on
from newsdiff.reading.front_matter import FrontMatter, front_matter
from newsdiff.reading.paragraphs import paragraphs
from newsdiff.reading.roles import Labelled, labelled
from newsdiff.reading.segmenting import MAX_BLOCK, sentence_spans
from newsdiff.reading.sources import (
    Freshness,
    Gathered,
    Source,
    freshness,
    gather,
    sample_sources,
    source_of,
)

__all__ = [
    "MAX_SENTENCES",
    "Freshness",
    "Gathered",
    "Source",
    "freshness",
    "gather",
    "parse",
    "read",
    "read_text",
    "sample_sources",
    "source_of",
    "split_sentences",
    "unique_labels",
]

MAX_SENTENCES: Final = 2_000
"""Sentences of one article that are compared; the rest is kept and shown."""
_HEADING: Final = re.compile(r"#{1,6}(?= )")
_WHOLE: Final = (Role.HEADLINE, Role.SUBHEADING, Role.DATELINE)
"""Roles whose line is one sentence, whatever marks it holds."""


def read(path: str | Path) -> Article:
    """The article in one file.

    Raises:
        SourceError: The file is missing, a folder, unreadable, binary or empty.
    """
    return parse(source_of(str(path)))


def parse(source: Source) -> Article:
    """The article in a source that has been read."""
    return read_text(source.text, source=source.given, notes=source.notes)


def read_text(
    text: str, *, source: str, label: str | None = None, notes: Sequence[str] = ()
) -> Article:
    """The article in a text.

    Args:
        text: Decoded, with plain line feeds; kept as it is.
        source: Where it came from; its stem is the label where nothing better is
            known ("-" is standard input).
        label: What to call it instead.
        notes: What the reader must know of how it was decoded.
    """
    front = front_matter(text)
    spans = list(paragraphs(text, front.end))
    within = labelled(text, spans[:MAX_SENTENCES])
    head = list(_front_lines(text, front))
    sentences = [*head, *_sentences(text, within, MAX_SENTENCES)]
    done = sentences[-1].end if sentences else front.end
    rest = list(_beyond(text, done, len(within) + 1))
    if rest:
        notes = (*notes, _left_out(label or front.outlet or _stem(source), rest))
    title = _title(text, sentences)
    stamps = [
        text[p.span.start : p.span.end] for p in within if p.role is Role.DATELINE
    ]
    return Article(
        label=label or front.outlet or _stem(source),
        title=front.title or title,
        outlet=front.outlet,
        published=published_on([front.published] if front.published else [])
        or published_on(stamps),
        source=source,
        url=front.url,
        text=text,
        sentences=(*sentences, *rest),
        notes=tuple(notes),
    )


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a plain text, in order, blanks at their ends cut off."""
    return tuple(
        text[span.start : span.end]
        for paragraph in paragraphs(text)
        for span in sentence_spans(text, paragraph)
    )


def unique_labels(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles with labels that all differ: a repeated one gets a number."""
    taken: set[str] = set()
    renamed = []
    for article in articles:
        label, n = article.label, 1
        while label in taken:
            n += 1
            label = f"{article.label} {n}"
        taken.add(label)
        renamed.append(replace(article, label=label))
    return tuple(renamed)


def _stem(source: str) -> str:
    return "stdin" if source == "-" else PurePath(source).stem or source


def _title(text: str, sentences: Sequence[Sentence]) -> str | None:
    headline = next((s for s in sentences if s.role is Role.HEADLINE), None)
    if headline is None:
        return None
    return " ".join(text[headline.start : headline.end].split())


def _front_lines(text: str, front: FrontMatter) -> Iterator[Sentence]:
    for line in re.finditer(r"\S(?:.*\S)?", text[: front.end]):
        yield Sentence(
            start=line.start(),
            end=line.end(),
            role=Role.BOILERPLATE,
            paragraph=0,
            rule="front-matter",
        )


def _sentences(text: str, within: Sequence[Labelled], limit: int) -> Iterator[Sentence]:
    """The sentences of labelled paragraphs, at most `limit`."""
    left = limit
    for number, part in enumerate(within):
        for span, role, rule in _cut(text, part):
            if left == 0:
                return
            left -= 1
            yield Sentence(
                start=span.start,
                end=span.end,
                role=role,
                paragraph=number + 1,
                rule=rule,
            )


def _cut(text: str, part: Labelled) -> Iterator[tuple[Span, Role, str | None]]:
    span = part.span
    mark = _HEADING.match(text, span.start, span.end)
    if mark and part.role in (Role.HEADLINE, Role.SUBHEADING):
        yield Span(span.start, mark.end()), Role.BOILERPLATE, "markdown-mark"
        body = text[mark.end() : span.end]
        span = Span(span.end - len(body.lstrip()), span.end)
    if part.role in _WHOLE:
        yield span, part.role, part.rule
        return
    for sentence in sentence_spans(text, span):
        yield sentence, part.role, part.rule


def _beyond(text: str, start: int, paragraph: int) -> Iterator[Sentence]:
    """What is left of a text past the limit, in pieces of a bounded length."""
    for offset, span in enumerate(paragraphs(text, start)):
        at = span.start
        while at < span.end:
            end = min(at + MAX_BLOCK, span.end)
            if end < span.end:
                end = max(text.rfind(" ", at + 1, end), at) or end
                end = end if end > at else at + MAX_BLOCK
            piece = text[at:end]
            blank = len(piece) - len(piece.lstrip())
            if piece.strip():
                yield Sentence(
                    start=at + blank,
                    end=at + len(piece.rstrip()),
                    role=Role.BOILERPLATE,
                    paragraph=paragraph + offset,
                    rule="beyond-limit",
                )
            at = end


def _left_out(name: str, rest: Sequence[Sentence]) -> str:
    characters = sum(s.end - s.start for s in rest)
    return (
        f"{name} is longer than {MAX_SENTENCES:,} sentences: its last {characters:,} "
        "characters are shown but not compared"
    )
