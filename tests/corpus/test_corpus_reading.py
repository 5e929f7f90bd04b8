"""From files to the two tables, by the public functions."""

import gzip
import json

import pandas as pd
import pytest

from wortwahl.corpus import (
    ARTICLE_COLUMNS,
    PROBLEM_COLUMNS,
    Limits,
    iter_corpus,
    read_corpus,
    read_file,
    read_problems,
    without_repeats,
)
from wortwahl.errors import InputError

CSV = "Datum;Quelle;Titel;Volltext;Link;Reichweite\n"
ROW = "18.06.2024;Bote;Gipfel in Genf;{};https://www.bote.example/{};{}\n"


def table(texts):
    return CSV + "".join(ROW.format(text, n, n * 10) for n, text in enumerate(texts))


@pytest.fixture
def folder(put, tmp_path):
    """A folder with a file of each format, a broken one, and a repeat."""
    put("a.csv", table(["Text eins über Ärger.", "Text zwei."]), "cp1252")
    put(
        "b.jsonl.gz",
        json.dumps({"date": "2024-06", "outlet": "Tagblatt", "text": "Drei."}) + "\n",
        packed=True,
    )
    put("c/d.txt", "date 2023 Vier Wörter\u00a0sind das.\n\nFünf.")
    put(
        "e.html",
        "<html><head><title>Sechs</title></head><body><p>" + "Der Text der Seite ist lang. " * 20 + "</p>",
    )
    pd.DataFrame({"text": ["Sieben.", "Acht."], "label": ["x", "y"]}).to_parquet(tmp_path / "f.parquet")
    put("g.txt", bytes(range(256)) * 20)
    put("h.csv", table(["Text eins über Ärger."]))
    return tmp_path


def test_the_table_of_articles(folder):
    articles = read_corpus(folder)
    assert tuple(articles.columns[: len(ARTICLE_COLUMNS)]) == ARTICLE_COLUMNS
    assert list(articles.columns[len(ARTICLE_COLUMNS) :]) == ["Reichweite", "label"]
    assert articles["date"].dtype == "datetime64[ns]"
    for name in articles.columns.drop("date"):
        assert articles[name].notna().all(), name
        assert articles[name].map(lambda value: isinstance(value, str)).all(), name
    assert articles["id"].is_unique
    assert articles["id"].str.fullmatch("[0-9a-f]{16}").all()
    assert (articles["story"] == articles["id"]).all()
    assert list(articles.index) == list(range(len(articles)))
    assert articles["text"].tolist()[:4] == [
        "Text eins über Ärger.",
        "Text zwei.",
        "Drei.",
        "Vier Wörter sind das.\n\nFünf.",
    ]
    assert articles["outlet"].tolist()[:4] == ["Bote", "Bote", "Tagblatt", "c"]
    assert articles["date_precision"].tolist()[:4] == ["day", "day", "month", "year"]
    assert articles["date"][2] == pd.Timestamp("2024-06-01")
    assert articles["Reichweite"].tolist() == ["0", "10", "", "", "", "", ""]
    assert articles["source"][0] == f"{folder.as_posix()}/a.csv"


def test_the_table_of_problems(folder):
    problems = read_problems(folder)
    assert tuple(problems.columns) == PROBLEM_COLUMNS
    assert problems["row"].dtype == "int64"
    assert (problems["what_to_do"] != "").all()
    said = {(row.file.rsplit("/")[-1], row.row): row.problem for row in problems.itertuples()}
    assert said[("g.txt", 0)] == "the file is no text."
    assert "exact repeat of an article in" in said[("h.csv", 2)]
    assert "a.csv ('Gipfel in Genf')" in said[("h.csv", 2)]
    assert "no date" in said[("f.parquet", 0)] or "no outlet" in said[("f.parquet", 0)]


@pytest.mark.parametrize("batch", [1, 2, 5000])
def test_batches_give_the_same_as_the_whole(folder, batch):
    batches = list(iter_corpus(folder, batch=batch))
    assert all(len(articles) <= batch for articles, _ in batches)
    ids = [key for articles, _ in batches for key in articles["id"]]
    assert ids == read_corpus(folder)["id"].tolist()
    problems = pd.concat([problems for _, problems in batches], ignore_index=True)
    pd.testing.assert_frame_equal(problems, read_problems(folder))


def test_file_by_file_gives_the_same_as_the_whole(folder):
    from wortwahl.corpus import found_files

    seen, kept, listed = {}, [], 0
    for found in found_files(folder):
        for articles, problems in read_file(found.path, outlet=found.outlet):
            new, repeats = without_repeats(articles, seen)
            kept += new["id"].tolist()
            listed += len(problems) + len(repeats)
    assert kept == read_corpus(folder)["id"].tolist()
    assert listed == len(read_problems(folder))


def test_ids_do_not_depend_on_where_and_how_a_file_lies(put, tmp_path):
    first = put("one/a.csv", table(["Text über Ärger.", "Zwei."]))
    second = put(
        "two/b.csv", table(["Text über Ärger.", "Zwei."]).replace("\n", "\r\n"), "utf-16", packed=True
    )
    assert read_corpus(first)["id"].tolist() == read_corpus(second)["id"].tolist()
    # Held here so that a change of the key is seen: it makes every cache and every label table stale.
    fixed = put(
        "c.txt", "---\ndate: 2024-06\noutlet: Bote\ntitle: Gipfel\nurl: https://b.example\n---\nText."
    )
    assert read_corpus(fixed)["id"].tolist() == ["94b871df628ba0ed"]


@pytest.mark.parametrize(
    "change", ["date: 2024-07", "outlet: Blatt", "title: Tal", "url: https://c.example", "x"]
)
def test_each_part_of_the_id_counts(put, change):
    text = "---\ndate: 2024-06\noutlet: Bote\ntitle: Gipfel\nurl: https://b.example\n---\nText."
    name = change.split(":")[0]
    lines = [change if line.startswith(name + ":") else line for line in text.split("\n")]
    other = "\n".join(lines) + ("mehr" if change == "x" else "")
    assert read_corpus(put("a.txt", text))["id"][0] != read_corpus(put("b.txt", other))["id"][0]


def test_a_table_that_was_written_out_comes_back_the_same(put, tmp_path, folder):
    articles = read_corpus(folder)
    articles.to_csv(tmp_path / "again.csv", index=False)
    again = read_corpus(tmp_path / "again.csv")
    same = [name for name in ARTICLE_COLUMNS if name != "source"]
    pd.testing.assert_frame_equal(again[same], articles[same])
    assert again["source_id"].tolist() == articles["id"].tolist()


def test_an_empty_folder(tmp_path):
    for read in (read_corpus, read_problems, lambda path: list(iter_corpus(path))):
        with pytest.raises(InputError, match="no file that can be read"):
            read(tmp_path)


def test_a_folder_without_an_article(put, tmp_path):
    put("a.txt", bytes(range(256)) * 20)
    with pytest.raises(InputError, match=r"a\.txt.*no text"):
        read_corpus(tmp_path)
    assert len(read_problems(tmp_path)) == 1
    [(articles, problems)] = iter_corpus(tmp_path)
    assert (len(articles), len(problems)) == (0, 1)
    assert tuple(articles.columns) == ARTICLE_COLUMNS


def test_wrong_arguments(put):
    path = put("a.txt", "Text.")
    with pytest.raises(InputError, match="cannot become"):
        read_corpus(path, columns={"Beitrag": "texts"})
    with pytest.raises(InputError, match="below 1"):
        list(iter_corpus(path, batch=0))
    with pytest.raises(InputError, match="does not exist"):
        read_corpus("none.txt")


def test_a_table_without_a_text_column(put):
    problems = read_problems(put("a.csv", "Datum;Beitrag;Titel\n2024;Ja.;A\n2024;Nein.;B\n"))
    assert problems["row"].tolist() == [0]
    assert problems["problem"][0] == (
        "no column holds the text, and 2 rows are left out; the columns are: Datum, Beitrag, Titel."
    )
    assert 'columns={"NAME": "text"}' in problems["what_to_do"][0]


def test_a_mapping(put):
    path = put("a.csv", "Datum;Beitrag;Titel\n2024;Ja.;A\n")
    articles = read_corpus(path, columns={"Beitrag": "text", "Titel": "outlet"})
    assert articles[["text", "outlet", "title"]].to_numpy().tolist() == [["Ja.", "A", ""]]


def test_a_mapping_of_a_column_that_is_not_there(put):
    path = put("a.csv", "Datum;Quelle;text\n2024;Bote;Ja.\n")
    [problem] = read_problems(path, columns={"Beitrag": "title"})["problem"]
    assert "no column 'Beitrag'" in problem
    assert read_problems(put("b.txt", "---\ndate: 2024\n---\nText."), columns={"Beitrag": "title"}).empty


def test_an_unknown_date_keeps_the_article(put):
    path = put("a.csv", "date,outlet,text\nvorgestern,Bote,Eins.\n2024,Bote,Zwei.\n,Bote,Drei.\n")
    articles, problems = read_corpus(path), read_problems(path)
    assert articles["date_precision"].tolist() == ["", "year", ""]
    assert articles["date"].isna().tolist() == [True, False, True]
    assert problems[["row", "problem"]].to_numpy().tolist() == [
        [2, "the date 'vorgestern' is not understood."],
        [0, "1 of 3 articles have no date."],
    ]


def test_a_file_without_dates_is_one_problem(put):
    path = put(
        "a.jsonl", "".join(json.dumps({"outlet": "Bote", "text": f"Text {n}."}) + "\n" for n in range(50))
    )
    assert read_problems(path)["problem"].tolist() == ["all 50 articles have no date."]


def test_empty_texts_are_listed_with_their_rows(put):
    path = put(
        "a.csv", 'date,outlet,title,text\n2024,B,A,\n2024,B,B,Text.\n2024,B,C,"  "\n2024,B,D,\u00ad\u200b\n'
    )
    assert read_corpus(path)["title"].tolist() == ["B"]
    assert read_problems(path)["row"].tolist() == [2, 4, 5]


def test_very_many_alike_problems_are_summed_up(put):
    path = put("a.csv", "date,outlet,text\n" + "".join(f"Heft {n},B,Text {n}.\n" for n in range(1200)))
    problems = read_problems(path)
    assert len(problems) == 1001
    assert problems["problem"].iloc[-1] == "200 further rows have a problem of this kind."
    assert len(read_corpus(path)) == 1200


def test_titles_repeated_in_the_text(put):
    rows = [("Gipfel", "Gipfel\n\nEs begann."), ("Flut", "Flut"), ("", "Nichts.")]
    path = put(
        "a.jsonl",
        "".join(json.dumps({"title": a, "text": b, "date": 2024, "outlet": "B"}) + "\n" for a, b in rows),
    )
    assert read_corpus(path)[["title", "text"]].to_numpy().tolist() == [
        ["Gipfel", "Es begann."],
        ["", "Flut"],
        ["", "Nichts."],
    ]


def test_outlets_from_addresses_and_folders(put, tmp_path):
    put("bote/a.csv", "date,text,url\n2024,Eins.,https://www.tal.example/x\n2024,Zwei.,\n")
    put("bote/b.csv", "date,text,outlet\n2024,Drei.,Der\u00a0 Bote\n")
    assert read_corpus(tmp_path)["outlet"].tolist() == ["tal.example", "bote", "Der Bote"]


def test_kinds_of_values(put):
    value = {
        "text": "Text.",
        "date": 1718706600,
        "authors": [{"name": "Anna Beispiel"}, "Bert"],
        "section": None,
        "n": 7,
        "share": 0.5,
        "paid": True,
        "tags": ["a", "b"],
        "deep": {"a": [1, {"b": None}]},
        "id": "x-1",
        "source": {"name": "Bote"},
        "story": 5,
    }
    row = read_corpus(put("a.jsonl", json.dumps(value) + "\n")).iloc[0]
    assert row["date"] == pd.Timestamp("2024-06-18")
    assert (row["author"], row["section"], row["outlet"]) == ("Anna Beispiel, Bert", "", "Bote")
    further = {"n": "7", "share": "0.5", "paid": "true", "tags": "a, b", "deep": '{"a": [1, {"b": null}]}'}
    assert {name: row[name] for name in further} == further
    assert (row["source_id"], row["source_story"]) == ("x-1", "5")


def test_a_date_column_with_its_precision(put):
    path = put("a.csv", "date,date_precision,outlet,text\n2024-06-18,month,B,Eins.\n2024-06,day,B,Zwei.\n")
    assert read_corpus(path)[["date", "date_precision"]].to_numpy().tolist() == [
        [pd.Timestamp("2024-06-01"), "month"],
        [pd.Timestamp("2024-06-01"), "month"],
    ]


def test_parquet_dates_and_missing_values(put, tmp_path):
    frame = pd.DataFrame(
        {
            "date": [pd.Timestamp("2024-06-18 23:30", tz="UTC"), pd.NaT],
            "outlet": ["Bote", None],
            "text": ["Eins.", "Zwei."],
            "n": [1.0, float("nan")],
        }
    )
    frame.to_parquet(tmp_path / "a.parquet")
    articles = read_corpus(tmp_path / "a.parquet")
    assert articles["date"].tolist()[0] == pd.Timestamp("2024-06-19")
    assert articles["outlet"].tolist() == ["Bote", ""]
    assert articles["n"].tolist() == ["1", ""]


def test_markup_stays_text(put):
    text = '<script>alert(1)</script> <b onclick="x">=1+1</b> $x$ #set `code` *a* _b_ \\emph{c}'
    path = put(
        "a.jsonl", json.dumps({"title": text, "text": "Ja: " + text, "outlet": text, "date": "=1+1"}) + "\n"
    )
    row = read_corpus(path).iloc[0]
    assert (row["title"], row["text"], row["outlet"]) == (text, "Ja: " + text, text)


def test_a_packed_folder_and_the_file_within_a_limit(put, tmp_path):
    put("a.txt", "Text. " * 400)
    assert len(read_problems(tmp_path, limits=Limits(field=1000))) >= 1
    with pytest.raises(InputError):
        read_corpus(tmp_path, limits=Limits(field=1000))


def test_too_many_columns(put):
    value = {"text": "Text.", "date": 2024, "outlet": "B", **{f"c{n}": n for n in range(20)}}
    path = put("a.jsonl", json.dumps(value) + "\n")
    assert read_corpus(path, limits=Limits(columns=5)).shape[1] == len(ARTICLE_COLUMNS) + 5
    assert "more than 5 further columns" in read_problems(path, limits=Limits(columns=5))["problem"][0]


def test_raw_files_are_never_changed(folder):
    before = {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()
    }
    read_corpus(folder)
    after = {
        path: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.rglob("*") if path.is_file()
    }
    assert before == after


def test_a_truncated_packed_file_keeps_what_came_before(put):
    lines = "".join(
        json.dumps({"text": f"Text {n} {n * 7919}.", "date": "2024", "outlet": "B"}) + "\n"
        for n in range(5000)
    )
    data = gzip.compress(lines.encode())
    path = put("a.jsonl.gz", data[: len(data) // 2])
    assert 1000 < len(read_corpus(path)) < 5000
    assert "ends early" in read_problems(path)["problem"][0]


def test_without_repeats_leaves_its_batch_as_it_was(folder):
    articles = read_corpus(folder)
    before = articles.copy()
    seen = {articles["id"][1]: "x.csv"}
    kept, problems = without_repeats(articles, seen)
    pd.testing.assert_frame_equal(articles, before)
    assert len(kept) == len(articles) - 1
    assert problems[0][0] == articles["source"][1]
    assert "x.csv" in problems[0][2]
