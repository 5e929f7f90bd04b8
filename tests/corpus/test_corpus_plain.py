"""Text files: front matter, a leading date, a title only where there plainly is one."""

import re

import pytest

from wortwahl.corpus.limits import Limits

BODY = "Die Ministerin reiste am Dienstag nach Genf.\n\nDort sprach sie mit ihrem Kollegen aus Wien.\n"


def one(records, path, limits=None):
    name, found, problems = records(path, limits=limits or Limits())
    assert name == "text"
    assert len(found) == 1
    assert found[0].row == 0
    return found[0].fields, problems


def test_front_matter(put, records):
    text = (
        "---\ntitle: Gipfel in Genf\ndate: 2024-06\noutlet: Bote\ntags: [a, b]\nlicense: own\n---\n\n" + BODY
    )
    fields, problems = one(records, put("a.txt", text))
    assert fields == {
        "title": "Gipfel in Genf",
        "date": "2024-06",
        "outlet": "Bote",
        "tags": ["a", "b"],
        "license": "own",
        "text": "\n" + BODY,
    }
    assert not problems


def test_front_matter_stays_as_written(put, records):
    fields, _ = one(records, put("a.txt", f"---\ndate: 2024-06-18\nno: no\nnumber: 010\n---\n{BODY}"))
    assert (fields["date"], fields["no"], fields["number"]) == ("2024-06-18", "no", "010")


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_front_matter_with_other_line_ends(put, records, ends):
    fields, _ = one(records, put("a.txt", f"---\ntitle: Gipfel\n---\n{BODY}".replace("\n", ends)))
    assert fields["title"] == "Gipfel"


def test_a_colon_in_a_title_is_read_all_the_same(put, records):
    fields, problems = one(
        records, put("a.txt", f"---\ntitle: Genf: Gipfel endet\ndate: 2024-06\n---\n{BODY}")
    )
    assert fields["title"] == "Genf: Gipfel endet"
    assert not problems


@pytest.mark.parametrize(
    ("block", "says"),
    [
        ("title: [a, b\n  - c: d: e\nx", "no valid YAML"),
        ("- a\n- b", "no names with values"),
        ("a: &x [1, 2]\nb: [*x, *x, *x]", "aliases"),
        ("a: " + "[" * 50_000, "nested too deeply|no valid YAML"),
        ("a: !!python/object/apply:os.system ['true']", ""),
    ],
)
def test_broken_or_hostile_front_matter_is_a_problem_and_the_text_is_read(put, records, block, says):
    fields, problems = one(records, put("a.txt", f"---\n{block}\n---\n{BODY}"))
    assert fields["text"].strip() == BODY.strip()
    assert [bool(re.search(says, problem.problem)) for problem in problems] == ([True] if says else [])
    assert all(isinstance(value, str | list) for value in fields.values())


def test_front_matter_that_is_too_long(put, records):
    fields, problems = one(
        records, put("a.txt", f"---\ntitle: {'x' * 5000}\n---\n{BODY}"), Limits(front_matter=1000)
    )
    assert problems
    assert "title" not in fields


@pytest.mark.parametrize(
    ("first", "date", "starts"),
    [
        (" date 2024-06 Der Präsident ist eingetroffen.", "2024-06", " Der Präsident ist eingetroffen."),
        ("date 2024-06 Der Präsident ist eingetroffen.", "2024-06", " Der Präsident ist eingetroffen."),
        ("Datum: 18.06.2024 Der Präsident", "18.06.2024", " Der Präsident"),
        ("DATE 2024-06-18 Der Präsident", "2024-06-18", " Der Präsident"),
    ],
)
def test_a_leading_date_on_the_line_of_the_teaser_makes_no_title(put, records, first, date, starts):
    fields, _ = one(records, put("a.txt", f"{first}\n\n{BODY}"))
    assert fields["date"] == date
    assert fields["text"].startswith(starts)
    assert "title" not in fields


def test_a_leading_date_on_a_line_of_its_own(put, records):
    fields, _ = one(records, put("a.txt", f"date 2024-06\n\nGipfel in Genf\n\n{BODY}"))
    assert (fields["date"], fields["title"]) == ("2024-06", "Gipfel in Genf")
    assert fields["text"].strip() == BODY.strip()


def test_a_date_in_prose_is_not_taken_out(put, records):
    fields, _ = one(records, put("a.txt", "Das Datum 2024-06 stand im Vertrag.\n\n" + BODY))
    assert "date" not in fields


def test_lines_of_names_and_values_without_fences(put, records):
    fields, _ = one(
        records, put("a.txt", f"Titel: Gipfel: Tag zwei\nDatum: 18.06.2024\nQuelle: Bote\n\n{BODY}")
    )
    assert fields["Titel"] == "Gipfel: Tag zwei"
    assert fields["Datum"] == "18.06.2024"
    assert fields["text"] == BODY


def test_one_line_with_a_colon_is_text(put, records):
    text = f"Quelle: Der Brunnen im Park ist die älteste der Stadt.\n\n{BODY}"
    fields, _ = one(records, put("a.txt", text))
    assert fields["text"] == text


@pytest.mark.parametrize(
    ("first", "title"),
    [
        ("Gipfel in Genf", "Gipfel in Genf"),
        ("„Wir warten“", "„Wir warten“"),
        ("Wer wartet in Genf?", "Wer wartet in Genf?"),
        ("# Gipfel in Genf", "Gipfel in Genf"),
        ("Der Gipfel in Genf hat begonnen.", None),
        ("„Der Gipfel hat begonnen.“", None),
        ("In Genf sprachen sie über:", None),
        ("Herr Präsident!", None),
        ("x" * 200, None),
    ],
)
def test_titles(put, records, first, title):
    fields, _ = one(records, put("a.txt", f"{first}\n\n{BODY}"))
    assert fields.get("title") == title


def test_a_line_without_a_blank_line_below_is_no_title(put, records):
    fields, _ = one(records, put("a.txt", f"Gipfel in Genf\n{BODY}"))
    assert "title" not in fields


def test_one_line_alone_is_no_title(put, records):
    fields, _ = one(records, put("a.txt", "Nur eine Zeile\n\n"))
    assert "title" not in fields


def test_the_title_of_front_matter_is_the_title(put, records):
    fields, _ = one(records, put("a.txt", f"---\ntitle: Gipfel\n---\n\nZweite Zeile\n\n{BODY}"))
    assert fields["title"] == "Gipfel"
    assert fields["text"].strip().startswith("Zweite Zeile")


def test_a_text_beyond_the_limit(put, records):
    _, found, problems = records(put("a.txt", BODY * 100), limits=Limits(whole=1000))
    assert not found
    assert "too large" in problems[0].problem
