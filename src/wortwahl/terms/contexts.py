"""Which words stand in which contexts: the counts that distributional measures are made of."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import sparse

from wortwahl.framing.matching import Matcher
from wortwahl.language.lemmas import lemma
from wortwahl.language.tokens import tokens
from wortwahl.terms.addresses import without_addresses
from wortwahl.terms.places import texts

# Words of this many articles are counted at a time, so that memory does not grow with the corpus.
_BLOCK_WORDS = 1_000_000


@dataclass
class Words:
    """The words of a corpus in their order.

    Attributes
    ----------
    names : Index of str
        Lemmas; the first ones are the keys of the terms that were looked for, each use of one being one word.
    numbers : ndarray of int32
        The place in `names` of each word; -1 stands between two texts.
    rows : ndarray of int32
        The row of the article that each word stands in.
    """

    names: pd.Index
    numbers: np.ndarray
    rows: np.ndarray


def words_of(corpus: pd.DataFrame, matcher: Matcher, keys: Sequence[str], fields: Sequence[str]) -> Words:
    """Return the words of a corpus, with each use of a term as one word that is called by the term's key.

    Parameters
    ----------
    corpus : DataFrame
        Articles.
    matcher : Matcher
        Finds the terms.
    keys : sequence of str
        The keys of its entries.
    fields : sequence of str
        Columns of text.
    """
    place = {key: number for number, key in enumerate(keys)}
    numbers: dict[str, int] = {}
    found, rows = [], []
    for row, _, text in texts(corpus, fields):
        uses = matcher.find(text)
        spans = tokens(without_addresses(text))
        here, use, counted = [], 0, -1
        for start, end in spans:
            while use < len(uses) and uses[use].end <= start:
                use += 1
            if use < len(uses) and uses[use].start < end:
                if use > counted:  # a phrase is one word, where its first word stands
                    here.append(place[matcher.entries[uses[use].entry].key])
                    counted = use
            elif text[start].isalpha():
                form = text[start:end]
                here.append(numbers.setdefault(form, len(numbers)) + len(keys))
        here.append(-1)
        found.append(np.array(here, dtype=np.int32))
        rows.append(np.full(len(here), row, dtype=np.int32))
    every = np.concatenate(found) if found else np.zeros(0, np.int32)
    codes, lemmas = pd.factorize(np.array([lemma(form) for form in numbers], dtype=object))
    move = np.concatenate([np.arange(len(keys)), codes + len(keys), [-1]]).astype(np.int32)
    return Words(
        pd.Index([*keys, *lemmas], dtype="str"),
        move[every],
        np.concatenate(rows) if rows else np.zeros(0, np.int32),
    )


def beside(words: Words, contexts: np.ndarray, distances: Sequence[int]) -> sparse.csr_array:
    """Count which words stand at some distances from which.

    Parameters
    ----------
    words : Words
    contexts : ndarray of bool
        Which of `words.names` count as a context.
    distances : sequence of int
        -1 is the word before, 1 the word after.

    Returns
    -------
    csr_array
        Words × words.
    """
    size = len(words.names)
    total = sparse.csr_array((size, size), dtype=np.int32)
    for distance in distances:
        apart = abs(distance)
        left, right = words.numbers[:-apart], words.numbers[apart:]
        word, context = (right, left) if distance < 0 else (left, right)
        inside = (left >= 0) & (right >= 0) & contexts[context]
        for step in range(1, apart):  # no context reaches into another text
            inside &= words.numbers[step : len(words.numbers) - apart + step] >= 0
        word, context = word[inside], context[inside]
        for start in range(0, len(word), _BLOCK_WORDS):
            some = slice(start, start + _BLOCK_WORDS)
            ones = np.ones(len(word[some]), dtype=np.int32)
            total += sparse.csr_array(sparse.coo_array((ones, (word[some], context[some])), (size, size)))
    return total


def positive_pmi(counts: sparse.csr_array, smoothing: float = 0.75) -> sparse.csr_array:
    """Return the positive pointwise mutual information of words and contexts.

    Parameters
    ----------
    counts : csr_array
        Words × contexts.
    smoothing : float
        The power of a context's frequency: below 1, rare contexts count less.

    Notes
    -----
    Church and Hanks (1990); with smoothed contexts Levy, Goldberg and Dagan (2015).

    Examples
    --------
    >>> table = sparse.csr_array(np.array([[2, 0], [0, 2]]))
    >>> positive_pmi(table, smoothing=1.0).toarray().tolist()
    [[1.0, 0.0], [0.0, 1.0]]
    """
    table = sparse.coo_array(counts, dtype=float)
    of_word = np.asarray(counts.sum(axis=1), dtype=float).ravel()
    of_context = np.asarray(counts.sum(axis=0), dtype=float).ravel() ** smoothing
    expected = of_word[table.row] * of_context[table.col] / max(of_context.sum(), 1e-12)
    values = np.log2(table.data / expected)
    kept = values > 0
    return sparse.csr_array((values[kept], (table.row[kept], table.col[kept])), shape=counts.shape)
