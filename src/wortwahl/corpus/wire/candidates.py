"""Which texts might be copies of each other: those of the same days that share several kept hashes.

Hashes of shingles are rare: in a corpus of news most stand in one text only. So a list of the texts of each
hash proposes every pair at little cost and misses none that shares enough, where bands of MinHash miss short
copies of long texts (both are measured in `benchmarks/stories.py`).
"""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from wortwahl.corpus.wire.texts import Texts, distinct, is_among

# Up to so many texts of one hash are paired each with each; beyond, each with the first few and with the few
# before it, so that ten thousand copies of one text, or an advertisement in all articles of an outlet, cost
# ten thousand times a few.
_EACH = 16
_FEW = 3
# What a pair must share to be looked at closely: so many hashes, and this part of the smaller text.
LEAST_SHARED = 6
_LEAST_PART = 0.1
_MOST_AT_ONCE = 4_000_000


def candidates(texts: Texts, window_days: int) -> np.ndarray:
    """Return pairs of texts (two columns of numbers, the smaller first, sorted) to look at closely."""
    found = [_pairs(texts, rows, old, window_days) for rows, old in _blocks(texts, window_days)]
    return np.unique(np.concatenate([np.empty((0, 2), np.int64), *found]), axis=0)


def _blocks(texts: Texts, window_days: int) -> Iterator[tuple[np.ndarray, np.ndarray | None]]:
    """Yield texts that may lie within the window of each other: rows, and which of them are to be paired.

    Texts of a known day come in blocks as long as the window, each with the next. Texts of which only the
    month, the year or nothing is known come once more, with all others.
    """
    exact = np.flatnonzero(texts.dated)
    block = texts.last_day[exact] // max(window_days, 1)
    order = np.argsort(block, kind="stable")
    exact, block = exact[order], block[order]
    starts = np.flatnonzero(np.diff(block, prepend=block[:1] - 1))
    ends = np.append(starts[1:], len(block))[: len(starts)]
    for place, (start, end) in enumerate(zip(starts, ends, strict=True)):
        following = place + 1 < len(starts) and block[starts[place + 1]] == block[start] + 1
        rows = np.sort(exact[start : ends[place + 1] if following else end])
        yield rows, np.isin(rows, exact[start:end])
    vague = np.flatnonzero(~texts.dated)
    if len(vague):
        rows = np.arange(len(texts))
        yield rows, np.isin(rows, vague)


def _pairs(texts: Texts, rows: np.ndarray, wanted: np.ndarray, window_days: int) -> np.ndarray:
    """Return the pairs among rows of which one is wanted that share enough."""
    is_wanted = np.zeros(len(texts), bool)
    is_wanted[rows[wanted]] = True
    hashes, owners = texts.hashes_of_rows(rows)
    if 4 * wanted.sum() < len(rows):
        # Only what stands in a wanted text can make a pair.
        kept = is_among(hashes, distinct(hashes[is_wanted[owners]]))
        hashes, owners = hashes[kept], owners[kept]
    both = np.sort((hashes.astype(np.uint64) << np.uint64(32)) | owners.astype(np.uint64))
    hashes, owners = (
        (both >> np.uint64(32)).astype(np.uint32),
        (both & np.uint64(0xFFFFFFFF)).astype(np.int64),
    )
    starts = np.flatnonzero(np.diff(hashes.astype(np.int64), prepend=-1))
    lengths = np.diff(np.append(starts, len(hashes)))
    keys, counts = np.empty(0, np.int64), np.empty(0, np.int64)
    for made in _made_pairs(owners, starts[lengths > 1], lengths[lengths > 1]):
        one, other = made // _LARGE, made % _LARGE
        kept = texts.may_meet(one, other, window_days)
        keys, counts = _added(keys, counts, made[kept])
    one, other = keys // _LARGE, keys % _LARGE
    smaller = np.minimum(texts.sizes[one], texts.sizes[other])
    kept = (counts >= LEAST_SHARED) & (counts >= _LEAST_PART * smaller)
    kept &= is_wanted[one] | is_wanted[other]
    return np.column_stack([one[kept], other[kept]])


_LARGE = np.int64(1) << np.int64(31)


def _made_pairs(owners: np.ndarray, starts: np.ndarray, lengths: np.ndarray) -> Iterator[np.ndarray]:
    """Yield pairs of the texts of each hash, as one number each, not too many at once."""
    waiting, size = [], 0
    for length in np.unique(lengths):
        those = starts[lengths == length]
        one, other = _places(int(length))
        step = max(1, _MOST_AT_ONCE // len(one))
        for place in range(0, len(those), step):
            run = those[place : place + step, None]
            made = (owners[run + one].astype(np.int64) * _LARGE + owners[run + other]).ravel()
            waiting.append(made)
            size += len(made)
            if size >= _MOST_AT_ONCE:
                yield np.concatenate(waiting)
                waiting, size = [], 0
    if waiting:
        yield np.concatenate(waiting)


def _places(length: int) -> tuple[np.ndarray, np.ndarray]:
    """Return which places of a list are paired, the smaller first.

    Examples
    --------
    >>> [places.tolist() for places in _places(3)]
    [[0, 0, 1], [1, 2, 2]]
    >>> len(_places(10_000)[0])
    59979
    """
    if length <= _EACH:
        return np.triu_indices(length, 1)
    other = np.arange(length)
    pairs = [(np.full(length, few), other) for few in range(_FEW)]
    pairs += [(other - few - 1, other) for few in range(_FEW)]
    one, other = (np.concatenate(side) for side in zip(*pairs, strict=True))
    kept = (one >= 0) & (one < other)
    one, other = np.unique(np.column_stack([one[kept], other[kept]]), axis=0).T
    return one, other


def _added(keys: np.ndarray, counts: np.ndarray, more: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the pairs counted so far with more of them."""
    new, times = np.unique(more, return_counts=True)
    if not len(keys):
        return new, times
    table = (
        pd.Series(np.concatenate([counts, times]), index=np.concatenate([keys, new])).groupby(level=0).sum()
    )
    return table.index.to_numpy(), table.to_numpy()
