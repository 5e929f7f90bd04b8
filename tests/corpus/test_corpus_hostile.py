"""Files that mean harm, and files that are noise: a problem each, never a crash."""

import gzip
import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wortwahl.corpus import ARTICLE_COLUMNS, Limits, iter_corpus, read_problems
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import (
    READERS,
    delimited,
    json_records,
    nexis_word,
    page,
    parquet,
    plain,
    reader_for,
    spreadsheet,
    web_archive,
    word,
    zipped,
)
from wortwahl.corpus.records import Problem, Record

STARTS = (
    b"",
    b"PAR1",
    b"\x1f\x8b\x08\x00",
    b"<html><body>",
    b'{"text": "',
    b"[{",
    b"---\n",
    b"text;date\n",
    b"\xff\xfe",
)
STARTS += (
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    b"filedesc://x 0 20240618 text/plain 9\n",
    b"PK\x05\x06",
    b"1 of 2 DOCUMENTS\n\n",
    b"<title>Factiva</title><div id='article-1'>",
    b'<rss version="2.0"><channel><item>',
    b"<TEI><text><body>",
    b"media_name,publish_date,title,url,media_id\n",
    b"web-scraper-order;URL;URL-href\n",
    b"\xef\xbb\xbf",
    b'text,title\n"',
    b"date 2024-06 ",
    b"PK\x03\x04",
    b"<!doctype html><script type='",
)
NOISE = st.builds(lambda start, rest: start + rest, st.sampled_from(STARTS), st.binary(max_size=200))
WORDS = st.builds(
    lambda start, rest: start + rest.encode("utf-8", "surrogatepass"),
    st.sampled_from(STARTS),
    st.text(alphabet="{}[]<>\"',;\t|\n\r:-ä01\u2028\ud800\x00", max_size=120),
)
BY_BYTES = (parquet, web_archive, spreadsheet, nexis_word, word)
QUICK = settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("noise")


@QUICK
@given(
    data=NOISE | WORDS,
    name=st.sampled_from(["a", "a.csv", "a.json", "a.jsonl.gz", "a.html", "a.parquet", "a.txt"]),
)
def test_any_file_gives_two_tables(place, data, name):
    path = place / name
    path.write_bytes(data)
    for articles, problems in iter_corpus(path):
        assert tuple(articles.columns[: len(ARTICLE_COLUMNS)]) == ARTICLE_COLUMNS
        assert (articles["text"] != "").all()
        assert len(articles) or len(problems)
        assert (problems["what_to_do"] != "").all()
        json.dumps(articles.astype(str).to_dict("records")).encode("utf-8")


@pytest.mark.parametrize(
    "reader", [one for one in READERS if one is not zipped], ids=lambda reader: reader.NAME
)
def test_each_reader_takes_any_bytes(place, reader):
    @QUICK
    @given(data=NOISE | WORDS)
    def check(data):
        path = place / "noise"
        path.write_bytes(data)
        raw = RawFile(path)
        # Some are recognised before the encoding is known; the others only ever see text.
        if raw.survey.encoding or reader in BY_BYTES:
            assert all(isinstance(item, Record | Problem) for item in reader.read(raw, {}))

    check()


@pytest.mark.parametrize(
    ("start", "reader"),
    [
        (b"PAR1", parquet),
        (b"<html><body>", page),
        (b'{"text": "Ja."}\n', json_records),
        (b"text;date\nJa.;2024\n", delimited),
        (b"Ja.", plain),
    ],
)
def test_the_name_does_not_decide(put, start, reader):
    for name in ("a.txt", "a", "a.bin", "a.doc"):
        assert reader_for(RawFile(put(name, start)), {}) is reader


def test_one_broken_file_among_many(put, tmp_path):
    put("good.txt", "---\ndate: 2024\noutlet: B\n---\nGuter Text.")
    put("bomb.jsonl.gz", gzip.compress(b" " * 30_000_000))
    put("deep.json", '{"text": ' + "[" * 200_000)
    put("cut.parquet", b"PAR1 und weiter nichts")
    put("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    put("aliases.txt", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nText mit Vorspann.")
    put("nothing.csv", "")
    [(articles, problems)] = iter_corpus(tmp_path)
    assert sorted(articles["text"]) == ["Guter Text.", "Text mit Vorspann."]
    files = {name.rsplit("/", 1)[1] for name in problems["file"]}
    assert files == {"bomb.jsonl.gz", "deep.json", "cut.parquet", "picture.txt", "aliases.txt", "nothing.csv"}
    assert not problems["problem"].str.contains("Traceback|\n").any()


def test_a_folder_of_links_and_paths_that_leave_it(put, tmp_path):
    put("secret.txt", "Geheim.")
    put("in/a.txt", "---\ndate: 2024\n---\nText.")
    (tmp_path / "in" / "b.txt").symlink_to("../secret.txt")
    [(articles, _)] = iter_corpus(tmp_path / "in")
    assert articles["text"].tolist() == ["Text."]


def test_a_field_beyond_the_limit_is_one_problem_in_each_format(put):
    limits = Limits(field=2000)
    large = "Wort " * 1000
    for name, content in (
        ("a.csv", f"text,date,outlet\n{large},2024,B\nKurz.,2024,B\n"),
        (
            "a.jsonl",
            json.dumps({"text": large, "date": 2024, "outlet": "B"}) + '\n{"text": "Kurz.", "date": 2024}\n',
        ),
        ("a.txt", large),
        ("a.html", f"<html><body><p>{large}</p></body></html>"),
    ):
        problems = read_problems(put(name, content), limits=limits)
        assert problems["problem"].str.contains("longer than 2,000 characters").sum() == 1, name


@pytest.mark.parametrize(
    "text",
    [
        "Titel: " * 60_000,
        "Titel\n\n" * 60_000,
        "Eine Zeile, die an dieser Stelle umbrochen\nwurde, und ".ljust(60) * 6_000,
        "<!-- x -->" * 50_000,
        "a-\n" * 90_000,
        "\u00ad " * 90_000,
        "1. " * 90_000,
        "A" * 1_000_000,
        ": " * 200_000,
        "(" * 90_000,
        "12:30\n" * 60_000,
    ],
    ids=range(11),
)
def test_time_grows_with_the_size_only(put, text):
    started = time.process_time()
    list(
        iter_corpus(
            put("a.jsonl", json.dumps({"title": "Titel", "text": text, "author": text[:9999]}) + "\n")
        )
    )
    list(iter_corpus(put("a.txt", text)))
    assert time.process_time() - started < 10
