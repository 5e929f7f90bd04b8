"""The document-term matrix: right totals, the same in batches, and genitives by the corpus."""

from collections import Counter
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.errors import InputError
from wortwahl.language.tokens import words
from wortwahl.terms import (
    TermMatrix,
    combine,
    count_terms,
    document_term_matrix,
    join_genitives,
    keep_common,
    load_matrix,
    save_matrix,
)
from wortwahl.terms.addresses import without_addresses
from wortwahl.terms.genitives import genitives
from wortwahl.terms.heads import heads

CORPUS = pd.DataFrame(
    {
        "id": ["a", "b", "c"],
        "outlet": ["A", "B", "B"],
        "title": ["Der Überfall", "Russlands Krieg", ""],
        "text": [
            "Russland überfällt die Ukraine. „Angriffskrieg“, so Reuters.",
            "Die Kriege Russlands: Russland, Russland und\xa0Russland.\n\nReuters/AFP",
            "",
        ],
    },
    index=[7, 8, 9],
)


def as_dict(matrix: TermMatrix, row: int) -> dict[str, int]:
    values = matrix.counts.toarray()[row]
    return {term: int(n) for term, n in zip(matrix.vocabulary, values, strict=True) if n}


def same(one: TermMatrix, other: TermMatrix) -> None:
    assert one.vocabulary.tolist() == other.vocabulary.tolist()
    assert one.counts.dtype == other.counts.dtype == np.int32
    assert (one.counts.toarray() == other.counts.toarray()).all()
    assert one.words.tolist() == other.words.tolist()
    pd.testing.assert_frame_equal(one.articles, other.articles)


def test_input_unchanged():
    before = CORPUS.copy(deep=True)
    document_term_matrix(CORPUS)
    pd.testing.assert_frame_equal(CORPUS, before)


def test_counts_by_hand():
    matrix = document_term_matrix(CORPUS)
    assert as_dict(matrix, 0) == {
        "der": 2, "Überfall": 1, "Russland": 1, "überfallen": 1, "Ukraine": 1, "Angriffskrieg": 1, "so": 1,
        "Reuters": 1,
    }  # fmt: skip
    # Russlands is a genitive: Russland stands four times. Reuters is a name: there is no Reuter.
    assert as_dict(matrix, 1) == {"Russland": 5, "Krieg": 2, "der": 1, "und": 1, "Reuters": 1, "AFP": 1}
    assert as_dict(matrix, 2) == {}
    assert matrix.words.tolist() == [9, 11, 0]
    assert matrix.vocabulary.is_monotonic_increasing
    assert matrix.articles.columns.tolist() == ["id", "outlet", "title"]
    assert matrix.articles.index.tolist() == [0, 1, 2]


def test_forms_as_they_are_written():
    matrix = document_term_matrix(CORPUS, fields=["text"], lemmatise=False)
    assert {"Kriege", "Russlands", "überfällt", "die", "Die"} <= set(matrix.vocabulary)
    assert matrix.words.tolist() == [7, 9, 0]


def test_rare_terms_leave_but_still_count_as_words():
    matrix = document_term_matrix(CORPUS, minimum_articles=2)
    assert matrix.vocabulary.tolist() == ["Reuters", "Russland", "der"]
    assert matrix.words.tolist() == [9, 11, 0]
    same(keep_common(document_term_matrix(CORPUS), 2), matrix)


SIGNS = st.sampled_from("aZßüÜ1²9_-‐’'*:@/ \n\t\xa0\u2028\x1f.,;„“»é\u0301")
PARTS = st.sampled_from(
    ["https://", "www.", ".de", "bund.de", "a@b.org", "Soldat:innen", "E-Mail/Brief", "#Wende"]
)


@given(st.lists(st.lists(SIGNS | PARTS | st.characters(), max_size=30).map("".join), max_size=4))
def test_the_words_are_those_of_the_tokens(texts):
    matrix = count_terms(pd.DataFrame({"text": pd.Series(texts, dtype="object")}), ["text"], lemmatise=False)
    for row, text in enumerate(texts):
        assert as_dict(matrix, row) == dict(Counter(words(without_addresses(text))))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mehr (https://www.bund.de/a?b=c&d): hier.", ["Mehr", "hier"]),
        ("Siehe www.tagesschau.de/inland, so Meier", ["Siehe", "so", "Meier"]),
        ("„www.bund.de“–so steht es", ["so", "steht", "es"]),
        ("Mail an presse.stelle@bund.de!", ["Mail", "an"]),
        ("Das twitterte @SwissMFA gestern", ["Das", "twitterte", "gestern"]),
        ("#Zeitenwende bleibt ein Wort", ["Zeitenwende", "bleibt", "ein", "Wort"]),
        ("Das berichtet Bild.de heute", ["Das", "berichtet", "heute"]),
        (
            "Der Krieg.Es bleibt z.B. so, d.h. ja",
            ["Der", "Krieg", "Es", "bleibt", "z", "B", "so", "d", "h", "ja"],
        ),
        ("Soldat*innen und St.Etienne", ["Soldat*innen", "und", "St", "Etienne"]),
    ],
)
def test_addresses_are_no_words(text, expected):
    matrix = count_terms(pd.DataFrame({"text": [text]}), ["text"], lemmatise=False)
    assert as_dict(matrix, 0) == dict(Counter(expected))
    assert words(without_addresses(text)) == expected
    assert len(without_addresses(text)) == len(text)


@pytest.mark.parametrize("cuts", [[0, 1, 2, 3], [0, 2, 3], [0, 3, 3], [0, 0, 3]])
def test_batches_give_the_whole(cuts):
    whole = document_term_matrix(CORPUS)
    batches = [CORPUS.iloc[a:b] for a, b in pairwise(cuts)]
    same(join_genitives(combine([count_terms(batch) for batch in batches])), whole)


def test_compounds_are_counted_as_their_heads_where_the_corpus_has_these():
    corpus = pd.DataFrame(
        {"text": ["Krieg, Krieg. Ukrainekrieg, Angriffskrieg. Haupt" + " Staatsoberhaupt" * 2]}
    )
    matrix = document_term_matrix(corpus, ["text"], compounds=True)
    assert as_dict(matrix, 0) == {"Krieg": 4, "Haupt": 1, "Staatsoberhaupt": 2}
    assert heads({"Ministerin": 9, "Außenministerin": 5, "Bundesaußenministerin": 2}) == {
        "Außenministerin": "Ministerin",
        "Bundesaußenministerin": "Ministerin",
    }


def test_separated_verbs_are_counted_whole():
    corpus = pd.DataFrame(
        {"text": ["Es griff die Stadt an. Er griff zu Waffen.", "Greift an! Griff man an?", ""]}
    )
    before, after = (document_term_matrix(corpus, ["text"], separable=on) for on in (False, True))
    assert as_dict(before, 0)["greifen"] == 2
    assert as_dict(after, 0) == {**as_dict(before, 0), "greifen": 1, "angreifen": 1}
    assert as_dict(after, 1)["angreifen"] == 2
    assert after.vocabulary.is_monotonic_increasing
    assert after.words.tolist() == before.words.tolist() == after.counts.sum(axis=1).tolist()
    batches = [count_terms(corpus.iloc[[i]], ["text"], separable=True) for i in range(3)]
    same(join_genitives(combine(batches)), after)


def test_empty_corpus():
    matrix = document_term_matrix(CORPUS.iloc[:0])
    assert matrix.counts.shape == (0, 0)
    assert matrix.vocabulary.tolist() == []


def test_missing_text_is_no_text():
    corpus = pd.DataFrame({"title": ["Krieg", None], "text": [np.nan, "Frieden"]})
    assert document_term_matrix(corpus).words.tolist() == [1, 1]


def test_half_a_surrogate_pair_is_no_letter():
    corpus = pd.DataFrame({"text": pd.Series(["Krieg\ud800 und", None], dtype="object")})
    assert as_dict(document_term_matrix(corpus, ["text"]), 0) == {"Krieg": 1, "und": 1}


def test_save_and_load(tmp_path):
    matrix = document_term_matrix(CORPUS.assign(date=pd.to_datetime(["2024-06-18", None, "2024-01-01"])))
    save_matrix(matrix, tmp_path / "sub" / "m.npz")
    same(load_matrix(tmp_path / "sub" / "m.npz"), matrix)
    assert [path.name for path in (tmp_path / "sub").iterdir()] == ["m.npz"]
    first = (tmp_path / "sub" / "m.npz").read_bytes()
    save_matrix(matrix, tmp_path / "sub" / "m.npz")
    assert (tmp_path / "sub" / "m.npz").read_bytes() == first


def test_what_cannot_be_loaded_is_said(tmp_path):
    (tmp_path / "no.npz").write_bytes(b"no matrix")
    np.savez(tmp_path / "other.npz", data=np.zeros(1))
    np.save(tmp_path / "array.npy", np.zeros(1))
    for name in ("no.npz", "missing.npz", "other.npz", "array.npy"):
        with pytest.raises(InputError, match=name):
            load_matrix(tmp_path / name)


@pytest.mark.parametrize(
    "call",
    [
        lambda: document_term_matrix(CORPUS, fields=["teaser"]),
        lambda: document_term_matrix(CORPUS.assign(n=[1, 2, 3]), fields=["n"]),
        lambda: document_term_matrix(CORPUS, minimum_articles=0),
        lambda: document_term_matrix(CORPUS, minimum_articles=1.5),
        lambda: document_term_matrix(CORPUS, lemmatise=False, compounds=True),
        lambda: combine([]),
    ],
)
def test_wrong_parameters(call):
    with pytest.raises(InputError):
        call()


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"Russland": 4, "Russlands": 2}, {"Russlands": "Russland"}),
        ({"Russland": 3, "Russlands": 2}, {}),
        ({"Reuters": 1}, {}),
        ({"News": 1, "New": 90}, {}),
        ({"etwas": 1, "etwa": 90}, {}),
        ({"Putin's": 1, "Putin’s": 2, "Putin": 9}, {"Putin's": "Putin", "Putin’s": "Putin"}),
        ({"US": 1, "U": 9, "Ass": 1, "As": 9}, {}),
        ({"Österreichs": 1, "Österreich": 2}, {"Österreichs": "Österreich"}),
    ],
)
def test_genitives(counts, expected):
    assert genitives(counts) == expected
