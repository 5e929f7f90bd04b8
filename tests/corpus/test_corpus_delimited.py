"""CSV and its relatives."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortwahl.corpus.limits import Limits
from wortwahl.corpus.raw import RawFile
from wortwahl.corpus.readers import delimited, reader_for

HEADER = ["date", "outlet", "title", "text"]
ROWS = [
    ["2024-06-18", "Bote", "Gipfel; Tag eins", 'Sie sagte: "Ja, wir warten."\n\nDann ging sie.'],
    ["2024-06-19", "Tagblatt", "„Ende“, sagt Wien", "Es ist\taus; vorbei | Schluss, Ende."],
    ["", "Bote", "", "Nur Text."],
]


def written(rows, delimiter=",", **kind):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n", **kind).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(put, records, delimiter, encoding, ends):
    text = written([HEADER, *ROWS], delimiter).replace("\n", ends)
    name, found, problems = records(put("a.txt", text, encoding))
    assert name == "CSV"
    assert [[value.replace(ends, "\n") for value in record.fields.values()] for record in found] == ROWS
    assert [record.row for record in found] == [2, 3, 4]
    assert not problems


def test_gzipped_and_with_any_name(put, records):
    name, found, _ = records(put("export", written([HEADER, *ROWS]), packed=True))
    assert (name, len(found)) == ("CSV", 3)


def test_a_line_that_names_the_delimiter(put, records):
    _, found, _ = records(put("a.csv", "sep=;\n" + written([HEADER, *ROWS], ";")))
    assert [list(record.fields.values()) for record in found] == ROWS


def test_tsv_without_quoting_keeps_quotation_marks(put, records):
    text = 'date\ttext\n2024\t"Wir warten", sagte sie.\n2024\tEr sagte "Ja".\n2024\t"Nie." Dann ging er.\n'
    _, found, problems = records(put("a.tsv", text))
    assert [record.fields["text"] for record in found] == [
        '"Wir warten", sagte sie.',
        'Er sagte "Ja".',
        '"Nie." Dann ging er.',
    ]
    assert not problems


def test_an_open_quotation_mark_costs_its_row_only(put, records):
    rows = [
        "date,title,text",
        '2024,Eins,"Guter Text."',
        '2024,"Zwei,Kaputt.',
        '2024,Drei,"Gut, auch."',
        "2024,Vier,Gut.",
    ]
    text = "\n".join(rows) + "\n"
    _, found, problems = records(put("a.csv", text))
    assert [record.fields["title"] for record in found] == ["Eins", "Drei", "Vier"]
    assert [(problem.row, "do not close" in problem.problem) for problem in problems] == [(3, True)]


@pytest.mark.parametrize("end", ["", "\n"])
def test_a_file_cut_off_inside_a_quotation(put, records, end):
    text = f'date,title,text\n2024,Eins,"Guter Text."\n2024,Zwei,"Hier bricht{end}'
    _, found, problems = records(put("a.csv", text))
    assert [record.fields["title"] for record in found] == ["Eins"]
    assert problems[0].row == 3


def test_a_row_with_too_many_fields_is_listed(put, records):
    _, found, problems = records(put("a.csv", "date,title,text\n2024,a,b,c,d\n2024,a,b\n2024,a,b,,\n"))
    assert [record.row for record in found] == [3, 4]
    assert problems[0].row == 2
    assert "5 fields, the header 3" in problems[0].problem


def test_a_row_with_fewer_fields_is_filled(put, records):
    _, found, _ = records(put("a.csv", "text,title,date\nNur Text\n"))
    assert found[0].fields == {"text": "Nur Text", "title": None, "date": None}


def test_what_programs_write_for_nothing(put, records):
    _, found, _ = records(put("a.csv", "text,title,author\nText,NA,NaN\nText,nan,null\n"))
    assert [list(record.fields.values()) for record in found] == [["Text", None, None]] * 2


def test_blank_rows_and_nameless_columns(put, records):
    _, found, _ = records(put("a.csv", ",text,\n\n1,Eins,\n,,\n2,Zwei,\n"))
    assert [record.fields for record in found] == [{"text": "Eins"}, {"text": "Zwei"}]
    assert [record.row for record in found] == [3, 5]


def test_a_name_that_comes_twice(put, records):
    _, found, _ = records(put("a.csv", "text,note,note\nEins,a,b\n"))
    assert found[0].fields == {"text": "Eins", "note": "a", "note_2": "b"}


def test_a_field_beyond_the_limit(put, records):
    text = "text,title\n" + '"' + "x\n" * 4000 + '",a\nGut,b\n'
    _, found, problems = records(put("a.csv", text), limits=Limits(field=1000))
    assert problems
    assert all(len(record.fields["text"]) <= 1000 for record in found)


def test_a_line_beyond_the_limit_ends_the_file_with_a_problem(put, records):
    _, found, problems = records(
        put("a.csv", "text,title\nGut,a\n" + "x" * 4000 + ",b\n"), limits=Limits(field=1000)
    )
    assert [record.fields["text"] for record in found] == ["Gut"]
    assert "longer than" in problems[0].problem


@pytest.mark.parametrize(
    "text",
    [
        "Text, Datum und Quelle fehlen in diesem Brief.\n\nEr ist trotzdem lang, sehr lang, und schön.\n",
        "Am Montag, so hieß es, komme die Wende; am Dienstag kam sie.\n\nDann nicht mehr.\n",
        "Datum, Ort\n",
    ],
)
def test_prose_is_no_table(put, text):
    assert reader_for(RawFile(put("a.txt", text)), {}).NAME == "text"


def test_a_mapping_tells_that_a_file_is_a_table(put):
    raw = RawFile(put("a.txt", "Beitrag;Tag\nEin Text;2024\n"))
    assert reader_for(raw, {"Beitrag": "text", "Tag": "date"}).NAME == "CSV"


def test_marks_around_half_a_field_belong_to_its_text(put, records):
    _, found, problems = records(put("a.csv", 'n,text\n1,"Ganz."\n2,"Nie." sagte er.\n3,"Ja, ""doch""."\n'))
    assert [record.fields["text"] for record in found] == ["Ganz.", '"Nie." sagte er.', 'Ja, "doch".']
    assert not problems


CELLS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn"), blacklist_characters="\ufeff"), max_size=30
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_what_is_written_comes_back(tmp_path_factory, rows, delimiter):
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    path.write_text(
        written([["text", "title", "date"], *rows], delimiter, quoting=csv.QUOTE_ALL),
        encoding="utf-8-sig",
        newline="",
    )
    items = list(delimited.read(RawFile(path), {}))
    expected = [
        tuple(None if cell in delimited._NOTHING else cell for cell in row) for row in rows if any(row)
    ]
    assert [tuple(item.fields.values()) for item in items] == expected
