"""Change points: from when on a term is used more, or less, than before."""

import numpy as np
import pandas as pd
from scipy.special import xlogy

from wortwahl.corpus.periods import UNKNOWN
from wortwahl.terms.frequencies import MILLION
from wortwahl.terms.parameters import confidence_level, whole_number
from wortwahl.terms.term_matrix import TermMatrix
from wortwahl.terms.trends import uses_by_article

COLUMNS = {
    "period": "str",
    "earliest": "str",
    "latest": "str",
    "per_million_before": "float64",
    "per_million_after": "float64",
    "count_before": "int64",
    "count_after": "int64",
    "words_before": "int64",
    "words_after": "int64",
    "statistic": "float64",
    "p": "float64",
}
# Draws are made in blocks of so many cells, so that memory does not grow with corpus and resamples.
_CELLS = 4_000_000


def change_points(
    corpus: pd.DataFrame | TermMatrix,
    term: str,
    by: str = "month",
    level: float = 0.95,
    resamples: int = 999,
    seed: int = 1,
) -> pd.DataFrame:
    """Return the periods from which on a term's rate is another than before.

    The series is cut where two rates describe it best, if that is better than articles in another order
    would allow; then either part is looked at in the same way.

    Parameters
    ----------
    corpus : DataFrame or TermMatrix
        As for `term_trend`. Articles whose date is too coarse are left out.
    term : str
        As for `term_trend`.
    by : {"day", "week", "month", "quarter", "year"}
        The period.
    level : float
        A cut is kept where `p` is at most 1 - `level`; also the level of the range of its date.
    resamples : int
        Permutations for the test, and bootstrap samples for the range.
    seed : int
        Seed of both; the same seed gives the same table.

    Returns
    -------
    DataFrame
        A row a change, in the order of time: `period` (the first with the new rate), `earliest` and
        `latest` (the range of that date), `per_million_before`, `per_million_after` (rates between this
        change and its neighbours), `count_before`, `count_after`, `words_before`, `words_after`,
        `statistic` (twice the logarithm of the likelihood ratio), `p`.

    Raises
    ------
    InputError
        If a parameter is not known, or there are no dates.

    Notes
    -----
    Binary segmentation (Scott and Knott 1974; Vostrikova 1981) by the Poisson likelihood ratio. The test
    permutes whole articles, and the range resamples whole articles on either side of the cut (percentiles),
    as uses in one article are not independent. Later cuts are tested within parts that were found by
    looking, so that `p` is exact for the first cut only.

    Examples
    --------
    >>> days = pd.date_range("2022-01-15", periods=12, freq="30D").repeat(3)
    >>> texts = ["Kein Wort davon"] * 18 + ["Krieg ist ein Wort"] * 18
    >>> corpus = pd.DataFrame({"date": days, "title": "", "text": texts})
    >>> change_points(corpus, "Krieg")[["period", "earliest", "latest", "count_after"]].values.tolist()
    [['2022-07', '2022-07', '2022-07', 18]]
    """
    confidence_level(level)
    whole_number(resamples, "resamples", least=19)
    uses, words, names = uses_by_article(corpus, term, by)
    known = (names != UNKNOWN) & (words > 0)
    order = np.argsort(names[known], kind="stable")
    uses, words, names = (array[known][order] for array in (uses, words, names))
    periods, number = np.unique(names.astype(str), return_inverse=True)
    series = _Series(uses, words, number, resamples, level, np.random.default_rng(seed))
    cuts = sorted(series.cuts(0, len(periods)))
    bounds = [0, *(cut for cut, *_ in cuts), len(periods)]
    rows = []
    for i, (cut, low, high, statistic, p) in enumerate(cuts, start=1):
        before, after = series.totals(bounds[i - 1], cut), series.totals(cut, bounds[i + 1])
        rows.append(
            {
                "period": periods[cut],
                "earliest": periods[low],
                "latest": periods[high],
                "per_million_before": before[0] / before[1] * MILLION,
                "per_million_after": after[0] / after[1] * MILLION,
                "count_before": before[0],
                "count_after": after[0],
                "words_before": before[1],
                "words_after": after[1],
                "statistic": statistic,
                "p": p,
            }
        )
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


class _Series:
    """Uses and words of articles in the order of their periods."""

    def __init__(
        self,
        uses: np.ndarray,
        words: np.ndarray,
        number: np.ndarray,
        resamples: int,
        level: float,
        random: np.random.Generator,
    ) -> None:
        self.uses, self.words, self.number = uses.astype(float), words.astype(float), number
        self.resamples, self.level, self.random = resamples, level, random

    def totals(self, first: int, last: int) -> tuple[int, int]:
        """Return uses and words from one period to before another."""
        inside = (self.number >= first) & (self.number < last)
        return int(self.uses[inside].sum()), int(self.words[inside].sum())

    def cuts(self, first: int, last: int) -> list[tuple[int, int, int, float, float]]:
        """Return cut, earliest, latest, statistic and p for the cuts between two periods."""
        inside = np.flatnonzero((self.number >= first) & (self.number < last))
        if last - first < 2 or not self.uses[inside].any():
            return []
        starts = np.searchsorted(self.number[inside], np.arange(first, last))
        ratios = _ratios(self.uses[None, inside], self.words[None, inside], starts)[0]
        best = int(ratios.argmax())
        p = self._p(inside, starts, ratios[best])
        if p > 1 - self.level:
            return []
        cut = first + best + 1
        low, high = self._range(inside, starts, best)
        found = (cut, first + low + 1, first + high + 1, float(ratios[best]), p)
        return [*self.cuts(first, cut), found, *self.cuts(cut, last)]

    def _blocks(self, width: int) -> list[int]:
        block = max(1, _CELLS // width)
        full, rest = divmod(self.resamples, block)
        return [block] * full + [rest] * (rest > 0)

    def _p(self, inside: np.ndarray, starts: np.ndarray, statistic: float) -> float:
        as_large = 0
        for size in self._blocks(len(inside)):
            drawn = self.random.permuted(np.tile(inside, (size, 1)), axis=1)
            highest = _ratios(self.uses[drawn], self.words[drawn], starts).max(axis=1)
            # Sums in another order differ in their last digits.
            as_large += int((highest >= statistic - 1e-9).sum())
        return (as_large + 1) / (self.resamples + 1)

    def _range(self, inside: np.ndarray, starts: np.ndarray, best: int) -> tuple[int, int]:
        """Return the range of the best cut over samples of articles, drawn apart on its two sides."""
        middle = starts[best + 1]
        places = []
        for size in self._blocks(len(inside)):
            # An article that is drawn twice counts twice, in its own period.
            weights = np.hstack(
                [
                    self.random.multinomial(side, np.full(side, 1 / side), size=size)
                    for side in (middle, len(inside) - middle)
                ]
            )
            ratios = _ratios(weights * self.uses[inside], weights * self.words[inside], starts)
            # Where no article of the period before the cut was drawn, a cut before it is as good: no news.
            as_good = ratios[:, best] >= ratios.max(axis=1) - 1e-9
            places.append(np.where(as_good, best, ratios.argmax(axis=1)))
        tail = (1 - self.level) / 2
        low, high = np.quantile(np.concatenate(places), [tail, 1 - tail], method="closest_observation")
        return min(int(low), best), max(int(high), best)


def _ratios(uses: np.ndarray, words: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return twice the log likelihood ratio of two rates to one, for a cut after each period but the last.

    Parameters
    ----------
    uses, words : ndarray
        A row a draw, a column an article, sorted by period.
    starts : ndarray
        The first column of each period.
    """
    uses, words = (np.add.reduceat(values, starts, axis=1).cumsum(axis=1) for values in (uses, words))
    before = _likelihood(uses[:, :-1], words[:, :-1])
    after = _likelihood(uses[:, -1:] - uses[:, :-1], words[:, -1:] - words[:, :-1])
    return np.maximum(2 * (before + after - _likelihood(uses[:, -1:], words[:, -1:])), 0)


def _likelihood(uses: np.ndarray, words: np.ndarray) -> np.ndarray:
    """Return the part of the Poisson log likelihood that depends on the rate."""
    return xlogy(uses, uses / np.where(words > 0, words, 1))
