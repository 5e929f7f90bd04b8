"""A corpus of which every name and every text tries to break out."""

import csv
import re
import sys
from html.parser import HTMLParser

import openpyxl
import pytest
from runs_corpora import records, settings, write_csv, write_jsonl

from wortwahl import cli, safety
from wortwahl.runs import status_lines, status_of

pytestmark = pytest.mark.slow

NASTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)> <svg/onload=alert(2)>",
    '"\'><a href="javascript:alert(1)">hier</a>',
    "=1+1",
    '=HYPERLINK("http://boese.example/";"Klick")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "#set page(fill: red) #panic() $x^2$ `code` *fett* _schräg_ @quelle <marke> \\ // /* */",
    '#read("/etc/passwd") #include "a.typ" ~~~ [[Verweis]] {{ 7*7 }} {% raw %}',
    "| a | b |\n|---|---|\n# Titel\n![Bild](http://boese.example/x.png) [x](javascript:alert(1))",
    "\u202egnp.exe \u200f\u2066rechts\u2069 links",
    "Glocke\x07 Löschen\x1b[2J\x1b]0;Titel\x07 Zurück\x08 Null\x00 Wagen\rrücklauf",
    "Halb \ud800 Zeichen",
    "A" * 5000,
)
USES = (
    "Der Angriffskrieg geht weiter, sagte {name}: „Die Spezialoperation läuft.“ {name} "
    "Der Ukraine-Konflikt bleibt."
)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """One run on the hostile corpus, and what the command line said."""
    base = tmp_path_factory.mktemp("hostile")
    raw = base / "raw"
    rows = []
    for number, text in enumerate(NASTY):
        for copy in range(2):
            rows.append(
                {
                    "date": f"2024-0{number % 6 + 1}-1{copy}",
                    "outlet": text[:300],
                    "title": f"{text} {copy}",
                    "text": USES.format(name=text) + f" Meldung {number} {copy}.",
                    "author": text,
                    "section": text,
                    "url": text,
                    "genre": "report",
                    "language": "de",
                    text[:100]: text[:100],
                    "kurz": text[:60],
                }
            )
    write_jsonl(raw / "a.jsonl", rows)
    plain = [
        {**row, text[:60].replace("\x00", ""): text} for row, text in zip(records(8), NASTY, strict=False)
    ]
    write_csv(raw / "<b onclick=alert(1)> $x$ #y `z`.csv", plain)
    (raw / "=1+1 #kaputt.json").write_text("{<script>", "utf-8")
    given = settings(raw, base)
    arguments = ["run", str(raw), "--out", given.out, "--processed", given.processed, "--quiet"]
    arguments += ["--voice-method", "rules", "--resamples", "100", "--topics", "2", "--lang", "de"]
    return base, given, arguments


@pytest.fixture(scope="module")
def out(hostile):
    base, _, arguments = hostile
    assert cli.main(arguments) == 0
    return base / "out"


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text.append(data)


def test_nothing_in_the_page_is_active(out):
    page = Page()
    source = (out / "report.html").read_text("utf-8")
    page.feed(source)
    assert not {"script", "img", "iframe", "object", "embed", "link", "form", "base"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    addresses = [value for name, value in page.attributes if name in ("href", "src", "xlink:href")]
    assert all(value.startswith("#") for value in addresses)
    text = " ".join(page.text)
    for shown in (
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "#set page(fill: red)",
        "=1+1",
    ):
        assert shown in text, shown
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\u2066\ud800-\udfff]", source)


def test_no_cell_is_a_formula(out):
    cells = []
    for path in sorted((out / "tables").glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells += [cell for row in csv.reader(file) for cell in row]
    book = openpyxl.load_workbook(out / "tables.xlsx")
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", cell.value
                assert cell.hyperlink is None
                cells.append(cell.value)
    texts = [cell for cell in cells if isinstance(cell, str)]
    assert "'=1+1" in texts
    dangerous = [
        cell for cell in texts if re.match(r"\s*[=+\-@]", cell) and not re.match(r"[-+]?[\d.]", cell)
    ]
    assert not dangerous
    assert not [cell for cell in texts if re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202e\u2066]", cell)]


def test_the_pdf_is_there_and_read_no_file(out):
    data = (out / "report.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert b"root:x:0" not in data
    assert b"/JavaScript" not in data and b"/Launch" not in data


def test_the_terminal_stays_clean(out, hostile, capsys, monkeypatch):
    base, given, _ = hostile
    raw = str(base / "raw")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    for verb in ("articles", "problems", "uses", "forms"):
        assert cli.main([verb, raw]) == 0
    assert cli.main(["concordance", raw, "--term", "Spezialoperation", "--format", "jsonl"]) == 0
    assert cli.main(["shares", raw, "--by", "\x1b[2J"]) == 1
    assert cli.main(["run", "\x1b[2J\nnirgends"]) == 1
    said = "".join(capsys.readouterr())
    assert "alert(1)" in said
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", said)
    lines = [safety.terminal(line) for line in status_lines(status_of(given, base), given)]
    assert any("up to date" in line for line in lines)
