"""Coherence, exclusivity and stability against values worked by hand."""

from math import log

import numpy as np
import pandas as pd
import pytest
from planted_topics import planted, shuffled
from scipy import sparse

from wortwahl.errors import InputError
from wortwahl.terms.matrix import document_term_matrix
from wortwahl.topics import choose_topics, topic_stability
from wortwahl.topics.measures import coherence, exclusivity, top_words
from wortwahl.topics.stability import overlap, stories_of

# Articles × words a, b, c, d: a and b in the same two of four; c in one of these two; d alone.
COUNTS = sparse.csr_array(np.array([[2, 1, 1, 0], [1, 1, 0, 0], [0, 0, 0, 3], [0, 0, 0, 0]]))


def test_words_that_stand_always_together_have_coherence_one():
    assert coherence(COUNTS, np.array([[2.0, 1, 0, 0]])).tolist() == [1]


def test_words_that_never_meet_have_coherence_minus_one():
    assert coherence(COUNTS, np.array([[2.0, 0, 0, 1]])).tolist() == [-1]


def test_coherence_is_the_mean_over_pairs():
    # a-b: 1; a-c and b-c: p = 1/4, alone 1/2 and 1/4: ln 2 / ln 4 = 1/2.
    assert coherence(COUNTS, np.array([[3.0, 2, 1, 0]])) == pytest.approx([(1 + 0.5 + 0.5) / 3])


def test_independent_words_have_coherence_zero():
    counts = sparse.csr_array(np.array([[1, 1], [1, 0], [0, 1], [0, 0]]))
    assert coherence(counts, np.array([[2.0, 1]])) == pytest.approx([0])


def test_coherence_of_unequal_words():
    counts = sparse.csr_array(np.array([[1, 1]] * 3 + [[1, 0]] * 2 + [[0, 1]] + [[0, 0]] * 4))
    expected = log(0.3 / (0.5 * 0.4)) / -log(0.3)
    assert coherence(counts, np.array([[2.0, 1]])) == pytest.approx([expected])


def test_words_in_every_article_are_coherent_and_a_topic_of_one_word_has_no_coherence():
    counts = sparse.csr_array(np.ones((3, 2), int))
    assert coherence(counts, np.array([[1.0, 1], [1, 0]]))[0] == 1
    assert np.isnan(coherence(counts, np.array([[1.0, 1], [1, 0]]))[1])


def test_exclusivity_is_the_share_of_a_words_weight():
    # Of the rows' shares: word 0 is .5 and .25, word 1 .5 and 0, word 2 0 and .75.
    components = np.array([[2.0, 2, 0], [1, 0, 3]])
    assert exclusivity(components) == pytest.approx([(2 / 3 + 1) / 2, (1 + 1 / 3) / 2])
    assert exclusivity(np.array([[1.0, 1]])).tolist() == [1]


def test_top_words_of_the_same_weight_come_in_the_order_of_the_columns():
    assert top_words(np.array([[1.0, 3, 1, 2]]), 3).tolist() == [[1, 3, 0]]


def test_overlap_matches_topics_one_to_one():
    one = np.array([[4.0, 3, 0, 0, 0], [0, 0, 4, 3, 0]])
    # The first topic is there again in second place, of the other one word of two.
    other = np.array([[0.0, 0, 4, 0, 3], [4, 3, 0, 0, 0]])
    assert overlap(one, other, 2).tolist() == [1, 0.5]
    assert overlap(one, other[:1], 2).tolist() == [0, 0.5]


def test_copies_of_a_story_are_one_story():
    articles = pd.DataFrame({"story": ["x", "y", "x", "", ""]})
    assert stories_of(articles, 5).tolist() == [0, 1, 0, 2, 3]
    assert stories_of(pd.DataFrame({"id": ["a", "b"]}), 2).tolist() == [0, 1]


def test_the_input_is_not_changed():
    corpus = planted(articles=40, themes=3)
    before = corpus.copy(deep=True)
    topic_stability(corpus, n_topics=3, resamples=2)
    choose_topics(corpus, candidates=(2,), resamples=1)
    pd.testing.assert_frame_equal(corpus, before)


def test_planted_topics_are_stable_and_too_many_are_not():
    corpus = planted(articles=160, themes=8)
    right = topic_stability(corpus, n_topics=8)
    assert right["readable"].all()
    many = topic_stability(corpus, n_topics=16)
    assert 6 <= many["readable"].sum() < 13
    assert many["stability"].mean() < right["stability"].mean()


def test_text_without_topics_has_hardly_a_readable_topic():
    found = topic_stability(shuffled(), n_topics=8)
    assert found["readable"].sum() <= 1


def test_the_planted_number_of_topics_stands_out():
    table = choose_topics(planted(articles=160, themes=8), candidates=(4, 8, 16)).set_index("n_topics")
    assert list(table.columns) == ["coherence", "exclusivity", "stability", "readable"]
    assert table["coherence"].idxmax() == 8
    assert table["stability"].idxmax() == 8


def test_c_v_is_given_if_asked_for_and_the_text_is_there():
    corpus = planted(articles=40, themes=4)
    table = choose_topics(corpus, candidates=(1, 4), resamples=1, c_v=True).set_index("n_topics")
    assert table["c_v"].idxmax() == 4
    with pytest.raises(InputError, match="text"):
        choose_topics(document_term_matrix(corpus), candidates=(2,), c_v=True)


def test_candidates_larger_than_the_corpus_are_left_out():
    corpus = planted(articles=12, themes=2)
    assert choose_topics(corpus, candidates=(2, 50), resamples=1)["n_topics"].tolist() == [2]
    with pytest.raises(InputError, match="12 topics"):
        choose_topics(corpus, candidates=(50,))
    with pytest.raises(InputError):
        choose_topics(corpus, candidates=(0,))
