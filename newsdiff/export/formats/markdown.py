"""Comparison → Markdown, for a mail, an issue or a page of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newsdiff.comparing import Row
from newsdiff.export.facts import fact_blocks
from newsdiff.export.report import (
    compared_rows,
    labels_of,
    row_heading,
    write_opening,
    write_title,
)
from newsdiff.model import Comparison, Pair, Side
from newsdiff.text.visible import visible
from newsdiff.wording.blocks import Block

_ACTIVE: Final = re.compile(r"[\\`*_\[\]<>#|~&$!]|:(?=//)|(?<=[wW]{3})\.|@(?=\w)")
"""What Markdown could take for something else than itself; what begins a link."""
_NOTHING: Final = "<!-- -->"
"""A comment, of which nothing shows: a backslash before @ is gone by the time that
GitHub looks for the names of those it tells of what is written."""


def to_markdown(comparison: Comparison) -> str:
    """The whole comparison, ending with a line feed. Article text is never markup."""
    labels = labels_of(comparison)
    lines = [
        f"# {_safe(write_title(labels))}",
        *_paragraphs(write_opening(comparison, labels)),
        "## Sentence by sentence",
        *(row_markdown(comparison, row, labels) for row in compared_rows(comparison)),
        "## Facts",
        *_facts(fact_blocks(comparison, labels)),
    ]
    return "".join(f"{part}\n\n" for part in lines).rstrip() + "\n"


def row_markdown(comparison: Comparison, row: Row, labels: Pair[str]) -> str:
    """One row: what it is, and its sentences as quotations under their numbers."""
    lines = [f"**{_safe(f'{row.mark.value} {row_heading(row, labels)}')}**", ""]
    for side in Side:
        for i in row.sentences[side]:
            words = _safe(comparison.articles[side].words_of(i))
            lines += [f"> **{side.name} {i + 1}** {words}", ">"]
    return "\n".join(lines[:-1])


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for label, text in block:
            name = f"**{label.strip()}** " if label.strip() else ""
            yield f"{name}{_safe(text)}"


def _facts(blocks: Iterable[Block]) -> Iterator[str]:
    """A heading a block, and its lines as a list."""
    for (_, heading), *items in blocks:
        lines = "\n".join(f"- {_safe(text)}" for _, text in items)
        yield f"### {_safe(heading)}"
        yield lines


def _safe(text: str) -> str:
    """Text that shows as it is."""
    return _ACTIVE.sub(
        lambda found: f"@{_NOTHING}" if found[0] == "@" else f"\\{found[0]}",
        " ".join(visible(text).split()),
    )
