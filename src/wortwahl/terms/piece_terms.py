"""From pieces to terms: each different piece is read once for its words, each word lemmatised once."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from wortwahl.language.lemmas import lemmas
from wortwahl.language.tokens import words
from wortwahl.terms.addresses import HINT, without_addresses
from wortwahl.terms.phrases import MARK
from wortwahl.terms.pieces import TYPE, Pieces
from wortwahl.terms.term_matrix import index_of, stacked

# Latin letters alone are one word. All else needs a look if it may have a letter: E-Mail/Brief, but not 24.
_PLAIN = r"^[A-Za-zÀ-ÖØ-öø-ɏ]+$"
_LETTER = r"[A-Za-z]|[^\x00-\x7f]"


def words_of_pieces(pieces: pa.Array, marks: bool = False) -> tuple[np.ndarray, pa.DictionaryArray]:
    """Return the words that stand in some pieces.

    Parameters
    ----------
    pieces : Array of str
    marks : bool
        True takes the signs of phrases as words.

    Returns
    -------
    tuple
        The number of the piece of each word, and the words; not in the order of the pieces.

    Examples
    --------
    >>> piece, word = words_of_pieces(pa.array(["E-Mail/Brief", "3,5", "Krieg", "www.bund.de"], type=TYPE))
    >>> piece.tolist(), word.to_pylist()
    ([2, 0, 0], ['Krieg', 'E-Mail', 'Brief'])
    """
    plain = pc.match_substring_regex(pieces, _PLAIN)
    others = pc.and_not(pc.match_substring_regex(pieces, _LETTER), plain)
    numbers, parts = [np.flatnonzero(plain)], []
    rest = np.flatnonzero(others)
    hints = pc.match_substring_regex(pieces, HINT).filter(others).to_pylist()
    lengths = np.zeros(len(rest), dtype=np.int64)
    for i, (piece, hint) in enumerate(zip(pieces.filter(others).to_pylist(), hints, strict=True)):
        found = words(without_addresses(piece) if hint else piece)
        if marks:
            found += MARK.findall(piece)
        lengths[i] = len(found)
        parts += found
    numbers.append(np.repeat(rest, lengths))
    whole = pa.chunked_array([pieces.filter(plain), pa.array(parts, type=TYPE)])
    return np.concatenate(numbers), whole.combine_chunks().dictionary_encode()


def terms_of_forms(
    forms: pa.Array, lemmatise: bool, name_of: Callable[[str], str] | None = None
) -> tuple[pd.Index, np.ndarray]:
    """Return the terms, sorted, and the number of the term of each form; `name_of` names a phrase's sign."""
    if lemmatise or name_of:
        written = forms.to_pylist()
        of_form = lemmas(written) if lemmatise else dict.fromkeys(written)
        terms = [
            name_of(form) if name_of and MARK.match(form) else term or form for form, term in of_form.items()
        ]
        encoded = pa.array(terms, type=TYPE).dictionary_encode()
        names, numbers = encoded.dictionary, encoded.indices.to_numpy()
    else:
        names, numbers = forms, np.arange(len(forms), dtype=np.int32)
    order = pc.sort_indices(names)
    place = np.empty(len(names), dtype=np.int32)
    place[order.to_numpy()] = np.arange(len(names), dtype=np.int32)
    return index_of(names.take(order)), place[numbers]


def count_pieces(
    found: Pieces, lemmatise: bool, name_of: Callable[[str], str] | None = None
) -> tuple[sparse.csr_array, pd.Index]:
    """Return how often each article has each term, and the terms, sorted."""
    piece, word = words_of_pieces(found.names, marks=name_of is not None)
    terms, of_form = terms_of_forms(word.dictionary, lemmatise, name_of)
    columns = of_form[word.indices.to_numpy()]
    shape = (len(found.names), len(terms))
    terms_of_pieces = sparse.csr_array((np.ones(len(piece), np.int32), (piece, columns)), shape=shape)
    return stacked([_counted(*block, terms_of_pieces) for block in found.blocks], len(terms)), terms


def _counted(numbers: np.ndarray, bounds: np.ndarray, terms_of_pieces: sparse.csr_array) -> sparse.csr_array:
    shape = (len(bounds) - 1, terms_of_pieces.shape[0])
    block = sparse.csr_array((np.ones(len(numbers), np.int32), numbers, bounds), shape=shape)
    counts = sparse.csr_array(block @ terms_of_pieces, dtype=np.int32)
    counts.sort_indices()
    return counts
