"""How much a word says in an article: BM25, and what the articles nearest to it say beside it.

Chosen without labels, on three corpora (sections of an Austrian daily, speeches, news of 13 outlets), by the
coherence and the stability of the topics: ``benchmarks/topics.py weights`` prints the table. Mean NPMI is .30
with 1 + ln(count), .38 with BM25, .39 with neighbours too; mean stability .68 without neighbours, .75 with
them. Half or twice the numbers below changes little.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse
from sklearn.preprocessing import normalize

from wortwahl.terms.term_matrix import articles_of, sums

# The usual numbers of BM25: how soon a repeated word stops counting, how much long articles are held back.
_SATURATION, _LENGTH = 1.2, 0.75
NEIGHBOURS, NEIGHBOUR_WEIGHT = 10, 0.5
# So many are kept, that ten of them are still there when a fifth of the articles is left out.
_KEPT = 40
# Nearness is that of the heaviest words: the topics are as coherent as with all, in a third of the time.
_HEAVIEST = 100
# Similarities are made in blocks of so many cells.
_BLOCK_CELLS = 4_000_000
_DIGITS = 9


@dataclass(frozen=True)
class Weighting:
    """What the weights of any article need of the corpus: each word's rarity, and the mean length."""

    rarity: np.ndarray
    mean_length: float

    def weigh(self, counts: sparse.csr_array) -> sparse.csr_array:
        """Return BM25 weights (Robertson and Zaragoza 2009), each row of length 1; empty rows stay 0."""
        length = np.repeat(sums(counts) / self.mean_length, np.diff(counts.indptr))
        times = counts.data.astype(np.float64)
        held = times / (times + _SATURATION * (1 - _LENGTH + _LENGTH * length))
        table = sparse.csr_array(
            (held * self.rarity[counts.indices], counts.indices, counts.indptr), shape=counts.shape
        )
        return sparse.csr_array(normalize(table, copy=False))


def weighting_of(counts: sparse.csr_array) -> Weighting:
    """Return the weighting of a corpus; rarity is ln(1 + (n - articles + .5) / (articles + .5))."""
    spread = articles_of(counts)
    rarity = np.log1p((counts.shape[0] - spread + 0.5) / (spread + 0.5))
    length = sums(counts)
    return Weighting(np.round(rarity, _DIGITS), round(float(length[length > 0].mean()), _DIGITS))


@dataclass(frozen=True)
class Neighbours:
    """The nearest articles of each article by cosine, the nearest first: their rows, and how near they are.

    Where there are fewer, the row is -1.
    """

    rows: np.ndarray
    nearness: np.ndarray

    def among(self, chosen: np.ndarray) -> "Neighbours":
        """Return the same for some of the articles, without those that are left out."""
        place = np.full(len(self.rows) + 1, -1)
        place[chosen] = np.arange(len(chosen))
        return replace(self, rows=place[self.rows[chosen]], nearness=self.nearness[chosen])

    def graph(self, n: int = NEIGHBOURS) -> sparse.csr_array:
        """Return the weight of each article's n nearest, rows summing to 1."""
        there = self.rows >= 0
        row, column = np.nonzero(there & (np.cumsum(there, axis=1) <= n))
        size = len(self.rows)
        graph = sparse.csr_array(
            (self.nearness[row, column], (row, self.rows[row, column])), shape=(size, size)
        )
        return sparse.csr_array(normalize(graph, norm="l1", copy=False))


def neighbours_of(table: sparse.csr_array, n: int = _KEPT) -> Neighbours:
    """Return the nearest articles of each row of a table of weights; ties in the order of the rows."""
    table = _heaviest(table)
    size = table.shape[0]
    n = min(n, max(size - 1, 1))
    rows, nearness = np.full((size, n), -1), np.zeros((size, n))
    turned = table.T.tocsr()
    block = max(1, _BLOCK_CELLS // max(size, 1))
    for start in range(0, size, block):
        near = (table[start : start + block] @ turned).toarray()
        here = np.arange(len(near))
        near[here, start + here] = 0
        # Rounded, so that copies of an article are equally near on every machine.
        near = np.round(near, _DIGITS)
        best = np.sort(np.argpartition(-near, n - 1, axis=1)[:, :n], axis=1) if n < size else None
        best = np.tile(np.arange(size), (len(near), 1))[:, :n] if best is None else best
        values = np.take_along_axis(near, best, axis=1)
        order = np.argsort(-values, axis=1, kind="stable")
        best, values = np.take_along_axis(best, order, axis=1), np.take_along_axis(values, order, axis=1)
        rows[start : start + block] = np.where(values > 0, best, -1)
        nearness[start : start + block] = values
    return Neighbours(rows, nearness)


def _heaviest(table: sparse.csr_array, n: int = _HEAVIEST) -> sparse.csr_array:
    """Return a table with each row's n heaviest words only."""
    row = np.repeat(np.arange(table.shape[0]), np.diff(table.indptr))
    # Rounded, so that words of the same weight come in the order of the columns on every machine.
    order = np.lexsort((table.indices, -np.round(table.data, _DIGITS), row))
    kept = order[np.arange(table.nnz) - table.indptr[row] < n]
    return sparse.csr_array((table.data[kept], (row[kept], table.indices[kept])), shape=table.shape)


class Smoothed:
    """A table of weights in which each row is drawn towards its neighbours, without being written out.

    Row i is x_i + w · (mean of its neighbours, by nearness), of length 1: an article says little of its topic
    in few words, its neighbours say the rest (document expansion, Tao et al. 2006). Written out it would have
    ten times the cells; a factorisation needs its products only.
    """

    def __init__(
        self,
        table: sparse.csr_array,
        graph: sparse.csr_array | None = None,
        weight: float = NEIGHBOUR_WEIGHT,
        length: np.ndarray | None = None,
    ) -> None:
        self.shape = table.shape
        self._table, self._turned = table, table.T.tocsr()
        self._step = sparse.eye_array(table.shape[0], format="csr")
        if graph is not None:
            self._step = sparse.csr_array(self._step + weight * graph)
        # The length of rows among all articles serves for a part of them as well, and saves most of the work.
        self.length = self._lengths() if length is None else length
        self.squares = float((self.length > 0).sum())
        scale = np.divide(1, self.length, out=np.zeros_like(self.length), where=self.length > 0)
        self._step = sparse.csr_array(sparse.diags_array(scale) @ self._step)
        self._back = self._step.T.tocsr()

    def times(self, words: np.ndarray) -> np.ndarray:
        """Return the product with words × k."""
        return self._step @ (self._table @ words)

    def turned_times(self, articles: np.ndarray) -> np.ndarray:
        """Return the product of the transposed table with articles × k."""
        return self._turned @ (self._back @ articles)

    def _lengths(self) -> np.ndarray:
        lengths = np.zeros(self.shape[0])
        for start in range(0, self.shape[0], 500):
            rows = sparse.csr_array(self._step[start : start + 500] @ self._table)
            lengths[start : start + 500] = np.sqrt(rows.multiply(rows).sum(axis=1))
        return lengths
