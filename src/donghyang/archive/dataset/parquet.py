"""A table of the data set as Parquet, where the extra `dataset` is installed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from donghyang.archive.dataset.tables import Table, Value


def can_write() -> bool:
    """Whether the extra is installed."""
    return find_spec("pyarrow") is not None


def as_parquet(table: Table, rows: Sequence[tuple[Value, ...]]) -> bytes:
    """The rows as a Parquet file, compressed; the same rows give the same bytes."""
    import pyarrow as pa
    from pyarrow import parquet

    kinds = {
        "text": pa.string(), "json": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(),
        "date": pa.date32(),
    }  # fmt: skip
    fields = [pa.field(column.name, kinds[column.kind], metadata={"says": column.says}) for column in table.columns]
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(fields)
    data = [pa.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
    made = io.BytesIO()
    parquet.write_table(pa.Table.from_arrays(data, schema=pa.schema(fields)), made, compression="zstd")
    return made.getvalue()
