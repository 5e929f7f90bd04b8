"""How good a topic is: whether its words go together, and whether they are its own."""

import numpy as np
import pandas as pd
from scipy import sparse

TOP_WORDS = 10


def top_words(components: np.ndarray, n: int = TOP_WORDS) -> np.ndarray:
    """Return the columns of each topic's heaviest words, the heaviest first; ties by column."""
    return np.argsort(-components, axis=1, kind="stable")[:, :n]


def coherence(counts: sparse.csr_array, components: np.ndarray, n: int = TOP_WORDS) -> np.ndarray:
    """Return how much the top words of each topic stand in the same articles: mean NPMI of all pairs.

    Normalised pointwise mutual information (Bouma 2009), as a measure of topics Aletras and Stevenson (2013)
    and Lau, Newman and Baldwin (2014); the context is the article. 1: always together; 0: as by chance;
    -1: never.

    Parameters
    ----------
    counts : csr_array
        Articles × words.
    components : ndarray
        Topics × words.
    n : int
        Words a topic.

    Returns
    -------
    ndarray
        A value a topic; NaN for a topic of one word.
    """
    top = top_words(components, n)
    columns = np.unique(top)
    here = sparse.csc_array(counts[:, columns] > 0, dtype=np.float64)
    articles = counts.shape[0]
    together = (here.T @ here).toarray() / articles
    alone = np.diagonal(together)
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(together / np.outer(alone, alone)) / -np.log(together)
    # The limits: never together, and together in every article.
    information[together == 0] = -1
    information[together == 1] = 1
    places = np.searchsorted(columns, top)
    upper = np.triu_indices(top.shape[1], 1)
    if not len(upper[0]):
        return np.full(len(top), np.nan)
    values = []
    for topic, row in enumerate(places):
        # A word of no weight is none of the topic's words, wherever the sort puts it.
        row = row[components[topic, top[topic]] > 0]
        pairs = information[np.ix_(row, row)][np.triu_indices(len(row), 1)]
        values.append(pairs.mean() if len(pairs) else np.nan)
    return np.array(values)


def exclusivity(components: np.ndarray, n: int = TOP_WORDS) -> np.ndarray:
    """Return how much the top words of each topic are its own: their mean share of the word's whole weight.

    The exclusivity of Bischof and Airoldi (2012), a word's weight in a topic by the sum of its weights in
    all topics (each topic's weights summing to 1). 1: in no other topic; with two topics that share their
    words evenly .5.

    Returns
    -------
    ndarray
        A value a topic, 0 to 1.
    """
    weights = components / components.sum(axis=1, keepdims=True)
    total = weights.sum(axis=0)
    own = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    top = top_words(components, n)
    there = np.take_along_axis(weights, top, axis=1) > 0
    shares = np.take_along_axis(own, top, axis=1)
    return shares.sum(axis=1, where=there) / np.maximum(there.sum(axis=1), 1)


def labels_of(components: np.ndarray, vocabulary: pd.Index, n: int = 3) -> list[str]:
    """Return a label for each topic: its heaviest words."""
    return [
        ", ".join(vocabulary[[column for column in row if components[topic, column] > 0]])
        for topic, row in enumerate(top_words(components, n))
    ]
