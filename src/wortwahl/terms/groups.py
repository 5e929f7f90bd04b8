"""Groups of articles: by any column, by a period of their date, or all as one."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.corpus.periods import PERIODS, period_labels
from wortwahl.errors import InputError


def group_names(by: str | Sequence[str] | None) -> list[str]:
    """Return the names of the columns to group by; none for None."""
    if by is None:
        return []
    return [by] if isinstance(by, str) else list(by)


def group_keys(
    articles: pd.DataFrame, by: str | Sequence[str] | None, reserved: Sequence[str] = ()
) -> pd.DataFrame:
    """Return a column of keys for each name in `by`, a row an article.

    Parameters
    ----------
    articles : DataFrame
        Articles, with or without their text.
    by : str, sequence of str or None
        A column, or "day", "week", "month", "quarter", "year" of `date`; a column of that name wins. A date
        that is too coarse goes to the group "unknown".
    reserved : sequence of str
        Names that the result gives to columns of its own.

    Returns
    -------
    DataFrame
        On the index of `articles`.

    Raises
    ------
    InputError
        If a name is neither a column nor a period, is there twice, or is reserved.

    Examples
    --------
    >>> articles = pd.DataFrame({"outlet": ["A"], "date": pd.to_datetime(["2024-06-18"])})
    >>> group_keys(articles.assign(date_precision="day"), ["outlet", "month"]).values.tolist()
    [['A', '2024-06']]
    """
    names = group_names(by)
    keys = {}
    for name in names:
        if name in reserved:
            raise InputError(
                f"the result has a column '{name}' of its own.",
                where="by",
                what_to_do="Rename that column of the corpus.",
            )
        if name in articles.columns:
            keys[name] = articles[name]
        elif name in PERIODS and "date" in articles.columns:
            keys[name] = _period(articles, name)
        else:
            raise InputError(
                f"there is no column '{name}' to group by.",
                where="by",
                what_to_do=f"Columns are: {', '.join(map(str, articles.columns))}; "
                f"periods of a date: {', '.join(PERIODS)}.",
            )
    if len(keys) < len(names):
        raise InputError("a column stands twice.", where="by", what_to_do="Name each once.")
    return pd.DataFrame(keys, index=articles.index)


def group_rows(keys: pd.DataFrame) -> tuple[pd.DataFrame, sparse.csr_array]:
    """Return the groups in their order, and a matrix (a row a group, a column an article) that sums rows."""
    if keys.shape[1] == 0:
        return pd.DataFrame(index=[0]), sparse.csr_array(np.ones((1, len(keys)), dtype=np.int32))
    grouped = keys.reset_index(drop=True).groupby(list(keys.columns), sort=True, dropna=False, observed=True)
    number = grouped.ngroup().to_numpy()
    groups = keys.reset_index(drop=True).assign(_number=number).drop_duplicates("_number")
    groups = groups.sort_values("_number").drop(columns="_number").reset_index(drop=True)
    ones = np.ones(len(keys), dtype=np.int32)
    return groups, sparse.csr_array((ones, (number, np.arange(len(keys)))), shape=(len(groups), len(keys)))


def _period(articles: pd.DataFrame, period: str) -> pd.Series:
    if "date_precision" in articles.columns:
        precision = articles["date_precision"]
    else:
        # A table that does not know how exact its dates are means them as they stand.
        precision = pd.Series("day", index=articles.index)
    return period_labels(articles["date"], precision, period)
