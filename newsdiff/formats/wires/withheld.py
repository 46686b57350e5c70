"""What an agency sends to newsrooms and not to readers: contacts, notes marked so.

None of it may be shown. That something was left out is said, not what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from newsdiff.formats.elements import cut, local
from newsdiff.formats.markup import Paragraph

NOTE: Final = "left out: what its agency marks as not for publication"
KILLED: Final = "its agency has killed this story: it is not to be used"
_CANCELLED: Final = "its agency has cancelled this story: it is not to be used"
_STATES: Final = {
    "canceled": _CANCELLED,
    "cancelled": _CANCELLED,
    "withdrawn": _CANCELLED,
    "killed": KILLED,
    "kill": KILLED,
    "withheld": "its agency withholds this story: it is not to be used",
    "embargoed": "its agency has put this story under embargo",
}
"""What the states that agencies give a story mean to its reader."""
_ATTRIBUTES: Final = ("rendition", "role", "constraint")
"""What the names of attributes that say so contain, in any namespace and spelling."""
_SECRET: Final = re.compile(
    r"non[-_.\s]?publi|not[-_.\s]?(?:for|intended|to)|unpublish|internal|contact"
    r"|private|confidential|restricted|nicht[-_.\s]?öff",
    re.IGNORECASE,
)
_SECRET_CLASS: Final = re.compile(
    r"non[-_.]?publi|not[-_.]?for[-_.]?publi|(?<![a-z])contacts?(?![a-z])",
    re.IGNORECASE,
)
"""Stricter: a class of a web page is called by what it looks like, too."""
_SECTIONS: Final = frozenset(
    "section div p ul ol dl li table tr aside header footer span block".split()
)
_CONTACT: Final = re.compile(
    r"[\w.+-]+@[\w-]+\.\w|(?:tel|phone|mobile|mob|fax|telefon)\b\.?:?\s*[+(\d]"
    r"|\+\d[\d\s()/.-]{6,}|(?<!\d)\(?\d{3,5}\)?[ /-]\d{3,}[ -]?\d{3,}",
    re.IGNORECASE,
)
"""An address or a number at which a person is reached."""
_EDS: Final = re.compile(r"^\W*eds:\s*", re.IGNORECASE)
_SENTENCES: Final = re.compile(r"(?<=[.!?;])\s+|\n+")
_CLOSED: Final = re.compile(
    r"^\W*(?:(?:the|this|these|all|following|above|die|diese|folgenden?|editorial)\s+)*"
    r"(?:(?:information(?:en)?|notes?|details?|hinweise|angaben)\s+)?"
    r"(?:(?:is|are|ist|sind)\s+)?"
    r"(?:not (?:intended )?(?:for|to be) publi\w+"
    r"|nicht zur (?:veröffentlichung|publikation)(?: bestimmt| vorgesehen)?"
    r"|no (?:es )?para (?:su )?publicaci[óo]n|ne pas publier)\W*$"
    r"|^##?\s*(?:(?:editorial|dpa) )?(?:contacts?|ansprechpartner|kontakte?)\s*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line from which on a text is not for publication."""


def is_withheld(*labels: str | None) -> bool:
    """Whether a rendition, a role or a constraint says "not for publication"."""
    return any(label and _SECRET.search(label) for label in labels)


def prune(element: Any) -> bool:
    """Takes all that is not for publication out of an element.

    Args:
        element: Of lxml; changed in place.

    Returns:
        Whether there was any.
    """
    marked = [e for e in element.iterdescendants() if _is_marked(e)]
    for one in marked:
        cut(one)
    return bool(marked)


def _is_marked(element: Any) -> bool:
    return any(
        _says(local(element), name.rpartition("}")[2].lower(), value)
        for name, value in element.attrib.items()
    )


def _says(element: str, attribute: str, value: str) -> bool:
    if attribute == "class":
        return element in _SECTIONS and bool(_SECRET_CLASS.search(value))
    return any(a in attribute for a in _ATTRIBUTES) and is_withheld(value)


_REACHED: Final = re.compile(
    r"\W*(?:ihre? )?(?:ansprechpartner\w*|kontakte?|(?:press|media|editorial )?"
    r"contacts?|pressekontakt|editors can reach)\b\W*:.*",
    re.IGNORECASE | re.DOTALL,
)
"""A paragraph that says whom to call."""
_RULE: Final = re.compile(r"[*_\s-]*")


def public_paragraphs(
    paragraphs: Iterable[Paragraph],
) -> tuple[list[Paragraph], bool]:
    """Paragraphs up to where they say that the rest is not for publication.

    Returns:
        Those, without lines that say whom to call, and whether anything was left out.
    """
    kept: list[Paragraph] = []
    has_secret = False
    for paragraph in paragraphs:
        if _CLOSED.match(paragraph[0]):
            while kept and _RULE.fullmatch(kept[-1][0]):
                kept.pop()
            return kept, True
        if _REACHED.fullmatch(paragraph[0]) and _CONTACT.search(paragraph[0]):
            has_secret = True
        else:
            kept.append(paragraph)
    return kept, has_secret


def public_part(text: str) -> tuple[str, bool]:
    """A text up to where it says that the rest is not for publication.

    Returns:
        That part, and whether there was a rest.
    """
    found = _CLOSED.search(text)
    return (text[: found.start()].rstrip("*_- \n"), True) if found else (text, False)


def without_contacts(words: str) -> str | None:
    """An editor's note without the sentences that say where a person is reached."""
    public, _ = public_part(words)
    kept = [s for s in _SENTENCES.split(public) if s and not _CONTACT.search(s)]
    return " ".join(" ".join(kept).split()) or None


def state_of(label: str | None) -> str | None:
    """What a state says ("stat:canceled", a whole address); None for "usable"."""
    return _STATES.get(re.split(r"[:/#]", label or "")[-1].strip().lower())


def note_of(what: str, words: str | None) -> str | None:
    """A note to editors as the reader is told it: "note to editors: adds a quote"."""
    told = without_contacts(_EDS.sub("", words)) if words else None
    return f"{what}: {told}" if told else None
