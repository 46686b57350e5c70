r"""Wire copy with its control characters: IPTC 7901 and ANPA.

A message is SOH, a header, STX, the copy, ETX, a stamp, EOT. Copy of ANPA has "^"
before and "<" or "=" behind the lines of its head; that of IPTC 7901 ends its head with
"=". Lines end with "\n" alone: what `splitlines` cuts at stands between the cells of
tables. Files without control characters are plain text, and none of this.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.dates import stated_date
from newsdiff.formats.decoding import decode
from newsdiff.formats.extracts import (
    About,
    Extract,
    Extracted,
    Options,
    Unread,
    extract_of,
)
from newsdiff.formats.headlines import headed
from newsdiff.formats.markup import Paragraph
from newsdiff.formats.people import authors
from newsdiff.formats.registry import Probe
from newsdiff.formats.wires.stories import (
    RECAST,
    legible,
    plain_paragraphs,
    without_end,
)
from newsdiff.formats.wires.withheld import KILLED, NOTE, note_of, public_part
from newsdiff.model import Role

_HEAD: Final = 400
"""Characters that the header of a message has at most."""
_START: Final = re.compile(rf"[\s\x00\x16\x7f]*\x01[^\x00\x01-\x04]{{1,{_HEAD}}}\x02")
_EDGE: Final = re.compile(rb"[\x01\x03\x04]")
"""Where copy ends: its own end, or what comes after a cut."""
_STAMP_FIGURES: Final = re.compile(
    r"(?P<m>\d\d)-(?P<d>\d\d)-(?P<y>\d\d)\s+(?P<h>\d\d)(?P<min>\d\d)\s*(?P<zone>[A-Z]+)?"
)
"""AP-WF-02-20-16 0337GMT: month, day, year."""
_STAMP_WORDS: Final = re.compile(
    r"(?P<d>\d\d)(?P<h>\d\d)(?P<min>\d\d)\s*(?P<zone>[A-Z]{1,4})?\s+"
    r"(?P<m>[^\W\d_]{3,9})\.?\s+(?P<y>\d{4}|\d\d)\b"
)
"""212101 GMT Nov 18: day, hour and minute, month, year."""
_CENTURY: Final = 70
"""Two figures of a year from here on are of the 1900s: no wire is older."""
_AGENCY: Final = re.compile(r"\b([A-Z]{2,6})-WF-|\b(dpa|afp|apa|ansa|efe|stt)\b")
_LATER: Final = re.compile(
    r"\b\d+(?:st|nd|rd|th)\s?l(?:ea)?d\b|writethru", re.IGNORECASE
)
"""What marks a later version of a story in its slug."""
_LATER_MARK: Final = re.compile(
    r"\b(?:lead|refile|korrektur|correct\w*|berichtig\w*|updates?|repeats?|recasts"
    r"|adds|wiederholung|zusammenfassung|writes through|fixes)\b",
    re.IGNORECASE,
)
"""What marks it in a line for editors; slugs have such words for what is told."""
_KILLED: Final = re.compile(r"\b(?:KILL|BUST)\b|,\s*(?:Kill|Bust)(?=,|$)")
_MARK: Final = re.compile(
    r"(?:\(.*\)|\W*(?:\d+(?:ST|ND|RD|TH) )?(?:LEAD|REFILE|EXTRA|URGENT|FLASH"
    r"|EIL|BULLETIN|ADVISORY|CORRECTION|CORRECTED|REPEAT|KILL|KORREKTUR|BERICHTIGUNG|EMBARGO\w*"
    r"|ROUNDUP|PREVIEW|FEATURE|ANALYSIS|NEWS FEATURE|ALERT|UPDATE|WIEDERHOLUNG"
    r"|ZUSAMMENFASSUNG)\b[\s\d:/-]*)",
)
"""A line over a headline that says what kind of copy this is."""
_SLUG: Final = re.compile(r"(?:\*?\d{4}|(?:AP|BC|AM|PM|HN|YR)-.*|\*?[A-Z]+--.*)")
_NOTE: Final = re.compile(
    r"\(?(?:Eds|Editors|Note to editors|EDITOR'S NOTE|ATTENTION|CORRECTION|Corrects"
    r"|Undated|ADVISORY|EMBARGO\w*|HOLD FOR RELEASE|KILL)\b[:;,._ -]+(?P<words>.*?)\)?",
    re.IGNORECASE,
)
_PICTURES: Final = re.compile(r"\(?AP (?:Photos?|Video|Graphics?)\b.*", re.IGNORECASE)
_BYLINE: Final = re.compile(r"(?:By|Von|Por|Par) .*", re.IGNORECASE)
_OF_BYLINE: Final = re.compile(
    r".*\b(?:press|writers?|editors?|correspondents?|reporters?|staff)\b",
    re.IGNORECASE,
)
_NOTEBOOK: Final = re.compile(r"^#\s+\S.*$", re.MULTILINE)
"""Where the notebook begins that stands behind the copy of dpa."""
_ITEM: Final = re.compile(r"^- (\S.*(?:\n  +\S.*)*)", re.MULTILINE)
_CELLS: Final = re.compile(r";(?:[ ;]*;)?")
_IN_ROW: Final = re.compile(r";(?=\S)")
"""Between cells; in prose a blank follows."""
_LONG: Final = 100
"""Characters from which a line of the head is a summary and no second headline."""


def recognises(probe: Probe, options: Options) -> bool:
    """Whether bytes begin like a message, with SOH, a header and STX."""
    del options
    return _START.match(probe.head) is not None


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The messages in a file of wire copy.

    Args:
        data: The file.
        name: What to call it in messages.
        options: Not asked.

    Raises:
        SourceError: There is no message with copy in it.
    """
    del options
    messages = list(_messages(data))
    if not messages:
        message = f"{name} is wire copy cut off before its text: get it again"
        raise SourceError(message)
    for number, found in enumerate(messages, 1):
        part = str(number) if len(messages) > 1 else ""
        read = _message(found, name, part)
        if isinstance(read, Unread) and not part:
            raise SourceError(read.why)
        yield read


class _Message(NamedTuple):
    head: str
    copy: bytes
    stamp: str | None
    """None where the message is cut off before it."""


def _messages(data: bytes) -> Iterator[_Message]:
    pieces = data.split(b"\x02")
    for before, piece in pairwise(pieces):
        copy, *rest = _EDGE.split(piece, maxsplit=1)
        stamp = None
        if rest and piece[len(copy)] == 3:
            stamp = _EDGE.split(rest[0], maxsplit=1)[0].decode("latin-1")
        head = _EDGE.split(before)[-1].decode("latin-1")
        yield _Message(head, copy, stamp)


def _message(message: _Message, name: str, part: str) -> Extracted:
    try:
        decoded = decode(_without_controls(message.copy), name)
    except SourceError:
        where = f"message {part} of {name}" if part else name
        return Unread(part, f"{where} has no text: its copy is empty")
    desk = _Desk(list(decoded.notes))
    if message.stamp is None:
        desk.notes.append("the message has no end: the last of its text may be missing")
    paragraphs = desk.paragraphs(decoded.text)
    if not paragraphs:
        where = f"message {part} of {name}" if part else name
        return Unread(part, f"{where} has no text: it is a message to editors alone")
    return desk.extract(paragraphs, message.head, message.stamp or "", part)


_KEPT: Final = bytes((0x08, 0x09, 0x0A, 0x0D))
_REST: Final = bytes(b for b in (*range(0x1E), 0x7F) if b not in _KEPT)


def _without_controls(copy: bytes) -> bytes:
    """Copy without control characters, but for those that make tables of lines."""
    copy = copy.translate(None, _REST)
    # What is left of them is written in letters, that it may pass for text.
    return copy.replace(b"\x1e", b";").replace(b"\x1f", b";").replace(b"\x08", b"^;")


@dataclass
class _Desk:
    """Reads the copy of one message, and keeps what it says of itself."""

    notes: list[str] = field(default_factory=list)
    headline: str | None = None
    under: list[str] = field(default_factory=list)
    bylines: list[str] = field(default_factory=list)
    slugs: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)

    def extract(
        self, paragraphs: list[Paragraph], head: str, stamp: str, part: str
    ) -> Extract:
        """The article, with what header and stamp say of it."""
        agency = _AGENCY.search(stamp) or _AGENCY.search(head)
        sent = _sent(stamp)
        labels, marks = "\n".join((head, *self.slugs)), "\n".join(self.marks)
        is_later = bool(_LATER.search(labels) or _LATER_MARK.search(marks))
        if _KILLED.search(labels) or _KILLED.search(marks):
            self.notes.insert(0, KILLED)
        if is_later:
            self.notes.append("a later version of a story that was sent before")
        title, text = headed(self.headline, paragraphs, under=self.under)
        return extract_of(
            text,
            about=About(
                title=title,
                outlet=(agency[1] or agency[2]) if agency else None,
                author=authors(*self.bylines),
                published=None if is_later else sent,
                updated=sent if is_later else None,
            ),
            notes=dict.fromkeys(self.notes),
            part=part,
        )

    def paragraphs(self, copy: str) -> list[Paragraph]:
        """The paragraphs of the copy, without its head and its notebook."""
        is_anpa = any(line.startswith("^") for line in copy.split("\n")[:6])
        body = self._anpa_head(copy) if is_anpa else self._iptc_head(copy)
        if not is_anpa:
            body = self._without_notebook(body)
        paragraphs = [*(_anpa(body) if is_anpa else _iptc(body))]
        while paragraphs and self._is_note(paragraphs[0][0]):
            paragraphs.pop(0)
        return [(_typeset(words), role) for words, role in without_end(paragraphs)]

    def _anpa_head(self, copy: str) -> str:
        """What follows the lines with "^", which are taken note of."""
        lines = copy.split("\n")
        at = 0
        while at < len(lines) and (not lines[at].strip() or _is_head(lines[at])):
            for piece in re.split(r"<\s*(?=\^)", lines[at].strip()):
                self._head_line(piece.lstrip("^").strip())
            at += 1
        body = "\n".join(lines[at:])
        opening = " ".join(body.split())[:60].rpartition("(AP) _")[2].strip()
        self.under = [
            line
            for line in self.under
            if len(line) <= _LONG or not opening or not line.startswith(opening[:30])
        ]
        return body

    def _head_line(self, line: str) -> None:
        words, is_byline = line.rstrip("<= "), line.endswith("=")
        if not words:
            return
        if not self.headline and _SLUG.fullmatch(words):
            self.slugs.append(words)
        elif _PICTURES.fullmatch(words) or self._is_note(words):
            pass
        elif _BYLINE.fullmatch(words) and len(words) <= _LONG:
            self.bylines.append(words)
        elif is_byline and self.bylines and _OF_BYLINE.match(words):
            pass
        elif self.headline:
            self.under.append(_typeset(words))
        else:
            self.headline = _typeset(words)

    def _iptc_head(self, copy: str) -> str:
        """What follows the lines up to the one that ends with "=", or the first."""
        lines = copy.strip("\n").split("\n")
        ends = (i for i, x in enumerate(lines[:10]) if x.rstrip().endswith("="))
        end = next(ends, -1)
        if end < 0:
            is_line = len(lines) > 1 and not lines[1].strip() and len(lines[0]) <= _LONG
            if not is_line or lines[0].rstrip().endswith((".", ",")):
                return copy
            end = 0
        title: list[str] = []
        for line in (x.rstrip("= ").strip() for x in lines[: end + 1]):
            if not title and _MARK.fullmatch(line):
                self.marks.append(line)
                self.notes.append(f"marked by its agency: {line.strip('()')}")
            elif title and _BYLINE.fullmatch(line):
                self.bylines.append(line)
            elif line and not self._is_note(line):
                title.append(line)
        self.headline = _typeset(" ".join(title)) or None
        return "\n".join(lines[end + 1 :])

    def _without_notebook(self, body: str) -> str:
        public, has_rest = public_part(body)
        if has_rest:
            self.notes.append(NOTE)
        found = _NOTEBOOK.search(public)
        if not found:
            return public
        if not has_rest:
            self.notes.append("left out: a notebook for editors")
        for item in _ITEM.findall(public[found.start() :]):
            if "](" not in item and (note := note_of("note to editors", item)):
                self.notes.append(note)
        return public[: found.start()]

    def _is_note(self, words: str) -> bool:
        """Whether a line is for editors; it becomes a note of the article."""
        if found := _NOTE.fullmatch(words):
            self.marks.append(words)
            if note := note_of("note to editors", found["words"]):
                self.notes.append(_typeset(note))
            return True
        if RECAST.fullmatch(words):
            self.marks.append(words)
            self.notes.append(_typeset(f"note to editors: {words.strip('()')}"))
            return True
        return False


def _is_head(line: str) -> bool:
    ends = line.rstrip().endswith(("<", "="))
    return ends and line.startswith("^") and not line.startswith("^;")


def _anpa(body: str) -> Iterator[Paragraph]:
    """The paragraphs of copy in the manner of ANPA."""
    pending: list[str] = []
    for line in [*legible(body).split("\n"), ""]:
        words = line.strip().rstrip("<=").strip()
        starts = line.startswith(("^", "\t", "   ")) or not words
        if starts and pending:
            yield from ((p, None) for p in plain_paragraphs(" ".join(pending)))
            pending.clear()
        if line.startswith("^;") or len(_IN_ROW.findall(words)) >= 2:
            yield _row(words.strip("^;")), None
        elif line.startswith("^") and line.rstrip().endswith(("=", "<")):
            yield words.strip("^"), Role.SUBHEADING
        elif words:
            pending.append(words.strip("^"))


def _row(words: str) -> str:
    """A row of a table: "{" is the half of typesetters, "_" a dash."""
    cells = [c.strip(" ^") for c in _CELLS.split(words)]
    return " | ".join(c.replace("{", "½").replace("_", "—") for c in cells if c)


def _iptc(body: str) -> Iterator[Paragraph]:
    return ((p, None) for p in plain_paragraphs(legible(body)))


def _typeset(words: str) -> str:
    """Words with the dashes and quotation marks that old printers could not set."""
    words = re.sub(r"(?<=\s)_(?=\s)", "—", words)
    return words.replace("``", "“").replace("''", "”") if "``" in words else words


def _sent(stamp: str) -> str | None:
    """When a message was sent; None where it does not say, or not the year."""
    if found := _STAMP_FIGURES.search(stamp):
        zone = "Z" if found["zone"] in ("GMT", "UTC") else ""
        day = f"{_year(found['y'])}-{found['m']}-{found['d']}"
        return stated_date(f"{day}T{found['h']}:{found['min']}{zone}").iso
    if found := _STAMP_WORDS.search(stamp):
        day = f"{found['d']} {found['m']} {_year(found['y'])}"
        return stated_date(
            f"{day} {found['h']}:{found['min']} {found['zone'] or ''}"
        ).iso
    return None


def _year(figures: str) -> str:
    if len(figures) == 4:
        return figures
    return f"{'19' if int(figures) >= _CENTURY else '20'}{figures}"
