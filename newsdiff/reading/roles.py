"""What each paragraph of a text is for: headline, dateline, caption, residue, body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.model import Role, Span
from newsdiff.reading.dating import is_stamp
from newsdiff.reading.rules import first_match, rules

_MAX_HEADLINE: Final = 30
_MAX_SUBHEADING: Final = 12
"""Words."""
_TAIL: Final = 0.3
"""End-of-article markers count behind this share of the text."""
_REPEATED: Final = 60
"""Characters: a line at least this long that comes again is not told twice."""
_SENTENCE_END: Final = re.compile(r"[.;:,…。][\"”’')\]]*$")
_ASKS: Final = re.compile(r"[.!?;:,…。！？][\"”’')\]]*$")
_GLUED: Final = 20
"""Characters of a headline that, found again in the line before it, mark a copy."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph with its role and, for boilerplate, the rule that said so."""

    span: Span
    role: Role
    rule: str | None = None


def labelled(text: str, paragraphs: Sequence[Span]) -> tuple[Labelled, ...]:
    """The role of every paragraph, in order."""
    lines = [text[start:end] for start, end in paragraphs]
    found = _residue(text, paragraphs, lines)
    _head(lines, found)
    for i, line in enumerate(lines):
        if i not in found:
            found[i] = _body_role(i, line, lines, found)
    return tuple(Labelled(span, *found[i]) for i, span in enumerate(paragraphs))


_Roles = dict[int, tuple[Role, str | None]]


def _residue(text: str, spans: Sequence[Span], lines: list[str]) -> _Roles:
    """Paragraphs that a rule takes, or that stand behind an end marker."""
    found: _Roles = {}
    seen: set[str] = set()
    ended: str | None = None
    start = spans[0].start if spans else 0
    for i, line in enumerate(lines):
        if is_stamp(line):
            found[i] = (Role.DATELINE, None)
            continue
        rule = first_match(rules().boilerplate, line)
        late = spans[i].start - start >= _TAIL * (len(text) - start)
        if rule and rule.to_end and late:
            ended = rule.name
        if rule:
            found[i] = (Role.BOILERPLATE, rule.name)
        elif ended:
            found[i] = (Role.BOILERPLATE, ended)
        elif len(line) > _REPEATED and line in seen:
            found[i] = (Role.BOILERPLATE, "repeated-line")
        seen.add(line)
    return found


def _head(lines: list[str], found: _Roles) -> None:
    """The headline, and copies of it in front and behind."""
    open_lines = [i for i in range(min(len(lines), 12)) if i not in found][:4]
    for at, i in enumerate(open_lines):
        following = [lines[j] for j in open_lines[at + 1 :]]
        if not following:
            return
        if _is_glued_copy(lines[i], following[0]):
            found[i] = (Role.BOILERPLATE, "breadcrumb")
            continue
        if _is_headline(lines[i], following):
            found[i] = (Role.HEADLINE, None)
            for j in open_lines[at + 1 :]:
                if lines[j].strip("# ") == lines[i].strip("# "):
                    found[j] = (Role.BOILERPLATE, "repeated-headline")
        return


def _is_glued_copy(line: str, headline: str) -> bool:
    """Section names run together with the headline, often cut off: "HomeWorldRain…"."""
    if not _is_short(headline, _MAX_HEADLINE) or line == headline:
        return False
    at = line.find(headline[:_GLUED]) if len(headline) >= _GLUED else -1
    rest = line[at:].rstrip(".… ")
    return at >= 0 and headline.startswith(rest)


def _is_short(line: str, words: int) -> bool:
    return len(line) <= 15 * words and len(line.split()) <= words


def _is_headline(line: str, following: list[str]) -> bool:
    if line.startswith("# "):
        return True
    if not _is_short(line, _MAX_HEADLINE) or "\n" in line or _SENTENCE_END.search(line):
        return False
    return any(len(other) > len(line) and _ASKS.search(other) for other in following)


def _body_role(
    i: int, line: str, lines: list[str], found: _Roles
) -> tuple[Role, str | None]:
    if first_match(rules().caption, line):
        return (Role.CAPTION, None)
    if re.match(r"#{1,6} \S", line):
        return (Role.SUBHEADING, None)
    after = next((lines[j] for j in range(i + 1, len(lines)) if j not in found), "")
    is_subheading = (
        i > 0
        and _is_short(line, _MAX_SUBHEADING)
        and not _ASKS.search(line)
        and len(after) > 2 * len(line)
        and _ASKS.search(after) is not None
        and any(found.get(j, (Role.BODY, None))[0] is Role.BODY for j in range(i))
    )
    return (Role.SUBHEADING if is_subheading else Role.BODY, None)
