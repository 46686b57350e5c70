"""The pieces of a story as its source has them → paragraphs of an article.

What several formats of agencies need: paragraphs of plain text and of markup, a
headline that is told once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from newsdiff.formats.extracts import About, left_out, one_line
from newsdiff.formats.html_trees import html_root
from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.formats.people import authors
from newsdiff.formats.wires.withheld import NOTE, prune, public_paragraphs, public_part

_MARKUP: Final = re.compile(
    r"</?(?:p|br|div|section|h[1-6]|ul|ol|li|span|strong|em|table|body|html|nitf|b|i|"
    r"sup|sub|figure|blockquote|"
    r"block|hl2|a\s[^>]*href=[^>]*)\b[^<>]*>",
    re.IGNORECASE,
)
"""A tag that says that a string is markup."""
_BLANK: Final = re.compile(r"\n[ \t\r]*\n+")
_INDENT: Final = re.compile(r"^(?: {2,}|\t)(?=\S)", re.MULTILINE)
_FEW: Final = 0.6
"""The most lines, of all, that are the first of a paragraph."""
_WIDTH: Final = 90
"""Characters of the longest line of a text that is wrapped for a printer."""
_SPOILT: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]"
)
_END: Final = re.compile(r"[.!?:;…\"”’»)\]]$")
_LAST: Final = re.compile(
    r"\W*(?:ends?|more|-*30-*|nnnn|#{3,}|_{3,}|\(more\)|ends? it)\W*", re.IGNORECASE
)
"""A line that says where copy ends, and nothing else."""
_OPENING: Final = 8
"""Paragraphs among which a byline may stand."""
RECAST: Final = re.compile(
    r"\((?:Adds|Updates|Corrects|Recasts|Refiles|Repeats|Writes through|Fixes)\b.*\)",
    re.IGNORECASE,
)
"""What an agency says to editors that it has changed."""
_BYLINE: Final = re.compile(r"(?:By|Von|Por|Par) [^.!?]{4,80}")
_SIGNED: Final = re.compile(
    r"/\w{2,12}/|(?:dpa|[A-Z]{2,4})(?:[ /][A-Za-z]{2}[A-Za-z0-9]{0,2}){1,6}"
    r"|[a-z]{2,4}(?:/[a-z]{2,4})+"
)
"""The initials of those who wrote and passed copy: "dpa xyz ab", "AAP gfr"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs, and what was left out of them."""

    paragraphs: tuple[Paragraph, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> int:
        """How many words there are."""
        return sum(len(text.split()) for text, _ in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Story:
    """An article of an agency, as one of its formats holds it."""

    paragraphs: tuple[Paragraph, ...]
    about: About
    notes: tuple[str, ...]


def legible(text: str) -> str:
    """A text without control characters and broken halves of characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SPOILT.sub("", text)


def is_markup(text: str) -> bool:
    """Whether a string is markup: two tags of HTML, or of NITF."""
    tags = _MARKUP.finditer(text)
    return next(tags, None) is not None and next(tags, None) is not None


def passage_of(text: str) -> Passage:
    """The paragraphs of a string, which may be HTML; what is not public is left out."""
    if is_markup(text):
        counts: Counter[str] = Counter()
        root = html_root(text, counts)
        return Passage() if root is None else marked_up(root, counts)
    public, has_rest = public_part(legible(text))
    plain = ((p, None) for p in plain_paragraphs(public))
    paragraphs, has_secret = public_paragraphs(plain)
    return Passage(tuple(paragraphs), (NOTE,) * (has_rest or has_secret))


def marked_up(element: object, counts: Counter[str] | None = None) -> Passage:
    """The paragraphs of an element of HTML; one that is plain text inside is cut.

    Args:
        element: Of lxml; what is not for publication is taken out of it.
        counts: What was left out of it before.
    """
    has_secret = prune(element)
    walk = Walk(Counter(counts))
    paragraphs: list[Paragraph] = []
    for text, role in walk.paragraphs(element):
        pieces = plain_paragraphs(text) if _is_copy(text) else (text,)
        paragraphs.extend((piece, role) for piece in pieces)
    public, has_rest = public_paragraphs(paragraphs)
    note = left_out(walk.left_out)
    secret = (NOTE,) * (has_secret or has_rest)
    return Passage(tuple(public), secret + ((note,) if note else ()))


def _is_copy(text: str) -> bool:
    """Whether one element holds a whole story, set with indents or blank lines."""
    return _has_indents(text.split("\n")) or len(_BLANK.findall(text)) > 1


def plain_paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a plain text: by blank lines, by indents, else by lines."""
    text = text.strip("\n")
    has_indents = _has_indents(text.split("\n"))
    for block in _BLANK.split(text):
        for paragraph in _of_block(block, has_indents=has_indents):
            if (words := one_line(paragraph)) and not is_end(words):
                yield words


def without_end(paragraphs: Iterable[Paragraph]) -> list[Paragraph]:
    """Paragraphs without lines that say where copy ends, and who signed it."""
    kept = [p for p in paragraphs if not is_end(p[0])]
    while len(kept) > 1 and _SIGNED.fullmatch(kept[-1][0]):
        kept.pop()
    return kept


def opened(
    paragraphs: Iterable[Paragraph],
) -> tuple[list[Paragraph], list[str], list[str]]:
    """Paragraphs without the bylines and the notes to editors that stand over them.

    Returns:
        The text, the bylines, and what the notes say.
    """
    text = list(paragraphs)
    bylines: list[str] = []
    notes: list[str] = []
    for paragraph in text[:_OPENING]:
        words = paragraph[0]
        if RECAST.fullmatch(words):
            notes.append(f"note to editors: {words.strip('()')}")
        elif _BYLINE.fullmatch(words) and authors(words):
            bylines.append(words)
        else:
            continue
        text.remove(paragraph)
    return text, bylines, notes


def is_end(words: str) -> bool:
    """Whether a line says where copy ends, and nothing else: "-30-", "(more)"."""
    return _LAST.fullmatch(words) is not None


def _of_block(block: str, *, has_indents: bool) -> Iterable[str]:
    lines = block.strip("\n").split("\n")
    if len(lines) == 1:
        return lines
    if has_indents:
        return _INDENT.sub("\n\n", block).split("\n\n")
    return [" ".join(lines)] if _is_wrapped(lines) else lines


def _has_indents(lines: list[str]) -> bool:
    """Whether some lines are set in, as the first of a paragraph is.

    A program that indents XML sets in all of them but the first.
    """
    below = [line for line in lines[1:] if line.strip()]
    indented = sum(bool(_INDENT.match(line)) for line in below)
    return 0 < indented <= _FEW * len(below)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether lines are one paragraph, set in a column."""
    ended = sum(bool(_END.search(line.rstrip())) for line in lines[:-1])
    lengths = [len(line) for line in lines]
    return max(lengths) <= _WIDTH and 2 * ended <= len(lines) - 1
