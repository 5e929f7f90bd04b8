"""Frequencies with numbers that are counted by hand."""

import numpy as np
import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.terms import document_term_matrix, term_frequencies

CORPUS = pd.DataFrame(
    {
        "outlet": ["B", "A", "B", "C"],
        "date": pd.to_datetime(["2024-06-18", "2024-06-01", "2024-07-01", None]),
        "date_precision": ["day", "month", "day", ""],
        "title": ["", "", "", ""],
        "text": ["Der Krieg und der Überfall.", "Kriege, Krieg, Überfall!", "Der Frieden ist da.", "..."],
    }
)


def test_input_unchanged():
    before = CORPUS.copy(deep=True)
    term_frequencies(CORPUS, by=["outlet", "month"])
    pd.testing.assert_frame_equal(CORPUS, before)


def test_whole_corpus_by_hand():
    # 5 + 3 + 4 words
    table = term_frequencies(CORPUS)
    assert table.columns.tolist() == ["term", "count", "per_million", "articles"]
    assert table["term"].tolist() == ["Krieg", "Überfall", "Frieden"]
    assert table["count"].tolist() == [3, 2, 1]
    np.testing.assert_allclose(table["per_million"], [3e6 / 12, 2e6 / 12, 1e6 / 12])
    assert table["articles"].tolist() == [2, 2, 1]


def test_by_outlet_by_hand():
    table = term_frequencies(CORPUS, by="outlet")
    assert table[["outlet", "term", "count", "articles"]].to_numpy().tolist() == [
        ["A", "Krieg", 2, 1],
        ["A", "Überfall", 1, 1],
        ["B", "Frieden", 1, 1],
        ["B", "Krieg", 1, 1],
        ["B", "Überfall", 1, 1],
    ]
    np.testing.assert_allclose(table["per_million"], [2e6 / 3, 1e6 / 3, 1e6 / 9, 1e6 / 9, 1e6 / 9])


def test_periods_and_what_is_too_coarse_for_them():
    assert term_frequencies(CORPUS, by="month")["month"].unique().tolist() == ["2024-06", "2024-07"]
    weeks = term_frequencies(CORPUS, by="week")["week"].unique().tolist()
    assert weeks == [
        "2024-W25",
        "2024-W27",
        "unknown",
    ]
    two = term_frequencies(CORPUS, by=["month", "outlet"])
    assert two.columns.tolist()[:2] == ["month", "outlet"]
    assert two.iloc[0].tolist()[:4] == ["2024-06", "A", "Krieg", 2]


def test_function_words_on_request():
    table = term_frequencies(CORPUS, stop_words=True)
    assert table.loc[table["term"] == "der", "count"].tolist() == [3]
    assert table["count"].sum() == 12


def test_minimum_count():
    assert term_frequencies(CORPUS, minimum_count=2)["term"].tolist() == ["Krieg", "Überfall"]


def test_a_matrix_gives_the_same():
    matrix = document_term_matrix(CORPUS)
    for by in (None, "outlet", ["year", "outlet"]):
        pd.testing.assert_frame_equal(term_frequencies(matrix, by=by), term_frequencies(CORPUS, by=by))


def test_rates_rest_on_all_words_where_rare_terms_are_left_out():
    table = term_frequencies(document_term_matrix(CORPUS, minimum_articles=2))
    np.testing.assert_allclose(table["per_million"], [3e6 / 12, 2e6 / 12])


def test_nothing_to_count():
    for corpus in (CORPUS.iloc[:0], CORPUS.iloc[3:]):
        table = term_frequencies(corpus, by="outlet")
        assert table.columns.tolist() == ["outlet", "term", "count", "per_million", "articles"]
        assert len(table) == 0


def test_a_missing_key_is_a_group():
    corpus = pd.DataFrame({"title": "", "text": ["Krieg", "Krieg"], "party": ["X", None]})
    assert len(term_frequencies(corpus, by="party")) == 2


@pytest.mark.parametrize(
    "wrong", [{"by": "outlets"}, {"by": ["outlet", "outlet"]}, {"minimum_count": 0}, {"minimum_count": True}]
)
def test_wrong_parameters(wrong):
    with pytest.raises(InputError):
        term_frequencies(CORPUS, **wrong)


def test_no_corpus():
    with pytest.raises(InputError, match="list is no corpus"):
        term_frequencies(["Krieg"])
    with pytest.raises(InputError, match="'term' of its own"):
        term_frequencies(CORPUS.assign(term="x"), by="term")
