"""The same thing told with different values: conflicts.

A false conflict is worse than a missed one: values are set against each other only
where the articles surely tell the same, and what can be reconciled (a rounded number,
a source that may be the other) is let be.

- What is looked at: `sides.py` (an article of a pair), `readings.py` (a sentence by its
  words, read once for all pairs), `scenes.py` (the same with the keys of the pair),
  `slots.py` (what a value stands for in it), `phrases.py` (who does what to whom),
  `likeness.py` (how much two sentences must share).
- What shows that both are right: `parting.py`, `contrasts.py`.
- A kind of conflict each: `values.py` (numbers and dates, weighed by `describing.py`),
  `names.py`, `quotations.py` with `quote_aligning.py`, `rewordings.py`, `speakers.py`,
  `hedges.py`, `outlook.py`, `opposites.py`, `orders.py`, `deeds.py`, `causes.py`.
- `finder.py` asks them all; of two that say one difference the plainer kind tells it.
"""

from newsdiff.comparing.conflicts.finder import Conflicts, find_conflicts

__all__ = ["Conflicts", "find_conflicts"]
