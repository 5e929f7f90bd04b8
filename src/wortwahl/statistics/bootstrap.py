"""The cluster bootstrap of a share: whole clusters are drawn, for what stands in one is not independent."""

import numpy as np

# Draws are made in blocks, so that memory does not grow with the number of clusters times resamples.
_BLOCK_CELLS = 5_000_000


def cluster_bootstrap_share(
    numerator: np.ndarray, denominator: np.ndarray, level: float = 0.95, n_boot: int = 2000, seed: int = 1
) -> tuple[float, float]:
    """Return the percentile interval of a ratio of sums over clusters.

    Whole clusters are resampled (Davison and Hinkley 1997; the percentile interval is Efron's, 1979).

    Parameters
    ----------
    numerator, denominator : array of float
        One value a cluster: uses of the frame, and uses of all frames, in a story.
    level : float
        Confidence level, 0 to 1.
    n_boot : int
        Resamples.
    seed : int
        Seed of the generator; the same seed gives the same interval.

    Returns
    -------
    tuple of float
        Low and high; NaN where the denominator is nothing. A resample whose denominator is nothing is
        left out.

    Examples
    --------
    >>> low, high = cluster_bootstrap_share([1, 0] * 20, [1, 1] * 20)
    >>> 0.3 < low < 0.5 < high < 0.7
    True
    """
    low, high = cluster_bootstrap_shares(np.asarray(numerator)[:, None], denominator, level, n_boot, seed)
    return float(low[0]), float(high[0])


def cluster_bootstrap_shares(
    numerators: np.ndarray, denominator: np.ndarray, level: float = 0.95, n_boot: int = 2000, seed: int = 1
) -> tuple[np.ndarray, np.ndarray]:
    """Return the intervals of several ratios with one denominator, from the same resamples.

    Parameters
    ----------
    numerators : array of float
        Clusters × ratios.
    denominator, level, n_boot, seed
        As in `cluster_bootstrap_share`.

    Returns
    -------
    tuple of array
        Low and high of each ratio.

    Examples
    --------
    >>> low, high = cluster_bootstrap_shares([[1, 0], [0, 1]] * 20, [1, 1] * 20)
    >>> bool(low[0] == 1 - high[1])
    True
    """
    tops, below = np.asarray(numerators, dtype=float), np.asarray(denominator, dtype=float)
    if not below.sum() > 0:
        nothing = np.full(tops.shape[1], np.nan)
        return nothing, nothing.copy()
    generator = np.random.default_rng(seed)
    clusters = len(below)
    shares = np.empty((n_boot, tops.shape[1]))
    block = max(1, _BLOCK_CELLS // clusters)
    for start in range(0, n_boot, block):
        size = min(block, n_boot - start)
        drawn = generator.integers(0, clusters, size=(size, clusters))
        # How often each cluster was drawn: sums over draws are then products of small tables.
        drawn += clusters * np.arange(size)[:, None]
        times = np.bincount(drawn.ravel(), minlength=size * clusters).reshape(size, clusters).astype(float)
        with np.errstate(invalid="ignore", divide="ignore"):
            shares[start : start + size] = (times @ tops) / (times @ below)[:, None]
    tail = (1 - level) / 2
    low, high = np.nanquantile(shares, [tail, 1 - tail], axis=0)
    return low, high
