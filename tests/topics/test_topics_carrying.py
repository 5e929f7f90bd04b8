"""Topics carried to a corpus that has changed since they were fitted."""

import numpy as np
import pandas as pd
import pytest
from planted_topics import planted

from wortwahl.errors import InputError
from wortwahl.terms import document_term_matrix
from wortwahl.topics import carry_topics, change_since_fit, fit_topics


@pytest.fixture(scope="module")
def corpus():
    return planted(articles=96, themes=4)


@pytest.fixture(scope="module")
def model(corpus):
    return fit_topics(document_term_matrix(corpus.head(80)), n_topics=4, resamples=1)


def test_neither_model_nor_matrix_is_changed(corpus, model):
    matrix = document_term_matrix(corpus)
    shares, counts = model.document_topics.copy(deep=True), matrix.counts.copy()
    carry_topics(model, matrix)
    pd.testing.assert_frame_equal(model.document_topics, shares)
    assert (matrix.counts != counts).nnz == 0


def test_old_articles_keep_their_shares_and_new_ones_are_transformed(corpus, model):
    shuffled = corpus.sample(frac=1, random_state=1).iloc[:90]
    carried = carry_topics(model, document_term_matrix(shuffled))
    assert carried.document_topics.index.tolist() == shuffled["id"].tolist()
    old = shuffled["id"].isin(corpus["id"].head(80))
    expected = pd.concat([model.document_topics, model.transform(corpus.tail(16))]).loc[shuffled["id"]]
    np.testing.assert_array_equal(carried.document_topics, expected)
    assert old.sum() + (~old).sum() == 90 and carried.diagnostics["articles"].sum() == 90
    pd.testing.assert_frame_equal(carried.topics, model.topics)


def test_the_change_is_counted(corpus, model):
    change = change_since_fit(model, document_term_matrix(corpus.tail(90))).iloc[0]
    assert change[["fitted", "added", "gone"]].tolist() == [80, 16, 6]
    assert 0 <= change["unknown_share"] <= 1
    same = change_since_fit(model, document_term_matrix(corpus.head(80))).iloc[0]
    assert same[["added", "gone"]].tolist() == [0, 0] and np.isnan(same["unknown_share"])


def test_articles_need_an_id(corpus, model):
    with pytest.raises(InputError, match="id"):
        carry_topics(model, document_term_matrix(corpus.drop(columns="id")))
