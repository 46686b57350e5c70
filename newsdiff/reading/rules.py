"""The named rules for web-page residue and captions, and the words of `rules.toml`."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import count
from typing import Any, Final

_MAX_WORDS: Final = 14
_FEW: Final = 500
"""Lines, those of some ten articles."""
_FEWER: Final = 0.7
"""The share of the rules of a look that another has at most."""
_GROUP: Final = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)")
"""A group in a pattern; a bracket that is escaped or in a set of characters is none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to tell that a line is not the story."""

    name: str
    pattern: str
    """A regular expression for the start of the line; compiled when it is needed."""
    needs: tuple[str, ...]
    """In small letters: a line that holds none of them is not taken; empty: any may."""
    max_words: int
    to_end: bool
    """Whether all that follows goes with the line."""
    to_prose: bool
    """The same, up to where the story goes on."""

    def matches(self, line: str, after: str = "") -> bool:
        """Whether this rule takes a line, with the one behind it."""
        if len(line) > 30 * self.max_words or len(line.split()) > self.max_words:
            return False
        if self.needs and not _has_one(line.lower(), self.needs):
            return False
        match = _compiled(self.pattern).match(line)
        echo = match.groupdict().get("echo") if match else None
        return match is not None and (echo is None or _describes(after, echo))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _has_one(text: str, words: Iterable[str]) -> bool:
    return any(map(text.__contains__, words))


def _uncaptured(pattern: str) -> str:
    """The same pattern without what groups keep, which slows hundreds of them down."""
    return _GROUP.sub(lambda found: "(?:" if found[0] == "(" else found[0], pattern)


def _describes(line: str, echo: str) -> bool:
    """Whether a line says what something is: "Berg Foods is a maker of …"."""
    first = re.escape(echo.split(maxsplit=1)[0])
    described = rf".{{0,40}}\b{first}\b.{{0,80}}\b(?:is|are|was founded|provides)\b"
    return re.match(described, line, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class _Look:
    """Some rules at once: hardly any line of a story is taken by any."""

    begins: re.Pattern[str]
    """The patterns of those that need no word, as one."""
    needs: frozenset[str]
    """The words that the others need."""

    @classmethod
    def of(cls, rules: Sequence[Rule]) -> _Look:
        patterns = (_uncaptured(rule.pattern) for rule in rules if not rule.needs)
        return cls(
            _compiled("|".join(f"(?:{one})" for one in patterns) or "(?!)"),
            frozenset(word for rule in rules for word in rule.needs),
        )

    def may_take(self, line: str) -> bool:
        if self.begins.match(line):
            return True
        return bool(self.needs) and _has_one(line.lower(), self.needs)


@dataclass(frozen=True)
class RuleList:
    """Rules in the order in which they are tried.

    One look at a line tells, nearly always, that none of them can take it.
    """

    rules: tuple[Rule, ...]

    @cached_property
    def _limits(self) -> list[int]:
        """How many words the lines may have that rules take, ascending."""
        return sorted({rule.max_words for rule in self.rules})

    @cached_property
    def _steps(self) -> list[int]:
        """For each limit the one whose look is asked: with far fewer rules, or none."""
        steps: list[int] = []
        last = 0
        for limit in self._limits:
            rules = sum(rule.max_words >= limit for rule in self.rules)
            if not steps or rules < _FEWER * last:
                last = rules
                steps.append(limit)
            else:
                steps.append(steps[-1])
        return steps

    @cached_property
    def _looks(self) -> dict[int, _Look]:
        return {}

    @cached_property
    def _ready(self) -> dict[int, _Look]:
        """By the place of their limits, those that are asked once lines are many."""
        return {}

    @cached_property
    def _lines(self) -> count[int]:
        return count()

    def _look(self, at: int) -> _Look:
        """What tells whether a rule of a limit or a higher one may take a line.

        To make one takes as long as to look at hundreds of lines: until there are
        many, that of all rules is asked.
        """
        if look := self._ready.get(at):
            return look
        are_many = next(self._lines) > _FEW
        limit = self._steps[at if are_many else 0]
        if (look := self._looks.get(limit)) is None:
            rules = [rule for rule in self.rules if rule.max_words >= limit]
            look = self._looks[limit] = _Look.of(rules)
        if are_many:
            self._ready[at] = look
        return look

    def first_match(self, line: str, after: str = "") -> Rule | None:
        """The first rule that takes the line, or None.

        Args:
            line: A paragraph on one line.
            after: The one behind it.
        """
        at = bisect_left(self._limits, line.count(" ") + 1)
        if at == len(self._limits) or not self._look(at).may_take(line):
            return None
        return next((rule for rule in self.rules if rule.matches(line, after)), None)


@dataclass(frozen=True, slots=True)
class Rules:
    """All that `rules.toml` says."""

    boilerplate: RuleList
    caption: RuleList
    english: tuple[str, ...]
    """Words by which English is known, the commonest first."""


@cache
def load_rules() -> Rules:
    """The packaged rules."""
    table = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    return Rules(
        boilerplate=RuleList(tuple(map(_rule, table["boilerplate"]))),
        caption=RuleList(tuple(map(_rule, table["caption"]))),
        english=tuple(table["english"]),
    )


def _rule(entry: dict[str, Any]) -> Rule:
    return Rule(
        name=entry["name"],
        pattern=entry["pattern"],
        needs=tuple(entry.get("needs", ())),
        max_words=entry.get("max_words", _MAX_WORDS),
        to_end=entry.get("to_end", False),
        to_prose=entry.get("to_prose", False),
    )
