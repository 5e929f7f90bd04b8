"""Topics of a run: a large corpus keeps them while it changes little, a small one is fitted each time."""

import pandas as pd
import pytest
from planted_corpus import planted_matrix
from runs_corpora import settings

from wortwahl.runs import topics as runs_topics


@pytest.fixture
def fits(monkeypatch):
    done = []
    fit = runs_topics.topics.fit_topics

    def counted(*arguments, **named):
        done.append(1)
        return fit(*arguments, **named)

    monkeypatch.setattr(runs_topics.topics, "fit_topics", counted)
    return done


def test_the_same_corpus_is_fitted_once_and_its_tables_are_the_same(tmp_path, fits):
    asked, matrix = settings("raw", tmp_path), planted_matrix(40)
    first = runs_topics.topic_tables(matrix, asked)
    again = runs_topics.topic_tables(matrix, asked)
    assert len(fits) == 1
    for name, table in first.items():
        pd.testing.assert_frame_equal(again[name], table)
    assert first["topic_drift"].iloc[0][["fitted", "added", "gone"]].tolist() == [40, 0, 0]


def test_a_small_corpus_is_fitted_again_whenever_it_changes(tmp_path, fits):
    asked = settings("raw", tmp_path)
    runs_topics.topic_tables(planted_matrix(40), asked)
    changed = runs_topics.topic_tables(planted_matrix(41), asked)
    assert len(fits) == 2
    alone = runs_topics.topic_tables(planted_matrix(41), settings("raw", tmp_path / "other"))
    pd.testing.assert_frame_equal(changed["topics"], alone["topics"])


def test_a_large_corpus_keeps_its_topics_until_a_twentieth_is_new(tmp_path, fits, monkeypatch):
    monkeypatch.setattr(runs_topics, "SMALL", 40)
    asked = settings("raw", tmp_path, topics=3)
    first = runs_topics.topic_tables(planted_matrix(40), asked)
    grown = runs_topics.topic_tables(planted_matrix(42), asked)
    assert len(fits) == 1
    pd.testing.assert_frame_equal(grown["topics"], first["topics"])
    assert grown["topic_drift"].iloc[0][["fitted", "added"]].tolist() == [40, 2]
    assert grown["topic_diagnostics"]["articles"].sum() == 42
    runs_topics.topic_tables(planted_matrix(43), asked)
    assert len(fits) == 2
    runs_topics.topic_tables(planted_matrix(43), asked.model_copy(update={"refit_topics": True}))
    assert len(fits) == 3


def test_a_damaged_model_is_fitted_again(tmp_path, fits):
    asked = settings("raw", tmp_path)
    runs_topics.topic_tables(planted_matrix(40), asked)
    runs_topics.model_path(asked).write_bytes(b"PK\x03\x04 half")
    runs_topics.topic_tables(planted_matrix(40), asked)
    assert len(fits) == 2


def test_a_corpus_without_words_has_no_topics(tmp_path):
    assert runs_topics.topic_tables(planted_matrix(1), settings("raw", tmp_path)) == {}
