"""Whether two values of one kind can both be right, and whether they are the same.

Pure questions about two mentions; whether both stand for the same thing is not asked
here.
"""

from newsdiff.mentions.contrasts.amounts import bounds_differ, numbers_differ
from newsdiff.mentions.contrasts.days import dates_differ, days_between
from newsdiff.mentions.contrasts.sorts import (
    are_equal,
    count_alike,
    sort_of,
    values_differ,
)

__all__ = [
    "are_equal",
    "bounds_differ",
    "count_alike",
    "dates_differ",
    "days_between",
    "numbers_differ",
    "sort_of",
    "values_differ",
]
