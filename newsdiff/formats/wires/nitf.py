"""NITF: one story of an agency, with the namespace of 2006-10-18 or without.

Read with lxml: no kept reader takes whole text (`xmltodict` loses the names in it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.dates import stated_date
from newsdiff.formats.elements import (
    attribute,
    children,
    cut,
    first,
    local,
    named,
    stated,
)
from newsdiff.formats.extracts import About, Extracted, Options, extract_of, language_of
from newsdiff.formats.headlines import headed, same
from newsdiff.formats.markup import Paragraph
from newsdiff.formats.people import authors
from newsdiff.formats.registry import Probe
from newsdiff.formats.wires.stories import (
    Passage,
    Story,
    marked_up,
    without_end,
)
from newsdiff.formats.wires.withheld import KILLED, NOTE, note_of, state_of
from newsdiff.formats.xml_trees import root_name, story_xml
from newsdiff.model import Role

_IN_HTML: Final = {
    "hl1": "h2",
    "hl2": "h2",
    "block": "div",
    "body.content": "div",
    "bq": "blockquote",
    "credit": "p",
    "datasource": "p",
    "media": "figure",
    "media-caption": "figcaption",
    "nitf-table": "div",
    "note": "aside",
    "fn": "aside",
    "tagline": "p",
}
"""Elements of NITF by the names that HTML has for the same."""
_SILENT: Final = (
    "media-producer",
    "media-reference",
    "media-metadata",
    "media-object",
    "nitf-table-metadata",
    "custom-table",
    "pronounce",
    "alt-code",
    "byline",
    "dateline",
    "copyrite",
)
"""Elements in a text that are none of it."""
_STAMP: Final = re.compile(r"[\d\s:/.,TZ+-]+")
"""A dateline that holds a time alone."""
_KILL: Final = re.compile(r"^\W*(?:mandatory )?kill\b", re.IGNORECASE)


def recognises(probe: Probe, options: Options) -> bool:
    """Whether the first element is that of NITF."""
    del options
    return root_name(probe.head) == "nitf"


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The story in a document of NITF.

    Args:
        data: The file.
        name: What to call it in messages.
        options: Not asked.

    Raises:
        SourceError: It is damaged, or has no text.
    """
    del options
    root, damage = story_xml(data, name)
    story = story_of(root)
    if not story.paragraphs:
        message = f"{name} has no text: it is an NITF document without a story in it"
        raise SourceError(message)
    yield extract_of(story.paragraphs, about=story.about, notes=(*damage, *story.notes))


def story_of(root: Any) -> Story:
    """The story in an element of NITF.

    Args:
        root: The element `nitf`, or one that has what is in it; changed.
    """
    has_advisory = _without_advisories(root)
    head = first(root, "docdata")
    hedline = first(root, "hedline")
    headline = stated(first(root, "hl1") if hedline is None else _main(hedline))
    keywords = _keywords(root)
    under = [
        words
        for line in (() if hedline is None else named(hedline, "hl2"))
        if (words := stated(line)) and not _is_keyword(words, headline, keywords)
    ]
    bylines = [_byline(line) for line in named(root, "byline")]
    place = _place(root)
    summary = stated(first(root, "abstract"))
    body = _body(root)
    passage = marked_up(_as_html(body)) if body is not None else None
    paragraphs = without_end(passage.paragraphs) if passage else []
    advisory = (NOTE,) * has_advisory
    notes = [*_states(root, head), *advisory, *(passage.notes if passage else ())]
    if summary and not paragraphs:
        notes.append("only the summary of this story is in the file")
        paragraphs = [(summary, None)]
    elif summary and not any(same(summary, p[0]) for p in paragraphs):
        notes.append("left out: 1 summary that stands beside the text")
    title = headline or stated(next(_titles(root), None))
    title, text = headed(title, paragraphs, under=under)
    has_body = bool(paragraphs)
    if place and has_body and not _begins(paragraphs, place):
        at = sum(role in (Role.HEADLINE, Role.SUBHEADING) for _, role in text[:2])
        text.insert(at, (place, Role.DATELINE))
    return Story(
        paragraphs=tuple(text) if has_body else (),
        about=_about(root, head, title, authors(*bylines)),
        notes=tuple(dict.fromkeys(notes)),
    )


def passage_in(root: Any) -> tuple[Passage, About]:
    """The text of an element of NITF inside another format, and what it says of itself.

    Its headline is not among the paragraphs: the format around it has one.
    """
    story = story_of(root)
    text = (p for p in story.paragraphs if p[1] is not Role.HEADLINE)
    return Passage(tuple(text), story.notes), story.about


def _without_advisories(root: Any) -> bool:
    """Takes out notes that may not be published; whether there were any."""
    advisories = [n for n in named(root, "note") if n.get("type") == "npa"]
    for note in advisories:
        cut(note)
    return bool(advisories)


def _body(root: Any) -> Any | None:
    """The text: a note in the head may have a body of its own before it."""
    bodies = list(named(root, "body.content"))
    if local(root) == "body.content":
        return root
    bodies.sort(key=lambda b: local(b.getparent()) != "body")
    return next((b for b in bodies if local(b.getparent()) != "note"), None)


def _main(hedline: Any) -> Any | None:
    return first(hedline, "hl1")


def _titles(root: Any) -> Iterator[Any]:
    return (t for head in children(root, "head") for t in children(head, "title"))


def _keywords(root: Any) -> set[str]:
    keys = (attribute(e, "key") for e in named(root, "keyword", "key-list", "du-key"))
    return {key.casefold() for key in keys if key}


def _is_keyword(words: str, headline: str | None, keywords: set[str]) -> bool:
    """Whether a second headline is a mere label."""
    shouts = words.isupper() and len(words.split()) <= 5
    return words.casefold() in keywords or (
        shouts and headline is not None and not headline.isupper()
    )


def _byline(element: Any) -> str:
    """The words of a byline without the title that stands in an element of its own."""
    titles = list(named(element, "byttl", "virtloc"))
    for title in titles:
        cut(title)
    people = [words for p in named(element, "person") if (words := stated(p))]
    return ", ".join(people) or stated(element) or ""


def _place(root: Any) -> str | None:
    """Where a dateline says that a story is from; None for a mere time."""
    line = first(root, "dateline")
    if line is None:
        return None
    for date in list(named(line, "story.date")):
        cut(date)
    words = stated(line)
    return None if not words or _STAMP.fullmatch(words) else words


def _begins(paragraphs: list[Paragraph], place: str) -> bool:
    """Whether the text itself begins with its place."""
    opening = next((p for p, role in paragraphs if role is None), "")
    town = re.escape(place.split(maxsplit=1)[0].strip(","))
    return re.search(rf"\b{town}\b", opening[:80], re.IGNORECASE) is not None


def _as_html(body: Any) -> Any:
    """A body with the names of HTML, without what is none of the text."""
    for element in list(named(body, *_SILENT)):
        cut(element)
    for element in body.iter():
        if name := _IN_HTML.get(local(element)):
            element.tag = name
    return body


def _states(root: Any, head: Any | None) -> Iterator[str]:
    """What the document says of itself to editors."""
    if head is None:
        return
    if state := state_of(attribute(head, "management-status")):
        yield state
    for message in named(head, "ed-msg"):
        info = attribute(message, "info") or stated(message) or ""
        if _KILL.match(info) or attribute(message, "msg-type") == "kill":
            yield KILLED
        if note := note_of("note to editors", info):
            yield note
    for correction in named(head, "correction"):
        told_why = attribute(correction, "info") or stated(correction)
        yield (
            note_of("correction", told_why)
            or "it corrects a story that was sent before"
        )
    for change in named(root, "revision-history"):
        if note := note_of("revised", attribute(change, "comment")):
            yield note
    issued, released = _norm(head, "date.issue"), _norm(head, "date.release")
    if issued and released and released > issued:
        yield f"not for release before {released.replace('T', ' ')}"


def _norm(root: Any, name: str) -> str | None:
    element = first(root, name)
    words = attribute(element, "norm") or stated(element)
    return stated_date(words).iso if words else None


def _about(root: Any, head: Any | None, title: str | None, people: str | None) -> About:
    prints = (attribute(e, "date.publication") for e in named(root, "pubdata"))
    published = next(
        (
            date
            for date in (
                None if head is None else _norm(head, "date.issue"),
                *(stated_date(p).iso for p in prints if p),
                None if head is None else _norm(head, "date.release"),
                _norm(root, "story.date"),
            )
            if date
        ),
        None,
    )
    language = attribute(root, "baselang") or attribute(
        root, "{http://www.w3.org/XML/1998/namespace}lang"
    )
    return About(
        title=title,
        outlet=_outlet(root),
        author=people,
        published=published,
        language=language_of(language),
    )


def _outlet(root: Any) -> str | None:
    return (
        stated(first(root, "distributor"))
        or stated(first(root, "rights.owner"))
        or attribute(first(root, "doc.copyright"), "holder")
        or stated(first(root, "copyrite.holder"))
        or next(
            (n for p in named(root, "pubdata") if (n := attribute(p, "name"))), None
        )
    )
