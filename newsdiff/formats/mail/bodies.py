"""A letter's parts → paragraphs of its text, letters in it, and what else it has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.errors import CloseBoundaryNotFoundDefect
from email.message import Message
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.charsets import decode_declared, decode_markup
from newsdiff.formats.mail.history import says_forwarded
from newsdiff.formats.mail.letters import decoded_words, legible
from newsdiff.formats.mail.notices import mark_links, without_notices
from newsdiff.formats.mail.plain import paragraphs_of
from newsdiff.formats.markup import Paragraph, Walk
from newsdiff.formats.syndicated import count_pixels

_ENCRYPTED: Final = ("multipart/encrypted", "application/pkcs7-mime")
_ENCRYPTED_TOO: Final = "application/x-pkcs7-mime"
_LETTERS: Final = ("message/rfc822", "message/global", "message/news")
_IGNORED: Final = frozenset(
    "text/x-amp-html text/rfc822-headers message/delivery-status "
    "message/disposition-notification message/feedback-report message/external-body "
    "message/global-delivery-status application/pgp-signature "
    "application/pkcs7-signature application/x-pkcs7-signature".split()
)
"""Parts that are nothing to a reader."""
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all"
    r"|(?:max-height|font-size)\s*:\s*0(?:px|em|pt|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
_OF_CLASS: Final = "contains(concat(' ', @class, ' '), ' {} ')"
_QUOTES: Final = (
    ".//blockquote[@type='cite'] | .//*["
    + " or ".join(
        _OF_CLASS.format(name)
        for name in (
            "gmail_quote",
            "yahoo_quoted",
            "moz-cite-prefix",
            "protonmail_quote",
        )
    )
    + "]"
)
_SIGNATURES: Final = (
    ".//*[@id='Signature' or "
    + " or ".join(
        _OF_CLASS.format(name) for name in ("gmail_signature", "moz-signature")
    )
    + "]"
)
_NEARLY: Final = 0.9
"""The share of the words of the plain text that the HTML has, at least, if it is the
whole letter. The plain text is often only "View this in your browser"."""


@dataclass(frozen=True, slots=True)
class Body:
    """What a letter has."""

    paragraphs: tuple[Paragraph, ...] = ()
    """With their line ends; the links of notices are marked."""
    left_out: Counter[str] = field(default_factory=Counter)
    attachments: tuple[str, ...] = ()
    """Their names."""
    letters: tuple[Message, ...] = ()
    """Letters that are attached to it."""
    notes: tuple[str, ...] = ()
    language: str = ""


def body_of(part: Message, name: str) -> Body:
    """The text of a letter, and what else is in it.

    Args:
        part: The letter, or a part of it.
        name: What to call it in messages.

    Raises:
        SourceError: It is encrypted.
    """
    kind = part.get_content_type()
    if kind in _ENCRYPTED or kind == _ENCRYPTED_TOO:
        message = f"{name} is encrypted: open it in a mail program and save its text"
        raise SourceError(message)
    if kind in _LETTERS and part.is_multipart():
        return Body(letters=tuple(_parts(part)[:1]))
    if kind in _IGNORED:
        return Body()
    if part.is_multipart():
        return _of_parts(part, name)
    is_attached = part.get_content_disposition() == "attachment"
    file = decoded_words(legible(part.get_filename() or ""))
    if is_attached or kind.partition("/")[0] not in ("text", "multipart"):
        is_inline = part.get("Content-ID") and not is_attached
        return Body(attachments=() if is_inline else (file or f"a part of {kind}",))
    return _of_text(part, kind, name)


def _parts(part: Message) -> list[Message]:
    payload = part.get_payload()
    listed: list[Any] = payload if isinstance(payload, list) else []
    return [one for one in listed if isinstance(one, Message)]


def _of_parts(whole: Message, name: str) -> Body:
    kind = whole.get_content_type()
    bodies = [body_of(part, name) for part in _parts(whole)]
    texts = [body for body in bodies if body.paragraphs]
    if kind == "multipart/alternative":
        texts = [_best(texts)] if texts else []
    elif kind == "multipart/related":
        texts = texts[:1]  # the others are what the first shows
    left_out: Counter[str] = Counter()
    for body in texts:
        left_out.update(body.left_out)
    return Body(
        paragraphs=tuple(one for body in texts for one in body.paragraphs),
        left_out=left_out,
        attachments=tuple(one for body in bodies for one in body.attachments),
        letters=tuple(one for body in bodies for one in body.letters),
        notes=tuple(
            dict.fromkeys([*_faults(whole), *(n for body in texts for n in body.notes)])
        ),
        language=next((body.language for body in texts if body.language), ""),
    )


def _faults(part: Message) -> Iterator[str]:
    if any(isinstance(fault, CloseBoundaryNotFoundDefect) for fault in part.defects):
        yield "the letter ends in the middle: its text may be cut"
    elif part.defects:
        yield "the letter is damaged: what can be read is read"


def _best(bodies: list[Body]) -> Body:
    """The last, which should be the best, if it is whole."""
    measured = [(_words(body), body) for body in bodies]
    enough = _NEARLY * max(words for words, _ in measured)
    return next(body for words, body in reversed(measured) if words >= enough)


def _words(body: Body) -> int:
    """How many words a letter says, notices apart."""
    said = without_notices(body.paragraphs, Counter())
    return sum(len(text.split()) for text, _ in said)


def _of_text(part: Message, kind: str, name: str) -> Body:
    raw = part.get_payload(decode=True)
    if not isinstance(raw, bytes) or not raw.strip():
        return Body()
    charset = part.get_content_charset()
    is_html = kind == "text/html"
    try:
        read = decode_markup if is_html else decode_declared
        decoded = read(raw, name, charset)
    except SourceError:  # it is no text, whatever its headers say
        return Body(attachments=(f"a part of {kind} that is none",))
    counts: Counter[str] = Counter()
    text = decoded.text.replace("\0", "")
    if is_html:
        paragraphs, language = _of_html(text, counts)
    else:
        language = ""
        paragraphs = [
            (text, None)
            for text in paragraphs_of(
                text,
                counts,
                is_flowed=_parameter(part, "format") == "flowed",
                deletes_space=_parameter(part, "delsp") == "yes",
            )
        ]
    notes = (*_faults(part), *decoded.notes)
    return Body(tuple(paragraphs), counts, notes=notes, language=language)


def _parameter(part: Message, name: str) -> str:
    value = part.get_param(name)
    return value.lower() if isinstance(value, str) else ""


def _of_html(text: str, counts: Counter[str]) -> tuple[list[Paragraph], str]:
    """The paragraphs of HTML without what is hidden, and its language."""
    walk = Walk(counts)
    tree = walk.body(text)
    if tree is None:
        return [], ""
    count_pixels(tree, counts)
    for element in list(tree.iter()):
        if element is not tree and _is_hidden(element):
            counts["hidden passage"] += bool("".join(element.itertext()).strip())
            element.drop_tree()
    counts["signature"] += _drop(tree, _SIGNATURES)
    lines = (text for text, _ in Walk().paragraphs(tree))
    if not any(map(says_forwarded, lines)):
        counts["quoted letter"] += _drop(tree, _QUOTES)
    mark_links(tree)
    language = tree.getparent().get("lang") or tree.get("lang") or ""
    return list(walk.paragraphs(tree)), language


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or bool(
        _HIDDEN.search(element.get("style") or "")
    )


def _drop(tree: Any, path: str) -> int:
    """Drop elements, unless nothing would be left; how many were dropped."""
    found = [one for one in tree.xpath(path) if "".join(one.itertext()).strip()]
    inside = set(found)
    outer = [one for one in found if not inside & set(one.iterancestors())]
    words = len("".join(tree.itertext()).split())
    dropped = sum(len("".join(one.itertext()).split()) for one in outer)
    if dropped >= words:
        return 0
    for one in outer:
        one.drop_tree()
    return len(outer)
