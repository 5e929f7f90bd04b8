"""The conditional random field at work: against all rows of labels, one by one."""

import itertools

import numpy as np
import pytest

from wortwahl.language.tagger.decoding import Chain
from wortwahl.language.tagger.weights import _chain, pack, table


@pytest.fixture
def chain() -> Chain:
    rng = np.random.default_rng(7)
    return Chain(["O", "A", "B"], ["x", "y", "z"], rng.normal(size=(3, 3)), rng.normal(size=(3, 3)))


ROWS = [["x"], ["y", "z", "unknown"], ["x", "z"], ["unknown"]]


def _all(chain: Chain, scores: np.ndarray) -> dict[tuple[int, ...], float]:
    rows = itertools.product(range(len(chain.labels)), repeat=len(scores))
    return {
        row: sum(scores[i, n] for i, n in enumerate(row))
        + sum(chain.steps[a, b] for a, b in itertools.pairwise(row))
        for row in rows
    }


def test_scores_add_the_weights_of_names(chain: Chain) -> None:
    scores = chain.scores(ROWS)
    assert np.allclose(scores[1], chain.weights[1] + chain.weights[2])
    assert not scores[3].any()  # a name without a weight counts nothing


def test_best_row_is_the_best_of_all(chain: Chain) -> None:
    scores = chain.scores(ROWS)
    every = _all(chain, scores)
    assert tuple(chain.best(scores)) == max(every, key=every.__getitem__)


def test_chances_are_sums_over_all_rows(chain: Chain) -> None:
    scores = chain.scores(ROWS)
    every = _all(chain, scores)
    total = sum(np.exp(value) for value in every.values())
    wanted = np.zeros_like(scores)
    for row, value in every.items():
        for i, n in enumerate(row):
            wanted[i, n] += np.exp(value) / total
    assert np.allclose(chain.chances(scores), wanted)


def test_chances_of_a_long_row_stay_finite(chain: Chain) -> None:
    sure = chain.chances(np.tile(chain.scores(ROWS) * 50, (5000, 1)))
    assert np.isfinite(sure).all()
    assert np.allclose(sure.sum(axis=1), 1)


def test_packed_weights_come_back(chain: Chain) -> None:
    again = _chain(pack("one", chain), "one")
    assert again.labels == chain.labels
    assert list(again.index) == list(chain.index)
    assert np.allclose(again.weights, chain.weights, atol=1e-2)
    assert np.allclose(again.steps, chain.steps, atol=1e-6)


def test_table_leaves_out_names_without_weight() -> None:
    names, values = table(["O", "A"], {"b": {"A": 2.0}, "a": {"O": 0.0}, "ü": {"O": -1.0}})
    assert names == ["b", "ü"]
    assert values.tolist() == [[0.0, 2.0], [-1.0, 0.0]]
