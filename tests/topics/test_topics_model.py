"""Fitting topics: the planted ones are found, the same ones always, and carried to other articles."""

import numpy as np
import pandas as pd
import pytest
from planted_topics import THEMES, planted
from sklearn.metrics import v_measure_score

from wortwahl.errors import InputError
from wortwahl.language.lemmas import lemmas
from wortwahl.terms.matrix import document_term_matrix
from wortwahl.topics import fit_topics, load_topics, save_topics


@pytest.fixture(scope="module")
def corpus():
    return planted()


@pytest.fixture(scope="module")
def model(corpus):
    return fit_topics(corpus, n_topics=8)


def test_the_input_is_not_changed(corpus):
    before = corpus.copy(deep=True)
    model = fit_topics(corpus, n_topics=3, resamples=1)
    model.transform(corpus)
    pd.testing.assert_frame_equal(corpus, before)


def test_planted_topics_are_found(corpus, model):
    found = model.document_topics.to_numpy().argmax(axis=1)
    assert v_measure_score(corpus["theme"], found) == pytest.approx(1)
    themes = [{lemma.lower() for lemma in lemmas(words.split()).values()} for words in THEMES.values()]
    for _, rows in model.topics[model.topics["rank"] <= 10].groupby("topic"):
        assert set(rows["term"].str.lower()) in [set(rows["term"].str.lower()) & theme for theme in themes]


def test_tables_have_the_columns_of_the_contract(corpus, model):
    assert list(model.topics.columns) == ["topic", "rank", "term", "weight"]
    assert model.document_topics.index.tolist() == corpus["id"].tolist()
    assert model.document_topics.columns.tolist() == list(range(1, 9))
    assert list(model.diagnostics.columns) == [
        "topic", "label", "articles", "coherence", "exclusivity", "stability", "readable",
    ]  # fmt: skip
    assert model.diagnostics["articles"].sum() == len(corpus)
    first = model.topics[model.topics["rank"] == 1]["weight"].to_numpy()
    second = model.topics[model.topics["rank"] == 2]["weight"].to_numpy()
    assert (first >= second).all()
    assert all(label.count(", ") == 2 for label in model.labels["label"])


def test_the_largest_topic_comes_first(model):
    size = model.document_topics.mean().to_numpy()
    assert (np.diff(size) <= 1e-6).all()


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_rows_sum_to_one(corpus, method):
    shares = fit_topics(corpus, n_topics=5, method=method, resamples=0).document_topics
    assert (shares.to_numpy() >= 0).all()
    assert shares.sum(axis=1).to_numpy() == pytest.approx(np.ones(len(corpus)), abs=1e-6)


def test_the_topics_are_the_same_for_every_seed(corpus, model):
    other = fit_topics(corpus, n_topics=8, seed=99, resamples=0)
    pd.testing.assert_frame_equal(model.topics, other.topics)
    pd.testing.assert_frame_equal(model.document_topics, other.document_topics)


def test_everything_is_the_same_for_the_same_seed(corpus):
    one, two = (fit_topics(corpus, n_topics=4, seed=5, method="lda", resamples=2) for _ in range(2))
    pd.testing.assert_frame_equal(one.topics, two.topics)
    pd.testing.assert_frame_equal(one.diagnostics, two.diagnostics)


def test_the_order_of_the_articles_does_not_change_the_topics(corpus, model):
    turned = fit_topics(corpus.iloc[::-1].reset_index(drop=True), n_topics=8, resamples=0)
    sets = [
        {frozenset(rows["term"]) for _, rows in m.topics[m.topics["rank"] <= 5].groupby("topic")}
        for m in (model, turned)
    ]
    assert sets[0] == sets[1]


def test_a_matrix_gives_the_same_as_its_corpus(corpus, model):
    other = fit_topics(document_term_matrix(corpus), n_topics=8, resamples=0)
    pd.testing.assert_frame_equal(model.document_topics, other.document_topics)


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_transform_gives_the_articles_of_the_fit_their_shares_again(corpus, method):
    model = fit_topics(corpus, n_topics=6, method=method, resamples=0)
    pd.testing.assert_frame_equal(model.transform(corpus), model.document_topics, atol=1e-6)


def test_an_article_gets_the_same_shares_whatever_stands_beside_it(corpus, model):
    one = model.transform(corpus.iloc[[17]])
    pd.testing.assert_frame_equal(one, model.document_topics.iloc[[17]], atol=1e-9)


def test_new_articles_get_the_topic_of_their_words(model):
    new = pd.DataFrame(
        {"id": ["neu"], "title": ["Neue Impfungen"], "text": ["Die Ärztinnen der Klinik impften Patienten."]}
    )
    topic = model.transform(new).loc["neu"].idxmax()
    assert "Klinik" in set(model.topics[model.topics["topic"] == topic]["term"])


def test_unknown_words_are_ignored_and_counted(model):
    new = pd.DataFrame(
        {
            "id": ["bekannt", "halb", "fremd", "leer"],
            "title": "",
            "text": ["Regen, Sturm!", "Der Regen, ein Quasar.", "Quasare und Pulsare", ""],
        }
    )
    shares = model.transform(new)
    np.testing.assert_allclose(shares.loc["halb"], shares.loc[["bekannt"]].iloc[0], atol=0.6)
    assert (shares.loc["fremd"] == shares.loc["fremd"].iloc[0]).all()
    assert shares.sum(axis=1).to_numpy() == pytest.approx(np.ones(4), abs=1e-6)
    drift = model.drift(new)
    assert drift["unknown"].tolist() == [0, 1, 2, 0]
    assert drift.loc["halb", "unknown_share"] == 0.5
    assert np.isnan(drift.loc["leer", "unknown_share"])
    assert (drift["at_fit"] == model.settings["unknown"]).all()


def test_capitals_and_inflection_make_no_new_word(model):
    plain = pd.DataFrame({"id": ["x"], "title": "", "text": ["Ärztin Richter"]})
    shouted = pd.DataFrame({"id": ["x"], "title": "", "text": ["ÄRZTIN Richters"]})
    pd.testing.assert_frame_equal(model.transform(plain), model.transform(shouted))


def test_sixty_short_articles_are_enough():
    corpus = planted(articles=60, themes=6, own=10, common=10)
    model = fit_topics(corpus, n_topics=6)
    found = model.document_topics.to_numpy().argmax(axis=1)
    assert v_measure_score(corpus["theme"], found) > 0.95
    assert model.diagnostics["readable"].all()


def test_there_are_never_more_topics_than_articles():
    corpus = planted(articles=4, themes=2)
    model = fit_topics(corpus, n_topics=20)
    assert 1 <= model.settings["n_topics"] <= 4
    assert model.settings["asked"] == 20
    assert model.document_topics.shape == (4, model.settings["n_topics"])


def test_articles_that_share_no_word_still_get_topics():
    corpus = pd.DataFrame({"title": "", "text": ["Überfall", "Ernte", "Regen"]})
    assert len(fit_topics(corpus, n_topics=2).labels) == 2


def test_articles_without_a_word_get_the_same_share_of_every_topic():
    corpus = pd.concat(
        [planted(articles=20, themes=2), pd.DataFrame({"id": ["leer"], "title": [""], "text": ["Und nun?"]})]
    )
    model = fit_topics(corpus, n_topics=2, resamples=2)
    assert model.document_topics.loc["leer"].tolist() == [0.5, 0.5]
    assert model.strength["leer"] == 0
    assert model.diagnostics["articles"].sum() == 20


@pytest.mark.parametrize(
    ("corpus", "parameters"),
    [
        (pd.DataFrame({"title": ["Eins"], "text": ["Nur ein Artikel"]}), {}),
        (pd.DataFrame({"title": [""] * 3, "text": ["und", "oder 2022", ""]}), {}),
        (pd.DataFrame({"title": [], "text": []}), {}),
        (planted(10), {"n_topics": 0}),
        (planted(10), {"n_topics": 2.5}),
        (planted(10), {"method": "kmeans"}),
        (planted(10), {"maximum_share": 0}),
        (planted(10), {"minimum_articles": 0}),
        (planted(10), {"minimum_articles": 11}),
        (planted(10), {"max_terms": 0}),
        (planted(10), {"seed": -1}),
        (planted(10), {"resamples": -1}),
        (planted(10).drop(columns="text"), {}),
        (["kein Tisch"], {}),
    ],
)
def test_what_cannot_be_fitted_is_an_input_error(corpus, parameters):
    with pytest.raises(InputError):
        fit_topics(corpus, **parameters)


@pytest.mark.parametrize("method", ["nmf", "lda"])
def test_a_saved_model_is_the_same_model(corpus, method, tmp_path):
    model = fit_topics(corpus, n_topics=5, method=method, resamples=1)
    save_topics(model, tmp_path / "topics.npz")
    again = load_topics(tmp_path / "topics.npz")
    for name in ("topics", "labels", "document_topics", "diagnostics"):
        pd.testing.assert_frame_equal(getattr(again, name), getattr(model, name))
    pd.testing.assert_series_equal(again.strength, model.strength)
    assert again.settings == model.settings
    pd.testing.assert_frame_equal(again.transform(corpus), model.transform(corpus))


def test_the_same_model_gives_the_same_bytes(corpus, tmp_path):
    for name in ("one", "two"):
        save_topics(fit_topics(corpus, n_topics=5, resamples=1), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_is_no_model_is_an_input_error(tmp_path):
    (tmp_path / "kaputt.npz").write_bytes(b"PK\x03\x04 nicht")
    np.savez(tmp_path / "anders.npz", a=np.zeros(2))
    np.savez(tmp_path / "pickle.npz", settings=np.array([{"a": 1}], dtype=object))
    for name in ("kaputt.npz", "anders.npz", "pickle.npz", "fehlt.npz"):
        with pytest.raises(InputError):
            load_topics(tmp_path / name)
