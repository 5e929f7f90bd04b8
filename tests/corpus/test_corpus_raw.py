"""One raw file: unpacking within limits, and encodings."""

import gzip

import pytest

from wortwahl.corpus.limits import Limits
from wortwahl.corpus.raw import RawFile

TEXT = "Präsident Müller sagte: „Die Straße ist frei“ – für 5 €.\nZweite Zeile: Österreich, Zürich.\n"


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(put, encoding, packed):
    raw = RawFile(put("a.bin", TEXT, encoding, packed))
    assert not raw.survey.problems
    assert raw.text().lstrip("\ufeff") == TEXT
    assert "".join(raw.lines()).lstrip("\ufeff") == TEXT


def test_latin_1(put):
    text = "Präsident Müller sagte, die Straße sei frei.\n" * 3
    assert RawFile(put("a.txt", text, "latin-1")).text() == text


def test_utf_8_decides_over_the_whole_file_not_its_head(put):
    text = "plain ascii\n" * 60_000 + "Müller\n"
    assert RawFile(put("late.txt", text, "cp1252")).text() == text
    assert RawFile(put("late8.txt", text, "utf-8")).text() == text


def test_a_few_wrong_bytes_do_not_make_a_file_cp1252(put):
    raw = RawFile(put("a.txt", ("Straße, Müller, Öl. " * 40).encode() + b"\xff\xfe und mehr"))
    assert "Straße" in raw.text()
    assert [problem.problem for problem in raw.survey.problems] == [
        "some bytes are no UTF-8; they show as \ufffd."
    ]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"   \n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (bytes(range(256)) * 40, "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "no text"),
        (b"\xd0\xcf\x11\xe0" + b"abc" * 100, "old Office"),
        (b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%PDF-1.7\n" + b"abc" * 100, "PDF"),
        (gzip.compress(gzip.compress(b"text")), "packed twice"),
        (b"\x1f\x8b", "damaged"),
    ],
)
def test_no_text(put, data, says):
    survey = RawFile(put("a.txt", data)).survey
    assert not survey.readable
    assert says in survey.problems[0].problem
    assert survey.problems[0].what_to_do


def test_a_truncated_gzip_gives_what_came_before(put):
    data = gzip.compress("".join(f"Zeile {n} mit Text\n" for n in range(20_000)).encode())
    raw = RawFile(put("a.txt.gz", data[: len(data) // 2]))
    lines = list(raw.lines())
    assert raw.survey.readable
    assert "damaged or ends early" in raw.survey.problems[0].problem
    assert lines[:2] == ["Zeile 0 mit Text\n", "Zeile 1 mit Text\n"]
    assert len(lines) > 1000


def test_a_bomb_is_refused(put):
    path = put("bomb.txt", b"0" * (40 * 2**20), packed=True)
    survey = RawFile(path).survey
    assert not survey.readable
    assert "unpacks to more than" in survey.problems[0].problem


def test_the_limit_of_a_file(put):
    survey = RawFile(put("a.txt", "Wort " * 1000), Limits(file=1000)).survey
    assert not survey.readable


def test_ordinary_packed_text_is_no_bomb(put):
    raw = RawFile(put("a.txt", TEXT * 20_000, packed=True))
    assert raw.survey.readable


def test_a_long_line_is_passed_over(put):
    raw = RawFile(put("a.txt", "kurz\n" + "x" * 500 + "\nkurz\n"), Limits(field=100))
    assert list(raw.lines()) == ["kurz\n", None, "kurz\n"]


def test_a_file_that_is_gone(tmp_path):
    survey = RawFile(tmp_path / "none.txt").survey
    assert not survey.readable
    assert "cannot be opened" in survey.problems[0].problem


def test_the_file_is_not_touched(put):
    path = put("a.txt", TEXT)
    before = (path.stat().st_mtime_ns, path.read_bytes())
    list(RawFile(path).lines())
    assert (path.stat().st_mtime_ns, path.read_bytes()) == before
