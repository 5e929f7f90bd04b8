"""Coherence c_v: whether the words of a topic stand near one another, not only in the same articles."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.language.lemmas import lemmas
from wortwahl.language.tokens import words
from wortwahl.terms.matrix import FIELDS
from wortwahl.terms.parameters import whole_number
from wortwahl.topics.measures import TOP_WORDS, top_words
from wortwahl.topics.model import TopicModel

WINDOW = 110
# What Röder et al. add to a probability of zero before they take its logarithm.
_NOTHING = 1e-12


@dataclass(frozen=True)
class WindowCounts:
    """In how many windows words stand: `together` is words × words, its diagonal each word alone."""

    words: pd.Index
    together: np.ndarray
    windows: int


def topic_coherence(
    model: TopicModel, corpus: pd.DataFrame, window: int = WINDOW, words_a_topic: int = TOP_WORDS
) -> pd.DataFrame:
    """Measure how near one another the words of each topic stand.

    Parameters
    ----------
    model : TopicModel
        From `fit_topics`.
    corpus : DataFrame
        Articles with their text: those of the fit, or others.
    window : int
        Words in a window; it moves by one word at a time.
    words_a_topic : int
        The heaviest words of each topic that are looked at.

    Returns
    -------
    DataFrame
        `topic`, `label`, `c_v` (0 to 1 but for rare cases below 0; NaN for a topic none of whose words is
        there).

    Raises
    ------
    InputError
        If a parameter is not possible, or the corpus has no text.

    Notes
    -----
    c_v of Röder, Both and Hinneburg (2015): each word's vector of NPMI with all words of the topic, and its
    cosine with the sum of these vectors. Gensim 4 strikes a word out of a window when one of its two uses
    leaves it, and so gives somewhat lower values (by up to .1); with that, its values are ours.

    Examples
    --------
    >>> from wortwahl.topics import fit_topics
    >>> corpus = pd.DataFrame({"title": "", "text": ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6})
    >>> topic_coherence(fit_topics(corpus, n_topics=2), corpus)["c_v"].round(2).tolist()
    [1.0, 1.0]
    """
    whole_number(words_a_topic, "words_a_topic")
    tops = words_of(model.components, model.vocabulary, words_a_topic)
    counts = count_windows(corpus, union_of(tops), window)
    return model.labels.assign(c_v=np.round([c_v(counts, top) for top in tops], 6))


def words_of(components: np.ndarray, vocabulary: pd.Index, n: int = TOP_WORDS) -> list[pd.Index]:
    """Return the heaviest words of each topic."""
    tops = top_words(components, n)
    return [vocabulary[row[components[topic, row] > 0]] for topic, row in enumerate(tops)]


def union_of(tops: Sequence[pd.Index]) -> pd.Index:
    """Return all words of all topics, each once."""
    return pd.Index(sorted(set().union(*tops)), dtype="str")


def count_windows(corpus: pd.DataFrame, looked_for: pd.Index, window: int = WINDOW) -> WindowCounts:
    """Count the windows in which words stand, alone and two together; an article shorter than one is one."""
    whole_number(window, "window")
    fields = [field for field in FIELDS if field in corpus.columns]
    if "text" not in fields:
        raise InputError("the corpus has no column 'text'.", what_to_do="Give articles with their text.")
    place = {word: i for i, word in enumerate(looked_for.str.lower())}
    of_form: dict[str, int] = {}
    together, windows = np.zeros((len(looked_for), len(looked_for)), dtype=np.int64), 0
    for values in zip(*(corpus[field].fillna("") for field in fields), strict=True):
        forms = [form for text in values for form in words(text)]
        for form, lemma in lemmas(set(forms) - of_form.keys()).items():
            of_form[form] = place.get(lemma.lower(), -1)
        found = np.array([of_form[form] for form in forms], dtype=np.int64)
        if not len(found):
            continue
        number = max(1, len(found) - window + 1)
        windows += number
        at = np.flatnonzero(found >= 0)
        here, row = np.unique(found[at], return_inverse=True)
        # A word is in the windows that begin up to `window` - 1 words before it: +1 at the first, -1 after.
        edges = np.zeros((len(here), number + 1), dtype=np.int64)
        np.add.at(edges, (row, np.maximum(at - window + 1, 0)), 1)
        np.add.at(edges, (row, np.minimum(at + 1, number)), -1)
        inside = (np.cumsum(edges, axis=1)[:, :-1] > 0).astype(np.float64)
        together[np.ix_(here, here)] += np.rint(inside @ inside.T).astype(np.int64)
    return WindowCounts(looked_for, together, windows)


def c_v(counts: WindowCounts, topic: pd.Index) -> float:
    """Return the coherence of the words of one topic; words that stand nowhere are left out."""
    places = counts.words.get_indexer(topic)
    alone = np.diagonal(counts.together)
    places = places[(places >= 0) & (alone[places] > 0)]
    if not len(places):
        return float("nan")
    both = counts.together[np.ix_(places, places)] / counts.windows
    single = np.diagonal(both)
    # A word in every window says nothing of the others: its own information is 0 by 0.
    below = -np.log(np.minimum(both + _NOTHING, 1 - _NOTHING))
    information = np.log((both + _NOTHING) / np.outer(single, single)) / below
    whole = information.sum(axis=0)
    lengths = np.linalg.norm(information, axis=1) * np.linalg.norm(whole)
    cosines = np.divide(information @ whole, lengths, out=np.zeros(len(places)), where=lengths > 0)
    return float(cosines.mean())
