"""What a table may show of articles that are not one's own: labels, never running text."""

import pandas as pd

from wortwahl.corpus import ARTICLE_COLUMNS
from wortwahl.framing import USE_COLUMNS
from wortwahl.framing.excerpts import Budget, count_words

# A department, a party, a place: a further column with longer cells (a teaser, a second copy of the
# text) is running text, and running text belongs to the display limits of the Contract.
WORDS_A_LABEL = 8


def running_text(table: pd.DataFrame) -> list[str]:
    """Return the names of the further columns that hold running text of articles that are not one's own.

    Parameters
    ----------
    table : DataFrame
        Articles or uses with the columns that the raw files had beside ours; `license`, where it is
        one of them, tells one's own.

    Examples
    --------
    >>> running_text(pd.DataFrame({"party": ["SPD"], "teaser": ["Wer " * 9], "title": ["Was " * 9]}))
    ['teaser']
    """
    rows = ~own(table)
    further = [name for name in table.columns if name not in ARTICLE_COLUMNS and name not in USE_COLUMNS]
    return [
        name
        for name in further
        if not pd.api.types.is_numeric_dtype(table[name])
        and any(len(str(cell).split()) > WORDS_A_LABEL for cell in table.loc[rows, name].unique())
    ]


def without_running_text(table: pd.DataFrame) -> pd.DataFrame:
    """Return a table of articles or uses without the columns that `running_text` names."""
    return table.drop(columns=running_text(table))


def without_texts(articles: pd.DataFrame) -> pd.DataFrame:
    """Return articles whose text is empty where it is not one's own, and without running text elsewhere."""
    shown = without_running_text(articles)
    return shown.assign(text=shown["text"].where(own(shown), "").astype("str"))


def own(table: pd.DataFrame) -> pd.Series:
    """Say for each row whether its article has the `license` "own"."""
    if "license" not in table.columns:
        return pd.Series(False, index=table.index)
    return table["license"].eq("own").fillna(False).astype(bool)


def within_limits(lines: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return a concordance in which no article is shown beyond its budget.

    A line that would go beyond keeps its place and its match; `left` and `right` are empty.

    Parameters
    ----------
    lines : DataFrame
        As `concordance` gives it.
    articles : DataFrame
        The articles of these lines.
    """
    budget = Budget(articles)
    shown = [
        row.field == "title"
        or budget.take(row.article, sum(count_words(part) for part in (row.left, row.match, row.right)))
        for row in lines[["article", "field", "left", "match", "right"]].itertuples()
    ]
    there = pd.Series(shown, index=lines.index, dtype=bool)
    return lines.assign(left=lines["left"].where(there, ""), right=lines["right"].where(there, ""))
