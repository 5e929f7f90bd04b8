import io
import re
from html.parser import HTMLParser

import openpyxl
import pandas as pd
import pypdf
import pytest
from edge_results import NASTY, tiny
from made_up_results import facts_only, made_up

from wortwahl import safety, storage
from wortwahl.corpus import PERIODS
from wortwahl.errors import InputError
from wortwahl.report import write_report
from wortwahl.report.html import to_html
from wortwahl.report.results import TABLES, Results, clean
from wortwahl.report.sections.framing import framing
from wortwahl.report.wording import Wording
from wortwahl.report.write import make_document

SHOWN = [safety.terminal(clean(text)) for text in NASTY]


class Reader(HTMLParser):
    """Collects what a browser would see: tags, attributes and the text of elements."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text, self.inside = [], [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data):
        self.text.append(data)


def read(path):
    reader = Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def pdf_text(path):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def squeezed(text):
    """Return a text without white space, hyphens and direction: a page may break a line anywhere."""
    return re.sub(r"[\s\u00ad\u2010\u200b-]+", "", text)


def test_the_results_are_not_changed(tmp_path):
    results = tiny()
    before = {name: table.copy() for name, table in results.items() if name != "facts"}
    write_report(results, tmp_path)
    for name, table in before.items():
        pd.testing.assert_frame_equal(results[name], table)
    assert (tmp_path / "tables" / "shares.csv").read_text("utf-8-sig") == storage.csv_text(results["shares"])


def test_files_written(tmp_path):
    results = tiny()
    written = write_report(results, tmp_path)
    names = [str(path.relative_to(tmp_path)) for path in written]
    tables = [f"tables/{name}.csv" for name in TABLES if name in results]
    assert names == [*tables, "tables.xlsx", "report.pdf", "report.html"]
    assert all(path.stat().st_size > 0 for path in written)
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == sorted(written)


def test_the_same_results_give_the_same_bytes(tmp_path):
    first = write_report(tiny(), tmp_path / "a", "de")
    second = write_report(tiny(), tmp_path / "b", "de")
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


@pytest.mark.parametrize("lang", ["en", "de"])
def test_facts_alone_are_enough(tmp_path, lang):
    written = write_report(facts_only(articles=0, words=0, outlets=0, files=[]), tmp_path, lang)
    assert [path.name for path in written] == ["tables.xlsx", "report.pdf", "report.html"]


def test_empty_tables_are_enough(tmp_path):
    results = {"facts": facts_only()["facts"]} | {
        name: pd.DataFrame(columns=list(c)) for name, c in TABLES.items()
    }
    written = write_report(results, tmp_path)
    assert len(written) == len(TABLES) + 3
    assert "None of the terms" in pdf_text(tmp_path / "report.pdf")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda r: r.update(other=r["shares"]), "no table of the name 'other'"),
        (lambda r: r.pop("facts"), "facts"),
        (lambda r: r["facts"].update(colour="red"), "no fact of the name 'colour'"),
        (lambda r: r.update(shares=r["shares"].drop(columns="low")), "no column 'low'"),
        (lambda r: r.update(shares_period=r["shares"]), "no column of periods.* day, week, month"),
    ],
)
def test_wrong_results_are_an_error_and_nothing_is_written(tmp_path, change, message):
    results = tiny()
    change(results)
    with pytest.raises(InputError, match=message):
        write_report(results, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("lang", ["en", "de"])
@pytest.mark.parametrize("period", PERIODS)
def test_shares_over_time_take_any_period(period, lang):
    results = Results(made_up(outlets=2, months=26, topics=2, period=period))
    assert results.period() == period
    (block,) = [block for block in framing(results, Wording(lang)) if getattr(block, "key", "") == "time"]
    caption = "".join(part if isinstance(part, str) else part.text for part in block.caption)
    assert Wording(lang).text(f"period.{period}") in caption
    assert "2022" in block.figure.alt and "2024" in block.figure.alt


def test_one_period_is_no_line(tmp_path):
    results = Results(made_up(outlets=2, months=1, topics=2, period="year"))
    assert "time" not in [getattr(block, "key", "") for block in framing(results, Wording("en"))]


def test_an_unknown_language_writes_nothing(tmp_path):
    with pytest.raises(InputError, match="'fr'"):
        write_report(tiny(), tmp_path / "out", "fr")
    assert not (tmp_path / "out").exists()


def test_html_is_closed_to_scripts_and_to_the_world(german_report, nasty_report):
    for folder in (german_report, nasty_report):
        page = read(folder / "report.html")
        assert not {"script", "iframe", "object", "embed", "link", "img", "form", "base"} & set(page.tags)
        assert not [name for _, name, _ in page.attributes if name.startswith("on")]
        addresses = [v for _, name, v in page.attributes if name in ("href", "src", "xlink:href")]
        assert addresses and all(address.startswith("#") for address in addresses)
        source = (folder / "report.html").read_text("utf-8")
        assert "url(http" not in source and "@import" not in source
        policy = [v for tag, name, v in page.attributes if tag == "meta" and name == "content"]
        assert any("default-src 'none'" in text and "script" not in text for text in policy)


def test_html_structure(german_report):
    page = read(german_report / "report.html")
    assert ("html", "lang", "de") in page.attributes
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {v[1:] for _, name, v in page.attributes if name in ("href", "xlink:href")}
    assert targets <= set(ids)
    assert page.tags.count("figure") == page.tags.count("svg") == 11
    labels = [v for tag, name, v in page.attributes if tag == "div" and name == "aria-label"]
    assert len(labels) == 11 and all(len(label) > 40 for label in labels)
    assert page.tags.count("thead") == page.tags.count("table") == page.tags.count("caption")
    for level in ("h1", "h2", "h3"):
        assert level in page.tags
    assert page.tags.count("h1") == 1


def test_pdf_structure(german_pdf):
    reader = german_pdf
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    assert reader.metadata.title == "Wortwahl und Stimme: ukraine-war"
    width, height = reader.pages[0].mediabox.width, reader.pages[0].mediabox.height
    assert (round(width), round(height)) == (595, 842)
    titles = [item.title for item in reader.outline if not isinstance(item, list)]
    assert titles[0] == "Was sich zeigt" and "3 Rahmen" in [" ".join(t.split()) for t in titles]
    fonts = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert all(name.startswith(("LibertinusSerif", "DejaVuSansMono")) for name in fonts), fonts
    assert not any(page.images for page in reader.pages)  # vector figures only


def test_the_first_page_has_the_sentences_and_both_shares(german_pdf):
    first = " ".join(german_pdf.pages[0].extract_text().split())
    for part in (
        "1. Das Korpus umfasst",
        "2. Einfach gezählt",
        "5. Von allen",
        "Anteil, einfach",
        "Intervall",
    ):
        assert part in first


def test_strange_text_shows_as_itself(nasty_report):
    page = squeezed("".join(read(nasty_report / "report.html").text))
    paper = squeezed(pdf_text(nasty_report / "report.pdf"))
    for text in SHOWN:
        assert squeezed(text) in page, text
        if not re.search("[\u0600-\u06ff]", text):  # pypdf gives right-to-left letters in visual order
            assert squeezed(text) in paper, text
    source = (nasty_report / "report.html").read_text("utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in source
    assert "<script" not in source


def test_strange_text_in_sheets(nasty_report):
    book = openpyxl.load_workbook(nasty_report / "tables.xlsx")
    cells = {cell.value for page in book for row in page.iter_rows() for cell in row}
    for text in SHOWN:
        assert safety.sheet(text) in cells, text
    assert "'=1+1" in cells and "=1+1" not in cells
    for page in book:
        for row in page.iter_rows():
            assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)


def test_strange_text_in_csv(nasty_report):
    for path in (nasty_report / "tables").iterdir():
        text = path.read_text("utf-8-sig")
        assert not re.search(r'(^|,)"?[=+@]', text, re.MULTILINE), path.name
        assert "\x1b" not in text and "\u202e" not in text
        pd.read_csv(io.StringIO(text))


def test_all_problems_are_named_up_to_a_number():
    results = tiny()
    results["problems"] = pd.DataFrame(
        {"file": [f"f{i}.csv" for i in range(230)], "row": 1, "problem": "x", "what_to_do": "y"}
    )
    text = to_html(make_document(Results(results)))
    assert "f199.csv" in text and "f200.csv" not in text
    assert "30 more rows in <code>tables/problems.csv</code>" in text
    assert "230 places could not be read" in text


def test_the_tagger_brings_its_licence_and_the_sample_its_warning():
    results = tiny()
    results["facts"] |= {"voice_method": "rules+tagger", "sample": True, "own_license": True}
    text = to_html(make_document(Results(results)))
    assert "weights" in text and "made-up sample" in text and "licence of its own that allows" in text


@pytest.mark.slow
def test_a_wide_corpus_fits_its_pages(tmp_path):
    write_report(made_up(outlets=80, months=120, scale=0.1), tmp_path, "de")
    for page in pypdf.PdfReader(tmp_path / "report.pdf").pages:
        assert len(page.extract_text().split()) > 15  # no page with a heading alone
