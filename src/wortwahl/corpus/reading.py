"""Raw files in, articles and problems out, batch by batch."""

import unicodedata
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from wortwahl.corpus import changes
from wortwahl.corpus.assemble import Row, articles_of
from wortwahl.corpus.cleaning import clean_line
from wortwahl.corpus.columns import checked_columns
from wortwahl.corpus.files import Found, Paths, found_files
from wortwahl.corpus.limits import LIMITS, Limits
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import READERS, reader_for, zipped
from wortwahl.corpus.records import Problem
from wortwahl.corpus.repeats import repeat_problem
from wortwahl.corpus.schema import article_table, joined_articles, problem_table
from wortwahl.errors import InputError

# For the keys of caches, beside the hash of the file and its outlet: a change of what a reader gives
# raises that reader's version, any other change of what reading gives that of cleaning.
READER_VERSION = " ".join(
    (
        "cleaning 2",
        *(f"{reader.NAME} {reader.VERSION}" for reader in READERS),
        *(f"{name} {version(name)}" for name in ("ftfy", "lxml", "openpyxl", "trafilatura", "warcio")),
        f"Unicode {unicodedata.unidata_version}",
    )
)

Batch = tuple[pd.DataFrame, pd.DataFrame]
Placed = tuple[str, Row | Problem]
_FORMATS = "text, DOCX, CSV, XLSX, JSON lines, Parquet, HTML, TEI, RSS, WARC or ZIP"


def read_corpus(
    paths: Paths, columns: Mapping[str, str] | None = None, limits: Limits = LIMITS
) -> pd.DataFrame:
    """Return the articles of files, folders and globs as one table.

    Text, DOCX, CSV, XLSX, JSON, Parquet, saved pages, feeds, web archives, TEI, the exports of
    LexisNexis, Nexis, Factiva, Media Cloud and Web Scraper, and ZIP files of all of them are read,
    each also gzipped; the format is recognised by content. What cannot be read is left out and listed
    by `read_problems`.

    Parameters
    ----------
    paths : str, Path or a list of them
        Each a file, a folder (with the folders in it) or a glob.
    columns : mapping, optional
        A file's own column names to ours, where they are none of the usual ones:
        ``{"Beitrag": "text"}``.
    limits : Limits
        How much a file may ask of the machine.

    Returns
    -------
    DataFrame
        `id`, `date`, `date_precision`, `outlet`, `title`, `text`, `url`, `author`, `section`,
        `language`, `genre`, `agency`, `story`, `source`; then the files' further columns, as text. An
        article that comes twice is kept once.

    Raises
    ------
    InputError
        If a path does not exist, `columns` names no column of ours, or no article can be read.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "articles.csv")
    >>> _ = file.write_text("Datum;Titel;Volltext\\n18.06.2024;Gipfel;Die Minister tagen.\\n", "utf-8")
    >>> read_corpus(file)[["date_precision", "title", "text"]].to_numpy().tolist()
    [['day', 'Gipfel', 'Die Minister tagen.']]
    """
    articles, problems = _whole(paths, columns, limits)
    if articles.empty:
        first = problems.iloc[0]
        place = f"{first['file']}, row {first['row']}" if first["row"] else first["file"]
        raise InputError(
            f"no article could be read; the first problem: {first['problem']}", place, first["what_to_do"]
        )
    return articles


def read_problems(
    paths: Paths, columns: Mapping[str, str] | None = None, limits: Limits = LIMITS
) -> pd.DataFrame:
    """Return what could not be read as it stands: files, rows, dates, repeats.

    Parameters
    ----------
    paths, columns, limits
        As in `read_corpus`.

    Returns
    -------
    DataFrame
        `file`, `row` (0 for the whole file; the header of a table is row 1), `problem`, `what_to_do`.

    Raises
    ------
    InputError
        As `read_corpus`, except that files without an article are listed.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "articles.csv")
    >>> _ = file.write_text("Datum;Titel;Volltext\\nvorgestern;Gipfel;Die Minister tagen.\\n", "utf-8")
    >>> read_problems(file)[["row", "problem"]].to_numpy().tolist()
    [[2, "the date 'vorgestern' is not understood."]]
    """
    return _whole(paths, columns, limits)[1]


def iter_corpus(
    paths: Paths, batch: int = 5000, columns: Mapping[str, str] | None = None, limits: Limits = LIMITS
) -> Iterator[Batch]:
    """Yield the articles of files, folders and globs in batches, each with its problems.

    Parameters
    ----------
    paths, columns, limits
        As in `read_corpus`.
    batch : int
        Articles in a batch; the last may have fewer, or none where only problems were left.

    Yields
    ------
    tuple of (DataFrame, DataFrame)
        Articles as in `read_corpus` and problems as in `read_problems`.

    Raises
    ------
    InputError
        If a path does not exist, there is no file, `columns` names no column of ours or `batch` is
        below 1; before the first batch.
    """
    for articles, problems in _batches_of(paths, batch, columns, limits):
        yield articles.drop(columns=changes.COLUMN, errors="ignore"), problems


def read_changes(
    paths: Paths, columns: Mapping[str, str] | None = None, limits: Limits = LIMITS
) -> pd.DataFrame:
    """Return what cleaning changed in the articles of each file; the files themselves stay as they are.

    Parameters
    ----------
    paths, columns, limits
        As in `read_corpus`.

    Returns
    -------
    DataFrame
        `file`, `change` ("mojibake", "hyphenation", "invisible characters", "database lines", "repeated
        paragraphs"), `articles`, `places`.

    Raises
    ------
    InputError
        If a path does not exist, there is no file, or `columns` names no column of ours.

    Examples
    --------
    >>> import tempfile
    >>> file = Path(tempfile.mkdtemp(), "articles.csv")
    >>> _ = file.write_text("Titel;Text\\nGipfel;FÃ¼r die Minister tagt es sich gut.\\n", "utf-8")
    >>> read_changes(file)[["change", "articles", "places"]].to_numpy().tolist()
    [['mojibake', 1, 1]]
    """
    batches = _batches_of(paths, 5000, columns, limits)
    kept = [articles[["source", changes.COLUMN]] for articles, _ in batches if len(articles)]
    files = pd.concat(kept) if kept else pd.DataFrame({"source": [], changes.COLUMN: []})
    tables = [
        changes.counted(some[changes.COLUMN]).assign(file=file) for file, some in files.groupby("source")
    ]
    whole = pd.concat([changes.counted([]).assign(file=""), *tables], ignore_index=True)
    return whole[["file", "change", "articles", "places"]].astype({"file": "str"})


def read_file(
    path: str | Path,
    columns: Mapping[str, str] | None = None,
    batch: int = 5000,
    limits: Limits = LIMITS,
    outlet: str = "",
) -> Iterator[Batch]:
    """Yield the articles of one file in batches, each with its problems.

    Repeats within the file are left out; `without_repeats` finds those between files. A column `_changes`
    says what cleaning changed in an article.

    Parameters
    ----------
    path : str or Path
        A file that exists.
    columns, batch, limits
        As in `iter_corpus`.
    outlet : str
        What the file's folder stands for, as `found_files` gives it.
    """
    yield from _batches([Found(Path(path), outlet)], batch, checked_columns(columns), limits)


def _batches_of(
    paths: Paths, batch: int, columns: Mapping[str, str] | None, limits: Limits
) -> Iterator[Batch]:
    """Yield the batches of files, folders and globs, with what cleaning changed in each article."""
    checked = checked_columns(columns)
    found = found_files(paths)
    if not found:
        where = ", ".join(map(str, [paths] if isinstance(paths, str | Path) else paths)) or "no path"
        raise InputError("there is no file that can be read.", where, f"Put {_FORMATS} files there.")
    yield from _batches(found, batch, checked, limits)


def _whole(paths: Paths, columns: Mapping[str, str] | None, limits: Limits) -> Batch:
    batches = list(iter_corpus(paths, columns=columns, limits=limits))
    problems = pd.concat([problems for _, problems in batches], ignore_index=True)
    return joined_articles([articles for articles, _ in batches]), problems


def _batches(found: list[Found], batch: int, columns: Mapping[str, str], limits: Limits) -> Iterator[Batch]:
    if batch < 1:
        raise InputError(f"batch: {batch} is below 1.", what_to_do="Give the number of articles in a batch.")
    rows: list[dict] = []
    problems: list[tuple] = []
    first_source: dict[str, str] = {}
    for path, outlet in found:
        for place, item in _items(path, outlet, columns, limits):
            if isinstance(item, Problem):
                problems.append((place, *item))
                continue
            key = str(item.article["id"])
            if key in first_source:
                problem = repeat_problem(item.row, str(item.article["title"]), first_source[key])
                problems.append((place, *problem))
                continue
            first_source[key] = place
            rows.append(item.article)
            if len(rows) == batch:
                yield article_table(rows), problem_table(problems)
                rows, problems = [], []
    if rows or problems or not first_source:
        yield article_table(rows), problem_table(problems)


def _items(path: Path, outlet: str, columns: Mapping[str, str], limits: Limits) -> Iterator[Placed]:
    """Yield the rows and problems of one file, each with the file as a problem names it."""
    raw = RawFile(path, limits)
    place = path.as_posix()
    if not _is_zip_file(raw, columns):
        yield from ((place, item) for item in _rows(raw, place, outlet, columns))
        return
    count = 0
    for member in zipped.members(raw):
        count += 1
        if isinstance(member, Problem):
            yield place, member
            continue
        inner = f"{place}/{member.name}"
        if _is_zip_file(member.raw, columns):
            problem = "this is a ZIP file within a ZIP file, which is not read."
            yield inner, Problem(0, problem, "Unpack the outer one into a folder.")
            continue
        for item in _rows(member.raw, place, member.outlet or outlet, columns):
            if isinstance(item, Row):
                item.article["member"] = clean_line(member.name)
            yield inner, item
    if not count:
        yield place, Problem(0, "the ZIP file holds no file.", "Copy it again, or take it out.")


def _is_zip_file(raw: RawFile, columns: Mapping[str, str]) -> bool:
    """Tell whether a file is a ZIP file and no document that is packed as one."""
    return raw.survey.readable and zipped.recognises(raw, columns) and reader_for(raw, columns) is zipped


def _rows(raw: RawFile, source: str, outlet: str, columns: Mapping[str, str]) -> Iterator[Row | Problem]:
    yield from raw.survey.problems
    if raw.survey.readable:
        reader = reader_for(raw, columns)
        yield from articles_of(reader.read(raw, columns), source, outlet, columns, raw.limits)
