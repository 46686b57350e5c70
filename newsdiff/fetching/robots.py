"""robots.txt (RFC 9309): what a host lets programs fetch, and how often."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

_AGENT: Final = "newsdiff"
_MOST: Final = 500_000
"""Bytes that are read; the standard asks for no more."""
_LONGEST_DELAY: Final = 10.0
"""Seconds between two pages; nobody waits longer for one that a person asked for."""
_TOKEN: Final = re.compile(r"[A-Za-z_-]+")
_ESCAPE: Final = re.compile("%([0-9A-Fa-f]{2})")
_PLAIN: Final = frozenset(f"{string.ascii_letters}{string.digits}-._~")
"""What means the same with and without a percent sign."""
_ASCII: Final = string.punctuation


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: str
    """With `*` for anything and `$` for the end."""
    allows: bool

    def matches(self, target: str) -> bool:
        """Whether it is about a path.

        A pattern of many stars takes no longer than one of few: each piece is looked
        for once, from where the last one was found.
        """
        pattern, to_end = self.pattern, self.pattern.endswith("$")
        first, *others = pattern.removesuffix("$").split("*")
        if not target.startswith(first):
            return False
        at = len(first)
        if not others:
            return not to_end or at == len(target)
        *middle, last = others
        for piece in middle:
            found = target.find(piece, at)
            if found < 0:
                return False
            at = found + len(piece)
        if to_end:
            return target.endswith(last) and len(target) - len(last) >= at
        return target.find(last, at) >= 0


@dataclass(frozen=True, slots=True)
class Robots:
    """What holds for newsdiff at one host."""

    rules: tuple[_Rule, ...] = ()
    delay: float = 0.0
    """Seconds between two requests."""

    def allows(self, target: str) -> bool:
        """Whether a path, with its query, may be fetched.

        The rule with the longest pattern decides; of two alike the one that allows.
        """
        target = _normal(target)
        found = [rule for rule in self.rules if rule.matches(target)]
        if not found:
            return True
        return max(found, key=lambda rule: (len(rule.pattern), rule.allows)).allows


def robots_of(data: bytes) -> Robots:
    """The rules of a robots.txt for newsdiff: its own, else those for all."""
    for agent in (_AGENT, "*"):
        lines = list(_lines_for(agent, data[:_MOST]))
        if lines:
            return _gathered(lines)
    return Robots()


def _gathered(lines: list[tuple[str, str]]) -> Robots:
    rules = tuple(
        _Rule(_normal(value), key == "allow")
        for key, value in lines
        if key in ("allow", "disallow") and value
    )
    delays = [_seconds(value) for key, value in lines if key == "crawl-delay"]
    return Robots(rules, max(delays, default=0.0))


def _lines_for(agent: str, data: bytes) -> Iterator[tuple[str, str]]:
    """The lines of all groups for an agent, the one that names it among them."""
    concerned = in_rules = False
    for key, value in _lines(data):
        if key == "user-agent":
            if in_rules:
                concerned = in_rules = False
            concerned = concerned or _is_named(agent, value)
        else:
            in_rules = True
        if concerned:
            yield key, value


def _lines(data: bytes) -> Iterator[tuple[str, str]]:
    text = data.decode("utf-8", errors="replace").removeprefix("\ufeff")
    for line in re.split(r"[\r\n]+", text):
        key, colon, value = line.partition("#")[0].partition(":")
        key = key.strip().lower()
        if colon and key in ("user-agent", "allow", "disallow", "crawl-delay"):
            yield key, value.strip()


def _is_named(agent: str, value: str) -> bool:
    if agent == "*":
        return value == "*"
    token = _TOKEN.match(value)
    return token is not None and token[0].lower() == agent


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0.0
    return min(seconds, _LONGEST_DELAY) if seconds > 0 else 0.0


def _normal(path: str) -> str:
    """A path, or a pattern, in the one spelling that percent signs allow."""
    return quote(_ESCAPE.sub(_unescaped, path), safe=_ASCII)


def _unescaped(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if character in _PLAIN else found[0].upper()
