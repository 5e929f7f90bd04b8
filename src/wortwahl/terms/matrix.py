"""The document-term matrix: counted once, shared by every measure of words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.language.lemmas import lemmas
from wortwahl.language.tokens import words
from wortwahl.terms.genitives import genitives
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.pieces import count_pieces

FIELDS = ("title", "text")


@dataclass(frozen=True)
class TermMatrix:
    """How often each article uses each term.

    Attributes
    ----------
    counts : scipy.sparse.csr_array of int32
        A row an article, a column a term.
    articles : DataFrame
        The articles' other columns without `text`, a row an article, in the order of the rows.
    vocabulary : Index of str
        The term of each column, sorted by code point.
    words : ndarray of int64
        All words of each article, also those whose terms are not in the vocabulary: the base of every rate.
    """

    counts: sparse.csr_array
    articles: pd.DataFrame
    vocabulary: pd.Index
    words: np.ndarray


def document_term_matrix(
    corpus: pd.DataFrame,
    fields: Sequence[str] = FIELDS,
    lemmatise: bool = True,
    minimum_articles: int = 1,
) -> TermMatrix:
    """Count the words of each article by lemma.

    Every word with a letter counts, function words included. A form's lemma comes from simplemma's list;
    then a genitive that only the corpus can tell from a word in -s joins its name (`join_genitives`).

    Parameters
    ----------
    corpus : DataFrame
        Articles, as `read_corpus` gives them.
    fields : sequence of str
        The columns whose text is counted.
    lemmatise : bool
        False counts word forms as they are written.
    minimum_articles : int
        Terms in fewer articles are left out of the vocabulary; `words` still counts them.

    Returns
    -------
    TermMatrix
        The same corpus gives the same matrix.

    Raises
    ------
    InputError
        If a field is no column, or a parameter is not possible.

    See Also
    --------
    count_terms, combine, join_genitives : the same in batches.

    Examples
    --------
    >>> corpus = pd.DataFrame({"title": ["Der Krieg"], "text": ["Kein Krieg, die Kriege."]})
    >>> matrix = document_term_matrix(corpus)
    >>> dict(zip(matrix.vocabulary, matrix.counts.toarray()[0].tolist()))
    {'Krieg': 3, 'der': 2, 'kein': 1}
    """
    matrix = count_terms(corpus, fields, lemmatise)
    return keep_common(join_genitives(matrix) if lemmatise else matrix, minimum_articles)


def count_terms(corpus: pd.DataFrame, fields: Sequence[str] = FIELDS, lemmatise: bool = True) -> TermMatrix:
    """Count the words of each article of a batch: the part of the work that needs no other batch.

    ``join_genitives(combine(count_terms(batch) for batch in batches))`` is the matrix of the whole.

    Parameters
    ----------
    corpus, fields, lemmatise
        As in `document_term_matrix`.

    Returns
    -------
    TermMatrix
        Terms in -s that may be genitives stand for themselves.

    Raises
    ------
    InputError
        If a field is no column.
    """
    fields = (fields,) if isinstance(fields, str) else tuple(fields)
    for field in fields:
        if field not in corpus.columns:
            raise InputError(
                f"the corpus has no column '{field}'.",
                where="fields",
                what_to_do=f"Columns are: {', '.join(map(str, corpus.columns))}.",
            )
    pieces, piece_counts = count_pieces(corpus, fields)
    terms, terms_of_pieces = _terms_of(pieces, lemmatise)
    counts = sparse.csr_array(piece_counts @ terms_of_pieces, dtype=np.int32)
    counts.sort_indices()
    articles = corpus.drop(columns="text", errors="ignore").reset_index(drop=True)
    return TermMatrix(counts, articles, terms, sums(counts))


def _terms_of(pieces: Sequence[str], lemmatise: bool) -> tuple[pd.Index, sparse.csr_array]:
    """Return the terms, and which of them each piece holds: "E-Mail/Brief" holds two words."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    piece_of, word_of = [], []
    for i, piece in enumerate(pieces):
        # Most pieces are a plain word; only the others need a look.
        for word in (piece,) if piece.isalpha() else words(piece):
            piece_of.append(i)
            word_of.append(numbers[word])
    forms = list(numbers)
    of_form = lemmas(forms) if lemmatise else dict(zip(forms, forms, strict=True))
    terms = sorted(set(of_form.values()))
    column = dict(zip(terms, range(len(terms)), strict=True))
    columns = np.array([column[of_form[form]] for form in forms], dtype=np.int32)[word_of]
    shape = (len(pieces), len(terms))
    counts = sparse.csr_array((np.ones(len(piece_of), np.int32), (piece_of, columns)), shape=shape)
    return pd.Index(terms, dtype="str"), counts


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
    >>> batches = [pd.DataFrame({"text": [text]}) for text in ("Krieg und Frieden", "Kriege")]
    >>> combine([count_terms(batch, ["text"]) for batch in batches]).counts.toarray().tolist()
    [[1, 1, 1], [0, 1, 0]]
    """
    matrices = list(matrices)
    if not matrices:
        raise InputError("there is no matrix to combine.", what_to_do="Give at least one.")
    vocabulary = pd.Index(sorted(set().union(*(m.vocabulary for m in matrices))), dtype="str")
    counts = [_moved(m.counts, vocabulary.get_indexer(m.vocabulary), len(vocabulary)) for m in matrices]
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
    >>> corpus = pd.DataFrame({"text": ["Russland und Russlands Nachbarn, so Russland. Reuters: Ja."]})
    >>> [term for term in join_genitives(count_terms(corpus, ["text"])).vocabulary if term[0] == "R"]
    ['Reuters', 'Russland']
    """
    totals = dict(zip(matrix.vocabulary, sums(matrix.counts, 0), strict=True))
    joined = genitives(totals)
    if not joined:
        return matrix
    vocabulary = pd.Index([term for term in matrix.vocabulary if term not in joined], dtype="str")
    columns = vocabulary.get_indexer([joined.get(term, term) for term in matrix.vocabulary])
    return replace(matrix, counts=_moved(matrix.counts, columns, len(vocabulary)), vocabulary=vocabulary)


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
    kept = np.flatnonzero(articles_of(matrix.counts) >= minimum_articles)
    return replace(
        matrix, counts=sparse.csr_array(matrix.counts[:, kept]), vocabulary=matrix.vocabulary[kept]
    )


def as_matrix(corpus: pd.DataFrame | TermMatrix) -> TermMatrix:
    """Return the matrix of a corpus; a matrix as it is."""
    if isinstance(corpus, TermMatrix):
        return corpus
    if not isinstance(corpus, pd.DataFrame):
        raise InputError(
            f"a {type(corpus).__name__} is no corpus.",
            what_to_do="Give a table of articles, or a TermMatrix.",
        )
    return document_term_matrix(corpus)


def articles_of(counts: sparse.csr_array) -> np.ndarray:
    """Return in how many rows each column is above zero."""
    return np.bincount(counts.indices[counts.data > 0], minlength=counts.shape[1])


def sums(counts: sparse.csr_array, axis: int = 1) -> np.ndarray:
    """Return the sum of each row (axis 1) or column (axis 0) as whole numbers."""
    return np.asarray(counts.sum(axis=axis, dtype=np.int64)).ravel()


def _moved(counts: sparse.csr_array, columns: np.ndarray, width: int) -> sparse.csr_array:
    """Return the matrix with each column added to the one it goes to."""
    moved = sparse.csr_array(
        (counts.data.copy(), columns[counts.indices].astype(np.int32), counts.indptr.copy()),
        shape=(counts.shape[0], width),
    )
    moved.sum_duplicates()
    return moved
