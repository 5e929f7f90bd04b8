"""Measures of two rates against each other, for whole columns of counts at once.

All take the uses and the words of a target and of a reference: a of n, b of m. A count of nothing is taken
as half a use where a ratio or a logarithm needs one (Hardie 2014).
"""

import numpy as np
from scipy.special import betaincinv, xlogy
from scipy.stats import norm

HALF = 0.5


def log_likelihood(a: np.ndarray, b: np.ndarray, n: float, m: float) -> np.ndarray:
    """Return G², the log-likelihood ratio of the full two-by-two table (Dunning 1993).

    Examples
    --------
    >>> log_likelihood(np.array([10]), np.array([10]), 100, 100).round(3).tolist()
    [0.0]
    """
    observed, expected = _table(a, b, n, m)
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = xlogy(observed, observed / np.where(expected > 0, expected, 1))
    return np.maximum(2 * parts.sum(axis=0), 0.0)


def chi_squared(a: np.ndarray, b: np.ndarray, n: float, m: float) -> np.ndarray:
    """Return Pearson's chi² of the full two-by-two table, without Yates's correction (Pearson 1900)."""
    observed, expected = _table(a, b, n, m)
    return ((observed - expected) ** 2 / np.where(expected > 0, expected, 1)).sum(axis=0)


def log_ratio(a: np.ndarray, b: np.ndarray, n: float, m: float) -> np.ndarray:
    """Return the binary logarithm of the ratio of the rates (Hardie 2014): 1 is twice as often."""
    return np.log2((_some(a) / n) / (_some(b) / m))


def log_ratio_interval(
    a: np.ndarray, b: np.ndarray, n: float, m: float, level: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return low and high of the log ratio by the delta method (Katz and others 1978)."""
    error = np.sqrt(np.maximum(1 / _some(a) - 1 / n + 1 / _some(b) - 1 / m, 0)) / np.log(2)
    middle, wide = log_ratio(a, b, n, m), norm.ppf((1 + level) / 2) * error
    return middle - wide, middle + wide


def conservative_log_ratio(
    a: np.ndarray, b: np.ndarray, n: float, m: float, level: float, tests: int
) -> np.ndarray:
    """Return the end of the log ratio's exact interval that is nearer to 0; 0 where it holds 0 (Evert 2022).

    The interval is Clopper and Pearson's (1934) for a of a + b, its level shared among all tests
    (Bonferroni), so that not one word in a table of thousands is expected to stand there by chance.
    """
    alpha = (1 - level) / max(tests, 1)
    low = np.where(a > 0, betaincinv(np.maximum(a, HALF), b + 1, alpha / 2), 0.0)
    high = np.where(b > 0, betaincinv(a + 1, np.maximum(b, HALF), 1 - alpha / 2), 1.0)
    with np.errstate(divide="ignore"):
        least, most = (np.log2(share / (1 - share) * (m / n)) for share in (low, high))
    return np.where(least > 0, least, np.where(most < 0, most, 0.0))


def percent_difference(a: np.ndarray, b: np.ndarray, n: float, m: float) -> np.ndarray:
    """Return %DIFF, how many per cent the target's rate is above the reference's (Gabrielatos 2018)."""
    base = _some(b) / m
    return (a / n - base) / base * 100


def log_odds(
    a: np.ndarray, b: np.ndarray, n: float, m: float, prior: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the log odds ratio with an informative Dirichlet prior, and its z (Monroe and others 2008).

    Parameters
    ----------
    a, b, n, m
        As for the others.
    prior : array
        Pseudo-uses of each word, above 0; their sum over *all* words is the last element.

    Returns
    -------
    tuple of array
        The natural logarithm of the odds ratio (equations 15 and 16), and it by its standard error (19, 22).
    """
    alpha, whole = prior[:-1], prior[-1]
    odds = np.log((a + alpha) / (n + whole - a - alpha)) - np.log((b + alpha) / (m + whole - b - alpha))
    return odds, odds / np.sqrt(1 / (a + alpha) + 1 / (b + alpha))


def _some(count: np.ndarray) -> np.ndarray:
    return np.where(count > 0, count, HALF)


def _table(a: np.ndarray, b: np.ndarray, n: float, m: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the four cells, observed and expected: a, b, and the words that are others."""
    a, b = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    observed = np.array([a, b, n - a, m - b])
    used, other = a + b, (n - a) + (m - b)
    expected = np.array([used * n, used * m, other * n, other * m]) / (n + m)
    return observed, expected
