"""What stands around a headline: who wrote the story, and when it was published.

Such lines go into what is known of the article, not into its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Any, Final

from newsdiff.formats.dates import stated_date
from newsdiff.formats.elements import words_of
from newsdiff.formats.extracts import one_line, words_key
from newsdiff.formats.markup import Paragraph
from newsdiff.formats.people import people_of
from newsdiff.formats.web.measures import marks_of
from newsdiff.formats.web.story import Story
from newsdiff.model import Role

_LONGEST: Final = 160
"""Characters of a line of credits; what is longer is text."""
_DATED: Final = re.compile(r"date|time|publish|posted|byline|meta|updated|info|credit")
_BYLINE: Final = re.compile(r"byline|author|writer|reader-credits|\bby\b")
_BY: Final = re.compile(
    r"(?:(?:words|text|story|analysis|report(?:ed|ing)?|opinion|commentary|written|posted|published)\s+)?"
    r"(?:by|von|par|por|di)\b[: ]",
    re.IGNORECASE,
)
_WHEN: Final = re.compile(
    r"\W*(?:(?:first |last |originally )?(?:published|posted|updated|modified|date|"
    r"created|edited|veröffentlicht|publié|publicado|pubblicato|stand)\b.*"
    r"|\d+\s*(?:-\s*\d+\s*)?(?:min(?:ute)?s?|hours?|days?)\.?\s*(?:read|ago)?"
    r"|(?:reading time|share|save|print|listen|comments?)\b.{0,30})",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE: Final = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_WORDS_WITH_DATE: Final = 14
_PARTS: Final = 8
"""Elements in a line of credits."""
_LINES: Final = frozenset("p span div small em b strong h3 h4 h5 h6 li td".split())
_FIRST_LINES: Final = 8
"""Lines of a story among which its credits stand."""


def stated_near(story: Story) -> Iterator[tuple[str, str]]:
    """The dates that stand between a headline and its text, with the words around them.

    Behind the text only what is marked as its date counts.
    """
    root = story.root
    if root is None:
        return
    for element in takewhile(lambda e: e is not story.first, root.iter()):
        if element.tag == "time":
            around = words_of(element.getparent())
            yield from _of_time(element, around)
        elif _is_dated(element) and len(line := words_of(element)) <= _LONGEST:
            for part in _parts(line):
                yield part, part
    for element in root.iter("time", "span", "div", "p"):  # below the story
        itemprop = (element.get("itemprop") or "").lower()
        if itemprop in ("datepublished", "datemodified"):
            words = "updated" if itemprop == "datemodified" else ""
            yield (
                words,
                element.get("datetime") or element.get("content") or words_of(element),
            )
        elif element.tag == "time" and _DATED.search(marks_of(element).lower()):
            yield from _of_time(element, words_of(element.getparent()))


def _of_time(element: Any, around: str) -> Iterator[tuple[str, str]]:
    words = words_of(element)
    before = around.partition(words)[0] if words else around
    said = f"{before[-40:] if len(around) <= _LONGEST else ''} {marks_of(element)}"
    stated = element.get("datetime") or words
    yield said, stated if stated_date(stated).iso else words


def _parts(line: str) -> list[str]:
    """A line at its "Updated", which begins another date than what stands before."""
    return [
        part
        for part in re.split(r"(?=\b(?:Last )?[Uu]pdated\b)|[|•·]", line)
        if part.strip()
    ]


def _is_dated(element: Any) -> bool:
    """Whether an element tells when: by its class, or as a line of its own."""
    if not isinstance(element.tag, str) or len(element) > _PARTS:
        return False
    if element.tag in ("table", "tbody", "tr"):
        return False
    row = next(element.iterancestors("tr"), None)
    if row is not None and row.find("th") is not None:
        return False  # a fact of the story, as "Founded" in a box of facts
    if _DATED.search(marks_of(element).lower()):
        return True
    return element.tag in _LINES and is_credit(words_of(element))


def bylines_near(story: Story) -> list[str]:
    """The lines between a headline and its text that tell who wrote it."""
    found: list[str] = []
    if story.root is None:
        return found
    for element in takewhile(lambda e: e is not story.first, story.root.iter()):
        if not isinstance(element.tag, str):
            continue
        rel = element.get("rel") or ""
        marks = f"{marks_of(element)} {element.get('itemprop') or ''} {rel}".lower()
        line = "; ".join(t.strip() for t in element.itertext() if t.strip())
        if len(line) > _LONGEST or not line:
            continue
        if _BY.match(line) or _BYLINE.search(marks):
            found.append(line)
    return found


def without_credits(
    paragraphs: Iterable[Paragraph], authors: Iterable[str]
) -> list[Paragraph]:
    """The paragraphs without the lines of credits above the text.

    Args:
        paragraphs: Those of a story, without its headline.
        authors: Who wrote it.
    """
    names = [words_key(author) for author in authors]
    kept: list[Paragraph] = []
    is_text = False
    for at, (text, role) in enumerate(paragraphs):
        is_text = (
            is_text or at >= _FIRST_LINES or (role is None and _is_text(text, names))
        )
        if is_text or role is Role.CAPTION or not is_credit(text, names):
            kept.append((text, role))
    return kept


def _is_text(text: str, names: list[str]) -> bool:
    return not is_credit(text, names) and (
        len(text) > _LONGEST or bool(_SENTENCE.search(text))
    )


def is_credit(text: str, names: Iterable[str] = ()) -> bool:
    """Whether a line tells who wrote a story or when it was published."""
    line = one_line(text)
    if len(line) > _LONGEST or len(line.split()) > _WORDS_WITH_DATE:
        return False
    key = words_key(line)
    if any(key.startswith(name) and len(name) > 4 for name in names):
        return not _SENTENCE.search(line) or key in names
    if _BY.match(line) and people_of(line) and not _SENTENCE.search(line):
        return True
    if line.casefold() in ("by", "|", "share", "save"):
        return True
    if _WHEN.fullmatch(line):
        return True
    date = stated_date(line)
    is_dated = bool(date.iso or date.unsure)
    return is_dated and not _SENTENCE.search(line) and len(line.split()) <= 10
