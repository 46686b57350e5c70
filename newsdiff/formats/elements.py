"""What is asked of elements of lxml, of HTML and XML alike.

Names are compared without their namespaces: one format is written with and without.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsdiff.formats.extracts import one_line


def local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def named(element: Any, *names: str) -> Iterator[Any]:
    """The elements below with one of these names, in order."""
    return (e for e in element.iterdescendants() if local(e) in names)


def first(element: Any, *names: str) -> Any | None:
    """The first element below with one of these names."""
    return next(named(element, *names), None)


def children(element: Any, *names: str) -> Iterator[Any]:
    """The children with one of these names, in order."""
    return (e for e in element if local(e) in names)


def with_class(root: Any, name: str) -> Iterator[Any]:
    """The elements of a class, in order."""
    return (e for e in root.iter() if name in (e.get("class") or "").split())


def words_of(element: Any | None) -> str:
    """All the words in an element, of every tag in it, as one line."""
    return "" if element is None else one_line("".join(element.itertext()))


def stated(element: Any | None) -> str | None:
    """The words of an element that states something; None where there are none."""
    return words_of(element) or None


def attribute(element: Any | None, name: str) -> str | None:
    """An attribute that is not empty."""
    value: str = "" if element is None else (element.get(name) or "").strip()
    return value or None


def cut(element: Any) -> None:
    """Takes an element out of its tree; the text that follows it stays."""
    parent = element.getparent()
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (element.tail or "")
    else:
        parent.text = (parent.text or "") + (element.tail or "")
    element.tail = None
    parent.remove(element)
