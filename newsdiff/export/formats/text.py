"""Comparison → plain text that reads well in a pipe, a mail or a screen reader.

Nothing is drawn and nothing stands side by side: it can be read from top to bottom.
"""

from __future__ import annotations

from newsdiff.colours import Colours
from newsdiff.comparing import Highlights, Order, Row
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
from newsdiff.wording.blocks import WIDTH, Block, as_ascii, as_text
from newsdiff.wording.by_hand import ByHand


def to_text(
    comparison: Comparison,
    width: int = WIDTH,
    *,
    only_ascii: bool = False,
    order: Order = Order.BOTH,
) -> str:
    """The whole comparison in words, `width` columns wide, ending with a line feed.

    Args:
        comparison: What to write.
        width: Columns of a line, 20 or more.
        only_ascii: Whether marks and quotation marks of newsdiff's own are ASCII; the
            sentences of the articles stay as they are.
        order: In whose order the rows stand.
    """
    labels = labels_of(comparison)
    by_hand = ByHand(comparison)
    blocks: list[Block] = [
        [("", write_title(labels))],
        *write_opening(comparison, labels),
        *(
            row_block(comparison, row, labels, by_hand)
            for row in compared_rows(comparison, order)
        ),
        *fact_blocks(comparison, labels),
    ]
    return as_text(map(as_ascii, blocks) if only_ascii else blocks, width)


def to_coloured_text(
    comparison: Comparison,
    width: int,
    colours: Colours,
    *,
    only_ascii: bool = False,
    order: Order = Order.BOTH,
) -> str:
    """The same with what is brought out in the colours of a terminal.

    Args:
        comparison: What to write.
        width: Columns of a line, 20 or more.
        colours: What it is drawn with.
        only_ascii: As in `to_text`.
        order: As in `to_text`.
    """
    from newsdiff.export.formats.painted import paint

    def written(block: Block) -> str:
        return as_text([as_ascii(block) if only_ascii else block], width)

    labels, highlights = labels_of(comparison), Highlights(comparison)
    by_hand = ByHand(comparison)
    blocks = [[("", write_title(labels))], *write_opening(comparison, labels)]
    parts = [*map(written, blocks)]
    for row in compared_rows(comparison, order):
        heading, *sentences = row_block(comparison, row, labels, by_hand)
        lines = [written([heading])]
        places = [(side, i) for side in Side for i in row.sentences[side]]
        for (side, i), sentence in zip(places, sentences, strict=False):
            plain = written([sentence])
            lines.append(paint(plain, highlights.pieces(row, side, i), colours, side))
        rest = sentences[len(places) :]
        parts.append("".join([*lines, written(rest) if rest else ""]))
    parts += map(written, fact_blocks(comparison, labels))
    return "\n".join(part for part in parts if part)


def row_block(
    comparison: Comparison, row: Row, labels: Pair[str], by_hand: ByHand | None = None
) -> Block:
    """One row: what it is, its sentences under their numbers, what a person said of it.

    Args:
        comparison: What the row is of.
        row: The row.
        labels: What the articles are called.
        by_hand: What was said of all rows; None to find that out.
    """
    lines = [("", f"{row.mark.value} {row_heading(row, labels)}")]
    for side in Side:
        for i in row.sentences[side]:
            number = f"{side.name} {i + 1}"
            lines.append((f"  {number:<5} ", comparison.articles[side].words_of(i)))
    said = row_by_hand(row, by_hand or ByHand(comparison))
    return [*lines, *(("  ", words) for words in said)]
