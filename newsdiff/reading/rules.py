"""The named rules for web-page residue and captions, and the words of `rules.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

_MAX_WORDS: Final = 14


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to tell that a line is not the story."""

    name: str
    pattern: re.Pattern[str]
    max_words: int
    to_end: bool
    """Whether all that follows goes with the line."""
    to_prose: bool
    """The same, up to where the story goes on."""

    def matches(self, line: str, words: int, after: str = "") -> bool:
        """Whether this rule takes a line of so many words, with the one behind it."""
        if words > self.max_words or len(line) > 30 * self.max_words:
            return False
        match = self.pattern.match(line)
        echo = match.groupdict().get("echo") if match else None
        return match is not None and (echo is None or _describes(after, echo))


def _describes(line: str, echo: str) -> bool:
    """Whether a line says what something is: "Berg Foods is a maker of …"."""
    first = re.escape(echo.split(maxsplit=1)[0])
    described = rf".{{0,40}}\b{first}\b.{{0,80}}\b(?:is|are|was founded|provides)\b"
    return re.match(described, line, re.IGNORECASE) is not None


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules, in the order in which they are tried."""

    boilerplate: tuple[Rule, ...]
    caption: tuple[Rule, ...]
    english: frozenset[str]
    """Words by which English is known."""


@cache
def load_rules() -> Rules:
    """The packaged rules."""
    table = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    return Rules(
        boilerplate=tuple(map(_rule, table["boilerplate"])),
        caption=tuple(map(_rule, table["caption"])),
        english=frozenset(table["english"]),
    )


def _rule(entry: dict[str, object]) -> Rule:
    return Rule(
        name=str(entry["name"]),
        pattern=re.compile(str(entry["pattern"]), re.IGNORECASE),
        max_words=int(str(entry.get("max_words", _MAX_WORDS))),
        to_end=bool(entry.get("to_end", False)),
        to_prose=bool(entry.get("to_prose", False)),
    )


def first_match(
    candidates: tuple[Rule, ...], line: str, after: str = ""
) -> Rule | None:
    """The first rule that takes the line, or None; `after` is the line behind it."""
    words = len(line.split())
    return next((rule for rule in candidates if rule.matches(line, words, after)), None)
