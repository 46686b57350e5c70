"""Letters and mailboxes: newsletters, and articles that somebody forwarded.

A letter is one article; a letter attached to it is another. What a reply quotes is left
out, what a forwarded letter has is the story. Attachments are named, never opened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from email.message import Message
from email.utils import parseaddr
from typing import TYPE_CHECKING, Final

from newsdiff.errors import SourceError
from newsdiff.formats.addresses import is_page
from newsdiff.formats.dates import stated_date
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
from newsdiff.formats.headlines import headed, same
from newsdiff.formats.mail.bodies import Body, body_of
from newsdiff.formats.mail.history import Headers, Story, plain_subject, story_of
from newsdiff.formats.mail.letters import (
    header,
    is_letter,
    is_mailbox,
    letters_in,
    parsed,
    sender,
)
from newsdiff.formats.mail.notices import without_notices
from newsdiff.formats.markup import Paragraph
from newsdiff.formats.syndicated import without_links_on
from newsdiff.model import Role

if TYPE_CHECKING:
    from newsdiff.formats.registry import Probe

_COVER: Final = 40
"""Words of a letter that only sends others along."""
_EARLY: Final = 60
"""Words above the headline of a letter, at most."""
_LONGEST_HEADLINE: Final = 200
_BY_LIST: Final = re.compile(r"(?P<author>.+?)\s+via\s+(?P<outlet>.+)")
_LIST_NAME: Final = re.compile(r"\s*\"?(?P<name>[^<>\"]+?)\"?\s*<[^<>]*>\s*")
_CODE: Final = re.compile(r"[0-9a-f]{16,}|mc list", re.IGNORECASE)
"""What a machine calls a list."""


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a file is a letter that was sent, or a mailbox: by its headers."""
    return is_letter(probe.data)


def extract(data: bytes, name: str, _options: Options) -> Iterator[Extracted]:
    """The letters of a file, in its order, each with those attached to it behind it.

    Args:
        data: The file.
        name: What to call it in messages.

    Raises:
        SourceError: Nothing of it can be read.
    """
    if is_mailbox(data):
        for number, letter in enumerate(letters_in(data), 1):
            try:
                yield from _of_letter(letter, str(number), f"letter {number} of {name}")
            except SourceError as error:
                yield Unread(str(number), str(error))
        return
    found = [one for letter in letters_in(data) for one in _of_letter(letter, "", name)]
    unread = [one for one in found if isinstance(one, Unread)]
    if len(unread) == len(found) and unread:
        raise SourceError(unread[0].why)
    yield from found


def _of_letter(data: bytes, part: str, name: str) -> Iterator[Extracted]:
    from newsdiff.formats.mail.archives import articles_in

    try:
        message = parsed(data, name)
        sent: list[Extracted] = []
        with suppress(SourceError):  # it looks like such an export, and is a letter
            sent = list(articles_in(message, part, name))
        yield from sent or _of_message(message, part, name)
    except RecursionError:
        words = f"{name} has parts in parts without end: save its text by itself"
        raise SourceError(words) from None


def _of_message(
    message: Message, part: str, name: str, cover: str = ""
) -> Iterator[Extracted]:
    body = body_of(message, name)
    subject = header(message, "Subject")
    story = story_of(body.paragraphs, subject)
    counts = Counter(body.left_out)
    counts["quoted letter"] += story.quoted
    cleaned = list(without_links_on(without_notices(story.paragraphs, counts), counts))
    words = sum(len(text.split()) for text, _ in cleaned)
    sends_along = bool(body.letters) and words <= _COVER
    if sends_along:
        cover = one_line(" ".join(text for text, _ in cleaned))
    elif words:
        notes = [*_notes(body, story, cover), left_out(counts)]
        about, paragraphs = _letter(message, body, story, cleaned)
        yield extract_of(paragraphs, about=about, notes=notes, part=part)
    elif not body.letters:
        yield Unread(part, _why(body, name))
    for number, letter in enumerate(body.letters, 1):
        is_alone = sends_along and len(body.letters) == 1
        inner = part if is_alone else f"{part}.{number}".lstrip(".")
        yield from _of_message(letter, inner, name, cover if sends_along else "")


def _why(body: Body, name: str) -> str:
    if body.attachments:
        files = ", ".join(body.attachments)
        return f"{name} has no text, only attachments: save and open them ({files})"
    return f"{name} has no text: there is no article in it"


def _notes(body: Body, story: Story, cover: str) -> Iterator[str]:
    yield from body.notes
    words = " ".join(filter(None, (cover, one_line(story.cover))))
    if words:
        yield f"left out, the words of who forwarded it: “{words}”"
    if body.attachments:
        yield f"attachments, not opened: {', '.join(body.attachments)}"


def _letter(
    message: Message, body: Body, story: Story, paragraphs: Sequence[Paragraph]
) -> tuple[About, list[Paragraph]]:
    """What is known of a letter, and its paragraphs below its headline."""
    headers = story.headers or Headers(
        date=header(message, "Date"), subject=header(message, "Subject")
    )
    is_list = bool(message.get("List-Id") or message.get("List-Post"))
    subject = plain_subject(headers.subject, is_list=is_list)
    author, outlet = _who(message, story.headers)
    title, text = headed(
        _headline(paragraphs, outlet) or one_line(subject),
        (p for p in paragraphs if p[1] is None or not same(p[0], outlet)),
    )
    published = stated_date(headers.date)
    archived = header(message, "Archived-At").strip("<> ")
    about = About(
        title=title,
        outlet=outlet or None,
        author=author or None,
        published=published.iso,
        unsure_date=published.unsure,
        url=archived if is_page(archived) and not story.headers else None,
        language=language_of(body.language or header(message, "Content-Language")),
    )
    return about, text


def _headline(paragraphs: Sequence[Paragraph], outlet: str) -> str:
    """The only headline of a letter, near its top; empty where there is none."""
    found: list[str] = []
    above = 0
    for text, role in paragraphs:
        words = one_line(text)
        if role is Role.HEADLINE and words.casefold() != outlet.casefold():
            found.append(words if above <= _EARLY else "")
        above += len(words.split())
    is_one = len(found) == 1 and len(found[0]) <= _LONGEST_HEADLINE
    return found[0] if is_one else ""


def _who(message: Message, forwarded: Headers | None) -> tuple[str, str]:
    """Author and outlet of a letter: who sent it first, or the list it came by."""
    if forwarded:
        words = re.sub(r"\s*[<\[(]?(?:mailto:)?\S+@\S+[>\])]*", "", forwarded.sender)
        name = parseaddr(forwarded.sender)[0] if "<" in forwarded.sender else words
        name = name.strip(" \"'") or words
    else:
        name = sender(message) or _list_name(header(message, "List-Id"))
    found = _BY_LIST.fullmatch(name)
    return (found["author"], found["outlet"]) if found else ("", name)


def _list_name(words: str) -> str:
    found = _LIST_NAME.fullmatch(words)
    return found["name"] if found and not _CODE.search(found["name"]) else ""
