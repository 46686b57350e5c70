"""Nexis exports as plain text, and what all three kinds of Nexis exports share.

An article is a front (outlet, date, editions, title), fields ("BYLINE: …"), the body,
more fields ("LOAD-DATE: …") and a copyright line that the last one may lack. Labels are
in the language of whoever exported. Only labels that are known to end a body end it: a
paragraph of an article may begin with capitals and a colon too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.dates import StatedDate, stated_date
from newsdiff.formats.decoding import decode
from newsdiff.formats.exports.common import address, author_of, unescaped
from newsdiff.formats.exports.nexis_fields import PLAIN, Field, Style, field_of
from newsdiff.formats.extracts import (
    About,
    Extracted,
    Options,
    Unread,
    extract_of,
    language_of,
    left_out,
    one_line,
)
from newsdiff.formats.registry import Probe
from newsdiff.model import Role

_START: Final = re.compile(
    r"^[ \t]*(?:(?P<n>\d[\d.,]*) (?:of|von|de|di|van|sur) \d[\d.,]* "
    r"(?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI|DOCUMENTEN)"
    r"|Do[ck]umento? (?P<m>\d[\d.,]*) (?:von|de|di|van|sur) \d[\d.,]*)[ \t]*$",
    re.MULTILINE,
)
"""The number line of an article."""
_SAMPLE: Final = 1 << 18
"""Bytes in which the first article must begin: a cover page can be long."""
_GLANCE: Final = 3000
"""Characters after a number line in which the front of an article shows."""
_CENTRED: Final = " " * 10
"""What a line in the middle of 79 columns begins with, at the least."""
_GAP: Final = re.compile(r"\n(?:[ \t\f]*\n)+")


_MAX_FRONT: Final = 12
"""Blocks in which the first field of a header stands."""
_MAX_CONTINUED: Final = 2
"""Blocks from a field of the header to the next."""
_MAX_BETWEEN: Final = 6
"""Paragraphs that a field after the body may have: a long correction."""
_EDITION: Final = re.compile(r"\b(?:edition|édition|ausgabe|final)\b", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"\([^()]+\)")
_SENTENCE: Final = re.compile(r"[.!…][\"”’)]*\s*$")
_RELATED: Final = re.compile(r"\s*Related (?:Articles|Coverage|Stories):?\s*")
_APPENDED: Final = re.compile(r"\s*correction appended\s*", re.IGNORECASE)
_COPYRIGHT: Final = re.compile(
    r"\s*(?:copyright\b|©|\(c\) ?\d{4}|all rights reserved|tous droits réservés"
    r"|alle rechte vorbehalten)",
    re.IGNORECASE,
)
_MAX_RIGHTS: Final = 400
"""Characters of a copyright line."""
_BROKEN: Final = re.compile(r"\s*We are sorry but there is an error in this document")
_MAX_DATE: Final = 200
"""Characters of a date and its editions."""
_COUNT: Final = re.compile(r"\d+(?:[.,]\d{3})*")
_WHOLE: Final = 0.75
"""The share of the words counted by Nexis that an article that was not cut has."""
_SHORT: Final = 48
"""Lines all this short in 79 columns were broken by hand: a list, a table, a verse."""


class _Front(NamedTuple):
    outlet: str | None
    title: str | None
    decks: Sequence[str]
    """What else stands before the fields: more of the headline, or of the story."""
    date: StatedDate


class _Parts(NamedTuple):
    """The blocks of an article, told apart."""

    front: _Front
    header: Mapping[str, str]
    body: Sequence[str]
    tail: Mapping[str, str]


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it is text in which a numbered article of Nexis begins."""
    del options
    sample = probe.data[:_SAMPLE]
    is_wide = sample.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = sample.decode("utf-16" if is_wide else "utf-8", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    return any(True for _ in _starts(text))


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as plain text, as `Format.extract` says."""
    del options
    decoded = decode(data, name)
    text = decoded.text
    starts = list(_starts(text))
    if not starts:
        message = f"{name} has no article of Nexis: export the articles again as text"
        raise SourceError(message)
    ends = [*(start.start() for start in starts[1:]), len(text)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        blocks = _GAP.split(text[start.end() : end])
        yield article(blocks, str(number), PLAIN, decoded.notes)


def is_number(block: str) -> bool:
    """Whether a paragraph is the number line of an article: "1 of 10 DOCUMENTS"."""
    return bool(_START.fullmatch(block.strip()))


def article(
    blocks: Sequence[str], part: str, style: Style, notes: Sequence[str] = ()
) -> Extracted:
    """An article of Nexis.

    Args:
        blocks: All its paragraphs after the number line, with their line ends.
        part: Which article of its file it is.
        style: How its export writes it.
        notes: What must be said of every article of the file.

    Returns:
        The article; `Unread` if there is no text.
    """
    pieces = (piece for block in blocks for piece in _opened(block) if piece.strip())
    blocks = [unescaped(piece) for piece in pieces]
    if any(map(_BROKEN.match, blocks[:3])):
        return Unread(part, f"Nexis could not show article {part}: export it again")
    parts = _parts(blocks, style)
    story = _without_related(parts.body)
    about = _about(parts)
    body = [
        *parts.front.decks,
        *filter(None, [parts.header.get("standfirst")]),
        *(line for block in story for line in _paragraphs(block, style)),
    ]
    if not body:
        named = f" (“{about.title}”)" if about.title else ""
        why = f"article {part}{named} has no text in this export: export it in full"
        return Unread(part, why)
    return extract_of(
        [(about.title or "", Role.HEADLINE), *((words, None) for words in body)],
        about=about,
        notes=[*notes, *_notes(parts, blocks)],
        part=part,
    )


def _starts(text: str) -> Iterator[re.Match[str]]:
    """The number lines that begin an article.

    One that stands alone in a body is none: what begins an article has a date or
    fields after it, or is in the middle of its line and has the next number.
    """
    last = 0
    for found in _START.finditer(text):
        start, end = found.span()
        before = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start]
        after = text[end : end + _GLANCE]
        if before.strip() or after[1:].partition("\n")[0].strip():
            continue  # a line of a paragraph
        number = int(re.sub(r"\D", "", found["n"] or found["m"]))
        is_centred = found[0].startswith(_CENTRED)
        if _is_front(after, is_centred) or (last and is_centred and number == last + 1):
            last = number
            yield found


def _is_front(after: str, is_centred: bool) -> bool:
    """Whether an article begins after a number line."""
    own = _START.split(after, maxsplit=1)[0]
    blocks = [block for block in _GAP.split(own) if block.strip()][:8]
    fields = [field_of(block, PLAIN) for block in blocks]
    tail = next((i for i, f in enumerate(fields) if _is(f, "tail")), len(blocks))
    labels = sum(_is(field, "header") for field in fields[:tail])
    has_date = _date_at(blocks[:tail]) is not None
    outlet_is_centred = tail > 0 and blocks[0].lstrip("\n").startswith(_CENTRED)
    return (
        labels > 1
        or (has_date and (labels > 0 or outlet_is_centred))
        or (is_centred and outlet_is_centred)
    )


def _opened(block: str) -> list[str]:
    """A block, as two if the body begins on the line after its label."""
    label, end, rest = block.partition("BODY:")
    return [label + end, rest] if end and not label.strip() else [block]


def _parts(blocks: Sequence[str], style: Style) -> _Parts:
    fields = [field_of(block, style) for block in blocks]
    first = next((i for i, f in enumerate(fields[:_MAX_FRONT]) if _is(f, "header")), -1)
    if first >= 0:
        front, begin = _front(blocks[:first], style), _header_end(fields, first)
        header = _values(blocks, fields, first, begin)
    else:
        first = begin = _front_end(blocks, style)
        front, header = _front(blocks[:first], style), {}
    last = len(blocks)
    while last > begin and _is_rights(blocks[last - 1]):
        last -= 1
    end = _tail_begin(fields, begin, last)
    tail = _values(blocks, fields, end, last)
    return _Parts(front, header, blocks[begin:end], tail)


def _is(field: Field | None, where: str) -> bool:
    return field is not None and field.place.where == where


def _header_end(fields: Sequence[Field | None], first: int) -> int:
    """Behind the last field of the header."""
    last = first
    for i, field in enumerate(fields[first:], first):
        if i > last + _MAX_CONTINUED or (field and field.place.key == "body"):
            return last + 1 if i > last + _MAX_CONTINUED else i + 1
        if _is(field, "header"):
            last = i
    return last + 1


def _tail_begin(fields: Sequence[Field | None], begin: int, last: int) -> int:
    """The first of the fields after the body."""
    at, between = last, 0
    for i in range(last - 1, begin - 1, -1):
        field = fields[i]
        if field is None or field.place.where == "header":
            between += 1
            if between > _MAX_BETWEEN:
                break
        elif field.place.where == "tail" or between == 0 or not field.value:
            at, between = i, 0
    return at


def _values(
    blocks: Sequence[str], fields: Sequence[Field | None], begin: int, end: int
) -> dict[str, str]:
    """What the fields from one block to another hold, by what they are for."""
    values: dict[str, str] = {}
    key = ""
    for field, block in zip(fields[begin:end], blocks[begin:end], strict=True):
        if field:
            key = field.place.key
        words = one_line(field.value if field else block)
        values[key] = f"{values[key]} {words}" if values.get(key) else words
    return values


def _is_rights(block: str) -> bool:
    return bool(_COPYRIGHT.match(block)) and len(block) <= _MAX_RIGHTS


def _date_at(blocks: Sequence[str]) -> int | None:
    """Which of the first blocks is the date."""
    for i in (1, 0, 2, 3):
        if i < len(blocks) and len(blocks[i]) <= _MAX_DATE:
            date = stated_date(one_line(blocks[i]))
            if date.iso or date.unsure:
                return i
    return None


def _date_of(block: str) -> StatedDate:
    """The first date in a block; editions stand below it."""
    dates = map(stated_date, block.strip().split("\n"))
    return next((d for d in dates if d.iso or d.unsure), StatedDate(None))


def _is_edition(block: str, style: Style) -> bool:
    """Whether a block between the date and the title is an edition."""
    if style.is_wrapped:
        return block.startswith(_CENTRED)
    return len(block) <= _SHORT and bool(_EDITION.search(block))


def _front_end(blocks: Sequence[str], style: Style) -> int:
    """Where the body begins in an article without fields before it."""
    at = _date_at(blocks)
    if style.is_title_first:
        return 2 if at is None else at + 1
    end = 1 if at is None else at + 1
    while end < len(blocks) and _is_edition(blocks[end], style):
        end += 1
    return end + (at is None or at < 2)  # the title


def _front(blocks: Sequence[str], style: Style) -> _Front:
    """What stands before the fields."""
    at = _date_at(blocks)
    date = StatedDate(None) if at is None else _date_of(blocks[at])
    if style.is_title_first:
        before = blocks[: 2 if at is None else at]
        titles, outlets = (before[:-1], before[-1:]) if before[1:] else (before, [])
    else:
        split = 1 if at is None else at
        before = [b for b in map(_without_rights, blocks[:split]) if b]
        after = [
            block
            for block in blocks[split + (at is not None) :]
            if not _is_rights(block) and not _APPENDED.fullmatch(block)
        ]
        while after[1:] and _is_edition(after[0], style):
            del after[0]
        outlets, titles = before[:1], [*before[1:], *after]
    outlet = one_line(outlets[0].strip().rpartition("\n")[2]) if outlets else ""
    if _IN_BRACKETS.fullmatch(outlet) and titles[1:]:  # the blog of an outlet
        *titles, above = titles
        outlet = f"{one_line(above)} {outlet}"
    title, *decks = [one_line(block) for block in titles] or [""]
    return _Front(outlet or None, title or None, decks, date)


def _without_rights(block: str) -> str:
    """The lines of a block but for a copyright line, which old exports put first."""
    return "\n".join(x for x in block.split("\n") if not _COPYRIGHT.match(x)).strip()


def _about(parts: _Parts) -> About:
    front, header, tail = parts.front, parts.header, parts.tail
    return About(
        title=header.get("title") or front.title,
        outlet=front.outlet,
        author=author_of(header.get("author")),
        published=front.date.iso,
        unsure_date=front.date.unsure,
        url=address(tail.get("url")),
        language=language_of(tail.get("language")),
    )


def _paragraphs(block: str, style: Style) -> Iterator[str]:
    """The paragraphs of a block of the body."""
    lines = [line for line in block.split("\n") if line.strip()]
    if style.is_wrapped and max(map(len, lines)) > _SHORT:
        yield block
    else:
        yield from lines


def _without_related(body: Sequence[str]) -> Sequence[str]:
    """A body without the headlines of other articles at its end."""
    at = next((i for i, block in enumerate(body) if _RELATED.fullmatch(block)), None)
    if at is None or any(_SENTENCE.search(block) for block in body[at + 1 :]):
        return body
    return body[:at]


def _once(words: str) -> str:
    """What Nexis writes twice in a row, once."""
    half = one_line(words[: len(words) // 2])
    return half if f"{half} {half}" == words else words


def _notes(parts: _Parts, blocks: Sequence[str]) -> Iterator[str | None]:
    """What a reader must know of an article."""
    tail = parts.tail
    if correction := _once(tail.get("correction", "")):
        when = _once(tail.get("correction-date", ""))
        yield f"the archive adds a correction{when and f' of {when}'}: {correction}"
    elif "correction-date" in tail or any(map(_appended, blocks)):
        yield "the archive says that this was corrected, but not how"
    related = len(parts.body) - len(_without_related(parts.body)) - 1
    yield left_out(
        {
            "picture caption": bool(tail.get("graphic")),
            "related link": max(0, related),
        }
    )
    words = sum(len(block.split()) for block in parts.body)
    counted = _COUNT.search(parts.header.get("length", ""))
    if counted and not tail:
        whole = int(re.sub(r"\D", "", counted[0]))
        if words < _WHOLE * whole:
            yield f"cut short: Nexis counts {whole:,} words, {words:,} are in the file"


def _appended(block: str) -> bool:
    return any(map(_APPENDED.fullmatch, block.split("\n")))
