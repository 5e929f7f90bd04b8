"""Real files that nobody here wrote; skipped where they are missing."""

import gzip
import json
import unicodedata

import pytest

from wortwahl.corpus import iter_corpus, read_corpus, read_problems


def head(shared, name, rows, tmp_path):
    """The first rows of a large file, as a file."""
    with gzip.open(shared / name, "rt", encoding="utf-8") as file:
        lines = [line for _, line in zip(range(rows), file, strict=False)]
    path = tmp_path / "head.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    return path, [json.loads(line) for line in lines]


def test_seed(shared):
    articles = read_corpus(shared / "seed" / "article.txt")
    [row] = articles.to_dict("records")
    assert (row["date"].strftime("%Y-%m-%d"), row["date_precision"]) == ("2024-06-01", "month")
    assert (row["title"], row["outlet"], row["genre"], row["language"]) == ("", "", "report", "de")
    assert row["text"].startswith("Kremlchef Wladimir Putin ist zu seinem Besuch")
    paragraphs = row["text"].split("\n\n")
    assert len(paragraphs) == 11
    assert sorted(paragraphs, key=len)[0] == "Beziehungen wurden zuletzt wieder ausgebaut"
    assert read_problems(shared / "seed" / "article.txt").empty


def test_liveblog(shared):
    articles = read_corpus(shared / "news" / "liveblog.jsonl.gz")
    assert len(articles) == 838
    assert set(articles["genre"]) == {"liveblog"}
    assert set(articles["language"]) == {"de"}
    assert articles["date"].isna().all()
    assert articles["source_id"].is_unique
    titled = articles[articles["title"] != ""]
    assert len(titled) > 800
    assert not any(
        text.startswith(title) for text, title in zip(titled["text"], titled["title"], strict=True)
    )
    assert read_problems(shared / "news" / "liveblog.jsonl.gz")["problem"].tolist() == [
        "all 838 articles have no date."
    ]


def test_outlets_of_2020(shared, tmp_path):
    path, rows = head(shared, "news/outlets-2020.jsonl.gz", 200, tmp_path)
    articles = read_corpus(path)
    assert len(articles) + read_problems(path)["problem"].str.startswith("exact repeat").sum() == 200
    by_id = {row["id"]: row for row in rows}
    for row in articles.to_dict("records"):
        raw = by_id[row["source_id"]]
        assert [row["date"].year, row["date"].month, row["date"].day] == list(
            map(int, raw["date"].split("-"))
        )
        assert row["outlet"] == raw["outlet"]
        # Nothing is lost but marks: the letters of the article are those of the file.
        text = unicodedata.normalize("NFC", raw["text"])
        assert letters(row["text"]) == letters(text)
        assert not set(row["text"]) & set("\r\t\u00ad\u200b\u00a0\u2009\ufeff")
        assert "\n" not in row["text"].replace("\n\n", "")
    assert (articles["genre"] == "report").mean() > 0.9
    assert (articles["language"] == "de").mean() > 0.99


def test_speeches(shared, tmp_path):
    path, _ = head(shared, "speeches/bundestag-ukraine.jsonl.gz", 300, tmp_path)
    articles = read_corpus(path)
    assert set(articles["genre"]) == {"speech"}
    assert set(articles["agency"]) == {""}
    assert {"speaker", "party"} <= set(articles.columns)
    assert not articles["outlet"].str.contains("\u00a0|\n|  ").any()
    # A sentence that the protocol broke in the middle of a line is whole again.
    paragraphs = articles["text"].str.split("\n\n").explode()
    assert paragraphs.str.match(r"[a-zäöü]").mean() < 0.01


def test_pages(shared):
    pages = sorted((shared / "exports" / "pages").glob("*/*.html.gz"))[:6]
    [(articles, problems)] = iter_corpus(pages)
    assert len(articles) == len(pages)
    assert not len(problems)
    for name in ("title", "outlet", "url"):
        assert (articles[name] != "").all()
    assert (articles["date_precision"] == "day").all()
    assert (articles["text"].str.len() > 500).all()


@pytest.mark.slow
def test_all_articles_of_2020(shared):
    path = shared / "news" / "outlets-2020.jsonl.gz"
    articles, problems = zip(*iter_corpus(path, batch=1000), strict=True)
    assert sum(map(len, articles)) == 7025
    assert [len(batch) for batch in articles[:7]] == [1000] * 7
    assert {problem[:12] for batch in problems for problem in batch["problem"]} == {"exact repeat"}


def letters(text):
    return "".join(char for char in text if char.isalpha())
