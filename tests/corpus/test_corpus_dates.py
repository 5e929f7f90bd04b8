"""Dates as exports write them."""

import datetime as dt
import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.dates import UNKNOWN, is_missing, parse_date

DAY = dt.date(2024, 6, 18)


@pytest.mark.parametrize(
    "written",
    [
        "2024-06-18",
        " 2024-06-18 ",
        "2024-06-18T12:30:00",
        "2024-06-18T12:30:00+02:00",
        "2024-06-18 12:30:00.123456",
        "2024-06-18T12:30:00.000+0200",
        "2024/06/18",
        "2024.6.18",
        "20240618",
        "20240618T1230",
        "20240618123000",
        "18.06.2024",
        "18.6.24",
        "18. 6. 2024",
        "18/06/2024",
        "06/18/2024",
        "18-06-2024",
        "18. Juni 2024",
        "18.Juni 2024",
        "18 Jun 2024",
        "18-Jun-2024",
        "18. JUNI 2024",
        "Dienstag, 18. Juni 2024",
        "Di, 18.06.2024",
        "Di., 18. Jun. 2024, 12:30 Uhr",
        "Tue, 18 Jun 2024 12:30:00 +0200",
        "Tue Jun 18 12:30:00 CEST 2024",
        "Tue Jun 18 12:30:00 +0000 2024",
        "June 18, 2024",
        "Jun 18 2024",
        "Tuesday, June 18th, 2024 at 12:30 pm",
        "18th of June 2024",
        "Stand: 18.06.2024, 12:30 Uhr",
        "Stand: Dienstag, 18.06.2024 | 12:30",
        "Veröffentlicht am 18. Juni 2024 um 12:30",
        "12:30 Uhr, 18.06.2024",
        "12.30 Uhr, 18. Juni 2024",
        "1718706600",
        "1718706600000",
        1718706600,
        1718706600.5,
        1718706600000,
        20240618,
        dt.date(2024, 6, 18),
        dt.datetime(2024, 6, 18, 23, 59),
        pd.Timestamp("2024-06-18 12:30"),
    ],
)
def test_the_same_day(written):
    assert parse_date(written) == (DAY, "day")


@pytest.mark.parametrize(
    ("written", "date"),
    [
        # The day it was in Berlin, where a zone is given; as written, where none is.
        ("2024-06-17T22:30:00Z", DAY),
        ("2024-06-17 22:30:00 UTC", DAY),
        ("2024-06-18T23:30:00", DAY),
        ("2024-06-18T23:30:00+02:00", DAY),
        ("Mon, 17 Jun 2024 23:30:00 GMT", DAY),
        ("2024-01-17T23:30:00Z", dt.date(2024, 1, 18)),
        ("2024-01-17T22:30:00Z", dt.date(2024, 1, 17)),
        (dt.datetime(2024, 6, 17, 23, 0, tzinfo=dt.UTC), DAY),
        # Day before month, where both are possible.
        ("03/04/2024", dt.date(2024, 4, 3)),
        ("03.04.2024", dt.date(2024, 4, 3)),
        ("04/13/2024", dt.date(2024, 4, 13)),
        ("3. März 2023", dt.date(2023, 3, 3)),
        ("1. Jänner 2020", dt.date(2020, 1, 1)),
        ("9. Okt. 1999", dt.date(1999, 10, 9)),
        ("31.12.99", dt.date(1999, 12, 31)),
        ("29.02.2024", dt.date(2024, 2, 29)),
    ],
)
def test_other_days(written, date):
    assert parse_date(written) == (date, "day")


@pytest.mark.parametrize(
    "written",
    [
        "2024-06",
        "2024/06",
        "06/2024",
        "6.2024",
        "Juni 2024",
        "Jun. 2024",
        "June, 2024",
        "2024-06-00",
        "im Juni 2024",
    ],
)
def test_months(written):
    assert parse_date(written) == (dt.date(2024, 6, 1), "month")


@pytest.mark.parametrize("written", ["2024", 2024, 2024.0, "2024.0", "2024-00-00"])
def test_years(written):
    assert parse_date(written) == (dt.date(2024, 1, 1), "year")


NO_DATES = """vorgestern|31.02.2024|2023-02-29|2024-13-01|20241806|18.06.|18.06. 12:30|99999|1.2.3.4|24:00|
Smarch 2024|18. Smarch 2024|2024-W25|0000-01-01|9999-99-99|3024-01-01|12345678901234567890|Juni|Heft 12"""


@pytest.mark.parametrize("written", [*NO_DATES.replace("\n", "").split("|"), "18.06.2024" * 20, True])
def test_not_understood(written):
    assert parse_date(written) == UNKNOWN
    assert not is_missing(written)


@pytest.mark.parametrize(
    "written", ["", "  ", None, math.nan, pd.NaT, "NaN", "None", "null", "-", "o. D.", "0000-00-00"]
)
def test_missing(written):
    assert parse_date(written) == UNKNOWN
    assert is_missing(written)


@given(st.dates(dt.date(1700, 1, 1), dt.date(2199, 12, 31)))
def test_every_day_comes_back(date):
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%Y%m%d", "%Y-%m-%dT12:00:00", "Stand: %d.%m.%Y, 12:00 Uhr"):
        written = form.replace("%Y", f"{date.year:04d}")
        assert parse_date(date.strftime(written)) == (date, "day")


@given(
    st.one_of(
        st.text(max_size=40), st.floats(), st.integers(), st.datetimes(), st.dates(), st.booleans(), st.none()
    )
)
def test_nothing_crashes(value):
    date, precision = parse_date(value)
    assert (date is None) == (precision == "")


@given(st.text(alphabet="0123456789.-/: TZ+JuniMärz,", max_size=24))
def test_nothing_like_a_date_crashes(value):
    date, precision = parse_date(value)
    assert (date is None) == (precision == "")
    if precision == "month":
        assert date.day == 1
