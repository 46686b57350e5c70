"""The block of `key: value` lines that may stand at the very top of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_FENCE: Final = re.compile(r"---[ \t]*\n")
_KEYS: Final = ("title", "outlet", "published", "url")
_ENTRY: Final = re.compile(r"[A-Za-z][\w-]*[ \t]*:")
_MAX_LINES: Final = 40
_QUOTED: Final = ('""', "''")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    end: int = 0
    """Offset behind the block; 0 where there is none."""


def find_front_matter(text: str) -> FrontMatter:
    """The front matter of a text; keys it does not know are left alone.

    A block that is never closed, or that holds anything but entries, is no front
    matter but the beginning of the story behind a rule.
    """
    fence = _FENCE.match(text)
    if not fence:
        return FrontMatter()
    found: dict[str, str] = {}
    at = fence.end()
    for _ in range(_MAX_LINES):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        line = text[at:stop]
        at = min(stop + 1, len(text))
        if line.rstrip() == "---":
            return FrontMatter(**found, end=at) if found else FrontMatter()
        if not _is_entry(line) or stop == len(text):
            break
        key, _, value = line.partition(":")
        if key.strip().lower() in _KEYS and (said := _plain(value)):
            found.setdefault(key.strip().lower(), said)
    return FrontMatter()


def _is_entry(line: str) -> bool:
    """An entry, a comment, or the continuation of a list or entry."""
    return (
        not line.strip()
        or line.lstrip()[0] in "#-"
        or line[0].isspace()
        or _ENTRY.match(line) is not None
    )


def _plain(value: str) -> str:
    """The value on one line, without the quotation marks around it."""
    value = " ".join(value.split())
    quoted = len(value) > 1 and value[0] + value[-1] in _QUOTED
    return value[1:-1].strip() if quoted else value
