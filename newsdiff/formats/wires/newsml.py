"""NewsML-G2, and NewsML 1: messages, news items and packages of agencies.

Read with lxml: IPTC's own `newsmlg2` stops a headline at its first inline tag and has
no renditions to choose from. What a rendition or a role marks as not for publication
is taken out before anything is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.dates import stated_date, update_of
from newsdiff.formats.elements import (
    attribute,
    children,
    cut,
    first,
    local,
    named,
    stated,
)
from newsdiff.formats.extracts import (
    About,
    Extracted,
    Options,
    Unread,
    extract_of,
    language_of,
)
from newsdiff.formats.headlines import headed
from newsdiff.formats.people import authors
from newsdiff.formats.registry import Probe
from newsdiff.formats.wires.newsml1 import story_of as story_of_newsml1
from newsdiff.formats.wires.nitf import passage_in
from newsdiff.formats.wires.stories import (
    Passage,
    Story,
    marked_up,
    opened,
    passage_of,
    without_end,
)
from newsdiff.formats.wires.withheld import NOTE, is_withheld, note_of, prune, state_of
from newsdiff.formats.xml_trees import root_name, story_xml
from newsdiff.model import Role

_ROOTS: Final = ("newsMessage", "newsItem", "packageItem", "NewsML")
_NO_STORIES: Final = ("conceptItem", "knowledgeItem", "planningItem", "catalogItem")
"""What is sent in the same format and tells nothing yet."""
_FIRST: Final = frozenset(map(str.lower, (*_ROOTS, *_NO_STORIES)))
_TEXTS: Final = ("text", "main", "full", "fulltext", "original", "web", "print")
"""Renditions that are the story."""
_PARTS: Final = frozenset(
    "headline teaser title summary abstract caption slug slugline byline public "
    "keyword thumbnail preview short synopsis notes notepad".split()
)
"""Renditions that are a part of it, or stand beside it."""
_FURNITURE: Final = frozenset(
    "slugline publicationDate genre byline closingline notepad genrenote".split()
)
"""Classes of what stands over and under the text in XHTML of agencies."""
_NOTES: Final = {
    "correction": "correction",
    "correctionshort": "correction",
    "editorialnote": "note to editors",
    "public": "note to editors",
    "publicnote": "note to editors",
    "": "note to editors",
}
"""Roles of notes to editors that a reader is told."""
_KINDS: Final = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "an audio recording",
    "animation": "an animation",
}
"""Items that are no texts."""
_XML: Final = "{http://www.w3.org/XML/1998/namespace}lang"


def recognises(probe: Probe, options: Options) -> bool:
    """Whether the first element is a message or an item of NewsML."""
    del options
    return root_name(probe.head) in _FIRST


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The stories in a document of NewsML, those of packages inside it too.

    Args:
        data: The file.
        name: What to call it in messages.
        options: Not asked.

    Raises:
        SourceError: It is damaged, or has no story.
    """
    del options
    root, damage = story_xml(data, name)
    items = [e for e in root.iter() if local(e) in ("newsItem", "NewsItem")]
    packages = [e for e in root.iter() if local(e) == "packageItem"]
    if not items and not packages:
        message = f"{name} is a NewsML message without a story in it"
        raise SourceError(message)
    several = len(items) + bool(packages) > 1
    for number, item in enumerate(items, 1):
        part = str(number) if several else ""
        where = f"item {part} of {name}" if part else name
        story = _story(item, where)
        if isinstance(story, Story):
            yield extract_of(
                story.paragraphs,
                about=story.about,
                notes=dict.fromkeys((*damage, *story.notes)),
                part=part,
            )
        elif part:
            yield Unread(part, story)
        else:
            raise SourceError(story)
    if missing := _missing(packages, items):
        what = "1 item that is" if missing == 1 else f"{missing:,} items that are"
        why = f"the package refers to {what} not in {name}: open their files"
        if not items:
            raise SourceError(why)
        yield Unread("package", why)


def _missing(packages: list[Any], items: list[Any]) -> int:
    """How many items packages refer to that are not in the message."""
    there = {item.get("guid") for item in items}
    refs = {
        ref.get("residref") or ref.get("href")
        for package in packages
        for ref in named(package, "itemRef")
    }
    there |= {package.get("guid") for package in packages}
    return len(refs - there - {None})


def _story(item: Any, where: str) -> Story | str:
    """The story of an item, or why there is none."""
    if local(item) == "NewsItem":
        return story_of_newsml1(item) or f"{where} has no text"
    meta = first(item, "itemMeta")
    labels = [] if meta is None else [*children(meta, "role", "pubConstraint")]
    if any(is_withheld(_label(e)) for e in labels):
        return f"{where} is marked by its agency as not for publication"
    has_secret = prune(item)
    contents = first(item, "contentSet")
    passage, inner = _best(contents) if contents is not None else (Passage(), None)
    has_text = any(role is not Role.HEADLINE for _, role in passage.paragraphs)
    if not has_text:
        return _why(item, contents, where, has_secret or NOTE in passage.notes)
    headline, under = _headlines(item)
    paragraphs, bylines, recast = opened(without_end(passage.paragraphs))
    headline = headline or (inner.title if inner else None)
    title, text = headed(headline, paragraphs, under=under)
    secret = (NOTE,) * has_secret
    notes = [*_states(item), *recast, *secret, *passage.notes]
    about = _about(item, title, bylines)
    if inner:
        about = _filled(about, inner)
    return Story(tuple(text), about, tuple(notes))


def _filled(about: About, inner: About) -> About:
    """What the item says, and where it says nothing, what the text in it says."""
    return replace(
        about,
        outlet=about.outlet or inner.outlet,
        author=about.author or inner.author,
        published=about.published or inner.published,
        language=about.language or inner.language,
    )


def _why(item: Any, contents: Any | None, where: str, has_secret: bool) -> str:
    if has_secret:
        return f"{where} has no text but what its agency marks as not for publication"
    kind = _tail(_label(first(item, "itemClass")))
    if kind in _KINDS:
        return f"{where} is {_KINDS[kind]}, not an article"
    if contents is not None and first(contents, "remoteContent") is not None:
        return f"{where} has its text in another file: open that"
    return f"{where} has no text"


def _best(contents: Any) -> tuple[Passage, About | None]:
    """The text of a story from its renditions: markup before plain, long before short.

    Returns:
        Its paragraphs, and what they say of themselves.
    """
    read: list[tuple[tuple[bool, int, int], Passage, About | None]] = []
    for one in children(contents, "inlineXML", "inlineData"):
        rendition = _tail(one.get("rendition") or one.get("renditionuri") or "")
        if rendition in _PARTS:
            continue
        passage, inner = _rendition(one)
        rank = (
            local(one) == "inlineXML",
            -_TEXTS.index(rendition) if rendition in _TEXTS else -len(_TEXTS),
            passage.words,
        )
        if passage.paragraphs:
            read.append((rank, passage, inner))
    if not read:
        return Passage(), None
    _, passage, inner = max(read, key=lambda one: one[0])
    return passage, inner


def _rendition(content: Any) -> tuple[Passage, About | None]:
    if local(content) == "inlineData":
        return passage_of(content.text or "".join(content.itertext())), None
    inside = first(content, "nitf", "body.content")
    if inside is not None:
        return passage_in(inside)
    kind = (content.get("contenttype") or "").lower()
    html = first(content, "html", "body")
    if html is None and "html" not in kind and "text" not in kind:
        return Passage(), None  # results, figures, events: no text
    body = content if html is None else html
    byline = _take_furniture(body)
    inner = About(author=authors(byline)) if byline else None
    return marked_up(body), inner


def _take_furniture(body: Any) -> str | None:
    """Takes out what stands round the text; the byline that was there."""
    byline = None
    for element in list(body.iterdescendants()):
        classes = set((element.get("class") or "").split())
        if "byline" in classes:
            byline = stated(element)
        if classes & _FURNITURE:
            cut(element)
    return byline


def _headlines(item: Any) -> tuple[str | None, list[str]]:
    """The main headline, and the lines under it."""
    meta = first(item, "contentMeta")
    if meta is None:
        return None, []
    lines = [
        (_tail(e.get("role") or ""), words)
        for e in children(meta, "headline")
        if (words := stated(e))
    ]
    under = [w for role, w in lines if "sub" in role]
    main = [w for role, w in lines if "sub" not in role]
    return (main[0] if main else None), under


def _states(item: Any) -> Iterator[str]:
    meta = first(item, "itemMeta")
    if meta is None:
        return
    if state := state_of(_label(first(meta, "pubStatus"))):
        yield state
    if until := stated(first(meta, "embargoed")):
        yield f"under embargo until {until.replace('T', ' ')}"
    for signal in children(meta, "signal"):
        if _tail(_label(signal)) == "correction":
            yield "it corrects a story that was sent before"
    for note in children(meta, "edNote"):
        what = _NOTES.get(_tail(note.get("role") or ""))
        if what and (said := note_of(what, stated(note))):
            yield said


def _about(item: Any, title: str | None, bylines: list[str]) -> About:
    meta = first(item, "contentMeta")
    language = attribute(first(item, "language"), "tag") or item.get(_XML)
    created, changed = _dates(item)
    return About(
        title=title,
        outlet=_outlet(item),
        author=(None if meta is None else authors(*_by(meta))) or authors(*bylines),
        published=created,
        updated=update_of(changed, created),
        language=language_of(language),
    )


def _by(meta: Any) -> list[str | None]:
    return [stated(e) for e in children(meta, "by")]


def _dates(item: Any) -> tuple[str | None, str | None]:
    """When a story was first sent, and when this version of it."""
    first_sent, sent, made = (
        stated_date(words).iso if (words := stated(first(item, name))) else None
        for name in ("firstCreated", "versionCreated", "contentCreated")
    )
    return first_sent or made or sent, sent


def _outlet(item: Any) -> str | None:
    meta = first(item, "contentMeta")
    credit = None if meta is None else stated(next(children(meta, "creditline"), None))
    if credit:
        return credit.strip(" -–—/")
    names = [
        name
        for kind in ("provider", "infoSource", "copyrightHolder")
        for element in named(item, kind)
        if (name := stated(first(element, "name")) or attribute(element, "literal"))
    ]
    names.sort(key=lambda name: "." in name and " " not in name)  # addresses last
    return names[0] if names else None


def _label(element: Any | None) -> str:
    """What an element is a reference to."""
    values = (attribute(element, a) for a in ("qcode", "uri", "literal"))
    return next((v for v in values if v), "")


def _tail(label: str) -> str:
    """The last piece of a code: "text" of "rnd:text"."""
    return label.replace("/", ":").replace("#", ":").rpartition(":")[2].strip().lower()
