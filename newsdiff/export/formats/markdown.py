"""Comparison → Markdown, for a mail, an issue or a page of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newsdiff.comparing import Highlight, Highlights, Order, Row
from newsdiff.export.facts import fact_blocks
from newsdiff.export.report import (
    compared_rows,
    labels_of,
    row_by_hand,
    row_heading,
    write_opening,
    write_title,
)
from newsdiff.model import Comparison, Pair, Side
from newsdiff.text.visible import visible
from newsdiff.wording.blocks import Block
from newsdiff.wording.by_hand import ByHand

_ACTIVE: Final = re.compile(r"[\\`*_\[\]<>#|~&$!]|:(?=//)|(?<=[wW]{3})\.|@(?=\w)")
"""What Markdown could take for something else than itself; what begins a link."""
_NOTHING: Final = "<!-- -->"
"""A comment, of which nothing shows: a backslash before @ is gone by the time that
GitHub looks for the names of those it tells of what is written."""


_EMPHASIS: Final = {
    Highlight.CHANGED: "*",
    Highlight.PASSAGE: "**",
    Highlight.FACT: "***",
}
_KEY: Final = (
    "*Italic*: words that differ. **Bold**: a passage that only this article tells. "
    "***Bold italic***: a fact that the other article lacks or has otherwise."
)


def to_markdown(comparison: Comparison, order: Order = Order.BOTH) -> str:
    """The whole comparison, ending with a line feed. Article text is never markup."""
    labels, highlights = labels_of(comparison), Highlights(comparison)
    by_hand = ByHand(comparison)
    lines = [
        f"# {safe(write_title(labels))}",
        *_paragraphs(write_opening(comparison, labels)),
        "## Sentence by sentence",
        _KEY,
        *(
            row_markdown(comparison, row, labels, highlights, by_hand)
            for row in compared_rows(comparison, order)
        ),
        "## Facts",
        *_facts(fact_blocks(comparison, labels)),
    ]
    return "".join(f"{part}\n\n" for part in lines).rstrip() + "\n"


def row_markdown(
    comparison: Comparison,
    row: Row,
    labels: Pair[str],
    highlights: Highlights | None = None,
    by_hand: ByHand | None = None,
) -> str:
    """One row: what it is, and its sentences as quotations under their numbers.

    Args:
        comparison: What the row is of.
        row: The row.
        labels: What the articles are called.
        highlights: What is brought out in it; None to find that out.
        by_hand: What a person said of all rows; None to find that out.
    """
    lit = highlights or Highlights(comparison)
    lines = [f"**{safe(f'{row.mark.value} {row_heading(row, labels)}')}**", ""]
    for side in Side:
        for i in row.sentences[side]:
            words = _emphasised(lit.pieces(row, side, i))
            lines += [f"> **{side.name} {i + 1}** {words}", ">"]
    for words in row_by_hand(row, by_hand or ByHand(comparison)):
        lines += [f"> *{safe(words)}*", ">"]
    return "\n".join(lines[:-1])


def _emphasised(pieces: Iterable[tuple[str, Highlight | None]]) -> str:
    """A sentence whose highlights are emphasis.

    Asterisks are emphasis only where blanks or marks stand on the right side of them;
    where they do not, a comment of which nothing shows stands between.
    """
    out = ""
    for text, kind in _joined(pieces):
        words = " ".join(text.split())
        before, after = (" " * (end.isspace()) for end in (text[0], text[-1]))
        if not words or kind is None:
            out += _parted(out, f"{before}{safe(words)}{after if words else ''}")
            continue
        stars = _EMPHASIS[kind]
        shown = f"{stars}{safe(words)}{stars}"
        out += before
        if out and (out[-1] == "*" or (out[-1].isalnum() and not words[0].isalnum())):
            out += _NOTHING
        out += f"{shown}{after}"
    return out.strip()


def _joined(
    pieces: Iterable[tuple[str, Highlight | None]],
) -> list[tuple[str, Highlight | None]]:
    """Pieces of the same kind with nothing but a blank between them as one."""
    joined: list[tuple[str, Highlight | None]] = []
    for text, kind in pieces:
        if len(joined) > 1 and joined[-2][1] is kind and joined[-1][0].isspace():
            blank = joined.pop()[0]
            joined[-1] = (f"{joined[-1][0]}{blank}{text}", kind)
        else:
            joined.append((text, kind))
    return joined


def _parted(before: str, after: str) -> str:
    """What follows emphasis, kept from being taken for a part of its word."""
    closes = before.endswith("*") and not before.endswith("\\*")
    inside = before.rstrip("*")[-1:]
    if closes and after[:1].isalnum() and not inside.isalnum():
        return f"{_NOTHING}{after}"
    return after


def _paragraphs(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        for label, text in block:
            name = f"**{label.strip()}** " if label.strip() else ""
            yield f"{name}{safe(text)}"


def _facts(blocks: Iterable[Block]) -> Iterator[str]:
    """A heading a block, and its lines as a list."""
    for (_, heading), *items in blocks:
        lines = "\n".join(f"- {safe(text)}" for _, text in items)
        yield f"### {safe(heading)}"
        yield lines


def safe(text: str) -> str:
    """Text that shows as it is."""
    return _ACTIVE.sub(
        lambda found: f"@{_NOTHING}" if found[0] == "@" else f"\\{found[0]}",
        " ".join(visible(text).split()),
    )
