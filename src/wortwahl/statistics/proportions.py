"""The interval of a proportion."""


def wilson(k: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Return Wilson's score interval of a proportion (Wilson 1927).

    Unlike the textbook interval it keeps its width at 0 and 1, and stays inside them.

    Parameters
    ----------
    k : float
        Successes; need not be whole (a share of stories).
    n : float
        Trials.
    level : float
        Confidence level, 0 to 1.

    Returns
    -------
    tuple of float
        Low and high; both NaN where there is no trial.

    Examples
    --------
    >>> low, high = wilson(0, 1)
    >>> round(low, 2), round(high, 2)
    (0.0, 0.79)
    """
    from statsmodels.stats.proportion import proportion_confint  # slow to import, and not every job counts

    if not n > 0:
        return float("nan"), float("nan")
    low, high = proportion_confint(k, n, alpha=1 - level, method="wilson")
    # At its ends the interval is exact; rounding would show it as 2e-19, or as a share above one.
    return 0.0 if k == 0 else float(max(low, 0.0)), 1.0 if k == n else float(min(high, 1.0))
