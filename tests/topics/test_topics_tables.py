"""Prevalence, representative articles, the map, and the tables of a run."""

import numpy as np
import pandas as pd
import pytest
from planted_topics import planted

from wortwahl.errors import InputError
from wortwahl.topics import fit_topics, representative_articles, topic_map, topic_prevalence, topic_tables


@pytest.fixture(scope="module")
def corpus():
    return planted(articles=96, themes=4)


@pytest.fixture(scope="module")
def model(corpus):
    return fit_topics(corpus, n_topics=4, resamples=1)


def test_the_input_is_not_changed(corpus, model):
    before, topics = corpus.copy(deep=True), model.document_topics.copy(deep=True)
    topic_prevalence(model, corpus)
    representative_articles(model, corpus)
    topic_tables(model, corpus)
    pd.testing.assert_frame_equal(corpus, before)
    pd.testing.assert_frame_equal(model.document_topics, topics)


def test_prevalence_is_the_mean_share_of_a_group(corpus, model):
    table = topic_prevalence(model, corpus)
    assert list(table.columns) == [
        "outlet", "topic", "label", "articles", "stories", "share", "low", "high",
    ]  # fmt: skip
    expected = model.document_topics[(corpus["outlet"] == "Bote").to_numpy()].mean()
    bote = table[table["outlet"] == "Bote"].set_index("topic")
    np.testing.assert_allclose(bote["share"], expected, atol=1e-6)
    assert (bote["articles"] == (corpus["outlet"] == "Bote").sum()).all()
    assert table.groupby("outlet")["share"].sum().to_numpy() == pytest.approx([1, 1], abs=1e-5)
    assert ((table["low"] <= table["share"]) & (table["share"] <= table["high"])).all()


def test_prevalence_by_what_articles_use_counts_an_article_once_a_frame(corpus, model):
    ids = corpus["id"].tolist()
    uses = pd.DataFrame(
        {"article": [ids[0], ids[0], ids[0], ids[1]], "frame": ["war", "war", "operation", "war"]}
    )
    before = uses.copy()
    table = topic_prevalence(model, corpus, by="frame", uses=uses)
    pd.testing.assert_frame_equal(uses, before)
    counts = table.drop_duplicates("frame").set_index("frame")["articles"]
    assert counts.to_dict() == {"": len(ids) - 2, "operation": 1, "war": 2}
    war = table[table["frame"] == "war"].set_index("topic")["share"]
    np.testing.assert_allclose(war, model.document_topics.iloc[[0, 1]].mean(), atol=1e-6)
    both = topic_prevalence(model, corpus, by=["outlet", "frame"], uses=uses)
    assert both["articles"].sum() == 4 * (len(ids) + 1)
    with pytest.raises(InputError, match="frame"):
        topic_prevalence(model, corpus, by="frame")
    with pytest.raises(InputError, match="'id'"):
        topic_prevalence(model, corpus.drop(columns="id"), by="frame", uses=uses)


def test_prevalence_takes_periods_two_columns_and_all_together(corpus, model):
    assert topic_prevalence(model, corpus, by="month")["month"].nunique() == 6
    assert topic_prevalence(model, corpus, by="quarter")["quarter"].unique().tolist() == [
        "2022-Q1", "2022-Q2", "2022-Q3",
    ]  # fmt: skip
    both = topic_prevalence(model, corpus, by=["outlet", "theme"])
    assert len(both) == 2 * 4 * 4
    whole = topic_prevalence(model, corpus, by=None)
    assert whole["articles"].tolist() == [96] * 4
    assert "outlet" not in whole


def test_the_planted_group_has_the_planted_topic(corpus, model):
    table = topic_prevalence(model, corpus, by="theme")
    top = table.loc[table.groupby("theme")["share"].idxmax()]
    assert (top["low"] > 0.5).all()
    assert top["topic"].nunique() == 4


def test_intervals_are_the_same_for_the_same_seed_and_do_not_depend_on_other_groups(corpus, model):
    whole = topic_prevalence(model, corpus)
    bote = corpus[corpus["outlet"] == "Bote"]
    pd.testing.assert_frame_equal(
        whole[whole["outlet"] == "Bote"].reset_index(drop=True), topic_prevalence(model, bote)
    )
    assert not topic_prevalence(model, corpus, seed=2)["low"].equals(whole["low"])


def test_copies_of_one_story_make_no_interval(corpus, model):
    copies = corpus.assign(story="s1")
    table = topic_prevalence(model, copies)
    assert (table["stories"] == 1).all()
    assert table["low"].isna().all()
    assert table["share"].notna().all()


def test_the_interval_covers_the_share_of_the_whole_as_often_as_it_says():
    # Of 60 samples of 40 of 400 articles the 95 % interval should miss about three.
    corpus = planted(articles=400, themes=2, own=6, common=8)
    model = fit_topics(corpus, n_topics=2, resamples=0)
    truth = model.document_topics[1].mean()
    generator = np.random.default_rng(0)
    inside = 0
    for _ in range(60):
        sample = corpus.iloc[np.sort(generator.choice(400, 40, replace=False))]
        row = topic_prevalence(model, sample, by=None, resamples=200).iloc[0]
        inside += row["low"] <= truth <= row["high"]
    assert 52 <= inside <= 60


@pytest.mark.parametrize(
    "parameters",
    [{"by": "ressort"}, {"by": "topic"}, {"level": 1.5}, {"resamples": 0}, {"minimum_stories": 0}],
)
def test_what_cannot_be_asked_is_an_input_error(corpus, model, parameters):
    with pytest.raises(InputError):
        topic_prevalence(model, corpus, **parameters)


def test_articles_that_the_model_does_not_know_are_an_input_error(corpus, model):
    with pytest.raises(InputError, match=r"model\.transform"):
        topic_prevalence(model, corpus.assign(id="fremd"))
    with pytest.raises(InputError):
        representative_articles(model, corpus.assign(id="fremd"))


def test_representative_articles_are_those_with_the_largest_share(corpus, model):
    table = representative_articles(model, corpus, n=2)
    assert list(table.columns) == ["topic", "article", "title", "outlet", "date", "share"]
    assert table["topic"].tolist() == [1, 1, 2, 2, 3, 3, 4, 4]
    themes = corpus.set_index("id")["theme"]
    assert (themes[table["article"]].to_numpy().reshape(4, 2)[:, 0] == themes[table["article"]][1::2]).all()
    assert (table["share"] > 0.7).all()


def test_a_story_that_many_carry_stands_there_once(corpus, model):
    first = representative_articles(model, corpus, n=3)
    ids = first.loc[first["topic"] == 1, "article"].tolist()
    copies = corpus.assign(story=corpus["story"].where(~corpus["id"].isin(ids), "s1"))
    again = representative_articles(model, copies, n=3)
    assert set(again.loc[again["topic"] == 1, "article"]) & set(ids) == {ids[0]}


def test_a_text_column_is_not_needed(corpus, model):
    bare = corpus[["id", "outlet"]]
    assert list(representative_articles(model, bare, n=1).columns) == ["topic", "article", "outlet", "share"]
    assert len(topic_prevalence(model, bare)) == 8


def test_the_map_keeps_distances(model):
    table = topic_map(model)
    assert list(table.columns) == ["topic", "label", "x", "y", "prevalence"]
    assert table["prevalence"].sum() == pytest.approx(1, abs=1e-5)
    assert table[["x", "y"]].mean().to_numpy() == pytest.approx([0, 0], abs=1e-5)
    three = fit_topics(planted(articles=60, themes=3), n_topics=3, resamples=0)
    # Three points lie in a plane: the map shows their Hellinger distances exactly.
    roots = np.sqrt(three.components / three.components.sum(axis=1, keepdims=True))
    places = topic_map(three)[["x", "y"]].to_numpy()
    for a, b in [(0, 1), (0, 2), (1, 2)]:
        hellinger = np.linalg.norm(roots[a] - roots[b]) / np.sqrt(2)
        assert np.linalg.norm(places[a] - places[b]) == pytest.approx(hellinger, abs=1e-4)
        assert hellinger > 0.6


def test_a_map_of_one_topic_is_a_point():
    model = fit_topics(planted(articles=20, themes=2), n_topics=1, resamples=0)
    assert topic_map(model)[["x", "y"]].values.tolist() == [[0, 0]]


def test_the_tables_of_a_run(corpus, model):
    tables = topic_tables(model, corpus)
    assert {name: list(table.columns) for name, table in tables.items()} == {
        "topics": ["topic", "label", "rank", "term", "weight"],
        "topic_shares": ["outlet", "topic", "share", "low", "high"],
        "topic_months": ["month", "topic", "share"],
        "topic_diagnostics": [
            "topic", "label", "articles", "coherence", "exclusivity", "stability", "readable",
        ],
        "topic_map": ["topic", "label", "x", "y", "prevalence", "readable"],
    }  # fmt: skip
    assert len(tables["topic_months"]) == 6 * 4


def test_a_date_without_a_month_goes_to_unknown(corpus, model):
    year = corpus.assign(date_precision=["year", *corpus["date_precision"][1:]])
    assert "unknown" in set(topic_tables(model, year)["topic_months"]["month"])
