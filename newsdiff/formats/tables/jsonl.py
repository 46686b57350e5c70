"""JSON: an object a line, a list of objects, one object, or a list in a wrapper.

Read object by object, so that a long file gives its first article at once.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.decoding import decode
from newsdiff.formats.extracts import Extracted, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.tables.columns import (
    Row,
    articles,
    columns_of,
    day_first,
    has_articles,
    may_be_numeric,
    words_of,
)

_SAMPLE: Final = 262_144
_ROWS: Final = 20
"""Objects that are looked at to see which names they have."""
_WHOLE: Final = 20_000_000
"""Bytes up to which a file is read whole to recognise it: one object, or a wrapper."""
_BETWEEN: Final = re.compile(r"[\s,]*")
_DECODER: Final = json.JSONDecoder()
_OTHERS: Final = ("jsonfeed.org/", "schema.org", "geojson", '"$schema"')
_WRAPPERS: Final = ("articles", "items", "data", "results", "docs", "documents", "hits")


def recognises(probe: Probe, options: Options) -> bool:
    """Whether bytes are JSON whose objects have a text."""
    if any(other in probe.head for other in _OTHERS):
        return False
    start = probe.data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if start not in (b"{", b"["):
        return False
    sample = probe.data[:_SAMPLE].decode("utf-8", errors="replace").lstrip("\ufeff")
    rows = list(islice(_rows(sample), _ROWS))
    if not rows and len(probe.data) <= _WHOLE:
        whole = probe.data.decode("utf-8", errors="replace").lstrip("\ufeff")
        rows = list(islice(_rows(whole), _ROWS))
    return has_articles(rows, options)


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in a file of JSON, one an object, in its order.

    Args:
        data: The file.
        name: What to call it in messages.
        options: The names that a person gives.

    Raises:
        SourceError: It is no JSON, a given name is in no object, none has a text.
    """
    decoded = decode(data, name)
    rows = _rows(decoded.text)
    first = list(islice(rows, _ROWS))
    if not any(first):
        message = f"{name} is damaged JSON: none of its objects can be read"
        raise SourceError(message)
    columns = columns_of(_names(first), options, name)
    days_first = None
    if columns.date:
        dates = (r.get(columns.date) for r in _rows(decoded.text) if r)
        if may_be_numeric(next((d for d in dates if d), None)):
            column = columns.date
            days_first = day_first(r.get(column) for r in _rows(decoded.text) if r)
    yield from articles(
        chain(first, rows),
        columns,
        name,
        days_first=days_first,
        notes=decoded.notes,
    )


def _names(rows: list[Row | None]) -> list[str]:
    """The names that objects have, those with a value first."""
    names: dict[str, bool] = {}
    for row in rows:
        for name, value in (row or {}).items():
            names[name] = names.get(name, False) or words_of(value) is not None
    return sorted(names, key=lambda name: not names[name])


def _rows(text: str) -> Iterator[Row | None]:
    """The objects in a text; None for a line that is damaged."""
    first_line = text.lstrip().partition("\n")[0]
    if _is_object(first_line) and "\n" in text.strip():
        yield from _of_lines(text)
    elif text.lstrip().startswith("["):
        yield from _of_list(text, text.index("[") + 1)
    else:
        for one in _of_list(text, 0):
            yield from _unwrapped(one)


def _of_lines(text: str) -> Iterator[Row | None]:
    for line in text.split("\n"):
        if line.strip():
            value = _parsed(line)
            yield value if isinstance(value, dict) else None


def _of_list(text: str, start: int) -> Iterator[Row | None]:
    """Objects with white space and commas between; the last may be cut."""
    found = _BETWEEN.match(text, start)
    at = found.end() if found else start
    while at < len(text) and text[at] == "{":
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        yield value
        found = _BETWEEN.match(text, at)
        at = found.end() if found else at


def _unwrapped(value: Row | None) -> Iterator[Row | None]:
    """The objects in a wrapper ("articles": […]); a value that is none itself."""
    for name in _WRAPPERS:
        inside = value.get(name) if value else None
        if isinstance(inside, list) and inside and isinstance(inside[0], Mapping):
            yield from (one if isinstance(one, Mapping) else None for one in inside)
            return
    yield value


def _is_object(line: str) -> bool:
    return isinstance(_parsed(line), dict)


def _parsed(line: str) -> Any:
    try:
        return _DECODER.decode(line.strip())
    except (ValueError, RecursionError):
        return None
