"""Parquet tables, row group by row group."""

import io
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from wortwahl.corpus.limits import HARMLESS
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "Parquet"
VERSION = "1"

_MAGIC = b"PAR1"
_BATCH = 500


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the file begins as Parquet does."""
    return raw.head.startswith(_MAGIC)


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a row; rows count from 1.

    A truncated file has lost its index, which stands at the end, so that none of it can be read.
    """
    try:
        content = raw.content()
        table = pq.ParquetFile(io.BytesIO(content))
        unpacked = sum(table.metadata.row_group(i).total_byte_size for i in range(table.num_row_groups))
        if unpacked > max(HARMLESS, len(content) * raw.limits.ratio):
            yield Problem(
                0,
                f"the table unpacks to {unpacked:,} bytes, from {len(content):,}.",
                "Raise the limits if you trust it.",
            )
            return
        row = 0
        for batch in table.iter_batches(batch_size=_BATCH):
            for fields in batch.to_pylist():
                row += 1
                yield Record(row, fields)
    except LongLineError as error:
        yield Problem(0, f"the table is too large: {error}.", "Divide it into several files.")
    except (pa.ArrowException, OSError, ValueError, OverflowError) as error:
        why = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        yield Problem(0, f"the Parquet file is damaged or cut off ({why}).", "Write or copy it again.")
