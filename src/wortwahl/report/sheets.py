"""All tables of a run in one workbook that opens rightly in any spreadsheet program."""

import io
import math
from datetime import datetime

import pandas as pd
import xlsxwriter

from wortwahl.report.formats import is_missing
from wortwahl.report.results import Results
from wortwahl.report.wording import Wording
from wortwahl.safety import sheet as safe

NAME_LIMIT = 31  # a spreadsheet's own limit for the name of a sheet
CELL_LIMIT = 32_000  # of 32,767
ROW_LIMIT = 1_048_000  # of 1,048,576
WIDEST, NARROWEST = 60, 8
FORMATS = {
    "integer": "#,##0",
    "decimal": "#,##0.00",
    "small": "0.0000",
    "share": "0.0%",
    "date": "yyyy-mm-dd",
}
# Columns that hold a share of 1; "low" and "high" are shares unless they bound a log ratio.
SHARES = {"share", "plain_share", "plain_low", "plain_high", "share_of_frame", "difference"}
NAMED = {"voice": "voice", "genre": "genre"}  # columns whose codes have names of ours


def to_xlsx(results: Results, lang: str = "en") -> bytes:
    """Return the tables of a run as an Excel workbook, a sheet a table.

    Parameters
    ----------
    results : Results
        The tables of a run.
    lang : str
        The language of headings, names of sheets and names of voices.

    Returns
    -------
    bytes
        The same results give the same bytes. Numbers and dates are real ones, written by the
        reader's program in the reader's way; text is never run as a formula or turned into a link.
    """
    wording = Wording(lang)
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    book = xlsxwriter.Workbook(buffer, options)
    facts = results.facts
    book.set_properties(
        {
            "title": wording.text("report.title"),
            "author": str(facts["program"]),
            # Not the day of the run: the same tables give the same bytes tomorrow.
            "created": datetime(2000, 1, 1),
        }
    )
    styles = {name: book.add_format({"num_format": code, "valign": "top"}) for name, code in FORMATS.items()}
    styles["text"] = book.add_format({"valign": "top", "num_format": "@"})
    styles["wrapped"] = book.add_format({"valign": "top", "num_format": "@", "text_wrap": True})
    styles["head"] = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
    names = _sheet_names(list(results.tables), wording)
    _contents(book, results, names, wording, styles)
    for name, table in results.tables.items():
        _write(book.add_worksheet(names[name]), name, table, results, wording, styles)
    book.close()
    return buffer.getvalue()


def _sheet_names(tables: list[str], wording: Wording) -> dict[str, str]:
    return {name: wording.name("sheet", name)[:NAME_LIMIT] for name in tables}


def _contents(
    book: xlsxwriter.Workbook, results: Results, names: dict, wording: Wording, styles: dict
) -> None:
    page = book.add_worksheet(wording.text("sheet.contents")[:NAME_LIMIT])
    facts = results.facts
    about = [
        (wording.text("appendix.program"), f"{facts['program']} {facts['version']}".strip()),
        (wording.text("appendix.codebook_title"), str(facts["codebook_name"])),
        (wording.text("appendix.method"), wording.name("method", str(facts["voice_method"]))),
    ]
    row = 0
    for label, value in about:
        page.write_string(row, 0, label, styles["head"])
        page.write_string(row, 1, _text(value), styles["text"])
        row += 1
    if facts["sample"]:
        page.write_string(row, 1, wording.text("summary.sample"), styles["wrapped"])
        row += 1
    row += 1
    for place, key in enumerate(("sheet", "rows", "file")):
        page.write_string(row, place, wording.text(f"column.{key}"), styles["head"])
    for name, table in results.tables.items():
        row += 1
        page.write_string(row, 0, names[name], styles["text"])
        page.write_number(row, 1, len(table), styles["integer"])
        page.write_string(row, 2, f"tables/{name}.csv", styles["text"])
    page.set_column(0, 0, 34)
    page.set_column(1, 1, 60)
    page.set_column(2, 2, 34)


def _write(
    page: object, name: str, table: pd.DataFrame, results: Results, wording: Wording, styles: dict
) -> None:
    shown = table.head(ROW_LIMIT)
    for place, column in enumerate(shown.columns):
        label = wording.name("column", str(column))
        page.write_string(0, place, _text(label), styles["head"])
        values, kind = _values(name, str(column), shown[column], results, wording)
        widest = len(label) * 0.7
        for row, value in enumerate(values, start=1):
            if value is None:
                continue
            if isinstance(value, bool):
                page.write_string(
                    row, place, wording.text("value.true" if value else "value.false"), styles["text"]
                )
            elif isinstance(value, datetime):
                page.write_datetime(row, place, value, styles["date"])
                widest = max(widest, 11)
            elif isinstance(value, int | float):
                page.write_number(row, place, value, styles[kind])
                widest = max(widest, len(f"{value:,.2f}") if kind != "integer" else len(f"{value:,}"))
            else:
                page.write_string(row, place, value, styles["wrapped" if len(value) > WIDEST else "text"])
                widest = max(widest, len(value))
        page.set_column(place, place, min(max(widest + 2, NARROWEST), WIDEST))
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(shown), 1), len(shown.columns) - 1)


def _values(table: str, name: str, column: pd.Series, results: Results, wording: Wording) -> tuple[list, str]:
    """Return a column's cells as plain Python values, None for empty, and its number format."""
    if pd.api.types.is_bool_dtype(column):
        return [None if is_missing(value) else bool(value) for value in column], "text"
    if pd.api.types.is_datetime64_any_dtype(column):
        return [
            None if is_missing(value) else value.to_pydatetime().replace(tzinfo=None) for value in column
        ], "date"
    if pd.api.types.is_integer_dtype(column):
        return [None if is_missing(value) else int(value) for value in column], "integer"
    if pd.api.types.is_float_dtype(column):
        cells = [None if is_missing(v) or not math.isfinite(v) else float(v) for v in column]
        bounds = name in ("low", "high") and table != "keyness"
        topic_share = table.startswith("topic") and name == "share"
        if name in SHARES or bounds or topic_share:
            return cells, "share"
        if name == "p":
            return cells, "small"
        whole = all(cell is None or cell == round(cell) for cell in cells)
        return [
            cell if cell is None or not whole else int(cell) for cell in cells
        ], "integer" if whole else "decimal"
    return [_cell(value, name, results, wording) for value in column], "decimal"


def _cell(value: object, name: str, results: Results, wording: Wording) -> object:
    if is_missing(value):
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return float(value) if math.isfinite(value) else None
    if name in NAMED:
        return _text(wording.name(NAMED[name], str(value)))
    if name == "frame":
        return _text(results.frame(str(value)))
    if name == "actor":
        return _text(results.actor(str(value)))
    return _text(value)


def _text(value: object) -> str:
    text = str(safe(str(value)))
    return text if len(text) <= CELL_LIMIT else text[:CELL_LIMIT] + "…"
