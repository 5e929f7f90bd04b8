"""TEI documents."""

import pytest
from made_up_markup import TEI

from wortwahl.corpus import read_corpus, read_problems


def test_a_document(put, records):
    reader, found, problems = records(put("a.xml", TEI))
    assert (reader, problems) == ("TEI", [])
    assert found[0].fields == {
        "title": "Gipfel in Genf",
        "author": "Anna Beispiel",
        "outlet": "Der Bote",
        "date": "2024-06-18",  # of the paper, not of the archive, not of the download
        "language": "de",
        "text": "Die Ministerin hat gesprochen.\n\nEin Ergebnis gab es nicht.",
    }


def test_several_articles_in_one_document(put, records):
    divs = "".join(
        f'<div type="article"><head>Titel {n}</head><byline>Von Anna Beispiel</byline>'
        f'<dateline>Genf, <date when="2024-06-1{n}">neulich</date></dateline><p>Text {n}.</p></div>'
        for n in (1, 2)
    )
    start, end = TEI.index("<head>"), TEI.index("</body>")
    _, found, _ = records(put("a.xml", TEI[:start] + divs + TEI[end:]))
    assert [record.fields["title"] for record in found] == ["Titel 1", "Titel 2"]
    assert [record.fields["date"] for record in found] == ["2024-06-11", "2024-06-12"]
    assert [record.fields["text"] for record in found] == ["Text 1.", "Text 2."]
    assert {record.fields["outlet"] for record in found} == {"Der Bote"}


def test_a_corpus(put):
    one = TEI.split("?>", 1)[1]
    both = one + one.replace("nicht", "doch")
    text = f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>{both}</teiCorpus>'
    articles = read_corpus(put("a.xml", text))
    assert articles["text"].str[-6:].tolist() == ["nicht.", " doch."]


def test_what_trafilatura_writes(put):
    trafilatura = pytest.importorskip("trafilatura")
    paragraphs = "".join(
        f"<p>Absatz {n}: {'Die Ministerin hat in Genf gesprochen. ' * 4}</p>" for n in range(4)
    )
    page = (
        '<html><head><title>Gipfel</title><meta property="og:site_name" content="Der Bote">'
        '<meta property="article:published_time" content="2024-06-18"></head>'
        f"<body><article><h1>Gipfel</h1>{paragraphs}</article></body></html>"
    )
    written = trafilatura.extract(page, output_format="xmltei", with_metadata=True)
    [row] = read_corpus(put("a.xml", written)).to_dict("records")
    assert row["title"] == "Gipfel"
    assert row["date_precision"] == "day"
    assert row["text"].count("\n\n") == 3


def test_a_document_without_text(put):
    assert read_problems(put("a.xml", "<TEI><text><body></body></text></TEI>"))["problem"].tolist() == [
        "article 1 has no text."
    ]


def test_a_document_that_ends_early(put, records):
    _, found, problems = records(put("a.xml", TEI[: TEI.index("gab es")]))
    assert found[0].fields["text"] == "Die Ministerin hat gesprochen.\n\nEin Ergebnis"
    assert "broken from line" in problems[0].problem


def test_other_xml_is_named(put):
    assert "XML document" in read_problems(put("a.xml", '<?xml version="1.0"?><note/>'))["problem"][0]
