"""What a newsletter says about itself: unsubscribe, view in browser, who got it.

Such words are also those of stories ("Customers who tried to unsubscribe …"), so that
a paragraph is a notice only if it begins like one or if the words are a link, and is
short.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Any, Final

from newsdiff.formats.markup import Paragraph

_LINK_MARK: Final = "\ue0fe"
"""Put before the words of a link that only a notice has."""
_LINKS: Final = (
    r"unsubscribe|opt[ -]out|why did i get this|add us to your .{1,30}",
    r"(?:manage|update|change|edit)\b.{0,30}\b(?:preferences|settings|profile)",
    r"(?:manage|update|change|edit)\b.{0,30}\bsubscriptions?",
    r"(?:e-?mail|communication) preferences|forward (?:this|to a friend)",
    r"(?:view|read|see|open)\b.{0,30}\b(?:browser|online|web)|web version",
    r"privacy (?:policy|notice|statement)|terms (?:of|and)\b.{0,20}",
    r"abmelden|abbestellen|(?:im|in) browser\b.*|.*\bim browser \w+",
    r"se désabonner|désinscri\w+|désabonn\w+|.*navigateur",
    r"darse de baja|cancelar (?:la )?suscripción|.*navegador",
    r"disiscri\w+|annulla (?:l[’'])?iscrizione|.*nel (?:tuo )?browser",
    r"uitschrijven|afmelden|.*in (?:uw|je) browser",
    r"cancelar (?:a )?(?:inscrição|subscrição)",
)
_LINK: Final = re.compile("|".join(_LINKS), re.IGNORECASE)
_YOU: Final = (
    r"if you (?:no longer|don[’']?t|do not|would (?:like|prefer)|wish|want|are having"
    r"|have trouble|can[’']?(?:no)?t)\b.{0,80}"
    r"\b(?:e-?mails?|newsletters?|unsubscribe|browser|messages?)\b"
)
_BEGINNINGS: Final = (
    _YOU,
    r"to unsubscribe|unsubscribe(?:\W|$)|you(?:[’']re| are) receiving th",
    r"you received this (?:e-?mail|message|newsletter)",
    r"this (?:e-?mail|message|newsletter) was sent",
    r"having trouble (?:viewing|reading|with this)",
    r"was this (?:e-?mail |newsletter )?forwarded|did someone forward",
    r"our (?:mailing |postal )?address|add \S+@\S+ to your",
    r"copyright (?:©|\(c\)|\d)|©|\(c\) ?\d{4}|all rights reserved",
    r"(?:view|read|open|see) (?:this|it|in|the)\b.{0,40}\b(?:browser|online)\b",
    r"no longer w(?:ish|ant) to receive|sent from my \w+",
    r"manage your (?:e-?mail|subscription|preferences)",
    r"sie erhalten dies|falls sie dies|wenn sie (?:dies|kein)",
    r"vom newsletter ab|(?:abmelden|abbestellen)\b",
    r"vous recevez ce|si cet? .{0,60}s[’']affiche",
    r"(?:si )?vous ne (?:souhaitez|voyez|parvenez|pouvez)",
    r"(?:se )?désabonner|(?:se )?désinscrire",
    r"recibes? este|si no (?:desea|puede|ves)\b|darse de baja",
    r"ricevi questa|disiscriviti|u ontvangt de|uitschrijven|afmelden\b",
)
_BEGINNING: Final = re.compile(rf"\W*(?:{'|'.join(_BEGINNINGS)})", re.IGNORECASE)
_LONGEST: Final = 60
"""Words of the longest notice."""
_LONGEST_END: Final = 120
"""Words below the first notice at the end of a letter: addresses, companies."""
_NAME: Final = "mailing notice"


def mark_links(tree: Any) -> None:
    """Mark the links of notices, so that their paragraphs are known later."""
    for link in tree.iter("a"):
        words = " ".join("".join(link.itertext()).split())
        if len(words) <= 80 and _LINK.fullmatch(words.strip(" .›»→|[]()")):
            link.text = _LINK_MARK + (link.text or "")


def without_notices(
    paragraphs: Sequence[Paragraph], counts: Counter[str]
) -> list[Paragraph]:
    """Paragraphs without notices, and without what stands below them at the end.

    Args:
        paragraphs: Those of a letter, their links marked.
        counts: What is left out is added here.
    """
    notices = [_is_notice(text) for text, _ in paragraphs]
    above = [0, *accumulate(len(text.split()) for text, _ in paragraphs)]
    for number, is_notice in enumerate(notices):
        below = above[-1] - above[number]
        if is_notice and below <= min(_LONGEST_END, above[number]):
            notices[number:] = [True] * (len(notices) - number)
            break
    counts[_NAME] += sum(notices)
    return [
        (text.replace(_LINK_MARK, ""), role)
        for (text, role), is_notice in zip(paragraphs, notices, strict=True)
        if not is_notice
    ]


def _is_notice(text: str) -> bool:
    if len(text.split()) > _LONGEST:
        return False
    return _LINK_MARK in text or _BEGINNING.match(text) is not None
