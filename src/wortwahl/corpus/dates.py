"""Dates as news exports write them, with how exactly they are known."""

import datetime as dt
import math
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

Known = tuple[dt.date | None, str]
UNKNOWN: Known = (None, "")

_BERLIN = ZoneInfo("Europe/Berlin")
_YEARS = range(1700, 2200)  # what the table's type can hold, and any newspaper ever printed
_LONGEST = 120  # a cell that is longer is no date

_MONTH_NAMES = (
    ("januar", "jänner", "january", "jan", "jän"),
    ("februar", "feber", "february", "feb", "febr"),
    ("märz", "maerz", "march", "mär", "mar", "mrz"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun", "juno"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}

_MISSING = frozenset(
    ("", "-", "–", "nan", "nat", "none", "null", "na", "n/a", "<na>", "o. d.", "o.d.", "ohne datum")
) | {"kein datum", "unbekannt", "unknown", "0000-00-00", "0000-00-00 00:00:00"}

# Words may stand before a date ("Stand: Dienstag, …"), and so may the time ("12:30 Uhr, …").
_BEFORE = r"^(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?Uhr| ?h)?[ ,|–-]+)?\D{0,60}?\b"
_AFTER = r"(?!\d)(?P<rest>.*)$"
_DAY = r"(?P<d>\d{1,2})"
_NAME = r"(?P<name>[^\W\d_]{3,9})\.?"
# Two digits are a year only if no clock time begins there: "18.06. 12:30".
_YEAR = r"(?P<y>\d{4}|'?\d{2}(?![\d:.]))"

# From the most definite form to the least; the first that fits decides.
_FORMS = tuple(
    re.compile(form, re.DOTALL)
    for form in (
        # 2024-06-18, 2024-06-18T12:30:00Z, 2024/6/18
        _BEFORE + r"(?P<y>\d{4})(?P<mark>[-/._])(?P<m>\d{1,2})(?P=mark)" + _DAY + _AFTER,
        # 20240618, 20240618T1230
        r"^(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})(?P<rest>(?:T?\d{2}(?:\d{2}){0,2}Z?)?)$",
        # 18.06.2024, 18. 6. 24, 18/06/2024
        _BEFORE + r"(?P<european>)" + _DAY + r"(?:\. ?|[/-])(?P<m>\d{1,2})(?:\. ?|[/-])" + _YEAR + _AFTER,
        # 18. Juni 2024, Tue, 18 Jun 2024 12:30:00 +0200, 18-Jun-2024
        _BEFORE + _DAY + r"(?:st|nd|rd|th)?(?:\. ?|[ -])(?:of )?" + _NAME + r"[ ,-]+" + _YEAR + _AFTER,
        # June 18, 2024
        _BEFORE + _NAME + " " + _DAY + r"(?:st|nd|rd|th)?,? (?P<y>\d{4})" + _AFTER,
        # Fri Apr 28 19:20:36 CEST 2023, as Unix and Java write it
        _BEFORE + _NAME + " +" + _DAY + r"(?P<rest> \d{2}:\d{2}:\d{2} [A-Z+\d-]{1,6}) (?P<y>\d{4})$",
        # 2024-06, 06/2024, Juni 2024
        r"^(?:[^\W\d_]+:? )?(?P<y>\d{4})[-/.](?P<m>\d{1,2})$",
        r"^(?:[^\W\d_]+:? )?(?P<m>\d{1,2})[-/.](?P<y>\d{4})$",
        r"^(?:[^\W\d_]+:? )?" + _NAME + r",? (?P<y>\d{4})$",
        # 2024, and 2024.0 as a spreadsheet makes of it
        r"^(?P<y>\d{4})(?:\.0)?$",
    )
)
_EPOCH = re.compile(r"^(?:\d{9,10}|\d{13})(?:\.\d+)?$")
_CLOCK = re.compile(
    r"^[T ,]*(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?:[.,]\d+)?"
    r" ?(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})(?!\w)"
)


def parse_date(value: object) -> Known:
    """Return a date and its precision from one cell.

    Day stands before month where both are possible (03/04/2024 is the third of April), as in
    German. A time with a zone is turned into the day it was in Berlin; a time without one is taken
    as written, and so are seconds and milliseconds since 1970, in Berlin's time.

    Parameters
    ----------
    value : str, number, date or datetime
        What the file has.

    Returns
    -------
    tuple of (date or None, str)
        The first day of the month or year where only that is known, with "day", "month" or "year";
        (None, "") for a value that is missing or not understood (`is_missing` tells which).

    Examples
    --------
    >>> parse_date("Stand: 18.06.2024, 12:30 Uhr")
    (datetime.date(2024, 6, 18), 'day')
    >>> parse_date("Juni 2024")
    (datetime.date(2024, 6, 1), 'month')
    >>> parse_date("2024-06-17T23:30:00Z")
    (datetime.date(2024, 6, 18), 'day')
    """
    if isinstance(value, bool) or is_missing(value):
        return UNKNOWN
    if isinstance(value, dt.datetime):
        moment = value.astimezone(_BERLIN) if value.tzinfo else value
        return (moment.date(), "day") if moment.year in _YEARS else UNKNOWN
    if isinstance(value, dt.date):
        return (value, "day") if value.year in _YEARS else UNKNOWN
    if isinstance(value, float):
        value = int(value) if value.is_integer() else value
    return _parse(str(value))


def is_missing(value: object) -> bool:
    """Tell whether a cell says that there is no date, rather than one that is not understood.

    Examples
    --------
    >>> is_missing("o. D."), is_missing("vorgestern")
    (True, False)
    """
    if value is None or value != value:  # NaN and NaT are not themselves
        return True
    if isinstance(value, float):
        return math.isinf(value)
    return isinstance(value, str) and value.strip().casefold() in _MISSING


@lru_cache(maxsize=65_536)
def _parse(text: str) -> Known:
    text = " ".join(text.split())
    if len(text) > _LONGEST or not text.isprintable():
        return UNKNOWN
    for form in _FORMS:
        found = form.match(text)
        known = _from_parts(found.groupdict()) if found else UNKNOWN
        if known != UNKNOWN:
            return known
    return _from_epoch(text) if _EPOCH.match(text) else UNKNOWN


def _from_parts(parts: dict[str, str | None]) -> Known:
    digits = parts["y"].lstrip("'")
    year = int(digits)
    if len(digits) == 2:
        year += 2000 if year < 69 else 1900  # POSIX's rule for two digits
    name = parts.get("name")
    month = _MONTHS.get(name.casefold(), 99) if name else int(parts.get("m") or 0)
    day = int(parts.get("d") or 0)
    if month > 12 >= day > 0 and "european" in parts:
        day, month = month, day  # 06/18/2024 can only be American
    if year not in _YEARS:
        return UNKNOWN
    # 2024-06-00 is how some archives write a month, and 2024-00-00 a year.
    precision = "day" if day and month else "month" if month else "year"
    if day and not month:
        return UNKNOWN
    try:
        date = dt.date(year, month or 1, day or 1)
    except ValueError:
        return UNKNOWN
    clock = _CLOCK.match(parts.get("rest") or "") if precision == "day" else None
    return (_in_berlin(date, clock) if clock else date), precision


def _in_berlin(date: dt.date, clock: re.Match) -> dt.date:
    zone = clock["zone"].replace(":", "")
    minutes = 0 if zone[0].isalpha() else int(zone[1:3]) * 60 + int(zone[3:5])
    offset = dt.timedelta(minutes=-minutes if zone[0] == "-" else minutes)
    try:
        time = dt.time(int(clock["hour"]), int(clock["minute"]), tzinfo=dt.timezone(offset))
        return dt.datetime.combine(date, time).astimezone(_BERLIN).date()
    except ValueError:  # 24:00, or a zone that does not exist: the date stands as written
        return date


def _from_epoch(text: str) -> Known:
    number = float(text)
    moment = dt.datetime.fromtimestamp(number / 1000 if number >= 1e11 else number, tz=_BERLIN)
    return (moment.date(), "day") if moment.year in _YEARS else UNKNOWN
