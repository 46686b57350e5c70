"""The same thing told with different values: conflicts.

A false conflict is worse than a missed one: values are set against each other only
where the articles surely tell the same, and what can be reconciled (a rounded number,
a source that may be the other) is let be.
"""

from newsdiff.comparing.conflicts.finder import Conflicts, find_conflicts

__all__ = ["Conflicts", "find_conflicts"]
