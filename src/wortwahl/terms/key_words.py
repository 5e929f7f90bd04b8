"""The key words of every group against the rest: keyness, once a group."""

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.terms.frequencies import function_words
from wortwahl.terms.groups import group_keys
from wortwahl.terms.keyness import keyness
from wortwahl.terms.matrix import as_matrix
from wortwahl.terms.term_matrix import TermMatrix, sums


def keyness_of_groups(
    corpus: pd.DataFrame | TermMatrix,
    by: str = "outlet",
    per_group: int = 25,
    minimum_count: int = 5,
    minimum_articles: int = 2,
    level: float = 0.95,
    voice: str = "whole",
) -> pd.DataFrame:
    """Return the words that each group uses more than all the others together.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles, or their matrix where it is there already.
    by : str
        A column, or day, week, month, quarter, year; or voice.
    per_group : int
        Words a group, those with the highest G².
    minimum_count : int
        Uses that a word must have in the group and the rest together.
    minimum_articles : int
        Articles of the group that must have the word; 1 lets a single article's topic in.
    level : float
        Confidence level of the interval.
    voice : {"whole", "newsroom", "speech"}
        As in `keyness`.

    Returns
    -------
    DataFrame
        The `by` column, then the columns of `keyness`; empty where there is one group only.

    Raises
    ------
    InputError
        If there is no such column.

    Examples
    --------
    >>> corpus = pd.DataFrame({"outlet": ["A", "B"], "title": "", "text": ["Krieg " * 4, "Konflikt " * 4]})
    >>> keyness_of_groups(corpus, minimum_count=1, minimum_articles=1)[["outlet", "term"]].values.tolist()
    [['A', 'Krieg'], ['B', 'Konflikt']]
    """
    matrix = _common(as_matrix(corpus, by, voice), minimum_count)
    keys = group_keys(matrix.articles, by)[by]
    words = pd.Series(matrix.words).groupby(keys.to_numpy()).sum()
    groups = sorted(words.index[words > 0])
    tables = []
    for group in groups if len(groups) > 1 else []:
        table = keyness(
            matrix, by=by, target=group, minimum_count=minimum_count, stop_words=True, level=level
        )
        more = table[(table["log_ratio"] > 0) & (table["articles_target"] >= minimum_articles)]
        tables.append(more.head(per_group).assign(**{by: group}))
    if not tables:
        return keyness_columns(by)
    whole = pd.concat(tables, ignore_index=True)
    return whole[[by, *(name for name in whole.columns if name != by)]]


def _common(matrix: TermMatrix, minimum_count: int) -> TermMatrix:
    """Leave out once, not once a group, what stands in no group's list: function words, and rare ones."""
    common = sums(matrix.counts, axis=0) >= minimum_count
    kept = np.flatnonzero(common & ~function_words(matrix.vocabulary))
    return TermMatrix(
        sparse.csr_array(matrix.counts[:, kept]), matrix.articles, matrix.vocabulary[kept], matrix.words
    )


def keyness_columns(by: str) -> pd.DataFrame:
    """Return an empty table with the columns of the contract."""
    names = ["term", "count_target", "count_reference", "g2", "log_ratio", "low", "high", "p"]
    return pd.DataFrame(columns=[by, *names])
