"""The document-term matrix: counted once, shared by every measure of words."""

from collections.abc import Sequence

import pandas as pd

from wortwahl.errors import InputError
from wortwahl.terms.joining import join_compounds, join_genitives, keep_common, with_whole_verbs
from wortwahl.terms.piece_terms import count_pieces
from wortwahl.terms.pieces import pieces_of
from wortwahl.terms.term_matrix import TermMatrix, articles_of, sums

__all__ = ["FIELDS", "TermMatrix", "articles_of", "as_matrix", "count_terms", "document_term_matrix", "sums"]

FIELDS = ("title", "text")


def document_term_matrix(
    corpus: pd.DataFrame,
    fields: Sequence[str] = FIELDS,
    lemmatise: bool = True,
    minimum_articles: int = 1,
    compounds: bool = False,
    separable: bool = False,
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
    compounds : bool
        True counts a compound as the noun it ends in, if the corpus uses that at least as often: Ukrainekrieg
        as Krieg (`join_compounds`).
    separable : bool
        True counts a verb whose particle ends its clause as the whole verb: "griff … an" as angreifen. Takes
        twice as long.

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
    if not lemmatise and (compounds or separable):
        raise InputError(
            "compounds and separable verbs are lemmas.", where="lemmatise", what_to_do="Leave it True."
        )
    matrix = count_terms(corpus, fields, lemmatise, separable)
    matrix = join_genitives(matrix) if lemmatise else matrix
    return keep_common(join_compounds(matrix) if compounds else matrix, minimum_articles)


def count_terms(
    corpus: pd.DataFrame,
    fields: Sequence[str] = FIELDS,
    lemmatise: bool = True,
    separable: bool = False,
) -> TermMatrix:
    """Count the words of each article of a batch: the part of the work that needs no other batch.

    ``join_genitives(combine(count_terms(batch) for batch in batches))`` is the matrix of the whole.

    Parameters
    ----------
    corpus, fields, lemmatise, separable
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
    counts, terms = count_pieces(pieces_of(corpus, fields), lemmatise)
    articles = corpus.drop(columns="text", errors="ignore").reset_index(drop=True)
    matrix = TermMatrix(counts, articles, terms, sums(counts))
    return with_whole_verbs(matrix, corpus, fields) if separable else matrix


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
