"""The same topics for a corpus that has grown or shrunk a little since they were fitted."""

from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.terms.term_matrix import TermMatrix
from wortwahl.topics.factors import project
from wortwahl.topics.model import TopicModel, article_ids
from wortwahl.topics.words import known_words


def carry_topics(model: TopicModel, matrix: TermMatrix) -> TopicModel:
    """Return a model's topics with their shares in the articles of another state of its corpus.

    Parameters
    ----------
    model : TopicModel
        From `fit_topics`, on articles with an id.
    matrix : TermMatrix
        The corpus as it is now. Articles that the model was fitted on keep their shares, others get those of
        `TopicModel.transform`.

    Returns
    -------
    TopicModel
        `document_topics`, `strength` and the column `articles` of `diagnostics` are those of the articles of
        `matrix`, in its order; topics, words, coherence, exclusivity and stability are those of the fit.

    Raises
    ------
    InputError
        If the articles have no id.

    Examples
    --------
    >>> from wortwahl.terms import document_term_matrix
    >>> from wortwahl.topics import fit_topics
    >>> corpus = pd.DataFrame({"title": "", "text": ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6})
    >>> corpus["id"] = [f"a{number}" for number in range(12)]
    >>> model = fit_topics(document_term_matrix(corpus.head(11)), n_topics=2)
    >>> carry_topics(model, document_term_matrix(corpus)).diagnostics["articles"].tolist()
    [6, 6]
    """
    if "id" not in matrix.articles:
        raise InputError("articles without a column 'id' cannot be told apart.", where="carry_topics")
    ids = article_ids(matrix.articles)
    places = model.document_topics.index.get_indexer(ids)
    shares = model.document_topics.to_numpy()[places]
    strength = model.strength.to_numpy()[places]
    added = np.flatnonzero(places < 0)
    if len(added):
        words = known_words(_rows(matrix, added), model.vocabulary)
        shares[added], strength[added] = project(
            words.counts, model.components, model.weighting, model.settings["method"]
        )
    largest = np.bincount(shares[strength > 0].argmax(axis=1), minlength=shares.shape[1])
    return replace(
        model,
        document_topics=pd.DataFrame(shares, index=ids, columns=model.document_topics.columns),
        strength=pd.Series(strength, index=ids, name="strength"),
        diagnostics=model.diagnostics.assign(articles=largest),
    )


def change_since_fit(model: TopicModel, matrix: TermMatrix) -> pd.DataFrame:
    """Return in one row how far a corpus has moved away from the articles that its topics were fitted on.

    Parameters
    ----------
    model : TopicModel
        From `fit_topics`.
    matrix : TermMatrix
        The corpus as it is now.

    Returns
    -------
    DataFrame
        `fitted` (articles the topics were fitted on), `added` and `gone` (articles since), `unknown_share`
        (of the content words of the added ones, those that the model does not know; NaN without one) and
        `at_fit` (the same share of the fitted ones).
    """
    ids = article_ids(matrix.articles)
    fitted = model.document_topics.index
    added = np.flatnonzero(fitted.get_indexer(ids) < 0)
    unknown = np.nan
    if len(added):
        drift = model.drift(_rows(matrix, added))
        unknown = drift["unknown"].sum() / max(int(drift["words"].sum()), 1)
    return pd.DataFrame(
        {
            "fitted": [len(fitted)],
            "added": [len(added)],
            "gone": [len(fitted) - (len(ids) - len(added))],
            "unknown_share": [round(float(unknown), 6)],
            "at_fit": [model.settings["unknown"]],
        }
    )


def _rows(matrix: TermMatrix, rows: np.ndarray) -> TermMatrix:
    """Return some articles with their own vocabulary: most words stand in none of them."""
    counts = sparse.csr_array(matrix.counts[rows])
    used = np.unique(counts.indices)
    return TermMatrix(
        sparse.csr_array(counts[:, used]),
        matrix.articles.iloc[rows].reset_index(drop=True),
        matrix.vocabulary[used],
        matrix.words[rows],
    )
