"""What an outlet prints under many articles: advertisements, subscriptions, a podcast's credits.

Standing text is no copy. Two articles of an outlet may share a hundred words on its new special issue and
nothing else; where such a block makes up most of a short article, sharing it says nothing about their origin.
"""

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from wortwahl.corpus.wire.texts import Texts, distinct, is_among

# In so many different articles of an outlet, words are its standing text. Three versions of one article count
# as one article: they share most of their words, not a block.
_ARTICLES = 3
_SAME_ARTICLE = 0.6


def shared_hashes(texts: Texts, pairs: np.ndarray) -> np.ndarray:
    """Return how many hashes the two texts of each pair share."""
    shared = np.zeros(len(pairs), np.int64)
    for place, (one, other) in enumerate(pairs):
        few, many = sorted((texts.of(one), texts.of(other)), key=len)
        if len(few):
            at = np.searchsorted(many, few)
            shared[place] = np.count_nonzero(many[np.minimum(at, len(many) - 1)] == few) if len(many) else 0
    return shared


def without_standing(texts: Texts, pairs: np.ndarray) -> Texts:
    """Return texts without the hashes of their outlet's standing text.

    Parameters
    ----------
    texts : Texts
        All texts.
    pairs : ndarray
        Their candidates.
    """
    if not len(texts):
        return texts
    larger = np.maximum(texts.sizes[pairs[:, 0]], texts.sizes[pairs[:, 1]])
    article = _joined(len(texts), pairs[shared_hashes(texts, pairs) >= _SAME_ARTICLE * larger])
    dropped = np.zeros(len(texts.hashes), bool)
    order = np.argsort(texts.outlet, kind="stable")
    starts = np.flatnonzero(np.diff(texts.outlet[order], prepend=-2))
    for rows in np.split(order, starts[1:]):
        # Without a name, all that is known of these is that they are not all of one outlet.
        if texts.outlet[rows[0]] >= 0 and len(rows) >= _ARTICLES:
            _mark(texts, rows, article, dropped)
    return texts.without(dropped)


def _mark(texts: Texts, rows: np.ndarray, article: np.ndarray, dropped: np.ndarray) -> None:
    """Mark the hashes that stand in many articles of one outlet."""
    hashes, owners = texts.hashes_of_rows(rows)
    key = (hashes.astype(np.uint64) << np.uint64(32)) | article[owners].astype(np.uint64)
    # Sorted, each article once: a hash stands in enough of them if it is still there so many places on.
    each = (distinct(key) >> np.uint64(32)).astype(np.uint32)
    standing = distinct(each[: 1 - _ARTICLES][each[: 1 - _ARTICLES] == each[_ARTICLES - 1 :]])
    marked = is_among(hashes, standing)
    sizes = texts.sizes[rows]
    places = np.repeat(texts.bounds[rows] - (np.cumsum(sizes) - sizes), sizes) + np.arange(len(owners))
    dropped[places[marked]] = True


def _joined(size: int, pairs: np.ndarray) -> np.ndarray:
    """Return a number for the group of each of `size` things of which some pairs belong together."""
    graph = coo_array((np.ones(len(pairs), bool), (pairs[:, 0], pairs[:, 1])), (size, size))
    return connected_components(graph, directed=False)[1]
