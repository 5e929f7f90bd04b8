"""Names of periods for dates that are known to the day, the month or only the year."""

import pandas as pd

from wortwahl.errors import InputError

PERIODS = ("day", "week", "month", "quarter", "year")
UNKNOWN = "unknown"

# A date known to the month lies in one quarter and one year, but in no one week.
_FINE_ENOUGH = {
    "day": ("day",),
    "week": ("day",),
    "month": ("day", "month"),
    "quarter": ("day", "month"),
    "year": ("day", "month", "year"),
}


def period_labels(dates: pd.Series, precision: pd.Series, period: str) -> pd.Series:
    """Return the name of the period each date lies in; names sort in the order of time.

    Parameters
    ----------
    dates : Series of datetime64
        The articles' `date`.
    precision : Series of str
        The articles' `date_precision`: "day", "month", "year" or "", on the same index.
    period : {"day", "week", "month", "quarter", "year"}
        Weeks are those of ISO 8601: they begin on Monday, and the year is the week's own.

    Returns
    -------
    Series of str
        On the index of `dates`: "2024-06-18", "2024-W25", "2024-06", "2024-Q2", "2024", or
        "unknown" where there is no date or it is too coarse for the period.

    Raises
    ------
    InputError
        If the period is none of these.

    Examples
    --------
    >>> dates = pd.Series(pd.to_datetime(["2024-06-18", "2024-06-01", "2024-01-01", None]))
    >>> precision = pd.Series(["day", "month", "year", ""])
    >>> period_labels(dates, precision, "quarter").tolist()
    ['2024-Q2', '2024-Q2', 'unknown', 'unknown']
    """
    if period not in PERIODS:
        raise InputError(f"there is no period '{period}'.", what_to_do=f"Periods are: {', '.join(PERIODS)}.")
    dates = pd.to_datetime(dates)
    if period == "week":
        iso = dates.dt.isocalendar()
        names = (
            iso["year"].astype("Int64").astype("str")
            + "-W"
            + iso["week"].astype("Int64").astype("str").str.zfill(2)
        )
    elif period == "quarter":
        names = dates.dt.strftime("%Y").astype("str") + "-Q" + dates.dt.quarter.astype("Int64").astype("str")
    else:
        names = dates.dt.strftime({"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}[period])
    known = dates.notna() & precision.isin(_FINE_ENOUGH[period]).to_numpy()
    return names.where(known, UNKNOWN).astype("str").rename(period)
