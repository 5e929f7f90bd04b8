"""From counts to topics, and from topics to the shares they have in an article, by either method."""

from dataclasses import dataclass

import numpy as np
from scipy import sparse
from scipy.linalg import solve_triangular
from scipy.optimize import nnls
from threadpoolctl import threadpool_limits

from wortwahl.topics import nmf
from wortwahl.topics.lda import fit_lda, lda_weights
from wortwahl.topics.weights import Neighbours, Smoothed, Weighting, neighbours_of, weighting_of

METHODS = ("nmf", "lda")
# A resample is a check, not the model.
TOLERANCE, ROUGH = 1e-6, 1e-5
# Two topics of the same words would leave the shares between them open.
_RIDGE = 1e-9
# Weights are rounded, so that the last bits of a sum do not show in a file.
_DIGITS = 9


@dataclass(frozen=True)
class Prepared:
    """A corpus with what all fits of it share.

    Attributes
    ----------
    counts : csr_array
        Articles × words.
    weighting : Weighting
    table : csr_array
        The weights of `counts`.
    near : Neighbours or None
        None for "lda", which takes counts as they are.
    length : ndarray or None
        Of the smoothed rows.
    method : str
    """

    counts: sparse.csr_array
    weighting: Weighting
    table: sparse.csr_array
    near: Neighbours | None
    length: np.ndarray | None
    method: str


@dataclass(frozen=True)
class Fit:
    """Topics, the largest first, with their shares in the articles they were made of.

    Attributes
    ----------
    components : ndarray
        Topics × words: for "nmf" rows of length 1, for "lda" the posterior's parameters.
    shares, strength : ndarray
        As `project` gives them.
    """

    components: np.ndarray
    shares: np.ndarray
    strength: np.ndarray


def prepare(counts: sparse.csr_array, method: str) -> Prepared:
    """Weigh the words of a corpus and find each article's neighbours, once for all fits."""
    weighting = weighting_of(counts)
    table = weighting.weigh(counts)
    if method == "lda":
        return Prepared(counts, weighting, table, None, None, method)
    near = neighbours_of(table)
    return Prepared(counts, weighting, table, near, Smoothed(table, near.graph()).length, method)


def fit(prepared: Prepared, n_topics: int, seed: int) -> Fit:
    """Make topics, and order them by their mean share.

    Parameters
    ----------
    prepared : Prepared
    n_topics : int
        There are fewer topics where there are fewer articles or words, or where a topic came out empty.
    seed : int
        For "lda"; "nmf" is the same for every seed.

    Returns
    -------
    Fit
    """
    components = topics_of(prepared, n_topics, seed)
    shares, strength = project(prepared.counts, components, prepared.weighting, prepared.method)
    # Rounded, so that a tie is one on every machine; then the topic whose heaviest word comes first.
    order = np.lexsort((components.argmax(axis=1), -np.round(shares.mean(axis=0), 6)))
    return Fit(components[order], shares[:, order], strength)


def topics_of(
    prepared: Prepared,
    n_topics: int,
    seed: int,
    rows: np.ndarray | None = None,
    tolerance: float = TOLERANCE,
) -> np.ndarray:
    """Return topics × words of all articles or of some rows, in no order."""
    rows = np.arange(prepared.counts.shape[0]) if rows is None else rows
    # One thread: on tables as thin as these more are slower, and the last bits depend on their number.
    with threadpool_limits(1):
        if prepared.method == "lda":
            counts = sparse.csr_array(prepared.counts[rows])
            return np.round(fit_lda(counts, min(n_topics, *counts.shape), seed), _DIGITS)
        part = sparse.csr_array(prepared.table[rows])
        table = Smoothed(part, prepared.near.among(rows).graph(), length=prepared.length[rows])
        components = nmf.factorise(table, min(n_topics, *table.shape), tolerance)
    length = np.linalg.norm(components, axis=1)
    there = length > _RIDGE
    return np.round(components[there] / length[there, None], _DIGITS)


def project(
    counts: sparse.csr_array, components: np.ndarray, weighting: Weighting, method: str
) -> tuple[np.ndarray, np.ndarray]:
    """Return the share of each topic in each article, and how much of the article the topics explain.

    Parameters
    ----------
    counts : csr_array
        Articles × words of the model.
    components : ndarray
        Topics × words.
    weighting : Weighting
        Of the corpus the topics were made of.
    method : {"nmf", "lda"}

    Returns
    -------
    tuple of ndarray
        Shares, rows of which sum to 1; and a strength from 0 up, comparable within a model. An article
        without a known word has the same share of every topic, and strength 0.
    """
    with threadpool_limits(1):
        if method == "lda":
            weights = lda_weights(counts, components)
        else:
            weights = _least_squares(weighting.weigh(counts), components)
    strength = weights.sum(axis=1)
    empty = ~(strength > 0)
    shares = np.where(empty[:, None], 1.0, weights)
    shares = shares / shares.sum(axis=1, keepdims=True)
    return np.round(shares, _DIGITS), np.round(strength, _DIGITS)


def _least_squares(table: sparse.csr_array, components: np.ndarray) -> np.ndarray:
    """Fit each article by itself, so that it gets the same whatever stands beside it."""
    # |x - wH|² depends on x only through xHᵀ: a problem of topics × topics instead of words × topics.
    products = table @ components.T
    square = np.linalg.cholesky(components @ components.T + _RIDGE * np.eye(len(components)))
    sides = solve_triangular(square, products.T, lower=True).T
    return np.array([nnls(square.T, side)[0] for side in sides]).reshape(products.shape)
