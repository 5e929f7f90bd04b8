"""From matrices to a matrix: batches put together, terms joined to others, rare terms left out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.language.lemmas import lemmas
from wortwahl.language.separable import separated_verbs
from wortwahl.terms.addresses import without_addresses
from wortwahl.terms.genitives import genitives
from wortwahl.terms.heads import heads
from wortwahl.terms.ngrams import JOINT
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.term_matrix import TermMatrix, articles_of, moved, sums, united
from wortwahl.terms.voices import of_voice


def combine(matrices: Iterable[TermMatrix]) -> TermMatrix:
    """Put matrices of batches under one another, with the union of their vocabularies.

    Parameters
    ----------
    matrices : iterable of TermMatrix
        From `count_terms`; join genitives and drop rare terms afterwards, so that the batches do not show.

    Returns
    -------
    TermMatrix

    Raises
    ------
    InputError
        If there is none.

    Examples
    --------
    >>> from wortwahl.terms.matrix import count_terms
    >>> batches = [pd.DataFrame({"text": [text]}) for text in ("Krieg und Frieden", "Kriege")]
    >>> combine([count_terms(batch, ["text"]) for batch in batches]).counts.toarray().tolist()
    [[1, 1, 1], [0, 1, 0]]
    """
    matrices = list(matrices)
    if not matrices:
        raise InputError("there is no matrix to combine.", what_to_do="Give at least one.")
    vocabulary, columns = united([m.vocabulary for m in matrices])
    counts = [moved(m.counts, places, len(vocabulary)) for m, places in zip(matrices, columns, strict=True)]
    articles = pd.concat([m.articles for m in matrices], ignore_index=True)
    return TermMatrix(
        sparse.csr_array(sparse.vstack(counts, format="csr")),
        articles,
        vocabulary,
        np.concatenate([m.words for m in matrices]),
    )


def join_genitives(matrix: TermMatrix) -> TermMatrix:
    """Add the counts of genitives to their names: Russlands to Russland.

    Parameters
    ----------
    matrix : TermMatrix
        Of a whole corpus, since the corpus decides: see `wortwahl.terms.genitives`.

    Returns
    -------
    TermMatrix

    Examples
    --------
    >>> from wortwahl.terms.matrix import count_terms
    >>> corpus = pd.DataFrame({"text": ["Russland und Russlands Nachbarn, so Russland. Reuters: Ja."]})
    >>> [term for term in join_genitives(count_terms(corpus, ["text"])).vocabulary if term[0] == "R"]
    ['Reuters', 'Russland']
    """
    return _join(matrix, genitives(_totals(matrix)))


def join_compounds(matrix: TermMatrix) -> TermMatrix:
    """Add the counts of compounds to the noun they end in: Ukrainekrieg to Krieg.

    Parameters
    ----------
    matrix : TermMatrix
        Of a whole corpus, since the corpus decides: see `wortwahl.terms.heads`.

    Returns
    -------
    TermMatrix

    Examples
    --------
    >>> from wortwahl.terms.matrix import count_terms
    >>> corpus = pd.DataFrame({"text": ["Kein Krieg, auch kein Angriffskrieg."]})
    >>> join_compounds(count_terms(corpus, ["text"])).vocabulary.tolist()
    ['Krieg', 'auch', 'kein']
    """
    return _join(matrix, heads(_totals(matrix)))


def _totals(matrix: TermMatrix) -> dict[str, int]:
    """Return the uses of each word; an n-gram follows what its words do."""
    totals = zip(matrix.vocabulary.tolist(), sums(matrix.counts, axis=0).tolist(), strict=True)
    return {term: uses for term, uses in totals if JOINT not in term}


def _join(matrix: TermMatrix, joined: dict[str, str]) -> TermMatrix:
    if not joined:
        return matrix
    # Most terms are one word; only n-grams need to be taken apart.
    terms = [
        JOINT.join(joined.get(word, word) for word in term.split(JOINT))
        if JOINT in term
        else joined.get(term, term)
        for term in matrix.vocabulary.tolist()
    ]
    vocabulary = pd.Index(sorted(set(terms)), dtype="str")
    columns = vocabulary.get_indexer(terms)
    return replace(matrix, counts=moved(matrix.counts, columns, len(vocabulary)), vocabulary=vocabulary)


def with_whole_verbs(matrix: TermMatrix, corpus: pd.DataFrame, fields: Sequence[str]) -> TermMatrix:
    """Return the matrix with each separated verb counted as the whole one; its particle stays a word."""
    rows, forms, verbs = [], [], []
    for field in fields:
        for row, text in enumerate(corpus[field].fillna("")):
            for found in separated_verbs(without_addresses(text)):
                rows.append(row)
                forms.append(text[found.start : found.end])
                verbs.append(found.infinitive)
    of_form = lemmas(dict.fromkeys(forms))
    vocabulary = pd.Index(sorted(set(matrix.vocabulary).union(verbs)), dtype="str")
    counts = moved(matrix.counts, vocabulary.get_indexer(matrix.vocabulary), len(vocabulary))
    less, more = (
        sparse.csr_array((np.ones(len(rows), np.int32), (rows, vocabulary.get_indexer(terms))), counts.shape)
        for terms in ([of_form[form] for form in forms], verbs)
    )
    counts = sparse.csr_array(counts - less + more, dtype=np.int32)
    counts.eliminate_zeros()
    kept = np.flatnonzero(sums(counts, axis=0))
    return replace(matrix, counts=sparse.csr_array(counts[:, kept]), vocabulary=vocabulary[kept])


def keep_common(matrix: TermMatrix, minimum_articles: int) -> TermMatrix:
    """Leave out terms that stand in fewer articles; the words of each article stay what they were.

    Raises
    ------
    InputError
        If the minimum is no whole number from 1 on.
    """
    whole_number(minimum_articles, "minimum_articles")
    if minimum_articles == 1:
        return matrix
    # Rows of two voices are one article.
    kept = np.flatnonzero(articles_of(of_voice(matrix, "whole").counts) >= minimum_articles)
    return replace(
        matrix, counts=sparse.csr_array(matrix.counts[:, kept]), vocabulary=matrix.vocabulary[kept]
    )
