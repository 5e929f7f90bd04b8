"""LexisNexis text and the older DOCX: labels go, but only at their place."""

import pytest
from made_up_exports import FIRST, SECOND, docx, lexisnexis_text

from wortwahl.corpus import read_corpus, read_problems


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("name", ["a.TXT", "a", "a.csv"])
def test_two_documents(put, records, language, name):
    reader, found, problems = records(put(name, lexisnexis_text(language)))
    assert (reader, problems) == ("LexisNexis", [])
    first, second = (record.fields for record in found)
    assert first == {
        "outlet": "Der Bote (Beispielberg)",
        "date": "18. Juni 2024 Dienstag",
        "edition": "Ausgabe 2; Nord",
        "title": "Gipfel in Genf endet nach zwei Tagen und langen Gesprächen am Ende doch ohne Ergebnis",
        "author": "Anna Beispiel",
        "section": "POLITIK",
        "page": "S. 3",
        "language": "GERMAN",
        "text": first["text"],
    }
    assert first["text"].startswith("Die Minister wollen im Herbst wieder tagen.\n\nDie Ministerin hat")
    assert second["outlet"] == "Nordheimer Tagblatt"
    assert second["date"] == "June 20, 2024 Thursday"
    assert [record.row for record in found] == [1, 2]


def test_articles_are_whole_and_hold_nothing_of_the_database(put):
    articles = read_corpus(put("a.txt", lexisnexis_text()))
    assert articles["text"][0] == "\n\n".join(("Die Minister wollen im Herbst wieder tagen.", *FIRST))
    assert articles["text"][1] == "\n\n".join(SECOND)
    assert articles["date"].dt.strftime("%Y-%m-%d").tolist() == ["2024-06-18", "2024-06-20"]
    assert articles["language"].tolist() == ["de", "de"]


def document(*blocks):
    top = ("1 of 1 DOCUMENTS".center(78), "Der Bote".center(78), "18. Juni 2024".center(78), "Titel")
    return "\n\n".join((*top, "LENGTH: 9 words", *blocks)) + "\n"


@pytest.mark.parametrize("label", ["GRAPHIC: Ein Bild", "LANGUAGE: GERMAN", "LOAD-DATE: 1. Juni 2024"])
def test_a_label_in_the_middle_of_a_text_is_text(put, records, label):
    [record] = records(put("a.txt", document("Eins.", label, "Zwei.", "LANGUAGE: GERMAN")))[1]
    assert record.fields["text"] == f"Eins.\n\n{label}\n\nZwei."


def test_rights_within_a_text_stay_and_below_it_go(put, records):
    rights = "Alle Rechte vorbehalten"
    text = document("Eins.", rights, "Zwei.", rights.center(78))
    assert records(put("a.txt", text))[1][0].fields["text"] == f"Eins.\n\n{rights}\n\nZwei."


def test_labels_that_go_on_in_further_blocks(put, records):
    below = ("LOAD-DATE: 1. Juni 2024", "GRAPHIC: Ein Bild", "Noch ein Bild", "PUBLICATION-TYPE: Zeitung")
    assert records(put("a.txt", document("Eins.", *below)))[1][0].fields["text"] == "Eins."


def test_a_document_without_labels(put, records):
    text = "\n\n".join(("1 of 1 DOCUMENTS", " " * 20 + "Der Bote", " " * 20 + "18. Juni 2024", "Titel"))
    text += "\n\nEins.\n\nZwei.\n\nDrei.\n\nVier.\n"
    [record] = records(put("a.txt", text))[1]
    assert record.fields["title"] == "Titel"
    assert record.fields["text"] == "Eins.\n\nZwei.\n\nDrei.\n\nVier."


def test_a_document_without_text_is_listed(put, records):
    _, found, problems = records(put("a.txt", document() + document("Eins.")))
    assert [record.row for record in found] == [2]
    assert [(problem.row, problem.problem) for problem in problems] == [(1, "document 1 has no text.")]


def test_a_date_that_is_none_is_listed(put):
    path = put("a.txt", document("Eins.").replace("18. Juni 2024", "neulich      "))
    assert read_problems(path)["problem"].tolist() == ["the date 'neulich' is not understood."]


def test_a_file_that_ends_early(put):
    text = lexisnexis_text()
    articles = read_corpus(put("a.txt", text[: text.index("mit einer Stimme")]))
    assert len(articles) == 2
    assert articles["text"][1].startswith("Der Rat")


def test_windows_encoding(put):
    text = lexisnexis_text("de").lstrip("\ufeff")
    assert "Gesprächen" in read_corpus(put("a.txt", text, "cp1252"))["title"][0]


def test_the_same_layout_as_docx(put):
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    data = docx(
        ("1 of 1 DOCUMENTS", centred),
        ("Der Bote", centred),
        ("18. Juni 2024\nAusgabe 2", centred),
        "Gipfel in Genf",
        "LENGTH: 52 words",
        *FIRST,
        "LOAD-DATE: June 19, 2024",
        ("Copyright 2024 Verlag Der Bote\nAll Rights Reserved", centred),
    )
    [row] = read_corpus(put("a.docx", data)).to_dict("records")
    assert (row["outlet"], row["title"], row["edition"]) == ("Der Bote", "Gipfel in Genf", "Ausgabe 2")
    assert row["text"] == "\n\n".join(FIRST)
