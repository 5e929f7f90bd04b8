"""JSON lines, arrays and objects that hold articles."""

import json

import pytest

from wortwahl.corpus.limits import Limits

ARTICLES = [
    {"title": "Gipfel", "text": "Die Minister tagen.\nMorgen auch.", "date": 2024},
    {"title": "Über „Ärger“", "text": "Sie gehen. \u2028 Ende.", "date": None},
    {"title": "Drei", "text": "Aus."},
]


def lines(values):
    return "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in values)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_lines(put, records, encoding, packed):
    name, found, problems = records(put("a.data", lines(ARTICLES), encoding, packed))
    assert name == "JSON"
    assert [record.fields for record in found] == ARTICLES
    assert [record.row for record in found] == [1, 2, 3]
    assert not problems


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ARTICLES),
        json.dumps(ARTICLES, indent=2),
        json.dumps({"count": 3, "articles": ARTICLES}),
        json.dumps({"tags": [{"a": 1}], "articles": ARTICLES}, indent=1),
        "".join(json.dumps(article, indent=2) + "\n" for article in ARTICLES),
        "[\n" + ",\n".join(json.dumps(article) for article in ARTICLES) + "\n]",
        "\n\n" + lines(ARTICLES).replace("\n", "\r\n\r\n"),
    ],
)
def test_other_shapes(put, records, text):
    name, found, problems = records(put("a", text))
    assert name == "JSON"
    assert [record.fields for record in found] == ARTICLES
    assert not problems


@pytest.mark.parametrize("indent", [None, 2])
def test_one_article_alone(put, records, indent):
    article = {"text": "Wort " * 100, "authors": [{"name": "Anna"}]}
    _, found, _ = records(put("a.json", json.dumps(article, indent=indent)))
    assert [record.fields for record in found] == [article]


@pytest.mark.parametrize(
    "bad",
    [
        '{"title": "Kaputt", "text": ',
        "gar kein JSON",
        "[1, 2]",
        "7",
        '"nur Text"',
        '{"a": ' + "[" * 100_000,
        "{'a': 1}",
    ],
)
def test_a_bad_line_is_listed_and_the_others_are_read(put, records, bad):
    _, found, problems = records(put("a.jsonl", lines(ARTICLES[:1]) + bad + "\n" + lines(ARTICLES[1:])))
    assert [record.fields for record in found] == ARTICLES
    assert [problem.row for problem in problems] == [2]
    assert problems[0].what_to_do


def test_a_bad_first_line(put, records):
    _, found, problems = records(put("a.jsonl", '{"title": "Kaputt\n' + lines(ARTICLES)))
    assert len(found) == 3
    assert [problem.row for problem in problems] == [1]


def test_a_truncated_array_gives_what_came_before(put, records):
    text = json.dumps(ARTICLES, indent=1)
    _, found, problems = records(put("a.json", text[: text.index("Drei")]))
    assert [record.fields for record in found] == ARTICLES[:2]
    assert problems[0].row == 3


def test_an_array_cut_off_between_elements(put, records):
    text = json.dumps(ARTICLES)
    _, found, problems = records(put("a.json", text[:-1]))
    assert len(found) == 3
    assert "not closed" in problems[0].problem


def test_elements_that_are_no_objects(put, records):
    _, found, problems = records(put("a.json", '[{"text": "Ja."}, 7, {"text": "Nein."}]'))
    assert len(found) == 2
    assert [problem.row for problem in problems] == [2]


def test_numbers_that_are_none(put, records):
    _, found, _ = records(put("a.jsonl", '{"text": "Ja.", "date": NaN, "n": Infinity}\n'))
    assert found[0].fields == {"text": "Ja.", "date": None, "n": None}


def test_limits(put, records):
    _, found, problems = records(
        put("a.jsonl", lines([*ARTICLES, {"text": "x" * 3000}])), limits=Limits(field=1000)
    )
    assert (len(found), problems[0].row) == (3, 4)
    _, found, problems = records(put("b.json", json.dumps(ARTICLES, indent=1)), limits=Limits(whole=50))
    assert not found
    assert "too large" in problems[0].problem


def test_prose_in_brackets_is_no_json(put, records):
    name, _, _ = records(put("a.txt", "[Gastbeitrag] Die Lage ist ernst.\n\n{Anmerkung} Sehr ernst.\n"))
    assert name == "text"
