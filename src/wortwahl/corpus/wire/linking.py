"""From pairs of copies to stories: pairs join in the order of their strength, and a chain does not hold.

"A shares with B, and B with C" does not make A and C one story: B may be a digest of both, a live blog, a
page of which each half came from elsewhere. So two groups join only if more than half of their members' pairs
are copies of each other, and if all can have appeared within the window.
"""

from dataclasses import dataclass

import numpy as np

from wortwahl.corpus.wire.candidates import LEAST_SHARED
from wortwahl.corpus.wire.standing import shared_hashes
from wortwahl.corpus.wire.texts import Texts

# A report is no copy of a live blog ten times as long in which it also stands.
_LEAST_RATIO = 0.1
# Of a large group so many members, spread evenly, speak for all.
_SPEAKERS = 3


@dataclass(frozen=True)
class Copies:
    """Which pairs are copies: looked up in what was measured, measured where it was not."""

    texts: Texts
    threshold: float
    known: dict[tuple[int, int], bool]

    def strength(self, pairs: np.ndarray) -> np.ndarray:
        """Return how much of the larger text stands in the other, -1 for pairs that are no copies."""
        shared = shared_hashes(self.texts, pairs)
        sizes = self.texts.sizes[pairs].reshape(-1, 2)
        smaller, larger = sizes.min(axis=1), sizes.max(axis=1)
        copies = (
            (shared >= LEAST_SHARED)
            & (shared > self.threshold * smaller)
            & (smaller >= _LEAST_RATIO * larger)
        )
        self.known.update(zip(map(tuple, pairs.tolist()), copies.tolist(), strict=True))
        return np.where(copies, shared / np.maximum(larger, 1), -1.0)

    def are(self, one: int, other: int) -> bool:
        """Tell whether two texts are copies of each other."""
        pair = (min(one, other), max(one, other))
        if pair not in self.known:
            self.strength(np.array([pair]))
        return self.known[pair]


def linked(texts: Texts, pairs: np.ndarray, threshold: float, window_days: int) -> np.ndarray:
    """Return a number for the story of each text.

    Parameters
    ----------
    texts : Texts
        Without their standing text, the earliest first.
    pairs : ndarray
        Candidates.
    threshold : float
        More than this part of the smaller text stands in the other.
    window_days : int
        The most days between the first and the last text of a story.
    """
    copies = Copies(texts, threshold, {})
    strength = copies.strength(pairs)
    found = np.flatnonzero(strength >= 0)
    order = found[np.lexsort((pairs[found, 1], pairs[found, 0], -strength[found]))]
    group = np.arange(len(texts))
    members: dict[int, list[int]] = {}
    first, last = texts.first_day.copy(), texts.last_day.copy()
    for one, other in pairs[order].tolist():
        a, b = sorted((int(group[one]), int(group[other])))
        if a == b:
            continue
        latest, earliest = max(first[a], first[b]), min(last[a], last[b])
        if latest - earliest > window_days:
            continue
        ours, theirs = members.get(a, [a]), members.get(b, [b])
        if not _agree(copies, ours, theirs):
            continue
        # The smaller group moves to the larger, so that ten thousand copies move few times each.
        if len(ours) < len(theirs):
            a, b, ours, theirs = b, a, theirs, ours
        first[a], last[a] = latest, earliest
        members[a] = ours
        ours.extend(theirs)
        members.pop(b, None)
        group[theirs] = a
    return group


def _agree(copies: Copies, ours: list[int], theirs: list[int]) -> bool:
    """Tell whether more than half of the pairs of two groups are copies."""
    asked = [(one, other) for one in _speakers(ours) for other in _speakers(theirs)]
    return 2 * sum(copies.are(one, other) for one, other in asked) > len(asked)


def _speakers(members: list[int]) -> list[int]:
    """Return the first, the middle and the last one that joined a large group.

    Examples
    --------
    >>> _speakers([2, 3, 5, 8, 9])
    [2, 5, 9]
    """
    if len(members) <= _SPEAKERS:
        return members
    places = np.linspace(0, len(members) - 1, _SPEAKERS).round().astype(int)
    return [members[place] for place in places]
