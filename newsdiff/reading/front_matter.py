"""The block of `key: value` lines that may stand at the very top of a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_BLOCK: Final = re.compile(r"\A---[ \t]*\n((?:.*\n){1,40}?)---[ \t]*(?:\n|\Z)")
_LINE: Final = re.compile(
    r"\s*(title|outlet|published|url)\s*:\s*(.*?)\s*\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    end: int = 0
    """Offset behind the block; 0 where there is none."""


def front_matter(text: str) -> FrontMatter:
    """The front matter of a text. Unknown keys are left alone."""
    block = _BLOCK.match(text)
    if not block:
        return FrontMatter()
    found: dict[str, str] = {}
    for line in block.group(1).splitlines():
        if match := _LINE.match(line):
            value = match.group(2).strip("\"'")
            if value:
                found[match.group(1).lower()] = " ".join(value.split())
    return FrontMatter(**found, end=block.end())
