"""Source → Article: text, paragraphs, sentences, and what each is for."""

from newsdiff.reading.labels import unique_labels
from newsdiff.reading.listing import told_span
from newsdiff.reading.reader import parse, read_text, split_sentences
from newsdiff.reading.source import Source

__all__ = [
    "Source",
    "parse",
    "read_text",
    "split_sentences",
    "told_span",
    "unique_labels",
]
