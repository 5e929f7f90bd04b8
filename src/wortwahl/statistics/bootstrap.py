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
    top, below = np.asarray(numerator, dtype=float), np.asarray(denominator, dtype=float)
    if not below.sum() > 0:
        return float("nan"), float("nan")
    generator = np.random.default_rng(seed)
    clusters = len(below)
    shares = np.empty(n_boot)
    block = max(1, _BLOCK_CELLS // clusters)
    for start in range(0, n_boot, block):
        drawn = generator.integers(0, clusters, size=(min(block, n_boot - start), clusters))
        with np.errstate(invalid="ignore", divide="ignore"):
            shares[start : start + len(drawn)] = top[drawn].sum(axis=1) / below[drawn].sum(axis=1)
    tail = (1 - level) / 2
    low, high = np.nanquantile(shares, [tail, 1 - tail])
    return float(low), float(high)
