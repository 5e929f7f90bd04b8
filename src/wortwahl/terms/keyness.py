"""Keyness: the words that one group of articles uses more, or less, than another."""

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd
from scipy import sparse
from scipy.special import erfc

from wortwahl.corpus.periods import UNKNOWN
from wortwahl.errors import InputError
from wortwahl.statistics import adjust
from wortwahl.terms import association
from wortwahl.terms.dispersion import deviation_of_proportions
from wortwahl.terms.frequencies import function_words
from wortwahl.terms.groups import group_keys
from wortwahl.terms.matrix import as_matrix
from wortwahl.terms.parameters import confidence_level, some_of, whole_number
from wortwahl.terms.term_matrix import TermMatrix, articles_of, sums

MEASURES = ("g2", "log_ratio", "chi2", "percent_difference", "conservative_log_ratio", "log_odds")


def keyness(
    corpus: pd.DataFrame | TermMatrix,
    by: str,
    target: object,
    reference: object = None,
    minimum_count: int = 3,
    stop_words: bool = False,
    measures: Sequence[str] = ("g2", "log_ratio"),
    level: float = 0.95,
    voice: str = "whole",
) -> pd.DataFrame:
    """Compare how often each word is used in one group of articles and in another.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        Articles, or their matrix where it is there already.
    by : str
        Any column, or "day", "week", "month", "quarter", "year"; or "voice", whose groups are "newsroom"
        and "speech".
    target : str, or list of str
        The group, or groups, whose words are asked for.
    reference : str, list of str or None
        What it is compared with; None for all other articles, except, where `by` is a period, those whose
        date is too coarse for it: they may belong to the target.
    minimum_count : int
        Uses that a word must have in both together.
    stop_words : bool
        True keeps function words in the table. They count as words in any case.
    measures : sequence of str
        "g2" and "log_ratio" are always there; further "chi2", "percent_difference",
        "conservative_log_ratio" and "log_odds" (with `log_odds_z`).
    level : float
        Confidence level of the interval.
    voice : {"whole", "newsroom", "speech"}
        "newsroom" counts what the newsroom says itself, "speech" what others say in its texts. A matrix must
        tell them apart: ``document_term_matrix(corpus, voice="each")``.

    Returns
    -------
    DataFrame
        A row a word, the highest G² first:

        - `term`, `count_target`, `count_reference`: uses.
        - `g2`: how sure it is that the rates differ; never negative, the sign is `log_ratio`'s.
        - `log_ratio`: how much they differ: 1 is twice as often in the target, -1 half as often. A count of
          0 is taken as half a use. `low` and `high` are its interval.
        - `p` of G² (chi² with one degree of freedom), and `p_adjusted` for the number of words compared
          (Benjamini and Hochberg 1995). Both take uses as independent, which uses in one article are not:
          look at the next three columns.
        - `articles_target`, `articles_reference`: in how many articles.
        - `dp`: how unevenly the target's articles use it (Gries 2008; 0 even, 1 in one short article).
        - `largest_share`: the part of the target's uses that stand in one article; 1.0 marks a word that
          one article carries.
        - `words_target`, `words_reference`: all words of the two groups.
        - further measures that were asked for.

    Raises
    ------
    InputError
        If a column, group or parameter is not known, or there are no words to compare.

    Notes
    -----
    G²: Dunning (1993), all four cells. Log ratio: Hardie (2014). %DIFF: Gabrielatos (2018). Conservative
    log ratio: Evert (2022). Log odds: Monroe, Colaresi and Quinn (2008), the prior being the uses in both
    groups together.

    Examples
    --------
    >>> corpus = pd.DataFrame({"outlet": ["A", "B"], "title": "", "text": ["Krieg " * 4, "Konflikt " * 4]})
    >>> keyness(corpus, by="outlet", target="A")[["term", "count_target", "log_ratio"]].values.tolist()
    [['Konflikt', 0, -3.0], ['Krieg', 4, 3.0]]
    """
    whole_number(minimum_count, "minimum_count")
    confidence_level(level)
    asked = some_of(measures, "measures", MEASURES)
    matrix = as_matrix(corpus, by if isinstance(by, str) else None, voice)
    here, there = _sides(matrix.articles, by, target, reference)
    n, m = int(matrix.words[here].sum()), int(matrix.words[there].sum())
    if not n or not m:
        side = "target" if not n else "reference"
        raise InputError(
            f"the articles of the {side} have no words.", where=side, what_to_do="Choose other groups."
        )
    ours = sparse.csr_array(matrix.counts[here])
    a, in_ours = sums(ours, axis=0), articles_of(ours)
    b, in_theirs = _others(matrix.counts, there, here, a, in_ours)
    kept = a + b >= minimum_count
    if not stop_words:
        kept &= ~function_words(matrix.vocabulary)
    columns = np.flatnonzero(kept)
    ours, a, b = ours[:, columns], a[columns], b[columns]
    g2 = association.log_likelihood(a, b, n, m)
    low, high = association.log_ratio_interval(a, b, n, m, level)
    # The upper tail of chi² with one degree of freedom, many times faster than the general one.
    p = erfc(np.sqrt(np.maximum(g2, 0) / 2))
    table = pd.DataFrame(
        {
            "term": matrix.vocabulary[columns].astype("str"),
            "count_target": a,
            "count_reference": b,
            "g2": g2,
            "log_ratio": association.log_ratio(a, b, n, m),
            "low": low,
            "high": high,
            "p": p,
            "p_adjusted": adjust(p),
            "articles_target": in_ours[columns],
            "articles_reference": in_theirs[columns],
            "dp": deviation_of_proportions(ours, matrix.words[here])[0],
            "largest_share": _largest_share(ours, a),
            "words_target": n,
            "words_reference": m,
            **_further(asked, a, b, n, m, level),
        }
    )
    # A stable sort: of equal words the first by code point comes first, as in the vocabulary.
    return table.iloc[np.argsort(-g2, kind="stable")].reset_index(drop=True)


def _others(
    counts: sparse.csr_array, there: np.ndarray, here: np.ndarray, a: np.ndarray, in_ours: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the reference's uses of each word, and its articles with it."""
    if (here | there).all():  # all others: what is not the target's need not be picked out
        return sums(counts, axis=0) - a, articles_of(counts) - in_ours
    theirs = sparse.csr_array(counts[there])
    return sums(theirs, axis=0), articles_of(theirs)


def _further(
    asked: list[str], a: np.ndarray, b: np.ndarray, n: int, m: int, level: float
) -> dict[str, np.ndarray]:
    columns = {}
    if "chi2" in asked:
        columns["chi2"] = association.chi_squared(a, b, n, m)
    if "percent_difference" in asked:
        columns["percent_difference"] = association.percent_difference(a, b, n, m)
    if "conservative_log_ratio" in asked:
        columns["conservative_log_ratio"] = association.conservative_log_ratio(a, b, n, m, level, len(a))
    if "log_odds" in asked:
        prior = np.append(a + b, n + m).astype(float)
        columns["log_odds"], columns["log_odds_z"] = association.log_odds(a, b, n, m, prior)
    return columns


def _sides(
    articles: pd.DataFrame, by: str, target: object, reference: object
) -> tuple[np.ndarray, np.ndarray]:
    """Return which articles are the target, and which the reference."""
    if not isinstance(by, str):
        raise InputError(f"{by!r} is no column.", where="by", what_to_do="Give the name of one.")
    keys = group_keys(articles, by)[by]
    here = _members(keys, by, target, "target")
    if reference is not None:
        there = _members(keys, by, reference, "reference")
    else:
        there = ~here & (True if by in articles.columns else (keys != UNKNOWN).to_numpy())
    if (here & there).any():
        raise InputError(
            "a group is both target and reference.", where=by, what_to_do="Name it on one side only."
        )
    if not there.any():
        raise InputError(
            "there are no other articles to compare with.",
            where=by,
            what_to_do="Keyness needs at least two groups.",
        )
    return here, there


def _members(keys: pd.Series, by: str, chosen: object, side: str) -> np.ndarray:
    groups = list(chosen) if isinstance(chosen, Iterable) and not isinstance(chosen, str) else [chosen]
    known = set(keys.dropna().unique())
    for group in groups:
        if group not in known:
            names = ", ".join(sorted(map(str, known))[:20])
            raise InputError(
                f"there is no '{group}' in '{by}'.", where=side, what_to_do=f"Groups are: {names}."
            )
    return keys.isin(groups).to_numpy()


def _largest_share(counts: sparse.csr_array, totals: np.ndarray) -> np.ndarray:
    if not counts.shape[1]:
        return np.zeros(0)
    most = counts.max(axis=0).toarray().ravel()
    return np.divide(most, totals, out=np.full(len(totals), np.nan), where=totals > 0)
