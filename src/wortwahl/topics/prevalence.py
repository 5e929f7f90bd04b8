"""How much of the articles a topic has, by outlet, month or any other column."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.statistics.bootstrap import cluster_bootstrap_shares
from wortwahl.terms.groups import group_keys, group_names, group_rows
from wortwahl.terms.parameters import confidence_level, whole_number
from wortwahl.topics.model import TopicModel
from wortwahl.topics.stability import stories_of

# Of fewer stories a bootstrap says no more than that they are few.
MINIMUM_STORIES = 5
COLUMNS = ("topic", "label", "articles", "stories", "share", "low", "high")


def topic_prevalence(
    model: TopicModel,
    articles: pd.DataFrame,
    by: str | Sequence[str] | None = "outlet",
    level: float = 0.95,
    resamples: int = 500,
    seed: int = 1,
    minimum_stories: int = MINIMUM_STORIES,
    uses: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Measure the mean share of each topic in groups of articles.

    Parameters
    ----------
    model : TopicModel
        From `fit_topics`.
    articles : DataFrame
        The articles the model was fitted on, or some of them, with or without their text.
    by : str, sequence of str or None
        Columns of the articles, or "day", "week", "month", "quarter", "year"; None takes all together.
    level : float
        Confidence level.
    resamples : int
        Of the bootstrap.
    seed : int
        Of the bootstrap; a group's interval does not depend on which other groups there are.
    minimum_stories : int
        A group of fewer stories has no interval (NaN).
    uses : DataFrame, optional
        From `find_uses`. `by` may then name columns of them as well, such as "frame", "actor" or "voice":
        an article counts once in each group that it has a use of, and in "" if it has none.

    Returns
    -------
    DataFrame
        The `by` columns, `topic`, `label`, `articles` and `stories` of the group, `share` (mean over its
        articles; the shares of a group sum to 1), `low`, `high`.

    Raises
    ------
    InputError
        If a column or an article is not known, or a parameter is not possible.

    Notes
    -----
    Percentile bootstrap over stories (Davison and Hinkley 1997), as copies of one report are not independent.
    The interval is that of sampling articles; the topics themselves are taken as given.

    Examples
    --------
    >>> from wortwahl.topics import fit_topics
    >>> texts = ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6
    >>> corpus = pd.DataFrame({"outlet": ["A", "B"] * 6, "title": "", "text": texts})
    >>> shares = topic_prevalence(fit_topics(corpus, n_topics=2), corpus)
    >>> shares[["outlet", "topic", "share"]].values.tolist()
    [['A', 1, 1.0], ['A', 2, 0.0], ['B', 1, 0.0], ['B', 2, 1.0]]
    """
    confidence_level(level)
    whole_number(resamples, "resamples")
    whole_number(minimum_stories, "minimum_stories")
    if uses is not None:
        articles = _with_groups_of_uses(articles, uses, group_names(by))
    table = shares_of(model, articles)
    keys = group_keys(articles, by, reserved=COLUMNS)
    groups, rows = group_rows(keys)
    if keys.shape[1] == 0:
        groups = pd.DataFrame(index=range(rows.shape[0]))
    stories = stories_of(articles, len(articles))
    labels = dict(zip(model.labels["topic"], model.labels["label"], strict=True))
    parts = []
    for number in range(len(groups)):
        inside = rows.indices[rows.indptr[number] : rows.indptr[number + 1]]
        inside = np.sort(inside)
        story = pd.factorize(stories[inside])[0]
        clusters = int(story.max()) + 1 if len(story) else 0
        sizes = np.bincount(story, minlength=clusters)
        shares = table[inside]
        low = high = np.full(shares.shape[1], np.nan)
        if clusters >= minimum_stories:
            sums = np.zeros((clusters, shares.shape[1]))
            np.add.at(sums, story, shares)
            low, high = cluster_bootstrap_shares(sums, sizes, level, resamples, seed)
        means = shares.mean(axis=0)
        for column, topic in enumerate(model.document_topics.columns):
            values = (means[column], low[column], high[column])
            parts.append((number, topic, labels[topic], len(inside), clusters, *values))
    found = pd.DataFrame(parts, columns=["_group", *COLUMNS])
    found[["share", "low", "high"]] = found[["share", "low", "high"]].astype(float).round(6)
    result = groups.loc[found.pop("_group")].reset_index(drop=True)
    return pd.concat([result, found], axis=1)


def _with_groups_of_uses(articles: pd.DataFrame, uses: pd.DataFrame, names: list[str]) -> pd.DataFrame:
    """Return a row for each article and each group of its uses; `names` that articles have are theirs."""
    of_uses = [name for name in names if name not in articles.columns and name in uses.columns]
    if not of_uses:
        return articles
    if "id" not in articles.columns:
        raise InputError(
            "articles without a column 'id' cannot be joined with uses.",
            where="topic_prevalence",
            what_to_do="Give the articles that the uses were found in.",
        )
    groups = uses[["article", *of_uses]].drop_duplicates()
    joined = articles.merge(groups, how="left", left_on="id", right_on="article").drop(columns="article")
    return joined.fillna(dict.fromkeys(of_uses, ""))


def shares_of(model: TopicModel, articles: pd.DataFrame) -> np.ndarray:
    """Return the rows of `document_topics` for articles, in their order.

    Raises
    ------
    InputError
        If the model was not fitted on one of them.
    """
    if "id" in articles:
        places = model.document_topics.index.get_indexer(articles["id"])
    elif len(articles) == len(model.document_topics):
        places = np.arange(len(articles))
    else:
        places = np.array([-1])
    if (places < 0).any():
        raise InputError(
            "the model was not fitted on all of these articles.",
            where="topics",
            what_to_do="Give the articles it was fitted on; model.transform gives the shares of others.",
        )
    return model.document_topics.to_numpy()[places]
