from pathlib import Path

import pandas as pd
import pytest

from wortwahl.corpus import read_corpus
from wortwahl.errors import InputError
from wortwahl.framing import find_speech, find_uses, heard
from wortwahl.framing.heard import HEARD_COLUMNS, Heard
from wortwahl.storage import read_parquet, write_parquet

SAMPLE = Path(__file__).parents[2] / "data" / "sample"


@pytest.fixture(scope="module")
def corpus():
    return read_corpus(SAMPLE).head(40)


def test_uses_are_the_same_whether_their_articles_were_heard_before_or_not(corpus, tmp_path):
    before = corpus.copy()
    plain = find_uses(corpus, "ukraine-war", method="rules")
    assert len(plain) > 20
    once = Heard("rules")
    pd.testing.assert_frame_equal(find_uses(corpus, "ukraine-war", method="rules", heard=once), plain)
    assert once.grown
    write_parquet(once.table(), tmp_path / "heard.parquet")
    again = Heard("rules", read_parquet(tmp_path / "heard.parquet"))
    pd.testing.assert_frame_equal(find_uses(corpus, "ukraine-war", method="rules", heard=again), plain)
    assert not again.grown
    pd.testing.assert_frame_equal(again.table(), once.table())
    pd.testing.assert_frame_equal(corpus, before)


def test_what_was_heard_is_what_find_speech_gives(corpus):
    listening = Heard("rules")
    for row in corpus.head(10).itertuples():
        found = listening.stretches(row.id, "text", row.text, row.genre, row.title)
        speech = find_speech(row.text, method="rules", genre=row.genre, title=row.title)
        assert [tuple(one) for one in found] == list(speech.itertuples(index=False, name=None))
    table = listening.table()
    assert table.columns.tolist() == HEARD_COLUMNS
    assert table["article"].nunique() == 10


def test_an_article_in_which_nobody_speaks_is_not_listened_to_again(monkeypatch):
    first = Heard("rules")
    assert first.stretches("a", "text", "Es regnet.") == []
    again = Heard("rules", first.table())
    monkeypatch.setattr(heard, "stretches", None)
    assert again.stretches("a", "text", "Es regnet.") == []
    assert not again.knows("a", "title") and not again.grown


def test_nothing_heard_is_an_empty_table_of_the_same_columns():
    table = Heard("rules").table()
    assert table.columns.tolist() == HEARD_COLUMNS
    assert Heard("rules", table).table().dtypes.equals(table.dtypes)


def test_another_method_is_an_error(corpus):
    with pytest.raises(InputError, match="'rules', not 'auto'"):
        find_uses(corpus, "ukraine-war", heard=Heard("rules"))
