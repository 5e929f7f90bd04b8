"""Media Cloud and Web Scraper: tables of headlines without texts."""

from made_up_exports import MEDIACLOUD, WEB_SCRAPER

from wortwahl.corpus import read_corpus, read_problems


def test_media_cloud(put, records):
    reader, found, problems = records(put("a.csv", MEDIACLOUD))
    assert reader == "Media Cloud CSV"
    assert [record.fields["text"] for record in found] == [
        'Gipfel in Genf: "Wir warten"',
        "Haushalt beschlossen",
    ]
    assert found[1].fields["agency"] == "AP"
    assert [(problem.row, problem.problem) for problem in problems] == [
        (4, "the row has neither text nor headline."),
        (0, "the table has no texts: 2 headlines are read as such."),
    ]


def test_media_cloud_articles(put):
    articles = read_corpus(put("a.csv", MEDIACLOUD))
    assert articles["outlet"].tolist() == ["Der Bote", "Der Bote"]
    assert set(articles["title"]) == {""}  # so that no word of a headline is counted twice
    assert set(articles["extent"]) == {"headline"}
    assert articles["url"][0] == "https://www.bote.example/genf#ref=rss"


def test_media_cloud_with_texts(put):
    lines = MEDIACLOUD.splitlines()[:3]
    text = "\n".join((f'{lines[0]},"text"', f'{lines[1]},"Der ganze Artikel."', f'{lines[2]},"Noch einer."'))
    path = put("a.csv", text)
    articles = read_corpus(path)
    assert articles["text"].tolist() == ["Der ganze Artikel.", "Noch einer."]
    assert articles["title"][1] == "Haushalt beschlossen"
    assert "extent" not in articles.columns
    assert read_problems(path).empty


def test_the_later_lists_of_media_cloud(put, records):
    header = "id,indexed_date,language,media_name,media_url,publish_date,title,url\n"
    row = "9,2024-06-19,de,bote.example,bote.example,2024-06-18,Gipfel,https://bote.example/genf\n"
    reader, found, _ = records(put("a.csv", header + row))
    assert reader == "Media Cloud CSV"
    assert found[0].fields["text"] == "Gipfel"


def test_web_scraper(put, records):
    reader, found, problems = records(put("a.csv", WEB_SCRAPER))
    assert reader == "Web Scraper CSV"
    # No title: the words of the link. A line break within marks, in a file that quotes nothing else.
    assert [" ".join(record.fields["text"].split()) for record in found] == [
        '"Wir warten", sagt sie',
        "Rat: Haushalt beschlossen",
        '"Nie wieder Krieg"',
    ]
    assert found[0].fields["url"] == "https://www.bote.example/genf"
    assert found[0].fields["link text"] == "Gipfel: Wir warten"
    assert [problem.problem for problem in problems] == [
        "the table has no texts: 3 headlines are read as such."
    ]


def test_web_scraper_articles(put):
    articles = read_corpus(put("a.csv", WEB_SCRAPER))
    assert articles["outlet"].tolist() == ["bote.example"] * 3
    assert articles["date"].dt.day.tolist() == [18, 19, 20]


def test_web_scraper_with_texts_and_named_columns(put):
    path = put(
        "a.csv", "web-scraper-order;Artikel-href;Artikel;Haupt\n1-1;https://b.example/1;Titel;Der Text.\n"
    )
    [row] = read_corpus(path, columns={"Haupt": "text", "Artikel": "title"}).to_dict("records")
    assert (row["text"], row["title"], row["url"]) == ("Der Text.", "Titel", "https://b.example/1")


def test_other_tables_of_headlines_are_still_named(put):
    path = put("a.csv", "title,url,date\nGipfel,https://b.example/1,2024\n")
    assert "no column holds the text" in read_problems(path)["problem"][0]
