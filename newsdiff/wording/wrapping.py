"""Plain text behind labels, its lines hanging under the end of the label."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.text.columns import characters, columns
from newsdiff.text.wrapping import wrap

_BLANKS: Final = re.compile("[^\\S\u00a0\u2007\u202f]+")
"""What lines may end at: the other blanks bind what stands around them."""


def hang(text: str, width: int, label: str = "") -> Iterator[str]:
    """The lines of a text behind a label, under whose end they hang.

    Args:
        text: One line, however long.
        width: Columns of a line, the label included; what is wider than a line by
            itself is cut.
        label: What the first line begins with.
    """
    words = _BLANKS.sub(" ", text).strip(" ")
    lead = label
    for start, end in wrap(words, max(width - columns(label), 2), characters):
        yield f"{lead}{words[start:end]}".rstrip()
        lead = " " * columns(label)
