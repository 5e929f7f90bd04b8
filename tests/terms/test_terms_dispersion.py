"""Dispersion by hand, and against the definitions written out with dense numbers."""

import numpy as np
import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.terms import dispersion, document_term_matrix


def corpus(texts: list[str]) -> pd.DataFrame:
    return pd.DataFrame({"title": "", "text": texts})


def spread(counts: list[int], sizes: list[int]) -> pd.DataFrame:
    """Return a corpus in which Überfall stands so often in articles of so many words."""
    return corpus(["Überfall " * n + "Frieden " * (size - n) for n, size in zip(counts, sizes, strict=True)])


def of_word(table: pd.DataFrame, word: str = "Überfall") -> pd.Series:
    return table.set_index("term").loc[word]


def test_input_unchanged():
    articles = spread([1, 2], [3, 4])
    before = articles.copy(deep=True)
    dispersion(articles)
    pd.testing.assert_frame_equal(articles, before)


def test_worked_by_hand():
    found = of_word(dispersion(spread([1, 2, 3, 4, 5], [10] * 5)))
    assert found[["count", "articles", "range"]].tolist() == [15, 5, 1.0]
    # Shares 1/15 … 5/15 against 1/5 each: (2 + 1 + 0 + 1 + 2) / 15 / 2
    assert found["dp"] == pytest.approx(0.2)
    assert found["dp_norm"] == pytest.approx(0.25)
    # Mean 3, standard deviation √2: 1 − (√2 / 3) / √4
    assert found["juilland_d"] == pytest.approx(1 - 2**0.5 / 3 / 2)


@pytest.mark.parametrize(
    ("counts", "sizes"),
    [([3, 0, 5, 1], [9, 20, 14, 30]), ([7, 0, 0], [7, 3, 90]), ([0, 0, 6], [50, 20, 10]), ([6, 6], [6, 50])],
)
def test_against_the_definitions(counts, sizes):
    found = of_word(dispersion(spread(counts, sizes)))
    v, s = np.array(counts) / sum(counts), np.array(sizes) / sum(sizes)
    dp = np.abs(v - s).sum() / 2
    assert found["dp"] == pytest.approx(dp)
    assert found["dp_norm"] == pytest.approx(dp / (1 - s.min()))
    rates = np.array(counts) / sizes
    assert found["juilland_d"] == pytest.approx(1 - rates.std() / rates.mean() / np.sqrt(len(sizes) - 1))


def test_even_and_all_in_the_shortest():
    even = of_word(dispersion(spread([5, 10, 2], [10, 20, 4])))
    assert even[["dp", "dp_norm"]].tolist() == pytest.approx([0, 0])
    assert even["juilland_d"] == pytest.approx(1)
    shortest = of_word(dispersion(spread([0, 6, 0], [20, 10, 30])))
    assert shortest[["dp_norm", "juilland_d"]].tolist() == pytest.approx([1, 0])


def test_one_document_has_nothing_to_spread_over():
    found = of_word(dispersion(spread([5], [9])))
    assert found["dp"] == 0
    assert np.isnan(found["dp_norm"])
    assert np.isnan(found["juilland_d"])


def test_an_article_without_words_is_no_part():
    whole = spread([1, 2, 3], [10, 11, 12])
    with_empty = pd.concat([whole, corpus(["", "…"])], ignore_index=True)
    pd.testing.assert_frame_equal(dispersion(with_empty), dispersion(whole))


def test_order_minimum_and_function_words():
    articles = corpus(["Krieg Krieg der", "Überfall Überfall der der", "Krieg Abend"])
    assert dispersion(articles, 1)["term"].tolist() == ["Krieg", "Überfall", "Abend"]
    assert dispersion(articles, 2)["term"].tolist() == ["Krieg", "Überfall"]
    assert dispersion(articles, 3, stop_words=True)["term"].tolist() == ["Krieg", "der"]
    pd.testing.assert_frame_equal(dispersion(document_term_matrix(articles), 1), dispersion(articles, 1))


def test_nothing_to_measure():
    table = dispersion(corpus([]))
    assert len(table) == 0
    assert table.columns.tolist() == ["term", "count", "articles", "range", "dp", "dp_norm", "juilland_d"]
    with pytest.raises(InputError):
        dispersion(corpus(["Krieg"]), minimum_count=0)
