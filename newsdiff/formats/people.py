"""Who wrote it, as pages, feeds, exports and wires say it → people.

Posts, agencies, places and initials are no people: "By ANN POOLE, AP Business Writer"
is "ANN POOLE", "gr/bp" is nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from newsdiff.formats.extracts import one_line

_BY: Final = re.compile(
    r"^\W*(?:(?:written|reported|reporting|story|words|text|analysis|opinion|report)\s+)?"
    r"(?:by|von|par|por|di|da|av|af|door|écrit par|text)\b:?\s+",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\s*[;|•·\n/&=()]\s*|\s+(?:and|und|et|y|e|og|och|ja|with|avec|mit|con|met)\s+|\s+[-–—]\s+"
    r"|\s+By\s+(?=[^\W\d_])"
)
_JOB: Final = re.compile(
    r"\b(?:the|associated|press(?:e)?|reuters|afp|dpa|agenc\w+|agentur|news\w*|media"
    r"|writers?|reporters?|editors?|correspond\w+|korrespond\w+|redakt\w+|staff|desk"
    r"|university|institute|bureau|service|team|magazine|times|post|tribune|guardian"
    r"|contribut\w+|columnists?|analyst|photograph\w*|special"
    r"|agence|agencia|rédaction|redacción|freelance|producers?|chief|journalists?"
    r"|commentator|critic|online|admin(?:istrator)?|webmaster|presenter|fellow|intern"
    r"|head|director)\b",
    re.IGNORECASE,
)
_PLACE: Final = re.compile(
    r"\s+(?:(?:in|at|from|for|of)\s+.*|(?:à|aus|on)\s+[A-Z\d].*)$"
)
_NO_NAME: Final = re.compile(
    r".*(?:https?:|www\.|[@\d#]|\.\w{2,})|\W*$"
    r"|(?:by|anonym(?:ous|e)|unknown|none|null)$",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"[(<]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>]?")
_SUFFIX: Final = re.compile(r"(?:Jr|Sr|MD|PhD|II|III)\.?")
_PARTICLES: Final = frozenset(
    "de del della di da do dos das du des le la van von der den zu bin ibn al el y e i "
    "ter ten".split()
)
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_LONGEST: Final = 60
"""Characters of a name; what is longer is a sentence about somebody."""


def people_of(
    value: Any, *, outlet: str | None = None, surname_first: bool = False
) -> list[str]:
    """The people that are named as authors, in order, each once.

    Args:
        value: A byline ("By Jane Marsh; Health Correspondent"), an object with a
            `name`, or a list of them, as JSON-LD has them.
        outlet: Whose article it is: its own name is no author.
        surname_first: Whether "Marsh, Jane; Cole, Tom" is how a byline writes names.
    """
    own = (outlet or "").casefold()
    if surname_first and isinstance(value, str):
        value = [_turned(name.strip()) for name in value.split(";")]
    found: dict[str, str] = {}
    for name in _names(value):
        found.setdefault(name.casefold(), name)
    found.pop(own, None)
    return list(found.values())


def authors(*bylines: Any) -> str | None:
    """The people whom bylines name, joined by ", "; None where there is none."""
    return ", ".join(people_of(bylines)) or None


def _names(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (name for name in _named(value) if _is_name(name))
    elif isinstance(value, Mapping):
        name = value.get("name")  # an object's may be a nickname
        yield from _named(name) if isinstance(name, str) else _names(name)
    elif isinstance(value, Iterable):
        for each in value:
            yield from _names(each)


def _named(words: str) -> Iterator[str]:
    """What stands in a byline where a name may stand, but for posts and the like."""
    line = one_line(_MAIL.sub("", words).replace("\n", ";"))
    for piece in _BETWEEN.split(_BY.sub("", line)):
        for name in _at_commas(piece):
            person = _PLACE.sub("", _BY.sub("", name)).strip(" ,.:*^<-–—")
            if 1 < len(person) <= _LONGEST and not (
                _JOB.search(person) or _NO_NAME.match(person)
            ):
                yield person


def _at_commas(piece: str) -> list[str]:
    """The names of a list with commas; "Marsh, Jane" and "Orr, Jr." are one each."""
    parts = [part.strip() for part in piece.split(",") if part.strip()]
    is_turned = all(len(part.split()) == 1 for part in parts[:1]) and len(parts) == 2
    is_one = is_turned and not _JOB.search(parts[1]) and len(parts[1].split()) < 3
    return [piece] if is_one or _SUFFIX.fullmatch(parts[-1] if parts else "") else parts


def _is_name(piece: str) -> bool:
    """Whether words of a byline are a name by their form."""
    if not _LATIN.search(piece):  # scripts without capitals, or without blanks
        return 2 <= len(piece) <= 30
    words = piece.split()
    return 2 <= len(words) <= 6 and all(
        word[:1].isupper() or word.casefold() in _PARTICLES or "'" in word[:3]
        for word in words
    )


def _turned(name: str) -> str:
    """The given name first: "Jane Marsh"; what has no single comma stays."""
    surname, comma, given = name.partition(", ")
    return f"{given} {surname}" if comma and "," not in given else name
