"""What a corpus holds."""

import datetime as dt

import pandas as pd
import pytest

from wortwahl.corpus.describe import (
    coverage,
    genre_counts,
    language_counts,
    length_quantiles,
    near_empty,
    outlet_summary,
)
from wortwahl.corpus.schema import article_table
from wortwahl.errors import InputError

FUNCTIONS = [coverage, outlet_summary, genre_counts, language_counts, length_quantiles, near_empty]


def row(outlet, date, precision, n, genre="report", **more):
    text = " ".join(["Wort"] * n)
    return {
        "id": f"{outlet}{n}",
        "outlet": outlet,
        "date": date,
        "date_precision": precision,
        "text": text,
    } | {
        "genre": genre,
        "language": "de",
        **more,
    }


@pytest.fixture
def articles():
    return article_table(
        [
            row("Bote", dt.date(2024, 6, 18), "day", 10),
            row("Bote", dt.date(2024, 6, 1), "month", 20),
            row("Bote", dt.date(2024, 1, 1), "year", 30, "commentary"),
            row("Ärger", None, "", 40, "", leaning="links"),
        ]
    )


@pytest.mark.parametrize("function", FUNCTIONS)
def test_input_unchanged(articles, function):
    before = articles.copy()
    function(articles)
    pd.testing.assert_frame_equal(articles, before)


@pytest.mark.parametrize("function", FUNCTIONS)
def test_an_empty_corpus_has_the_same_columns(articles, function):
    full, empty = function(articles), function(articles.iloc[:0])
    assert list(empty.columns) == list(full.columns)
    assert len(empty) == 0


def test_coverage(articles):
    assert coverage(articles).to_numpy().tolist() == [
        ["Bote", "2024-06", 2, 30],
        ["Bote", "unknown", 1, 30],
        ["Ärger", "unknown", 1, 40],
    ]
    assert coverage(articles, "year").to_numpy().tolist() == [["2024", 3, 60], ["unknown", 1, 40]]
    assert coverage(articles, ["leaning"]).to_numpy().tolist() == [["", 3, 60], ["links", 1, 40]]
    assert coverage(articles, []).to_numpy().tolist() == [[4, 100]]


def test_a_column_of_words_is_taken_as_it_is(articles):
    facts = articles.drop(columns="text").assign(words=[1, 2, 3, 4])
    assert coverage(facts, []).to_numpy().tolist() == [[4, 10]]
    assert length_quantiles(facts)["q50"].tolist() == [2.0, 4.0]


def test_unknown_columns_are_errors(articles):
    with pytest.raises(InputError, match="decade"):
        coverage(articles, ["outlet", "decade"])
    with pytest.raises(InputError, match="below 1"):
        near_empty(articles, 0)


def test_outlet_summary(articles):
    table = outlet_summary(articles)
    assert list(table.columns) == ["outlet", "articles", "words", "median_words", "first", "last", "undated"]
    bote, other = table.to_dict("records")
    assert bote == {
        "outlet": "Bote",
        "articles": 3,
        "words": 60,
        "median_words": 20.0,
        "first": pd.Timestamp("2024-01-01"),
        "last": pd.Timestamp("2024-06-18"),
        "undated": 0,
    }
    assert (other["outlet"], other["undated"], pd.isna(other["first"])) == ("Ärger", 1, True)


def test_counts(articles):
    assert genre_counts(articles).to_numpy().tolist() == [
        ["report", 2, 30],
        ["", 1, 40],
        ["commentary", 1, 30],
    ]
    assert language_counts(articles).to_numpy().tolist() == [["de", 4, 100]]


def test_length_quantiles(articles):
    table = length_quantiles(articles)
    assert list(table.columns) == ["outlet", "articles", "q05", "q25", "q50", "q75", "q95"]
    assert table.iloc[0].tolist() == ["Bote", 3, 11.0, 15.0, 20.0, 25.0, 29.0]
    assert table.iloc[1].tolist() == ["Ärger", 1, 40.0, 40.0, 40.0, 40.0, 40.0]


def test_near_empty(articles):
    table = near_empty(articles, 25)
    assert table["words"].tolist() == [10, 20]
    assert list(table.columns) == ["id", "outlet", "title", "words", "source"]
