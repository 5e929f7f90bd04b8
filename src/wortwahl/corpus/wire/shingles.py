"""A small signature of a text, by which copies of it are found without the text.

A shingle is a run of five words. Each is hashed, and a hash that is divisible by three is kept. Which ones
are kept depends on the words alone, so that what two texts share, and how much of one stands in the other,
can be told from what was kept of each. That is the sketch MOD_m of Broder (1997, On the resemblance and
containment of documents). The usual MinHash keeps a fixed number of hashes a text and measures resemblance; a
copy cut down to its first third resembles the whole little, but is contained in it.
"""

import re
from functools import cache

import numpy as np
import pandas as pd

from wortwahl.errors import InputError

LENGTH = 5
KEPT = 3
SIGNATURE_COLUMNS = ("article", "words", "whole", "signature")
_STORED = np.dtype("<u4")
_PRIME = np.uint64(0x9E3779B97F4A7C15)
# The letters of a word weigh by their place; beyond this one they weigh alike, and no word is so long.
_PLACES = 256
# Letters outside the basic plane are no words of ours, emoji and symbols are.
_PLANE = 0x10000


def shingle_hashes(text: str) -> np.ndarray:
    """Return the kept hashes of a text's shingles, sorted, each once.

    Parameters
    ----------
    text : str
        A text after cleaning; case and punctuation do not count.

    Returns
    -------
    ndarray of uint32
        About a third of the text's runs of five words.

    Examples
    --------
    >>> text = "Die Ministerinnen und Minister haben sich in der Nacht auf nichts geeinigt. " * 2
    >>> bool((shingle_hashes(text) == shingle_hashes(text.upper().replace(".", ""))).all())
    True
    """
    return _kept(_shingles(_word_hashes(text)))


def signatures(articles: pd.DataFrame) -> pd.DataFrame:
    """Return a signature of each article's text, for `stories_of`.

    An article's signature depends on its text alone: those of batches, one under the other, are those of the
    whole.

    Parameters
    ----------
    articles : DataFrame
        `id`, `text`.

    Returns
    -------
    DataFrame
        `article` (id), `words` (their number), `whole` (a hash of all words), `signature` (bytes; about 1.3 a
        word).

    Raises
    ------
    InputError
        If a column is missing.

    Examples
    --------
    >>> signatures(pd.DataFrame({"id": ["a"], "text": ["Ein Wort."]}))[["article", "words"]].values.tolist()
    [['a', 2]]
    """
    for name in ("id", "text"):
        if name not in articles:
            raise InputError(f"articles: there is no column '{name}'.", what_to_do="Use a corpus as read.")
    words, whole, kept = [], [], []
    for text in articles["text"].fillna(""):
        hashes = _word_hashes(text)
        words.append(len(hashes))
        whole.append(_whole(hashes))
        kept.append(_kept(_shingles(hashes)).astype(_STORED).tobytes())
    return pd.DataFrame(
        {
            "article": pd.Series(list(articles["id"]), dtype="str"),
            "words": pd.Series(words, dtype="int32"),
            "whole": pd.Series(whole, dtype="int64"),
            "signature": pd.Series(kept, dtype="object"),
        }
    )


def hashes_of(stored: bytes) -> np.ndarray:
    """Return the hashes that a stored signature holds."""
    return np.frombuffer(stored, _STORED)


def _word_hashes(text: str) -> np.ndarray:
    """Return a hash of each word, in their order; all words at once, since Python's own loop is slower."""
    weights, letters, is_letter = _tables()
    points = np.frombuffer(text.casefold().encode("utf-32-le", "surrogatepass"), np.uint32)
    points = np.where(points < _PLANE, points, 0)
    inside = np.zeros(len(points) + 2, bool)
    inside[1:-1] = is_letter[points]
    edges = np.flatnonzero(inside[1:] != inside[:-1])
    lengths = edges[1::2] - edges[::2]
    if not len(lengths):
        return np.zeros(0, np.uint64)
    starts = np.cumsum(lengths) - lengths
    places = np.arange(lengths.sum()) - np.repeat(starts, lengths)
    weighed = letters[points[inside[1:-1]]] * weights[np.minimum(places, _PLACES - 1)]
    return _mixed(np.add.reduceat(weighed, starts))


def _shingles(words: np.ndarray) -> np.ndarray:
    """Return a hash of each run of five words; of a shorter text, one of the whole."""
    if not len(words):
        return words
    if len(words) < LENGTH:
        words = np.concatenate([words, np.zeros(LENGTH - len(words), np.uint64)])
    runs = np.lib.stride_tricks.sliding_window_view(words, LENGTH)
    mixed = runs[:, 0].copy()
    for place in range(1, LENGTH):
        mixed = mixed * _PRIME + runs[:, place]
    return _mixed(mixed)


def _kept(shingles: np.ndarray) -> np.ndarray:
    return np.unique(shingles[shingles % np.uint64(KEPT) == 0].astype(np.uint32))


def _whole(words: np.ndarray) -> int:
    """Return one hash of all words in their order."""
    places = _mixed(np.arange(1, len(words) + 1, dtype=np.uint64))
    return int(_mixed(words * (places | np.uint64(1))).sum(dtype=np.uint64).astype(np.int64))


def _mixed(numbers: np.ndarray) -> np.ndarray:
    """Return numbers whose every bit depends on every bit before (the finaliser of SplitMix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


@cache
def _tables() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the weight of a place in a word, a number for each character, and which ones are letters."""
    weights = np.cumprod(np.full(_PLACES, _PRIME, np.uint64))
    numbers = _mixed(np.arange(1, _PLANE + 1, dtype=np.uint64))
    word = re.compile(r"\w")
    is_letter = np.array([bool(word.match(chr(point))) for point in range(_PLANE)])
    return weights, numbers, is_letter
