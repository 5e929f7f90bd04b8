"""The matrix itself: counts, the articles of its rows, and the terms of its columns."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse


@dataclass(frozen=True)
class TermMatrix:
    """How often each article uses each term.

    Attributes
    ----------
    counts : scipy.sparse.csr_array of int32
        A row an article, a column a term.
    articles : DataFrame
        The articles' other columns without `text`, a row an article, in the order of the rows.
    vocabulary : Index of str
        The term of each column, sorted by code point.
    words : ndarray of int64
        All words of each article, also those whose terms are not in the vocabulary: the base of every rate.
    """

    counts: sparse.csr_array
    articles: pd.DataFrame
    vocabulary: pd.Index
    words: np.ndarray


def sums(counts: sparse.csr_array, axis: int = 1) -> np.ndarray:
    """Return the sum of each row (axis 1) or column (axis 0) as whole numbers."""
    return np.asarray(counts.sum(axis=axis, dtype=np.int64)).ravel()


def articles_of(counts: sparse.csr_array) -> np.ndarray:
    """Return in how many rows each column is above zero."""
    return np.bincount(counts.indices[counts.data > 0], minlength=counts.shape[1])


def moved(counts: sparse.csr_array, columns: np.ndarray, width: int) -> sparse.csr_array:
    """Return the matrix with each column added to the one it goes to."""
    moved = sparse.csr_array(
        (counts.data.copy(), columns[counts.indices].astype(np.int32), counts.indptr.copy()),
        shape=(counts.shape[0], width),
    )
    moved.sum_duplicates()
    return moved
