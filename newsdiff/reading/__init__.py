"""Anything → Article: text, paragraphs, sentences, and what each is for.

The only room of the core that touches files and streams, in `sources`.
"""

from newsdiff.reading.listing import told_span
from newsdiff.reading.reader import (
    parse,
    read,
    read_text,
    split_sentences,
    unique_labels,
)
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
    "told_span",
    "unique_labels",
]
