"""What stands between spaces, counted: the fast first half of the matrix.

No word crosses a space, and a newspaper's year has fifteen times more pieces than different pieces. So Arrow
splits and numbers them, and each different piece is read for its words only once.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import count

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from scipy import sparse

from wortwahl.errors import InputError

# Signs that are no part of a word where a piece begins or ends, so that "Krieg", „Krieg“ and Krieg. are read
# as one. A hyphen or colon joins two halves of a word only where letters stand on both sides.
_EDGES = ".,;:!?…\"'„“”‚‘’»«›‹()[]{}–—-*/"

# Offsets of 64 bits: a text may be of any length.
_TYPE = pa.large_string()

# Articles at once: enough to be fast, few enough that a corpus is never in memory twice.
_BLOCK = 1000


def count_pieces(corpus: pd.DataFrame, fields: Sequence[str]) -> tuple[list[str], sparse.csr_array]:
    """Return the different pieces, without signs at their edges, and how often each article has each.

    Parameters
    ----------
    corpus : DataFrame
    fields : sequence of str
        Columns of text; a missing value is no text.

    Returns
    -------
    tuple
        The pieces, and a csr_array of int32 with a row an article.

    Examples
    --------
    >>> pieces, counts = count_pieces(pd.DataFrame({"text": ["„Krieg“, Krieg. 3,5"]}), ["text"])
    >>> dict(zip(pieces, counts.toarray()[0].tolist()))
    {'Krieg': 2, '3,5': 1}
    """
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    rows, columns, values = [np.zeros(1, np.int64)], [], []
    for start in range(0, len(corpus), _BLOCK):
        block = corpus.iloc[start : start + _BLOCK]
        pieces, counts = _count_block([block[field] for field in fields])
        new = np.fromiter(map(numbers.__getitem__, pieces), dtype=np.int32, count=len(pieces))
        rows.append(counts.indptr[1:].astype(np.int64) + rows[-1][-1])
        columns.append(new[counts.indices])
        values.append(counts.data)
    whole = sparse.csr_array(
        (_joined(values), _joined(columns), np.concatenate(rows)), shape=(len(corpus), len(numbers))
    )
    return list(numbers), whole


def _count_block(columns: Sequence[pd.Series]) -> tuple[list[str], sparse.csr_array]:
    texts = pc.binary_join_element_wise(*map(_text, columns), pa.scalar("\n", _TYPE))
    split = pc.utf8_split_whitespace(texts)
    with_edges = pc.list_flatten(split).dictionary_encode()
    pieces = pc.utf8_trim(with_edges.dictionary, characters=_EDGES).dictionary_encode()
    numbers = pieces.indices.to_numpy()[with_edges.indices.to_numpy()]
    counts = sparse.csr_array(
        # Arrow hands out its own memory, which must not be written to.
        (np.ones(len(numbers), np.int32), numbers, split.offsets.to_numpy().copy()),
        shape=(len(texts), len(pieces.dictionary)),
    )
    counts.sum_duplicates()
    return pieces.dictionary.to_pylist(), counts


def _joined(arrays: list[np.ndarray]) -> np.ndarray:
    return np.concatenate(arrays) if arrays else np.zeros(0, np.int32)


def _text(column: pd.Series) -> pa.Array:
    values = column.fillna("")
    try:
        array = pa.array(values, type=_TYPE)
    except UnicodeEncodeError:
        # A lone half of a surrogate pair is no letter, and no file can hold it.
        array = pa.array([text.encode("utf-8", "replace").decode() for text in values], type=_TYPE)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise InputError(
            f"the column '{column.name}' holds something else than text.",
            where="fields",
            what_to_do="Name columns of text.",
        ) from error
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
