"""Words that follow one another: n-grams of terms, within a clause."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.language.tokens import tokens
from wortwahl.terms.addresses import without_addresses
from wortwahl.terms.parameters import whole_number
from wortwahl.terms.phrases import MARK
from wortwahl.terms.piece_terms import terms_of_forms
from wortwahl.terms.pieces import TYPE, Pieces
from wortwahl.terms.term_matrix import index_of, moved, stacked, united

# Between the words of an n-gram, so that it is no phrase of a codebook (these have blanks).
JOINT = "_"
# A word in quotation marks follows the one before it; other signs, and numbers, end a clause.
_QUOTES = frozenset("\"'„“”‚‘’»«›‹")
_BREAK = "|"
LONGEST = 5


def check_sizes(ngrams: int | Sequence[int]) -> tuple[int, ...]:
    """Return the lengths of n-grams, sorted, each once.

    Raises
    ------
    InputError
        If one is no whole number from 1 to 5, or there is none.
    """
    sizes = tuple(ngrams) if isinstance(ngrams, Iterable) else (ngrams,)
    for size in sizes or (0,):
        whole_number(size, "ngrams")
        if size > LONGEST:
            raise InputError(f"n-grams of {size} words are too long.", "ngrams", f"Give at most {LONGEST}.")
    return tuple(sorted(set(sizes)))


def count_ngrams(
    found: Pieces, sizes: Sequence[int], lemmatise: bool, name_of: Callable[[str], str] | None = None
) -> tuple[sparse.csr_array, pd.Index]:
    """Return how often each article has each n-gram, and the n-grams, sorted.

    Parameters
    ----------
    found : Pieces
        With the signs at their edges.
    sizes : sequence of int
        Numbers of words, from 2 on.
    lemmatise : bool
    name_of : callable, optional
        Names the phrase of a sign.

    Examples
    --------
    >>> from wortwahl.terms.pieces import pieces_of
    >>> corpus = pd.DataFrame({"text": ["Der „Krieg“ beginnt. Er endet, der Krieg."]})
    >>> count_ngrams(pieces_of(corpus, ["text"], with_edges=True), [2], True)[1].tolist()
    ['Krieg_beginnen', 'der_Krieg', 'er_enden']
    """
    parts = [_parts(piece) for piece in found.names.to_pylist()]
    bounds = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
    flat = pa.array([word for part in parts for word in part], type=TYPE).dictionary_encode()
    terms, of_form = terms_of_forms(flat.dictionary, lemmatise, name_of)
    names = pa.array(terms, type=TYPE)
    names = names.combine_chunks() if isinstance(names, pa.ChunkedArray) else names
    numbers = of_form[flat.indices.to_numpy()]
    is_break = np.asarray(pc.equal(flat.dictionary, _BREAK))[flat.indices.to_numpy()]
    numbers = np.where(is_break, -1, numbers)
    blocks, vocabularies = [], []
    for pieces, ends in found.blocks:
        lengths = bounds[pieces + 1] - bounds[pieces]
        starts = np.cumsum(lengths) - lengths
        sequence = numbers[np.repeat(bounds[pieces] - starts, lengths) + np.arange(lengths.sum())]
        row = np.repeat(np.repeat(np.arange(len(ends) - 1), np.diff(ends)), lengths)
        for size in sizes:
            counts, ngrams = _of_block(sequence, row, size, len(ends) - 1, names)
            blocks.append(counts)
            vocabularies.append(ngrams)
    vocabulary, columns = united(vocabularies)
    blocks = [moved(b, c, len(vocabulary)) for b, c in zip(blocks, columns, strict=True)]
    per_size = len(sizes)
    rows = [sum(blocks[i + 1 : i + per_size], blocks[i]) for i in range(0, len(blocks), per_size)]
    return stacked(rows, len(vocabulary)), vocabulary


def _of_block(
    sequence: np.ndarray, row: np.ndarray, size: int, rows: int, names: pa.Array
) -> tuple[sparse.csr_array, pd.Index]:
    last = max(len(sequence) - size + 1, 0)
    valid = np.arange(last)
    valid = valid[row[valid] == row[valid + size - 1]] if last else valid
    for step in range(size):
        valid = valid[sequence[valid + step] >= 0]
    code = sequence[valid].astype(np.int64)
    for step in range(1, size):
        # Numbered anew at each step, so that no product grows out of its type.
        code = np.unique(code, return_inverse=True)[1] * len(names) + sequence[valid + step]
    _, first, number = np.unique(code, return_index=True, return_inverse=True)
    words = [names.take(pa.array(sequence[valid[first] + step])) for step in range(size)]
    ngrams = pc.binary_join_element_wise(*words, pa.scalar(JOINT, TYPE))
    counts = sparse.csr_array((np.ones(len(valid), np.int32), (row[valid], number)), shape=(rows, len(first)))
    return counts, index_of(ngrams)


def _parts(piece: str) -> list[str]:
    """Return the words of a piece, with breaks between them."""
    if piece.isalpha():
        return [piece]
    text = without_addresses(piece, sign="|")
    parts = []
    for start, end in tokens(text):
        word = text[start:end]
        if word[0].isalpha() or MARK.match(word):
            parts.append(word)
        elif word not in _QUOTES:
            parts.append(_BREAK)
    return parts
