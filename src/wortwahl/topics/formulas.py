"""An outlet's formulas: what it says of itself, its app and its books in every other article.

They stand together more firmly than the words of any subject, and would make topics of their own.
"""

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.terms.term_matrix import articles_of, sums

# Rule 1. In more than this share of an outlet's articles, and there so many times as often as elsewhere. Of
# fewer articles (a minister's fifty speeches) habits are not told from subjects.
EVERYWHERE = 0.5
TIMES_ELSEWHERE = 4
OUTLET_ARTICLES = 100

# Rule 2. At least so many words in nearly the same articles, of which there are so many: no subject is spoken
# of in the same words so often. "Joe" and "Biden" are two, "Android-Gerät … herunterladen" are twenty.
BLOCK_WORDS = 5
BLOCK_ARTICLES = 10
SAME_ARTICLES = 0.8
# A formula is a small part of articles about other things; what is most of its articles is a subject.
PART_OF_ARTICLE = 0.3
_BLOCK = 500


def without_formulas(counts: sparse.csr_array, articles: pd.DataFrame) -> sparse.csr_array:
    """Take formulas out of the articles in which they are formulas; elsewhere the word may say something.

    Parameters
    ----------
    counts : csr_array
        Articles × content words.
    articles : DataFrame
        The articles; without a column `outlet` only the second rule is used.

    Returns
    -------
    csr_array
    """
    return _without_repeated(_without_habits(counts, articles))


def _without_habits(counts: sparse.csr_array, articles: pd.DataFrame) -> sparse.csr_array:
    """Rule 1: "COMPACT" in Compact's articles, "SPD" in the speeches of the SPD."""
    if "outlet" not in articles:
        return counts
    codes, names = pd.factorize(articles["outlet"])
    if len(names) < 2:
        return counts
    spread = articles_of(counts)
    parts = []
    for code in range(len(names)):
        rows = np.flatnonzero(codes == code)
        if len(rows) < OUTLET_ARTICLES:
            continue
        here = articles_of(sparse.csr_array(counts[rows]))
        there = (spread - here) / (counts.shape[0] - len(rows))
        share = here / len(rows)
        habits = (share > EVERYWHERE) & (share >= TIMES_ELSEWHERE * there)
        parts.append((rows, np.flatnonzero(habits)))
    gone = np.zeros(counts.nnz, dtype=bool)
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    for rows, columns in parts:
        if len(columns):
            gone |= np.isin(row, rows) & np.isin(counts.indices, columns)
    return _without(counts, row, gone)


def _without_repeated(counts: sparse.csr_array) -> sparse.csr_array:
    """Rule 2: words that come as one block, again and again, in articles about other things."""
    spread = articles_of(counts)
    columns = np.flatnonzero(spread >= BLOCK_ARTICLES)
    if len(columns) < BLOCK_WORDS:
        return counts
    # By number of articles: words in nearly the same articles are in nearly as many, so few need comparing.
    columns = columns[np.argsort(spread[columns], kind="stable")]
    present = sparse.csc_array(counts[:, columns] > 0, dtype=np.float32)
    number = spread[columns]
    pairs = []
    for start in range(0, len(columns), _BLOCK):
        last = min(start + _BLOCK, len(columns)) - 1
        low = np.searchsorted(number, number[start] * SAME_ARTICLES)
        high = np.searchsorted(number, number[last] / SAME_ARTICLES, side="right")
        both = (present[:, start : last + 1].T @ present[:, low:high]).tocoo()
        either = number[start + both.row] + number[low + both.col] - both.data
        near = both.data >= SAME_ARTICLES * either
        pairs.append(np.stack([start + both.row[near], low + both.col[near]]))
    row, column = np.concatenate(pairs, axis=1)
    same = sparse.csr_array((np.ones(len(row), bool), (row, column)), shape=(len(columns), len(columns)))
    # Each word is near itself.
    candidates = np.flatnonzero(np.diff(same.indptr) >= BLOCK_WORDS)
    length = sums(counts)
    formulas = []
    for word in candidates:
        block = columns[same.indices[same.indptr[word] : same.indptr[word + 1]]]
        where = present.indices[present.indptr[word] : present.indptr[word + 1]]
        inside = sums(sparse.csr_array(counts[where][:, block])) / length[where]
        if np.median(inside) <= PART_OF_ARTICLE:
            formulas.append(columns[word])
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    return _without(counts, row, np.isin(counts.indices, formulas))


def _without(counts: sparse.csr_array, row: np.ndarray, gone: np.ndarray) -> sparse.csr_array:
    if not gone.any():
        return counts
    kept = (counts.data[~gone], (row[~gone], counts.indices[~gone]))
    without = sparse.csr_array(kept, shape=counts.shape, dtype=counts.dtype)
    without.sort_indices()
    return without
