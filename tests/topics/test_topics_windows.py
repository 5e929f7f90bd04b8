"""c_v against values worked by hand."""

import numpy as np
import pandas as pd
import pytest
from planted_topics import planted

from wortwahl.errors import InputError
from wortwahl.topics import fit_topics, topic_coherence
from wortwahl.topics.windows import c_v, count_windows


def table(*texts):
    return pd.DataFrame({"title": "", "text": list(texts)})


def test_the_input_is_not_changed():
    corpus = planted(articles=20, themes=2)
    before = corpus.copy(deep=True)
    topic_coherence(fit_topics(corpus, n_topics=2, resamples=0), corpus)
    pd.testing.assert_frame_equal(corpus, before)


def test_windows_are_counted_one_word_at_a_time():
    # Windows of three words: Ernte Feld und, Feld und Regen, und Regen Ernte.
    counts = count_windows(table("Ernte, Feld und Regen. Ernte!"), pd.Index(["Ernte", "Feld", "Regen"]), 3)
    assert counts.windows == 3
    assert counts.together.tolist() == [[2, 1, 1], [1, 2, 1], [1, 1, 2]]


def test_a_word_that_stands_twice_in_a_window_counts_once():
    counts = count_windows(table("Ernte Ernte und Ernte"), pd.Index(["Ernte"]), 3)
    assert (counts.windows, counts.together.tolist()) == (2, [[2]])


def test_an_article_shorter_than_a_window_is_one_window_and_an_empty_one_none():
    counts = count_windows(table("Ernte im Felde", "", "Regen"), pd.Index(["Ernte", "Feld"]), 110)
    assert counts.windows == 2
    assert counts.together.tolist() == [[1, 1], [1, 1]]


def test_the_title_counts_too():
    corpus = pd.DataFrame({"title": ["Überfall"], "text": ["Ernte"]})
    counts = count_windows(corpus, pd.Index(["Ernte", "Überfall"]))
    assert counts.together.tolist() == [[1, 1], [1, 1]]


def test_words_always_together_have_coherence_one():
    counts = count_windows(table("Ernte Feld", "Regen", "Sturm"), pd.Index(["Ernte", "Feld"]))
    assert c_v(counts, pd.Index(["Ernte", "Feld"])) == pytest.approx(1)


def test_coherence_by_hand():
    # Four windows; Ernte in two, Feld in two, together in one: NPMI of the two 0, of each with itself 1. The
    # vectors (1, 0) and (0, 1) stand at 45 degrees to their sum.
    counts = count_windows(table("Ernte Feld", "Ernte", "Feld", "Sturm"), pd.Index(["Ernte", "Feld"]))
    assert c_v(counts, pd.Index(["Ernte", "Feld"])) == pytest.approx(np.sqrt(0.5))


def test_windows_and_coherence_are_those_of_every_window_looked_at():
    names = ["Ernte", "Feld", "Regen", "Sturm", "Oper", "Zug"]
    generator = np.random.default_rng(0)
    texts = [generator.choice([*names, "und", "oder"], size).tolist() for size in (40, 7, 12, 1, 25)]
    windows = [set(text[start : start + 7]) for text in texts for start in range(max(1, len(text) - 7 + 1))]
    counts = count_windows(table(*map(" ".join, texts)), pd.Index(names), 7)
    share = {(a, b): np.mean([{a, b} <= window for window in windows]) for a in names for b in names}
    assert counts.windows == len(windows)
    expected = [[share[a, b] * len(windows) for b in names] for a in names]
    np.testing.assert_allclose(counts.together, expected)
    vectors = np.array(
        [
            [np.log(share[a, b] / share[a, a] / share[b, b]) / -np.log(share[a, b]) for b in names]
            for a in names
        ]
    )
    whole = vectors.sum(axis=0)
    cosines = [row @ whole / np.linalg.norm(row) / np.linalg.norm(whole) for row in vectors]
    assert c_v(counts, pd.Index(names)) == pytest.approx(np.mean(cosines))


def test_words_that_stand_nowhere_are_left_out():
    counts = count_windows(table("Ernte", "Regen"), pd.Index(["Ernte", "Quasar"]))
    assert c_v(counts, pd.Index(["Ernte", "Quasar"])) == pytest.approx(1)
    assert np.isnan(c_v(counts, pd.Index(["Quasar"])))


def test_planted_topics_are_more_coherent_than_mixed_ones():
    corpus = planted(articles=80, themes=4)
    right = topic_coherence(fit_topics(corpus, n_topics=4, resamples=0), corpus)
    mixed = topic_coherence(fit_topics(corpus, n_topics=1, resamples=0), corpus)
    assert list(right.columns) == ["topic", "label", "c_v"]
    assert right["c_v"].min() > mixed["c_v"].max()


def test_a_corpus_without_text_is_an_input_error():
    corpus = planted(articles=20, themes=2)
    model = fit_topics(corpus, n_topics=2, resamples=0)
    with pytest.raises(InputError):
        topic_coherence(model, corpus.drop(columns="text"))
    with pytest.raises(InputError):
        topic_coherence(model, corpus, window=0)
