"""Multiword terms kept whole: in all forms, the longest, and no word counted twice."""

import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.framing import Codebook
from wortwahl.terms import combine, count_terms, document_term_matrix, join_genitives

OPERATION = "militärische Spezialoperation"


def counts(matrix, row=0):
    values = matrix.counts.toarray()[row]
    return {term: int(n) for term, n in zip(matrix.vocabulary, values, strict=True) if n}


def corpus(*texts, title=""):
    return pd.DataFrame({"title": title, "text": list(texts)})


def test_input_unchanged():
    articles = corpus("Die militärische Spezialoperation.")
    before = articles.copy(deep=True)
    document_term_matrix(articles, phrases=[OPERATION])
    pd.testing.assert_frame_equal(articles, before)


def test_all_forms_are_one_term_and_its_words_are_not_counted_again():
    text = "Die „militärische\nSpezialoperation“, der militärischen Spezialoperationen; militärische Lage."
    matrix = document_term_matrix(corpus(text), phrases=[OPERATION])
    assert counts(matrix) == {OPERATION: 2, "der": 2, "militärisch": 1, "Lage": 1}
    # As many words as without phrases: rates stay what they were.
    assert matrix.words.tolist() == document_term_matrix(corpus(text)).words.tolist() == [8]


def test_what_is_known_of_an_article_stays():
    matrix = document_term_matrix(corpus("", title=OPERATION), phrases=[OPERATION])
    assert matrix.articles["title"].tolist() == [OPERATION]


def test_the_longest_wins():
    phrases = ["Krieg gegen Russland", "der Krieg gegen Russland", "Krieg gegen"]
    matrix = document_term_matrix(corpus("Der Krieg gegen Russland. Ein Krieg gegen alle."), phrases=phrases)
    assert counts(matrix) == {"der Krieg gegen Russland": 1, "Krieg gegen": 1, "ein": 1, "alle": 1}


def test_a_codebook_keeps_its_multiword_terms_whole_with_their_exceptions():
    terms = ["Spezialoperation", {"term": OPERATION, "except": "sogenannte militärische Spezialoperation"}]
    codebook = Codebook(name="t", language="de", frames={"a": {"label": "A", "terms": terms}})
    text = "Spezialoperation, militärische Spezialoperation, sogenannte militärische Spezialoperation"
    assert counts(document_term_matrix(corpus(text), phrases=codebook)) == {
        OPERATION: 1, "Spezialoperation": 2, "sogenannt": 1, "militärisch": 1,
    }  # fmt: skip
    assert OPERATION in counts(document_term_matrix(corpus(text), phrases="ukraine-war"))


def test_signs_of_the_private_plane_in_a_text_are_no_phrases():
    text = "\U000f0000 Krieg militärische Spezialoperation"
    assert counts(document_term_matrix(corpus(text), phrases=[OPERATION])) == {"Krieg": 1, OPERATION: 1}


def test_with_n_grams_forms_and_batches():
    texts = "Die militärische Spezialoperation endet.", "Russland. Russland. Russlands Ende"
    matrix = document_term_matrix(corpus(*texts), phrases=[OPERATION], ngrams=(1, 2))
    assert counts(matrix) == {
        "der": 1, OPERATION: 1, "enden": 1, f"der_{OPERATION}": 1, f"{OPERATION}_enden": 1,
    }  # fmt: skip
    parts = [count_terms(corpus(text), phrases=[OPERATION], ngrams=(1, 2)) for text in texts]
    assert counts(join_genitives(combine(parts)), 0) == counts(matrix)
    forms = document_term_matrix(corpus(texts[0]), phrases=[OPERATION], lemmatise=False)
    assert counts(forms) == {"Die": 1, OPERATION: 1, "endet": 1}


def test_soldaten_und_soldatinnen_stay_two_and_gendered_forms_are_one():
    text = "Soldat:innen Soldat*innen Soldat_innen SoldatInnen Soldat/-innen. Soldaten und Soldatinnen."
    assert counts(document_term_matrix(corpus(text))) == {"Soldat": 6, "Soldatin": 1, "und": 1}


@pytest.mark.parametrize("wrong", [["Krieg"], [" "], [3], "no-such-codebook"])
def test_wrong_phrases(wrong):
    with pytest.raises(InputError):
        document_term_matrix(corpus("Krieg"), phrases=wrong)
