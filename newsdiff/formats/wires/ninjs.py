"""ninjs 1, 2 and 3: news in JSON, one item, a list of them, or one a line.

The three spell the same things in three ways, and say of a body what it is not: what a
body is, is seen by looking at it. Several bodies of an item are one text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.dates import stated_date, update_of
from newsdiff.formats.decoding import decode
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
from newsdiff.formats.wires.nitf import passage_in
from newsdiff.formats.wires.stories import (
    Passage,
    Story,
    is_markup,
    opened,
    passage_of,
    without_end,
)
from newsdiff.formats.wires.withheld import NOTE, is_withheld, note_of, state_of
from newsdiff.formats.xml_trees import root_name, story_xml

_TEXT: Final = re.compile(rb'"(?:body_\w+|bodies|headlines?|headline_\w+)"\s*:')
_NEWS: Final = re.compile(
    rb'"(?:version[cC]reated|first[cC]reated|pub[sS]tatus|usage[tT]erms'
    rb'|representation[tT]ype|standard)"\s*:|"type"\s*:\s*"(?:text|picture|composite)"'
)
_OTHERS: Final = re.compile(rb"jsonfeed\.org/|schema\.org")
_LOOKED_AT: Final = 1_000_000
"""Bytes in which the names of a first item stand."""
_NOT_TEXTS: Final = {
    "picture": "a picture",
    "graphic": "a graphic",
    "video": "a video",
    "audio": "an audio recording",
    "animation": "an animation",
    "event": "an event",
    "planning": "a plan of coverage",
}
_BESIDE: Final = re.compile(r"teaser|summary|abstract|lead$|caption|push|social|short")
"""Roles of bodies that are not the whole text."""
_DEPTH: Final = 12
"""Levels of a document at which items are looked for."""
_NITF: Final = re.compile(r"<(?:\w+:)?(?:nitf|body\.content|hedline)\b")


def recognises(probe: Probe, options: Options) -> bool:
    """Whether bytes have the names of ninjs: a text, and what says it is news."""
    del options
    data = probe.data[:_LOOKED_AT]
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"{", b"[")):
        return False
    has_names = _TEXT.search(data) and _NEWS.search(data)
    return bool(has_names) and not _OTHERS.search(data[:4096])


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The items in a document of ninjs.

    Args:
        data: The file.
        name: What to call it in messages.
        options: Not asked.

    Raises:
        SourceError: It is no JSON, or has no item.
    """
    del options
    decoded = decode(data, name)
    items = [item for one in _documents(decoded.text, name) for item in _items(one, 0)]
    if not items:
        message = f"{name} is JSON without a news item that has a text"
        raise SourceError(message)
    for number, item in enumerate(items, 1):
        part = str(number) if len(items) > 1 else ""
        where = f"item {part} of {name}" if part else name
        story = _story(item, where)
        if isinstance(story, Story):
            notes = dict.fromkeys((*decoded.notes, *story.notes))
            yield extract_of(
                story.paragraphs, about=story.about, notes=notes, part=part
            )
        elif part:
            yield Unread(part, story)
        else:
            raise SourceError(story)


def _documents(text: str, name: str) -> Iterator[Any]:
    """The one document in a file, or one a line."""
    try:
        yield json.loads(text)
    except RecursionError as error:
        message = f"{name} is JSON nested too deep to be read"
        raise SourceError(message) from error
    except ValueError as error:
        documents = list(_lines(text))
        if not documents:
            message = f"{name} is damaged JSON ({error}): get it again"
            raise SourceError(message) from error
        yield from documents


def _lines(text: str) -> Iterator[Any]:
    for line in text.split("\n"):
        if line.lstrip().startswith("{"):
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                return


def _items(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """The items in a document: itself, or those in its lists and wrappers."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for one in value:
            yield from _items(one, depth + 1)
    elif isinstance(value, dict):
        if _is_item(value):
            yield value
            return
        for one in value.values():
            if isinstance(one, dict | list):
                yield from _items(one, depth + 1)


def _is_item(value: Mapping[str, Any]) -> bool:
    names = {key.lower() for key in value}
    has_text = any(n.startswith(("body_", "headline")) for n in names)
    is_news = {"uri", "guid", "type", "versioncreated", "pubstatus"} & names
    return (has_text or "bodies" in names) and bool(is_news)


class _Body(NamedTuple):
    role: str
    value: str


def _story(item: Mapping[str, Any], where: str) -> Story | str:
    """The story of an item, or why there is none."""
    lower = {key.lower(): value for key, value in item.items()}
    bodies = list(_valued(lower, "body", "bodies"))
    public = [body for body in bodies if not is_withheld(body.role)]
    secret = (NOTE,) if len(public) < len(bodies) else ()
    read = [one for body in public if (one := _read(body, where))[1].paragraphs]
    if not read:
        return _why(lower, where)
    _, passage, inner = _best(read)
    headline = _main(list(_valued(lower, "headline", "headlines"))) or (
        inner.title if inner else None
    )
    paragraphs, bylines, recast = opened(without_end(passage.paragraphs))
    title, text = headed(_plain(headline), paragraphs)
    notes = (*_states(lower), *recast, *secret, *passage.notes)
    return Story(tuple(text), _about(lower, title, bylines, inner), notes)


def _why(item: Mapping[str, Any], where: str) -> str:
    kind = str(item.get("type", ""))
    if kind in _NOT_TEXTS:
        return f"{where} is {_NOT_TEXTS[kind]}, not an article"
    return f"{where} has no text"


def _valued(item: Mapping[str, Any], prefix: str, plural: str) -> Iterator[_Body]:
    """The values of a thing that may have several: in a list, or by their names."""
    listed = item.get(plural)
    for one in listed if isinstance(listed, list) else ():
        if isinstance(one, dict) and isinstance(one.get("value"), str):
            role = one.get("role")
            kind = one.get("contenttype") or one.get("contentType") or ""
            yield _Body(f"{role or ''} {kind}".strip().lower(), one["value"])
    for key, value in item.items():
        if isinstance(value, str) and (key == prefix or key.startswith(f"{prefix}_")):
            yield _Body(key[len(prefix) + 1 :], value)


def _main(values: list[_Body]) -> str | None:
    """The main one of several headlines."""
    ranked = sorted(
        (v for v in values if v.value.strip() and not is_withheld(v.role)),
        key=lambda v: not (v.role == "" or v.role.startswith(("main", "text"))),
    )
    return ranked[0].value if ranked else None


def _plain(words: str | None) -> str | None:
    """A headline without the markup that may be in it."""
    if words and ("<" in words or "&" in words):
        return " ".join(text for text, _ in passage_of(f"<p>{words}</p>").paragraphs)
    return words


_Read = tuple[int, Passage, About | None]


def _read(body: _Body, where: str) -> _Read:
    """A body, what it says of itself, and how well it keeps its paragraphs."""
    beside = -10 * bool(_BESIDE.search(body.role))
    if _NITF.search(body.value[:2000]) or root_name(body.value[:4096]) == "nitf":
        root, _ = story_xml(body.value, where)
        return 1 + beside, *passage_in(root)
    passage = passage_of(body.value)
    return (2 if is_markup(body.value) else 0) + beside, passage, None


def _best(read: list[_Read]) -> _Read:
    """The one of several bodies that has the whole text and most of its form."""
    longest = max(passage.words for _, passage, _ in read)
    whole = [one for one in read if 2 * one[1].words >= longest]
    return max(whole, key=lambda one: one[0])


def _states(item: Mapping[str, Any]) -> Iterator[str]:
    if state := state_of(_words(item.get("pubstatus"))):
        yield state
    for name in ("embargoed", "embargoeduntil", "embargo"):
        if until := _words(item.get(name)):
            yield f"under embargo until {until.replace('T', ' ')}"
    for name, what in (("ednote", "note to editors"), ("usageterms", "terms of use")):
        if note := note_of(what, _words(item.get(name))):
            yield note


def _words(value: Any) -> str | None:
    """A value as words; the first of a list."""
    if isinstance(value, list):
        return next((w for one in value if (w := _words(one))), None)
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("value") or value.get("literal"))
    return value.strip() or None if isinstance(value, str) else None


def _about(
    item: Mapping[str, Any], title: str | None, bylines: list[str], inner: About | None
) -> About:
    sent, made, issued = (
        stated_date(words).iso if (words := _words(item.get(name))) else None
        for name in ("versioncreated", "firstcreated", "firstpublished")
    )
    published = issued or made or sent
    uri = _words(item.get("url")) or _words(item.get("uri")) or ""
    return About(
        title=title,
        outlet=_outlet(item) or (inner.outlet if inner else None),
        author=authors(_words(item.get("by")), _words(item.get("byline")))
        or authors(*bylines)
        or (inner.author if inner else None),
        published=published or (inner.published if inner else None),
        updated=update_of(sent, published),
        url=uri if re.match(r"https?://[^?\s]+$", uri) else None,
        language=language_of(_words(item.get("language"))),
    )


def _outlet(item: Mapping[str, Any]) -> str | None:
    names = ("source", "provider", "infosources", "infosource", "copyrightholder")
    return next((w for name in names if (w := _words(item.get(name)))), None)
