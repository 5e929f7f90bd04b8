import numpy as np
import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.report.formats import DASH, Formats, Period, parse_period

EN, DE = Formats("en"), Formats("de")


@pytest.mark.parametrize(
    ("value", "digits", "en", "de"),
    [
        (1234.5, 1, "1,234.5", "1.234,5"),
        (1234567, 0, "1,234,567", "1.234.567"),
        (-0.5, 1, "−0.5", "−0,5"),
        (-0.0001, 2, "0.00", "0,00"),
        (np.int64(3), 0, "3", "3"),
        (np.nan, 0, DASH, DASH),
        (np.inf, 0, DASH, DASH),
        (None, 0, DASH, DASH),
        (pd.NA, 0, DASH, DASH),
    ],
)
def test_numbers(value, digits, en, de):
    assert EN.number(value, digits) == en
    assert DE.number(value, digits) == de


@pytest.mark.parametrize(
    ("share", "digits", "en", "de"),
    [
        (0.392, 0, "39%", "39\u00a0%"),
        (0.3925, 1, "39.2%", "39,2\u00a0%"),
        (0, 0, "0%", "0\u00a0%"),
        (1, 0, "100%", "100\u00a0%"),
        (0.001, 0, "<1%", "<1\u00a0%"),
        (0.999, 0, ">99%", ">99\u00a0%"),
        (0.99999, 1, ">99.9%", ">99,9\u00a0%"),
        (np.nan, 0, DASH, DASH),
    ],
)
def test_a_small_share_is_never_nothing(share, digits, en, de):
    assert EN.percent(share, digits) == en
    assert DE.percent(share, digits) == de


def test_intervals_and_p():
    assert EN.interval(0.081, 0.532) == "8–53%"
    assert DE.interval(0.081, 0.532, 1) == "8,1–53,2\u00a0%"
    assert EN.interval(np.nan, 0.5) == DASH
    assert EN.p(0.00001) == "<0.001"
    assert DE.p(0.0421) == "0,042"
    assert EN.points(-0.104) == "−10"
    assert EN.points(0.04) == "+4"
    assert EN.points(0.0) == "0"


@pytest.mark.parametrize(
    ("value", "precision", "en", "de"),
    [
        ("2024-06-18", "day", "18\u00a0June\u00a02024", "18.\u00a0Juni\u00a02024"),
        (pd.Timestamp("2024-03-01"), "day", "1\u00a0March\u00a02024", "1.\u00a0März\u00a02024"),
        ("2024-06-18", "month", "June 2024", "Juni 2024"),
        ("2024-06-18", "year", "2024", "2024"),
        ("2024-06", "day", "June 2024", "Juni 2024"),
        (pd.NaT, "day", DASH, DASH),
        ("", "day", DASH, DASH),
        (None, "day", DASH, DASH),
        ("2024-02-31", "day", DASH, DASH),
    ],
)
def test_dates(value, precision, en, de):
    assert EN.date(value, precision) == en
    assert DE.date(value, precision) == de


def test_periods():
    assert DE.period("2024-Q2") == "2. Quartal 2024"
    assert EN.period("2024Q2") == "Q2 2024"
    assert EN.period(pd.Period("2024-06", "M")) == "June 2024"
    assert EN.period(pd.Timestamp("2024-06-01"), "month", short=True) == "Jun\u00a024"
    assert EN.period("2024-W05") == "week\u00a05/2024"
    assert DE.period(pd.Timestamp("2024-01-31"), "week") == "KW\u00a05/2024"
    assert EN.period("unknown") == "unknown"
    assert EN.period(None) == DASH


def test_neighbouring_periods_are_one_step_apart():
    assert parse_period("2024-01").place - parse_period("2023-12").place == 1
    assert parse_period("2024-Q1").place - parse_period("2023-Q4").place == 1
    assert parse_period("2024-W01").place - parse_period("2023-W52").place == 1
    assert parse_period("2024-06-18", "quarter") == Period("quarter", 2024 * 4 + 1)


def test_an_unknown_language_is_an_error():
    with pytest.raises(InputError, match="'fr'"):
        Formats("fr")
