"""CSV with commas, semicolons, tabs or bars: one article a row.

`csv.Sniffer` takes prose for a table. Here one is a table where its first row names a
column with a text, no name begins with a blank, and the rows below are as wide (but
for one in ten).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.decoding import decode
from newsdiff.formats.extracts import Extracted, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.tables.columns import (
    Row,
    articles,
    columns_of,
    day_first,
    is_of_articles,
    may_be_numeric,
)

_DELIMITERS: Final = ",;\t|"
_FIELD: Final = 50_000_000
"""Characters that a field may have; the standard library stops at 131,072."""
_SAMPLE: Final = 262_144
"""Bytes by which a table is recognised, unless its first row is longer."""
_LONG_SAMPLE: Final = 4_000_000
_ROWS: Final = 50
"""Rows that are looked at."""
_BATCH: Final = 200
"""Rows read at a time, while the limit of fields is raised for the whole program."""
_NAME: Final = re.compile(r"\w(?:[^\x00-\x1f.!?]|\.(?=\w)){0,59}")
_SEPARATOR: Final = re.compile(r"sep=(.)\n")
"""A line of Excel that names the delimiter."""


_Quoting = Literal[0, 3]
"""`csv.QUOTE_MINIMAL` and `csv.QUOTE_NONE`, as the standard library has their types."""
_QUOTES: Final[_Quoting] = 0
_NO_QUOTES: Final[_Quoting] = 3


class _Table(NamedTuple):
    names: list[str]
    delimiter: str
    quoting: _Quoting
    skipped: int
    """Characters before the first row."""


def recognises(probe: Probe, options: Options) -> bool:
    """Whether bytes are a table that has a column with a text, for sure."""
    sample = probe.data[:_SAMPLE]
    if b"\0" in sample[:2000] and not sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    is_cut = len(sample) < len(probe.data)
    if table := _table(_text(sample), options, is_cut=is_cut):
        return table is not None
    first_line, *rest = probe.head.split("\n", 1)
    if not is_cut or not rest:
        return False
    if not any(is_of_articles(first_line.split(d), options) for d in _DELIMITERS):
        return False
    long = probe.data[:_LONG_SAMPLE]
    is_cut = len(long) < len(probe.data)
    return _table(_text(long), options, is_cut=is_cut) is not None


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in a table, one a row, in its order.

    Args:
        data: The file.
        name: What to call it in messages.
        options: The columns that a person names.

    Raises:
        SourceError: It is no table, a named column is not there, no row has a text.
    """
    decoded = decode(data if _is_wide(data) else data.replace(b"\0", b""), name)
    table = _table(decoded.text, options, is_cut=False)
    if table is None:
        message = f"{name} is no table with a row of column names: save it as CSV again"
        raise SourceError(message)
    columns = columns_of(table.names, options, name)
    rows = _mappings(decoded.text, table)
    days_first = None
    if columns.date and may_be_numeric(
        next(_column(decoded.text, table, columns.date), "")
    ):
        days_first = day_first(_column(decoded.text, table, columns.date))
    yield from articles(rows, columns, name, days_first=days_first, notes=decoded.notes)


def _column(text: str, table: _Table, name: str) -> Iterator[str]:
    """The values of a column that are not empty."""
    rows = _mappings(text, table)
    return (value for row in rows if row and (value := row[name]))


def _is_wide(data: bytes) -> bool:
    """Whether bytes are UTF-16, where every other one is 0."""
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:4096].count(0) > 1000


def _text(data: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            text = data.decode(encoding, errors="replace")
            break
    else:
        text = data.decode("utf-8", errors="replace")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _table(text: str, options: Options, *, is_cut: bool) -> _Table | None:
    """The table that a text is; None where it is none.

    Args:
        text: All of it, or its beginning.
        options: The column of the text that a person names.
        is_cut: Whether the last row may be cut.
    """
    separator = _SEPARATOR.match(text)
    skipped = separator.end() if separator else 0
    for delimiter in separator[1] if separator else _DELIMITERS:
        for quoting in (_NO_QUOTES, _QUOTES) if delimiter == "\t" else (_QUOTES,):
            found = islice(_read(text, skipped, delimiter, quoting), _ROWS + is_cut)
            rows = list(found)
            if is_cut and len(rows) <= _ROWS:
                rows = rows[:-1]
            if quoting == _NO_QUOTES and _has_quotes(rows):
                continue
            if _is_table(rows[:_ROWS], options):
                names = [name.strip() for name in rows[0]]
                return _Table(names, delimiter, quoting, skipped)
    return None


def _has_quotes(rows: list[list[str]]) -> bool:
    """Whether quotation marks stand round fields, so that they are none of the text."""
    widths = {len(row) for row in rows}
    around = any(f[:1] == '"' == f[-1:] and len(f) > 1 for row in rows for f in row)
    return around or len(widths) > 1


def _is_table(rows: list[list[str]], options: Options) -> bool:
    if len(rows) < 2 or len(rows[0]) < 2 or not rows[0]:
        return False
    names, below = rows[0], rows[1:]
    if any(name != name.lstrip() for name in names) or len(set(names)) < len(names):
        return False
    if not all(_NAME.fullmatch(name) for name in names[not names[0] :]):
        return False
    odd = sum(len(row) != len(names) for row in below)
    return is_of_articles(names, options) and odd * 10 <= len(below)


def _mappings(text: str, table: _Table) -> Iterator[Row | None]:
    """The rows below the first; None for one of another width."""
    for row in islice(
        _read(text, table.skipped, table.delimiter, table.quoting), 1, None
    ):
        is_whole = len(row) == len(table.names)
        yield dict(zip(table.names, row, strict=True)) if is_whole else None


def _read(
    text: str, start: int, delimiter: str, quoting: _Quoting
) -> Iterator[list[str]]:
    """The rows of a text that are not empty.

    The longest field that is read is a setting of the whole program: it is raised only
    while rows are read.
    """
    lines = io.StringIO(text, newline="")
    lines.seek(start)
    reader = csv.reader(lines, delimiter=delimiter, quoting=quoting)
    is_over = False
    while not is_over:
        batch: list[list[str]] = []
        before = csv.field_size_limit(_FIELD)
        try:
            batch.extend(islice(reader, _BATCH))
            is_over = not batch
        except csv.Error:  # a field without an end
            is_over = True
        finally:
            csv.field_size_limit(before)
        yield from (row for row in batch if row)
