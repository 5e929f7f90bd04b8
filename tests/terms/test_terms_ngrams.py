"""N-grams: neighbours within a clause, against a count in plain Python."""

from collections import Counter

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.errors import InputError
from wortwahl.language.tokens import tokens
from wortwahl.terms import combine, count_terms, document_term_matrix, join_genitives, term_frequencies


def counts(matrix, row=0):
    values = matrix.counts.toarray()[row]
    return {term: int(n) for term, n in zip(matrix.vocabulary, values, strict=True) if n}


def corpus(*texts, title=""):
    return pd.DataFrame({"title": title, "text": list(texts)})


def test_input_unchanged():
    articles = corpus("Krieg in Kiew", "")
    before = articles.copy(deep=True)
    document_term_matrix(articles, ngrams=(1, 2))
    pd.testing.assert_frame_equal(articles, before)


def test_pairs_by_hand():
    matrix = document_term_matrix(
        corpus("Der „Krieg“ in\nKiew. Am 24. Februar:\n\nKein Krieg", title="Der Krieg"), ngrams=2
    )
    # Neither over a stop, a number, a paragraph nor from title to text.
    assert counts(matrix) == {"der_Krieg": 2, "Krieg_in": 1, "in_Kiew": 1, "kein_Krieg": 1}
    assert matrix.words.tolist() == [10]
    both = document_term_matrix(corpus("Der Krieg."), ngrams=(1, 2))
    assert counts(both) == {"der": 1, "Krieg": 1, "der_Krieg": 1}
    assert both.vocabulary.is_monotonic_increasing
    assert both.words.tolist() == [2]


@given(st.lists(st.text(st.sampled_from("aB ü.,„“-\n1é|"), max_size=40), max_size=4), st.integers(2, 4))
def test_against_a_plain_count(texts, size):
    matrix = count_terms(corpus(*texts), ["text"], lemmatise=False, ngrams=size)
    for row, text in enumerate(texts):
        clauses = [[]]
        for paragraph in text.split("\n\n"):
            clauses.append([])
            for start, end in tokens(paragraph):
                word = paragraph[start:end]
                if word[0].isalpha():
                    clauses[-1].append(word)
                elif word not in "„“":
                    clauses.append([])
        expected = Counter(
            "_".join(clause[i : i + size]) for clause in clauses for i in range(len(clause) - size + 1)
        )
        assert counts(matrix, row) == dict(expected)


def test_what_joins_words_joins_those_of_an_n_gram():
    texts = "Russland und Russland und Russland", "Russlands Krieg", "Krieg Krieg Krieg Angriffskrieg endet"
    matrix = document_term_matrix(corpus(*texts), ngrams=(1, 2), compounds=True)
    assert counts(matrix, 1) == {"Russland": 1, "Krieg": 1, "Russland_Krieg": 1}
    assert counts(matrix, 2) == {"Krieg": 4, "enden": 1, "Krieg_Krieg": 3, "Krieg_enden": 1}
    batches = [count_terms(corpus(text), ngrams=(1, 2)) for text in texts]
    whole = document_term_matrix(corpus(*texts), ngrams=(1, 2))
    joined = join_genitives(combine(batches))
    assert joined.vocabulary.tolist() == whole.vocabulary.tolist()
    assert (joined.counts.toarray() == whole.counts.toarray()).all()


def test_n_grams_of_function_words_alone_stand_with_these():
    matrix = document_term_matrix(corpus("in der Stadt"), ngrams=(1, 2))
    assert set(term_frequencies(matrix)["term"]) == {"Stadt", "der_Stadt"}


def test_an_address_is_no_neighbour():
    assert counts(document_term_matrix(corpus("Krieg www.bund.de Frieden"), ngrams=2)) == {}


def test_empty():
    for articles in (corpus(), corpus(""), corpus("Krieg")):
        matrix = document_term_matrix(articles, ngrams=3)
        assert matrix.counts.shape == (len(articles), 0)


@pytest.mark.parametrize("wrong", [0, 6, (1, 0), (), 1.5, True, ("2",)])
def test_wrong_sizes(wrong):
    with pytest.raises(InputError):
        document_term_matrix(corpus("Krieg"), ngrams=wrong)
