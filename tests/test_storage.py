"""Writes are whole or not at all, and the same table gives the same bytes."""

from pathlib import Path

import pandas as pd
import pytest

from wortwahl import storage
from wortwahl.errors import InputError


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    storage.write_text(path, "old")
    with pytest.raises(RuntimeError), storage.replacing(path) as temporary:
        temporary.write_text("half")
        raise RuntimeError("power cut")
    assert path.read_text("utf-8") == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["table.csv"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("x")
    with pytest.raises(InputError, match="cannot be written"):
        storage.write_text(blocker / "report.html", "x")


def test_content_key_tells_parts_apart() -> None:
    assert storage.content_key("ab", "c") != storage.content_key("a", "bc")
    assert storage.content_key(1) != storage.content_key("1")
    assert storage.content_key({"a": 1, "b": 2}) == storage.content_key({"b": 2, "a": 1})


def test_csv_is_rounded_guarded_and_leaves_its_input(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"=outlet": ["=1+1", "Süd"], "share": [1 / 3, None], "date": pd.to_datetime(["2024-06-18", None])}
    )
    before = table.copy(deep=True)
    text = storage.csv_text(table)
    pd.testing.assert_frame_equal(table, before)
    assert text == "'=outlet,share,date\n'=1+1,0.333333,2024-06-18\nSüd,,\n"
    storage.write_csv(table, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_csv_for_programs_keeps_what_stands() -> None:
    assert storage.csv_text(pd.DataFrame({"a": ["=1"]}), formulas=True) == "a\n=1\n"


def test_parquet_is_the_same_twice(tmp_path: Path) -> None:
    table = pd.DataFrame({"text": ["„Überfall“", ""], "n": [1, 2]})
    storage.write_parquet(table, tmp_path / "a.parquet")
    storage.write_parquet(table, tmp_path / "b.parquet")
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    pd.testing.assert_frame_equal(storage.read_parquet(tmp_path / "a.parquet"), table)
