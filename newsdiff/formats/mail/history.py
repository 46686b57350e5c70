"""What a letter has of older ones: a reply quotes them, one forwarded is the story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from newsdiff.formats.markup import Paragraph

_LABELS: Final[Mapping[str, str]] = {
    word: label
    for label, words in {
        "from": "from von de da van från fra",
        "date": "date sent datum gesendet envoyé fecha enviado data inviato verzonden",
        "to": "to an à para a aan cc reply-to kopie",
        "subject": "subject betreff objet asunto oggetto onderwerp assunto",
    }.items()
    for word in words.split()
}
_LABELLED: Final = re.compile(
    r"[\s>*]*([^\W\d_][\w-]{0,11})\s*:[*\s]\s*(.*)", re.DOTALL
)
_NEEDED: Final = frozenset(("from", "subject"))
_FIRST: Final = frozenset(("from", "subject", "date"))
_MOST_HEADERS: Final = 30
"""Lines of all headers."""
_LONGEST_HEADER: Final = 500
_MOST_CONTINUED: Final = 3
"""Lines of a header that names many people."""
_FORWARDED: Final = re.compile(
    r"[\s>*_-]*(?:begin )?(?:forwarded message|weitergeleitete nachricht"
    r"|(?:début du )?message (?:transféré|réexpédié)|mensaje reenviado"
    r"|messaggio inoltrato|(?:begin )?doorgestuurd bericht|mensagem encaminhada"
    r"|anfang der weitergeleiteten nachricht)[\s:*_-]*",
    re.IGNORECASE,
)
_ORIGINAL: Final = re.compile(
    r"[\s>*_-]*(?:original (?:message|appointment)|ursprüngliche nachricht"
    r"|message d[’']origine|mensaje original|messaggio originale"
    r"|oorspronkelijk bericht|mensagem original)[\s:*_-]*|\s*_{10,}\s*",
    re.IGNORECASE,
)
_WROTE: Final = re.compile(
    r"[\s>]*(?:(?:On|Am|Le|El|Il|Op|Em|Den)\b|\d{1,4}[./-]\d).{5,300}?"
    r"(?:\d{4}|\d:\d\d).{0,200}"
    r"(?:wrote|schrieb|écrit|escribió|scritto|schreef|escreveu|skrev|написал)"
    r"\b.{0,80}:\s*",
    re.DOTALL,
)
"""The line before a quoted letter. It has a year or a time: an article has "On Monday
the mayor wrote:" as well."""
_REPLY: Final = r"(?:re|r|aw|antw|antwort|sv|vs|res|rép|ref)"
_FORWARD: Final = r"(?:fwd?|fw|wg|tr|rv|vb|enc|doorst|i)"
_MARK: Final = re.compile(
    rf"\s*(?:{_REPLY}|{_FORWARD})\s*(?:\[\d+\])?\s*:\s*", re.IGNORECASE
)
_IS_FORWARD: Final = re.compile(rf"\s*{_FORWARD}\s*(?:\[\d+\])?:", re.IGNORECASE)
_LIST: Final = re.compile(r"\s*\[[^\[\]]{1,40}\]\s*")
_OUTSIDE: Final = re.compile(r"\s*\[(?:ext|external|extern)\]:?\s*", re.IGNORECASE)
_LONGEST_COVER: Final = 150
"""Words of a person who forwards an article; more are an article of their own."""
_MOST_FORWARDS: Final = 20


class Headers(NamedTuple):
    """The headers of an older letter, as a mail program writes them into a newer."""

    sender: str = ""
    date: str = ""
    subject: str = ""


class Story(NamedTuple):
    """What of a letter is its story."""

    paragraphs: list[Paragraph]
    headers: Headers | None = None
    """Those of the letter that was forwarded."""
    quoted: int = 0
    """How many older letters are left out."""
    cover: str = ""
    """What was written by who forwarded it."""


class _Line(NamedTuple):
    words: str
    paragraph: int


class _Block(NamedTuple):
    """Headers in the midst of a text."""

    start: int
    end: int
    """Its lines, with the line above that says what follows."""
    is_forwarded: bool | None
    """None where only the subject of the letter can tell."""
    headers: Headers


def plain_subject(subject: str, *, is_list: bool) -> str:
    """A subject without "Re:", "Fwd:" and the name of a list.

    Args:
        subject: As the header has it.
        is_list: Whether the letter came by a list, which puts "[its name]" in front.
    """
    while True:
        shorter = _OUTSIDE.sub("", subject, count=1)
        found = _MARK.match(shorter)
        if not found and is_list:
            found = _LIST.match(shorter)
        shorter = shorter[found.end() :] if found else shorter
        if shorter == subject or not shorter.strip():
            return subject.strip()
        subject = shorter


def is_forward(subject: str) -> bool:
    """Whether a subject says that a letter is forwarded."""
    return _IS_FORWARD.match(subject) is not None


def says_forwarded(text: str) -> bool:
    """Whether a line says that a forwarded letter follows."""
    return any(_FORWARDED.fullmatch(line) for line in text.split("\n"))


def is_attribution(text: str) -> bool:
    """Whether a paragraph is "On … Jane Marsh wrote:" above a quoted letter."""
    return (
        len(text) < 600
        and text.rstrip().endswith(":")
        and _WROTE.fullmatch(text) is not None
    )


def story_of(paragraphs: Sequence[Paragraph], subject: str) -> Story:
    """The story of a letter: the forwarded article, else what is above older letters.

    Args:
        paragraphs: Those of the letter, with their line ends.
        subject: That of the letter.
    """
    story = Story(list(paragraphs))
    forwards = is_forward(subject)
    for _ in range(_MOST_FORWARDS):
        lines = _lines(story.paragraphs)
        block = _first_block(lines)
        if block is None:
            break
        before = _paragraphs(lines[: block.start], story.paragraphs)
        after = _paragraphs(lines[block.end :], story.paragraphs)
        words = " ".join(" ".join(text for text, _ in before).split())
        goes_on = forwards if block.is_forwarded is None else block.is_forwarded
        if words and (not goes_on or words.count(" ") >= _LONGEST_COVER or not after):
            return story._replace(paragraphs=before, quoted=story.quoted + 1)
        cover = " ".join(filter(None, (story.cover, words)))
        story = Story(after, block.headers, story.quoted, cover)
        forwards = forwards or is_forward(block.headers.subject)
    return _above_attribution(story)


def _above_attribution(story: Story) -> Story:
    """The story without the letter that it answers, if there are words above it."""
    for number, (text, _) in enumerate(story.paragraphs):
        if number and is_attribution(text):
            return story._replace(
                paragraphs=story.paragraphs[:number], quoted=story.quoted + 1
            )
    return story


def _lines(paragraphs: Iterable[Paragraph]) -> list[_Line]:
    return [
        _Line(line, number)
        for number, (text, _) in enumerate(paragraphs)
        for line in text.split("\n")
        if line.strip()
    ]


def _paragraphs(
    lines: Iterable[_Line], paragraphs: Sequence[Paragraph]
) -> list[Paragraph]:
    return [
        ("\n".join(line.words for line in group), paragraphs[number][1])
        for number, group in groupby(lines, key=lambda line: line.paragraph)
    ]


def _first_block(lines: Sequence[_Line]) -> _Block | None:
    """The first headers of an older letter: From, Subject and one more."""
    end = 0
    for number, line in enumerate(lines):
        if number < end or _label(line.words)[0] not in _FIRST:
            continue
        found, end = _labelled(lines, number)
        if len(found) < 3 or not found.keys() >= _NEEDED:
            continue
        start, forwarded = number, None
        while start and (
            _FORWARDED.fullmatch(above := lines[start - 1].words)
            or _ORIGINAL.fullmatch(above)
        ):
            start -= 1
            forwarded = True if _FORWARDED.fullmatch(above) else forwarded
        headers = Headers(found["from"], found.get("date", ""), found["subject"])
        return _Block(start, end, forwarded, headers)
    return None


def _labelled(lines: Sequence[_Line], start: int) -> tuple[dict[str, str], int]:
    """The headers from a line on, and where they end."""
    found: dict[str, str] = {}
    end = start
    for number, line in enumerate(lines[start : start + _MOST_HEADERS], start):
        label, words = _label(line.words)
        if label:
            found.setdefault(label, words)
            end = number + 1
        elif found.keys() >= _NEEDED or number - end >= _MOST_CONTINUED:
            break
    return found, end


def _label(line: str) -> tuple[str, str]:
    """Which header a line is, and what it says; empty where it is none."""
    found = _LABELLED.fullmatch(line + " ")
    label = _LABELS.get(found[1].lower(), "") if found else ""
    return (
        (label, found[2][:_LONGEST_HEADER].strip(" *\t"))
        if found and label
        else ("", "")
    )
