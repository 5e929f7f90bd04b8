"""Topics of a corpus: fitted once, then carried to any other article."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.terms.matrix import TermMatrix, as_matrix
from wortwahl.terms.parameters import one_of, whole_number
from wortwahl.topics.factors import METHODS, fit, prepare, project
from wortwahl.topics.measures import coherence, exclusivity, labels_of, top_words
from wortwahl.topics.stability import GATE, recovery
from wortwahl.topics.weights import Weighting
from wortwahl.topics.words import choose_words, known_words

WORDS_LISTED = 20


@dataclass(frozen=True)
class TopicModel:
    """What the articles of a corpus are about.

    Attributes
    ----------
    topics : DataFrame
        `topic` (from 1 on, the largest first), `rank`, `term`, `weight` (share of the topic's weight): the
        twenty heaviest words.
    labels : DataFrame
        `topic`, `label`: the three heaviest words.
    document_topics : DataFrame
        A row an article (the index is its id), a column a topic; rows sum to 1. An article without a known
        word has the same share of every topic, and strength 0.
    strength : Series
        How much of each article the topics explain, from 0 up; ranks articles of the same share.
    diagnostics : DataFrame
        `topic`, `label`, `articles` (in which it has the largest share), `coherence`, `exclusivity`,
        `stability`, `readable`: see `fit_topics`.
    components : ndarray
        Topics × words of the vocabulary.
    vocabulary : Index of str
        The words.
    weighting : Weighting
        Each word's rarity, and the mean length of the articles.
    settings : dict
        What the model was fitted with: plain values, for a manifest; `unknown` is the share of content words
        that are not in the vocabulary.
    """

    topics: pd.DataFrame
    labels: pd.DataFrame
    document_topics: pd.DataFrame
    strength: pd.Series
    diagnostics: pd.DataFrame
    components: np.ndarray
    vocabulary: pd.Index
    weighting: Weighting
    settings: dict

    def transform(self, corpus: pd.DataFrame | TermMatrix) -> pd.DataFrame:
        """Return the share of each topic in other articles; words that the model does not know are ignored.

        Parameters
        ----------
        corpus : DataFrame or TermMatrix
            Articles. Each gets the same shares whatever stands beside it.

        Returns
        -------
        DataFrame
            As `document_topics`.
        """
        matrix = as_matrix(corpus)
        words = known_words(matrix, self.vocabulary)
        shares, _ = project(words.counts, self.components, self.weighting, self.settings["method"])
        return _share_table(shares, matrix.articles)

    def drift(self, corpus: pd.DataFrame | TermMatrix) -> pd.DataFrame:
        """Return how much of other articles the model does not know, beside what it did not know when fitted.

        Parameters
        ----------
        corpus : DataFrame or TermMatrix
            Articles.

        Returns
        -------
        DataFrame
            A row an article (the index is its id): `words` (content words), `unknown`, `unknown_share` (NaN
            without a word), `at_fit` (the share in the corpus the model was fitted on). A batch whose shares
            lie well above `at_fit` speaks of something new: fit again.
        """
        matrix = as_matrix(corpus)
        words = known_words(matrix, self.vocabulary)
        total = np.asarray(words.counts.sum(axis=1)).ravel() + words.unknown
        share = np.divide(words.unknown, total, out=np.full(len(total), np.nan), where=total > 0)
        return pd.DataFrame(
            {
                "words": total.astype(np.int64),
                "unknown": words.unknown,
                "unknown_share": share,
                "at_fit": self.settings["unknown"],
            },
            index=article_ids(matrix.articles),
        )


def fit_topics(
    corpus: pd.DataFrame | TermMatrix,
    n_topics: int = 20,
    seed: int = 1,
    method: str = "nmf",
    minimum_articles: int | None = None,
    maximum_share: float = 0.5,
    max_terms: int = 20_000,
    resamples: int = 10,
    gate: float = GATE,
) -> TopicModel:
    """Find the topics of a corpus: words that stand in the same articles, and their share of each article.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles, or their matrix where it is there already.
    n_topics : int
        The topics asked for; there are fewer where the corpus has fewer articles or words.
    seed : int
        Of the resamples, and of the start of "lda". The topics of "nmf" are the same for every seed.
    method : {"nmf", "lda"}
        "nmf" is non-negative matrix factorisation of BM25 weights from a deterministic start; "lda" latent
        Dirichlet allocation, which needs more text for the same quality.
    minimum_articles, maximum_share, max_terms
        Which words take part: see `choose_words`.
    resamples : int
        How often the articles are resampled for `stability`; 0 leaves it out (NaN, and every topic is
        `readable`).
    gate : float
        A topic whose `stability` is below this is not `readable`.

    Returns
    -------
    TopicModel
        Its `diagnostics` have, for each topic, `coherence` (mean NPMI of its top ten words in the articles,
        -1 to 1), `exclusivity` (the mean share of these words' weight that is in this topic, 0 to 1),
        `stability` (the median share of these words found again in 80 % of the stories, 0 to 1) and
        `readable`.

    Raises
    ------
    InputError
        If a parameter is not possible, there are fewer than two articles, or no word is left.

    Notes
    -----
    NMF: Lee and Seung (1999), from the start of Boutsidis and Gallopoulos (2008), on weights of BM25
    (Robertson and Zaragoza 2009) in which each article is drawn towards its nearest ones (Tao et al. 2006).
    LDA: Blei, Ng and Jordan (2003). NPMI: Bouma (2009), Lau et al. (2014); exclusivity: Bischof and Airoldi
    (2012); stability: Greene et al. (2014), Belford et al. (2018). Numbers are the same on the same kind of
    processor with the same versions.

    Examples
    --------
    >>> corpus = pd.DataFrame({"title": "", "text": ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6})
    >>> fit_topics(corpus, n_topics=2, seed=1).labels["label"].tolist()
    ['Bauer, Ernte, Feld', 'Regen, Sturm, Wolke']
    """
    whole_number(n_topics, "n_topics")
    whole_number(resamples, "resamples", least=0)
    whole_number(seed, "seed", least=0)
    one_of(method, "method", METHODS)
    matrix = as_matrix(corpus)
    if matrix.counts.shape[0] < 2:
        raise InputError(
            f"topics need at least two articles; here are {matrix.counts.shape[0]}.",
            where="fit_topics",
            what_to_do="Give more articles.",
        )
    words = choose_words(matrix, minimum_articles, maximum_share, max_terms)
    prepared = prepare(words.counts, method)
    found = fit(prepared, n_topics, seed)
    components, shares, strength = found.components, found.shares, found.strength
    stability = np.full(len(components), np.nan)
    if resamples:
        again = recovery(prepared, words.articles, components, resamples, seed)
        stability = np.round(np.median(again, axis=0), 6)
    labels = labels_of(components, words.vocabulary)
    numbers = np.arange(1, len(components) + 1)
    known = strength > 0
    diagnostics = pd.DataFrame(
        {
            "topic": numbers,
            "label": labels,
            "articles": np.bincount(shares[known].argmax(axis=1), minlength=len(components)),
            "coherence": np.round(coherence(words.counts, components), 6),
            "exclusivity": np.round(exclusivity(components), 6),
            "stability": stability,
            "readable": ~(stability < gate),
        }
    )
    total = int(words.counts.sum() + words.unknown.sum())
    settings = {
        "method": method,
        "n_topics": len(components),
        "asked": int(n_topics),
        "seed": int(seed),
        "minimum_articles": minimum_articles,
        "maximum_share": float(maximum_share),
        "max_terms": int(max_terms),
        "resamples": int(resamples),
        "gate": float(gate),
        "articles": int(words.counts.shape[0]),
        "words": len(words.vocabulary),
        "unknown": round(float(words.unknown.sum() / total), 6),
    }
    document_topics = _share_table(shares, words.articles)
    return TopicModel(
        word_table(components, words.vocabulary),
        pd.DataFrame({"topic": numbers, "label": labels}),
        document_topics,
        pd.Series(strength, index=document_topics.index, name="strength"),
        diagnostics,
        components,
        words.vocabulary,
        prepared.weighting,
        settings,
    )


def word_table(components: np.ndarray, vocabulary: pd.Index, n: int = WORDS_LISTED) -> pd.DataFrame:
    """Return each topic's heaviest words: `topic`, `rank`, `term`, `weight`."""
    parts = []
    share = np.round(components / components.sum(axis=1, keepdims=True), 6)
    for topic, row in enumerate(top_words(components, n)):
        row = row[components[topic, row] > 0]
        parts.append(
            pd.DataFrame(
                {
                    "topic": topic + 1,
                    "rank": np.arange(1, len(row) + 1),
                    "term": vocabulary[row],
                    "weight": share[topic, row],
                }
            )
        )
    return pd.concat(parts, ignore_index=True)


def article_ids(articles: pd.DataFrame) -> pd.Index:
    """Return the articles' ids; their numbers, in a table that has none."""
    return pd.Index(articles["id"] if "id" in articles else np.arange(len(articles)), name="id")


def _share_table(shares: np.ndarray, articles: pd.DataFrame) -> pd.DataFrame:
    columns = pd.RangeIndex(1, shares.shape[1] + 1, name="topic")
    return pd.DataFrame(shares, index=article_ids(articles), columns=columns)
