"""What is asked of elements of a page, by lxml, again and again."""

from __future__ import annotations

from typing import Any, Final

from newsdiff.formats.extracts import words_key

_SENTENCE: Final = 90
"""Characters of a paragraph that is surely text."""


def key_of(element: Any) -> str:
    """All letters and digits of an element."""
    return words_key("".join(element.itertext()))


def length_of(element: Any) -> int:
    """Characters of an element's words."""
    return sum(len(text.strip()) for text in element.itertext())


def marks_of(element: Any) -> str:
    """What an element is called: its id and class."""
    return f"{element.get('id') or ''} {element.get('class') or ''}"


def links_of(element: Any) -> int:
    """How many addresses an element links to, each once."""
    return len({a.get("href") for a in element.iter("a")} - {None, "", "#"})


def link_share(element: Any) -> float:
    """The part of an element's characters that is linked."""
    total = length_of(element)
    return sum(map(length_of, element.iter("a"))) / total if total else 0.0


def has_prose(element: Any) -> bool:
    """Whether an element holds a paragraph of a sentence that is no link."""
    return any(
        length_of(p) > _SENTENCE and link_share(p) < 0.5 for p in element.iter("p")
    )
