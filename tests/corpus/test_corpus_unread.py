"""Formats that are recognised so that none is taken for one long article."""

import pytest

from wortwahl.corpus import read_problems


@pytest.mark.parametrize(
    ("text", "kind"),
    [
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
