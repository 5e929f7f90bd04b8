"""Formats that are recognised so that none is taken for one long article."""

import pytest

from wortwahl.corpus import read_problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("\n\n     1 of 10 DOCUMENTS\n\n   Der Bote\n\nText.", "LexisNexis"),
        ("<HTML><BODY><P>1 of 74 DOCUMENTS</P></BODY></HTML>", "LexisNexis"),
        ("<html><head><title>Factiva</title></head><body></body></html>", "Factiva"),
        ("WARC/1.0\r\nWARC-Type: warcinfo\r\n", "WARC"),
        ("filedesc://x.arc 0.0.0.0 20240618 text/plain 9\n", "WARC"),
        ('<?xml version="1.0"?>\n<rss version="2.0"><channel></channel></rss>', "RSS"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "RSS"),
        ('<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"></TEI>', "TEI"),
        ('<?xml version="1.0"?><articles><article/></articles>', "XML"),
        ("{\\rtf1\\ansi Text}", "RTF"),
    ],
)
def test_kinds(put, text, kind):
    [problem] = read_problems(put("a.txt", text)).to_dict("records")
    assert kind in problem["problem"]
    assert problem["what_to_do"]


@pytest.mark.parametrize(
    "text", ["Es gab 1 of 2 documents, sagte er.", "From Berlin with love.", "Ein <rss> im Text."]
)
def test_prose_is_none_of_them(put, records, text):
    assert records(put("a.txt", text))[0] == "text"


def test_real_exports_are_named(shared):
    for name in (
        "factiva/german-ui.html.gz",
        "factiva/nyt-iso8859.html.gz",
        "lexisnexis/sample.TXT",
        "warc/example.warc",
    ):
        [problem] = read_problems(shared / "exports" / name)["problem"]
        assert "which is not read yet" in problem
