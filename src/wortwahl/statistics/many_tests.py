"""Correction for many tests at once."""

import numpy as np


def adjust(p: np.ndarray, method: str = "fdr_bh") -> np.ndarray:
    """Return p-values corrected for the number of tests.

    Parameters
    ----------
    p : array of float
        One p-value a test; NaN stays NaN and does not count as a test.
    method : str
        A method of statsmodels' `multipletests`; default the false discovery rate of Benjamini and
        Hochberg (1995).

    Returns
    -------
    array of float
        In the same order.

    Examples
    --------
    >>> adjust([0.01, 0.02, 0.03]).round(2).tolist()
    [0.03, 0.03, 0.03]
    """
    from statsmodels.stats.multitest import multipletests  # slow to import, and not every job tests

    p = np.asarray(p, dtype=float)
    known = ~np.isnan(p)
    adjusted = np.full(p.shape, np.nan)
    if known.any():
        adjusted[known] = multipletests(p[known], method=method)[1]
    return adjusted
