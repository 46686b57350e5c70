"""Whether two numbers, as they are meant, can both be right."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

from newsdiff.model import Mention, Pair

_ABOUT: Final = 0.06
"""How far a number may be from one that is told as "about"."""
_BEYOND: Final = 0.3
"""How far past a bound a number is still well told by it: "more than 60" is said of 63,
hardly of 200."""
_WITHIN: Final = 0.5
"""The same for "up to", which is said of what stays well below."""
_VAGUE: Final = 4.5
"""How many times its least a number without a figure can be: "dozens", "hundreds"."""
_ROUNDED: Final = 0.03
"""How far a number may be from what it is rounded to: 2.4 is not told as 2."""
_LOWER: Final = ("at least", "more than")
_UPPER: Final = ("at most", "less than", "nearly")
_ONE_SIDED: Final = (*_LOWER, *_UPPER)


class _Reach(NamedTuple):
    """The numbers that a number can mean."""

    least: float
    most: float
    open_below: bool = False
    """Whether the least itself is none of them."""
    open_above: bool = False


def numbers_differ(one: Mention, other: Mention) -> bool:
    """Whether two numbers of one unit cannot both be right, as they are meant.

    "About 300" and 298 can, and so can "dozens" and 36, "up to 5" and 3, "2 to 4" and
    3, 13 and 13.2. "More than 600" and "more than 680" are two ways to tell it.
    """
    reach, other_reach = _reach(one), _reach(other)
    if reach is None or other_reach is None:
        return one.key != other.key
    meet = _meet(Pair(reach, other_reach))
    if "vague" in (one.rule, other.rule) or not _meant_alike(one, other):
        return not meet
    numbers = [n for n in (one.resolved, other.resolved) if isinstance(n, float)]
    if len(numbers) < 2:
        return one.resolved != other.resolved and not meet
    return not _is_rounding(*sorted(numbers, key=_digits))


def _meet(reaches: Pair[_Reach]) -> bool:
    low, high = sorted(reaches, key=lambda reach: (reach.least, reach.most))
    if high.least == low.most:
        return not (high.open_below or low.open_above)
    return high.least < low.most


def _meant_alike(one: Mention, other: Mention) -> bool:
    """Whether both are exact, both rough, or both bounds on the same side."""
    sides = [
        "lower" if m.bound in _LOWER else "upper" if m.bound in _UPPER else m.bound
        for m in (one, other)
    ]
    return sides[0] == sides[1]


def _digits(value: float) -> int:
    """The digits of a number that are no closing zeros: 2 for 13,000 and for 1.3."""
    figures = f"{abs(value):.10e}".partition("e")[0].replace(".", "").rstrip("0")
    return max(1, len(figures))


def _is_rounding(coarse: float, fine: float) -> bool:
    """Whether the finer number, with as many digits, is the coarser one."""
    far = abs(coarse - fine) > _ROUNDED * max(abs(coarse), abs(fine))
    if far or not fine or _digits(coarse) == _digits(fine):
        return coarse == fine
    places = _digits(coarse) - 1 - math.floor(math.log10(abs(fine)))
    return math.isclose(round(fine, places), coarse, rel_tol=1e-9)


def bounds_differ(one: Mention, other: Mention) -> bool:
    """Whether one number is told as a bound and exactly: "at least 30", "30"."""
    if one.resolved != other.resolved or one.unit != other.unit or one.unit is None:
        return False
    if any(m.rule in ("ordinal", "score", "age") for m in (one, other)):
        return False
    bounds = {one.bound, other.bound}
    sided = [bound for bound in bounds if bound in _ONE_SIDED]
    return len(bounds) > 1 and bool(sided) and (None in bounds or len(sided) > 1)


def _reach(mention: Mention) -> _Reach | None:
    ends = _ends(mention)
    if ends is None:
        return None
    least, most = ends
    if mention.rule == "vague":
        return _Reach(least, least * _VAGUE)
    if mention.bound == "about":
        return _Reach(least * (1 - _ABOUT), most * (1 + _ABOUT))
    if mention.bound in _LOWER:
        beyond = most * (1 + _BEYOND)
        return _Reach(least, beyond, open_below=mention.bound == "more than")
    if mention.bound in _UPPER:
        below = least * (1 - (2 * _ABOUT if mention.bound == "nearly" else _WITHIN))
        return _Reach(below, most, open_above=mention.bound != "at most")
    return _Reach(least, most)


def _ends(mention: Mention) -> tuple[float, float] | None:
    """The number, or both ends of a range; None where it is no amount."""
    if isinstance(mention.resolved, float):
        return mention.resolved, mention.resolved
    if mention.rule == "score" or not isinstance(mention.resolved, str):
        return None
    parts = mention.resolved.split("/")
    try:
        ends = sorted(map(float, parts))
    except ValueError:  # an ordinal or a name
        return None
    return (ends[0], ends[-1]) if len(ends) == 2 else None
