import datetime
import io

import openpyxl
import pandas as pd
import pytest
from edge_results import tiny
from made_up_results import made_up

from wortwahl.report.results import Results
from wortwahl.report.sheets import NAME_LIMIT, to_xlsx


@pytest.fixture(scope="module")
def book():
    results = made_up(outlets=3, months=3)
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(Results(results), "de")))


def test_the_tables_are_not_changed():
    results = Results(tiny())
    before = {name: table.copy() for name, table in results.tables.items()}
    to_xlsx(results)
    for name, table in before.items():
        pd.testing.assert_frame_equal(results.tables[name], table)


def test_a_sheet_a_table_after_the_contents(book):
    assert book.sheetnames[0] == "Inhalt"
    assert len(book.sheetnames) == 28
    assert all(len(name) <= NAME_LIMIT for name in book.sheetnames)
    assert "Anteile nach Medium" in book.sheetnames


def test_heads_are_frozen_and_filtered(book):
    for page in book.worksheets[1:]:
        assert page.freeze_panes == "A2"
        assert page.auto_filter.ref.startswith("A1:")


def test_numbers_dates_and_shares_are_real_ones(book):
    outlets = book["Medien"]
    head = [cell.value for cell in outlets[1]]
    row = dict(zip(head, outlets[2], strict=True))
    assert row["Erster"].value == datetime.datetime(2022, 2, 24)
    assert isinstance(row["Artikel"].value, int)
    shares = book["Anteile"]
    row = dict(zip([cell.value for cell in shares[1]], shares[2], strict=True))
    assert row["Anteil"].number_format == "0.0%"
    assert 0 < row["Anteil"].value < 1
    assert row["Rahmen"].value == "Angriffskrieg"


def test_a_log_ratio_is_no_share(book):
    page = book["Kennzeichnende Wörter"]
    row = dict(zip([cell.value for cell in page[1]], page[2], strict=True))
    assert row["Unteres Ende"].number_format == "#,##0.00"
    assert row["p"].number_format == "0.0000"


def test_codes_have_names(book):
    page = book["Stimmen"]
    assert {cell.value for cell in page["C"][1:]} == {
        "eigene Stimme",
        "wörtliche Rede",
        "indirekte Rede",
        "auf Abstand gehalten",
    }


def test_missing_values_are_empty_cells():
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(Results(tiny()))))
    page = book["Shares"]
    row = dict(zip([cell.value for cell in page[1]], page[2], strict=True))
    assert row["Share"].value is None and row["Lower end"].value is None


def test_all_columns_of_the_contract_have_german_heads(book):
    for page in book.worksheets:
        for cell in page[1]:
            assert cell.value is None or "_" not in str(cell.value), cell.value
