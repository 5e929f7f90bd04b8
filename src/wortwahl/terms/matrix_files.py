"""A matrix on disk: numbers as npz, terms and articles as Parquet in the same file; no pickle."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl import storage
from wortwahl.errors import InputError
from wortwahl.terms.term_matrix import TermMatrix

_NUMBERS = ("data", "indices", "indptr", "words", "vocabulary", "articles")


def save_matrix(matrix: TermMatrix, path: str | Path) -> None:
    """Write a matrix as one file, whole or not at all.

    Parameters
    ----------
    matrix : TermMatrix
    path : str or Path
        By custom with the ending ``.npz``.

    Raises
    ------
    InputError
        If the file cannot be written.

    Examples
    --------
    >>> import tempfile
    >>> from wortwahl.terms.matrix import count_terms
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     save_matrix(count_terms(pd.DataFrame({"text": ["Überfall"]}), ["text"]), f"{folder}/m.npz")
    ...     load_matrix(f"{folder}/m.npz").vocabulary.tolist()
    ['Überfall']
    """
    with storage.replacing(path) as temporary, temporary.open("wb") as file:
        np.savez_compressed(
            file,
            allow_pickle=False,
            data=matrix.counts.data,
            indices=matrix.counts.indices,
            indptr=matrix.counts.indptr,
            words=matrix.words,
            vocabulary=_bytes(pd.DataFrame({"term": matrix.vocabulary})),
            articles=_bytes(matrix.articles),
        )


def load_matrix(path: str | Path) -> TermMatrix:
    """Read a matrix that `save_matrix` wrote.

    Parameters
    ----------
    path : str or Path

    Returns
    -------
    TermMatrix

    Raises
    ------
    InputError
        If there is no such file, or it is no matrix.
    """
    try:
        with np.load(path, allow_pickle=False) as file:
            part = {name: file[name] for name in _NUMBERS}
        terms, articles = (
            pd.read_parquet(io.BytesIO(part[name].tobytes())) for name in ("vocabulary", "articles")
        )
        counts = sparse.csr_array(
            (part["data"], part["indices"], part["indptr"]), shape=(len(part["words"]), len(terms))
        )
        # A damaged file must not become an address outside the table.
        counts.check_format(full_check=True)
    except (OSError, KeyError, ValueError, EOFError, TypeError, zipfile.BadZipFile) as error:
        raise InputError(
            "this is no matrix that can be read.", where=str(path), what_to_do="Make it again."
        ) from error
    return TermMatrix(counts, articles, pd.Index(terms["term"], dtype="str", name=None), part["words"])


def _bytes(table: pd.DataFrame) -> np.ndarray:
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False, compression="zstd")
    return np.frombuffer(buffer.getvalue(), dtype=np.uint8)
