"""The columns of the two tables that reading makes: articles and problems."""

from collections.abc import Sequence

import pandas as pd

ARTICLE_COLUMNS = (
    "id",
    "date",
    "date_precision",
    "outlet",
    "title",
    "text",
    "url",
    "author",
    "section",
    "language",
    "genre",
    "agency",
    "story",
    "source",
)
PROBLEM_COLUMNS = ("file", "row", "problem", "what_to_do")
GENRES = ("report", "commentary", "interview", "guest", "letter", "liveblog", "speech", "")
PRECISIONS = ("day", "month", "year", "")

# One unit for every pandas version; it reaches from 1677 to 2262.
DATE_TYPE = "datetime64[ns]"


def article_table(rows: Sequence[dict]) -> pd.DataFrame:
    """Return articles as a table with the columns of the Contract first, then further ones.

    Parameters
    ----------
    rows : sequence of dict
        A value for each of `ARTICLE_COLUMNS`, and any further columns as strings.

    Returns
    -------
    DataFrame
        `date` is datetime64, every other column is text, "" where a row has none.

    Examples
    --------
    >>> list(article_table([]).columns) == list(ARTICLE_COLUMNS)
    True
    """
    further = dict.fromkeys(name for row in rows for name in row if name not in ARTICLE_COLUMNS)
    columns = {}
    for name in (*ARTICLE_COLUMNS, *further):
        values = [row.get(name) for row in rows]
        if name == "date":
            columns[name] = pd.Series(pd.to_datetime(values), dtype=DATE_TYPE)
        else:
            columns[name] = pd.Series(["" if value is None else value for value in values], dtype="str")
    return pd.DataFrame(columns)


def joined_articles(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Return batches of articles as one table; a further column that a batch lacks is "" there."""
    filled = [table for table in tables if len(table)]
    if not filled:
        return article_table([])
    whole = pd.concat(filled, ignore_index=True)
    further = [name for name in whole.columns if name not in ARTICLE_COLUMNS]
    return whole.assign(**{name: whole[name].fillna("").astype("str") for name in further})


def problem_table(rows: Sequence[tuple[str, int, str, str]]) -> pd.DataFrame:
    """Return problems as a table: `file`, `row` (0 for the whole file), `problem`, `what_to_do`."""
    table = pd.DataFrame(list(rows), columns=list(PROBLEM_COLUMNS))
    return table.astype({"file": "str", "row": "int64", "problem": "str", "what_to_do": "str"})
