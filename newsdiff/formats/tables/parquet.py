"""Parquet: one article a row, read in batches, only the columns that are needed.

Its reader is large and few need it: it is an extra of newsdiff.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.extracts import Extracted, Options
from newsdiff.formats.registry import Probe
from newsdiff.formats.tables.columns import (
    Columns,
    Row,
    articles,
    columns_of,
    day_first,
    may_be_numeric,
)

_MARK: Final = b"PAR1"
_BATCH: Final = 256
"""Rows read at a time."""


def recognises(probe: Probe, options: Options) -> bool:
    """Whether bytes begin as Parquet does."""
    del options
    return probe.data.startswith(_MARK)


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in a file of Parquet, one a row, in its order.

    Args:
        data: The file.
        name: What to call it in messages.
        options: The columns that a person names.

    Raises:
        SourceError: Its reader is not installed, it is damaged, a named column is not
            there, no row has a text.
    """
    try:
        from pyarrow import ArrowException, BufferReader, py_buffer
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        message = (
            f"{name} is a Parquet file, and what reads those is not installed: "
            "pip install 'newsdiff[parquet]'"
        )
        raise SourceError(message) from error
    try:
        file = ParquetFile(BufferReader(py_buffer(data)))
        columns = columns_of(file.schema_arrow.names, options, name)
        days_first = _days_first(file, columns)
        rows = _rows(file, columns.used)
        yield from articles(rows, columns, name, days_first=days_first)
    except (ArrowException, OSError, UnicodeDecodeError) as error:
        why = " ".join(str(error).split())[:100]
        message = f"{name} is damaged Parquet ({why}): get it again"
        raise SourceError(message) from error


def _days_first(file: Any, columns: Columns) -> bool | None:
    """Whether its dates in figures begin with the day."""
    column = columns.date
    if column is None:
        return None
    dates = (row[column] for row in _rows(file, [column]))
    if not may_be_numeric(next((value for value in dates if value), None)):
        return None
    return day_first(row[column] for row in _rows(file, [column]))


def _rows(file: Any, columns: list[str]) -> Iterator[Row]:
    import pyarrow as pa

    for batch in file.iter_batches(batch_size=_BATCH, columns=columns):
        values = []
        for column in columns:
            array = batch.column(column)
            if pa.types.is_timestamp(array.type):  # Python has no nanoseconds
                array = array.cast(pa.timestamp("us", array.type.tz), safe=False)
            values.append(array.to_pylist())
        for row in zip(*values, strict=True):
            yield dict(zip(columns, row, strict=True))
