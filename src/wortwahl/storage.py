"""Atomic writes, content keys and Parquet: the only module that writes a file."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from wortwahl import safety
from wortwahl.errors import InputError

# Floats in text tables are rounded, so that the last bit of a sum does not change a file.
DECIMALS = 6


def content_key(*parts: object) -> str:
    """Return a key of 16 hex digits for what the parts say.

    Each part is serialised as JSON with its type and length kept, so that ``("ab", "c")`` and
    ``("a", "bc")`` differ.
    """
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def file_key(path: str | Path) -> str:
    """Return the SHA-256 of a file's bytes, as hex."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def replacing(path: str | Path) -> Iterator[Path]:
    """Give a temporary path beside `path`, and rename it to `path` if the block succeeds.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    path = Path(path)
    try:
        handle, name = _temporary_beside(path)
    except OSError as error:
        raise InputError(
            f"this folder cannot be written ({error.strerror}).",
            where=str(path.parent),
            what_to_do="Choose another one with --out, or change its rights.",
        ) from error
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        # mkstemp makes a file for its owner only; what we write is meant to be shared.
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(path)
    except OSError as error:
        raise InputError(
            f"this file cannot be written ({error.strerror}).",
            where=str(path),
            what_to_do="Check the rights and the free space.",
        ) from error
    finally:
        temporary.unlink(missing_ok=True)


def _temporary_beside(path: Path, attempts: int = 5) -> tuple[int, str]:
    for left in reversed(range(attempts)):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
        except FileNotFoundError:
            # Another process may have found the new folder empty, and deleted it.
            if not left:
                raise
    raise AssertionError


def write_bytes(path: str | Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def write_text(path: str | Path, text: str) -> None:
    """Write a UTF-8 file with LF line ends, whole or not at all."""
    write_bytes(path, text.encode("utf-8"))


def write_json(path: str | Path, value: object) -> None:
    """Write indented JSON with sorted keys, whole or not at all."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, default=str) + "\n")


def write_parquet(table: pd.DataFrame, path: str | Path) -> None:
    """Write a table as Parquet, whole or not at all; the same table gives the same bytes."""
    with replacing(path) as temporary:
        table.to_parquet(temporary, index=False, compression="zstd")


def read_parquet(path: str | Path, columns: list[str] | None = None) -> pd.DataFrame:
    """Read a Parquet file that `write_parquet` wrote."""
    return pd.read_parquet(path, columns=columns)


def parquet_columns(path: str | Path) -> list[str]:
    """Return the names of a Parquet file's columns, without reading them."""
    return pq.read_schema(path).names


def csv_text(table: pd.DataFrame, formulas: bool = False) -> str:
    """Return a table as CSV text: comma, LF, ISO dates, floats rounded to six decimals.

    Parameters
    ----------
    table : DataFrame
        Any table; its index is not written.
    formulas : bool
        True leaves cells that a spreadsheet would run as they are; for programs that read the
        file back, never for people.
    """
    out = table.copy()
    for name in out.columns:
        column = out[name]
        if pd.api.types.is_float_dtype(column):
            out[name] = column.round(DECIMALS)
        elif pd.api.types.is_datetime64_any_dtype(column):
            out[name] = column.dt.strftime("%Y-%m-%d").fillna("")
        elif not formulas and not pd.api.types.is_numeric_dtype(column):
            out[name] = column.map(safety.sheet)
    if not formulas:
        out.columns = [safety.sheet(str(name)) for name in out.columns]
    return out.to_csv(index=False, lineterminator="\n")


def write_csv(table: pd.DataFrame, path: str | Path) -> None:
    """Write a table as UTF-8 CSV with a byte-order mark, so that Excel reads its umlauts."""
    write_text(path, "\ufeff" + csv_text(table))


def jsonl_text(table: pd.DataFrame) -> str:
    """Return a table as JSON lines: one object a row, ISO dates, umlauts as they are."""
    lines = table.to_json(orient="records", lines=True, date_format="iso", date_unit="s", force_ascii=False)
    return lines if not lines or lines.endswith("\n") else lines + "\n"
