"""Anything → Article: text, paragraphs, sentences, and what each is for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from newsdiff.model import Article, Role, Sentence
from newsdiff.reading.cutting import (
    MAX_TOLD,
    REPEATED,
    Limit,
    beyond,
    front_lines,
    sentences_of,
)
from newsdiff.reading.dating import Line, published_on, stamps_of
from newsdiff.reading.front_matter import find_front_matter
from newsdiff.reading.hyphens import join_hyphenated
from newsdiff.reading.language import is_english
from newsdiff.reading.markdown import without_marks
from newsdiff.reading.paragraphs import split_paragraphs
from newsdiff.reading.roles import Labelled, labelled
from newsdiff.reading.segmenting import sentence_spans
from newsdiff.reading.sources import (
    Source,
    source_of,
)

MAX_SENTENCES: Final = 1_000
MAX_CHARACTERS: Final = 200_000
"""How much of one article is compared; the rest is kept and shown."""
_LIMIT: Final = Limit(MAX_SENTENCES, MAX_CHARACTERS)


def read(path: str | Path) -> Article:
    """The article in one file.

    Raises:
        SourceError: The file is missing, a folder, unreadable, binary or empty.
    """
    return parse(source_of(str(path)))


def parse(source: Source) -> Article:
    """The article in a source that has been read."""
    return read_text(source.text, source=source.name, notes=source.notes)


def read_text(
    text: str, *, source: str, label: str | None = None, notes: Sequence[str] = ()
) -> Article:
    """The article in a text.

    Args:
        text: Decoded, with plain line feeds; kept as it is, but for words that are
            hyphenated over a line end and marks of Markdown inside lines.
        source: Where it came from; its stem is the label where nothing better is
            known ("-" is standard input).
        label: What to call it instead.
        notes: What the reader must know of how it was decoded.
    """
    text = join_hyphenated(without_marks(text))
    front = find_front_matter(text)
    name = label or front.outlet or _stem(source)
    spans = list(islice(split_paragraphs(text, front.end), MAX_SENTENCES))
    within = labelled(text, spans)
    sentences = [*front_lines(text, front), *sentences_of(text, within, _LIMIT)]
    rest = list(beyond(text, sentences[-1] if sentences else None))
    return Article(
        label=name,
        title=front.title or _title(text, sentences),
        outlet=front.outlet,
        published=published_on([front.published] if front.published else [])
        or _published(text, within, sentences),
        source=source,
        url=front.url,
        text=text,
        sentences=(*sentences, *rest),
        notes=(*notes, *_remarks(name, text, sentences, rest)),
    )


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a plain text, in order, blanks at their ends cut off."""
    return tuple(
        text[span.start : span.end]
        for paragraph in split_paragraphs(text)
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


def _published(
    text: str, within: Sequence[Labelled], sentences: Sequence[Sentence]
) -> str | None:
    """The day of the stamps above the story; else that of its dateline."""
    lines = [Line(" ".join(text[slice(*p.span)].split()), p.role) for p in within]
    stamps = [line.text for line in lines if line.role is Role.DATELINE]
    tags = [
        text[s.start : s.end]
        for s in sentences
        if s.role is Role.DATELINE and lines[s.paragraph - 1].role is Role.BODY
    ]
    return published_on(stamps_of(lines), stamps) or published_on(tags[:1])


def _stem(source: str) -> str:
    return "stdin" if source == "-" else PurePath(source).stem or source


def _title(text: str, sentences: Sequence[Sentence]) -> str | None:
    headline = next((s for s in sentences if s.role is Role.HEADLINE), None)
    if headline is None:
        return None
    return " ".join(text[headline.start : headline.end].split())


def _remarks(
    name: str, text: str, sentences: Sequence[Sentence], rest: Sequence[Sentence]
) -> Iterator[str]:
    """What a reader must know of what is not compared."""
    if rest:
        left_out = rest[-1].end - rest[0].start
        yield (
            f"{name} is longer than {MAX_SENTENCES:,} sentences or "
            f"{MAX_CHARACTERS:,} characters: its last {left_out:,} characters are "
            "shown but not compared"
        )
    if repeated := sum(sentence.rule == REPEATED for sentence in sentences):
        yield (
            f"{name} repeats itself: {repeated:,} sentences that stand in it more than "
            f"{MAX_TOLD} times are shown but not compared again"
        )
    if not any(sentence.role.compared for sentence in sentences):
        yield f"{name} has no sentence to compare: all of it is page furniture"
    elif not is_english(
        " ".join(text[s.start : s.end] for s in sentences if s.role.compared)
    ):
        yield (
            f"{name} does not read like English: it is compared by names, numbers and "
            "like words alone, and much may be missed"
        )
