"""ZIP files and what is packed like one."""

import io
import stat
import zipfile

import pytest
from made_up_exports import FIRST, docx, nexis_word, packed

from wortwahl.corpus import Limits, iter_corpus, read_corpus, read_problems

ARTICLE = "---\ndate: 2024-06-18\n---\nText {}."
CSV = "text;date;outlet\nEine Zeile.;2024;Der Bote\nNoch eine.;2024;Der Bote\n"


def test_each_file_by_its_own_reader(put, tmp_path):
    files = {
        "b/a.csv": CSV,
        "c/n.docx": nexis_word(),
        "c/t.txt": ARTICLE.format(1),
        "README.txt": "Lies mich.",
    }
    files |= {"__MACOSX/._a.csv": b"\x00", "c/.DS_Store": b"\x00"}
    path = put("alles.zip", packed(files))
    [(articles, problems)] = iter_corpus(path)
    assert articles["member"].tolist() == ["b/a.csv", "b/a.csv", "c/n.docx", "c/n.docx", "c/t.txt"]
    assert set(articles["source"]) == {path.as_posix()}
    assert articles["outlet"].tolist()[-1] == "c"
    assert problems.empty
    assert sorted(tmp_path.iterdir()) == [path]  # nothing is unpacked beside it


def test_problems_name_the_file_within(put):
    path = put(
        "a.zip",
        packed({"x/leer.txt": "", "x/gut.txt": ARTICLE.format(1), "y/b.png": b"\x89PNG\r\n\x00" * 90}),
    )
    problems = read_problems(path)
    assert problems["file"].tolist() == [f"{path}/x/leer.txt", f"{path}/y/b.png"]
    assert len(read_corpus(path)) == 1


def test_one_folder_in_the_zip_file_is_no_outlet(put):
    path = put("a.zip", packed({f"export/{name}.txt": ARTICLE.format(name) for name in "ab"}))
    assert set(read_corpus(path)["outlet"]) == {""}


def test_names_that_lead_out_and_links(put, tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in ("../../raus.txt", "/etc/raus.txt", "C:\\raus.txt", "gut.txt"):
            archive.writestr(name, ARTICLE.format(name))
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    path = put("in/a.zip", target.getvalue())
    [(articles, problems)] = iter_corpus(path)
    assert articles["text"].tolist() == ["Text gut.txt."]
    assert problems["problem"].str.contains("leads out").sum() == 3
    assert problems["problem"].str.contains("symbolic link").sum() == 1
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == ["a.zip"]


def test_bombs(put):
    path = put("a.zip", packed({"bombe.txt": b" " * 40_000_000, "gut.txt": ARTICLE.format(1)}))
    assert read_corpus(path)["text"].tolist() == ["Text 1."]
    [problem] = read_problems(path)["problem"]
    assert problem.startswith("'bombe.txt' in the ZIP file is not read: it unpacks to 40,000,000 bytes")


def test_limits_of_members_and_total(put):
    path = put("a.zip", packed({f"{n}.txt": ARTICLE.format(n) for n in range(5)}))
    assert "more than 4 files" in read_problems(path, limits=Limits(members=4))["problem"][0]
    large = put("b.zip", packed({f"{n}.txt": ARTICLE.format("x" * 900) for n in range(5)}))
    assert "more than 4,000 bytes" in read_problems(large, limits=Limits(file=4000))["problem"][0]
    assert len(read_corpus(path)) == 5


def test_a_zip_file_in_a_zip_file(put):
    path = put("a.zip", packed({"innen.zip": packed({"a.txt": "x"}), "gut.txt": ARTICLE.format(1)}))
    assert len(read_corpus(path)) == 1
    assert "ZIP file within a ZIP file" in read_problems(path)["problem"][0]


def test_a_password(put):
    data = bytearray(packed({"a.txt": "Geheim.", "b.txt": ARTICLE.format(1)}, zipfile.ZIP_STORED))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + place] |= 1
    path = put("a.zip", bytes(data))
    assert read_problems(path)["problem"].tolist() == [
        "'a.txt' in the ZIP file is not read: it has a password."
    ]
    assert len(read_corpus(path)) == 1


def test_a_damaged_member(put):
    data = packed({"a.txt": ARTICLE.format("x" * 5000), "b.txt": ARTICLE.format(1)}, zipfile.ZIP_STORED)
    broken = data.replace(b"xxxxxxxxxx", b"yyyyyyyyyy", 1)
    [(_, problems)] = iter_corpus(put("a.zip", broken))
    assert problems["problem"].tolist() == ["the packed file is damaged or ends early."]


@pytest.mark.parametrize(("content", "says"), [(b"PK\x03\x04 nichts", "damaged"), (packed({}), "no file")])
def test_no_zip_file_after_all(put, content, says):
    assert says in read_problems(put("a.zip", content))["problem"][0]


def test_other_packages_are_named(put):
    path = put(
        "a.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
    )
    assert "ODT" in read_problems(path)["problem"][0]


def test_pages_with_their_folders(put):
    page = "<html><body><article><h1>Titel</h1>" + "".join(f"<p>{part}</p>" for part in FIRST) + "</article>"
    path = put(
        "a.zip", packed({"Seite.html": page, "Seite-Dateien/x.js": "var x;", "Seite_files/y.css": "a{}"})
    )
    assert len(read_corpus(path)) == 1
    assert not read_problems(path)["file"].str.contains("Dateien|files").any()


def test_the_end_of_a_zip_file_is_missing(put):
    data = packed({"a.txt": ARTICLE.format(1)})
    [problem] = read_problems(put("a.zip", data[:-30]))["problem"]
    assert "damaged or cut off" in problem


def test_packed_once_more(put):
    assert len(read_corpus(put("a.zip.gz", packed({"a.csv": CSV}), packed=True))) == 2


def test_word_documents(put):
    style = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'
    data = docx(("Gipfel in Genf", style), *FIRST, "Zeile eins\nZeile zwei ohne Ende")
    [row] = read_corpus(put("bote/a.docx", data)).to_dict("records")
    assert row["title"] == "Gipfel in Genf"
    assert row["text"].startswith("\n\n".join(FIRST))


def test_word_documents_with_front_matter(put):
    data = docx("---", "title: Gipfel", "date: 2024-06-18", "outlet: Der Bote", "---", *FIRST)
    [row] = read_corpus(put("a.docx", data)).to_dict("records")
    assert (row["title"], row["outlet"], row["date_precision"]) == ("Gipfel", "Der Bote", "day")
    assert row["text"] == "\n\n".join(FIRST)


def test_what_was_deleted_and_what_stands_twice(put, records):
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        "<w:p><w:r><w:t>Sie kam </w:t></w:r><w:del><w:r><w:t>nicht </w:t></w:r></w:del>"
        "<w:r><w:t>an.</w:t></w:r>"
        f'<mc:AlternateContent xmlns:mc="{mc}"><mc:Choice><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></mc:Choice>'
        "<mc:Fallback><w:p><w:r><w:t>Kasten</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>"
    )
    [record] = records(put("a.docx", docx(body=body)))[1]
    assert record.fields["title"] == "Kasten"
    assert record.fields["text"].strip() == "Sie kam an."


@pytest.mark.parametrize(
    "content",
    [
        nexis_word()[: len(nexis_word()) // 2],
        docx(**{"word/document.xml": "<w:document"}),
        docx(**{"word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}),
        docx(**{"word/document.xml": b" " * 40_000_000}),
        docx(),
    ],
    ids=["cut", "broken", "entities", "bomb", "empty"],
)
def test_documents_that_are_not_read_are_one_problem(put, content):
    problems = read_problems(put("a.docx", content))
    assert len(problems) == 1
    assert problems["what_to_do"][0]
