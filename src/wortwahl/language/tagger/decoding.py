"""Linear-chain conditional random fields at work: scores, the best row of labels, and how sure it is.

Lafferty, McCallum and Pereira (2001). The weights are learnt with CRFsuite; scoring is done here because a
table of weights and one sum for a whole text are faster than handing every name over again.
"""

from collections.abc import Callable, Hashable, Sequence
from itertools import chain, repeat
from typing import NamedTuple

import numpy as np

_KEEP = 50_000  # bundles of a kind


class Kept(NamedTuple):
    """Sums of bundles of names: a number for each key, and a row for each number."""

    number: dict[Hashable, int]
    sums: np.ndarray | None


class Chain:
    """One conditional random field.

    Parameters
    ----------
    labels : sequence of str
        The labels.
    names : sequence of str
        The names of the features.
    weights : array of shape (names, labels)
        A weight a name and label.
    steps : array of shape (labels, labels)
        A weight for each label behind each label.
    """

    def __init__(
        self, labels: Sequence[str], names: Sequence[str], weights: np.ndarray, steps: np.ndarray
    ) -> None:
        self.labels = tuple(labels)
        self.index = {name: number for number, name in enumerate(names)}
        # One row of zeros behind the last, for names without a weight.
        self.weights = np.vstack([weights, np.zeros((1, len(self.labels)))]).astype(np.float64)
        self.steps = np.asarray(steps, dtype=np.float64)
        self._kept: dict[str, Kept] = {}

    def scores(self, rows: Sequence[Sequence[str]]) -> np.ndarray:
        """Return the sum of the weights of each row of names, a column a label."""
        sizes = [len(row) for row in rows]
        names = chain.from_iterable(rows)
        numbers = np.fromiter(
            map(self.index.get, names, repeat(len(self.index))), dtype=np.int64, count=sum(sizes)
        )
        starts = np.zeros(len(rows), dtype=np.int64)
        np.cumsum(sizes[:-1], out=starts[1:])
        return np.add.reduceat(self.weights[numbers], starts, axis=0)

    def kept(
        self, kind: str, keys: Sequence[Hashable], bundles_of: Callable[..., Sequence[Sequence[str]]]
    ) -> np.ndarray:
        """Return the scores of bundles of names that come again and again, each summed once.

        Parameters
        ----------
        kind : str
            What kind of bundles the keys stand for.
        keys : sequence
            A key a row.
        bundles_of : callable
            From a key to its bundles, as many for each key of a kind.

        Returns
        -------
        array of shape (keys, bundles, labels)
        """
        kept = self._kept.get(kind)
        if kept is None or len(kept.number) > _KEEP:
            kept = self._kept[kind] = Kept({}, None)
        get = kept.number.get
        new = [key for key in dict.fromkeys(keys) if get(key) is None]
        if new:
            made = [bundles_of(key) for key in new]
            sums = self.scores([bundle for bundles in made for bundle in bundles])
            sums = sums.reshape(len(new), -1, len(self.labels))
            begin, end = len(kept.number), len(kept.number) + len(new)
            if kept.sums is None or end > len(kept.sums):  # room for twice as many: no copy a text
                room = np.empty((2 * end, *sums.shape[1:]))
                if kept.sums is not None:
                    room[:begin] = kept.sums[:begin]
                kept = self._kept[kind] = Kept(kept.number, room)
            kept.sums[begin:end] = sums
            kept.number.update(zip(new, range(begin, end), strict=True))
        return kept.sums[list(map(kept.number.__getitem__, keys))]

    def best(self, scores: np.ndarray) -> list[int]:
        """Return the best row of labels (Viterbi), as numbers."""
        steps = self.steps
        reached = scores[0]
        back: list[np.ndarray] = []
        for row in scores[1:]:
            ways = reached[:, None] + steps
            came = ways.argmax(axis=0)
            back.append(came)
            reached = ways.max(axis=0) + row
        label = int(reached.argmax())
        found = [label]
        for came in reversed(back):
            label = int(came[label])
            found.append(label)
        return found[::-1]

    def best_of_many(self, scores: np.ndarray, sizes: Sequence[int]) -> list[int]:
        """Return the best rows of labels of many short rows that stand one behind the other.

        All rows go one step at a time together, the longest first, so that there are as many steps as the
        longest row has places.
        """
        order = np.argsort(-np.asarray(sizes), kind="stable")
        lengths = np.asarray(sizes)[order]
        begins = (np.cumsum(sizes) - sizes)[order]
        going = [int(np.searchsorted(-lengths, -step)) for step in range(int(lengths[0]))]
        reached = scores[begins]
        back: list[np.ndarray] = []
        for step in range(1, len(going)):
            active = going[step]
            ways = reached[:active, :, None] + self.steps
            back.append(ways.argmax(axis=1))
            reached[:active] = ways.max(axis=1) + scores[begins[:active] + step]
        label = reached.argmax(axis=1)
        found = np.empty(len(scores), dtype=np.int64)
        for step in range(len(going) - 1, -1, -1):
            active = going[step]
            found[begins[:active] + step] = label[:active]
            if step:
                label[:active] = back[step - 1][np.arange(active), label[:active]]
        return found.tolist()

    def chances(self, scores: np.ndarray) -> np.ndarray:
        """Return the probability of each label in each place (forward and backward)."""
        steps = np.exp(self.steps)
        local = np.exp(scores - scores.max(axis=1, keepdims=True))
        forward = np.empty_like(local)
        behind = np.empty_like(local)
        now = local[0] / local[0].sum()
        forward[0] = now
        for at in range(1, len(local)):
            now = (now @ steps) * local[at]
            now /= now.sum()
            forward[at] = now
        now = np.full(local.shape[1], 1.0)
        behind[-1] = now
        for at in range(len(local) - 2, -1, -1):
            now = steps @ (now * local[at + 1])
            now /= now.sum()
            behind[at] = now
        joint = forward * behind
        return joint / joint.sum(axis=1, keepdims=True)


def joined(one: Chain, other: Chain) -> Chain:
    """Return a chain that scores the labels of two at once; it has no steps of its own."""
    names = list(one.index | other.index)
    weights = np.hstack([_spread(chain, names) for chain in (one, other)])
    labels = (*one.labels, *other.labels)
    return Chain(labels, names, weights, np.zeros((len(labels), len(labels))))


def _spread(one: Chain, names: list[str]) -> np.ndarray:
    return one.weights[[one.index.get(name, len(one.index)) for name in names]]
