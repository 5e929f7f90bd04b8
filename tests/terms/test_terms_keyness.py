"""Keyness against tables worked by hand, and against scipy, nltk and statsmodels."""

import numpy as np
import pandas as pd
import pytest
from nltk.metrics.association import BigramAssocMeasures
from scipy.stats import binomtest, chi2, chi2_contingency
from statsmodels.stats.proportion import confint_proportions_2indep

from wortwahl.errors import InputError
from wortwahl.terms import association, document_term_matrix, keyness

# A: 10 words (Krieg 4, Überfall 3, der 3); B: 20 words (Krieg 2, Konflikt 8, der 10).
CORPUS = pd.DataFrame(
    {
        "outlet": ["A", "A", "B", "B", "C"],
        "date": pd.to_datetime(["2022-03-01", "2022-03-02", "2022-04-01", "2022-04-02", "2022-01-01"]),
        "date_precision": ["day", "day", "day", "day", "year"],
        "title": "",
        "text": [
            "Krieg Krieg Krieg der der",
            "Krieg Überfall Überfall Überfall der",
            "Konflikt " * 8 + "der der",
            "Krieg Krieg" + " der" * 8,
            "Frieden Frieden Frieden",
        ],
    }
)


def row(table: pd.DataFrame, term: str) -> pd.Series:
    return table.set_index("term").loc[term]


def test_input_unchanged():
    before = CORPUS.copy(deep=True)
    keyness(CORPUS, by="outlet", target="A")
    pd.testing.assert_frame_equal(CORPUS, before)


def test_by_hand():
    table = keyness(CORPUS, by="outlet", target="A", reference="B", minimum_count=1)
    assert table["term"].tolist() == ["Konflikt", "Überfall", "Krieg"]  # G² 7.9, 7.3, 3.6
    krieg = row(table, "Krieg")
    assert krieg[["count_target", "count_reference", "words_target", "words_reference"]].tolist() == [
        4,
        2,
        10,
        20,
    ]
    # Expected: 6·10/30 = 2, 6·20/30 = 4, 24·10/30 = 8, 24·20/30 = 16.
    # G² = 2·(4 ln 4/2 + 2 ln 2/4 + 6 ln 6/8 + 18 ln 18/16) = 2·(4·.6931 − 2·.6931 + 6·(−.2877) + 18·.1178)
    assert krieg["g2"] == pytest.approx(2 * (2 * 0.693147 - 6 * 0.287682 + 18 * 0.117783), abs=1e-4)
    assert krieg["log_ratio"] == pytest.approx(2)  # 4/10 by 2/20
    # Variance of the natural logarithm: 1/4 − 1/10 + 1/2 − 1/20 = .6
    assert krieg["high"] - krieg["log_ratio"] == pytest.approx(1.959964 * 0.6**0.5 / 0.693147, abs=1e-5)
    assert krieg["log_ratio"] - krieg["low"] == pytest.approx(1.959964 * 0.6**0.5 / 0.693147, abs=1e-5)
    assert krieg[["articles_target", "articles_reference"]].tolist() == [2, 1]
    assert krieg["dp"] == pytest.approx(0.25)  # shares 3/4 and 1/4 of uses, 1/2 and 1/2 of words
    assert krieg["largest_share"] == pytest.approx(0.75)


def test_a_count_of_zero_is_half_a_use_on_either_side():
    table = keyness(CORPUS, by="outlet", target="A", reference="B", minimum_count=1)
    assert row(table, "Überfall")["log_ratio"] == pytest.approx(np.log2((3 / 10) / (0.5 / 20)))
    konflikt = row(table, "Konflikt")
    assert konflikt["count_target"] == 0
    assert konflikt["log_ratio"] == pytest.approx(np.log2((0.5 / 10) / (8 / 20)))
    assert konflikt["g2"] > 0
    assert np.isnan(konflikt["dp"])
    assert np.isnan(konflikt["largest_share"])
    assert row(table, "Überfall")["largest_share"] == 1.0


@pytest.mark.parametrize(
    ("a", "b", "n", "m"),
    [(4, 2, 10, 20), (0, 7, 50, 20), (7, 0, 50, 20), (1500, 900, 10**6, 2 * 10**6), (5, 5, 100, 100)],
)
def test_against_independent_implementations(a, b, n, m):
    one = (np.array([a]), np.array([b]), n, m)
    cells = [[a, b], [n - a, m - b]]
    expected = chi2_contingency(cells, correction=False, lambda_="log-likelihood")
    assert association.log_likelihood(*one)[0] == pytest.approx(expected.statistic, abs=1e-9)
    assert chi2.sf(association.log_likelihood(*one), 1)[0] == pytest.approx(expected.pvalue, rel=1e-9)
    assert association.log_likelihood(*one)[0] == pytest.approx(
        BigramAssocMeasures.likelihood_ratio(a, (a + b, n), n + m), abs=1e-6
    )
    assert association.chi_squared(*one)[0] == pytest.approx(
        chi2_contingency(cells, correction=False).statistic, abs=1e-9
    )
    if a and b:
        low, high = confint_proportions_2indep(a, n, b, m, method="log", compare="ratio", alpha=0.1)
        ours = association.log_ratio_interval(*one, 0.9)
        np.testing.assert_allclose(np.concatenate(ours), np.log2([low, high]), rtol=1e-6)


@pytest.mark.parametrize(("a", "b"), [(40, 2), (2, 40), (9, 8), (0, 30), (30, 0), (0, 1)])
def test_conservative_log_ratio_against_the_exact_test(a, b):
    exact = binomtest(a, a + b).proportion_ci(0.95, method="exact")
    odds = [share / (1 - share) * 2 if share < 1 else np.inf for share in (exact.low, exact.high)]
    expected = np.log2(odds[0]) if odds[0] > 1 else np.log2(odds[1]) if odds[1] < 1 else 0.0
    found = association.conservative_log_ratio(np.array([a]), np.array([b]), 100, 200, 0.95, 1)
    assert found[0] == pytest.approx(expected)


def test_many_words_make_the_conservative_log_ratio_smaller():
    one, many = (
        association.conservative_log_ratio(np.array([40]), np.array([4]), 10, 10, 0.95, n) for n in (1, 1000)
    )
    assert 0 < many[0] < one[0]


def test_log_odds_by_hand():
    table = keyness(CORPUS, by="outlet", target="A", reference="B", minimum_count=1, measures="log_odds")
    krieg = row(table, "Krieg")
    # Prior 6 uses of 30: (4+6)/(10+30−10) against (2+6)/(20+30−8)
    odds = np.log(10 / 30) - np.log(8 / 42)
    assert krieg["log_odds"] == pytest.approx(odds)
    assert krieg["log_odds_z"] == pytest.approx(odds / np.sqrt(1 / 10 + 1 / 8))


def test_percent_difference_by_hand():
    table = keyness(CORPUS, "outlet", "A", "B", minimum_count=1, measures=["percent_difference", "chi2"])
    assert table.columns[-2:].tolist() == ["chi2", "percent_difference"]
    assert row(table, "Krieg")["percent_difference"] == pytest.approx(300)
    assert row(table, "Konflikt")["percent_difference"] == pytest.approx(-100)


def test_the_other_side_has_the_same_numbers_with_the_other_sign():
    one = keyness(CORPUS, "outlet", "A", "B").set_index("term")
    other = keyness(CORPUS, "outlet", "B", "A").set_index("term").loc[one.index]
    np.testing.assert_allclose(one["g2"], other["g2"])
    np.testing.assert_allclose(one["log_ratio"], -other["log_ratio"])
    np.testing.assert_allclose(one["low"], -other["high"])


def test_columns_of_the_contract_come_first():
    table = keyness(CORPUS, by="outlet", target="A")
    assert table.columns[:8].tolist() == [
        "term", "count_target", "count_reference", "g2", "log_ratio", "low", "high", "p",
    ]  # fmt: skip
    assert table["p_adjusted"].ge(table["p"]).all()


def test_several_groups_on_a_side():
    together = keyness(CORPUS, by="outlet", target=["A", "B"], reference=["C"])
    assert together["words_target"].unique().tolist() == [30]
    pd.testing.assert_frame_equal(together, keyness(CORPUS, by="outlet", target=["A", "B"]))


def test_a_date_too_coarse_is_on_no_side_of_a_period():
    table = keyness(CORPUS, by="month", target="2022-03")
    assert table[["words_target", "words_reference"]].drop_duplicates().to_numpy().tolist() == [[10, 20]]


def test_minimum_count_and_function_words():
    assert keyness(CORPUS, "outlet", "A", "B", minimum_count=7)["term"].tolist() == ["Konflikt"]
    words = keyness(CORPUS, "outlet", "A", "B", stop_words=True)
    assert row(words, "der")[["count_target", "count_reference"]].tolist() == [3, 10]
    none = keyness(CORPUS, "outlet", "A", "B", minimum_count=99)
    assert len(none) == 0
    assert none.columns.tolist() == words.columns.tolist()


def test_a_matrix_gives_the_same():
    pd.testing.assert_frame_equal(
        keyness(document_term_matrix(CORPUS), "outlet", "A"), keyness(CORPUS, "outlet", "A")
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"by": "outlets"}, "'outlets'"),
        ({"by": ["outlet"]}, "no column"),
        ({"target": "D"}, "no 'D' in 'outlet'. Groups are: A, B, C"),
        ({"reference": "D"}, "no 'D'"),
        ({"reference": "A"}, "both"),
        ({"measures": ["g3"]}, "no 'g3'"),
        ({"level": 95}, "level"),
        ({"minimum_count": -1}, "minimum_count"),
        ({"target": ["A", "B", "C"]}, "at least two groups"),
    ],
)
def test_wrong_parameters(wrong, said):
    with pytest.raises(InputError, match=said):
        keyness(CORPUS, **{"by": "outlet", "target": "A", **wrong})


def test_one_document_and_a_group_without_words():
    with pytest.raises(InputError, match="at least two groups"):
        keyness(CORPUS.head(1), by="outlet", target="A")
    with pytest.raises(InputError, match="reference have no words"):
        keyness(CORPUS.head(3).assign(text=["Krieg", "Krieg", "…"]), by="outlet", target="A")
