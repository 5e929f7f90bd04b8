"""Spreadsheets (XLSX): each sheet a table, a formula as the value that was last computed."""

import datetime as dt
from collections.abc import Iterator, Mapping

from wortwahl.corpus.assemble import as_text
from wortwahl.corpus.columns import KNOWN, folded, recognised
from wortwahl.corpus.packages import PackageError, declares_entities, is_package, package, part, why
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers.delimited import header_names
from wortwahl.corpus.records import Problem, Record

NAME = "XLSX"
VERSION = "1 (ISO/IEC 29500, transitional)"

_WORKBOOK = "xl/workbook.xml"
_MOST_ABOVE = 20  # rows with a title or notes above the header
_WIDEST = 16_384  # columns; what a sheet can have
_DAYS = range(18_264, 73_051)  # 1950 to 2100, as spreadsheets count days
_FIRST_DAY = dt.date(1899, 12, 30)
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"))
_MEND = "Open it, save it once more as XLSX, without a password; or save it as CSV."


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the package has the part that lists a workbook's sheets."""
    if not is_package(raw):
        return False
    try:
        with package(raw) as archive:
            return _WORKBOOK in archive.namelist()
    except PackageError:
        return False


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a row of each sheet that is shown; rows count as the spreadsheet does."""
    import openpyxl  # takes a tenth of a second, which only spreadsheets need

    try:
        _checked(raw)
        with raw.seekable() as file:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            for sheet in sheets:
                name = sheet.title if len(sheets) > 1 else ""
                yield from _sheet(sheet, name, columns)
    except PackageError as error:
        yield Problem(0, f"the spreadsheet is not read: {error}.", _MEND)
    except Exception as error:  # a file from outside can break the library underneath in any way
        yield Problem(0, f"the spreadsheet is damaged or cut off ({why(error)}).", _MEND)


def _checked(raw: RawFile) -> None:
    """Refuse what would grow in memory or declares entities, before any XML of it is parsed."""
    with package(raw) as archive:
        for member in archive.infolist():
            if member.filename.endswith((".xml", ".rels")) and declares_entities(
                part(archive, member.filename, raw.limits)[:4096]
            ):
                raise PackageError("its XML declares entities of its own")


def _sheet(sheet: object, name: str, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    sheet.reset_dimensions()  # what a file says of its own size is often wrong
    rows = enumerate(sheet.iter_rows(values_only=True, max_col=_WIDEST), 1)
    above: list[tuple[int, list]] = []
    header: list[str] = []
    for number, cells in rows:
        if not any(cell is not None for cell in cells):
            continue
        if header:
            yield Record(number, _fields(header, cells, name, columns))
            continue
        above.append((number, list(cells)))
        if _known(cells, columns) > 1 or len(above) == _MOST_ABOVE:
            header, waiting = _header(above, columns)
            yield from (Record(row, _fields(header, cells, name, columns)) for row, cells in waiting)
    if above and not header:
        header, waiting = _header(above, columns)
        yield from (Record(row, _fields(header, cells, name, columns)) for row, cells in waiting)


def _header(above: list[tuple[int, list]], columns: Mapping[str, str]) -> tuple[list[str], list]:
    """Return the names in the row with most names that are known, and the rows below it."""
    best = max(range(len(above)), key=lambda n: (_known(above[n][1], columns), -n))
    return header_names([as_text(cell) for cell in above[best][1]]), above[best + 1 :]


def _known(cells: object, columns: Mapping[str, str]) -> int:
    return sum(isinstance(cell, str) and (folded(cell) in KNOWN or cell.strip() in columns) for cell in cells)


def _fields(header: list[str], cells: object, sheet: str, columns: Mapping[str, str]) -> dict[str, object]:
    pairs = zip(header, cells, strict=False)
    fields = {name: None if cell in _ERRORS else cell for name, cell in pairs if name}
    fields = {name: fields.get(name) for name in header if name}
    for own, ours in recognised(header, columns).items():
        if ours == "date" and isinstance(fields.get(own), int | float):
            fields[own] = _day(fields[own])
    return {**fields, "sheet": sheet} if sheet else fields


def _day(value: float) -> object:
    """Return the date that a number stands for where a cell has lost its format: 45461 is 2024-06-18."""
    if not isinstance(value, bool) and value == value and int(value) in _DAYS:
        return _FIRST_DAY + dt.timedelta(days=int(value))
    return value
