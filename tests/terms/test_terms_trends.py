"""Trends by hand and against statsmodels; change points that were planted."""

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.stats.rates import confint_poisson

from wortwahl.errors import InputError
from wortwahl.terms import change_points, document_term_matrix, term_trend
from wortwahl.terms.trends import count_interval, overdispersion

CORPUS = pd.DataFrame(
    {
        "date": pd.to_datetime(["2022-03-01", "2022-03-31", "2022-02-01", "2022-01-01", None]),
        "date_precision": ["day", "month", "day", "year", ""],
        "title": ["Der Krieg", "", "", "Krieg", ""],
        "text": ["Kriege und ein Wort", "Der Angriffskrieg", "Frieden auf Erden", "", "Krieg"],
    }
)


def planted(rates: list[float], per_period: int = 12, words: int = 200, seed: int = 5) -> pd.DataFrame:
    """Return a corpus with so many uses a hundred words in each month."""
    rng = np.random.default_rng(seed)
    rows = []
    for month, rate in enumerate(rates):
        for _ in range(per_period):
            uses = rng.poisson(rate * words / 100)
            day = pd.Timestamp("2022-01-10") + pd.DateOffset(months=month)
            rows.append({"date": day, "title": "", "text": "Überfall " * uses + "Wort " * (words - uses)})
    return pd.DataFrame(rows)


def test_input_unchanged():
    before = CORPUS.copy(deep=True)
    term_trend(CORPUS, "Krieg")
    change_points(CORPUS, "Krieg")
    pd.testing.assert_frame_equal(CORPUS, before)


def test_by_hand():
    table = term_trend(CORPUS, "Krieg")
    assert table.columns.tolist() == [
        "period", "count", "words", "per_million", "low", "high", "articles", "articles_total",
    ]  # fmt: skip
    assert table["period"].tolist() == ["2022-02", "2022-03", "unknown"]
    assert table["count"].tolist() == [0, 2, 2]
    assert table["words"].tolist() == [3, 8, 2]
    assert table["articles"].tolist() == [0, 1, 2]
    assert table["articles_total"].tolist() == [1, 2, 2]
    np.testing.assert_allclose(table["per_million"], [0, 250_000, 1_000_000])


def test_forms_patterns_and_words_that_are_not_there():
    assert term_trend(CORPUS, "Kriege")["count"].tolist() == [0, 2, 2]
    assert term_trend(CORPUS, "*krieg")["count"].tolist() == [0, 3, 2]
    assert term_trend(CORPUS, "ein Wort")["count"].tolist() == [0, 1, 0]
    assert term_trend(CORPUS, "Überfall")["count"].tolist() == [0, 0, 0]


def test_a_genitive_asks_for_its_name():
    corpus = pd.DataFrame(
        {"date": pd.to_datetime(["2022-03-01"]), "title": "", "text": ["Putins Putin Putin"]}
    )
    assert term_trend(corpus, "Putins")["count"].tolist() == [3]


def test_a_matrix_gives_the_same_and_a_phrase_needs_texts():
    matrix = document_term_matrix(CORPUS)
    pd.testing.assert_frame_equal(term_trend(matrix, "Krieg", "year"), term_trend(CORPUS, "Krieg", "year"))
    with pytest.raises(InputError, match="no single word"):
        term_trend(matrix, "*krieg")


def test_a_period_without_words_has_no_rate():
    corpus = CORPUS.iloc[[2]].assign(text="…")
    table = term_trend(corpus, "Krieg")
    assert table["words"].tolist() == [0]
    assert table[["per_million", "low", "high"]].isna().all(axis=None)
    assert len(term_trend(CORPUS.iloc[:0], "Krieg")) == 0


@pytest.mark.parametrize("count", [0, 1, 7, 300])
def test_the_interval_without_clusters_is_the_exact_one(count):
    low, high = count_interval(np.array([count]), 1.0, 0.9)
    np.testing.assert_allclose(
        [low[0], high[0]], confint_poisson(count, 1, method="exact-c", alpha=0.1), atol=1e-9
    )


def test_overdispersion_is_that_of_a_quasi_poisson_model():
    rng = np.random.default_rng(2)
    words = rng.integers(50, 500, 60)
    period = np.repeat(["2022-01", "2022-02", "2022-03"], 20)
    uses = rng.negative_binomial(0.5, 0.5 / (0.5 + words / 100))
    dummies = pd.get_dummies(period).astype(float).to_numpy()
    model = sm.GLM(uses, dummies, family=sm.families.Poisson(), offset=np.log(words)).fit(scale="X2")
    assert overdispersion(uses, words, period) == pytest.approx(model.scale)
    assert model.scale > 1.5
    none = np.append(uses, 0), np.append(words, 90), np.append(period, "2022-04")
    assert overdispersion(*none) == pytest.approx(model.scale)


def test_even_uses_and_single_articles_do_not_narrow_the_interval():
    assert overdispersion(np.array([1, 1, 1]), np.array([9, 9, 9]), ["a"] * 3) == 1
    assert overdispersion(np.array([5]), np.array([9]), ["a"]) == 1
    assert overdispersion(np.array([0]), np.array([9]), ["a"]) == 1


def test_a_planted_change_is_found_where_it_is():
    table = change_points(planted([0.5] * 6 + [2.0] * 6), "Überfall")
    assert len(table) == 1
    row = table.iloc[0]
    assert row["period"] == "2022-07"
    assert row["earliest"] <= "2022-07" <= row["latest"]
    assert row["per_million_before"] == pytest.approx(5000, rel=0.3)
    assert row["per_million_after"] == pytest.approx(20000, rel=0.2)
    assert row["p"] <= 0.01
    assert row["words_before"] == row["words_after"] == 6 * 12 * 200


def test_the_likelihood_ratio_by_hand():
    # Ten articles of ten words; first half 1 use, second half 9.
    texts = ["Überfall" + " Wort" * 9] + ["Wort " * 10] * 4 + ["Überfall " * 2 + "Wort " * 8] * 4
    texts.append("Überfall" + " Wort" * 9)
    days = pd.to_datetime(["2022-01-01"] * 5 + ["2022-02-01"] * 5)
    table = change_points(pd.DataFrame({"date": days, "title": "", "text": texts}), "Überfall", level=0.9)
    expected = 2 * (1 * np.log(1 / 50) + 9 * np.log(9 / 50) - 10 * np.log(10 / 100))
    assert table["statistic"].tolist() == pytest.approx([expected])
    # Of the 252 ways to put ten articles in halves few are as uneven.
    assert 0 < table["p"].iloc[0] < 0.05


def test_two_changes_and_rates_between_neighbours():
    table = change_points(planted([0.5] * 5 + [3.0] * 5 + [0.0] * 5), "Überfall")
    assert table["period"].tolist() == ["2022-06", "2022-11"]
    assert table["count_after"].tolist()[0] == table["count_before"].tolist()[1]
    assert table["count_after"].tolist()[1] == 0


def test_a_steady_word_hardly_ever_changes():
    found = [
        len(change_points(planted([1.0] * 8, 4, 100, seed), "Überfall", resamples=99)) for seed in range(20)
    ]
    assert sum(n > 0 for n in found) <= 3


def test_one_article_that_is_full_of_the_word_is_no_change():
    corpus = planted([0.0] * 10, per_period=5)
    corpus.loc[27, "text"] = "Überfall " * 200
    assert len(change_points(corpus, "Überfall")) == 0


def test_the_same_seed_gives_the_same():
    corpus = planted([0.5] * 4 + [1.0] * 4)
    pd.testing.assert_frame_equal(change_points(corpus, "Überfall"), change_points(corpus, "Überfall"))


def test_nothing_to_cut():
    for corpus in (CORPUS.iloc[:0], CORPUS.iloc[:1], CORPUS.iloc[3:]):
        table = change_points(corpus, "Krieg")
        assert len(table) == 0
        assert table.columns[:3].tolist() == ["period", "earliest", "latest"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"by": "outlet"},
        {"by": "fortnight"},
        {"level": 0},
        {"term": ""},
        {"corpus": CORPUS.drop(columns="date")},
        {"corpus": 3},
    ],
)
def test_wrong_parameters(wrong):
    for function in (term_trend, change_points):
        with pytest.raises(InputError):
            function(**{"corpus": CORPUS, "term": "Krieg", **wrong})
    with pytest.raises(InputError):
        change_points(CORPUS, "Krieg", resamples=5)
