"""Real exports, counted without our readers; skipped where they are missing."""

import csv
import gzip
import re
import zipfile

import pytest

from wortwahl.corpus import iter_corpus

# Labels and closing lines of the databases, none of which may be left in a text.
BOILERPLATE = (
    r"(?m)^(?:LOAD-DATE|LANGUAGE|LENGTH|PUBLICATION-TYPE|JOURNAL-CODE|Load-Date|Publication-Type): |"
    r"^(?:End of Document|Classification|All Rights Reserved|Copyright \d{4} .*)$|"
    r"^(?:Dokument|Document) [A-Z0-9]{12,}"
)


def whole(shared, name):
    [(articles, problems)] = iter_corpus(shared / "exports" / name)
    return articles, problems


def source(shared, name):
    data = (shared / "exports" / name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8", "replace")


@pytest.mark.parametrize(
    ("name", "sign", "count"),
    [
        # Each document begins with the line "1 of 10 DOCUMENTS" (one says "8 of 383").
        ("lexisnexis/sample.TXT", r"\d+ of \d+ DOCUMENTS", 10),
        # Each article has a box of its own with an id.
        ("factiva/german-ui.html.gz", r'<div id="article-', 100),
        ("factiva/nyt-iso8859.html.gz", r'<div id="article-', 27),
        ("nexis/afp_2013-03-12.html.gz", r"\d+ of 74 DOCUMENTS", 74),
    ],
)
def test_databases(shared, name, sign, count):
    assert len(re.findall(sign, source(shared, name))) == count
    articles, problems = whole(shared, name)
    assert len(articles) == count
    assert problems.empty
    for column in ("title", "outlet", "text"):
        assert (articles[column] != "").all()
    assert (articles["date_precision"] == "day").all()
    assert not articles["text"].str.contains(BOILERPLATE).any()


@pytest.mark.parametrize(("name", "count"), [("sample.DOCX", 10), ("guardian1.docx", 2)])
def test_word_exports(shared, name, count):
    with zipfile.ZipFile(shared / "exports" / "lexisnexis" / name) as archive:
        # Each document is closed by this line; the same number of bookmarks opens one.
        xml = archive.read("word/document.xml").decode()
    assert xml.count("End of Document") == count
    articles, problems = whole(shared, f"lexisnexis/{name}")
    assert len(articles) == count
    assert problems.empty
    assert (articles[["title", "outlet", "text"]] != "").all(axis=None)
    assert (articles["date_precision"] == "day").all()
    assert not articles["text"].str.contains(BOILERPLATE).any()
    assert not articles["text"].str.contains("ABSTRACT|FULL TEXT|Client/Matter").any()


def test_lengths_that_lexisnexis_states(shared):
    """The words that are read are about as many as each document says it has; the lorem ipsum is cut."""
    stated = [
        int(n.replace(",", ""))
        for n in re.findall(r"LENGTH: +([\d,]+) words", source(shared, "lexisnexis/sample.TXT"))
    ]
    articles, _ = whole(shared, "lexisnexis/sample.TXT")
    read = articles["text"].str.split().str.len().tolist()
    assert all(0.85 < a / b < 1.15 for a, b in zip(read, stated, strict=True)), list(
        zip(read, stated, strict=True)
    )


def test_lengths_that_factiva_states(shared):
    stated = [
        int(n.replace(".", ""))
        for n in re.findall(r"<div>([\d.]+) Wörter", source(shared, "factiva/german-ui.html.gz"))
    ]
    articles, _ = whole(shared, "factiva/german-ui.html.gz")
    read = articles["text"].str.split().str.len()
    ratio = (read / stated).sort_values()
    assert ratio.quantile(0.1) > 0.8, ratio.describe()


def test_media_cloud(shared):
    path = shared / "exports" / "mediacloud" / "spiegel-head.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 708  # the last row has the number 708
    articles, problems = whole(shared, "mediacloud/spiegel-head.csv")
    assert len(articles) == 708
    assert set(articles["outlet"]) == {"Spiegel"}
    assert problems["problem"].tolist() == ["the table has no texts: 708 headlines are read as such."]


def test_web_scraper(shared):
    name = "mediacloud/zeit-webscraper-head.csv"
    count = len(re.findall(r"(?m)^\d+-\d+;", source(shared, name)))  # the extension numbers its rows
    assert count == 1359
    articles, problems = whole(shared, name)
    assert len(articles) == count
    assert set(articles["outlet"]) == {"zeit.de"}
    assert (articles["date_precision"] == "day").all()
    assert len(problems) == 1


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("example.warc", 1),
        ("example.warc.gz", 1),
        ("example-bad-non-chunked.warc.gz", 1),
        ("example-wrong-chunks.warc.gz", 1),
        ("example-trunc.warc", 1),
        ("example-iana.org-chunked.warc", 1),
        ("example.arc.gz", 1),
    ],
)
def test_web_archives(shared, name, pages):
    articles, problems = whole(shared, f"warc/{name}")
    assert len(articles) == pages  # responses that are HTML and 200, in the file
    assert (articles["url"] != "").all()
    assert not problems["problem"].str.contains("damaged|early").any()
