"""Factiva exports as XML: `ppsarticle`, with the namespace of Factiva or another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.elements import words_of
from newsdiff.formats.exports.factiva import article
from newsdiff.formats.extracts import Extracted, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.xml_trees import story_xml, without_prolog

_ARTICLE: Final = re.compile(
    r"(?:<[^<>]*+>\s*+){0,9}?<(?:[\w-]+:)?ppsarticle\b", re.IGNORECASE
)
"""With what may be around it: the answer of a service, a list."""
_FIELDS: Final = {
    "HD": "headline",
    "BY": "byline",
    "SN": "sourceName",
    "LA": "baseLanguage",
    "PD": "publicationDate",
    "ET": "publicationTime",
    "CX": "corrections",
    "ART": "artWork",
}
"""The elements that hold what the codes of other exports do."""
_INDENTED: Final = re.compile(r"\n(?=[ \t]{2,}\S)|\n[ \t]*\n")


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it is XML that begins with an article of Factiva: none that cites one."""
    del options
    return _ARTICLE.match(without_prolog(probe.head)) is not None


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as XML, as `Format.extract` says."""
    del options
    root, notes = story_xml(data, name)
    found = list(_articles(root))
    if not found:
        message = f"{name} has no article of Factiva: export the articles again as XML"
        raise SourceError(message)
    for number, element in enumerate(found, 1):
        fields = {
            code: words
            for code, tag in _FIELDS.items()
            if (words := words_of(element.find(f"{{*}}{tag}")))
        }
        body = [
            words
            for tag in ("leadParagraph", "tailParagraphs")
            for part in element.findall(f"{{*}}{tag}")
            for words in _paragraphs(part)
        ]
        yield article(fields, body, str(number), notes)


def _articles(root: Any) -> Iterator[Any]:
    """The article elements, as many as a damaged file has."""
    for outer in root.iter("{*}ppsarticle"):
        yield from outer.findall("{*}article")


def _paragraphs(part: Any) -> Iterator[str]:
    """The paragraphs of a lead or a tail, marked as such or only indented."""
    if part.find("{*}paragraph") is None:
        yield from _INDENTED.split("".join(part.itertext()))
    for paragraph in part.findall("{*}paragraph"):
        yield words_of(paragraph)
