"""Which words topics are made of, and their weights."""

import pandas as pd
from planted_topics import planted

from wortwahl.terms.matrix import document_term_matrix
from wortwahl.topics.words import choose_words, known_words


def words_of(texts, outlets=None, **parameters):
    corpus = pd.DataFrame({"title": "", "text": texts})
    if outlets is not None:
        corpus["outlet"] = outlets
    return choose_words(document_term_matrix(corpus), **parameters)


def test_the_input_is_not_changed():
    corpus = pd.DataFrame({"title": "", "text": ["Ernte und Regen"] * 2 + ["Sturm"] * 3, "outlet": "A"})
    matrix = document_term_matrix(corpus)
    before = (matrix.counts.toarray().copy(), matrix.vocabulary.copy(), matrix.articles.copy(deep=True))
    choose_words(matrix)
    assert (matrix.counts.toarray() == before[0]).all()
    assert matrix.vocabulary.equals(before[1])
    pd.testing.assert_frame_equal(matrix.articles, before[2])


def test_function_words_short_words_and_words_with_digits_go():
    words = words_of(["Der EU-Gipfel, die EU und das G7-Treffen, ob Öl oder Ölpreis"] * 2 + ["Haus"] * 3)
    assert words.vocabulary.tolist() == ["EU-Gipfel", "Ölpreis"]


def test_rare_and_common_words_go():
    texts = ["Ernte Regen"] * 2 + ["Ernte Feld"] + ["Sturm Ernte"] * 2 + ["Sturm"]
    assert words_of(texts).vocabulary.tolist() == ["Regen", "Sturm"]
    assert words_of(texts, maximum_share=1.0).vocabulary.tolist() == ["Ernte", "Regen", "Sturm"]
    assert words_of(texts, minimum_articles=1).vocabulary.tolist() == ["Feld", "Regen", "Sturm"]
    assert words_of(texts, max_terms=1).vocabulary.tolist() == ["Sturm"]


def test_what_went_is_counted_as_unknown():
    words = words_of(["Ernte und Ernte, Regen"] * 2 + ["Sturm Frost"] * 2 + ["Nebel"])
    assert words.vocabulary.tolist() == ["Ernte", "Frost", "Regen", "Sturm"]
    assert words.unknown.tolist() == [0, 0, 0, 0, 1]


def test_terms_that_differ_in_case_are_one_word_as_it_is_written_most_often():
    words = words_of(["UKRAINE Öl-Embargo", "Ukraine ÖL-EMBARGO", "Ukraine", "Haus", "Haus", "Haus"])
    assert "Ukraine" in words.vocabulary
    assert "UKRAINE" not in words.vocabulary
    column = words.vocabulary.get_loc("Ukraine")
    assert words.counts.toarray()[:, column].tolist() == [1, 1, 1, 0, 0, 0]


def test_a_habit_goes_from_the_outlet_that_has_it_only():
    # Kompass is a habit of outlet A; in B it is a word. Krise is frequent in both, and stays in both.
    a = [f"Kompass {word}" for word in ["Ernte Krise", "Krise Regen", "Krise Sturm"] * 40]
    b = ["Kompass Ernte"] * 2 + ["Regen Krise", "Krise Sturm", "Ernte"] * 40
    words = words_of(a + b, ["A"] * len(a) + ["B"] * len(b), maximum_share=0.9)
    counts = pd.DataFrame(words.counts.toarray(), columns=words.vocabulary)
    assert counts["Kompass"].iloc[: len(a)].sum() == 0
    assert counts["Kompass"].iloc[len(a) :].sum() == 2
    assert counts["Krise"].iloc[: len(a)].sum() == len(a)


FORMULA = "Lesen Sie weiter: Endgerät, Abonnement, Newsletter, Gutschein, Prämie."


def test_words_that_come_as_one_block_in_articles_about_other_things_are_a_formula():
    corpus = planted(articles=80, themes=4)
    advertised = corpus.assign(text=[f"{t} {FORMULA}" if i % 3 else t for i, t in enumerate(corpus["text"])])
    words = choose_words(document_term_matrix(advertised))
    assert not {"Endgerät", "Abonnement", "Newsletter", "Gutschein", "Prämie"} & set(words.vocabulary)
    assert "Ernte" in words.vocabulary


def test_words_that_are_most_of_their_articles_are_no_formula():
    words = words_of(["Ernte Bauer Feld Acker Traktor Hof"] * 20 + ["Regen Sturm Wolke Nebel Frost Böe"] * 20)
    assert len(words.vocabulary) == 12


def test_known_words_finds_them_in_any_case_and_ignores_others():
    corpus = pd.DataFrame({"title": ["ÄRZTIN"], "text": ["Die Ärztin, zwei Ärztinnen, ein Quasar"]})
    words = known_words(document_term_matrix(corpus), pd.Index(["Ernte", "Ärztin"]))
    assert words.counts.toarray().tolist() == [[0, 3]]
    assert words.unknown.tolist() == [1]
