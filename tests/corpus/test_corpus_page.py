"""Saved HTML pages."""

import json

import pytest

from wortwahl.corpus.limits import Limits
from wortwahl.corpus.readers.page_titles import page_title

PARAGRAPHS = [
    "Die Ministerin hat in Genf mit ihren Kollegen über die Lage gesprochen. „Wir warten“, sagte sie dort.",
    "Ein Ergebnis gab es nach Angaben der Gastgeber nicht, wohl aber die Zusage, im Herbst wieder zu tagen.",
    "Bis dahin soll eine Gruppe von Fachleuten Vorschläge machen, die alle Seiten tragen können, hieß es.",
]


def page(head="", body=None, title="Gipfel in Genf | Bote"):
    body = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html>\n<html lang="de-CH"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><nav><a href='/'>Start</a> <a href='/abo'>Abo</a></nav><article><h1>Gipfel in Genf</h1>{body}"
        "</article><footer>Impressum und Datenschutz</footer></body></html>"
    )


LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "BreadcrumbList"},
        {
            "@type": ["NewsArticle"],
            "headline": "Gipfel &amp; Gespräch in Genf",
            "datePublished": "2024-06-18T10:00:00+02:00",
            "author": [{"@type": "Person", "name": "Anna Beispiel"}, {"name": "Bert Muster"}],
            "publisher": {"name": "Bote AG"},
            "articleSection": "Politik",
        },
    ],
}
META = (
    '<meta property="og:site_name" content="Bote vom Beispielberg"><meta property="og:url" '
    'content="https://www.bote.example/genf"><meta name="license" content="own">'
)


def one(records, path):
    name, found, problems = records(path)
    assert name == "HTML page"
    assert not problems
    return found[0]


def test_json_ld_and_meta(put, records):
    head = META + f'<script type="application/ld+json">{json.dumps(LD)}</script>'
    fields = one(records, put("a.html", page(head))).fields
    text = fields.pop("text")
    assert fields == {
        "title": "Gipfel & Gespräch in Genf",
        "date": "2024-06-18T10:00:00+02:00",
        "author": "Anna Beispiel, Bert Muster",
        "outlet": "Bote vom Beispielberg",
        "section": "Politik",
        "url": "https://www.bote.example/genf",
        "license": "own",
        "language": "de-CH",
    }
    assert text == "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize(("name", "packed"), [("seite", False), ("a.txt", False), ("a.html.gz", True)])
def test_a_page_by_any_name(put, records, name, packed):
    assert one(records, put(name, page(), packed=packed)).fields["title"] == "Gipfel in Genf"


def test_a_page_in_latin_1(put, records):
    fields = one(records, put("a.html", page().replace("„", '"').replace("“", '"'), "latin-1")).fields
    assert "über die Lage" in fields["text"]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        (
            '<meta property="article:published_time" content="2024-06-18T10:00:00+02:00">',
            "2024-06-18T10:00:00+02:00",
        ),
        ('<meta name="date" content="18.06.2024">', "18.06.2024"),
        ('<meta itemprop="datePublished" content="2024-06-18">', "2024-06-18"),
    ],
)
def test_dates_in_meta(put, records, head, date):
    assert one(records, put("a.html", page(head))).fields["date"] == date


def test_a_date_in_a_time_element(put, records):
    body = '<time datetime="2024-06-18">18. Juni</time>' + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert one(records, put("a.html", page(body=body))).fields["date"] == "2024-06-18"


def test_the_title_of_the_window_without_the_name_of_the_site(put, records):
    text = page().replace("<h1>Gipfel in Genf</h1>", "")
    assert one(records, put("a.html", text)).fields["title"] == "Gipfel in Genf"


def test_where_a_browser_notes_the_address(put, records):
    text = "<!-- saved from url=(0029)https://www.bote.example/genf -->\n" + page()
    assert one(records, put("a.html", text)).fields["url"] == "https://www.bote.example/genf"


def test_broken_json_ld_is_passed_over(put, records):
    head = META + '<script type="application/ld+json">{"@type": "NewsArticle", </script>'
    head += f'<script type="application/ld+json">{"[" * 100_000}</script>'
    assert one(records, put("a.html", page(head))).fields["outlet"] == "Bote vom Beispielberg"


def test_addresses_are_no_outlets_and_no_authors(put, records):
    head = '<meta property="og:site_name" content="https://www.bote.example">'
    head += '<meta property="article:author" content="https://social.example/bote">'
    fields = one(records, put("a.html", page(head))).fields
    assert fields["outlet"] == "bote.example"
    assert "author" not in fields


def test_bold_questions_are_counted(put, records):
    answer = "Das Völkerrecht fragt nicht, wie ein Staat sein Handeln tauft, es fragt, was seine Truppen tun."
    body = "".join(
        f"<p><strong>Ist das Frage {n}, Frau Beispiel?</strong></p><p>{answer}</p>" for n in range(4)
    )
    record = one(records, put("a.html", page(body=body)))
    assert record.questions == 4
    assert record.fields["text"].startswith("Ist das Frage 0, Frau Beispiel?\n\nDas Völkerrecht")


def test_script_in_a_page_is_no_text(put, records):
    body = "<script>alert(1)</script>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    assert "alert" not in one(records, put("a.html", page(body=body))).fields["text"]


@pytest.mark.parametrize(
    "text", ["<html></html>", "<!doctype html><body><p></p></body>", "<html><body>" + "<div>" * 3000]
)
def test_a_page_without_an_article(put, records, text):
    _, found, problems = records(put("a.html", text))
    assert not found
    assert "no article text" in problems[0].problem or "cannot be parsed" in problems[0].problem


def test_a_page_beyond_the_limit(put, records):
    _, found, problems = records(put("a.html", page() * 10), limits=Limits(whole=1000))
    assert not found
    assert "too large" in problems[0].problem


def test_an_xml_declaration_does_no_harm(put, records):
    text = '<?xml version="1.0" encoding="iso-8859-1"?>\n' + page()
    assert one(records, put("a.xhtml", text)).fields["title"] == "Gipfel in Genf"


@pytest.mark.parametrize(
    ("in_json", "shared", "first", "lower", "title"),
    [
        ("In JSON", "", ["Gedruckt"], [], "In JSON"),
        ("", "Geteilt", ["Gedruckt"], [], "Geteilt"),
        ("", "", ["Gedruckt"], [], "Gedruckt"),
        ("", "", [], [], "Fenster"),
        # Two wordings of one headline, or one with its kicker.
        ("Asyl: Der Streit endet", "Der Streit endet", [], [], "Asyl: Der Streit endet"),
        ("News zum Krieg in Nahost", "Aktuelle News zum Krieg in Nahost", [], [], "News zum Krieg in Nahost"),
        # The article's own headline stands with its teaser.
        (
            "So zahlt Europa",
            "Europas Antwort",
            ["So zahlt Europa"],
            ["Geld Europas Antwort"],
            "Europas Antwort",
        ),
        ("So zahlt Europa", "Europas Antwort", ["So zahlt Europa"], ["Mehr dazu"], "So zahlt Europa"),
        ("Suchwort Hitze", "Wenn Beton platzt", ["Wie Straßen halten"], [], "Wie Straßen halten"),
        ("Für die Suche", "Für alle", ["Für alle"], [], "Für die Suche"),
        # A dash in the headline is none before the site's name.
        ("", "Ein Land - ein Ziel", [], [], "Ein Land - ein Ziel"),
        ("", "Gipfel endet | Tal-Blick", [], [], "Gipfel endet"),
        ("", "Sieger und", ['Sieger und "Besuch"'], [], 'Sieger und "Besuch"'),
        ("", "Ein", ["Ein ganz anderer, viel längerer Satz über Berge"], [], "Ein"),
    ],
)
def test_the_title_is_asked_for_in_order(in_json, shared, first, lower, title):
    metas = {"og:title": shared, "og:site_name": "Tal Blick"}
    assert page_title(in_json, metas, first, lower, "Fenster | Tal Blick") == title
