"""Non-negative matrix factorisation of a table that is known by its products only.

scikit-learn's NMF needs the table itself, which has ten times the cells when each article is drawn towards
its neighbours. This one takes a second for 7,050 articles; stability needs eleven fits.
"""

import numpy as np

from wortwahl.topics.weights import Smoothed

# Cheap repeats of an update between two products with the table (Gillis and Glineur 2012).
_REPEATS = 2
_ROUNDS = 200
# Tables with fewer rows or columns are decomposed in full: the iteration needs room.
_SMALL = 200
_MORE, _POWERS = 10, 6


def factorise(table: Smoothed, n_topics: int, tolerance: float) -> np.ndarray:
    """Return topics × words, so that articles × topics times it is near the table.

    Hierarchical alternating least squares (Cichocki and Phan 2009) of the problem of Lee and Seung (1999),
    from a start made of the singular vectors: there is no chance in it.

    Parameters
    ----------
    table : Smoothed
    n_topics : int
        At most the smaller side of the table.
    tolerance : float
        Stop when a round mends less than this share of the table's sum of squares.

    Returns
    -------
    ndarray
    """
    articles, words = _start(table, n_topics)
    best = np.inf
    for _ in range(_ROUNDS):
        products, square = table.times(words), words.T @ words
        _update(articles, products, square)
        error = table.squares - 2 * (articles * products).sum() + ((articles.T @ articles) * square).sum()
        if best - error < tolerance * table.squares:
            break
        best = error
        _update(words, table.turned_times(articles), articles.T @ articles)
    return np.ascontiguousarray(words.T)


def _update(factor: np.ndarray, products: np.ndarray, square: np.ndarray) -> None:
    """Move one factor, column by column, to where the error is least with all else as it is."""
    for _ in range(_REPEATS):
        for k in np.flatnonzero(np.diagonal(square) > 0):
            step = (products[:, k] - factor @ square[:, k]) / square[k, k]
            np.maximum(factor[:, k] + step, 0, out=factor[:, k])


def _start(table: Smoothed, n_topics: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the larger positive part of each pair of singular vectors (Boutsidis and Gallopoulos 2008)."""
    left, values, right = _singular(table, n_topics)
    # By columns, since the updates go by columns.
    articles, words = (np.zeros((len(side), n_topics), order="F") for side in (left, right))
    for k in range(n_topics):
        sides = [(np.maximum(sign * left[:, k], 0), np.maximum(sign * right[:, k], 0)) for sign in (1, -1)]
        sizes = [np.linalg.norm(one) * np.linalg.norm(other) for one, other in sides]
        larger = int(sizes[1] > sizes[0])
        one, other = sides[larger]
        if sizes[larger] > 0:
            scale = np.sqrt(max(values[k], 0) * sizes[larger])
            articles[:, k] = scale * one / np.linalg.norm(one)
            words[:, k] = scale * other / np.linalg.norm(other)
    return articles, words


def _singular(table: Smoothed, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the n largest singular values with their vectors, as columns, the largest first."""
    if min(table.shape) <= max(_SMALL, 2 * n):
        few = table.shape[0] <= table.shape[1]
        dense = table.turned_times(np.eye(table.shape[0])).T if few else table.times(np.eye(table.shape[1]))
        left, values, right = np.linalg.svd(dense, full_matrices=False)
        return left[:, :n], values[:n], right[:n].T
    # Randomised subspace iteration (Halko, Martinsson and Tropp 2011), with numbers that are always the same.
    basis = np.random.default_rng(0).standard_normal((table.shape[1], n + _MORE))
    for _ in range(_POWERS):
        sides = np.linalg.qr(table.times(basis))[0]
        basis = np.linalg.qr(table.turned_times(sides))[0]
    sides = np.linalg.qr(table.times(basis))[0]
    left, values, right = np.linalg.svd(table.turned_times(sides).T, full_matrices=False)
    return sides @ left[:, :n], values[:n], right[:n].T
