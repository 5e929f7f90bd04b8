"""From a record as the file has it to a row of the articles table."""

import datetime as dt
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from wortwahl.corpus import changes
from wortwahl.corpus.agency import agency_of
from wortwahl.corpus.cleaning import clean_article, clean_line, without_title
from wortwahl.corpus.columns import recognised
from wortwahl.corpus.dates import UNKNOWN, is_missing, parse_date
from wortwahl.corpus.genre import Article, genre_of
from wortwahl.corpus.languages import language_of
from wortwahl.corpus.limits import Limits
from wortwahl.corpus.mojibake import mended
from wortwahl.corpus.outlets import outlet_of_url
from wortwahl.corpus.records import Problem, Record
from wortwahl.corpus.schema import ARTICLE_COLUMNS, PRECISIONS
from wortwahl.storage import content_key

# A file with a million bad dates is one piece of news, not a million.
_MOST_ALIKE = 1000
_MOST_HEADERS = 20
_NAME_IT = 'Say which one it is: columns={"NAME": "text"}. To read headlines alone, name their column.'
_DATE_FORMS = "Write it as 2024-06-18, 18.06.2024, 2024-06 or 2024; the article is kept without a date."
_FUTURE = "Check it: day and month may be exchanged. The article is kept with this date."
# Lines that a reader sees beside the text; what is mended in them is counted with it.
_SHOWN = ("title", "author", "section", "outlet")
# Somewhere it is tomorrow already.
_TOMORROW = dt.timedelta(days=1)
_PRECISION_LENGTH = {"day": 10, "month": 7, "year": 4, "": 0}


class Row(NamedTuple):
    """A row of the articles table, with its place in the file."""

    row: int
    article: dict[str, object]


class _Notes:
    """What is said once for a file, after its last record."""

    def __init__(self) -> None:
        self.headers: dict[tuple[str, ...], int] = {}
        self.articles = self.undated = self.without_outlet = self.without_text_column = 0
        self.alike: Counter[str] = Counter()
        self.seen: set[str] = set()
        self.further: set[str] = set()
        self.too_many_columns = False


def articles_of(
    records: Iterable[Record | Problem], source: str, outlet: str, columns: Mapping[str, str], limits: Limits
) -> Iterator[Row | Problem]:
    """Yield a row for each record that holds an article, and problems for the rest.

    Parameters
    ----------
    records : iterable of Record and Problem
        What a reader gives for one file.
    source : str
        The file, as the articles' `source` names it.
    outlet : str
        What the file's folder stands for; used where neither a column nor an address names an outlet.
    columns : mapping
        The file's own column names to ours.
    limits : Limits
        The longest field.
    """
    notes = _Notes()
    known: dict[tuple[str, ...], dict[str, str]] = {}
    for record in records:
        if isinstance(record, Problem):
            yield from _counted(record, notes)
            continue
        header = tuple(record.fields)
        ours = known.get(header)
        if ours is None:
            ours = known[header] = recognised(header, columns)
            notes.seen.update(header if record.row else ())
        if "text" not in ours.values():
            notes.headers[header] = notes.headers.get(header, 0) + 1
            continue
        for item in _article(record, ours, source, outlet, limits, notes):
            if isinstance(item, Row):
                notes.articles += 1
                yield item
            else:
                yield from _counted(item, notes)
    yield from _last_words(notes, columns)


def _article(
    record: Record, ours: Mapping[str, str], source: str, folder: str, limits: Limits, notes: _Notes
) -> Iterator[Row | Problem]:
    given = {name: record.fields[own] for own, name in ours.items()}
    raw_text = as_text(given["text"])
    if len(raw_text) > limits.field:
        yield Problem(
            record.row, f"the text is longer than {limits.field:,} characters.", "Divide the article."
        )
        return
    lines = {
        name: clean_line(as_text(given.get(name))[: limits.field])
        for name in (
            "outlet",
            "title",
            "url",
            "author",
            "section",
            "language",
            "genre",
            "agency",
            "date_precision",
        )
    }
    whole, changed = clean_article(raw_text)
    if wrong := sum(mended(as_text(given.get(name))[: limits.field])[1] for name in _SHOWN):
        changed[changes.MOJIBAKE] = changed.get(changes.MOJIBAKE, 0) + wrong
    text = without_title(whole, lines["title"])
    if not text and raw_text.strip():
        # A flash of one line repeats its title and says no more: the line is the article.
        text, lines["title"] = whole, ""
    if not text:
        what = "Fill it in, or leave the row out; nothing else of it is read."
        yield Problem(record.row, "the text is empty.", what)
        return
    date, precision = _date(given.get("date"), lines["date_precision"])
    if date is None and is_missing(given.get("date")):
        notes.undated += 1
    elif date is None:
        shown = clean_line(as_text(given["date"]))[:60]
        yield Problem(record.row, f"the date '{shown}' is not understood.", _DATE_FORMS)
    elif date > dt.date.today() + _TOMORROW:
        yield Problem(record.row, f"the date {date.isoformat()} lies in the future.", _FUTURE)
    outlet = lines["outlet"] or outlet_of_url(lines["url"]) or folder
    notes.without_outlet += not outlet
    further = {name: value for name, value in record.fields.items() if name not in ours}
    shown_date = date.isoformat()[: _PRECISION_LENGTH[precision]] if date else ""
    key = content_key(outlet, shown_date, lines["url"], lines["title"], text)
    look = Article(
        title=lines["title"],
        text=text,
        outlet=outlet,
        section=lines["section"],
        author=lines["author"],
        url=lines["url"],
        dated=date is not None,
        orator={"speaker", "party"} <= set(further),
        questions=record.questions,
    )
    values: dict[str, object] = {
        "id": key,
        "date": date,
        "date_precision": precision,
        "outlet": outlet,
        "title": lines["title"],
        "text": text,
        "url": lines["url"],
        "author": _byline(lines["author"]),
        "section": lines["section"],
        "language": language_of(text, lines["language"]),
        "genre": genre_of(look, lines["genre"]),
        "agency": lines["agency"] or agency_of(text, lines["author"]),
        "story": key,
        "source": source,
        changes.COLUMN: changes.as_text(changed),
    }
    for name, value in further.items():
        name = clean_line(name)
        if name not in notes.further and len(notes.further) >= limits.columns:
            notes.too_many_columns = True
        elif name:
            notes.further.add(name)
            # A file's own "id" or "source" is not ours; it is kept beside it.
            own = f"source_{name}" if name in (*ARTICLE_COLUMNS, changes.COLUMN) else name
            values[own] = clean_line(as_text(value)[: limits.field])
    yield Row(record.row, values)


def as_text(value: object) -> str:
    """Return a cell as text: "" for a missing one, the names in a list or an object, numbers as written.

    Examples
    --------
    >>> as_text(None), as_text(7.0), as_text([{"name": "Anna"}, "Bert"])
    ('', '7', 'Anna, Bert')
    """
    if isinstance(value, str):
        return value
    if value is None or value != value:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if math.isfinite(value) and value.is_integer() else str(value)
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping) and isinstance(value.get("name"), str):
        return value["name"]
    if isinstance(value, list | tuple) and all(isinstance(item, str | Mapping) for item in value):
        return ", ".join(filter(None, map(as_text, value)))
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        return ""


def _date(value: object, precision: str) -> tuple[dt.date | None, str]:
    """Return the date, made coarser where the file has a column that says how exactly it is known."""
    date, found = parse_date(value)
    if (date, found) == UNKNOWN or precision not in PRECISIONS[:3]:
        return date, found
    coarser = max(found, precision, key=PRECISIONS.index)
    date = date.replace(day=1) if coarser != "day" else date
    return (date.replace(month=1) if coarser == "year" else date), coarser


def _byline(author: str) -> str:
    """Return a byline without the word that introduces it: "Von Anna Beispiel"."""
    first, _, rest = author.partition(" ")
    return rest if first in ("Von", "By") and rest[:1].isupper() else author


def _counted(problem: Problem, notes: _Notes) -> Iterator[Problem]:
    """Yield a problem unless very many of its kind were listed; what to do tells the kind."""
    notes.alike[problem.what_to_do] += 1
    if notes.alike[problem.what_to_do] <= _MOST_ALIKE:
        yield problem


def _last_words(notes: _Notes, columns: Mapping[str, str]) -> Iterator[Problem]:
    if not (notes.articles or notes.alike or notes.headers):
        yield Problem(
            0, "the file holds no article.", "Check that it is complete, or take it out of the folder."
        )
    for what_to_do, count in notes.alike.items():
        if count > _MOST_ALIKE:
            yield Problem(0, f"{count - _MOST_ALIKE:,} further rows have a problem of this kind.", what_to_do)
    for header, count in list(notes.headers.items())[:_MOST_HEADERS]:
        names = ", ".join(name for name in map(clean_line, header) if name)[:500] or "none"
        rows = "1 row is" if count == 1 else f"{count:,} rows are"
        yield Problem(
            0, f"no column holds the text, and {rows} left out; the columns are: {names}.", _NAME_IT
        )
    if len(notes.headers) > _MOST_HEADERS:
        rest = sum(list(notes.headers.values())[_MOST_HEADERS:])
        yield Problem(0, f"{rest:,} further rows have no column that holds the text.", _NAME_IT)
    if notes.too_many_columns:
        yield Problem(
            0,
            f"the file has more than {len(notes.further):,} further columns; the rest is left out.",
            "Remove some.",
        )
    missing = [own for own in columns if own not in notes.seen] if notes.seen else []
    if missing:
        yield Problem(
            0,
            f"the file has no column '{missing[0]}', which columns names.",
            "Check its spelling, case included.",
        )
    if notes.undated:
        yield Problem(
            0,
            f"{_n_of(notes.undated, notes.articles)} no date.",
            "Add a column 'date', or leave it: they count as 'unknown' in every period.",
        )
    if notes.without_outlet and notes.articles > 1:
        yield Problem(
            0,
            f"{_n_of(notes.without_outlet, notes.articles)} no outlet.",
            "Add a column 'outlet', or put the file in a folder with the outlet's name.",
        )


def _n_of(some: int, every: int) -> str:
    if every == 1:
        return "the article has"
    return f"all {every:,} articles have" if some == every else f"{some:,} of {every:,} articles have"
