"""Collocates counted by hand, and against nltk and scipy."""

import math

import numpy as np
import pandas as pd
import pytest
from nltk.collocations import BigramCollocationFinder
from nltk.metrics.association import BigramAssocMeasures
from scipy.stats import chi2_contingency

from wortwahl.errors import InputError
from wortwahl.terms import collocates, document_term_matrix


def corpus(*texts: str) -> pd.DataFrame:
    return pd.DataFrame({"title": "", "text": list(texts)})


# 15 words; the term twice, so that 13 others are left.
TWO = corpus("Der brutale Krieg, der blutige Krieg: brutal. Ein brutaler Frieden und Abend. Der Abend kam.")


def of_word(table: pd.DataFrame, word: str) -> pd.Series:
    return table.set_index("collocate").loc[word]


def test_input_unchanged():
    before = TWO.copy(deep=True)
    collocates(TWO, "Krieg")
    pd.testing.assert_frame_equal(TWO, before)


def test_by_hand():
    # Der brutale KRIEG der blutige KRIEG brutal Ein. A window of 2:
    # Der, brutale, der, blutige, brutal, Ein.
    table = collocates(TWO, "Krieg", window=2, minimum_count=1, stop_words=True)
    assert dict(zip(table["collocate"], table["count"], strict=True)) == {
        "brutal": 2, "der": 2, "blutig": 1, "ein": 1,
    }  # fmt: skip
    brutal = of_word(table, "brutal")
    assert brutal[["left", "right", "articles", "frequency", "term_frequency"]].tolist() == [1, 1, 1, 3, 2]
    assert brutal[["near", "words"]].tolist() == [6, 13]
    assert brutal["expected"] == pytest.approx(3 * 6 / 13)
    assert brutal["log_dice"] == pytest.approx(14 + math.log2(2 * 2 / (2 + 3)))
    assert brutal["mi"] == pytest.approx(math.log2(2 / (18 / 13)))
    assert brutal["mi3"] == pytest.approx(math.log2(2**3 / (18 / 13)))
    assert brutal["t"] == pytest.approx((2 - 18 / 13) / math.sqrt(2))
    cells = [[2, 4], [1, 6]]
    g2 = chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
    assert brutal["g2"] == pytest.approx(g2, abs=1e-6)


def test_a_word_between_two_uses_counts_once_and_goes_to_the_nearer():
    between = corpus("Krieg Abend Wetter Garten Krieg", "Krieg Fenster Tisch Krieg")
    table = collocates(between, "Krieg", window=5, minimum_count=1)
    sides = table.set_index("collocate")[["left", "right"]].T.to_dict("list")
    # "Wetter" is as near to one as to the other.
    assert sides == {
        "Abend": [0, 1], "Wetter": [1, 0], "Garten": [1, 0], "Fenster": [0, 1], "Tisch": [1, 0],
    }  # fmt: skip


def test_neighbours_against_nltk():
    rng = np.random.default_rng(3)
    nouns = ["Krieg", "Wetter", "Abend", "Fenster", "Garten"]
    words = rng.choice(nouns, size=400, p=[0.1, 0.4, 0.3, 0.1, 0.1]).tolist()
    ours = collocates(corpus(" ".join(words)), "Krieg", window=1, minimum_count=1)
    finder = BigramCollocationFinder.from_words(words)
    pairs = finder.ngram_fd
    for row in ours.itertuples():
        right = pairs[("Krieg", row.collocate)]
        left = pairs[(row.collocate, "Krieg")]
        between = sum(words[i : i + 3] == ["Krieg", row.collocate, "Krieg"] for i in range(len(words)))
        assert row[2] == left + right - between
        assert row.mi == pytest.approx(BigramAssocMeasures.pmi(row[2], (row.frequency, row.near), row.words))


def test_sentences_as_the_unit():
    text = "Der Krieg begann am Morgen. Niemand kam. Am Abend endete der Krieg."
    table = collocates(corpus(text), "Krieg", unit="sentence", minimum_count=1)
    assert sorted(table["collocate"]) == ["Abend", "Morgen", "beginnen", "enden"]
    assert of_word(table, "Morgen")["near"] == 8
    assert of_word(table, "Abend")["left"] == 1


def test_forms_of_the_term_phrases_and_patterns():
    text = "Des Krieges Ende. Die Kriege dauern. Der Ukrainekrieg bleibt."
    assert collocates(corpus(text), "Krieg", minimum_count=1)["term_frequency"].unique().tolist() == [2]
    assert collocates(corpus(text), "*krieg", minimum_count=1)["term_frequency"].unique().tolist() == [3]
    phrase = collocates(corpus("Die russischen Truppen ziehen ab."), "russische Truppe", minimum_count=1)
    assert phrase[["collocate", "term_frequency", "words"]].to_numpy().tolist() == [["ziehen", 1, 3]]


def test_a_genitive_is_counted_with_its_name():
    table = collocates(
        corpus("Russlands Krieg. Krieg, Russland. Russland, Russland."), "Krieg", 1, minimum_count=1
    )
    assert of_word(table, "Russland")[["count", "frequency"]].tolist() == [2, 4]
    assert "Russlands" not in set(table["collocate"])


def test_title_and_text_do_not_touch():
    apart = pd.DataFrame({"title": ["Der Krieg"], "text": ["Wetter am Abend."]})
    assert "Wetter" not in set(collocates(apart, "Krieg", minimum_count=1)["collocate"])


def test_an_address_is_no_neighbour():
    table = collocates(corpus("Krieg https://www.bund.de Frieden"), "Krieg", window=1, minimum_count=1)
    assert table["collocate"].tolist() == ["Frieden"]


def test_measures_in_the_order_that_was_asked_for():
    table = collocates(TWO, "Krieg", minimum_count=1, measures=["t", "mi"])
    assert table.columns[:5].tolist() == ["collocate", "count", "expected", "t", "mi"]
    assert table["t"].is_monotonic_decreasing
    assert "g2" not in table.columns


def test_a_matrix_saves_time_and_gives_the_same():
    pd.testing.assert_frame_equal(
        collocates(TWO, "Krieg", matrix=document_term_matrix(TWO)), collocates(TWO, "Krieg")
    )


def test_a_term_that_is_not_there():
    for articles in (TWO, corpus(), corpus("")):
        table = collocates(articles, "Überfall")
        assert len(table) == 0
        assert table.columns[:3].tolist() == ["collocate", "count", "expected"]


def test_a_corpus_of_the_term_alone():
    assert len(collocates(corpus("Krieg Krieg Kriege"), "Krieg", minimum_count=1)) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"window": 0},
        {"unit": "paragraph"},
        {"measures": ["dice"]},
        {"measures": []},
        {"minimum_count": 0},
        {"fields": ["lead"]},
        {"term": " "},
        {"term": "*"},
        {"matrix": document_term_matrix(corpus("Krieg", "Krieg"))},
        {"matrix": document_term_matrix(corpus("Wetter"))},
        {"matrix": document_term_matrix(TWO, ["title"])},
        {"corpus": document_term_matrix(TWO)},
    ],
)
def test_wrong_parameters(wrong):
    with pytest.raises(InputError):
        collocates(**{"corpus": TWO, "term": "Krieg", **wrong})
