"""Names of periods."""

import pandas as pd
import pytest

from wortwahl.corpus.periods import PERIODS, period_labels
from wortwahl.errors import InputError

DATES = pd.Series(
    pd.to_datetime(["2024-06-18", "2024-06-01", "2024-01-01", None, "2021-01-03"]), index=[3, 5, 7, 9, 11]
)
PRECISION = pd.Series(["day", "month", "year", "", "day"], index=DATES.index)


def test_input_unchanged():
    dates, precision = DATES.copy(), PRECISION.copy()
    for period in PERIODS:
        period_labels(dates, precision, period)
    pd.testing.assert_series_equal(dates, DATES)
    pd.testing.assert_series_equal(precision, PRECISION)


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("day", ["2024-06-18", "unknown", "unknown", "unknown", "2021-01-03"]),
        ("week", ["2024-W25", "unknown", "unknown", "unknown", "2020-W53"]),
        ("month", ["2024-06", "2024-06", "unknown", "unknown", "2021-01"]),
        ("quarter", ["2024-Q2", "2024-Q2", "unknown", "unknown", "2021-Q1"]),
        ("year", ["2024", "2024", "2024", "unknown", "2021"]),
    ],
)
def test_labels(period, expected):
    labels = period_labels(DATES, PRECISION, period)
    assert labels.tolist() == expected
    assert labels.index.tolist() == DATES.index.tolist()
    assert labels.name == period


def test_one_digit_week_sorts():
    dates = pd.Series(pd.to_datetime(["2024-02-28", "2024-01-04"]))
    assert period_labels(dates, pd.Series(["day", "day"]), "week").tolist() == ["2024-W09", "2024-W01"]


def test_precision_counts_by_place_not_by_index():
    dates = pd.Series(pd.to_datetime(["2024-06-18", "2024-06-01"]), index=[1, 2])
    assert period_labels(dates, pd.Series(["day", "month"]), "day").tolist() == ["2024-06-18", "unknown"]


@pytest.mark.parametrize("period", PERIODS)
def test_empty_and_all_unknown(period):
    empty = pd.Series([], dtype="datetime64[ns]")
    assert period_labels(empty, pd.Series([], dtype="str"), period).tolist() == []
    nothing = pd.Series([pd.NaT, pd.NaT], dtype="datetime64[ns]")
    assert period_labels(nothing, pd.Series(["", ""]), period).tolist() == ["unknown", "unknown"]


def test_a_known_date_without_precision_is_unknown():
    assert period_labels(pd.Series(pd.to_datetime(["2024-06-18"])), pd.Series([""]), "year").tolist() == [
        "unknown"
    ]


def test_unknown_period():
    with pytest.raises(InputError, match="decade"):
        period_labels(DATES, PRECISION, "decade")
