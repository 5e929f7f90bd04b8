"""How many topics: a table to choose by, since no number is the right one."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.terms.matrix import TermMatrix, as_matrix
from wortwahl.terms.parameters import one_of, whole_number
from wortwahl.topics.factors import METHODS, fit, prepare
from wortwahl.topics.measures import coherence, exclusivity
from wortwahl.topics.stability import GATE, recovery
from wortwahl.topics.windows import c_v as c_v_of
from wortwahl.topics.windows import count_windows, union_of, words_of
from wortwahl.topics.words import choose_words

CANDIDATES = (5, 10, 15, 20, 30)


def choose_topics(
    corpus: pd.DataFrame | TermMatrix,
    candidates: Sequence[int] = CANDIDATES,
    seed: int = 1,
    method: str = "nmf",
    resamples: int = 5,
    gate: float = GATE,
    c_v: bool = False,
) -> pd.DataFrame:
    """Compare numbers of topics by how coherent, exclusive and stable the topics are.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles, or their matrix.
    candidates : sequence of int
        The numbers of topics to compare; what the corpus is too small for is left out.
    seed : int
        Of the resamples.
    method : {"nmf", "lda"}
        As in `fit_topics`.
    resamples : int
        Draws of four fifths of the stories for `stability`.
    gate : float
        As in `fit_topics`.
    c_v : bool
        True adds the mean `c_v` of the topics (`topic_coherence`), for which the corpus needs its text; a
        minute for 10,000 articles.

    Returns
    -------
    DataFrame
        A row a candidate: `n_topics`, the means of `coherence`, `exclusivity` and `stability` over
        topics, and `readable`: how many topics pass the gate; `c_v` if asked for.

    Raises
    ------
    InputError
        If a parameter is not possible, or every candidate is too large.

    Notes
    -----
    Coherence falls and exclusivity rises with the number of topics (Roberts et al. 2014); a good number is
    high in both, and stable (Greene et al. 2014).

    Examples
    --------
    >>> corpus = pd.DataFrame({"title": "", "text": ["Ernte Feld Bauer", "Regen Sturm Wolke"] * 6})
    >>> choose_topics(corpus, candidates=(2, 3))["n_topics"].tolist()
    [2, 3]
    """
    for candidate in candidates:
        whole_number(candidate, "candidates")
    whole_number(resamples, "resamples")
    one_of(method, "method", METHODS)
    if c_v and not (isinstance(corpus, pd.DataFrame) and "text" in corpus):
        raise InputError("c_v needs the articles' text.", where="c_v", what_to_do="Give the corpus itself.")
    words = choose_words(as_matrix(corpus))
    prepared = prepare(words.counts, method)
    largest = min(words.counts.shape)
    rows, tops = [], []
    for candidate in sorted(set(candidates)):
        if candidate > largest:
            continue
        components = fit(prepared, candidate, seed).components
        tops.append(words_of(components, words.vocabulary))
        found = recovery(prepared, words.articles, components, resamples, seed)
        stability = np.median(found, axis=0)
        rows.append(
            {
                "n_topics": candidate,
                "coherence": np.nanmean(coherence(words.counts, components)),
                "exclusivity": exclusivity(components).mean(),
                "stability": stability.mean(),
                "readable": int((stability >= gate).sum()),
            }
        )
    if not rows:
        raise InputError(
            f"the corpus has room for {largest} topics only.",
            where="candidates",
            what_to_do="Give smaller numbers, or more articles.",
        )
    table = pd.DataFrame(rows)
    if c_v:
        # One reading of the texts serves all candidates.
        counts = count_windows(corpus, union_of([top for of_candidate in tops for top in of_candidate]))
        table["c_v"] = [np.nanmean([c_v_of(counts, top) for top in of_candidate]) for of_candidate in tops]
    return table.round(6)
