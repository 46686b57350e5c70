"""Which sentences of two articles tell the same, and why.

Sentences become `profiles`, pairs of them `features`, features a probability
(`logistic`), probabilities links (`selection`, `moved`). No fact is compared here.
"""

from newsdiff.aligning.aligner import Alignment, align, align_sentences

__all__ = ["Alignment", "align", "align_sentences"]
