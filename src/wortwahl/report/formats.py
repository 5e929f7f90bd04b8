"""Numbers, dates and periods as each language of the report writes them."""

import math
import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from wortwahl.errors import InputError

DASH = "–"
SPACE = "\u00a0"  # no-break: "39 %" and "18. Juni" never fall apart at a line's end
MINUS = "−"

MONTHS = {
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    "de": (
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
}
LANGUAGES = tuple(MONTHS)


class Period(NamedTuple):
    """One step on a time axis: the kind of period, and its place on a line of equal steps."""

    kind: str
    place: int


_PERIOD = re.compile(
    r"^(?P<year>\d{4})"
    r"(?:-?Q(?P<quarter>[1-4])|-?W(?P<week>\d{2})|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d{2}))?)?"
    r"(?:[T ]00:00:00.*)?$"
)


def is_missing(value: object) -> bool:
    """Return True for None, NaN, NaT and the empty text."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return True
    return bool(pd.api.types.is_scalar(value) and pd.isna(value))


def parse_period(value: object, kind: str = "") -> Period | None:
    """Return the period that a value of a `day`, `week`, `month`, `quarter` or `year` column names.

    Parameters
    ----------
    value : object
        A text ("2024-06", "2024-Q2", "2024-W05"), a Timestamp, a date or a pandas Period.
    kind : str
        What a full date stands for: "month" reads 2024-06-01 as June 2024.

    Returns
    -------
    Period or None
        None for "unknown" and anything else that is no period.

    Examples
    --------
    >>> parse_period("2024-06")
    Period(kind='month', place=24293)
    >>> parse_period("unknown") is None
    True
    """
    if is_missing(value):
        return None
    match = _PERIOD.match(str(value))
    if not match:
        return None
    year, month, day = int(match["year"]), int(match["month"] or 1), int(match["day"] or 1)
    try:
        if match["quarter"]:
            return Period("quarter", year * 4 + int(match["quarter"]) - 1)
        if match["week"]:
            return Period("week", date.fromisocalendar(year, int(match["week"]), 1).toordinal() // 7)
        kind = kind or ("day" if match["day"] else "month" if match["month"] else "year")
        whole = date(year, month, day)
    except ValueError:
        return None
    if kind == "quarter":
        return Period("quarter", year * 4 + (month - 1) // 3)
    if kind == "month":
        return Period("month", year * 12 + month - 1)
    if kind == "week":
        return Period("week", (whole.toordinal() - 1) // 7)
    if kind == "day":
        return Period("day", whole.toordinal())
    return Period("year", year)


@dataclass(frozen=True)
class Formats:
    """How one language writes numbers and dates; everything not a number becomes a dash.

    Parameters
    ----------
    lang : str
        "en" or "de".

    Raises
    ------
    InputError
        For another language.

    Examples
    --------
    >>> Formats("en").number(1234.5, 1), Formats("de").number(1234.5, 1)
    ('1,234.5', '1.234,5')
    >>> Formats("en").date("2024-06-18"), Formats("en").percent(0.392)
    ('18\\xa0June\\xa02024', '39%')
    """

    lang: str

    def __post_init__(self) -> None:
        """Refuse a language there are no messages for."""
        if self.lang not in LANGUAGES:
            raise InputError(
                f"there is no report in the language {self.lang!r}.",
                where="lang",
                what_to_do=f"Choose one of: {', '.join(LANGUAGES)}.",
            )

    def _localise(self, text: str) -> str:
        text = text.replace("-", MINUS)
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "de" else text

    def number(self, value: object, digits: int = 0, signed: bool = False) -> str:
        """Return a number with thousands separated."""
        if is_missing(value) or not math.isfinite(float(value)):
            return DASH
        value = float(value)
        if round(value, digits) == 0:
            value = 0.0  # no "-0"
        return self._localise(format(value, f"{'+' if signed and value else ''},.{digits}f"))

    def percent(self, share: object, digits: int = 0) -> str:
        """Return a share between 0 and 1 as a percentage; a small one is never rounded to nothing."""
        if is_missing(share) or not math.isfinite(float(share)):
            return DASH
        share, step = float(share), 10.0**-digits
        unit = f"{SPACE}%" if self.lang == "de" else "%"
        if 0 < share * 100 < step / 2:
            return "<" + self.number(step, digits) + unit
        if share < 1 and round(share * 100, digits) == 100:
            return ">" + self.number(100 - step, digits) + unit
        return self.number(share * 100, digits) + unit

    def points(self, difference: object, digits: int = 0) -> str:
        """Return a difference of two shares in percentage points, with its sign and no unit."""
        return DASH if is_missing(difference) else self.number(float(difference) * 100, digits, signed=True)

    def interval(self, low: object, high: object, digits: int = 0) -> str:
        """Return an interval of shares as one percentage range."""
        if is_missing(low) or is_missing(high):
            return DASH
        unit = f"{SPACE}%" if self.lang == "de" else "%"
        return f"{self.number(float(low) * 100, digits)}{DASH}{self.number(float(high) * 100, digits)}{unit}"

    def p(self, value: object) -> str:
        """Return a p value, never as exactly zero."""
        if is_missing(value):
            return DASH
        if float(value) < 0.001:
            return "<" + self._localise("0.001")
        return self.number(value, 3)

    def date(self, value: object, precision: str = "day") -> str:
        """Return a date as written out in a text: 18 June 2024, 18. Juni 2024."""
        found = parse_period(str(value)[:10] if not is_missing(value) else "")
        if found is None:
            return DASH
        if found.kind != "day":
            return self.period(str(value)[:10])
        if precision in ("month", "year"):
            return self.period(str(value)[: 7 if precision == "month" else 4])
        day = date.fromordinal(found.place)
        dot = "." if self.lang == "de" else ""
        return f"{day.day}{dot}{SPACE}{MONTHS[self.lang][day.month - 1]}{SPACE}{day.year}"

    def period(self, value: object, kind: str = "", short: bool = False) -> str:
        """Return the name of a period; what is no period stays as it is.

        Parameters
        ----------
        value : object
            As for `parse_period`.
        kind : str
            As for `parse_period`.
        short : bool
            For the axis of a figure: "Jun 24" instead of "June 2024".
        """
        found = parse_period(value, kind)
        if found is None:
            return DASH if is_missing(value) else str(value)
        return self.place(found, short)

    def place(self, period: Period, short: bool = False) -> str:
        """Return the name of a parsed period."""
        kind, place = period
        if kind == "month":
            name, year = MONTHS[self.lang][place % 12], place // 12
            return f"{name[:3]}{SPACE}{year % 100:02d}" if short else f"{name} {year}"
        if kind == "quarter":
            number, year = place % 4 + 1, place // 4
            if short:
                return f"Q{number}{SPACE}{year % 100:02d}"
            return f"{number}. Quartal {year}" if self.lang == "de" else f"Q{number} {year}"
        if kind == "week":
            year, week, _ = date.fromordinal(place * 7 + 1).isocalendar()
            return f"KW{SPACE}{week}/{year}" if self.lang == "de" else f"week{SPACE}{week}/{year}"
        if kind == "day":
            return self.date(date.fromordinal(place).isoformat())
        return str(place)
