"""The different texts of a corpus, with what is needed to compare them: hashes, days, outlet."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from wortwahl.corpus.wire.shingles import hashes_of

# A day before and one after all others, for articles without a date.
NEVER, ALWAYS = -(10**9), 10**9


@dataclass(frozen=True)
class Texts:
    """One row a text: articles with exactly the same words within the window are one.

    Attributes
    ----------
    hashes : ndarray of uint32
        The kept hashes of all texts, one after the other; those of each sorted.
    bounds : ndarray
        Where each text's hashes begin, and after the last.
    first_day, last_day : ndarray
        The first day on which the text can have appeared, and the last; the same where a day is known. Of
        several articles, the latest first day and the earliest last day.
    outlet : ndarray
        A number for the outlet of the earliest article, -1 where it is not known.
    """

    hashes: np.ndarray
    bounds: np.ndarray
    first_day: np.ndarray
    last_day: np.ndarray
    outlet: np.ndarray

    def __len__(self) -> int:
        """Return the number of texts."""
        return len(self.bounds) - 1

    @cached_property
    def sizes(self) -> np.ndarray:
        """The number of hashes of each text."""
        return np.diff(self.bounds)

    @property
    def dated(self) -> np.ndarray:
        """Whether a day is known of each text; `last_day` is then its earliest."""
        return self.first_day >= self.last_day

    def of(self, row: int) -> np.ndarray:
        """Return the hashes of one text."""
        return self.hashes[self.bounds[row] : self.bounds[row + 1]]

    def hashes_of_rows(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the hashes of some texts, and for each the text's number."""
        sizes = self.sizes[rows]
        owners = np.repeat(rows, sizes)
        starts = np.repeat(self.bounds[rows] - (np.cumsum(sizes) - sizes), sizes)
        return self.hashes[np.arange(len(owners)) + starts], owners

    def may_meet(self, one: np.ndarray, other: np.ndarray, window_days: int) -> np.ndarray:
        """Tell of pairs whether both can have appeared within so many days."""
        apart = np.maximum(self.first_day[one], self.first_day[other]) - np.minimum(
            self.last_day[one], self.last_day[other]
        )
        return apart <= window_days

    def without(self, dropped: np.ndarray) -> "Texts":
        """Return the texts without some of their hashes (a mask over `hashes`)."""
        before = np.concatenate([[0], np.cumsum(~dropped)])
        return replace(self, hashes=self.hashes[~dropped], bounds=before[self.bounds])


def days_of(facts: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return the first and the last day on which each article can have appeared.

    Examples
    --------
    >>> facts = pd.DataFrame({"date": pd.to_datetime(["1970-01-03", "1970-02-01", None]),
    ...                       "date_precision": ["day", "month", ""]})
    >>> [days.tolist() for days in days_of(facts)]
    [[2, 31, -1000000000], [2, 58, 1000000000]]
    """
    date = pd.to_datetime(facts["date"])
    precision = facts["date_precision"]
    ends = {
        "day": date,
        "month": date + pd.offsets.MonthEnd(0),
        "year": date + pd.offsets.YearEnd(0),
    }
    first = np.full(len(facts), NEVER, np.int64)
    last = np.full(len(facts), ALWAYS, np.int64)
    for name, end in ends.items():
        rows = ((precision == name) & date.notna()).to_numpy()
        first[rows] = date[rows].to_numpy().astype("datetime64[D]").astype(np.int64)
        last[rows] = end[rows].to_numpy().astype("datetime64[D]").astype(np.int64)
    return first, last


def gather(signatures: list[bytes]) -> tuple[np.ndarray, np.ndarray]:
    """Return all hashes of stored signatures one after the other, and where each text's begin."""
    parts = [hashes_of(signature) for signature in signatures]
    bounds = np.concatenate([[0], np.cumsum([len(part) for part in parts])]).astype(np.int64)
    return np.concatenate([np.empty(0, np.uint32), *parts]).astype(np.uint32), bounds


def distinct(numbers: np.ndarray) -> np.ndarray:
    """Return each number once, sorted; by sorting, which for many is several times as fast as by hashing."""
    numbers = np.sort(numbers)
    return numbers[np.flatnonzero(np.concatenate([[True], numbers[1:] != numbers[:-1]])[: len(numbers)])]


def is_among(numbers: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Tell of each number whether it is among others, which are sorted."""
    if not len(others):
        return np.zeros(len(numbers), bool)
    return others[np.minimum(np.searchsorted(others, numbers), len(others) - 1)] == numbers
