"""NewsML 1, the format before NewsML-G2: one item of it.

An item is components in components; what is told stands in `NewsLines`, the text in
`DataContent`, as NITF, as HTML or as plain text. `newsml` recognises and opens it.
"""

from __future__ import annotations

from typing import Any

from newsdiff.formats.dates import stated_date, update_of
from newsdiff.formats.elements import attribute, first, named, stated
from newsdiff.formats.extracts import About, language_of
from newsdiff.formats.headlines import headed
from newsdiff.formats.people import authors
from newsdiff.formats.wires.nitf import passage_in
from newsdiff.formats.wires.stories import (
    Passage,
    Story,
    marked_up,
    opened,
    passage_of,
    without_end,
)
from newsdiff.formats.wires.withheld import NOTE, is_withheld, prune, state_of

_PICTURES = frozenset(("photo", "graphic", "video", "audio", "image", "animation"))


def story_of(item: Any) -> Story | None:
    """The story of an item; None where it has no text.

    Args:
        item: The element `NewsItem`; changed.
    """
    has_secret = prune(item) | _prune_roles(item)
    contents = [c for c in named(item, "ContentItem") if _is_text(c)]
    passages = [(p, a) for c in contents for p, a in [_passage(c)] if p.paragraphs]
    if not passages:
        return None
    passage, inner = max(passages, key=lambda one: one[0].words)
    headline = first(item, "HeadLine")
    lines = None if headline is None else headline.getparent()
    under = [] if lines is None else [stated(e) for e in named(lines, "SubHeadLine")]
    paragraphs, bylines, recast = opened(without_end(passage.paragraphs))
    title, text = headed(
        stated(headline) or (inner.title if inner else None),
        paragraphs,
        under=[line for line in under if line],
    )
    state = state_of(attribute(first(item, "Status"), "FormalName"))
    notes = (*((state,) if state else ()), *((NOTE,) if has_secret else ()))
    about = _about(item, title, inner, bylines)
    return Story(tuple(text), about, (*notes, *recast, *passage.notes))


def _prune_roles(item: Any) -> bool:
    """Takes out components that a role in them marks as not for publication."""
    secret = [
        e.getparent()
        for e in named(item, "Role")
        if is_withheld(attribute(e, "FormalName"))
    ]
    for component in secret:
        if (parent := component.getparent()) is not None:
            parent.remove(component)
    return bool(secret)


def _is_text(content: Any) -> bool:
    kind = attribute(first(content, "MediaType"), "FormalName") or "text"
    return kind.lower() not in _PICTURES and first(content, "DataContent") is not None


def _passage(content: Any) -> tuple[Passage, About | None]:
    data: Any = first(content, "DataContent")
    nitf = first(data, "nitf", "body.content")
    if nitf is not None:
        return passage_in(nitf)
    if len(data):
        body = first(data, "body")
        return marked_up(data if body is None else body), None
    return passage_of(data.text or ""), None


def _about(item: Any, title: str | None, inner: About | None, over: list[str]) -> About:
    sent, changed = (
        stated_date(words).iso if (words := stated(first(item, name))) else None
        for name in ("FirstCreated", "ThisRevisionCreated")
    )
    provider = first(item, "Provider", "Source")
    party = None if provider is None else first(provider, "Party")
    language = attribute(first(item, "Language"), "FormalName") or attribute(
        item, "{http://www.w3.org/XML/1998/namespace}lang"
    )
    bylines = [stated(e) for e in named(item, "ByLine")]
    return About(
        title=title,
        outlet=attribute(party, "FormalName") or stated(first(item, "ProviderId")),
        author=authors(*bylines) or authors(*over) or (inner.author if inner else None),
        published=sent or changed,
        updated=update_of(changed, sent) if sent else None,
        language=language_of(language),
    )
