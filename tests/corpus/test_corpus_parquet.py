"""Parquet tables."""

import datetime as dt

import pandas as pd
import pytest

from wortwahl.corpus.limits import Limits

TABLE = pd.DataFrame(
    {
        "Datum": [dt.datetime(2024, 6, 18, 12, 30), None],
        "Titel": ["Gipfel", None],
        "Volltext": ["Die Minister tagen.", "Ärger in Öhringen."],
        "reach": [1.5, float("nan")],
    }
)


@pytest.mark.parametrize("packed", [False, True])
def test_rows(put, records, tmp_path, packed):
    TABLE.to_parquet(tmp_path / "x")
    name, found, problems = records(put("a.bin", (tmp_path / "x").read_bytes(), packed=packed))
    assert name == "Parquet"
    assert [record.fields["Volltext"] for record in found] == TABLE["Volltext"].tolist()
    assert [record.row for record in found] == [1, 2]
    assert found[0].fields["Datum"] == dt.datetime(2024, 6, 18, 12, 30)
    assert not problems


@pytest.mark.parametrize("keep", [0.0, 0.3, 0.9, 0.999])
def test_a_truncated_file(put, records, tmp_path, keep):
    TABLE.to_parquet(tmp_path / "x")
    data = (tmp_path / "x").read_bytes()
    _, found, problems = records(put("a.parquet", data[: max(4, int(keep * len(data)))]))
    assert not found
    assert "damaged or cut off" in problems[0].problem
    assert "\n" not in problems[0].problem


def test_a_table_that_unpacks_to_too_much(put, records, tmp_path):
    pd.DataFrame({"text": ["x" * 20_000_000] * 2}).to_parquet(
        tmp_path / "x", compression="zstd", use_dictionary=False
    )
    _, found, problems = records(tmp_path / "x", limits=Limits(ratio=10))
    assert not found
    assert "unpacks to" in problems[0].problem


def test_nested_columns(put, records, tmp_path):
    pd.DataFrame({"text": ["Ja."], "authors": [[{"name": "Anna"}]]}).to_parquet(tmp_path / "x")
    _, found, _ = records(tmp_path / "x")
    assert found[0].fields == {"text": "Ja.", "authors": [{"name": "Anna"}]}
