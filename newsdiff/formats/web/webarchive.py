"""Web pages in one file, as Safari saves them (.webarchive: a property list)."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.parsers.expat import ExpatError

from newsdiff.errors import SourceError
from newsdiff.formats.extracts import Extract, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.web.pages import article_of
from newsdiff.formats.xml_trees import root_name

_KEY: Final = b"WebMainResource"
_BROKEN: Final = (
    *(plistlib.InvalidFileException, ExpatError, ValueError),
    *(OverflowError, TypeError, AttributeError, RecursionError, LookupError),
)
"""What plistlib raises of a list that is damaged."""


def recognises(probe: Probe, options: Options) -> bool:
    """Whether a file is a web archive."""
    del options
    is_list = probe.data.startswith(b"bplist") or root_name(probe.head) == "plist"
    return is_list and _KEY in probe.data


def extract(data: bytes, name: str, options: Options) -> Iterator[Extract]:
    """The article of a web archive.

    Raises:
        SourceError: It is damaged, or its page no article.
    """
    del options
    try:
        archive = plistlib.loads(data)
    except _BROKEN as error:
        message = f"{name} is a damaged web archive: save the page anew"
        raise SourceError(message) from error
    main = _mapping(_mapping(archive).get("WebMainResource"))
    page = main.get("WebResourceData")
    if not isinstance(page, bytes) or not _is_html(main):
        message = f"{name} holds no web page: save the page itself, not a picture of it"
        raise SourceError(message)
    yield article_of(
        page,
        name=name,
        url=_text(main, "WebResourceURL"),
        charset=_text(main, "WebResourceTextEncodingName"),
    )


def _is_html(resource: Mapping[str, Any]) -> bool:
    return "html" in (_text(resource, "WebResourceMIMEType") or "html")


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _text(resource: Mapping[str, Any], key: str) -> str | None:
    value = resource.get(key)
    return value if isinstance(value, str) else None
