"""The matrix itself: counts, the articles of its rows, and the terms of its columns."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
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


def united(vocabularies: Sequence[pd.Index]) -> tuple[pd.Index, list[np.ndarray]]:
    """Return the union of vocabularies, sorted by code point, and the place of each one's terms in it."""
    names, numbers = numbered([pa.array(terms, type=pa.large_string()) for terms in vocabularies])
    order = pc.sort_indices(names)
    place = np.empty(len(names), dtype=np.int32)
    place[order.to_numpy()] = np.arange(len(names), dtype=np.int32)
    return index_of(names.take(order)), [place[some] for some in numbers]


def numbered(arrays: Sequence[pa.Array]) -> tuple[pa.Array, list[np.ndarray]]:
    """Return what stands in some arrays, each once, and the numbers of each array's items in it."""
    chunks = [
        c for array in arrays for c in (array.chunks if isinstance(array, pa.ChunkedArray) else [array])
    ]
    if not chunks:
        return pa.array([], type=pa.large_string()), []
    whole = pa.concat_arrays(chunks).dictionary_encode()
    bounds = np.cumsum([len(array) for array in arrays])[:-1]
    return whole.dictionary, np.split(whole.indices.to_numpy(), bounds)


def index_of(names: pa.Array) -> pd.Index:
    """Return names as an index of text."""
    return pd.Index(names.to_pandas(), dtype="str", name=None)


def moved(counts: sparse.csr_array, columns: np.ndarray, width: int) -> sparse.csr_array:
    """Return the matrix with each column added to the one it goes to, in the order of the columns."""
    place = np.asarray(columns, dtype=np.int32)[counts.indices]
    shape = (counts.shape[0], width)
    moved = sparse.csr_array((counts.data.copy(), place, counts.indptr.copy()), shape=shape)
    moved.sum_duplicates()
    return moved


def stacked(blocks: Sequence[sparse.csr_array], width: int) -> sparse.csr_array:
    """Return blocks of rows under one another."""
    if not blocks:
        return sparse.csr_array((0, width), dtype=np.int32)
    return sparse.csr_array(sparse.vstack(blocks, format="csr"), dtype=np.int32)


def beside(
    one: tuple[sparse.csr_array, pd.Index], other: tuple[sparse.csr_array, pd.Index]
) -> tuple[sparse.csr_array, pd.Index]:
    """Return two counts of the same articles as one; a term that both have is added up."""
    vocabulary, columns = united([one[1], other[1]])
    counts = [moved(c, places, len(vocabulary)) for (c, _), places in zip((one, other), columns, strict=True)]
    return sparse.csr_array(counts[0] + counts[1], dtype=np.int32), vocabulary
