"""Words by voice: what the newsroom says itself, and what others say in its texts."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.framing.speech import check_method
from wortwahl.language.speech import quotations_of
from wortwahl.language.tokens import tokens
from wortwahl.terms.parameters import one_of
from wortwahl.terms.term_matrix import TermMatrix

VOICES = ("whole", "newsroom", "speech", "each")
COLUMN = "voice"
_TWO = ("newsroom", "speech")
# What stands inside words too: geht's, Soldat:innen, Mitarbeiter/-in.
_INNER = "-‐‑'’*:_/"
Spans = list[tuple[int, int]]


def speech_spans(
    corpus: pd.DataFrame, fields: Sequence[str], method: str, speech: pd.DataFrame | None = None
) -> dict[str, list[Spans]]:
    """Return for each field and article the places that are not the newsroom's own words.

    Parameters
    ----------
    corpus : DataFrame
        Articles.
    fields : sequence of str
    method : {"auto", "rules"}
        How speech is found.
    speech : DataFrame, optional
        What is known of the field `text` already: `article` (id), `start`, `end`, `type`.

    Returns
    -------
    dict
        Spans in their order, none touching another; each begins and ends between words.
    """
    check_method(method)
    if speech is not None and "id" not in corpus.columns:
        raise InputError("the articles have no `id` to find their speech by.", where="speech")
    known = None if speech is None else _known(speech)
    genres = corpus["genre"].fillna("") if "genre" in corpus.columns else [""] * len(corpus)
    ids = corpus["id"] if "id" in corpus.columns else [""] * len(corpus)
    found = {}
    for field in fields:
        texts = corpus[field].fillna("")
        if field == "text" and known is not None:
            raw = (known.get(article, []) for article in ids)
        else:
            raw = (_heard(text, method, genre) for text, genre in zip(texts, genres, strict=True))
        found[field] = [_between_words(text, spans) for text, spans in zip(texts, raw, strict=True)]
    return found


def in_two_voices(corpus: pd.DataFrame, fields: Sequence[str], spans: dict[str, list[Spans]]) -> pd.DataFrame:
    """Return each article twice, its own words and the words of others, told apart by the column `voice`.

    Raises
    ------
    InputError
        If the corpus has such a column already.
    """
    if COLUMN in corpus.columns:
        raise InputError(
            f"the corpus has a column '{COLUMN}' of its own.", where="voice", what_to_do="Rename it."
        )
    halves = []
    for voice in _TWO:
        texts = {
            field: pd.Series(
                [
                    _cut(text, inside, voice == "speech")
                    for text, inside in zip(corpus[field].fillna(""), spans[field], strict=True)
                ],
                index=corpus.index,
                dtype="str",
            )
            for field in fields
        }
        halves.append(corpus.assign(**texts, **{COLUMN: voice}))
    return pd.concat(halves, ignore_index=True)


def tells_voices(matrix: TermMatrix) -> bool:
    """Say whether a matrix has a row for each voice of an article."""
    return COLUMN in matrix.articles.columns and set(matrix.articles[COLUMN]) <= set(_TWO)


def of_voice(matrix: TermMatrix, voice: str) -> TermMatrix:
    """Return the part of a matrix that is in one voice, with one row an article.

    Parameters
    ----------
    matrix : TermMatrix
        From `count_voices`, or from ``document_term_matrix(…, voice="each")``.
    voice : {"whole", "newsroom", "speech", "each"}
        "whole" adds the two, "each" leaves the matrix as it is.

    Returns
    -------
    TermMatrix
        With the whole vocabulary.

    Raises
    ------
    InputError
        If there is no such voice, or the matrix does not tell them apart.

    Examples
    --------
    >>> from wortwahl.terms import count_voices
    >>> corpus = pd.DataFrame({"text": ["„Es ist Krieg“, sagte er im Radio."]})
    >>> matrix = count_voices(corpus, ["text"], method="rules")
    >>> of_voice(matrix, "speech").words.tolist(), of_voice(matrix, "whole").words.tolist()
    ([3], [7])
    """
    one_of(voice, "voice", VOICES)
    if not tells_voices(matrix):
        if voice == "whole":
            return matrix
        raise InputError(
            "this matrix does not tell voices apart.",
            where="voice",
            what_to_do='Make it with document_term_matrix(corpus, voice="each").',
        )
    if voice == "each":
        return matrix
    rows = {name: np.flatnonzero(matrix.articles[COLUMN] == name) for name in _TWO}
    first = rows["speech" if voice == "speech" else "newsroom"]
    articles = matrix.articles.iloc[first].drop(columns=COLUMN).reset_index(drop=True)
    counts, words = matrix.counts[first], matrix.words[first]
    if voice == "whole":
        other = rows["speech"]
        if len(first) != len(other):
            raise InputError("an article has only one of its voices.", where="voice")
        counts = sparse.csr_array(counts + matrix.counts[other], dtype=np.int32)
        words = words + matrix.words[other]
    return TermMatrix(sparse.csr_array(counts), articles, matrix.vocabulary, words)


def _heard(text: str, method: str, genre: str) -> Spans:
    # A mere report of speech ("Reported") is the newsroom's own; all else that covers a word is not.
    found = quotations_of(text, method=method, genre=genre) if text else []
    return [part for one in found if one.type != "Reported" for part in one.parts]


def _known(speech: pd.DataFrame) -> dict[str, Spans]:
    spans: dict[str, Spans] = {}
    others = speech[speech["type"] != "Reported"]
    for article, start, end in zip(others["article"], others["start"], others["end"], strict=True):
        spans.setdefault(article, []).append((start, end))
    return spans


def _between_words(text: str, spans: Spans) -> Spans:
    """Return the union of spans, each end moved behind the word that it would cut."""
    joined: Spans = []
    for start, end in sorted((_behind_word(text, a), _behind_word(text, b)) for a, b in spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _behind_word(text: str, place: int) -> int:
    """Return a place, or the end of the word that it is inside of: a word has the voice it begins in."""
    if not 0 < place < len(text) or not all(
        character.isalnum() or character in _INNER for character in text[place - 1 : place + 1]
    ):
        return place
    low, high = place, place
    while low and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    inside = (low + end for start, end in tokens(text[low:high]) if low + start < place < low + end)
    return next(inside, place)


def _cut(text: str, spans: Spans, speech: bool) -> str:
    """Return what is inside the spans, or outside them; a sign keeps apart what did not touch."""
    return " | ".join(_inside(text, spans) if speech else _outside(text, spans))


def _inside(text: str, spans: Spans) -> Iterator[str]:
    return (text[start:end] for start, end in spans)


def _outside(text: str, spans: Spans) -> Iterator[str]:
    at = 0
    for start, end in spans:
        yield text[at:start]
        at = end
    yield text[at:]
