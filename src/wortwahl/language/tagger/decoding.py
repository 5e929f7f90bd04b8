"""Linear-chain conditional random fields at work: scores, the best row of labels, and how sure it is.

Lafferty, McCallum and Pereira (2001). The weights are learnt with CRFsuite; scoring is done here because a
table of weights and one sum for a whole text are faster than handing every name over again.
"""

from collections.abc import Sequence
from itertools import chain

import numpy as np


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

    def scores(self, rows: Sequence[Sequence[str]]) -> np.ndarray:
        """Return the sum of the weights of each row of names, a column a label."""
        get, other = self.index.get, len(self.index)
        numbers = np.fromiter((get(name, other) for name in chain.from_iterable(rows)), dtype=np.int64)
        starts = np.zeros(len(rows), dtype=np.int64)
        np.cumsum([len(row) for row in rows[:-1]], out=starts[1:])
        return np.add.reduceat(self.weights[numbers], starts, axis=0)

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
