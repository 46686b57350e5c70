"""Two articles → what they share, what one adds, what stands opposite what.

`comparer` makes the Comparison; the other modules find facts, conflicts, rows, the
words that differ and those that mean the same. Nothing here knows of screens, or of
more than two articles.
"""

from newsdiff.comparing.comparer import compare, compare_analysed
from newsdiff.comparing.highlights import Highlight, Highlights
from newsdiff.comparing.paraphrasing import paraphrases_of
from newsdiff.comparing.rows import Mark, Order, Row, rows_of
from newsdiff.comparing.word_diff import Change, differing_words, word_changes

__all__ = [
    "Change",
    "Highlight",
    "Highlights",
    "Mark",
    "Order",
    "Row",
    "compare",
    "compare_analysed",
    "differing_words",
    "paraphrases_of",
    "rows_of",
    "word_changes",
]
