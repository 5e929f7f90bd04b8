"""How often a term is used over time, with the interval that articles, not words, allow."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy.stats import chi2

from wortwahl.corpus.periods import PERIODS
from wortwahl.errors import InputError
from wortwahl.language.lemmas import lemma
from wortwahl.terms.frequencies import MILLION
from wortwahl.terms.genitives import name_of_genitive
from wortwahl.terms.groups import group_keys
from wortwahl.terms.matrix import FIELDS, as_matrix
from wortwahl.terms.parameters import confidence_level, one_of
from wortwahl.terms.places import check_term, matcher_for, texts
from wortwahl.terms.term_matrix import TermMatrix


def term_trend(
    corpus: pd.DataFrame | TermMatrix, term: str, by: str = "month", level: float = 0.95
) -> pd.DataFrame:
    """Count a term in each period.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles with `date`, or their matrix; a phrase or a pattern needs the articles.
    term : str
        A word in any of its forms, counted by lemma as in `term_frequencies`; a phrase, or a pattern such as
        ``*krieg``, counted as in `concordance`.
    by : {"day", "week", "month", "quarter", "year"}
        The period.
    level : float
        Confidence level of the interval.

    Returns
    -------
    DataFrame
        `period`, `count`, `words` (all words of the period), `per_million`, `low`, `high`, `articles` (that
        use it), `articles_total`. Periods in their order; dates too coarse last, as "unknown". A period
        without words has no rate.

    Raises
    ------
    InputError
        If a parameter is not known, or there are no dates.

    Notes
    -----
    Exact Poisson interval (Garwood 1936), widened by the overdispersion of articles about their period's
    rate (Pearson's chi² by its degrees of freedom, one value a term, never below 1; McCullagh and Nelder
    1989): uses come in clusters, as an article that has a word once has it again.

    Examples
    --------
    >>> corpus = pd.DataFrame({"date": pd.to_datetime(["2022-02-01", "2022-03-01"]), "title": "",
    ...                        "text": ["Frieden in Kiew", "Krieg und Krieg in Kiew"]})
    >>> term_trend(corpus, "Krieg")[["period", "count", "words", "per_million"]].values.tolist()
    [['2022-02', 0, 3, 0.0], ['2022-03', 2, 5, 400000.0]]
    """
    confidence_level(level)
    uses, words, periods = uses_by_article(corpus, term, by)
    table = pd.DataFrame(
        {"period": periods, "count": uses, "words": words, "articles": uses > 0, "articles_total": 1}
    )
    table = table.groupby("period", sort=True).sum().astype("int64").reset_index()
    spread = overdispersion(uses, words, periods)
    low, high = (
        np.divide(bound, table["words"], out=np.full(len(table), np.nan), where=table["words"] > 0) * MILLION
        for bound in count_interval(table["count"].to_numpy(), spread, level)
    )
    rate = (table["count"] / table["words"].where(table["words"] > 0)).astype("float64") * MILLION
    table = table.assign(per_million=rate, low=low, high=high)
    return table[["period", "count", "words", "per_million", "low", "high", "articles", "articles_total"]]


def uses_by_article(
    corpus: pd.DataFrame | TermMatrix, term: str, by: str
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the uses of a term, all words, and the name of the period of each article."""
    one_of(by, "by", PERIODS)
    term = check_term(term)
    if isinstance(corpus, pd.DataFrame) and "date" not in corpus.columns:
        raise InputError("the corpus has no column 'date'.", what_to_do="Give articles with a date.")
    is_word = term.isalpha() or all(part.isalpha() for part in term.split("-"))
    if not is_word and isinstance(corpus, TermMatrix):
        raise InputError(
            f"'{term}' is no single word, and a matrix has only these.",
            where="term",
            what_to_do="Give the table of articles.",
        )
    matrix = as_matrix(corpus)
    if is_word:
        uses = _column(matrix, term)
    else:
        matcher, uses = matcher_for(term), np.zeros(len(matrix.words), dtype=np.int64)
        for row, _, text in texts(corpus, FIELDS):
            uses[row] += len(matcher.find(text))
    # A column that happens to be called "month" is not what was asked for.
    dates = matrix.articles[[name for name in ("date", "date_precision") if name in matrix.articles]]
    return uses, matrix.words, group_keys(dates, by)[by].to_numpy(dtype=object)


def overdispersion(uses: np.ndarray, words: np.ndarray, periods: Sequence[str]) -> float:
    """Return how much more the uses of articles vary than independent uses would; at least 1.

    Periods without a use say nothing about it, and are left out.
    """
    table = pd.DataFrame({"uses": uses, "words": words, "period": periods})
    table = table[table["words"] > 0]
    sums = table.groupby("period")[["uses", "words"]].transform("sum")
    table = table.assign(expected=table["words"] * sums["uses"] / sums["words"])
    table = table[table["expected"] > 0]
    freedom = len(table) - table["period"].nunique()
    if freedom < 1:
        return 1.0
    return max(1.0, float(((table["uses"] - table["expected"]) ** 2 / table["expected"]).sum() / freedom))


def count_interval(count: np.ndarray, spread: float, level: float) -> tuple[np.ndarray, np.ndarray]:
    """Return low and high of the number of uses that was to be expected, given the overdispersion."""
    tail = (1 - level) / 2
    effective = np.asarray(count) / spread
    low = np.where(effective > 0, chi2.ppf(tail, 2 * np.maximum(effective, 1e-9)) / 2, 0.0)
    return low * spread, chi2.ppf(1 - tail, 2 * effective + 2) / 2 * spread


def _column(matrix: TermMatrix, term: str) -> np.ndarray:
    """Return the uses of a word in each article; zeros if nobody uses it."""
    for word in dict.fromkeys((lemma(term), term, name_of_genitive(lemma(term)))):
        if word in matrix.vocabulary:
            column = matrix.counts[:, [matrix.vocabulary.get_loc(word)]]
            return column.toarray().ravel().astype(np.int64)
    return np.zeros(len(matrix.words), dtype=np.int64)
