"""Intervals against numbers worked by hand, against statsmodels and scipy, and by their coverage."""

import math

import numpy as np
import pytest
from scipy import stats

from wortwahl.statistics import adjust, cluster_bootstrap_share, cluster_bootstrap_shares, wilson


def test_wilson_by_hand() -> None:
    # z = 1.959964; 0 of 1: high = z² / (1 + z²).
    z2 = stats.norm.ppf(0.975) ** 2
    assert wilson(0, 1) == pytest.approx((0, z2 / (1 + z2)))
    assert wilson(1, 1) == pytest.approx((1 / (1 + z2), 1))


@pytest.mark.parametrize(("k", "n"), [(3, 10), (50, 100), (1, 400)])
def test_wilson_as_scipy_has_it(k: int, n: int) -> None:
    expected = stats.binomtest(k, n).proportion_ci(0.9, method="wilson")
    assert wilson(k, n, 0.9) == pytest.approx((expected.low, expected.high))


def test_wilson_of_nothing_is_unknown() -> None:
    assert all(math.isnan(value) for value in wilson(0, 0))


def test_bootstrap_is_the_same_for_a_seed_and_leaves_its_input() -> None:
    top, below = np.array([1.0, 0, 2, 0] * 10), np.array([2.0, 1, 2, 3] * 10)
    before = top.copy()
    assert cluster_bootstrap_share(top, below, seed=7) == cluster_bootstrap_share(top, below, seed=7)
    assert cluster_bootstrap_share(top, below, seed=7) != cluster_bootstrap_share(top, below, seed=8)
    assert (top == before).all()


def test_bootstrap_in_blocks_is_the_same_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    top, below = np.arange(30.0), np.full(30, 40.0)
    whole = cluster_bootstrap_share(top, below, n_boot=500)
    monkeypatch.setattr("wortwahl.statistics.bootstrap._BLOCK_CELLS", 900)
    assert cluster_bootstrap_share(top, below, n_boot=500) == whole


def test_bootstrap_covers_a_known_share_about_as_often_as_it_says() -> None:
    generator = np.random.default_rng(0)
    hits = 0
    for trial in range(200):
        # Stories differ in how often they use a frame: exactly what makes uses dependent.
        rates = generator.beta(2, 3, size=60)
        below = generator.integers(1, 8, size=60)
        low, high = cluster_bootstrap_share(generator.binomial(below, rates), below, n_boot=400, seed=trial)
        hits += low <= 0.4 <= high
    assert 0.88 <= hits / 200 <= 0.99


def test_bootstrap_is_wider_than_counting_uses_as_independent() -> None:
    top, below = np.array([8, 0] * 15), np.full(30, 8)
    low, high = cluster_bootstrap_share(top, below)
    naive = wilson(top.sum(), below.sum())
    assert high - low > 1.5 * (naive[1] - naive[0])


def test_bootstrap_of_nothing_is_unknown() -> None:
    assert all(math.isnan(value) for value in cluster_bootstrap_share([0, 0], [0, 0]))


def test_adjust_by_hand() -> None:
    assert adjust([0.01, 0.04, 0.03, 0.5]) == pytest.approx([0.04, 0.16 / 3, 0.16 / 3, 0.5])


def test_adjust_passes_over_what_is_unknown() -> None:
    assert adjust([0.02, float("nan")])[0] == pytest.approx(0.02)
    assert math.isnan(adjust([0.02, float("nan")])[1])
    assert adjust([]).size == 0


def test_ratios_with_one_denominator_share_their_resamples():
    rng = np.random.default_rng(3)
    tops, below = rng.integers(0, 4, size=(40, 3)), rng.integers(3, 9, size=40)
    low, high = cluster_bootstrap_shares(tops, below, n_boot=300, seed=5)
    alone = [cluster_bootstrap_share(tops[:, j], below, n_boot=300, seed=5) for j in range(3)]
    np.testing.assert_allclose(np.column_stack([low, high]), alone, rtol=1e-12)
    # By another way: the resampled rows themselves are summed.
    drawn = np.random.default_rng(5).integers(0, 40, size=(300, 40))
    shares = tops[:, 1][drawn].sum(axis=1) / below[drawn].sum(axis=1)
    np.testing.assert_allclose([low[1], high[1]], np.quantile(shares, [0.025, 0.975]))


def test_ratios_without_a_denominator_have_no_interval():
    low, high = cluster_bootstrap_shares(np.ones((3, 2)), np.zeros(3))
    assert np.isnan(low).all() and np.isnan(high).all()
