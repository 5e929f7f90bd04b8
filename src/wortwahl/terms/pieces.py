"""What stands between spaces, numbered: the fast first half of the matrix.

No word crosses a space, and a newspaper's year has fifteen times more pieces than different pieces. So Arrow
splits and numbers them, and each different piece is read for its words only once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from wortwahl.errors import InputError
from wortwahl.terms.term_matrix import numbered

# Signs that are no part of a word where a piece begins or ends, so that "Krieg", „Krieg“ and Krieg. are read
# as one. A hyphen or colon joins two halves of a word only where letters stand on both sides.
_EDGES = ".,;:!?…\"'„“”‚‘’»«›‹()[]{}–—-*/"

# Offsets of 64 bits: a text may be of any length.
TYPE = pa.large_string()

# Articles at once: enough to be fast, few enough that a corpus is never in memory twice.
_BLOCK = 1000

# Between two fields, and between two paragraphs, no word follows another.
_END = "\n|\n"


@dataclass
class Pieces:
    """The different pieces, and which of them stand in each article, in their order.

    Attributes
    ----------
    names : Array of str
        Each once.
    blocks : list of tuple
        For some articles on end: the numbers of their pieces, and where each article begins and ends.
    """

    names: pa.Array
    blocks: list[tuple[np.ndarray, np.ndarray]]


def pieces_of(corpus: pd.DataFrame, fields: Sequence[str], with_edges: bool = False) -> Pieces:
    """Split the texts of a corpus at spaces.

    Parameters
    ----------
    corpus : DataFrame
    fields : sequence of str
        Columns of text; a missing value is no text.
    with_edges : bool
        True keeps the signs at the edges of pieces, and puts a sign between fields and between paragraphs:
        for what must know where a clause ends.

    Returns
    -------
    Pieces

    Examples
    --------
    >>> found = pieces_of(pd.DataFrame({"text": ["„Krieg“, Krieg. 3,5"]}), ["text"])
    >>> found.names.to_pylist(), found.blocks[0][0].tolist()
    (['Krieg', '3,5'], [0, 0, 1])
    """
    names, blocks = [], []
    for start in range(0, len(corpus), _BLOCK):
        block = corpus.iloc[start : start + _BLOCK]
        pieces, numbers, bounds = _block([block[field] for field in fields], with_edges)
        names.append(pieces)
        blocks.append((numbers, bounds))
    whole, of_blocks = numbered(names)
    return Pieces(
        whole, [(new[numbers], bounds) for new, (numbers, bounds) in zip(of_blocks, blocks, strict=True)]
    )


def _block(columns: Sequence[pd.Series], with_edges: bool) -> tuple[pa.Array, np.ndarray, np.ndarray]:
    texts = pc.binary_join_element_wise(*map(_text, columns), pa.scalar(_END if with_edges else "\n", TYPE))
    if with_edges:
        texts = pc.replace_substring(texts, "\n\n", _END)
    # Rare blanks, as the non-breaking one, stay inside a piece; whoever reads it for words divides it there.
    split = pc.ascii_split_whitespace(texts)
    pieces = pc.list_flatten(split).dictionary_encode()
    names, numbers = pieces.dictionary, pieces.indices.to_numpy()
    if not with_edges:
        trimmed = pc.utf8_trim(names, characters=_EDGES).dictionary_encode()
        names, numbers = trimmed.dictionary, trimmed.indices.to_numpy()[numbers]
    # Arrow hands out its own memory, which must not be written to.
    return names, numbers, split.offsets.to_numpy().copy()


def _text(column: pd.Series) -> pa.Array:
    values = column.fillna("")
    try:
        array = pa.array(values, type=TYPE)
    except UnicodeEncodeError:
        # A lone half of a surrogate pair is no letter, and no file can hold it.
        array = pa.array([text.encode("utf-8", "replace").decode() for text in values], type=TYPE)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise InputError(
            f"the column '{column.name}' holds something else than text.",
            where="fields",
            what_to_do="Name columns of text.",
        ) from error
    return array.combine_chunks() if isinstance(array, pa.ChunkedArray) else array
