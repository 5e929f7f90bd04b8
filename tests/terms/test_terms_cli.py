"""The command line's words: sorted lines, a codebook's terms, one voice."""

import pandas as pd
import pytest

from wortwahl import cli


@pytest.fixture
def raw(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    texts = {
        "a": "Zwei Zeilen über den Krieg und Ämter hier.",
        "b": "„Der Krieg dauert“, sagte sie gestern im Rat.",
        "c": "Am Abend ist Krieg am Ende doch vorbei.",
    }
    titles = ["Zwei", "Rat", "Der Angriffskrieg"]
    frame = pd.DataFrame({"title": titles, "text": texts.values(), "outlet": ["A", "A", "B"]})
    frame.to_csv("articles.csv", index=False)
    return "articles.csv"


def table(*asked):
    assert cli.main([*asked, "--out", "t.csv"]) == 0
    return pd.read_csv("t.csv")


def test_a_concordance_sorted_by_the_next_word(raw):
    lines = table("concordance", raw, "--term", "Krieg", "--sort", "right1", "--voice-method", "rules")
    assert [line.split()[0] for line in lines["right"]] == ["am", "dauert“,", "und"]


def test_a_concordance_of_a_frame(raw):
    lines = table("concordance", raw, "--codebook", "ukraine-war", "--term", "aggression")
    assert set(lines["match"]) == {"Angriffskrieg"}
    assert set(lines["frame"]) == {"aggression"}
    assert cli.main(["concordance", raw, "--term", "Krieg", "--sort", "middle"]) == 1


def test_words_of_one_voice(raw):
    said = table("terms", raw, "--voice", "speech")
    assert said[["outlet", "term"]].to_numpy().tolist() == [["A", "Krieg"], ["A", "dauern"]]
    both = table("keyness", raw, "--by", "voice", "--target", "speech")
    assert both[["term", "count_target", "count_reference", "words_target"]].to_numpy().tolist() == [
        ["Krieg", 1, 2, 3]
    ]
