"""Key words of every group."""

import pandas as pd
import pytest

from wortwahl.errors import InputError
from wortwahl.terms import document_term_matrix, keyness, keyness_of_groups

CORPUS = pd.DataFrame(
    {
        "outlet": ["B", "B", "A", "A", "C"],
        "title": "",
        "text": ["Krieg Krieg Wort", "Krieg Sturm Sturm Sturm", "Konflikt Wort", "Konflikt Krieg Wort", "…"],
    }
)


def test_input_unchanged():
    before = CORPUS.copy(deep=True)
    keyness_of_groups(CORPUS)
    pd.testing.assert_frame_equal(CORPUS, before)


def test_rows_are_those_of_keyness_with_more_uses_in_the_group():
    table = keyness_of_groups(CORPUS, minimum_count=2, minimum_articles=1)
    assert table.groupby("outlet")["term"].agg(list).to_dict() == {
        "A": ["Konflikt", "Wort"],
        "B": ["Sturm", "Krieg"],
    }
    alone = keyness(CORPUS, by="outlet", target="B", minimum_count=2)
    ours = table[table["outlet"] == "B"].drop(columns="outlet").reset_index(drop=True)
    pd.testing.assert_frame_equal(ours, alone[alone["log_ratio"] > 0].reset_index(drop=True))


def test_a_word_of_one_article_is_left_out_by_default():
    assert "Sturm" not in set(keyness_of_groups(CORPUS, minimum_count=2)["term"])


def test_at_most_so_many_a_group_and_a_matrix_will_do():
    table = keyness_of_groups(document_term_matrix(CORPUS), per_group=1, minimum_count=2, minimum_articles=1)
    assert table[["outlet", "term"]].to_numpy().tolist() == [["A", "Konflikt"], ["B", "Sturm"]]


def test_one_group_has_nothing_to_compare_with():
    for corpus in (CORPUS.head(2), CORPUS.iloc[:0]):
        table = keyness_of_groups(corpus)
        assert len(table) == 0
        assert table.columns[:3].tolist() == ["outlet", "term", "count_target"]


def test_unknown_column():
    with pytest.raises(InputError):
        keyness_of_groups(CORPUS, by="paper")
