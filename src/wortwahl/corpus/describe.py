"""What a corpus holds, so that nobody analyses a broken one: coverage, lengths, genres, languages."""

from collections.abc import Sequence

import pandas as pd

from wortwahl.corpus.periods import PERIODS, period_labels
from wortwahl.errors import InputError
from wortwahl.language.tokens import words

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)


def coverage(articles: pd.DataFrame, by: str | Sequence[str] = ("outlet", "month")) -> pd.DataFrame:
    """Return how many articles and words there are for each value of some columns or periods.

    Parameters
    ----------
    articles : DataFrame
        The articles table; a column of numbers `words`, where there is one, is taken as it is.
    by : str or sequence of str
        Columns of `articles`, or day, week, month, quarter, year.

    Returns
    -------
    DataFrame
        The `by` columns, `articles`, `words`; sorted by the `by` columns. A date that is too coarse
        for a period counts as "unknown".

    Raises
    ------
    InputError
        If there is no such column.

    Examples
    --------
    >>> from wortwahl.corpus.schema import article_table
    >>> import datetime as dt
    >>> row = {"date": dt.date(2024, 6, 1), "date_precision": "month", "text": "Ein Wort mehr."}
    >>> coverage(article_table([row]), by="month").to_dict("records")
    [{'month': '2024-06', 'articles': 1, 'words': 3}]
    """
    by = [by] if isinstance(by, str) else list(by)
    keys = {name: _key(articles, name) for name in by}
    counted = pd.DataFrame({**keys, "words": word_counts(articles)}, index=articles.index)
    if not by:
        return pd.DataFrame({"articles": [len(counted)], "words": [int(counted["words"].sum())]})
    found = counted.groupby(by, sort=True, dropna=False)["words"].agg(articles="size", words="sum")
    return found.reset_index().astype({"articles": "int64", "words": "int64"})


def outlet_summary(articles: pd.DataFrame) -> pd.DataFrame:
    """Return what the corpus has of each outlet.

    Parameters
    ----------
    articles : DataFrame
        The articles table.

    Returns
    -------
    DataFrame
        `outlet` ("" where none is known), `articles`, `words`, `median_words`, `first` and `last`
        (dates), `undated`; the outlet with most articles first.
    """
    counted = articles[["outlet", "date"]].assign(words=word_counts(articles))
    grouped = counted.groupby("outlet", sort=True)
    found = grouped.agg(
        articles=("words", "size"),
        words=("words", "sum"),
        median_words=("words", "median"),
        first=("date", "min"),
        last=("date", "max"),
        undated=("date", lambda dates: int(dates.isna().sum())),
    ).reset_index()
    found = found.astype(
        {"articles": "int64", "words": "int64", "median_words": "float64", "undated": "int64"}
    )
    return found.sort_values("articles", ascending=False, kind="stable").reset_index(drop=True)


def genre_counts(articles: pd.DataFrame) -> pd.DataFrame:
    """Return `genre` ("" where unknown), `articles`, `words`; the most frequent first."""
    return _counts(articles, "genre")


def language_counts(articles: pd.DataFrame) -> pd.DataFrame:
    """Return `language`, `articles`, `words`; the most frequent first."""
    return _counts(articles, "language")


def length_quantiles(articles: pd.DataFrame) -> pd.DataFrame:
    """Return how long the articles of each outlet are, in words.

    Parameters
    ----------
    articles : DataFrame
        The articles table.

    Returns
    -------
    DataFrame
        `outlet`, `articles`, and the quantiles `q05`, `q25`, `q50`, `q75`, `q95` (Hyndman and Fan
        1996, type 7); the outlet with most articles first.
    """
    counted = articles[["outlet"]].assign(words=word_counts(articles))
    names = [f"q{round(100 * level):02d}" for level in QUANTILES]
    if counted.empty:
        return pd.DataFrame({"outlet": pd.Series(dtype="str"), "articles": pd.Series(dtype="int64")}).assign(
            **{name: pd.Series(dtype="float64") for name in names}
        )
    grouped = counted.groupby("outlet", sort=True)["words"]
    found = pd.DataFrame(
        {name: grouped.quantile(level) for name, level in zip(names, QUANTILES, strict=True)}
    )
    found.insert(0, "articles", grouped.size().astype("int64"))
    return found.reset_index().sort_values("articles", ascending=False, kind="stable").reset_index(drop=True)


def near_empty(articles: pd.DataFrame, fewer_than: int = 20) -> pd.DataFrame:
    """Return the articles with very few words: teasers, paywalls, pages that failed to load.

    Parameters
    ----------
    articles : DataFrame
        The articles table.
    fewer_than : int
        Words.

    Returns
    -------
    DataFrame
        `id`, `outlet`, `title`, `words`, `source`; the shortest first.
    """
    if fewer_than < 1:
        raise InputError(f"fewer_than: {fewer_than} is below 1.", what_to_do="Give a number of words.")
    counted = articles[["id", "outlet", "title", "source"]].assign(words=word_counts(articles))
    short = counted[counted["words"] < fewer_than].sort_values("words", kind="stable").reset_index(drop=True)
    return short[["id", "outlet", "title", "words", "source"]]


def word_counts(articles: pd.DataFrame) -> pd.Series:
    """Return the number of words of each text; a column of numbers `words` is taken as it is."""
    # A raw file's own column of this name is text, whatever it says.
    if "words" in articles.columns and pd.api.types.is_numeric_dtype(articles["words"]):
        return articles["words"].astype("int64")
    return pd.Series([len(words(text)) for text in articles["text"]], index=articles.index, dtype="int64")


def _counts(articles: pd.DataFrame, by: str) -> pd.DataFrame:
    found = coverage(articles, by)
    return found.sort_values("articles", ascending=False, kind="stable").reset_index(drop=True)


def _key(articles: pd.DataFrame, name: str) -> pd.Series:
    if name in articles.columns:
        return articles[name]
    if name in PERIODS:
        return period_labels(articles["date"], articles["date_precision"], name)
    raise InputError(
        f"by: there is no column '{name}'.",
        what_to_do=f"Columns are: {', '.join(articles.columns)}; periods are: {', '.join(PERIODS)}.",
    )
