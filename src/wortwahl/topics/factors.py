"""The two ways to split a corpus into topics: non-negative matrix factorisation, and LDA.

Both give a matrix of topics by words; `project` gives the share of each topic in any article.
"""

import warnings

import numpy as np
from scipy import sparse
from scipy.linalg import solve_triangular
from scipy.optimize import nnls
from scipy.special import psi
from sklearn.decomposition import LatentDirichletAllocation, non_negative_factorization
from sklearn.exceptions import ConvergenceWarning
from threadpoolctl import threadpool_limits

from wortwahl.topics.words import inverse_frequency, weighted

METHODS = ("nmf", "lda")
_NMF_ROUNDS, _NMF_TOLERANCE = 300, 1e-4
_LDA_ROUNDS = 40
# The randomised decomposition behind NMF's start draws numbers too: they are the same whatever the seed.
_START = 0
# Two topics of the same words would leave the shares between them open.
_RIDGE = 1e-9
# Word weights are rounded, so that the last bits of a sum do not show in a file.
_DIGITS = 9


def factorise(
    counts: sparse.csr_array, n_topics: int, method: str, seed: int, rounds: int = _NMF_ROUNDS
) -> np.ndarray:
    """Return the weight of each word in each topic, an array of topics × words with rows of length 1.

    Parameters
    ----------
    counts : csr_array
        Articles × words.
    n_topics : int
        The topics asked for.
    method : {"nmf", "lda"}
        "nmf" factorises tf-idf (Lee and Seung 1999) from a start made of the singular vectors (Boutsidis and
        Gallopoulos 2008), which no seed changes. "lda" is latent Dirichlet allocation on counts (Blei, Ng
        and Jordan 2003), by variational Bayes.
    seed : int
        For "lda".
    rounds : int
        The most rounds of "nmf".

    Returns
    -------
    ndarray
        There are fewer topics than asked for where there are fewer articles or words, or where a topic
        came out empty. For "lda" the rows are the posterior's parameters, not of length 1.
    """
    n_topics = min(n_topics, *counts.shape)
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        if method == "lda":
            model = LatentDirichletAllocation(
                n_topics, learning_method="batch", max_iter=_LDA_ROUNDS, random_state=seed
            )
            return np.round(model.fit(counts).components_, _DIGITS)
        return nmf(weighted(counts, inverse_frequency(counts)), n_topics, rounds)


def fit(
    counts: sparse.csr_array, n_topics: int, method: str, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return topics × words, each word's inverse frequency, and shares and strength as `project` gives them.

    The topic with the largest mean share comes first.
    """
    components = factorise(counts, n_topics, method, seed)
    rarity = np.round(inverse_frequency(counts), _DIGITS)
    shares, strength = project(counts, components, rarity, method)
    # Rounded, so that a tie is one on every machine; then the topic whose heaviest word comes first.
    order = np.lexsort((components.argmax(axis=1), -np.round(shares.mean(axis=0), 6)))
    return components[order], rarity, shares[:, order], strength


def nmf(table: sparse.csr_array, n_topics: int, rounds: int = _NMF_ROUNDS) -> np.ndarray:
    """Return the topics × words of a weighted table; rows have length 1, empty ones are left out."""
    n_topics = min(n_topics, *table.shape)
    _, topics, _ = non_negative_factorization(
        table, n_components=n_topics, init="nndsvd", max_iter=rounds, tol=_NMF_TOLERANCE, random_state=_START
    )
    length = np.linalg.norm(topics, axis=1)
    return np.round(topics[length > 0] / length[length > 0, None], _DIGITS)


def project(
    counts: sparse.csr_array, components: np.ndarray, rarity: np.ndarray, method: str
) -> tuple[np.ndarray, np.ndarray]:
    """Return the share of each topic in each article, and how much of the article the topics explain.

    Parameters
    ----------
    counts : csr_array
        Articles × words of the model.
    components : ndarray
        From `factorise`.
    rarity : ndarray
        Each word's inverse frequency in the corpus the model was fitted on.
    method : {"nmf", "lda"}

    Returns
    -------
    tuple of ndarray
        Shares, rows of which sum to 1; and a strength from 0 up, comparable within a model. An article
        without a known word has the same share of every topic, and strength 0.
    """
    with threadpool_limits(1), warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        if method == "lda":
            weights = _lda_weights(counts, components)
        else:
            weights = _nmf_weights(counts, components, rarity)
    strength = weights.sum(axis=1)
    empty = ~(strength > 0)
    shares = np.where(empty[:, None], 1.0, weights)
    shares = shares / shares.sum(axis=1, keepdims=True)
    return np.round(shares, _DIGITS), np.round(strength, _DIGITS)


def _nmf_weights(counts: sparse.csr_array, components: np.ndarray, rarity: np.ndarray) -> np.ndarray:
    """Fit each article by itself, so that it gets the same whatever stands beside it."""
    # |x - wH|² depends on x only through xHᵀ: a problem of topics × topics instead of words × topics.
    products = weighted(counts, rarity) @ components.T
    square = np.linalg.cholesky(components @ components.T + _RIDGE * np.eye(len(components)))
    sides = solve_triangular(square, products.T, lower=True).T
    return np.array([nnls(square.T, side)[0] for side in sides]).reshape(products.shape)


def _lda_weights(counts: sparse.csr_array, components: np.ndarray) -> np.ndarray:
    model = LatentDirichletAllocation(len(components))
    # What `fit` leaves behind, and `transform` reads; so that a model is its numbers, and no pickle.
    model.components_ = components
    model.exp_dirichlet_component_ = np.exp(psi(components) - psi(components.sum(axis=1, keepdims=True)))
    model.n_features_in_ = components.shape[1]
    model.doc_topic_prior_, model.topic_word_prior_ = 1 / len(components), 1 / len(components)
    model.random_state_ = np.random.RandomState(0)
    known = np.asarray(counts.sum(axis=1)).ravel() > 0
    weights = np.zeros((counts.shape[0], len(components)))
    if known.any():
        weights[known] = model.transform(sparse.csr_matrix(counts[known]))
    return weights
