"""Exports that somebody damaged: no reader crashes, and what is wrong is said."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_up_exports import (
    MEDIACLOUD,
    WEB_SCRAPER,
    docx,
    factiva_html,
    lexisnexis_text,
    nexis_html,
    nexis_word,
    packed,
)
from made_up_markup import ATOM, RSS, TEI, warc
from test_corpus_page import META, page
from test_corpus_spreadsheet import HEADER, book

from wortwahl.corpus import ARTICLE_COLUMNS, iter_corpus

EXPORTS = {
    "lexisnexis.txt": lexisnexis_text().encode(),
    "lexisnexis-de.txt": lexisnexis_text("de").encode("cp1252", "replace"),
    "nexis.docx": nexis_word(),
    "nexis-de.docx": nexis_word("de"),
    "nexis.html": nexis_html().encode(),
    "factiva.html": factiva_html().encode(),
    "mediacloud.csv": MEDIACLOUD.encode(),
    "scraper.csv": WEB_SCRAPER.encode(),
    "table.xlsx": book([HEADER, ["A", "2024", "B", "Eins.", ""]]),
    "word.docx": docx("Titel", "Ein Absatz.", "Noch einer."),
    "all.zip": packed({"a.csv": "text;date\nEins.;2024\n", "b/n.docx": nexis_word(), "c.txt": "Ein Text."}),
    "stored.zip": packed({"a.csv": "text;date\nEins.;2024\n", "b/t.xml": TEI, "c.xml": RSS}, 0),
    "pages.warc": warc(page(META)),
    "rss.xml": RSS.encode(),
    "atom.xml": ATOM.encode(),
    "tei.xml": TEI.encode(),
}
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def damage(draw, data):
    """Cut, overwrite, delete and repeat parts of a file."""
    data = bytearray(data)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 60)))
        how = draw(st.sampled_from(["cut", "overwrite", "delete", "repeat", "swap"]))
        if how == "cut":
            del data[max(start, 1) :]
        elif how == "overwrite":
            data[start:end] = draw(st.binary(min_size=end - start, max_size=end - start))
        elif how == "delete":
            del data[start:end]
        elif how == "repeat":
            data[start:start] = data[start:end] * draw(st.integers(1, 30))
        else:
            data[start:end] = data[start:end][::-1]
    return bytes(data)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("damaged")


@pytest.mark.parametrize("name", EXPORTS)
def test_no_damage_is_a_crash(place, name):
    @QUICK
    @given(data=damage(EXPORTS[name]))
    def check(data):
        path = place / name
        path.write_bytes(data)
        for articles, problems in iter_corpus(path):
            assert tuple(articles.columns[: len(ARTICLE_COLUMNS)]) == ARTICLE_COLUMNS
            assert (articles["text"] != "").all()
            assert len(articles) or len(problems)
            assert (problems["what_to_do"] != "").all()
            assert not problems["problem"].str.contains("\n|Traceback").any()
            json.dumps(articles.astype(str).to_dict("records")).encode("utf-8")

    check()


@pytest.mark.parametrize("name", EXPORTS)
def test_the_content_decides_not_the_name(place, name):
    readable = []
    for ending in ("", ".txt", ".bin"):
        path = place / f"undamaged{ending}"
        path.write_bytes(EXPORTS[name])
        [(articles, _)] = iter_corpus(path)
        assert len(articles)
        readable.append(articles.drop(columns=["source"]).to_csv())
    assert len(set(readable)) == 1
