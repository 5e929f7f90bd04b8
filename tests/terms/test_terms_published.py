"""Measures against worked examples that others have published, and against independent implementations."""

import math

import numpy as np
import pandas as pd
import pytest
from scipy.stats import binom, binomtest, false_discovery_control
from statsmodels.stats.multitest import multipletests

from wortwahl.errors import InputError
from wortwahl.terms import (
    association,
    collocates,
    dispersion,
    document_term_matrix,
    keyness,
    keyness_of_groups,
    term_frequencies,
)
from wortwahl.terms.collocates import _scores


def corpus(*texts: str, **columns: list) -> pd.DataFrame:
    return pd.DataFrame({"title": "", "text": list(texts), **columns})


# Dunning (1993), Accurate methods for the statistics of surprise and coincidence, table 2: −2 log λ with the
# cells of "the swiss", "can be", "previous year", "mineral water" (which has an empty cell).
@pytest.mark.parametrize(
    ("cells", "published"),
    [
        ((110, 2442, 111, 29114), 270.72),
        ((29, 13, 123, 31612), 263.90),
        ((31, 23, 139, 31584), 256.84),
        ((10, 0, 3, 31764), 167.23),
    ],
)
def test_g2_of_dunning(cells, published):
    a, b, c, d = cells
    assert association.log_likelihood(np.array([a]), np.array([b]), a + c, b + d)[0] == pytest.approx(
        published, abs=0.02
    )


def test_g2_of_rayson_leaves_out_two_cells_that_hardly_count():
    # Rayson and Garside (2000), Comparing corpora using frequency profiling: 2 Σ O ln O/E of the word alone.
    a, b, n, m = 120, 40, 1_000_000, 900_000
    word = 2 * (a * math.log(a / (n * (a + b) / (n + m))) + b * math.log(b / (m * (a + b) / (n + m))))
    assert association.log_likelihood(np.array([a]), np.array([b]), n, m)[0] == pytest.approx(word, rel=1e-3)


# Manning and Schütze (1999), Foundations of statistical natural language processing, chapter 5 (t test, chi²,
# likelihood ratios, mutual information), in a corpus of 14,307,668 words.
WORDS = 14_307_668


def test_t_of_new_companies():
    assert _scores(8, 4675, 15828, WORDS, 15828, 4675)["t"] == pytest.approx(0.999932, abs=1e-5)


def test_mi_of_ayatollah_ruhollah():
    assert _scores(20, 20, 42, WORDS, 42, 20)["mi"] == pytest.approx(18.38, abs=0.01)


def test_chi_squared_of_new_companies():
    found = association.chi_squared(np.array([8]), np.array([4667]), 15828, WORDS - 15828)
    assert found[0] == pytest.approx(1.55, abs=0.01)


def test_g2_of_most_powerful():
    # −2 log λ of 150 uses together, of 12,593 and 932.
    assert _scores(150, 932, 12593, WORDS, 12593, 932)["g2"] == pytest.approx(1291.42, rel=1e-3)


def test_log_dice_is_14_where_two_words_never_stand_apart():
    # Rychlý (2008), A lexicographer-friendly association score: at most 14; one less is half as often.
    assert _scores(10, 10, 10, 1000, 10, 10)["log_dice"] == pytest.approx(14)
    assert _scores(5, 10, 10, 1000, 10, 10)["log_dice"] == pytest.approx(13)


def test_dispersion_of_gries():
    # Gries (2008), Dispersions and adjusted frequencies in corpora: the letter a in a corpus of five parts.
    parts = [
        "b a m n i b e u p",
        "b a s a t b e w q n",
        "b c a g a b e s t a",
        "b a g h a b e a a t",
        "b a h a a b e a x a t",
    ]
    matrix = document_term_matrix(corpus(*parts), lemmatise=False)
    found = dispersion(matrix, minimum_count=1, stop_words=True).set_index("term").loc["a"]
    assert found[["count", "articles", "range"]].tolist() == [15, 5, 1.0]
    assert found["dp"] == pytest.approx(0.18)
    assert found["dp_norm"] == pytest.approx(0.2195, abs=1e-4)
    assert found["juilland_d"] == pytest.approx(0.785, abs=1e-3)


def test_log_odds_by_the_equations_of_monroe():
    # Monroe, Colaresi and Quinn (2008), Fightin' words, equations 15, 16, 19 and 22, a word at a time.
    a, b = np.array([12, 0, 7, 181]), np.array([3, 5, 7, 85])
    n, m = int(a.sum()), int(b.sum())
    prior = (a + b).astype(float)
    odds, z = association.log_odds(a, b, n, m, np.append(prior, prior.sum()))
    for w in range(4):
        omega = [(y[w] + prior[w]) / (total + prior.sum() - y[w] - prior[w]) for y, total in ((a, n), (b, m))]
        delta = math.log(omega[0]) - math.log(omega[1])
        variance = 1 / (a[w] + prior[w]) + 1 / (b[w] + prior[w])
        assert odds[w] == pytest.approx(delta)
        assert z[w] == pytest.approx(delta / math.sqrt(variance))


@pytest.mark.parametrize(
    ("a", "b", "tests"), [(40, 4, 1), (40, 4, 1000), (4, 90, 500), (25, 0, 50), (0, 9, 3)]
)
def test_conservative_log_ratio_of_evert(a, b, tests):
    # Evert (2022): the end nearer to 0 of the exact interval of the ratio of two Poisson rates, which given
    # a + b is Clopper and Pearson's for a share; its level by Bonferroni.
    n, m = 50_000, 80_000
    found = association.conservative_log_ratio(np.array([a]), np.array([b]), n, m, 0.95, tests)[0]
    exact = binomtest(a, a + b).proportion_ci(1 - 0.05 / tests, method="exact")
    ends = [math.log2(p / (1 - p) * m / n) if 0 < p < 1 else (-math.inf, math.inf)[p == 1] for p in exact]
    assert found == pytest.approx(ends[0] if ends[0] > 0 else ends[1] if ends[1] < 0 else 0.0)
    if found:  # at that end, so many uses or more (or fewer) have just the tail's probability
        share = 2**found * n / m / (1 + 2**found * n / m)
        tail = binom.sf(a - 1, a + b, share) if found > 0 else binom.cdf(a, a + b, share)
        assert tail == pytest.approx(0.025 / tests, rel=1e-6)


def test_percent_difference_of_gabrielatos():
    # Gabrielatos (2018): (rate in the target − rate in the reference) × 100 by the rate in the reference.
    for a, b, n, m in [(30, 10, 1000, 1000), (5, 10, 1000, 4000), (0, 7, 10, 10)]:
        expected = (a / n - b / m) * 100 / (b / m)
        found = association.percent_difference(np.array([a]), np.array([b]), n, m)
        assert found[0] == pytest.approx(expected)
    assert np.isfinite(association.percent_difference(np.array([3]), np.array([0]), 10, 10)[0])


def test_p_is_adjusted_for_all_words_that_were_compared():
    rng = np.random.default_rng(1)
    nouns = ["Krieg", "Frieden", "Wetter", "Abend", "Fenster", "Garten", "Stadt", "Rat"]
    texts = [" ".join(rng.choice(nouns, 60, p=p)) for p in (np.full(8, 0.125), [0.3] + [0.1] * 7)]
    table = keyness(corpus(*texts, outlet=["A", "B"]), by="outlet", target="A", minimum_count=1)
    assert len(table) == 8
    np.testing.assert_allclose(table["p_adjusted"], false_discovery_control(table["p"]))
    np.testing.assert_allclose(table["p_adjusted"], multipletests(table["p"], method="fdr_bh")[1])


def test_a_word_that_one_article_carries_is_marked():
    texts = ["Stadt Rat Abend Wetter"] * 9 + ["Krieg Krieg Krieg Stadt"] + ["Garten Abend"] * 9
    table = keyness(corpus(*texts, outlet=["A"] * 10 + ["B"] * 9), by="outlet", target="A").set_index("term")
    krieg, stadt = table.loc["Krieg"], table.loc["Stadt"]
    assert (krieg["articles_target"], krieg["largest_share"]) == (1, 1.0)
    assert krieg["dp"] == pytest.approx(0.9)  # all uses in a tenth of the words
    assert (stadt["articles_target"], stadt["dp"]) == (10, pytest.approx(0))


def test_all_measures_are_finite_where_a_count_is_zero():
    table = keyness(
        corpus("Krieg Rat", "Frieden Rat", outlet=["A", "B"]), by="outlet", target="A", minimum_count=1,
        measures=["chi2", "percent_difference", "conservative_log_ratio", "log_odds"],
    )  # fmt: skip
    numbers = table.drop(columns=["term", "dp", "largest_share"])
    assert np.isfinite(numbers.to_numpy(dtype=float)).all()
    assert table.loc[table["count_target"] == 0, ["dp", "largest_share"]].isna().all(axis=None)


def test_one_document_and_empty_groups():
    one = corpus("Krieg und Frieden", outlet=["A"])
    assert term_frequencies(one, by="outlet")["count"].tolist() == [1, 1]
    assert keyness_of_groups(one).empty
    assert collocates(one, "Krieg", minimum_count=1)["collocate"].tolist() == ["Frieden"]
    with pytest.raises(InputError, match="no other articles"):
        keyness(one, by="outlet", target="A")
    empty = corpus("Krieg", "", outlet=["A", "B"])
    assert term_frequencies(empty, by="outlet")["outlet"].tolist() == ["A"]
    with pytest.raises(InputError, match="have no words"):
        keyness(empty, by="outlet", target="A")
    assert dispersion(corpus("", "…"), minimum_count=1).empty
    assert term_frequencies(corpus()).empty
