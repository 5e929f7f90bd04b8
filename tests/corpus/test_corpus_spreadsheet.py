"""Spreadsheets, written with openpyxl as a researcher's program would."""

import datetime as dt
import io

import openpyxl
import pytest
from made_up_exports import packed

from wortwahl.corpus import Limits, read_corpus, read_problems


def book(*sheets, hidden=()):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for number, rows in enumerate(sheets):
        sheet = workbook.create_sheet(f"Blatt {number}")
        for row in rows:
            sheet.append(row)
        sheet.sheet_state = "hidden" if number in hidden else "visible"
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


HEADER = ["Titel", "Datum", "Zeitung", "Volltext", "Haltung"]


def test_a_table(put, records):
    rows = [
        HEADER,
        ["Gipfel", dt.datetime(2024, 6, 18), "Der Bote", "Erster Absatz.\n\nZweiter „Absatz“.", 3],
        [],
        ["Rat", "19.06.2024", "Der Bote", "=1+1", None],
    ]
    reader, found, problems = records(put("a.xlsx", book(rows)))
    assert reader == "XLSX"
    assert [record.row for record in found] == [2, 4]
    assert found[0].fields["Haltung"] == 3
    assert not problems


def test_articles(put):
    rows = [
        ["Export vom 20.06.2024"],
        ["Suche: Genf", "zwei Treffer"],
        HEADER,
        ["Gipfel", 45461, "Der Bote", "Die Ministerin wartet.", "links"],
        ["Rat", "19.06.2024", "Der Bote", "Der Rat beschließt.", "rechts"],
    ]
    articles = read_corpus(put("a.xlsx", book(rows)))
    assert articles["date"].dt.strftime("%Y-%m-%d").tolist() == ["2024-06-18", "2024-06-19"]
    assert articles["Haltung"].tolist() == ["links", "rechts"]
    assert articles["text"].tolist() == ["Die Ministerin wartet.", "Der Rat beschließt."]


def test_each_sheet_that_is_shown(put):
    data = book([HEADER, ["A", "2024", "B", "Eins.", ""]], [HEADER, ["B", "2024", "B", "Zwei.", ""]],
                [HEADER, ["C", "2024", "B", "Drei.", ""]], hidden=(2,))  # fmt: skip
    articles = read_corpus(put("a.xlsx", data))
    assert articles[["text", "sheet"]].to_numpy().tolist() == [["Eins.", "Blatt 0"], ["Zwei.", "Blatt 1"]]


def test_a_formula_is_not_computed_and_text_that_looks_like_one_is_text(put):
    workbook = openpyxl.Workbook()
    workbook.active.append(HEADER)
    workbook.active.append(["Gipfel", "2024", "Der Bote", "x", "=HYPERLINK(1)"])
    workbook.active["D2"].value = "=cmd|' /C calc'!A0"
    workbook.active["D2"].data_type = "s"
    target = io.BytesIO()
    workbook.save(target)
    [row] = read_corpus(put("a.xlsx", target.getvalue())).to_dict("records")
    assert row["text"] == "=cmd|' /C calc'!A0"
    assert row["Haltung"] == ""


def test_a_table_without_a_text_column_is_named(put):
    path = put("a.xlsx", book([["Titel", "Datum"], ["Gipfel", "2024"]]))
    assert "the columns are: Titel, Datum" in read_problems(path)["problem"][0]
    assert len(read_corpus(path, columns={"Titel": "text"})) == 1


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_entities_are_refused(put, name):
    data = book([HEADER, ["A", "2024", "B", "Eins.", ""]])
    files = members(data)
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>'
    files[name] = bomb + files[name].split(b"?>", 1)[-1]
    [problem] = read_problems(put("a.xlsx", packed(files)))["problem"]
    assert "entities" in problem


def test_damage_and_bombs_are_one_problem(put):
    data = book([HEADER, ["A", "2024", "B", "Eins.", ""]])
    files = members(data)
    for content in (
        data[: len(data) // 2],
        packed(files | {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row>"}),
        packed(files | {"xl/workbook.xml": b"nichts"}),
        packed(files | {"xl/sharedStrings.xml": b" " * 40_000_000}),
    ):
        problems = read_problems(put("a.xlsx", content))
        assert len(problems) == 1, problems["problem"].tolist()
        assert "not read" in problems["problem"][0] or "damaged" in problems["problem"][0]
    assert "more than 3 files" in read_problems(put("a.xlsx", data), limits=Limits(members=3))["problem"][0]


def members(data):
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
