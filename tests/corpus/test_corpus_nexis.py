"""Nexis Uni and Lexis Advance as DOCX, Nexis UK as HTML."""

import pytest
from made_up_exports import FIRST, SECOND, docx, nexis_html, nexis_word

from wortwahl.corpus import read_corpus, read_problems

LEAD = "Die Minister wollen im Herbst wieder tagen."


@pytest.mark.parametrize("language", ["en", "de"])
def test_word_documents(put, records, language):
    reader, found, problems = records(put("a.DOCX", nexis_word(language)))
    assert (reader, problems) == ("Nexis Uni DOCX", [])
    first, second = (record.fields for record in found)
    assert first["title"] == "Gipfel in Genf endet ohne Ergebnis"
    assert first["outlet"] == "Der Bote (Beispielberg)"
    assert (first["section"], first["page"], first["author"]) == ("POLITIK", "S. 3", "Anna Beispiel")
    assert first["language"] == "GERMAN"
    assert first["text"] == "\n\n".join((LEAD, *FIRST))
    assert (second["title"], second["outlet"]) == ("Haushalt beschlossen", "Nordheimer Tagblatt")
    assert second["text"] == "\n\n".join(SECOND)


def test_word_dates(put):
    articles = read_corpus(put("a.docx", nexis_word("de")))
    assert articles["date"].dt.strftime("%Y-%m-%d").tolist() == ["2024-06-18", "2024-06-20"]
    assert read_problems(put("b.docx", nexis_word())).empty


def test_the_headings_of_an_abstract_go(put, records):
    parts = ("Titel", "Der Bote", "18. Juni 2024", "Body", "ABSTRACT", "Kurz.", "FULL TEXT", "Lang.")
    [record] = records(put("a.docx", docx(*parts, "End of Document")))[1]
    assert record.fields["text"] == "Kurz.\n\nLang."


def test_a_word_export_that_ends_early(put, records):
    parts = ("Titel", "Der Bote", "18. Juni 2024", "Body", "Eins.", "End of Document", "Zweiter", "Der Bote")
    data = docx(*parts, "19. Juni 2024", "Body", "Zwei")
    _, found, problems = records(put("a.docx", data))
    assert [record.fields["text"] for record in found] == ["Eins.", "Zwei"]
    assert "does not end" in problems[0].problem


def test_a_word_document_without_text(put, records):
    data = docx("Titel", "Der Bote", "18. Juni 2024", "Length: 0 words", "Body", "End of Document")
    _, found, problems = records(put("a.docx", data))
    assert not found
    assert problems[0].problem == "document 1 has no text."


def test_a_title_with_a_colon_and_a_word_of_a_label(put, records):
    parts = ("Person: Eine Würdigung", "Der Bote", "18. Juni 2024", "Body", "Eins.", "End of Document")
    assert records(put("a.docx", docx(*parts)))[1][0].fields["title"] == "Person: Eine Würdigung"


def test_html(put, records):
    reader, found, problems = records(put("a.html", nexis_html()))
    assert (reader, problems) == ("Nexis UK HTML", [])
    first, second = (record.fields for record in found)
    assert first == {
        "outlet": "Der Bote",
        "date": "June 18, 2024 Tuesday 11:21 AM GMT",
        "title": "Gipfel in Genf endet ohne Ergebnis",
        "dateline": "GENF, 18. Juni 2024",
        "language": "GERMAN",
        "text": "\n\n".join(FIRST),
    }
    assert second["title"] == "Haushalt beschlossen"
    assert second["text"] == "\n\n".join(SECOND)


def test_html_that_ends_early(put):
    source = nexis_html()
    articles = read_corpus(put("a.html", source[: source.index("mit einer Stimme")]))
    assert articles["title"].tolist() == ["Gipfel in Genf endet ohne Ergebnis", "Haushalt beschlossen"]
    assert articles["text"][1].startswith("Der Rat")
