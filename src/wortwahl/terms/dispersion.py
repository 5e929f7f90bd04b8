"""Dispersion: whether a word is used throughout, or in a few articles only."""

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.terms.frequencies import function_words
from wortwahl.terms.matrix import as_matrix
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.term_matrix import TermMatrix, articles_of, sums


def dispersion(
    corpus: pd.DataFrame | TermMatrix,
    minimum_count: int = 5,
    stop_words: bool = False,
    voice: str = "whole",
) -> pd.DataFrame:
    """Measure how evenly each word is spread over the articles.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles, or their matrix where it is there already. Articles without a word are no parts.
    minimum_count : int
        Uses that a word must have.
    stop_words : bool
        True keeps function words in the table.
    voice : {"whole", "newsroom", "speech"}
        "newsroom" counts what the newsroom says itself, "speech" what others say in its texts. A matrix must
        tell them apart: ``document_term_matrix(corpus, voice="each")``.

    Returns
    -------
    DataFrame
        A row a word, the most frequent first:

        - `term`, `count`, `articles`: uses, and in how many articles.
        - `range`: the share of all articles that use it, 0 to 1.
        - `dp`: half the sum, over articles, of how far the article's share of the word's uses is from its
          share of all words; 0 is even.
        - `dp_norm`: `dp` by the highest value it can have; 1 is all uses in the shortest article.
        - `juilland_d`: one less the variation of the rates by its highest value; 1 is even.

        In a corpus of one article `dp` is 0, and the last two are NaN: there is nothing to spread over.

    Raises
    ------
    InputError
        If a parameter is not possible.

    Notes
    -----
    DP: Gries (2008). Its norm: Lijffijt and Gries (2012). D: Juilland and Chang-Rodríguez (1964), of rates
    rather than counts, as articles differ in length.

    Examples
    --------
    >>> corpus = pd.DataFrame({"title": "", "text": ["Krieg und Krieg", "Krieg Frieden Frieden"]})
    >>> dispersion(corpus, minimum_count=2)[["term", "count", "dp", "dp_norm"]].round(2).values.tolist()
    [['Krieg', 3, 0.17, 0.33], ['Frieden', 2, 0.5, 1.0]]
    """
    whole_number(minimum_count, "minimum_count")
    matrix = as_matrix(corpus, voice=voice)
    totals = sums(matrix.counts, axis=0)
    kept = totals >= minimum_count
    if not stop_words:
        kept &= ~function_words(matrix.vocabulary)
    columns = np.flatnonzero(kept)
    counts = sparse.csr_array(matrix.counts[:, columns])
    dp, dp_norm = deviation_of_proportions(counts, matrix.words)
    parts = int((matrix.words > 0).sum())
    in_articles = articles_of(counts)
    table = pd.DataFrame(
        {
            "term": matrix.vocabulary[columns].astype("str"),
            "count": totals[columns],
            "articles": in_articles,
            "range": in_articles / max(parts, 1),
            "dp": dp,
            "dp_norm": dp_norm,
            "juilland_d": juilland_d(counts, matrix.words),
        }
    )
    return table.sort_values(["count", "term"], ascending=[False, True], ignore_index=True)


def deviation_of_proportions(counts: sparse.csr_array, words: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return DP and its norm for each column; NaN for a column without uses.

    Parameters
    ----------
    counts : csr_array
        A row an article.
    words : ndarray
        All words of each article.
    """
    totals = sums(counts, axis=0).astype(float)
    totals[totals == 0] = np.nan
    size = words / max(words.sum(), 1)
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    share = counts.data / totals[counts.indices]
    # An article without a use adds its size; so each column starts at 1, the sum of all sizes, and the
    # articles with a use are put right.
    change = np.abs(share - size[row]) - size[row]
    dp = (1 + np.bincount(counts.indices, weights=change, minlength=counts.shape[1])) / 2
    # Rounding would otherwise show as -0.0.
    dp = np.where(np.isnan(totals), np.nan, np.clip(dp, 0, 1))
    most = 1 - size[size > 0].min() if (size > 0).any() else 0.0
    return dp, np.clip(dp / most, 0, 1) if most > 0 else np.full(len(dp), np.nan)


def juilland_d(counts: sparse.csr_array, words: np.ndarray) -> np.ndarray:
    """Return Juilland's D for each column; NaN for one part, or a column without uses."""
    parts = int((words > 0).sum())
    if parts < 2:
        return np.full(counts.shape[1], np.nan)
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    rate = counts.data / words[row]
    total, squares = (
        np.bincount(counts.indices, weights=values, minlength=counts.shape[1]) for values in (rate, rate**2)
    )
    mean = np.where(total > 0, total, np.nan) / parts
    variation = np.sqrt(np.maximum(squares / parts - mean**2, 0)) / mean
    return np.clip(1 - variation / np.sqrt(parts - 1), 0, 1)
