"""Comparison → plain text that reads well in a pipe, a mail or a screen reader.

Nothing is drawn and nothing stands side by side: it can be read from top to bottom.
"""

from __future__ import annotations

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
from newsdiff.wording.blocks import WIDTH, Block, as_ascii, as_text


def to_text(
    comparison: Comparison, width: int = WIDTH, *, only_ascii: bool = False
) -> str:
    """The whole comparison in words, `width` columns wide, ending with a line feed.

    Args:
        comparison: What to write.
        width: Columns of a line, 20 or more.
        only_ascii: Whether marks and quotation marks of newsdiff's own are ASCII; the
            sentences of the articles stay as they are.
    """
    labels = labels_of(comparison)
    blocks: list[Block] = [
        [("", write_title(labels))],
        *write_opening(comparison, labels),
        *(row_block(comparison, row, labels) for row in compared_rows(comparison)),
        *fact_blocks(comparison, labels),
    ]
    return as_text(map(as_ascii, blocks) if only_ascii else blocks, width)


def row_block(comparison: Comparison, row: Row, labels: Pair[str]) -> Block:
    """One row: what it is, and its sentences under their numbers."""
    lines = [("", f"{row.mark.value} {row_heading(row, labels)}")]
    for side in Side:
        for i in row.sentences[side]:
            number = f"{side.name} {i + 1}"
            lines.append((f"  {number:<5} ", comparison.articles[side].words_of(i)))
    return lines
