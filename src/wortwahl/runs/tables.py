"""The files of a run's tables: CSV beside the report, Parquet in `data/processed/runs`."""

import shutil
from pathlib import Path

import pandas as pd

from wortwahl import storage


def write_tables(tables: dict[str, pd.DataFrame], folder: Path) -> None:
    """Write tables as CSV that a spreadsheet opens rightly."""
    for name, table in tables.items():
        storage.write_csv(table, folder / f"{name}.csv")


def write_parquets(tables: dict[str, pd.DataFrame], folder: Path) -> None:
    """Write tables as Parquet, for pandas, R or DuckDB."""
    for name, table in tables.items():
        storage.write_parquet(table, folder / f"{name}.parquet")


def copy_speech(files: list[Path], folder: Path) -> None:
    """Put the speech of all articles, where it was asked for, beside the other tables."""
    for number, file in enumerate(files):
        with storage.replacing(folder / "speech" / f"part-{number:05d}.parquet") as temporary:
            shutil.copyfile(file, temporary)
