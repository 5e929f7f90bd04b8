"""Which words speak of a topic: content words, neither rare nor everywhere, nor an outlet's own formulas."""

from dataclasses import dataclass
from math import ceil

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.language.stopwords import STOPWORDS
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.term_matrix import TermMatrix, articles_of, sums
from wortwahl.topics.formulas import without_formulas

SHORTEST = 3
# A word in fewer articles than one in a thousand is noise in a large corpus; two articles is the least that
# can make a topic.
LEAST_ARTICLES = 2
ONE_IN = 1000


@dataclass(frozen=True)
class TopicWords:
    """The counts that a topic model is fitted on.

    Attributes
    ----------
    counts : scipy.sparse.csr_array
        A row an article, a column a word.
    vocabulary : Index of str
        The word of each column, as it is written most often.
    articles : DataFrame
        The articles without their text.
    unknown : ndarray of int64
        Content words of each article that are not in the vocabulary.
    """

    counts: sparse.csr_array
    vocabulary: pd.Index
    articles: pd.DataFrame
    unknown: np.ndarray


def choose_words(
    matrix: TermMatrix,
    minimum_articles: int | None = None,
    maximum_share: float = 0.5,
    max_terms: int = 20_000,
) -> TopicWords:
    """Choose the words that topics are made of.

    An ordered chain: (1) terms that differ in case only are one word (UKRAINE, Ukraine); (2) function words,
    words of fewer than three letters and words with a digit go; (3) an outlet's formulas go from its
    articles (its name, the advertisement of its app); (4) rare words go, (5) words that stand nearly
    everywhere, and (6) of too many words the rarest.

    Parameters
    ----------
    matrix : TermMatrix
        Of the whole corpus.
    minimum_articles : int or None
        A word stands in at least so many articles. None: two, or one in a thousand if that is more; in a
        corpus in which no two articles share a word, one.
    maximum_share : float
        A word stands in at most this share of the articles.
    max_terms : int
        The most words.

    Returns
    -------
    TopicWords

    Raises
    ------
    InputError
        If a parameter is not possible, or no word is left.

    Examples
    --------
    >>> from wortwahl.terms.matrix import document_term_matrix
    >>> corpus = pd.DataFrame({"title": "", "text": ["Die Ernte!", "Gute Ernte", "Regen?", "Im Regen"]})
    >>> choose_words(document_term_matrix(corpus)).vocabulary.tolist()
    ['Ernte', 'Regen']
    """
    _check(minimum_articles, maximum_share, max_terms)
    counts, vocabulary = content_words(matrix)
    size = matrix.counts.shape[0]
    everything = sums(counts)
    without = without_formulas(counts, matrix.articles)
    spread = articles_of(without)
    common = spread <= maximum_share * size
    if minimum_articles is None:
        least = max(LEAST_ARTICLES, ceil(size / ONE_IN))
        kept = common & (spread >= least)
        if not kept.any():
            kept = common & (spread >= 1)
    else:
        kept = common & (spread >= minimum_articles)
    columns = np.flatnonzero(kept)
    if len(columns) > max_terms:
        # A stable sort: of words in equally many articles the first by code point stay.
        columns = np.sort(columns[np.argsort(-spread[columns], kind="stable")[:max_terms]])
    if not len(columns):
        raise InputError(
            f"no word is left to make topics of, in {size} articles.",
            where="fit_topics",
            what_to_do="Give more articles, or a lower minimum_articles or a higher maximum_share.",
        )
    chosen = sparse.csr_array(without[:, columns])
    return TopicWords(chosen, vocabulary[columns], matrix.articles, everything - sums(chosen))


def content_words(matrix: TermMatrix) -> tuple[sparse.csr_array, pd.Index]:
    """Return the counts of content words, case folded, and each word as it is written most often."""
    terms = matrix.vocabulary.to_numpy(dtype=object)
    folded = np.array([term.lower() if _is_content(term) else "" for term in terms], dtype=object)
    totals = sums(matrix.counts, axis=0)
    best: dict[str, int] = {}
    for column, word in enumerate(folded):
        if word and (word not in best or totals[column] > totals[best[word]]):
            best[word] = column
    order = sorted(best, key=lambda word: terms[best[word]])
    place = {word: i for i, word in enumerate(order)}
    used = np.array([column for column, word in enumerate(folded) if word], dtype=np.int64)
    targets = np.array([place[folded[column]] for column in used], dtype=np.int64)
    fold = sparse.csr_array(
        (np.ones(len(used), np.int32), (used, targets)), shape=(len(terms), len(order)), dtype=np.int32
    )
    counts = sparse.csr_array(matrix.counts @ fold)
    counts.sort_indices()
    return counts, pd.Index([terms[best[word]] for word in order], dtype="str")


def known_words(matrix: TermMatrix, vocabulary: pd.Index) -> TopicWords:
    """Return the counts of a model's words in other articles; what the model does not know is counted."""
    counts, words = content_words(matrix)
    places = pd.Index(vocabulary.str.lower()).get_indexer(words.str.lower())
    known = np.flatnonzero(places >= 0)
    move = sparse.csr_array(
        (np.ones(len(known), np.int32), (known, places[known])), shape=(len(words), len(vocabulary))
    )
    found = sparse.csr_array(counts @ move)
    found.sort_indices()
    return TopicWords(found, vocabulary, matrix.articles, sums(counts) - sums(found))


def _is_content(term: str) -> bool:
    if len(term) < SHORTEST or term.lower() in STOPWORDS:
        return False
    # Most words are letters only; the others have hyphens, apostrophes, digits.
    return term.isalpha() or (
        not any(sign.isdigit() for sign in term) and sum(sign.isalpha() for sign in term) >= SHORTEST
    )


def _check(minimum_articles: int | None, maximum_share: float, max_terms: int) -> None:
    if minimum_articles is not None:
        whole_number(minimum_articles, "minimum_articles")
    whole_number(max_terms, "max_terms")
    if (
        isinstance(maximum_share, bool)
        or not isinstance(maximum_share, int | float)
        or not 0 < maximum_share <= 1
    ):
        raise InputError(
            f"{maximum_share!r} is no share.",
            where="maximum_share",
            what_to_do="Give a number above 0, and at most 1, such as 0.5.",
        )
