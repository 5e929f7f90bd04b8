"""Web archives: WARC and ARC, whole, packed and broken."""

import gzip

import pytest
from made_up_markup import warc
from test_corpus_page import META, PARAGRAPHS, page

from wortwahl.corpus import Limits, read_corpus, read_problems

ARCHIVE = warc(page(META))


@pytest.mark.parametrize("packed", [False, True])
def test_a_page_is_an_article_and_the_rest_is_counted(put, records, packed):
    reader, found, problems = records(put("a.warc", ARCHIVE, packed=packed))
    assert reader == "WARC"
    [record] = found
    assert record.row == 3
    assert record.fields["title"] == "Gipfel in Genf"
    assert record.fields["outlet"] == "Bote vom Beispielberg"
    assert record.fields["crawled"] == "2024-06-20T04:03:53Z"
    assert record.fields["text"] == "\n\n".join(PARAGRAPHS)
    assert [problem.problem for problem in problems] == [
        "1 of 6 records of the web archive hold no page (pictures, scripts, style sheets).",
        "1 of 6 records of the web archive are redirects or error pages.",
        "1 of 6 records of the web archive say that a page was the same as before, without its text.",
    ]


def test_each_record_packed_by_itself(put, records):
    parts = ARCHIVE.split(b"\r\n\r\nWARC/1.0")
    packed = b"".join(
        gzip.compress((b"WARC/1.0" if n else b"") + part + b"\r\n\r\n") for n, part in enumerate(parts)
    )
    assert len(records(put("a.warc.gz", packed))[1]) == 1


def test_the_address_and_the_host_where_the_page_says_nothing(put):
    [row] = read_corpus(put("a.warc", warc(page()))).to_dict("records")
    assert (row["url"], row["outlet"]) == ("https://www.bote.example/genf", "bote.example")


def test_the_day_of_the_crawl_is_not_that_of_the_article(put):
    articles = read_corpus(put("a.warc", warc(page())))
    assert articles["date"].isna().all()


def test_an_archive_that_ends_early(put, records):
    cut = ARCHIVE.index(b"Bis dahin")
    _, found, problems = records(put("a.warc", ARCHIVE[:cut]))
    assert found[0].fields["text"] == "\n\n".join(PARAGRAPHS[:2])
    assert (problems[0].row, "ends early" in problems[0].problem) == (3, True)


def test_arc(put):
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page().encode()
    head = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n\n"
    text = (
        b"filedesc://a.arc 127.0.0.1 20240620050221 text/plain %d\n" % (len(head) - 2)
        + head
        + b"https://www.bote.example/genf 127.0.0.1 20240620050221 text/html %d\n" % len(body)
        + body
        + b"\n"
    )
    [row] = read_corpus(put("a.arc", text)).to_dict("records")
    assert (row["title"], row["url"]) == ("Gipfel in Genf", "https://www.bote.example/genf")


def test_a_page_that_unpacks_to_too_much(put):
    bomb = gzip.compress(b"<html>" + b" " * 60_000_000)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n" + bomb
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://b.example/\r\n"
    head += b"Content-Length: %d\r\n\r\n"
    path = put("a.warc", head % len(block) + block + b"\r\n\r\n" + ARCHIVE)
    problems = read_problems(path)
    assert "packed wrongly" in problems["problem"][0]
    assert len(read_corpus(path)) == 1
    assert read_problems(path, limits=Limits(whole=100))["problem"].str.contains("wrongly").sum() == 2


def test_a_page_without_text_is_named_with_its_address(put):
    problems = read_problems(put("a.warc", warc("<html><body></body></html>")))["problem"]
    assert problems.str.contains(r"no article text.*\(https://www.bote.example/genf\)").any()


def test_a_broken_archive_is_one_problem(put):
    problems = read_problems(put("a.warc", b"WARC/1.0\r\n\x00\xff nothing\r\n\r\n"))["problem"]
    assert 1 <= len(problems) <= 2
