"""Saved feeds."""

import pytest
from made_up_markup import ATOM, RSS

from wortwahl.corpus import read_corpus, read_problems


def test_rss(put, records):
    reader, found, problems = records(put("a.xml", RSS))
    assert reader == "feed"
    first, second, third = (record.fields for record in found)
    assert first == {
        "title": 'Gipfel in Genf: "Wir warten"',
        "url": "https://www.bote.example/genf",
        "date": "Tue, 18 Jun 2024 12:30:00 +0200",
        "author": "Anna Beispiel",
        "section": "Politik, Ausland",
        "feed": "Der Bote - Politik",
        "text": "Die Ministerin hat gesprochen.\n\nEin Ergebnis gab es nicht.",
        "extent": "full",
    }
    assert (second["url"], second["author"]) == ("https://www.bote.example/rat", "Bert Muster")
    assert (second["text"], second["extent"]) == ("Der Rat hat beschlossen – knapp.", "teaser")
    assert (third["text"], third["extent"]) == ("Nur eine Zeile", "headline")
    assert "title" not in third
    assert [(problem.row, problem.problem) for problem in problems] == [
        (4, "the entry has neither text nor title."),
        (0, "2 of 4 entries of the feed hold no more than a teaser."),
    ]


def test_atom(put, records):
    [record] = records(put("a", ATOM))[1]
    assert record.fields["title"] == "Gipfel in Genf"
    assert record.fields["url"] == "https://www.bote.example/genf"
    assert record.fields["date"] == "2024-06-18T10:00:00Z"
    assert record.fields["author"] == "Anna Beispiel"
    assert record.fields["text"] == "Die Ministerin hat gesprochen.\n\nEin Ergebnis gab es nicht."


def test_rdf(put, records):
    text = """<?xml version="1.0" encoding="iso-8859-1"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
     xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bote</title></channel>
    <item><title>Rat für alle</title><link>https://b.example/1</link><description>Größer.</description>
    <dc:date>2024-06-18</dc:date></item></rdf:RDF>"""
    [record] = records(put("a.rdf", text, "latin-1"))[1]
    assert (record.fields["title"], record.fields["text"]) == ("Rat für alle", "Größer.")
    assert record.fields["date"] == "2024-06-18"


def test_articles_have_the_host_as_outlet(put):
    articles = read_corpus(put("a.xml", RSS))
    assert set(articles["outlet"]) == {"bote.example"}
    assert articles["date"].dt.day.tolist()[:2] == [18, 19]


def test_without_addresses_the_outlet_is_the_feed(put):
    text = (
        "<rss><channel><title>Der Bote</title><item><description>Text.</description></item></channel></rss>"
    )
    assert read_corpus(put("a.xml", text))["outlet"].tolist() == ["Der Bote"]


def test_a_feed_that_ends_early(put, records):
    _, found, problems = records(put("a.xml", RSS[: RSS.index("Nur eine")]))
    assert [record.fields["title"] for record in found][:2] == [
        'Gipfel in Genf: "Wir warten"',
        "Haushalt beschlossen",
    ]
    assert "broken from line" in problems[0].problem


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a SYSTEM "http://b.example/x"> %a;',
    ],
)
def test_entities_of_its_own(put, declared):
    text = RSS.replace("<rss", f"<!DOCTYPE rss [{declared}]><rss", 1).replace("Nur eine", "&a;&b;")
    [problem] = read_problems(put("a.xml", text))["problem"]
    assert "entities of its own" in problem


def test_deep_nesting(put):
    text = "<rss><channel><item><description>" + "<b>" * 100_000
    assert len(read_problems(put("a.xml", text))) >= 1


def test_many_comments_before_the_root(put, records):
    assert records(put("a.xml", "<!-- x -->" * 20_000 + RSS.split("?>", 2)[2]))[0] == "feed"
