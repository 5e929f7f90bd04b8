"""How often each word is used: absolute, per million words, and in how many articles."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.language.stopwords import STOPWORDS
from wortwahl.terms.groups import group_keys, group_rows
from wortwahl.terms.matrix import as_matrix
from wortwahl.terms.ngrams import JOINT
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.term_matrix import TermMatrix

MILLION = 1_000_000
COLUMNS = ("term", "count", "per_million", "articles")


def term_frequencies(
    corpus: pd.DataFrame | TermMatrix,
    by: str | Sequence[str] | None = None,
    stop_words: bool = False,
    minimum_count: int = 1,
    voice: str = "whole",
) -> pd.DataFrame:
    """Count each word, by lemma, in the whole corpus or in each group of articles.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles, or their matrix where it is there already.
    by : str, sequence of str or None
        Any column, or "day", "week", "month", "quarter", "year", or "voice" (newsroom,
        speech). None counts all articles as one.
    stop_words : bool
        True keeps function words in the table. They count as words of the group in any case.
    minimum_count : int
        Uses that a word must have in a group to stand in the table.
    voice : {"whole", "newsroom", "speech"}
        "newsroom" counts what the newsroom says itself, "speech" what others say in its texts. A matrix must
        tell them apart: ``document_term_matrix(corpus, voice="each")``.

    Returns
    -------
    DataFrame
        The `by` columns, `term`, `count` (uses), `per_million` (uses a million words of the group, function
        words included), `articles` (how many use it). By group, then the most frequent first.

    Raises
    ------
    InputError
        If a column or a parameter is not known.

    Notes
    -----
    Relative frequency to a common base: Biber, Conrad and Reppen (1998), Corpus Linguistics, box 4.

    Examples
    --------
    >>> corpus = pd.DataFrame({"outlet": ["A", "B"], "title": "", "text": ["Der Krieg.", "Kriege, Krieg!"]})
    >>> term_frequencies(corpus, by="outlet").values.tolist()
    [['A', 'Krieg', 1, 500000.0, 1], ['B', 'Krieg', 2, 1000000.0, 1]]
    """
    whole_number(minimum_count, "minimum_count")
    matrix = as_matrix(corpus, by, voice)
    keys = group_keys(matrix.articles, by, reserved=COLUMNS)
    groups, adding = group_rows(keys)
    counts = sparse.csr_array(adding @ matrix.counts)
    articles = sparse.csr_array(adding @ _presence(matrix.counts))
    counts.sort_indices()
    articles.sort_indices()
    group = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    words = adding @ matrix.words
    kept = counts.data >= minimum_count
    if not stop_words:
        kept &= ~function_words(matrix.vocabulary)[counts.indices]
    group, column, count = group[kept], counts.indices[kept], counts.data[kept].astype(np.int64)
    in_articles = articles.data[kept].astype(np.int64)
    # The vocabulary is sorted, so that the column's number breaks ties by term.
    order = np.lexsort((column, -count, group))
    group, column, count = group[order], column[order], count[order]
    table = groups.iloc[group].reset_index(drop=True)
    table["term"] = matrix.vocabulary[column].astype("str")
    table["count"] = count
    table["per_million"] = count / words[group] * MILLION
    table["articles"] = in_articles[order]
    return table


def function_words(vocabulary: pd.Index) -> np.ndarray:
    """Return for each term whether it is a function word, or an n-gram of nothing else."""
    found = np.asarray(vocabulary.str.lower().isin(STOPWORDS))
    for i in np.flatnonzero(vocabulary.str.contains(JOINT, regex=False)):
        found[i] = all(word.lower() in STOPWORDS for word in vocabulary[i].split(JOINT))
    return found


def _presence(counts: sparse.csr_array) -> sparse.csr_array:
    """Return 1 where a count is above zero."""
    ones = np.ones(len(counts.data), dtype=np.int32)
    return sparse.csr_array((ones, counts.indices, counts.indptr), shape=counts.shape)
