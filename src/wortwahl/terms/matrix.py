"""The document-term matrix: counted once, shared by every measure of words."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.framing import Codebook
from wortwahl.framing.matching import Matcher
from wortwahl.terms.groups import group_names
from wortwahl.terms.joining import join_compounds, join_genitives, keep_common, with_whole_verbs
from wortwahl.terms.ngrams import JOINT, check_sizes, count_ngrams
from wortwahl.terms.parameters import one_of
from wortwahl.terms.phrases import name_of_mark, phrase_matcher, with_marks, words_of
from wortwahl.terms.piece_terms import count_pieces
from wortwahl.terms.pieces import pieces_of
from wortwahl.terms.term_matrix import TermMatrix, articles_of, beside, sums
from wortwahl.terms.voices import COLUMN, VOICES, in_two_voices, of_voice, speech_spans, tells_voices

__all__ = ["FIELDS", "TermMatrix", "articles_of", "as_matrix", "count_terms", "document_term_matrix", "sums"]

FIELDS = ("title", "text")
Phrases = Codebook | str | Path | Sequence[str] | None


def document_term_matrix(
    corpus: pd.DataFrame,
    fields: Sequence[str] = FIELDS,
    lemmatise: bool = True,
    minimum_articles: int = 1,
    compounds: bool = False,
    separable: bool = False,
    ngrams: int | Sequence[int] = 1,
    phrases: Phrases = None,
    voice: str = "whole",
    method: str = "auto",
) -> TermMatrix:
    """Count the words of each article by lemma.

    Every word with a letter counts, function words included; addresses (web pages, e-mail, handles) do not.
    A form's lemma comes from simplemma's list; then a genitive that only the corpus can tell from a word in
    -s joins its name (`join_genitives`). Soldat:innen, Soldat*innen and SoldatInnen are one lemma, Soldat.

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
    ngrams : int or sequence of int
        Lengths of what is counted: 1 for words, (1, 2) for words and pairs of neighbours within a clause,
        written with "_" (Krieg_beginnen).
    phrases : Codebook, str, Path, or sequence of str, optional
        Terms of two words or more that are counted as one, in all their forms: those of a codebook (or of
        its name or file), or of a list. The longest wins; the words inside are not counted again.
    voice : {"whole", "newsroom", "speech", "each"}
        "newsroom" counts what the newsroom says itself, "speech" what stands in direct, indirect or
        distanced speech; "each" gives a row for either, told apart by the column `voice`. A word has the
        voice that it begins in.
    method : {"auto", "rules"}
        How speech is found.

    Returns
    -------
    TermMatrix
        The same corpus gives the same matrix. `words` counts every word once, those inside phrases too.

    Raises
    ------
    InputError
        If a field is no column, or a parameter is not possible.

    See Also
    --------
    count_terms, count_voices, combine, join_genitives : the same in batches.

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
    one_of(voice, "voice", VOICES)
    sizes = check_sizes(ngrams)
    # Words are counted in any case: what n-grams are joined by is decided on them.
    counted = tuple({1, *sizes})
    if voice == "whole":
        matrix = count_terms(corpus, fields, lemmatise, separable, counted, phrases)
    else:
        matrix = count_voices(corpus, fields, lemmatise, separable, counted, phrases, method)
    matrix = join_genitives(matrix) if lemmatise else matrix
    matrix = join_compounds(matrix) if compounds else matrix
    if 1 not in sizes:
        matrix = _without_words(matrix)
    matrix = keep_common(matrix, minimum_articles)
    return matrix if voice == "whole" else of_voice(matrix, voice)


def count_terms(
    corpus: pd.DataFrame,
    fields: Sequence[str] = FIELDS,
    lemmatise: bool = True,
    separable: bool = False,
    ngrams: int | Sequence[int] = 1,
    phrases: Phrases = None,
) -> TermMatrix:
    """Count the words of each article of a batch: the part of the work that needs no other batch.

    ``join_genitives(combine(count_terms(batch) for batch in batches))`` is the matrix of the whole.

    Parameters
    ----------
    corpus, fields, lemmatise, separable, ngrams, phrases
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
    fields = _checked(corpus, fields)
    matcher = phrase_matcher(phrases)
    marked = with_marks(corpus, fields, matcher) if matcher else corpus
    return _count(marked, _facts(corpus), fields, lemmatise, separable, check_sizes(ngrams), matcher)


def count_voices(
    corpus: pd.DataFrame,
    fields: Sequence[str] = FIELDS,
    lemmatise: bool = True,
    separable: bool = False,
    ngrams: int | Sequence[int] = 1,
    phrases: Phrases = None,
    method: str = "auto",
    speech: pd.DataFrame | None = None,
) -> TermMatrix:
    """Count the words of each article of a batch by voice, listening to each text once.

    Batches are put together with `combine` and `join_genitives`, as those of `count_terms`; then `of_voice`
    takes a voice, or the whole.

    Parameters
    ----------
    corpus, fields, lemmatise, separable, ngrams, phrases, method
        As in `document_term_matrix`.
    speech : DataFrame, optional
        The stretches of the field `text`, where they are found already: `article` (id), `start`, `end`,
        `type`, as `find_speech` gives them.

    Returns
    -------
    TermMatrix
        First a row an article for what the newsroom says, then one for what others say: see the column
        `voice` of its `articles`.

    Raises
    ------
    InputError
        If a field is no column, or there is a column `voice` already.

    Examples
    --------
    >>> corpus = pd.DataFrame({"text": ["„Es ist Krieg“, sagte er im Radio."]})
    >>> matrix = count_voices(corpus, ["text"], method="rules")
    >>> dict(zip(matrix.articles["voice"], matrix.words.tolist()))
    {'newsroom': 4, 'speech': 3}
    """
    fields = _checked(corpus, fields)
    spans = speech_spans(corpus, fields, method, speech)
    matcher = phrase_matcher(phrases)
    marked = with_marks(corpus, fields, matcher) if matcher else corpus
    voices = in_two_voices(marked, fields, spans)
    facts = pd.concat([_facts(corpus)] * 2, ignore_index=True).assign(**{COLUMN: voices[COLUMN]})
    return _count(voices, facts, fields, lemmatise, separable, check_sizes(ngrams), matcher)


def _facts(corpus: pd.DataFrame) -> pd.DataFrame:
    return corpus.drop(columns="text", errors="ignore").reset_index(drop=True)


def _count(
    corpus: pd.DataFrame,
    articles: pd.DataFrame,
    fields: tuple[str, ...],
    lemmatise: bool,
    separable: bool,
    sizes: tuple[int, ...],
    matcher: Matcher | None,
) -> TermMatrix:
    name_of = (lambda mark: name_of_mark(mark, matcher)) if matcher else None
    counts, terms = count_pieces(pieces_of(corpus, fields), lemmatise, name_of)
    matrix = TermMatrix(counts, articles, terms, _words(counts, terms, matcher))
    if separable:
        matrix = with_whole_verbs(matrix, corpus, fields)
    longer = [size for size in sizes if size > 1]
    if longer:
        pieces = pieces_of(corpus, fields, with_edges=True)
        grams = count_ngrams(pieces, longer, lemmatise, name_of)
        counts, terms = beside((matrix.counts, matrix.vocabulary), grams) if 1 in sizes else grams
        matrix = replace(matrix, counts=counts, vocabulary=terms)
    return matrix


def _words(counts: sparse.csr_array, terms: pd.Index, matcher: Matcher | None) -> np.ndarray:
    if matcher is None:
        return sums(counts)
    names = frozenset(entry.text for entry in matcher.entries if " " in entry.text)
    weights = np.array([words_of(term, names) for term in terms], dtype=np.int64)
    return np.asarray(counts @ weights, dtype=np.int64)


def _without_words(matrix: TermMatrix) -> TermMatrix:
    longer = np.flatnonzero(matrix.vocabulary.str.contains(JOINT, regex=False))
    return replace(
        matrix, counts=sparse.csr_array(matrix.counts[:, longer]), vocabulary=matrix.vocabulary[longer]
    )


def _checked(corpus: pd.DataFrame, fields: str | Sequence[str]) -> tuple[str, ...]:
    fields = (fields,) if isinstance(fields, str) else tuple(fields)
    for field in fields:
        if field not in corpus.columns:
            raise InputError(
                f"the corpus has no column '{field}'.",
                where="fields",
                what_to_do=f"Columns are: {', '.join(map(str, corpus.columns))}.",
            )
    return fields


def as_matrix(
    corpus: pd.DataFrame | TermMatrix, by: str | Sequence[str] | None = None, voice: str = "whole"
) -> TermMatrix:
    """Return the matrix of a corpus, or of one voice in it; with a row for each voice where `by` names it."""
    one_of(voice, "voice", VOICES[:-1])
    if not isinstance(corpus, TermMatrix | pd.DataFrame):
        raise InputError(
            f"a {type(corpus).__name__} is no corpus.",
            what_to_do="Give a table of articles, or a TermMatrix.",
        )
    articles = corpus if isinstance(corpus, pd.DataFrame) else corpus.articles
    by_voice = COLUMN in group_names(by)
    if by_voice and voice != "whole":
        raise InputError(
            "one voice has no groups by voice.", where="voice", what_to_do="Leave out `voice`, or `by`."
        )
    if isinstance(corpus, pd.DataFrame):
        wanted = "each" if by_voice and COLUMN not in articles.columns else voice
        return document_term_matrix(corpus, voice=wanted)
    if by_voice:
        # A column of that name that the researcher brought along is a column as any other.
        return corpus if COLUMN in articles.columns else of_voice(corpus, "each")
    return of_voice(corpus, voice) if voice != "whole" or tells_voices(corpus) else corpus
