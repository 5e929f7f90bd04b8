"""Whether a topic is there again when other articles had been collected."""

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from wortwahl.terms.matrix import TermMatrix, as_matrix
from wortwahl.terms.parameters import one_of, whole_number
from wortwahl.topics.factors import METHODS, ROUGH, Prepared, fit, prepare, topics_of
from wortwahl.topics.measures import TOP_WORDS, labels_of, top_words
from wortwahl.topics.words import choose_words

SHARE = 0.8
GATE = 0.6


def topic_stability(
    corpus: pd.DataFrame | TermMatrix,
    n_topics: int = 20,
    resamples: int = 10,
    seed: int = 1,
    method: str = "nmf",
    gate: float = GATE,
) -> pd.DataFrame:
    """Measure how much of each topic's top ten words is found again in resampled articles.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles, or their matrix.
    n_topics : int
        The topics asked for.
    resamples : int
        How often four fifths of the stories are drawn (without replacement), and topics fitted to them.
    seed : int
        Of the draws.
    method : {"nmf", "lda"}
        As in `fit_topics`.
    gate : float
        A topic below this is not `readable`.

    Returns
    -------
    DataFrame
        `topic`, `label`, `stability` (the median share of the ten words, 0 to 1), `low` (the lowest), and
        `readable`.

    Raises
    ------
    InputError
        If a parameter is not possible, or no word is left.

    Notes
    -----
    Stability over resampled articles: Greene, O'Callaghan and Cunningham (2014); topics are matched one to
    one by the Hungarian method (Kuhn 1955).

    Examples
    --------
    >>> corpus = pd.DataFrame({"title": "", "text": ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6})
    >>> topic_stability(corpus, n_topics=2)["stability"].tolist()
    [1.0, 1.0]
    """
    whole_number(n_topics, "n_topics")
    whole_number(resamples, "resamples")
    one_of(method, "method", METHODS)
    words = choose_words(as_matrix(corpus))
    prepared = prepare(words.counts, method)
    components = fit(prepared, n_topics, seed).components
    found = recovery(prepared, words.articles, components, resamples, seed)
    stability = np.median(found, axis=0)
    return pd.DataFrame(
        {
            "topic": np.arange(1, len(components) + 1),
            "label": labels_of(components, words.vocabulary),
            "stability": stability,
            "low": found.min(axis=0),
            "readable": stability >= gate,
        }
    )


def recovery(
    prepared: Prepared, articles: pd.DataFrame, components: np.ndarray, resamples: int, seed: int
) -> np.ndarray:
    """Return the share of each topic's top words found again, an array of resamples × topics."""
    generator = np.random.default_rng(seed)
    stories = stories_of(articles, prepared.counts.shape[0])
    number = stories.max() + 1
    found = np.zeros((resamples, len(components)))
    for i in range(resamples):
        drawn = generator.permutation(number)[: max(1, round(SHARE * number))]
        rows = np.flatnonzero(np.isin(stories, drawn))
        again = topics_of(prepared, len(components), seed + i, rows, ROUGH)
        found[i] = overlap(components, again)
    return found


def stories_of(articles: pd.DataFrame, size: int) -> np.ndarray:
    """Return a number for the story of each article: wire copy that many carry is one story, not many."""
    if "story" not in articles:
        return np.arange(size)
    story = articles["story"].astype("str").fillna("")
    own = pd.Series([f"\0{i}" for i in range(size)], index=story.index)
    return pd.factorize(story.where(story != "", own))[0]


def overlap(one: np.ndarray, other: np.ndarray, n: int = TOP_WORDS) -> np.ndarray:
    """Return the share of the top words of each topic that its partner among other topics has too."""
    tops, others = top_words(one, n), top_words(other, n)
    shared = np.array([[len(np.intersect1d(a, b)) for b in others] for a in tops]) / tops.shape[1]
    rows, columns = linear_sum_assignment(-shared)
    result = np.zeros(len(one))
    result[rows] = shared[rows, columns]
    return result
