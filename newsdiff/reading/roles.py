"""What each paragraph of a text is for: headline, dateline, caption, residue, body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from newsdiff.model import Role, Span
from newsdiff.reading.dating import is_stamp
from newsdiff.reading.paragraphs import on_one_line
from newsdiff.reading.rules import Rule, load_rules

_MAX_HEADLINE: Final = 30
_MAX_SUBHEADING: Final = 12
_MAX_LABEL: Final = 3
"""Words."""
_TAIL: Final = 0.3
"""End-of-article markers count behind this share of the text."""
_REPEATED: Final = 60
"""Characters: a line at least this long that comes again is not told twice."""
REPEATED_LINE: Final = "repeated-line"
"""The rule that says so."""
_PROSE: Final = 120
"""Characters: teasers of other stories are shorter, or cut off."""
HEAD: Final = 12
"""Paragraphs among which the headline stands, if there is one."""
_SENTENCE_END: Final = re.compile(r"(?:(?<![A-Z]\.[A-Z])[.;:,]|…|。)[\"”’')\]]*$")
_ASKS: Final = re.compile(r"[.!?;:,…。！？।؟۔][\"”’')\]]*$")
"""The end of anything that is a sentence, a question too."""
_HEADING: Final = re.compile(r"#{1,6} +")
_GLUED: Final = 20
"""Characters of a headline that, found again in the line before it, mark a copy."""


class Labelled(NamedTuple):
    """A paragraph with its role and, for boilerplate, the rule that said so."""

    span: Span
    role: Role
    rule: str | None = None


def labelled(
    text: str, paragraphs: Sequence[Span], known: Sequence[Role | None] = ()
) -> tuple[Labelled, ...]:
    """The role of every paragraph, in order.

    Args:
        text: The article.
        paragraphs: Their places in it.
        known: The role of each where its source says it, else None; empty where it
            says nothing of any.
    """
    lines = [on_one_line(text[start:end]) for start, end in paragraphs]
    found = _residue(text, paragraphs, lines)
    found.update((i, (role, None)) for i, role in enumerate(known) if role)
    head = known.index(Role.HEADLINE) if Role.HEADLINE in known else None
    if head is None:
        head = _headline(text, paragraphs, lines, found)
    _around_headline(lines, found, head)
    after = _following(lines, found)
    told = False
    for i, line in enumerate(lines):
        if i not in found:
            found[i] = _body_role(line, after[i], told=told)
        told = told or found[i][0] is Role.BODY
    return tuple(Labelled(span, *found[i]) for i, span in enumerate(paragraphs))


def headline_of(text: str, first: Sequence[Span]) -> Span | None:
    """The headline that `labelled` finds, without a look at the rest of the text.

    Args:
        text: The article.
        first: Its first paragraphs, `HEAD` of them and one more.
    """
    lines = [on_one_line(text[start:end]) for start, end in first]
    head = _headline(text, first, lines, _residue(text, first, lines))
    return None if head is None else first[head]


_Roles = dict[int, tuple[Role, str | None]]


def _residue(text: str, spans: Sequence[Span], lines: list[str]) -> _Roles:
    """Paragraphs that a rule takes, or that stand behind an end marker."""
    found: _Roles = {}
    seen: set[str] = set()
    ended: Rule | None = None
    start = spans[0].start if spans else 0
    for i, line in enumerate(lines):
        if is_stamp(line):
            found[i] = (Role.DATELINE, None)
            continue
        after = lines[i + 1] if i + 1 < len(lines) else ""
        rule = load_rules().boilerplate.first_match(line, after)
        late = spans[i].start - start >= _TAIL * (len(text) - start)
        if rule and late and (rule.to_end or rule.to_prose):
            ended = rule
        elif ended and ended.to_prose and all(map(_is_prose, lines[i : i + 2])):
            ended = None
        if taken_by := rule or ended:
            found[i] = (Role.BOILERPLATE, taken_by.name)
        elif len(line) > _REPEATED and line in seen:
            found[i] = (Role.BOILERPLATE, REPEATED_LINE)
        seen.add(line)
    return found


def _is_prose(line: str) -> bool:
    """A paragraph of a story rather than of a list of other stories."""
    cut_short = line.endswith(("...", "…"))
    return len(line) > _PROSE and not cut_short and _ASKS.search(line) is not None


def _headline(
    text: str, spans: Sequence[Span], lines: list[str], found: _Roles
) -> int | None:
    """The place of the headline; what stands before it is marked as residue."""
    first = [i for i in range(min(len(lines), HEAD)) if i not in found][:5]
    for at, i in enumerate(first):
        following = [lines[j] for j in first[at + 1 :]]
        if not following:
            return None
        if _is_glued_copy(lines[i], following[0]):
            found[i] = (Role.BOILERPLATE, "breadcrumb")
        elif _is_section_label(lines[i], following):
            found[i] = (Role.BOILERPLATE, "section-label")
        elif _is_headline(text[slice(*spans[i])], following):
            found[i] = (Role.HEADLINE, None)
            return i
        else:
            return None
    return None


def _around_headline(lines: list[str], found: _Roles, head: int | None) -> None:
    """Copies of the headline, and signed dates between it and the story."""
    for i in range(min(len(lines), HEAD)):
        if i in found:
            continue
        if head is not None and _plain(lines[i]) == _plain(lines[head]):
            found[i] = (Role.BOILERPLATE, "repeated-headline")
        elif is_stamp(lines[i], signed=True):
            found[i] = (Role.DATELINE, None)


def _plain(line: str) -> str:
    return line.strip("#* ").casefold()


def _is_glued_copy(line: str, headline: str) -> bool:
    """Section names run together with the headline, often cut off: "HomeWorldRain…"."""
    if not _is_short(headline, _MAX_HEADLINE) or _plain(line) == _plain(headline):
        return False
    at = line.find(headline[:_GLUED]) if len(headline) >= _GLUED else -1
    rest = line[at:].rstrip(".… ")
    return at >= 0 and headline.startswith(rest)


def _is_section_label(line: str, following: list[str]) -> bool:
    """A word or two, "World news", over something that is a headline itself."""
    return (
        len(line.split()) <= _MAX_LABEL
        and not line.startswith("#")
        and not _ASKS.search(line)
        and len(following[0].split()) >= _MAX_LABEL + 2
        and _is_headline(following[0], following[1:])
    )


def _is_short(line: str, words: int) -> bool:
    return len(line) <= 15 * words and len(line.split()) <= words


def _is_headline(line: str, following: list[str]) -> bool:
    if line.startswith("# "):
        return True
    if not _is_short(line, _MAX_HEADLINE) or "\n" in line or _SENTENCE_END.search(line):
        return False
    return any(len(other) > len(line) and _ASKS.search(other) for other in following)


def _following(lines: list[str], found: _Roles) -> list[str]:
    """For each line the next one that is not residue, or nothing."""
    after = [""] * len(lines)
    for i in range(len(lines) - 2, -1, -1):
        after[i] = after[i + 1] if i + 1 in found else lines[i + 1]
    return after


def _body_role(line: str, after: str, *, told: bool) -> tuple[Role, str | None]:
    """The role of a line of the story.

    Args:
        line: The line.
        after: What the story goes on with.
        told: Whether the story has begun: it does not begin with a subheading.
    """
    if load_rules().caption.first_match(line):
        return (Role.CAPTION, None)
    if _HEADING.match(line):
        return (Role.SUBHEADING, None)
    is_subheading = (
        told
        and _is_short(line, _MAX_SUBHEADING)
        and _ASKS.search(after) is not None
        and (
            _is_crosshead(line, after)
            or (not _ASKS.search(line) and len(after) > 2 * len(line))
        )
    )
    return (Role.SUBHEADING if is_subheading else Role.BODY, None)


def _is_crosshead(line: str, after: str) -> bool:
    """Whether a line shouts over a story that does not: "WHAT COMES NEXT?"."""
    return line.isupper() and not after.isupper() and line[-1] not in ".:,;!"
