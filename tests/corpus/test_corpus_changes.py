"""What cleaning changes, and that it is counted: mojibake, database lines, repeated blocks."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortwahl.corpus import outlet_summary, read_changes, read_corpus, read_problems
from wortwahl.corpus.boilerplate import without_endings, without_repeated
from wortwahl.corpus.changes import COLUMN
from wortwahl.corpus.cleaning import clean_article, clean_line
from wortwahl.corpus.mojibake import mended
from wortwahl.corpus.reading import read_file

GERMAN = "Die „größte“ Übung – mit Maßen: ‚so‘, »so« und 5 °C, 3 € … São Paulo, Ålesund, Kraków, SÃO"


@pytest.mark.parametrize("coding", ["cp1252", "latin-1"])
def test_what_was_decoded_twice_is_mended_beside_what_is_right(coding):
    wrong = "Die Präsidentin grüßt für die Maßnahme".encode().decode(coding, "replace")
    text, places = mended(f"{GERMAN} {wrong}")
    assert text == f"{GERMAN} Die Präsidentin grüßt für die Maßnahme"
    assert places == 4


def test_quotation_marks_decoded_twice():
    assert mended("â€žDer Kriegâ€œ â€“ so Müller")[0] == "„Der Krieg“ – so Müller"


@pytest.mark.parametrize("text", [GERMAN, "", "Ã", "Â°", "ﬁnden", "„“", "&amp; &uuml;", "ＡＢＣ"])
def test_right_text_is_left_alone(text):
    assert mended(text) == (text, 0) or text == "Â°"


@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=60))
def test_german_letters_never_change(text):
    plain = "".join(sign for sign in text if sign.isascii() or sign in "äöüÄÖÜßéè«»§°")
    assert mended(plain)[0] == plain


@given(st.text(max_size=200))
def test_any_text_can_be_cleaned_and_stays_clean(text):
    clean, counts = clean_article(text)
    assert all(number > 0 for number in counts.values())
    assert clean_article(clean)[0] == clean


def test_titles_are_mended_too():
    assert clean_line("FÃ¼r Müller") == "Für Müller"


def test_database_lines_go_from_the_end_only():
    said = "Alle Rechte vorbehalten, sagte er, und ging."
    text = f"Graphic\n\n{said}\n\nDer Gipfel endet.\n\nGraphic\n\nLOAD-DATE: June 18"
    assert without_endings(text) == (text.removesuffix("\n\nGraphic\n\nLOAD-DATE: June 18"), 2)
    assert without_endings("Copyright 2022 Tagblatt") == ("Copyright 2022 Tagblatt", 0)  # all there is


def test_a_block_that_stands_twice_goes_once():
    block = "Abonnieren Sie unseren Newsletter: jeden Morgen um sechs."
    assert without_repeated(f"Ja.\n\n{block}\n\nJa.\n\n{block}") == (f"Ja.\n\n{block}\n\nJa.", 1)
    long = "Ein Absatz des Artikels. " * 20
    assert without_repeated(f"{long}\n\n{long}")[1] == 0


def test_every_change_is_counted_and_the_file_stays(tmp_path):
    file = tmp_path / "articles.csv"
    rows = {
        "title": ["A", "B"],
        "text": ["FÃ¼r die Angriffs-\nkriege gilt das nicht mehr.", "Ein Text wie\u00adder, der gut ist."],
        COLUMN: ["own", "own"],
    }
    pd.DataFrame(rows).to_csv(file, index=False)
    before = file.read_bytes()
    found = read_changes(file)
    assert found[["change", "articles", "places"]].to_numpy().tolist() == [
        ["mojibake", 1, 1], ["hyphenation", 1, 1], ["invisible characters", 1, 1],
    ]  # fmt: skip
    assert found["file"].unique().tolist() == [file.as_posix()]
    assert file.read_bytes() == before
    assert COLUMN not in read_corpus(file).columns
    [(articles, _)] = read_file(file)
    assert articles[COLUMN].tolist() == ["mojibake 1; hyphenation 1", "invisible characters 1"]
    assert articles[f"source_{COLUMN}"].tolist() == ["own", "own"]


def test_what_is_mended_in_a_title_is_counted(tmp_path):
    file = tmp_path / "articles.csv"
    file.write_text("title,author,text\nFÃ¼r Wien,JÃ¶rg Ã–lberg,Die Minister tagen.\n", "utf-8")
    assert read_changes(file)[["change", "places"]].to_numpy().tolist() == [["mojibake", 3]]
    assert read_corpus(file).loc[0, ["title", "author"]].tolist() == ["Für Wien", "Jörg Ölberg"]


def test_a_corpus_without_changes_has_an_empty_table(tmp_path):
    (tmp_path / "a.txt").write_text("Ein guter Text ohne Fehler.", "utf-8")
    assert read_changes(tmp_path).empty


def test_a_date_in_the_future_is_a_problem_and_the_article_stays(tmp_path):
    file = tmp_path / "articles.csv"
    text = "Die Minister tagen in Wien."
    late = (dt.date.today() + dt.timedelta(days=40)).isoformat()
    file.write_text(f"date,outlet,text\n2022-03-01,A,{text}\n{late},A,{text} Morgen auch.\n", "utf-8")
    assert read_corpus(file)["date"].dt.date.astype("str").tolist() == ["2022-03-01", late]
    problems = read_problems(file)
    assert problems[["row", "problem"]].to_numpy().tolist() == [[3, f"the date {late} lies in the future."]]


def test_a_text_column_called_words_is_not_taken_for_a_number(tmp_path):
    file = tmp_path / "articles.csv"
    file.write_text("outlet,words,text\nTalblick,viele,Die Minister tagen in Wien.\n", "utf-8")
    corpus = read_corpus(file)
    assert outlet_summary(corpus)["words"].tolist() == [5]
    assert corpus["words"].tolist() == ["viele"]
