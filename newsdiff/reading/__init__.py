"""Source → Article: text, paragraphs, sentences, and what each is for.

Each name is loaded when first used: what is named is listed before it is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_HOMES = {
    "Source": "source",
    "told_span": "listing",
    "unique_labels": "labels",
    "parse": "reader",
    "read_text": "reader",
    "split_sentences": "reader",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        found = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = found
        return found
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
