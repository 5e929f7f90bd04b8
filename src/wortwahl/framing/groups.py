"""Groups of uses: by any column, or by a period of the article's date."""

from collections.abc import Sequence

import pandas as pd

from wortwahl.corpus.periods import PERIODS, UNKNOWN, period_labels
from wortwahl.errors import InputError


def by_names(by: str | Sequence[str] | None, reserved: Sequence[str] = ()) -> list[str]:
    """Return the names to group by; a name twice, or one that the result needs itself, is an error."""
    names = [] if by is None else [by] if isinstance(by, str) else list(by)
    if len(set(names)) < len(names):
        raise InputError("by: a column stands twice.", what_to_do="Name each once.")
    if taken := [name for name in names if name in reserved]:
        raise InputError(
            f"by: the result has a column '{taken[0]}' of its own.", what_to_do="Rename that column first."
        )
    return names


def with_groups(uses: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Return the uses with a column for each period in `names`; a column of that name wins.

    What is missing in a column becomes "unknown", so that no use is lost.

    Raises
    ------
    InputError
        If a name is neither a column nor a period.
    """
    added = {}
    for name in names:
        if name in uses.columns:
            if uses[name].isna().any():
                added[name] = uses[name].astype("str").where(uses[name].notna(), UNKNOWN)
            continue
        if name not in PERIODS or not {"date", "date_precision"} <= set(uses.columns):
            raise InputError(
                f"by: there is no column '{name}'.",
                what_to_do=f"Columns are: {', '.join(uses.columns)}; periods are: {', '.join(PERIODS)}.",
            )
        added[name] = period_labels(uses["date"], uses["date_precision"], name)
    return uses.assign(**added)
