"""Anything → Article: text, paragraphs, sentences, and what each is for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Final

from newsdiff.formats import About, Block
from newsdiff.formats.dates import StatedDate
from newsdiff.model import Article, Role, Sentence, Span
from newsdiff.reading.cutting import (
    MAX_TOLD,
    REPEATED,
    Limit,
    beyond,
    front_lines,
    sentences_of,
)
from newsdiff.reading.dating import LOOKED_AT, Line, published_on, stamps_of
from newsdiff.reading.front_matter import FrontMatter, find_front_matter
from newsdiff.reading.hyphens import join_hyphenated
from newsdiff.reading.language import is_english
from newsdiff.reading.markdown import without_marks
from newsdiff.reading.paragraphs import on_one_line, split_paragraphs
from newsdiff.reading.roles import REPEATED_LINE, Labelled, labelled
from newsdiff.reading.segmenting import sentence_spans
from newsdiff.reading.source import Source, stem_of

MAX_SENTENCES: Final = 1_000
MAX_CHARACTERS: Final = 200_000
"""How much of one article is compared; the rest is kept and shown."""
_LIMIT: Final = Limit(MAX_SENTENCES, MAX_CHARACTERS)


def read_text(
    text: str, *, source: str, label: str | None = None, notes: Sequence[str] = ()
) -> Article:
    """The article in a text.

    Args:
        text: Decoded, with plain line feeds.
        source: Where it came from; its stem is the label where nothing better is
            known ("-" is standard input).
        label: What to call it instead.
        notes: What the reader must know of how it was decoded.
    """
    return parse(Source(given=source, text=text, notes=tuple(notes)), label)


def parse(source: Source, label: str | None = None) -> Article:
    """The article in a source.

    Its text is kept as it is, but for words that are hyphenated over a line end and
    marks of Markdown inside lines, where its paragraphs are not known.

    Args:
        source: What has been read; what it says of the article counts before what the
            text says.
        label: What to call it; None: the outlet where known, else the source's stem.
    """
    text, about, blocks = source.text, source.about, source.blocks
    if not blocks:
        text = join_hyphenated(without_marks(text))
    front = FrontMatter() if blocks else find_front_matter(text)
    outlet = about.outlet or front.outlet
    name = label or outlet or stem_of(source)
    spans, roles = _outline(text, front, blocks)
    within = labelled(text, spans, roles)
    sentences = [*front_lines(text, front), *sentences_of(text, within, _LIMIT)]
    rest = list(beyond(text, sentences[-1] if sentences else None))
    day = _said_day(about, front) or _day_of(text, within, sentences)
    return Article(
        label=name,
        title=about.title or front.title or _title(text, sentences),
        outlet=outlet,
        author=about.author,
        published=day.iso,
        unsure_date=day.unsure,
        updated=about.updated,
        source=source.name,
        url=about.url or front.url,
        text=text,
        sentences=(*sentences, *rest),
        notes=(
            *source.notes,
            *_doubled(name, text, within),
            *_remarks(name, text, day, sentences, rest),
        ),
    )


def _outline(
    text: str, front: FrontMatter, blocks: Sequence[Block]
) -> tuple[list[Span], list[Role | None]]:
    """The paragraphs that are looked at, and what is known of what they are for."""
    if blocks:
        known = blocks[:MAX_SENTENCES]
        return [block.span for block in known], [block.role for block in known]
    return list(islice(split_paragraphs(text, front.end), MAX_SENTENCES)), []


def split_sentences(text: str) -> tuple[str, ...]:
    """The sentences of a plain text, in order, blanks at their ends cut off."""
    return tuple(
        text[span.start : span.end]
        for paragraph in split_paragraphs(text)
        for span in sentence_spans(text, paragraph)
    )


def _said_day(about: About, front: FrontMatter) -> StatedDate | None:
    """The day that the source or the front matter says; None where neither does."""
    if about.published or about.unsure_date:
        return StatedDate(about.published, about.unsure_date)
    day = published_on([front.published] if front.published else [])
    return day if day.iso or day.unsure else None


def _day_of(
    text: str, within: Sequence[Labelled], sentences: Sequence[Sentence]
) -> StatedDate:
    """The day of the stamps above the story; else that of its dateline."""
    roles = chain((p.role for p in within), (s.role for s in sentences))
    if all(role is not Role.DATELINE for role in roles):
        return StatedDate(None)
    stamps = [_line(text, p).text for p in within if p.role is Role.DATELINE]
    tags = [
        text[s.start : s.end]
        for s in sentences
        if s.role is Role.DATELINE and within[s.paragraph - 1].role is Role.BODY
    ]
    top = [_line(text, p) for p in within[:LOOKED_AT]]
    day = published_on(stamps_of(top), stamps)
    return day if day.iso or day.unsure else published_on(tags[:1])


def _line(text: str, paragraph: Labelled) -> Line:
    return Line(on_one_line(text[slice(*paragraph.span)]), paragraph.role)


def _title(text: str, sentences: Sequence[Sentence]) -> str | None:
    headline = next((s for s in sentences if s.role is Role.HEADLINE), None)
    if headline is None:
        return None
    return on_one_line(text[headline.start : headline.end])


def _doubled(name: str, text: str, within: Sequence[Labelled]) -> Iterator[str]:
    """That a text stands twice in its source, as some pages and copies have it."""
    spans = [p.span for p in within if p.role is Role.BODY or p.rule == REPEATED_LINE]
    # Half of the texts are told by the first letters of their paragraphs.
    first = Counter(text[span.start].casefold()[:1] for span in spans)
    if any(times % 2 for times in first.values()):
        return
    told = Counter(" ".join(text[slice(*span)].split()).casefold() for span in spans)
    if len(told) > 1 and all(count % 2 == 0 for count in told.values()):
        yield f"every paragraph of {name} stands twice in it"


def _remarks(
    name: str,
    text: str,
    day: StatedDate,
    sentences: Sequence[Sentence],
    rest: Sequence[Sentence],
) -> Iterator[str]:
    """What a reader must know of what is not compared."""
    if rest:
        left_out = rest[-1].end - rest[0].start
        yield (
            f"{name} is longer than {MAX_SENTENCES:,} sentences or "
            f"{MAX_CHARACTERS:,} characters: its last {left_out:,} characters are "
            "shown but not compared"
        )
    if day.unsure:
        yield (
            f"{name} is dated {day.unsure}, which can be two days: it counts as undated"
        )
    if repeated := sum(sentence.rule == REPEATED for sentence in sentences):
        yield (
            f"{name} repeats itself: {repeated:,} sentences that stand in it more than "
            f"{MAX_TOLD} times are shown but not compared again"
        )
    if not any(sentence.role.compared for sentence in sentences):
        yield (
            f"{name} has no sentence to compare: every line of it was taken for a "
            "menu, teaser, form or date of a web page; save or name the article itself"
        )
    elif not is_english(
        " ".join(text[s.start : s.end] for s in sentences if s.role.compared)
    ):
        yield (
            f"{name} does not read like English: it is compared by names, numbers and "
            "like words alone, and much may be missed"
        )
