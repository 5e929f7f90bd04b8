"""A map of topics: those that use the same words lie near one another."""

import numpy as np
import pandas as pd

from wortwahl.topics.model import TopicModel


def topic_map(model: TopicModel) -> pd.DataFrame:
    """Place topics in two dimensions.

    Parameters
    ----------
    model : TopicModel
        From `fit_topics`.

    Returns
    -------
    DataFrame
        `topic`, `label`, `x`, `y`, `prevalence` (mean share of the articles). The axes have no meaning
        of their own, distances do; the topic farthest out on each axis is on its positive side.

    Notes
    -----
    Classical scaling (Torgerson 1952; Gower 1966) of Hellinger distances between the topics' words.

    Examples
    --------
    >>> from wortwahl.topics import fit_topics
    >>> corpus = pd.DataFrame({"title": "", "text": ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6})
    >>> topic_map(fit_topics(corpus, n_topics=2))[["x", "y"]].abs().round(2).values.tolist()
    [[0.5, 0.0], [0.5, 0.0]]
    """
    weights = model.components / model.components.sum(axis=1, keepdims=True)
    roots = np.sqrt(weights)
    # Hellinger distance is Euclidean between square roots: no matrix of distances is needed to centre it.
    centred = (roots - roots.mean(axis=0)) / np.sqrt(2)
    values, vectors = np.linalg.eigh(centred @ centred.T)
    places = np.zeros((len(roots), 2))
    for axis in range(min(2, len(roots))):
        place = np.round(vectors[:, -1 - axis] * np.sqrt(max(values[-1 - axis], 0)), 6)
        places[:, axis] = place * (1 if place[np.argmax(np.abs(place))] >= 0 else -1)
    return pd.DataFrame(
        {
            "topic": model.labels["topic"],
            "label": model.labels["label"],
            "x": places[:, 0] + 0.0,
            "y": places[:, 1] + 0.0,
            "prevalence": np.round(model.document_topics.mean().to_numpy(), 6),
        }
    )
