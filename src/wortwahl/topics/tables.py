"""The tables of topics that a run writes and a report shows."""

import pandas as pd

from wortwahl.topics.maps import topic_map
from wortwahl.topics.model import TopicModel
from wortwahl.topics.prevalence import topic_prevalence


def topic_tables(
    model: TopicModel, articles: pd.DataFrame, level: float = 0.95, seed: int = 1
) -> dict[str, pd.DataFrame]:
    """Return all tables of a topic model.

    Parameters
    ----------
    model : TopicModel
        From `fit_topics`.
    articles : DataFrame
        The articles it was fitted on, with or without their text.
    level : float
        Confidence level of the shares.
    seed : int
        Of their bootstrap.

    Returns
    -------
    dict of DataFrame
        - `topics`: `topic`, `label`, `rank`, `term`, `weight`.
        - `topic_shares`: `outlet`, `topic`, `share`, `low`, `high`.
        - `topic_months`: `month`, `topic`, `share`.
        - `topic_diagnostics`: `topic`, `label`, `articles`, `coherence`, `exclusivity`, `stability`,
          `readable`.
        - `topic_map`: `topic`, `label`, `x`, `y`, `prevalence`, `readable`.

    Examples
    --------
    >>> from wortwahl.topics import fit_topics
    >>> texts = ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6
    >>> corpus = pd.DataFrame({"outlet": "A", "title": "", "text": texts})
    >>> corpus = corpus.assign(date=pd.Timestamp("2024-06-18"), date_precision="day")
    >>> {name: len(table) for name, table in topic_tables(fit_topics(corpus, n_topics=2), corpus).items()}
    {'topics': 6, 'topic_shares': 2, 'topic_months': 2, 'topic_diagnostics': 2, 'topic_map': 2}
    """
    return {
        "topics": words_table(model),
        "topic_shares": outlet_table(model, articles, level, seed),
        "topic_months": month_table(model, articles),
        "topic_diagnostics": model.diagnostics.copy(),
        "topic_map": topic_map(model).merge(model.diagnostics[["topic", "readable"]], on="topic"),
    }


def words_table(model: TopicModel) -> pd.DataFrame:
    """Return the words of each topic beside its label: `topic`, `label`, `rank`, `term`, `weight`."""
    return model.topics.merge(model.labels, on="topic")[["topic", "label", "rank", "term", "weight"]]


def outlet_table(
    model: TopicModel, articles: pd.DataFrame, level: float = 0.95, seed: int = 1
) -> pd.DataFrame:
    """Return the share of each topic in an outlet's articles: `outlet`, `topic`, `share`, `low`, `high`."""
    shares = topic_prevalence(model, articles, by="outlet", level=level, seed=seed)
    return shares[["outlet", "topic", "share", "low", "high"]]


def month_table(model: TopicModel, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the share of each topic in a month's articles: `month`, `topic`, `share`."""
    # No group is large enough for an interval here: the table shows none.
    shares = topic_prevalence(model, articles, by="month", minimum_stories=len(articles) + 1)
    return shares[["month", "topic", "share"]]
