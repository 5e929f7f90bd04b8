"""What a topic looks like in the articles: those in which it is strongest."""

import pandas as pd

from wortwahl.terms.parameters import whole_number
from wortwahl.topics.model import TopicModel, article_ids
from wortwahl.topics.prevalence import shares_of

_SHOWN = ("title", "outlet", "date")


def representative_articles(model: TopicModel, corpus: pd.DataFrame, n: int = 3) -> pd.DataFrame:
    """Return the articles that stand for each topic.

    Parameters
    ----------
    model : TopicModel
        From `fit_topics`.
    corpus : DataFrame
        The articles it was fitted on, with or without their text.
    n : int
        Articles a topic.

    Returns
    -------
    DataFrame
        `topic`, `article` (id), `title`, `outlet`, `date` (as far as the corpus has them), `share`. The order
        is that of share times strength: an article of two known words has a share of 1 easily. Of a story
        that many outlets carry, the first article only.

    Raises
    ------
    InputError
        If the model was not fitted on one of the articles.

    Examples
    --------
    >>> from wortwahl.topics import fit_topics
    >>> texts = ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6
    >>> corpus = pd.DataFrame({"id": list("abcdefghijkl"), "title": "", "text": texts})
    >>> representative_articles(fit_topics(corpus, n_topics=2), corpus, n=1)["article"].tolist()
    ['a', 'b']
    """
    whole_number(n, "n")
    shares = shares_of(model, corpus)
    ids = article_ids(corpus)
    strength = (model.strength.loc[ids] if "id" in corpus else model.strength).to_numpy()
    story = (
        corpus["story"].where(corpus["story"] != "", corpus["id"]) if {"story", "id"} <= set(corpus) else ids
    )
    shown = {name: corpus[name].to_numpy() for name in _SHOWN if name in corpus}
    parts = []
    for column, topic in enumerate(model.document_topics.columns):
        rows = pd.DataFrame({"topic": topic, "article": ids, **shown, "share": shares[:, column]})
        rows = rows.assign(_order=(shares[:, column] * strength).round(6), _story=list(story))
        rows = rows[rows["_order"] > 0].sort_values(["_order", "article"], ascending=[False, True])
        parts.append(rows.drop_duplicates("_story").head(n))
    return pd.concat(parts, ignore_index=True).drop(columns=["_order", "_story"])
