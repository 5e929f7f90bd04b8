"""Collocates: the words that stand beside a term more often than anywhere."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
import pandas as pd

from wortwahl.errors import InputError
from wortwahl.language.lemmas import lemma
from wortwahl.language.stopwords import STOPWORDS
from wortwahl.terms.genitives import name_of_genitive
from wortwahl.terms.matrix import FIELDS, document_term_matrix
from wortwahl.terms.neighbours import neighbours
from wortwahl.terms.parameters import one_of, some_of, whole_number
from wortwahl.terms.term_matrix import TermMatrix, sums

MEASURES = ("log_dice", "g2", "mi", "mi3", "t")
UNITS = ("window", "sentence")
COUNTS = ("left", "right", "articles", "frequency", "term_frequency", "near", "words")


def collocates(
    corpus: pd.DataFrame,
    term: str,
    window: int = 5,
    unit: str = "window",
    minimum_count: int = 3,
    measures: Sequence[str] = MEASURES,
    stop_words: bool = False,
    fields: Sequence[str] = FIELDS,
    matrix: TermMatrix | None = None,
) -> pd.DataFrame:
    """Return the words, by lemma, that keep a term company.

    The words near the term, each counted once however many uses it is near to, are compared with all
    words; the term's own words are in neither.

    Parameters
    ----------
    corpus : DataFrame
        Articles.
    term : str
        A word in any of its forms, a phrase, or a pattern such as ``*krieg``.
    window : int
        Words to either side, punctuation not counted, also over the ends of sentences.
    unit : {"window", "sentence"}
        "sentence" takes all words of the sentences that hold the term; `window` is not used then.
    minimum_count : int
        Times that a word must stand near the term.
    measures : sequence of str
        Any of "log_dice", "g2", "mi", "mi3", "t".
    stop_words : bool
        True keeps function words in the table. They count as words in any case.
    fields : sequence of str
        The columns that are read.
    matrix : TermMatrix, optional
        The matrix of the same corpus and fields with all its terms, where it is there already: saves time.

    Returns
    -------
    DataFrame
        A row a word, the highest first measure first:

        - `collocate`, `count` (times near the term), `expected` (by its frequency and the number of words
          near the term),
        - the measures: `log_dice` (14 at most, does not grow with the corpus), `g2` (how sure; also high
          for words that avoid the term: compare `count` and `expected`), `mi`, `mi3`, `t`,
        - `left`, `right` (of the nearest use), `articles` (with the two together), `frequency` (of the
          word), `term_frequency` (uses of the term), `near` (all words near it), `words` (all words but
          the term's own).

    Raises
    ------
    InputError
        If a parameter is not known, or there are no texts.

    Notes
    -----
    Counts: surface co-occurrence of Evert (2008, Corpora and collocations). MI: Church and Hanks (1990).
    MI³: Daille (1994). t: Church and others (1991). G²: Dunning (1993). logDice: Rychlý (2008).

    Examples
    --------
    >>> corpus = pd.DataFrame({"title": "", "text": ["Der brutale Krieg.", "Brutaler Krieg! Kein Frieden."]})
    >>> collocates(corpus, "Krieg", window=1, minimum_count=2)[["collocate", "count", "left"]].values.tolist()
    [['brutal', 2, 2]]
    """
    whole_number(window, "window")
    whole_number(minimum_count, "minimum_count")
    one_of(unit, "unit", UNITS)
    # The caller's order decides the order of columns and rows.
    some_of(measures, "measures", MEASURES)
    measures = [measures] if isinstance(measures, str) else list(dict.fromkeys(measures))
    if not measures:
        raise InputError("no measure was asked for.", where="measures", what_to_do="Name at least one.")
    found = neighbours(corpus, term, window, unit, fields)
    matrix = _whole_matrix(corpus, fields, matrix)
    totals = dict(zip(matrix.vocabulary, sums(matrix.counts, axis=0).tolist(), strict=True))
    sides: defaultdict[str, np.ndarray] = defaultdict(lambda: np.zeros(2, dtype=int))
    articles: defaultdict[str, set[int]] = defaultdict(set)
    own: Counter[str] = Counter()
    for form, both in found.sides.items():
        word = _term_of(form, totals)
        sides[word] += both
        articles[word] |= found.articles[form]
    for form, count in found.own.items():
        own[_term_of(form, totals)] += count
    words = sum(totals.values()) - own.total()
    rows = []
    for word, (left, right) in sides.items():
        count = left + right
        if count < minimum_count or (not stop_words and word.lower() in STOPWORDS):
            continue
        elsewhere = totals[word] - own[word]
        scores = _scores(count, elsewhere, found.near, words, found.uses, totals[word])
        rows.append(
            {
                "collocate": word,
                "count": count,
                "expected": elsewhere * found.near / words,
                **{name: scores[name] for name in measures},
                "left": left,
                "right": right,
                "articles": len(articles[word]),
                "frequency": totals[word],
                "term_frequency": found.uses,
                "near": found.near,
                "words": words,
            }
        )
    types = {"collocate": "str", "count": "int64", **dict.fromkeys(["expected", *measures], "float64")}
    types |= dict.fromkeys(COUNTS, "int64")
    table = pd.DataFrame(rows, columns=list(types)).astype(types)
    return table.sort_values([measures[0], "collocate"], ascending=[False, True], ignore_index=True)


def _scores(count: int, frequency: int, near: int, words: int, uses: int, all_uses: int) -> dict[str, float]:
    # Slow to import, and only collocates need it: a run does not.
    from nltk.metrics.association import BigramAssocMeasures

    table = (count, (frequency, near), words)
    return {
        "log_dice": 14 + math.log2(2 * count / (uses + all_uses)),
        # nltk adds a tiny number inside its logarithm, which may leave less than nothing.
        "g2": max(BigramAssocMeasures.likelihood_ratio(*table), 0.0),
        "mi": BigramAssocMeasures.pmi(*table),
        "mi3": math.log2(BigramAssocMeasures.mi_like(*table, power=3) * words),
        "t": BigramAssocMeasures.student_t(*table),
    }


def _whole_matrix(corpus: pd.DataFrame, fields: Sequence[str], matrix: TermMatrix | None) -> TermMatrix:
    if matrix is None:
        return document_term_matrix(corpus, fields)
    if len(matrix.words) != len(corpus) or matrix.counts.sum(dtype=np.int64) != matrix.words.sum():
        raise _other_matrix()
    return matrix


def _term_of(form: str, totals: dict[str, int]) -> str:
    """Return the matrix's term of a form: a lemma that is no term has joined its name as a genitive."""
    word = lemma(form)
    if word not in totals:
        word = name_of_genitive(word)
    if word not in totals:
        raise _other_matrix()
    return word


def _other_matrix() -> InputError:
    return InputError(
        "this is not the whole matrix of this corpus.",
        where="matrix",
        what_to_do="Make it from the same articles and fields, by lemma, with minimum_articles=1.",
    )
