"""Lines of a concordance: right words, right voice, never more of a text than may be shown."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus.schema import article_table
from wortwahl.errors import InputError
from wortwahl.framing import Codebook
from wortwahl.framing.excerpts import count_words
from wortwahl.terms import concordance, document_term_matrix
from wortwahl.terms.concordance import line

CORPUS = article_table(
    [
        {
            "id": "a",
            "outlet": "B",
            "date": "2022-03-02",
            "title": "Nach dem Überfall",
            "text": "Der Überfall auf die\nÜkraine begann.\n\n„Das ist ein Überfall“, sagte Minister Meier.",
        },
        {"id": "b", "outlet": "A", "date": "2022-03-01", "text": "Ämter melden Überfälle und Raub."},
        {"id": "c", "outlet": "A", "text": "Nichts davon."},
    ]
)


def test_input_unchanged():
    before = CORPUS.copy(deep=True)
    concordance(CORPUS, "Überfall", sort="left")
    pd.testing.assert_frame_equal(CORPUS, before)


def test_lines_by_hand():
    table = concordance(CORPUS, "Überfall", window=3, method="rules")
    assert table.columns.tolist() == [
        "article", "left", "match", "right", "voice", "speaker", "outlet", "date", "field", "start", "end",
    ]  # fmt: skip
    assert table[["article", "field", "left", "match", "right"]].to_numpy().tolist() == [
        ["a", "title", "Nach dem", "Überfall", ""],
        ["a", "text", "Der", "Überfall", "auf die Ükraine"],
        ["a", "text", "„Das ist ein", "Überfall", "“, sagte Minister Meier."],
        ["b", "text", "Ämter melden", "Überfälle", "und Raub."],
    ]
    assert table["voice"].tolist() == ["newsroom", "newsroom", "direct", "newsroom"]
    assert "Meier" in table["speaker"][2]
    text = CORPUS["text"][0]
    assert text[table["start"][2] : table["end"][2]] == "Überfall"


def test_voice_is_left_out_on_request():
    table = concordance(CORPUS, "Überfall", voice=False)
    assert "voice" not in table.columns
    assert "speaker" not in table.columns
    assert len(table) == 4


@pytest.mark.parametrize(
    ("sort", "column", "expected"),
    [
        ("date", "article", ["b", "a", "a", "a"]),
        ("outlet", "article", ["b", "a", "a", "a"]),
        ("match", "match", ["Überfall", "Überfall", "Überfall", "Überfälle"]),
        ("right", "right", ["", "auf die Ükraine", "“, sagte Minister Meier.", "und Raub."]),
        ("left", "left", ["Nach dem", "Der", "„Das ist ein", "Ämter melden"]),
        ("voice", "voice", ["direct", "newsroom", "newsroom", "newsroom"]),
    ],
)
def test_sorting(sort, column, expected):
    table = concordance(CORPUS, "Überfall", window=3, sort=sort, method="rules")
    assert table[column].tolist() == expected
    assert table.index.tolist() == [0, 1, 2, 3]


def test_umlauts_sort_beside_their_vowels():
    corpus = article_table(
        [{"id": str(i), "text": f"{word} Krieg"} for i, word in enumerate(["Zahl", "Äpfel", "Bad", "apart"])]
    )
    table = concordance(corpus, "Krieg", sort="left", voice=False)
    assert table["left"].tolist() == ["apart", "Äpfel", "Bad", "Zahl"]


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("left1", "abcd"),
        ("left2", "dcab"),
        ("right1", "cdab"),
        (["right2", "left1"], "dcba"),
        (["outlet", "right1"], "dacb"),
    ],
)
def test_sorting_by_single_words(sort, order):
    corpus = article_table(
        [
            {"id": "a", "outlet": "Ö", "text": "zum Maß Krieg kam Zorn"},
            {"id": "b", "outlet": "P", "text": "zwei MASS Krieg kam Wut"},
            {"id": "c", "outlet": "p", "text": "Äpfel Mast Krieg: „ach, so!“"},
            {"id": "d", "outlet": "O", "text": "Zahl. Krieg Ämter"},
        ]
    )
    found = concordance(corpus, "Krieg", sort=sort, voice=False)["article"].tolist()
    assert found == list(order)


def test_sorting_by_speaker():
    table = concordance(CORPUS, "Überfall", sort=["speaker", "date"], method="rules")
    assert table["speaker"].tolist() == sorted(table["speaker"].tolist())


CODEBOOK = Codebook(
    name="t",
    language="de",
    frames={
        "war": {"label": "Krieg", "terms": ["Überfall", {"term": "Raub", "context": "Stadt"}]},
        "other": {"label": "Anderes", "terms": ["Überfall auf die Ükraine", "Amt"]},
    },
)


def test_terms_of_a_codebook():
    table = concordance(CORPUS, codebook=CODEBOOK, voice=False)
    assert table[["frame", "term", "match"]].to_numpy().tolist() == [
        ["war", "Überfall", "Überfall"],
        ["other", "Überfall auf die Ükraine", "Überfall auf die Ükraine"],
        ["war", "Überfall", "Überfall"],
        ["other", "Amt", "Ämter"],
        ["war", "Überfall", "Überfälle"],
    ]
    by_term = concordance(CORPUS, "Überfall", codebook=CODEBOOK, method="rules")
    assert by_term["match"].tolist() == ["Überfall", "Überfall", "Überfälle"]
    assert by_term["voice"].tolist() == ["newsroom", "direct", "newsroom"]
    by_frame = concordance(CORPUS, "other", codebook=CODEBOOK, voice=False)
    assert by_frame["term"].tolist() == ["Überfall auf die Ükraine", "Amt"]
    assert concordance(CORPUS, "special-operation", codebook="ukraine-war").empty
    with pytest.raises(InputError, match="no term and no frame"):
        concordance(CORPUS, "Krieg", codebook=CODEBOOK)


def test_each_line_leads_back_to_its_article():
    table = concordance(CORPUS, codebook=CODEBOOK, sort="right", voice=False)
    articles = CORPUS.set_index("id")
    for row in table.itertuples():
        text = articles.loc[row.article, row.field]
        assert " ".join(text[row.start : row.end].split()) == row.match


def test_phrases_and_patterns():
    corpus = article_table([{"id": "a", "text": "Die russischen\nTruppen im Ukrainekrieg, so die Bahn."}])
    phrase = concordance(corpus, "russische Truppe", voice=False)
    assert phrase["match"].tolist() == ["russischen Truppen"]
    assert concordance(corpus, "*krieg", voice=False)["match"].tolist() == ["Ukrainekrieg"]


def test_no_line_shows_more_than_thirty_words():
    long = "Der Krieg – so – sagen – es – viele/manche – dauert " * 20
    corpus = article_table([{"id": "a", "text": long}])
    for window in (1, 10, 14):
        table = concordance(corpus, "Krieg", window=window, voice=False)
        shown = table[["left", "match", "right"]].agg(" ".join, axis=1)
        assert shown.map(count_words).max() <= 30
        assert shown.str.split().str.len().max() <= 30
    with pytest.raises(InputError, match="at most 14"):
        concordance(corpus, "Krieg", window=15, voice=False)
    own = corpus.assign(license="own")
    widest = concordance(own, "Krieg", window=40, voice=False)
    assert widest["right"].map(lambda text: sum(map(str.isalpha, text.split()))).max() > 30


@given(
    st.text(st.sampled_from("ab –“.\n\xa0ü-/1"), max_size=300),
    st.text(st.sampled_from("ab –“.\n\xa0ü-/1"), max_size=300),
    st.integers(1, 20),
)
def test_a_line_is_made_of_whole_pieces_and_stays_in_bounds(before, after, window):
    text = before + "Krieg" + after
    left, match, right = line(text, len(before), len(before) + 5, window)
    flat = " ".join(text.split())
    assert match == "Krieg"
    assert sum(map(count_words, (left, match, right))) <= 30
    assert " ".join(before.split()).endswith(left)
    assert " ".join(after.split()).startswith(right)
    head = flat[: flat.index("Krieg")].rstrip()
    cut = len(head) - len(left)
    assert not left or cut == 0 or head[cut - 1] == " "


def test_nothing_found():
    for corpus in (CORPUS, CORPUS.iloc[:0]):
        table = concordance(corpus, "Spezialoperation")
        assert len(table) == 0
        assert table.columns[:4].tolist() == ["article", "left", "match", "right"]
        assert len(concordance(corpus, "Spezialoperation", sort="left")) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"window": 0},
        {"sort": "middle"},
        {"sort": "left0"},
        {"sort": ["left1", 2]},
        {"sort": "speaker", "voice": False},
        {"codebook": "no-such-codebook"},
        {"sort": "voice", "voice": False},
        {"method": "magic"},
        {"term": ""},
        {"term": "…"},
        {"corpus": document_term_matrix(CORPUS)},
        {"corpus": CORPUS.drop(columns="outlet")},
        {"corpus": pd.concat([CORPUS, CORPUS])},
    ],
)
def test_wrong_parameters(wrong):
    with pytest.raises(InputError):
        concordance(**{"corpus": CORPUS, "term": "Überfall", **wrong})
