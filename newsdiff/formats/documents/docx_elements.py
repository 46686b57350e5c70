"""What is asked of elements of a .docx, again and again."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import Any, Final

from newsdiff.formats.documents.packages import Package

WORD: Final = frozenset(
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
)
_PREFIXES: Final = {
    **dict.fromkeys(WORD, ""),
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_SHOWN_ONCE: Final = frozenset(("mc:Choice", "mc:Fallback"))
HIDING: Final = {
    "vanish": "hidden passage",
    "strike": "struck-out passage",
    "dstrike": "struck-out passage",
}
"""What makes text none of the article, and how it is counted."""
OFF: Final = frozenset(("0", "false", "off"))
_BODY_LEVEL: Final = 9
"""An outline level that means none."""


def name_of(element: Any) -> str:
    """The name of an element, with a prefix if it is not of Word's own."""
    space, _, local = element.tag.rpartition("}")
    return _PREFIXES.get(space[1:], "?:") + str(local)


def named(element: Any, name: str) -> Iterator[Any]:
    """The children of a name, in order."""
    return (child for child in element if name_of(child) == name)


def value_of(element: Any, key: str = "val") -> str:
    """An attribute of Word's own; "" if it is not there."""
    found = (element.get(f"{{{space}}}{key}") for space in WORD)
    return next((value for value in found if value is not None), "")


def child_value(element: Any, name: str) -> str | None:
    """What the first child of a name says; None where there is none."""
    return next((value_of(child) for child in named(element, name)), None)


def properties_of(element: Any) -> dict[str, str]:
    """What an element says of its style, size, level and visibility itself."""
    wanted = ("pStyle", "rStyle", "sz", "outlineLvl", *HIDING)
    return {
        name_of(said): value_of(said) or "1"
        for properties in element
        if name_of(properties) in ("pPr", "rPr")
        for said in properties
        if name_of(said) in wanted
    }


def is_default_paragraph(style: Any) -> bool:
    """Whether a style is that of paragraphs that name none."""
    is_default = value_of(style, "default") not in ("", *OFF)
    return is_default and value_of(style, "type") == "paragraph"


def is_marked(element: Any, properties: str, mark: str) -> bool:
    """Whether the properties of an element have a mark."""
    return any(True for said in named(element, properties) for _ in named(said, mark))


def is_joined(paragraph: Any) -> bool:
    """Whether a paragraph has no end: it is deleted or hidden, or it is an initial."""
    return any(
        any(is_marked(said, "rPr", mark) for mark in ("del", "moveFrom", "specVanish"))
        or any(value_of(frame, "dropCap") for frame in named(said, "framePr"))
        for said in named(paragraph, "pPr")
    )


def has_text(element: Any, name: str = "t") -> bool:
    """Whether there are words anywhere in it."""
    if element is None:
        return False
    return any(
        found.text and found.text.strip()
        for found in element.iter(*(f"{{{space}}}{name}" for space in WORD))
    )


def shown_of(alternatives: Any) -> Any:
    """The first of several forms of the same that has text; else the last."""
    forms = [child for child in alternatives if name_of(child) in _SHOWN_ONCE]
    return next((form for form in forms if has_text(form)), forms[-1] if forms else ())


def is_private(character: str) -> bool:
    """Whether a character means something only in the font it is written in."""
    return "\uf000" <= character <= "\uf0ff"


def points_of(half_points: str | None) -> float:
    """A size in points; 0 for one that is none."""
    try:
        return float(half_points or 0) / 2
    except ValueError:
        return 0


def is_level(level: str) -> bool:
    """Whether an outline level is that of a heading."""
    return level.isdigit() and int(level) < _BODY_LEVEL


def notes_of(root: Any, kind: str) -> dict[str, Any]:
    """Footnotes or endnotes by their numbers, without separators."""
    return {
        value_of(note, "id"): note
        for note in (() if root is None else named(root, kind))
        if value_of(note, "type") in ("", "normal")
    }


def related_to(package: Package, part: str) -> dict[str, list[str]]:
    """The parts that a part refers to, by their kind."""
    folder, own = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{own}.rels"))
    found: dict[str, list[str]] = {}
    for relation in () if root is None else root:
        if relation.get("TargetMode") != "External":
            target = posixpath.join("/", folder, relation.get("Target", ""))
            kind = posixpath.basename(relation.get("Type", ""))
            found.setdefault(kind, []).append(posixpath.normpath(target).lstrip("/"))
    return found


def first_related(package: Package, related: Mapping[str, list[str]], kind: str) -> Any:
    """The first part of a kind that another refers to; None without one."""
    return package.xml(related[kind][0]) if kind in related else None
