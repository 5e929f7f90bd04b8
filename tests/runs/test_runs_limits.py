import pandas as pd
import pytest

from wortwahl import concordance
from wortwahl.corpus.schema import article_table
from wortwahl.runs.limits import own, running_text, within_limits, without_running_text, without_texts

TEASER = "Wer am Morgen durch die Stadt geht, sieht den Krieg nicht gleich."


@pytest.fixture
def articles():
    table = article_table([{"id": "a", "text": "Ein Text."}, {"id": "b", "text": "Noch ein Text."}])
    return table.assign(party=["SPD", "Bündnis 90/Die Grünen"], teaser=["", TEASER], license=["own", ""])


def test_the_tables_are_not_changed(articles):
    before = articles.copy()
    without_texts(articles)
    without_running_text(articles)
    pd.testing.assert_frame_equal(articles, before)


def test_a_column_of_labels_stays_and_one_of_sentences_goes(articles):
    assert running_text(articles) == ["teaser"]
    assert running_text(articles.assign(teaser=["", None])) == []
    assert running_text(articles.assign(length=[1.5, 2])) == ["teaser"]


def test_ones_own_articles_are_exempt(articles):
    mine = articles.assign(license="own")
    assert own(mine).all()
    assert running_text(mine) == []
    assert without_texts(mine)["text"].tolist() == ["Ein Text.", "Noch ein Text."]
    assert without_texts(articles)["text"].tolist() == ["Ein Text.", ""]
    assert without_texts(articles.drop(columns="license"))["text"].tolist() == ["", ""]
    assert not own(articles.assign(license=["OWN ", None])).any()


def test_a_concordance_shows_at_most_the_budget_of_an_article():
    text = " ".join(f"Wort{number} Krieg" for number in range(100))
    corpus = article_table([{"id": "a", "text": text}])
    lines = concordance(corpus, "Krieg", voice=False)
    shown = within_limits(lines, corpus)
    assert len(shown) == len(lines) == 100
    assert shown["match"].tolist() == lines["match"].tolist()
    words = (shown["left"] + " " + shown["right"]).str.split().map(len)
    assert 0 < words.sum() <= 60
    whole = within_limits(lines, corpus.assign(license="own"))
    pd.testing.assert_frame_equal(whole, lines)
