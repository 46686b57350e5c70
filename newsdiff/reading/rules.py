"""The named rules for web-page residue and captions, and the words of `rules.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, Final

_MAX_WORDS: Final = 14
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


@dataclass(frozen=True)
class RuleList:
    """Rules in the order in which they are tried.

    Hardly any line of a story is taken: one look tells that no rule can take it.
    """

    rules: tuple[Rule, ...]

    @cached_property
    def _begins(self) -> re.Pattern[str]:
        """The patterns of all rules that need no word, as one."""
        patterns = [rule.pattern for rule in self.rules if not rule.needs]
        return _compiled("|".join(f"(?:{_uncaptured(one)})" for one in patterns))

    @cached_property
    def _needs(self) -> frozenset[str]:
        """The words that the others need."""
        return frozenset(word for rule in self.rules for word in rule.needs)

    def first_match(self, line: str, after: str = "") -> Rule | None:
        """The first rule that takes the line, or None.

        Args:
            line: A paragraph on one line.
            after: The one behind it.
        """
        if not (self._begins.match(line) or _has_one(line.lower(), self._needs)):
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
