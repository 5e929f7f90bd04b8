"""Weights, neighbours and the factorisation, against formulas written out and other implementations."""

import numpy as np
import pytest
from scipy import sparse
from sklearn.decomposition import non_negative_factorization

from wortwahl.topics import nmf
from wortwahl.topics.factors import prepare, project
from wortwahl.topics.weights import Neighbours, Smoothed, neighbours_of, weighting_of


@pytest.fixture(scope="module")
def counts():
    generator = np.random.default_rng(0)
    rates = generator.gamma(0.2, 2, (4, 60))
    rows = generator.poisson(rates[np.arange(80) % 4])
    return sparse.csr_array(rows.astype(np.int32))


def test_weights_are_bm25_written_out():
    counts = np.array([[2, 1, 0], [0, 1, 0], [0, 0, 3], [0, 0, 0]])
    weighting = weighting_of(sparse.csr_array(counts))
    # Three articles have words, 7 in all.
    assert weighting.mean_length == pytest.approx(7 / 3)
    rarity = [np.log(1 + 3.5 / 1.5), np.log(1 + 2.5 / 2.5), np.log(1 + 3.5 / 1.5)]
    assert weighting.rarity == pytest.approx(rarity)
    table = weighting.weigh(sparse.csr_array(counts)).toarray()
    length = 1.2 * (0.25 + 0.75 * 3 / (7 / 3))
    first = np.array([rarity[0] * 2 / (2 + length), rarity[1] * 1 / (1 + length), 0])
    assert table[0] == pytest.approx(first / np.linalg.norm(first))
    assert table[1:].tolist() == [[0, 1, 0], [0, 0, 1], [0, 0, 0]]


def test_neighbours_are_the_nearest_by_cosine(counts):
    table = weighting_of(counts).weigh(counts)
    near = neighbours_of(table, 5)
    cosine = (table @ table.T).toarray()
    np.fill_diagonal(cosine, -1)
    assert near.rows[:, 0].tolist() == cosine.argmax(axis=1).tolist()
    assert near.nearness[:, 0] == pytest.approx(cosine.max(axis=1))
    assert (np.diff(near.nearness, axis=1) <= 0).all()
    assert (near.rows != np.arange(80)[:, None]).all()


def test_an_article_that_shares_no_word_has_no_neighbour():
    table = sparse.csr_array(np.array([[1.0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 0]]))
    assert neighbours_of(table).rows.tolist() == [[1, -1, -1], [0, -1, -1], [-1] * 3, [-1] * 3]


def test_neighbours_among_some_articles_are_those_that_are_left():
    near = Neighbours(np.array([[1, 2], [2, 0], [0, -1]]), np.array([[0.9, 0.5], [0.8, 0.7], [0.4, 0]]))
    part = near.among(np.array([0, 2]))
    assert part.graph().toarray().tolist() == [[0, 1], [1, 0]]
    assert near.graph(1).toarray().tolist() == [[0, 1, 0], [0, 0, 1], [1, 0, 0]]


def test_the_smoothed_table_is_what_its_products_say(counts):
    table = weighting_of(counts).weigh(counts)
    near = neighbours_of(table)
    whole = table.toarray() + 0.5 * near.graph(10).toarray() @ table.toarray()
    whole /= np.maximum(np.linalg.norm(whole, axis=1, keepdims=True), 1e-300)
    smoothed = Smoothed(table, near.graph())
    assert smoothed.times(np.eye(60)) == pytest.approx(whole)
    assert smoothed.turned_times(np.eye(80)) == pytest.approx(whole.T)
    assert smoothed.squares == pytest.approx((whole**2).sum())


def test_the_factorisation_is_as_good_as_that_of_scikit_learn(counts):
    table = weighting_of(counts).weigh(counts)
    dense = table.toarray()
    topics = nmf.factorise(Smoothed(table), 4, 1e-9)
    # Both with the best weights for their topics.
    errors = []
    for found in (topics, non_negative_factorization(dense, n_components=4, init="nndsvd", max_iter=2000)[1]):
        weights = non_negative_factorization(dense, H=found, n_components=4, update_H=False, tol=1e-9)[0]
        errors.append(((dense - weights @ found) ** 2).sum())
    assert errors[0] <= errors[1] * 1.001


def test_large_tables_start_from_the_same_singular_vectors_as_small_ones(counts, monkeypatch):
    table = Smoothed(weighting_of(counts).weigh(counts))
    _, values, right = nmf._singular(table, 3)
    monkeypatch.setattr(nmf, "_SMALL", 0)
    _, other, turned = nmf._singular(table, 3)
    assert other == pytest.approx(values, rel=1e-4)
    assert np.abs((right * turned).sum(axis=0)) == pytest.approx(np.ones(3), abs=1e-3)


def test_shares_are_those_of_the_mixture():
    components = np.array([[1.0, 0, 0], [0, 0.6, 0.8]])
    counts = sparse.csr_array(np.array([[5, 0, 0], [0, 0, 0], [1, 1, 1]]))
    weighting = weighting_of(counts)
    shares, strength = project(counts, components, weighting, "nmf")
    assert shares[0].tolist() == [1, 0]
    assert shares[1].tolist() == [0.5, 0.5]
    assert strength[:2] == pytest.approx([1, 0])
    row = weighting.weigh(counts).toarray()[2]
    weights = np.array([row[0], 0.6 * row[1] + 0.8 * row[2]])
    assert shares[2] == pytest.approx(weights / weights.sum(), abs=1e-6)


def test_two_equal_topics_are_no_error(counts):
    prepared = prepare(counts, "nmf")
    components = np.tile(np.full(60, 60**-0.5), (2, 1))
    shares, _ = project(counts, components, prepared.weighting, "nmf")
    assert shares.sum(axis=1) == pytest.approx(np.ones(80))
