"""Factiva pages, by their order of lines and by their table of codes."""

import pytest
from made_up_exports import FIRST, SECOND, factiva_html

from wortwahl.corpus import read_corpus

EMPTY = "<html><head><title>Factiva</title></head><body></body></html>"


@pytest.mark.parametrize("language", ["de", "en"])
def test_lines_without_names(put, records, language):
    reader, found, problems = records(put("a.html", factiva_html(language)))
    assert (reader, problems) == ("Factiva HTML", [])
    first, second = (record.fields for record in found)
    assert first == {
        "title": "Gipfel in Genf endet ohne Ergebnis",
        "section": "Politik",
        "author": "Anna Beispiel",
        "date": "11 Juni 2024" if language == "de" else "11 June 2024",
        "outlet": "Der Bote Online",
        "language": "Deutsch" if language == "de" else "German",
        "caption": "Die Ministerin vor dem Palast.",
        "text": "\n\n".join(FIRST),
    }
    # The number of the list goes, that of the title stays; a time of day is no outlet.
    assert (second["title"], second["outlet"]) == ("24 Stimmen für den Haushalt", "Der Bote Online")
    assert second["text"] == "\n\n".join(SECOND)


def test_articles(put):
    articles = read_corpus(put("a.html", factiva_html(), packed=True))
    assert articles["date"].dt.strftime("%Y-%m-%d").tolist() == ["2024-06-11", "2024-06-12"]
    assert set(articles["language"]) == {"de"}


def test_a_page_that_says_utf_8_and_is_not(put):
    source = factiva_html().replace("„", '"').replace("“", '"')
    assert read_corpus(put("a.html", source, "latin-1"))["title"][1] == "24 Stimmen für den Haushalt"


def test_addresses_of_links_go(put, records):
    source = factiva_html().replace("Stimme Mehrheit", "Stimme[http://www.bote.example/\nrat] Mehrheit")
    assert records(put("a.html", source))[1][1].fields["text"] == "\n\n".join(SECOND)


def test_a_table_of_codes(put, records):
    rows = {
        "SE": "Politik", "HD": "Gipfel in Genf", "BY": "By Anna Beispiel", "WC": "52 words",
        "PD": "18 June 2024", "SN": "Der Bote", "SC": "BOTE", "LA": "German", "CY": "Copyright 2024 Der Bote",
        "LP": f"<p>{FIRST[0]}</p>", "TD": f"<p>{FIRST[1]}</p><p>{FIRST[2]}</p>",
        "AN": "Document BOTE00020240618",
    }  # fmt: skip
    table = "".join(f"<tr><td><b>{code}</b></td><td>{value}</td></tr>" for code, value in rows.items())
    box = f'<div class="article enArticle"><table>{table}</table></div>'
    [record] = records(put("a.html", EMPTY.replace("</body>", f"{box}</body>")))[1]
    assert record.fields == {
        "section": "Politik",
        "title": "Gipfel in Genf",
        "author": "Anna Beispiel",
        "date": "18 June 2024",
        "outlet": "Der Bote",
        "language": "German",
        "text": "\n\n".join(FIRST),
    }


def test_a_page_without_articles_is_listed(put, records):
    _, found, problems = records(
        put("a.html", "<html><head><title>Factiva</title></head><body></body></html>")
    )
    assert not found
    assert "shows no article" in problems[0].problem


def test_a_page_that_ends_early(put):
    source = factiva_html()
    articles = read_corpus(put("a.html", source[: source.index("mit einer Stimme")]))
    assert len(articles) == 2
    assert articles["text"][1].startswith("Der Rat")
