"""Why two sentences are linked or not, short enough for a panel."""

from __future__ import annotations

from newsdiff.aligning.explaining import Explanation, NotCompared
from newsdiff.export.explanations import (
    write_not_compared,
    write_runners_up,
    write_sentences,
    write_table,
    write_verdict,
)
from newsdiff.model import Side
from newsdiff.wording.blocks import Block
from newsdiff.wording.decisions import tell_decision


def explain_briefly(
    explained: Explanation | NotCompared, *, table: bool = False
) -> tuple[tuple[str, Block], ...]:
    """Headings with what stands below them, the most telling first.

    Args:
        explained: What to write.
        table: Whether what every feature adds stands in the place of the runners-up.
    """
    a, b = (f"{side.name} {explained.sentences[side] + 1}" for side in Side)
    if isinstance(explained, NotCompared):
        reasons: Block = [("", line) for line in write_not_compared(explained)]
        return (f"{a} and {b}", write_sentences(explained)), ("Not compared", reasons)
    linked = "are linked" if explained.state else "are not linked"
    decision: Block = [("", tell_decision(explained)), ("", "")]
    first = f"{a} and {b} {linked}", [*decision, *write_sentences(explained)]
    if table:
        said, groups, *each = write_table(explained)
        inside = [line for block in each for line in [*block, ("", "")]]
        return first, ("What weighs how much", [*said, *groups]), ("Of which", inside)
    likely = "How likely it is", write_verdict(explained)
    return first, likely, ("Runners-up", write_runners_up(explained))
