"""CSV and its relatives: comma, semicolon, tab or bar, quoted or not."""

import csv
from collections.abc import Iterator, Mapping

from wortwahl.corpus.columns import KNOWN, folded
from wortwahl.corpus.raw import LongLineError, RawFile
from wortwahl.corpus.records import Problem, Record

NAME = "CSV"
VERSION = "1"

_NAMES = ("csv", "tsv", "tab")
_DELIMITERS = ",;\t|"
_SAMPLE_ROWS = 200
_LONGEST_HEADER = 10_000
_MENDS = 50  # so many rows with broken quotation marks are mended; each costs a second look
_QUOTES = 'Write the file again with every quotation mark in a field doubled ("").'
_OPEN = "the quotation marks of this row do not close."
_WIDTH = "Put fields that hold the delimiter or a line end in quotation marks."
# What a cell says when R, pandas or a spreadsheet had nothing to write.
_NOTHING = frozenset(("NA", "N/A", "#N/A", "<NA>", "NaN", "nan", "NaT", "NULL", "null", "None"))


class _Lines:
    """Lines for the csv module, which remembers those of the row in hand and takes some back."""

    def __init__(self, raw: RawFile) -> None:
        self._lines = raw.lines()
        self._back: list[str] = []
        self.used: list[str] = []

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._back.pop() if self._back else next(self._lines)
        if line is None:
            raise LongLineError
        self.used.append(line)
        return line

    def take_back(self, lines: list[str]) -> None:
        self._back.extend(reversed(lines))


def recognises(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether the text has a header row with names that we or the caller know."""
    if not raw.head_text:
        return False
    if raw.is_named(*_NAMES):
        return True
    first = raw.head_text.lstrip("\ufeff\r\n")[:_LONGEST_HEADER].split("\n", 1)[0]
    if not any(mark in first for mark in _DELIMITERS):
        return False
    dialect, rows = _dialect(raw, columns)
    known = _known(rows[0], columns) if rows else 0
    # Prose may begin "Text, Datum", but hardly with two whole cells and a second row as wide as the first.
    if len(rows) > 1 and known >= min(2, len(rows[0])) and len(rows[0]) > 1:
        return len(rows[1]) >= len(rows[0]) - 1
    widths = {len(row) for row in rows[:20]}
    return len(rows) >= 5 and dialect["delimiter"] != "," and len(widths) == 1 and widths.pop() >= 3


def read(raw: RawFile, columns: Mapping[str, str]) -> Iterator[Record | Problem]:
    """Yield a record a row, counted as a spreadsheet does: the header is row 1."""
    dialect, _ = _dialect(raw, columns)
    csv.field_size_limit(raw.limits.field)
    lines = _Lines(raw)
    reader = csv.reader(lines, **dialect, strict=True)
    header: list[str] = []
    row = mends = 0
    while True:
        lines.used.clear()
        flaw = ""
        try:
            cells = next(reader)
            if dialect["quoting"] == csv.QUOTE_NONE:
                cells = _continued(cells, header, lines, dialect)
        except StopIteration:
            return
        except LongLineError:
            yield Problem(row + 1, f"a line is longer than {raw.limits.field:,} characters.", _QUOTES)
            return
        except csv.Error as error:
            cells = [] if "unexpected end" in str(error) else _unquoted(lines.used, header, dialect)
            flaw = "" if cells else str(error)
        if not header and cells and cells[0].casefold().startswith("sep=") and not any(cells[1:]):
            continue
        row += 1
        if not flaw and not any(cells):
            continue
        if not header:
            header = header_names(cells)
        elif flaw or (
            len(lines.used) > 1 and dialect["quoting"] != csv.QUOTE_NONE and _is_wrong_width(cells, header)
        ):
            is_large = "field larger" in flaw
            says = f"a field is longer than {raw.limits.field:,} characters." if is_large else _OPEN
            yield Problem(row, says, _QUOTES)
            if mends < _MENDS and not is_large:
                mends += 1
                lines.take_back(lines.used[1:])
        elif any(cells[len(header) :]):
            yield Problem(row, f"the row has {len(cells)} fields, the header {len(header)}.", _WIDTH)
        else:
            yield Record(row, _fields(header, cells))


def _unquoted(used: list[str], header: list[str], dialect: dict) -> list[str]:
    """Return the cells of a line whose quotation marks are part of its text: 7,"Nie." sagte er."""
    if len(used) != 1:
        return []
    cells = next(csv.reader(used, delimiter=dialect["delimiter"], quoting=csv.QUOTE_NONE))
    return cells if not header or len(cells) == len(header) else []


def _continued(cells: list[str], header: list[str], lines: _Lines, dialect: dict) -> list[str]:
    """Return a row with the rest of a field that was broken within its marks, where nothing else is quoted.

    `7;"Nie wieder` over `Krieg";2024` is one row: the first line is short of fields, and its last opens.
    """
    named = sum(map(bool, header))
    while cells and len(cells) < named and cells[-1].count('"') % 2:
        line = next(lines, None)
        if line is None:
            break
        rest = next(csv.reader([line], delimiter=dialect["delimiter"], quoting=csv.QUOTE_NONE), [""])
        if len(cells) + len(rest) - 1 > len(header):
            lines.take_back([line])
            break
        cells = [*cells[:-1], f"{cells[-1]}\n{rest[0] if rest else ''}", *rest[1:]]
    return cells


def _is_wrong_width(cells: list[str], header: list[str]) -> bool:
    """Tell whether a row has too few cells, or too many; a header may end with a delimiter too much."""
    named = max((place for place, name in enumerate(header, 1) if name), default=0)
    return len(cells) < named or any(cells[len(header) :])


def header(raw: RawFile, columns: Mapping[str, str]) -> list[str]:
    """Return the names in the first row of a table, [] if the file is no text."""
    rows = _dialect(raw, columns)[1] if raw.head_text else []
    return header_names(rows[0]) if rows else []


def header_names(cells: list[str]) -> list[str]:
    """Return the names of columns; one that comes twice gets a number, an empty one stays empty."""
    names: list[str] = []
    for cell in cells:
        name = " ".join(cell.replace("\ufeff", "").split())
        names.append(f"{name}_{names.count(name) + 1}" if name and name in names else name)
    return names


def _fields(header: list[str], cells: list[str]) -> dict[str, object]:
    pairs = zip(header, cells, strict=False)
    fields = {name: None if cell in _NOTHING else cell for name, cell in pairs if name}
    return {name: fields.get(name) for name in header if name}


def _known(header: list[str], columns: Mapping[str, str]) -> int:
    return sum(folded(name) in KNOWN or name.strip() in columns for name in header)


def _dialect(raw: RawFile, columns: Mapping[str, str]) -> tuple[dict, list[list[str]]]:
    """Return how the file is divided, and its first rows: the way in which most of the header is known.

    Where a file quotes nothing, as TSV often does, a quotation mark at the start of a field is
    part of the text: "Wir kämpfen", sagte sie.
    """
    lines = raw.head_text.lstrip("\ufeff").splitlines(keepends=True)
    lines = lines[:-1] if len(lines) > 1 and raw.is_longer_than_head else lines
    if lines and lines[0].casefold().startswith("sep="):
        named = lines.pop(0).strip()[4:] or "\t"
        delimiters = named if len(named) == 1 else _DELIMITERS
    else:
        delimiters = _DELIMITERS
    best = ((-1, -1.0, 0, 0), {"delimiter": ",", "quoting": csv.QUOTE_MINIMAL}, [])
    for delimiter in delimiters:
        for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
            dialect = {"delimiter": delimiter, "quoting": quoting}
            rows, is_clean = _rows(lines, dialect)
            if not rows:
                continue
            width = len(rows[0])
            even = sum(len(row) == width for row in rows) / len(rows)
            plain = quoting == csv.QUOTE_MINIMAL
            score = (_known(rows[0], columns), round(even, 1) if width > 1 else 0, is_clean, plain, width)
            if score > best[0]:
                best = (score, dialect, rows)
    return best[1], best[2]


def _rows(lines: list[str], dialect: dict) -> tuple[list[list[str]], bool]:
    """Return the first rows and whether their quotation marks are those of CSV."""
    csv.field_size_limit(2**20)
    rows, is_clean = [], True
    for strict in (True, False):
        reader = csv.reader(iter(lines), **dialect, strict=strict)
        rows = []
        try:
            for row in reader:
                if row:
                    rows.append(row)
                if len(rows) == _SAMPLE_ROWS:
                    break
        except csv.Error as error:
            if "unexpected end" not in str(error):  # the head may end inside a field
                is_clean = False
                continue
        break
    return rows, is_clean
